"""A table found on a sheet to its figures: label, place, year, unit and status of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from plantrack.intake.cells import EMPTY, Cell, Kind
from plantrack.intake.columns import Column
from plantrack.intake.crosstab import Block
from plantrack.intake.crosstab_columns import ValueColumn
from plantrack.intake.crosstab_marks import TableMarks
from plantrack.intake.crosstab_text import TableText
from plantrack.intake.crosstab_use import TableUse
from plantrack.intake.entry import Entry, Table
from plantrack.intake.findings import Finding
from plantrack.intake.headings import read_heading
from plantrack.intake.places import Places
from plantrack.intake.questions import Asking
from plantrack.intake.row_labels import RowLabel, read_label
from plantrack.intake.tables_found import CellUse, TableFound, cells_found
from plantrack.intake.unit_words import is_index
from plantrack.intake.vocabulary import Vocabulary
from plantrack.model import Status

_STATUS_TEXT: dict[Status | None, str] = {None: "", **{one: one.value for one in Status}}


@dataclass(frozen=True)
class CrosstabReader:
    """Reads one block. `file_name` may name a place or a year when the table does not."""

    vocabulary: Vocabulary
    places: Places
    asking: Asking
    block: Block
    id: str
    file_name: str

    def read(self) -> tuple[Table, tuple[Finding, ...]]:
        """Return the table with its figures, and what is said about it as a whole."""
        use = TableUse(self.text, self.asking, self.id, self.file_name)
        findings = use.refusal()
        entries: list[Entry] = []
        if not findings:
            columns, more = use.columns_in_use()
            findings = [*more, *self.text.about_places()]
            dated = all(finding.code != "year_not_found" for finding in more)
            if dated and not self.text.own_place_missing:
                entries = list(self._entries(columns))
                findings += self._marks.findings()
        table = self._found(entries)
        labels = tuple(label.full for label, _ in self.text.labels.values())
        return Table(tuple(entries), table, labels), tuple(findings)

    @cached_property
    def text(self) -> TableText:
        return TableText(self.block, self.vocabulary, self.places)

    @cached_property
    def _marks(self) -> TableMarks:
        return TableMarks(self.block, self.text.columns, self.asking, self.id)

    def _entries(self, columns: Sequence[ValueColumn]) -> Iterator[Entry]:
        sheet = self.block.sheet
        for r in self.block.body:
            if self.text.rows_of_places and not self.places.is_own(
                sheet.cell(r, self.text.left.label).text
            ):
                continue
            for column in columns:
                cell = sheet.cell(r, column.column)
                if not cell.empty:
                    entry = self._entry(r, column, cell)
                    if entry is not None:
                        yield entry

    def _entry(self, r: int, column: ValueColumn, cell: Cell) -> Entry | None:
        sheet, block = self.block.sheet, self.block
        at = replace(sheet.place(r, column.column), by_cell=True)
        year_at, heading = column.heading_at, column.heading
        if block.years_down and not self.text.rows_of_places:
            first = block.labels_end - 1
            heading, year_at = read_heading(sheet.cell(r, first)), (r, first)
            if heading is None:
                return None
        if heading is None:
            return None
        found_label = self._label_of(r, column)
        if found_label is None:
            return None
        label, label_at, contexts = found_label
        year = Cell(str(heading.year)) if heading.year is not None else sheet.cell(*year_at)
        unit = self._unit_of(r, column, label)
        index = self.text.index or is_index(unit.text) or is_index(column.unit or "")
        return Entry(
            place=at,
            cells={
                Column.INDICATOR: Cell(label.full),
                Column.SERIES: EMPTY,
                Column.YEAR: year,
                Column.VALUE: cell,
                Column.UNIT: Cell("%") if index else unit,
                Column.STATUS: Cell(_STATUS_TEXT[heading.status]),
                Column.NOTE: EMPTY,
            },
            places={
                Column.INDICATOR: replace(sheet.place(*label_at), by_cell=True),
                Column.YEAR: replace(sheet.place(*year_at), by_cell=True),
            },
            decimal_mark=self._marks.of_columns.get(column.column),
            table=self.id,
            contexts=contexts,
            before=self.text.before.get(r, ()),
            index=index,
            fraction_possible=not sheet.formats_known and cell.kind is Kind.NUMBER,
        )

    def _label_of(
        self, r: int, column: ValueColumn
    ) -> tuple[RowLabel, tuple[int, int], tuple[str, ...]] | None:
        """Return what names the indicator of a cell, where it stands, and what is around it."""
        if self.text.rows_of_places or self.block.years_down:
            if not column.labels:
                return self.text.title_label
            label = read_label(column.labels[-1])
            return label, column.label_at, (*reversed(column.labels[:-1]), self.text.title)
        known = self.text.labels.get(r)
        if known is None:
            return None
        label, above = known
        contexts = (*reversed(column.labels), *above, self.text.title)
        return label, (r, self.text.left.label), tuple(text for text in contexts if text)

    def _unit_of(self, r: int, column: ValueColumn, label: RowLabel) -> Cell:
        own = (
            EMPTY if self.text.left.unit is None else self.block.sheet.cell(r, self.text.left.unit)
        )
        stated = column.unit or label.unit or own.text or self.text.unit
        return Cell(stated)

    def _found(self, entries: Sequence[Entry]) -> TableFound:
        block, uses = self.block, self._uses(entries)
        first, last = block.first_title, block.last
        cells, clipped = cells_found(block.sheet, first, last, uses)
        marks = {mark for mark in self._marks.of_columns.values() if mark is not None}
        return TableFound(
            id=self.id,
            layout=self.text.kind,
            sheet=block.sheet.name,
            sheet_number=block.sheet.number,
            title=self.text.title,
            header_rows=tuple(r + 1 for r in block.header),
            first_row=first + 1,
            last_row=last + 1,
            decimal_mark=next(iter(marks)) if len(marks) == 1 else None,
            figures=len(entries),
            cells=cells,
            clipped=clipped,
        )

    def _uses(self, entries: Sequence[Entry]) -> dict[tuple[int, int], CellUse]:
        uses: dict[tuple[int, int], CellUse] = {}
        for entry in entries:
            row, column = (entry.place.row or 1) - 1, entry.place.column or 0
            uses[row, column] = CellUse.VALUE
            for part, use in ((Column.INDICATOR, CellUse.LABEL), (Column.YEAR, CellUse.YEAR)):
                at = entry.places[part]
                uses.setdefault(((at.row or 1) - 1, at.column or 0), use)
            if self.text.rows_of_places:
                uses.setdefault((row, self.text.left.label), CellUse.PLACE)
            if self.text.left.unit is not None:
                uses.setdefault((row, self.text.left.unit), CellUse.UNIT)
        for r in self.block.header:
            for c in range(self.block.width):
                uses.setdefault((r, c), CellUse.HEADER)
        return uses
