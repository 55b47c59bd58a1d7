"""The decimal marks of a table's columns: read off their texts, or asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from plantrack.intake.cells import Kind
from plantrack.intake.crosstab import Block
from plantrack.intake.crosstab_columns import ValueColumn
from plantrack.intake.decimal_marks import MARKS, MarkEvidence, evidence
from plantrack.intake.findings import Finding, found
from plantrack.intake.headings import without_footnote
from plantrack.intake.questions import Asking, Choice


@dataclass(frozen=True)
class TableMarks:
    """`id` is the table's, which the question is asked about."""

    block: Block
    columns: tuple[ValueColumn, ...]
    asking: Asking
    id: str

    @cached_property
    def _evidence(self) -> dict[int, MarkEvidence]:
        return {one.column: evidence(self._texts(one.column)) for one in self.columns}

    def _texts(self, column: int) -> Iterator[str]:
        """Yield the texts of a column, those of one cell said again and again once."""
        body = self.block.body
        rows = [row for row in self.block.sheet.rows[body.start : body.stop] if column < len(row)]
        for cell in dict.fromkeys(map(itemgetter(column), rows)):
            if cell.kind is Kind.TEXT and cell.text:
                yield without_footnote(cell.text)

    @cached_property
    def unsettled(self) -> Finding | None:
        """What leaves a decimal mark open: texts that both marks fit, or both marks in a column."""
        shown = self._evidence.values()
        settled = {mark for one in shown for mark in one.settled}
        mixed = next((one for one in shown if one.contradicts), None)
        place = self.block.sheet.place(self.block.header.stop - 1)
        if mixed is not None:
            texts = tuple(mixed.settled.values())
            return found("decimal_marks_mixed", place, texts=texts)
        open_to_both = next(
            (one.undecided for one in shown if one.undecided and not one.mark), None
        )
        if open_to_both is None or len(settled) == 1:
            return None
        return found("decimal_mark_unknown", place, text=open_to_both)

    @cached_property
    def of_columns(self) -> dict[int, str | None]:
        """The decimal mark of each column: its own, the table's, or the reader's answer."""
        shown = self._evidence.values()
        settled = {mark for one in shown for mark in one.settled}
        of_table = next(iter(settled)) if len(settled) == 1 else None
        if self.unsettled is not None:
            choices = [Choice(one, one) for one in MARKS]
            answer = self.asking.ask(f"mark:{self.id}", self.unsettled, choices)
            of_table = answer if answer in MARKS else None
        return {c: one.mark or of_table for c, one in self._evidence.items()}

    def findings(self) -> Iterator[Finding]:
        """Say under which decimal mark texts were read and what settled it, or that nothing did."""
        if self.unsettled is not None and None in self.of_columns.values():
            yield self.unsettled
        marks = {mark for mark in self.of_columns.values() if mark is not None}
        if len(marks) == 1:
            (mark,) = marks
            shown = [one.settled[mark] for one in self._evidence.values() if mark in one.settled]
            if shown:
                place = self.block.sheet.place(self.block.header.stop - 1)
                yield found("decimal_mark_inferred", place, mark=mark, text=shown[0])
