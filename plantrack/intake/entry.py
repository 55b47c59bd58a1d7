"""One figure as a table gives it, whatever the table's layout: what every layout hands on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from plantrack.intake.cells import Cell
from plantrack.intake.columns import Column
from plantrack.intake.findings import Place
from plantrack.intake.tables_found import TableFound


@dataclass(slots=True)  # not frozen, which costs three times as much, and there are very many
class Entry:
    """`place` is the row, or the value's own cell where a row holds several figures.

    `cells` has a cell for each column, empty where the table lacks it. `contexts` are the labels
    around the figure, nearest first; `index` says that the previous year is 100.
    """

    place: Place
    cells: Mapping[Column, Cell]
    places: Mapping[Column, Place] = field(default_factory=dict)
    columns: Mapping[Column, int] = field(default_factory=dict)  # of the long layout
    decimal_mark: str | None = None  # None = not settled
    table: str = ""
    contexts: tuple[str, ...] = ()
    before: tuple[str, ...] = ()  # labels of the rows above, nearest first
    index: bool = False
    fraction_possible: bool = False  # a percentage may be stored as its fraction, unmarked

    def at(self, column: Column) -> Place:
        """The place of a cell, or of the figure where the table lacks the column."""
        place = self.places.get(column)
        if place is not None:
            return place
        if self.place.column is not None:
            return self.place
        number = self.columns.get(column)
        return Place(self.place.sheet, self.place.row, number, self.place.sheet_number)


@dataclass(frozen=True, slots=True)
class LongRows:
    """What holds for every row of a table in the long layout; `columns` are its numbers from 0."""

    sheet: str | None
    sheet_number: int
    columns: Mapping[Column, int]
    decimal_mark: str
    id: str
    fraction_possible: bool


@dataclass(slots=True)
class Row:
    """One row of the long layout: `cells` has one for each `Column`; `number` counts from 1."""

    number: int
    cells: tuple[Cell, ...]
    table: LongRows

    def at(self, column: Column) -> Place:
        table = self.table
        return Place(table.sheet, self.number, table.columns.get(column), table.sheet_number)

    def entry(self) -> Entry:
        table = self.table
        return Entry(
            Place(table.sheet, self.number, None, table.sheet_number),
            dict(zip(Column, self.cells, strict=True)),
            columns=table.columns,
            decimal_mark=table.decimal_mark,
            table=table.id,
            fraction_possible=table.fraction_possible,
        )


@dataclass(slots=True)
class Line:
    """The cells of one row with figures, each made whole by `entry` only when it is looked at.

    Figures with the same label and the same labels around them have the same number in `labels`.
    `entry` and `label` take the number of the row and of the figure in it; `label` gives the
    figure's label, the nearest around it, and where the label stands.
    """

    values: tuple[Cell, ...]
    labels: tuple[int, ...]
    row: int
    entry: Callable[[int, int], Entry]
    label: Callable[[int, int], tuple[str, tuple[str, ...], Place]]


@dataclass(frozen=True, slots=True)
class Table:
    """`lines` gives its figures, one to a row or several.

    `labels` name its rows, read or not: they tell its shape. `columns` are those whose cells were
    read, or spoken of in a finding; `last_row` (from 1) is the last that was looked at.
    """

    lines: Callable[[], Iterator[Line | Row]]
    found: TableFound
    labels: tuple[str, ...] = ()
    columns: frozenset[int] = frozenset()
    last_row: int = 0
