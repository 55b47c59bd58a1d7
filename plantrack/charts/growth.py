"""Yearly growth beside the band of a period average; no single year is graded."""

from __future__ import annotations

from plantrack.charts import key as keys
from plantrack.charts.axes import value_axis, year_axis
from plantrack.charts.bars import bar, statuses, written_on
from plantrack.charts.finish import Spec, finish
from plantrack.charts.growth_figures import shown_figures
from plantrack.charts.lines import bands, boxes, stroke, strokes
from plantrack.charts.look import WIDE, Caption, Look
from plantrack.charts.marks import Row, Rows, line_height, points, text, texts
from plantrack.charts.path_frame import YearFrame, apart, year_frame
from plantrack.charts.shapes import BAR, LINE
from plantrack.charts.tables import growth_table
from plantrack.charts.values import measured, noted, short, years_of
from plantrack.charts.wrapping import text_width, wrapped
from plantrack.model import Figure, Measure
from plantrack.scorecard import TargetRow, telling
from plantrack.words import Say

__all__ = ["growth_bars", "growth_table", "shown_figures"]

_HALF_A_BAR = 0.34  # of a year


def growth_bars(row: TargetRow, say: Say, *, caption: Caption, look: Look = WIDE) -> Spec:
    """Return the yearly growth of a period-average target as bars from zero.

    The band of the target lies across its whole period, as the average it is; a line shows the
    average so far. A figure over several years is one bar over all of them. How full a bar is
    says how settled its figure is; no colour grades a year.
    Raises ValueError for another measure and where there is no growth figure.
    """
    if row.indicator.measure is not Measure.AVERAGE_GROWTH:
        raise ValueError(f"{row.target.id} is no target of average growth")
    figures = shown_figures(row)
    if not figures:
        raise ValueError(f"{row.target.id} has no growth figure to draw")
    entries = _entries(row, figures, look, say)
    below = 44 * look.text + keys.key(entries, 0, look).height
    frame = _frame(row, figures, look, below)
    key = keys.key(entries, frame.bottom + 52 * look.text, look)
    axis = value_axis(frame, look, say, measured(row, say("% a year"), say))
    years = year_axis(frame, look)
    c = look.colours
    layers = [
        *bands(_band(row, frame), frame.scale, c.band),
        *strokes([*axis.strokes, *years.strokes], frame.scale),
        *boxes([_bar(figure, row, frame, look, say) for figure in figures], frame.scale),
        *strokes(_average(row, frame, look), frame.scale),
        *texts(
            [
                *axis.texts,
                *years.texts,
                *[_value(figure, row, frame, look, say) for figure in figures],
                *_ends(row, frame, look, say),
                *key.texts,
            ],
            frame.scale,
            look,
        ),
        *points(key.points, frame.scale),
    ]
    return finish(layers, frame.bottom + 44 * look.text + key.height, caption, look, say.language)


def _frame(row: TargetRow, figures: tuple[Figure, ...], look: Look, below: float) -> YearFrame:
    target = row.target
    stated = [float(bound) for bound in (target.low, target.high) if bound is not None]
    observed = row.assessment.observed
    values = [*(float(f.value) for f in figures), *stated]
    values += [observed * 100] if observed is not None else []
    first = min(*(f.period.start.year for f in figures), target.period.start.year)
    return year_frame(
        first,
        max(target.year, *(f.period.last_year for f in figures)) if figures else target.year,
        values,
        look,
        strip=36 * look.text,
        right=(62 if look.compact else 200) * look.text,
        zero=True,
        below=below,
    )


def _band(row: TargetRow, frame: YearFrame) -> Rows:
    target = row.target
    if target.low is None or target.high is None:
        return []
    ends = (target.period.start.year - 0.5, target.year + 0.5)
    low, high = frame.y(float(target.low)), frame.y(float(target.high))
    return [{"x": frame.scale.held(year), "y": low, "y2": high, "line": "band"} for year in ends]


def _bar(figure: Figure, row: TargetRow, frame: YearFrame, look: Look, say: Say) -> Row:
    value = short(row, float(figure.value), say)
    told = noted(value, (years_of(figure.period), telling.status_note(figure.status, say)), say)
    x = (figure.period.start.year - _HALF_A_BAR, figure.period.last_year + _HALF_A_BAR)
    return bar(
        x, (frame.y(0), frame.y(float(figure.value))), figure.status, look.colours.main, told
    )


def _average(row: TargetRow, frame: YearFrame, look: Look) -> Rows:
    verdict = row.assessment
    if verdict.observed is None or verdict.latest is None or verdict.baseline is None:
        return []
    y = frame.y(verdict.observed * 100)
    start, end = verdict.baseline.year + 0.5, verdict.latest.year + 0.5
    return [stroke(start, end, y, look.colours.text, 3)]


def _value(figure: Figure, row: TargetRow, frame: YearFrame, look: Look, say: Say) -> Row:
    """The value inside its bar, where no line crosses it; beyond the end of too short a bar."""
    value = say.number(float(figure.value), row.indicator.decimals)
    if figure.period.year is None:
        told = say("average of {years}: {value}", years=years_of(figure.period), value=value)
        span = frame.scale.pixels(len(figure.period.years)) - frame.scale.pixels(0)
        value = told if text_width(told, look.small) < span else value
    middle = (figure.period.start.year + figure.period.last_year) / 2
    end, base = frame.y(float(figure.value)), frame.y(0)
    upward = -1 if figure.value >= 0 else 1
    wide = frame.scale.pixels(_HALF_A_BAR) - frame.scale.pixels(-_HALF_A_BAR)
    turned = figure.period.year is not None and text_width(value, look.small) + 4 > wide
    room = text_width(value, look.small) + 12 if turned else look.small * 2
    inside = abs(end - base) > room
    colour = written_on(figure.status, look) if inside else look.colours.text
    from_edge = (room / 2 if turned else look.small) * upward
    y = (base if inside else end) + from_edge
    label = text(middle, y, value, colour=colour, size=look.small, weight=600, align="center")
    return {**label, "angle": -90 if turned else 0}


def _ends(row: TargetRow, frame: YearFrame, look: Look, say: Say) -> Rows:
    """The target right of the plot; the average so far at the end of its own line."""
    c, verdict = look.colours, row.assessment
    target = row.target
    at_its_end = _average_label(row, frame, look, say)
    stated = [float(bound) for bound in (target.low, target.high) if bound is not None]
    room = frame.scale.right - 16
    said: list[tuple[float, list[str], str]] = []
    if stated:
        words = telling.bounds(row, say)
        words = words if look.compact else say("target {value}", value=words)
        said.append((frame.y(sum(stated) / len(stated)), wrapped(words, room, look.small), c.text))
    if verdict.observed is not None and not at_its_end:
        value = _told_average(row, look, say)
        said.append((frame.y(verdict.observed * 100), wrapped(value, room, look.small), c.text))
    step = line_height(look) * (max((len(lines) for _, lines, _ in said), default=1) + 0.2)
    heights = apart([y for y, _, _ in said], step)
    return at_its_end + [
        text(
            None,
            y - (len(lines) - 1) * line_height(look) / 2,
            lines,
            colour=colour,
            size=look.small,
            weight=600,
            px=-frame.scale.right + 8,
        )
        for (_, lines, colour), y in zip(said, heights, strict=True)
    ]


def _average_label(row: TargetRow, frame: YearFrame, look: Look, say: Say) -> Rows:
    """The average where its line ends, if years without a bar follow that give it room."""
    verdict = row.assessment
    if verdict.observed is None or verdict.latest is None:
        return []
    end = verdict.latest.year + 0.5
    room = frame.scale.width - frame.scale.pixels(end) - 16
    lines = wrapped(_told_average(row, look, say), room, look.small)
    if len(lines) > 2 or max(text_width(line, look.small) for line in lines) > room:
        return []
    at, y = end + frame.scale.of_pixels(8), frame.y(verdict.observed * 100)
    first = y - (len(lines) - 1) * line_height(look) / 2
    return [text(at, first, lines, colour=look.colours.text, size=look.small, weight=600)]


def _told_average(row: TargetRow, look: Look, say: Say) -> str:
    value = telling.latest_value(row, say)
    if look.compact:
        return value
    return say("average of {years}: {value}", years=telling.latest_years(row, say), value=value)


def _entries(row: TargetRow, figures: tuple[Figure, ...], look: Look, say: Say) -> list[keys.Entry]:
    c = look.colours
    entries = statuses((figure.status for figure in figures), c.main, say)
    if not look.compact:
        return entries  # the drawing names the rest
    if row.assessment.observed is not None:
        entries.append(keys.Entry(say("average so far"), LINE, colour=c.text))
    if row.target.low is not None and row.target.high is not None:
        entries.append(
            keys.Entry(say("target for the average of the period"), BAR, full=True, colour=c.band)
        )
    return entries
