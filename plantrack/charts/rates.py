"""The overview's second chart: the yearly change achieved beside the change required."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantrack.charts import key as keys
from plantrack.charts.finish import Spec, finish
from plantrack.charts.lines import rows_between, stroke, strokes
from plantrack.charts.look import WIDE, Caption, Look
from plantrack.charts.marks import Row, Rows, block, figure, line_height, point, points, text, texts
from plantrack.charts.rate_lines import Group, RateLine, groups
from plantrack.charts.scales import Across, across, decimals_of, ticks
from plantrack.charts.shapes import DIAMOND
from plantrack.charts.tables import rate_table
from plantrack.charts.tokens import EDGE
from plantrack.charts.wrapping import wrapped
from plantrack.scorecard import TargetRow
from plantrack.scorecard.telling.paces import pace_decimals
from plantrack.words import Say

__all__ = ["rate_chart", "rate_table"]

_KEY = 30  # pixels the key takes below the panels
_REACH = 11  # pixels a tick's line reaches above and below the line of a target


@dataclass(frozen=True, slots=True)
class Panel:
    """One group laid out: its ticks, and top and name of each of its lines.

    Panels share one horizontal scale from 0 to 1; `at` places a yearly change on it.
    """

    group: Group
    low: float
    high: float
    ticks: list[float]
    top: float
    names: tuple[list[str], ...]
    lines: tuple[float, ...]
    edges: tuple[float, ...]
    bottom: float

    def at(self, change: float) -> float:
        return (change - self.low) / (self.high - self.low)


def rate_chart(rows: Sequence[TargetRow], say: Say, *, caption: Caption, look: Look = WIDE) -> Spec:
    """Return one line a target, in one panel for each unit a pace has.

    A circle is the observed change, an open diamond the one required from the baseline, a full
    diamond the one required from now; a band shows what both bounds of a range require.
    """
    panels: list[Panel] = []
    top = 4.0
    found = groups(rows, say)
    taken = len(found) * (line_height(look) * 1.6 + 34 * look.text) + _KEY * look.text
    usual = look.row(64, sum(len(group.lines) for group in found), taken)
    for group in found:
        panels.append(_panel(group, top, usual, look, say))
        top = panels[-1].bottom + 34 * look.text
    left = 18 if look.stacked else look.width * 0.3 + 20
    scale = across(0, 1, left, 26 if look.stacked else 40, look)
    key = keys.key(_entries(panels, look, say), top + 4, look)
    drawn = [(panel, *pair) for panel in panels for pair in _pairs(panel)]
    layers = [
        rows_between([edge for panel in panels for edge in panel.edges], look),
        *strokes([one for panel in panels for one in _grid(panel, look)], scale),
        *strokes([one for pair in drawn for one in _strokes(*pair, look)], scale),
        *points([*[s for pair in drawn for s in _shapes(*pair, look, say)], *key.points], scale),
        *texts([*_words(panels, scale, look, say), *key.texts], scale, look),
    ]
    return finish(layers, top + key.height, caption, look, say.language)


def _panel(group: Group, top: float, usual: float, look: Look, say: Say) -> Panel:
    y = top + line_height(look) * 1.6
    room = look.width - 24 if look.stacked else look.width * 0.3
    names, lines, edges = [], [], []
    for line in group.lines:
        name = wrapped(say.text(line.row.indicator.name), room, look.body * 1.04)
        edges.append(y)
        if look.stacked:
            middle = y + line_height(look) * (len(name) + 0.5) + 32 * look.text
            height = middle - y + 34 * look.text
        else:
            height = max(usual, line_height(look) * (len(name) + 1))
            middle = y + height / 2
        names.append(name)
        lines.append(middle)
        y += height
    known = [0.0, *(value for line in group.lines for value in line.known)]
    margin = (max(known) - min(known)) * 0.06 or 1.0
    low, high = min(known) - margin, max(known) + margin
    counted = [t for t in ticks(low, high, 4 if look.compact else 7) if low <= t <= high]
    return Panel(group, low, high, counted, top, tuple(names), tuple(lines), (*edges, y), y)


def _pairs(panel: Panel) -> list[tuple[RateLine, float]]:
    return list(zip(panel.group.lines, panel.lines, strict=True))


def _entries(panels: Sequence[Panel], look: Look, say: Say) -> list[keys.Entry]:
    lines = [line for panel in panels for line in panel.group.lines]
    main = look.colours.main
    entries = keys.statuses(
        (line.status for line in lines if line.observed is not None), say, told=say("achieved")
    )
    if any(line.required is not None for line in lines):
        entries.append(keys.Entry(say("required from the baseline"), DIAMOND))
    if any(line.from_now is not None for line in lines):
        entries.append(keys.Entry(say("required from now"), DIAMOND, full=True, colour=main))
    if any(line.low is not None for line in lines):
        entries.append(keys.required_range(say, look))
    return entries


def _grid(panel: Panel, look: Look) -> Rows:
    """The lines of the ticks, short at each target, so that they leave its words free."""
    c, reach = look.colours, _REACH * look.text
    return [
        stroke(panel.at(tick), panel.at(tick), y - reach, c.grey if tick == 0 else c.grid, 1, end)
        for tick in panel.ticks
        for y in panel.lines
        for end in (y + reach,)
    ]


def _strokes(panel: Panel, line: RateLine, y: float, look: Look) -> Rows:
    c = look.colours
    found = []
    if line.low is not None and line.high is not None:
        found.append(stroke(panel.at(line.low), panel.at(line.high), y, c.band, 16))
    needed = line.from_now if line.from_now is not None else line.required
    if line.observed is not None and needed is not None:
        found.append(stroke(panel.at(line.observed), panel.at(needed), y, c.grey, 2))
    return found


def _shapes(panel: Panel, line: RateLine, y: float, look: Look, say: Say) -> Rows:
    c = look.colours
    found: Rows = []
    if line.required is not None:
        told = _told(say("required from the baseline"), line.row, line.required, say)
        at = panel.at(line.required)
        found.append(point(at, y, DIAMOND, fill=c.background, stroke=c.main, told=told))
    if line.from_now is not None:
        told = _told(say("required from now"), line.row, line.from_now, say)
        at = panel.at(line.from_now)
        found.append(point(at, y, DIAMOND, fill=c.main, stroke=c.main, told=told))
    if line.observed is not None:
        told = _told(say("achieved"), line.row, line.observed, say)
        found += figure(panel.at(line.observed), y, line.status, look, told=told)
    return found


def _told(name: str, row: TargetRow, change: float, say: Say) -> str:
    return say("{name}: {value}", name=name, value=written(row, change, say))


def written(row: TargetRow, change: float, say: Say) -> str:
    """Return a yearly change with the decimals it has in every sentence about the target."""
    return say.signed(change, pace_decimals(row))


def _words(panels: Sequence[Panel], scale: Across, look: Look, say: Say) -> Rows:
    c = look.colours
    labels: Rows = []
    for panel in panels:
        labels.append(
            text(
                None,
                panel.top + line_height(look) * 0.6,
                panel.group.unit,
                colour=c.text,
                size=look.body,
                weight=600,
                px=EDGE,
            )
        )
        decimals = decimals_of(panel.ticks)
        for tick in panel.ticks:
            said = say.number(tick, decimals)
            labels.append(
                text(
                    panel.at(tick),
                    panel.bottom + look.small,
                    said,
                    colour=c.muted,
                    size=look.small,
                    align="center",
                )
            )
        for (line, y), name, edge in zip(_pairs(panel), panel.names, panel.edges, strict=False):
            middle = edge + line_height(look) * (len(name) / 2 + 0.4) if look.stacked else y
            labels.append(block(name, EDGE, middle, c.text, look.body, look))
            labels += _values(panel, line, y, scale, look, say)
    return labels


def _values(panel: Panel, line: RateLine, y: float, scale: Across, look: Look, say: Say) -> Rows:
    c, rise = look.colours, look.small * 1.5

    def label(change: float, height: float, words: str, weight: int) -> Row:
        at = panel.at(change)
        align = scale.align(at, words, look.small)
        return text(at, height, words, colour=c.text, size=look.small, weight=weight, align=align)

    found = []
    if line.observed is not None:
        found.append(label(line.observed, y - rise, written(line.row, line.observed, say), 600))
    needed = line.from_now
    if needed is not None:
        found.append(label(needed, y + rise, written(line.row, needed, say), 400))
    elif line.low is not None and line.high is not None:
        both = [written(line.row, change, say) for change in (line.low, line.high)]
        found.append(label((line.low + line.high) / 2, y + rise, " / ".join(both), 400))
    elif line.required is not None:
        found.append(label(line.required, y + rise, written(line.row, line.required, say), 400))
    return found
