"""What stands on the sheet of charts: a finding, its data, and the chart drawn from their cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from xlsxwriter.chart import Chart

from plantrack.exports.workbook.book import COLOURS, FONT
from plantrack.exports.workbook.tables import Cell
from plantrack.scorecard import TargetRow

GRID: Final[dict[str, Any]] = {"visible": True, "line": {"color": COLOURS.grid}}
SMALL: Final[dict[str, Any]] = {"name": FONT, "size": 10, "bold": False}
LOW: Final = 380  # pixels: the height of a chart


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a block stands on its sheet, from the row of its title on (from 0)."""

    sheet: str
    title: int
    rows: int

    @property
    def header(self) -> int:
        """The row of the headings, below the title and what it rests on."""
        return self.title + 2

    def heading(self, column: int) -> list[object]:
        return [self.sheet, self.header, column]

    def cells(self, column: int) -> list[object]:
        """The data of a column, as a chart refers to it."""
        return [self.sheet, self.header + 1, column, self.header + self.rows, column]


@dataclass(frozen=True, slots=True)
class Block:
    """`title` is the finding; `draw` adds series and axes to a chart of the kind."""

    title: str
    targets: Sequence[TargetRow]
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    kind: dict[str, str]
    draw: Callable[[Chart, Placed], None]
    height: int = LOW  # of the chart, in pixels
