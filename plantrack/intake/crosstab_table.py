"""A table found on a sheet to its figures: label, place, year, unit and status of each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from plantrack.intake.columns import Column
from plantrack.intake.crosstab import Block
from plantrack.intake.crosstab_lines import TableLines
from plantrack.intake.crosstab_marks import TableMarks
from plantrack.intake.crosstab_text import TableText
from plantrack.intake.crosstab_use import TableUse
from plantrack.intake.entry import Entry, Table
from plantrack.intake.findings import Finding
from plantrack.intake.places import Places
from plantrack.intake.questions import Asking
from plantrack.intake.tables_found import MAX_SHOWN_ROWS, CellUse, TableFound, cells_found
from plantrack.intake.vocabulary import Vocabulary


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
        lines = TableLines(self.text, self._marks, (), self.id)
        if not findings:
            columns, more = use.columns_in_use()
            findings = [*more, *self.text.whose.findings()]
            dated = all(finding.code != "year_not_found" for finding in more)
            if dated and not self.text.whose.own_missing:
                lines = TableLines(self.text, self._marks, columns, self.id)
                findings += [*self._marks.findings(), *lines.unread_rows()]
        table = self._found(lines)
        labels = tuple([label.full for label, _ in self.text.labels.values()])
        last_row = self.block.last + 1
        return Table(lines.lines, table, labels, self._accounted_for, last_row), tuple(findings)

    @property
    def _accounted_for(self) -> frozenset[int]:
        """The columns of figures, each read or told of, and those beside them that were used."""
        left = self.text.left
        beside = {left.label, left.numbering, left.unit, left.place, self.block.labels_end - 1}
        figures = {one.column for one in self.text.columns}
        return frozenset(c for c in beside | figures if c is not None)

    @cached_property
    def text(self) -> TableText:
        return TableText(self.block, self.vocabulary, self.places)

    @cached_property
    def _marks(self) -> TableMarks:
        return TableMarks(self.block, self.text.columns, self.asking, self.id)

    def _found(self, lines: TableLines) -> TableFound:
        block = self.block
        first, last = block.first_title, block.last
        uses, figures = self._uses(lines, first + MAX_SHOWN_ROWS)
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
            figures=figures,
            cells=cells,
            clipped=clipped,
        )

    def _uses(self, lines: TableLines, shown: int) -> tuple[dict[tuple[int, int], CellUse], int]:
        """Return how cells are used, of rows before `shown` and the header, and all figures."""
        uses: dict[tuple[int, int], CellUse] = {}
        seen: set[int] = set()
        count = 0
        for r, values in lines.rows:
            filled = [n for n, cell in enumerate(values) if cell.text or not cell.empty]
            count += len(filled)
            if r < shown or not seen.issuperset(filled):
                seen.update(filled)
                for number in filled:
                    self._note_uses(uses, r, lines.entry(r, number))
        for r in self.block.header:
            for c in range(self.block.width):
                uses.setdefault((r, c), CellUse.HEADER)
        return uses, count

    def _note_uses(self, uses: dict[tuple[int, int], CellUse], row: int, entry: Entry) -> None:
        uses[row, entry.place.column or 0] = CellUse.VALUE
        for part, use in ((Column.INDICATOR, CellUse.LABEL), (Column.YEAR, CellUse.YEAR)):
            at = entry.places[part]
            uses.setdefault(((at.row or 1) - 1, at.column or 0), use)
        if self.text.rows_of_places:
            uses.setdefault((row, self.text.left.label), CellUse.PLACE)
        if self.text.left.place is not None:
            uses.setdefault((row, self.text.left.place), CellUse.PLACE)
        if self.text.left.unit is not None:
            uses.setdefault((row, self.text.left.unit), CellUse.UNIT)
