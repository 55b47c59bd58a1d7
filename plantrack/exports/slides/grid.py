"""A table with, where its rows have lengths, bars in one of its columns: what it says, how tall."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from plantrack.charts.native import Kind, Native, Role
from plantrack.charts.tables import TableRow
from plantrack.exports.slides import sheet
from plantrack.model import Standing
from plantrack.words import Say, capitalised
from plantrack.words.terms import standing_word

PAD: Final = 8.0  # right of a cell's words
ABOVE: Final = 1.5  # and above and below them
MARK: Final = 26.0  # a standing's shape and the space after it
_BARS: Final = 0.16  # of the width
_LEAST_BARS: Final = 20.0
_HEAD_LINES: Final = 3  # at a third of the width
_WORD: Final = 0.24  # of the width, the most a word is given before it is broken
_SURE: Final = 0.94
_STEP: Final = 6.0  # in which the width is shared out


@dataclass(frozen=True, slots=True)
class Grid:
    """`bars` is the chart lying in the column `place`, which has no words but its key.

    `key` says which series a heading or the column of bars stands for.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    bars: Native | None = None
    place: int = -1
    standings: tuple[Standing, ...] = ()
    key: Mapping[str, Role] = field(default_factory=dict)
    above: int | None = None
    subject: int | None = None

    def part(self, start: int, stop: int) -> Grid:
        bars = None if self.bars is None else self.bars.part(start, stop)
        return Grid(
            self.headings,
            self.rows[start:stop],
            bars,
            self.place,
            self.standings[start:stop],
            self.key,
            None if bars is None else bars.above,
            None if bars is None else bars.subject,
        )


def of_table(rows: Sequence[TableRow]) -> Grid:
    """Return a table as it is; columns without a word in them are left out."""
    headings = tuple(name for name in rows[0] if any(row.get(name) for row in rows)) if rows else ()
    return Grid(headings, tuple(tuple(row.get(name, "") for name in headings) for row in rows))


def of_native(chart: Native, say: Say) -> Grid:
    """Return the rows of bars or of words, standings at the end."""
    before = tuple(chart.before[0]) if chart.before else ()
    after = tuple(chart.after[0]) if chart.after else ()
    drawn = chart.kind is Kind.BARS
    named = {*before, *after}
    key = {one.heading or one.name: one.role for one in chart.series}
    others = [one for one in chart.series if (one.heading or one.name) not in named]
    head = "\n".join(one.name for one in others)
    if len(chart.series) == 1:
        key = {}
    headings = [*before, *([head] if drawn else []), *after]
    rows = []
    for at in range(len(chart.categories)):
        left = [chart.before[at].get(name, "") for name in before]
        right = [chart.after[at].get(name, "") for name in after]
        word = [standing_of(chart.standings[at], say)] if chart.standings else []
        rows.append((*left, *([""] if drawn else []), *right, *word))
    if chart.standings:
        headings.append(say("Standing"))
    return Grid(
        tuple(headings),
        tuple(rows),
        chart if drawn else None,
        len(before) if drawn else -1,
        chart.standings,
        key,
        chart.above,
        chart.subject,
    )


def standing_of(standing: Standing, say: Say) -> str:
    return capitalised(standing_word(standing, say))


@dataclass(frozen=True, slots=True)
class Laid:
    """A grid with the widths of its columns and the heights of its head and rows, in points."""

    grid: Grid
    widths: tuple[float, ...]
    head: float
    heights: tuple[float, ...]

    @property
    def height(self) -> float:
        return self.head + sum(self.heights)

    def part(self, start: int, stop: int) -> Laid:
        return Laid(self.grid.part(start, stop), self.widths, self.head, self.heights[start:stop])


def laid(grid: Grid, room: float) -> Laid:
    """Return the grid laid out; rows with bars are equally tall, so that each lies by its bar.

    A cell that would not fit on a page `room` points high is cut.
    """
    grid = replace(grid, headings=tuple(_heading(name) for name in grid.headings))
    widths = _widths(grid, sheet.INNER)
    head = max(
        sum(
            sheet.height_of(line, widths[at] - PAD - _swatch(grid, line), sheet.TEXT, bold=True)
            for line in name.split("\n")
        )
        for at, name in enumerate(grid.headings)
    )
    most = max(1, int((room - head - 4 * ABOVE) / sheet.line_height(sheet.TEXT)))
    rows = tuple(
        tuple(
            sheet.shortened(
                cell,
                _room(grid, at, widths[at]),
                sheet.TEXT,
                most,
                "…",
                bold=_bold(grid, at),
            )
            for at, cell in enumerate(row)
        )
        for row in grid.rows
    )
    grid = replace(grid, rows=rows)
    heights = [
        max(
            sheet.height_of(cell, _room(grid, at, widths[at]), sheet.TEXT, bold=_bold(grid, at))
            for at, cell in enumerate(row)
        )
        + 2 * ABOVE
        for row in grid.rows
    ]
    if grid.bars is not None:
        least = _LEAST_BARS * min(2, len(grid.bars.series)) * 0.75
        heights = [max(*heights, least)] * len(heights)
    return Laid(grid, widths, head + 2 * ABOVE, tuple(heights))


def _heading(name: str) -> str:
    """A heading can be the name of a target, of any length."""
    return sheet.shortened(name, sheet.INNER / 3, sheet.TEXT, _HEAD_LINES, "…", bold=True)


def indent(grid: Grid, at: int) -> float:
    return MARK if grid.standings and at == len(grid.headings) - 1 else 0.0


def _swatch(grid: Grid, heading: str) -> float:
    return sheet.TEXT if heading in grid.key else 0.0


def _widths(grid: Grid, width: float) -> tuple[float, ...]:
    """Each column at least its longest word; what is left goes where rows are tallest."""
    found = [_least(grid, at) for at in range(len(grid.headings))]
    room = width - sum(found)
    if room <= 0:
        return tuple(one * width / sum(found) for one in found)
    free = [at for at in range(len(found)) if at != grid.place]
    while room >= _STEP:
        tallest = max(free, key=lambda at: (*_tall(grid, at, found[at]), -found[at]))
        found[tallest] += _STEP
        room -= _STEP
    found[-1] += room
    return tuple(found)


def _least(grid: Grid, at: int) -> float:
    name = grid.headings[at]
    key = [
        sheet.width_of(line, sheet.TEXT, bold=True) + _swatch(grid, line)
        for line in name.split("\n")
    ]
    if at == grid.place:
        return max(sheet.INNER * _BARS, min(max(key) + PAD, sheet.INNER * 1.25 * _BARS))
    cells = [word for row in grid.rows for word in row[at].split()]
    words = [_word(word, bold=_bold(grid, at)) for word in cells]
    heads = [_word(word, bold=True) for word in name.split()]
    longest = min(max(*words, *heads, 0.0) / _SURE, sheet.INNER * _WORD)
    return longest + PAD + max(indent(grid, at), _swatch(grid, name))


def _word(word: str, *, bold: bool) -> float:
    return sheet.width_of(word, sheet.TEXT, bold=bold)


def _room(grid: Grid, at: int, width: float) -> float:
    """The room of a cell's words, a little less than there is.

    A line more than was counted on, in letters that stand in for others, would move every row
    below from its bar.
    """
    return (width - PAD - indent(grid, at)) * _SURE


def _bold(grid: Grid, at: int) -> bool:
    """Whether the words of a column are heavy: what the row is of, and its standing."""
    return at == 0 or (bool(grid.standings) and at == len(grid.headings) - 1)


def _tall(grid: Grid, at: int, width: float) -> tuple[int, int]:
    """How many lines the tallest cell of a column has, and all its cells."""
    room = _room(grid, at, width)
    lines = [sheet.lines_of(row[at], room, sheet.TEXT, bold=_bold(grid, at)) for row in grid.rows]
    name = grid.headings[at]
    head = sheet.lines_of(name, width - PAD - _swatch(grid, name), sheet.TEXT, bold=True)
    return max(*lines, head), sum(lines) + head
