"""The chart of a target's page: figures, the planned path, where the pace leads, the target."""

from __future__ import annotations

import itertools

from plantrack.charts import key as keys
from plantrack.charts.axes import value_axis, year_axis
from plantrack.charts.finish import Spec, finish
from plantrack.charts.lines import bands, curves, stroke, strokes
from plantrack.charts.look import WIDE, Caption, Look
from plantrack.charts.marks import Row, Rows, points, texts
from plantrack.charts.path_data import PathData, path_data
from plantrack.charts.path_frame import YearFrame, year_frame
from plantrack.charts.path_labels import axis_title, cut_height, held_lines, labels
from plantrack.charts.path_shapes import shapes
from plantrack.charts.tables import path_table
from plantrack.model import Form
from plantrack.scorecard import TargetRow, telling
from plantrack.scorecard.paths import Path
from plantrack.words import Say

__all__ = ["path_chart", "path_table"]


def path_chart(row: TargetRow, say: Say, *, caption: Caption, look: Look = WIDE) -> Spec:
    """Return the path of a target over the years.

    A period average is drawn on its chained index, a cumulated target as the sum so far. The
    vertical axis may start above zero and then says so. Averages over several years are bars
    over their years; nothing is joined across a break. Raises ValueError for ranks, and where
    there is neither a figure nor a target value to draw.
    """
    data = path_data(row, say)
    if not data.values:
        raise ValueError(f"{row.target.id} has neither figures nor a target value to draw")
    entries = _entries(data, look, say)
    frame = year_frame(
        data.first_year,
        data.last_year,
        data.values,
        look,
        strip=cut_height(data, look, say),
        right=(58 if look.compact else 220) * look.text,
        margin=not telling.averaged(row),
        below=44 * look.text + keys.key(entries, 0, look).height,
    )
    c = look.colours
    x = frame.scale
    key = keys.key(entries, frame.bottom + 52 * look.text, look)
    values = value_axis(frame, look, say, axis_title(row, say))
    years = year_axis(frame, look)
    layers = [
        *bands(_bands(data, frame), x, c.band),
        *strokes([*values.strokes, *years.strokes, *_cut_strokes(data, frame, look)], x),
        *curves(_curve(data.planned, "planned", frame), x, c.grey, 2, (6, 5)),
        *curves(_held(data, frame), x, c.grey, 2, (6, 5)),
        *curves(_curve(data.projected, "projected", frame), x, c.main, 2, (2, 4)),
        *strokes(_reported(data, frame, look), x),
        *points([*shapes(data, frame, look, say), *key.points], x),
        *texts([*values.texts, *years.texts, *labels(data, frame, look, say), *key.texts], x, look),
    ]
    height = frame.bottom + 44 * look.text + key.height
    return finish(layers, height, caption, look, say.language)


def _curve(path: Path, name: str, frame: YearFrame) -> Rows:
    return [{"x": point.year, "y": frame.y(point.value), "line": name} for point in path]


def _held(data: PathData, frame: YearFrame) -> Rows:
    """The level to hold, in every year from the baseline to the last."""
    return [
        {"x": year, "y": frame.y(value), "line": f"held {value}"}
        for last, value in held_lines(data)
        for year in (data.row.target.baseline_year, last)
    ]


def _bands(data: PathData, frame: YearFrame) -> Rows:
    """A corridor over all years; for a range the room between the paths to its bounds."""
    if data.range is not None:
        low, high = data.range
        return [
            {"x": a.year, "y": frame.y(a.value), "y2": frame.y(b.value), "line": "range"}
            for a, b in zip(low, high, strict=True)
        ]
    if data.row.target.form is not Form.BETWEEN:
        return []
    return [
        {"x": year, "y": frame.y(aim.low), "y2": frame.y(aim.high), "line": "corridor"}
        for aim in data.aims
        if aim.low is not None and aim.high is not None
        for year in (data.first_year, aim.year)
    ]


def _reported(data: PathData, frame: YearFrame, look: Look) -> Rows:
    """The reported line within each segment; thin where years lie between two figures."""
    c = look.colours
    found: list[Row] = []
    for segment in data.segments:
        for one, other in itertools.pairwise(segment):
            thick = 3 if other.year - one.year == 1 else 1.5
            ends = frame.y(one.value), frame.y(other.value)
            found.append(stroke(one.year, other.year, ends[0], c.main, thick, ends[1]))
    for span in data.spans:
        y = frame.y(float(span.value))
        first, last = span.period.start.year, span.period.last_year
        found.append(stroke(first - 0.35, last + 0.35, y, c.main, 4))
    return found


def _cut_strokes(data: PathData, frame: YearFrame, look: Look) -> Rows:
    c = look.colours
    return [
        stroke(cut.year - 0.5, cut.year - 0.5, look.small * 1.9, c.grey, 1, frame.bottom)
        for cut in data.cuts
    ]


def _entries(data: PathData, look: Look, say: Say) -> list[keys.Entry]:
    """What no word in the drawing names; a phone has room for numbers alone."""
    found = [one.status for one in data.figures]
    found += [figure.status for figure in data.foreseen]
    entries = keys.statuses(found, say)
    if data.planned or data.row.target.form is Form.HOLD:
        entries.append(keys.planned(say, look))
    if not look.compact:
        return entries
    if data.projected:
        entries.append(keys.projected(say))
    if data.aims:
        entries.append(keys.target(say))
    if _bands_drawn(data):
        entries.append(keys.corridor(say, look))
    return entries


def _bands_drawn(data: PathData) -> bool:
    return data.range is not None or data.row.target.form is Form.BETWEEN
