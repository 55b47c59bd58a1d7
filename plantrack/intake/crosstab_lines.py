"""The rows of a table found on a sheet, as lines whose figures are made when they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import itemgetter

from plantrack.intake.cells import EMPTY, Cell, Kind
from plantrack.intake.columns import Column
from plantrack.intake.crosstab_columns import ValueColumn
from plantrack.intake.crosstab_marks import TableMarks
from plantrack.intake.crosstab_text import TableText
from plantrack.intake.entry import Entry, Line
from plantrack.intake.findings import Finding, Place, found
from plantrack.intake.headings import Heading, read_heading
from plantrack.intake.row_labels import RowLabel, read_label
from plantrack.intake.unit_words import is_index
from plantrack.model import Status

_STATUS_CELLS: dict[Status | None, Cell] = {
    None: EMPTY,
    **{one: Cell(one.value) for one in Status},
}


@dataclass(frozen=True)
class TableLines:
    """The figures of the table `id` in the columns in use."""

    text: TableText
    marks: TableMarks
    columns: Sequence[ValueColumn]
    id: str

    @cached_property
    def read(self) -> tuple[ValueColumn, ...]:
        """The columns that have figures: under a label, and a year where those are columns."""
        labelled = [
            one
            for one in self.columns
            if not self._by_column or one.labels or self.text.title_label is not None
        ]
        return tuple(one for one in labelled if self._years_by_row or one.heading is not None)

    @cached_property
    def rows(self) -> tuple[tuple[int, tuple[Cell, ...]], ...]:
        """Each row of figures with its cells in the columns that are read."""
        return tuple(self._rows())

    def _rows(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        columns = [one.column for one in self.read]
        if not columns:
            return
        missing = (EMPTY,) * (max(columns) + 1)
        picked = itemgetter(*columns)
        rows = self.text.block.sheet.rows
        for r in self._labelled_rows():
            row = rows[r]
            whole = row if len(row) >= len(missing) else row + missing[len(row) :]
            values = picked(whole)
            yield r, values if len(columns) > 1 else (values,)

    def lines(self) -> Iterator[Line]:
        groups, entry, named = self._groups, self.entry, self._named
        for r, values in self.rows:
            yield Line(values, groups, r, entry, named)

    def _labelled_rows(self) -> Iterator[int]:
        block, labels = self.text.block, self.text.labels
        of_places, whose = self.text.rows_of_places, self.text.whose
        for r in block.body:
            if of_places:
                if whose.is_own(r):
                    yield r
            elif block.years_down:
                if self._heading_of(r) is not None:
                    yield r
            elif r in labels:
                yield r

    def unread_rows(self) -> Iterator[Finding]:
        """Say which rows have figures in the columns read, but no label or no year."""
        block, of_places = self.text.block, self.text.rows_of_places
        if of_places or not self.read:
            return  # rows without a place are counted among those of other places
        labelled = set(self._labelled_rows())
        for r in block.body:
            if r in labelled or not (self.text.has_figures(r) and self.text.whose.is_own(r)):
                continue
            if not block.years_down:
                yield found("indicator_missing", block.sheet.place(r))
                continue
            cell, at = block.sheet.cell(r, self._year), block.sheet.cell_place(r, self._year)
            unread = not cell.empty
            yield found("not_a_year", at, text=cell.text) if unread else found("year_missing", at)

    @property
    def _year(self) -> int:
        return self.text.block.labels_end - 1

    @property
    def _label(self) -> int:
        return self.text.left.label

    @cached_property
    def _by_column(self) -> bool:
        return self.text.rows_of_places or self.text.block.years_down

    @property
    def _years_by_row(self) -> bool:
        return self.text.block.years_down and not self.text.rows_of_places

    @cached_property
    def _groups(self) -> tuple[int, ...]:
        """Number columns alike under the same labels; where columns name the figures, each cell."""
        known: dict[object, int] = {}
        keys = [(one.labels, one.label_at if self._by_column else None) for one in self.read]
        return tuple(known.setdefault(key, len(known)) for key in keys)

    def _heading_of(self, r: int) -> Heading | None:
        return read_heading(self.text.block.sheet.cell(r, self._year))

    def entry(self, r: int, number: int) -> Entry:
        """Return one of the figures of a row with all that the table says about it."""
        column, sheet = self.read[number], self.text.block.sheet
        cell = sheet.cell(r, column.column)
        year_at, heading = column.heading_at, column.heading
        if self._years_by_row:
            year_at, heading = (r, self._year), self._heading_of(r)
        if heading is None:
            raise AssertionError("a figure without a year is left out of its line")
        label, label_at, contexts = self._label_of(r, column)
        unit, index = self._unit_of(r, column, label)
        year = sheet.cell(*year_at) if heading.year is None else _year_cell(heading.year)
        return Entry(
            place=sheet.cell_place(r, column.column),
            cells={
                Column.INDICATOR: Cell(label.full),
                Column.SERIES: EMPTY,
                Column.YEAR: year,
                Column.VALUE: cell,
                Column.UNIT: unit,
                Column.STATUS: _STATUS_CELLS[heading.status],
                Column.NOTE: EMPTY,
            },
            places={
                Column.INDICATOR: sheet.cell_place(*label_at),
                Column.YEAR: sheet.cell_place(*year_at),
            },
            decimal_mark=self.marks.of_columns.get(column.column),
            table=self.id,
            contexts=contexts,
            before=self.text.before(r),
            index=index,
            fraction_possible=not sheet.formats_known and cell.kind is Kind.NUMBER,
        )

    def _label_of(
        self, r: int, column: ValueColumn
    ) -> tuple[RowLabel, tuple[int, int], tuple[str, ...]]:
        """Return what names the indicator of a cell, where it stands, and what is around it."""
        if not self._by_column:
            label, above = self.text.labels[r]
            contexts = (*reversed(column.labels), *above, self.text.title)
            return label, (r, self._label), tuple([text for text in contexts if text])
        if column.labels:
            label = read_label(column.labels[-1])
            return label, column.label_at, (*reversed(column.labels[:-1]), self.text.title)
        if self.text.title_label is None:
            raise AssertionError("a figure without a label is left out of its line")
        return self.text.title_label

    def _named(self, r: int, number: int) -> tuple[str, tuple[str, ...], Place]:
        column, sheet = self.read[number], self.text.block.sheet
        if self._by_column:
            label, at, contexts = self._label_of(r, column)
            return label.full, contexts[:1], sheet.cell_place(*at)
        label, above = self.text.labels[r]
        nearest = self._over[number] or next(filter(None, above), self.text.title)
        return label.full, (nearest,) if nearest else (), sheet.cell_place(r, self._label)

    @cached_property
    def _over(self) -> tuple[str, ...]:
        """The nearest label over each column that is read, "" where none is."""
        return tuple(next(filter(None, reversed(one.labels)), "") for one in self.read)

    def _unit_of(self, r: int, column: ValueColumn, label: RowLabel) -> tuple[Cell, bool]:
        """Return the unit stated for a figure, and whether it is an index."""
        left = self.text.left.unit
        own = "" if left is None else self.text.beside(r, left)
        stated = column.unit or label.unit or own or self.text.unit
        return self._units(stated, column.unit or "")

    @cached_property
    def _units(self) -> Callable[[str, str], tuple[Cell, bool]]:
        @lru_cache(maxsize=1_000)
        def unit(stated: str, of_column: str) -> tuple[Cell, bool]:
            index = self.text.index or is_index(stated) or is_index(of_column)
            return Cell("%" if index else stated), index

        return unit


@lru_cache(maxsize=200)
def _year_cell(year: int) -> Cell:
    return Cell(str(year))
