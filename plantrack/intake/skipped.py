"""Pasted cells no table took: counted and named, so that none goes astray unseen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from plantrack.intake.cells import Workbook
from plantrack.intake.findings import Finding, Place, found
from plantrack.intake.tables_found import MAX_SHOWN_COLUMNS, CellUse, TableFound

_NAMED: Final = 5


def skipped_cells(
    workbook: Workbook, tables: Sequence[TableFound], findings: Sequence[Finding]
) -> Iterator[Finding]:
    """Yield the cells of digits that were not read, where a table was found at all.

    Words are none, nor is what numbers a row or stands in a title; a cell or column that a
    finding is about has been spoken of.
    """
    if not tables:
        return
    spoken = {(finding.place.row, finding.place.column) for finding in findings}
    for table in tables:
        spoken |= set(_accounted_for(table, spoken))
    skipped = [
        (Place(None, r, c).cell, cell.text)
        for r, row in enumerate(workbook.sheets[0].rows, start=1)
        for c, cell in enumerate(row[:MAX_SHOWN_COLUMNS])  # further right no use is kept
        if not {(r, c), (r, None)} & spoken and _of_digits(cell.text)
    ]
    if skipped:
        named = [f"{place}: “{text}”" for place, text in skipped[:_NAMED]]
        cells = "; ".join([*named, *(["…"] if len(skipped) > _NAMED else [])])
        yield found("pasted_cells_skipped", Place(), count=len(skipped), cells=cells)


def _of_digits(text: str) -> bool:
    return any(sign.isdecimal() for sign in text) and not any(sign.isalpha() for sign in text)


def _accounted_for(
    table: TableFound, spoken: set[tuple[int | None, int | None]]
) -> Iterator[tuple[int, int | None]]:
    """Yield the cells of a table that were read or told of; no column means the whole row."""
    labels = {cell.row: cell.column for cell in table.cells if cell.use is CellUse.LABEL}
    told = {column for row, column in spoken if row in table.header_rows}
    for cell in table.cells:
        numbering = cell.column < labels.get(cell.row, 0)
        if cell.use is not CellUse.UNUSED or numbering or cell.column in told - {None}:
            yield cell.row, cell.column
    for row in range(table.first_row, min(table.header_rows, default=table.first_row)):
        yield row, None
    if table.clipped:  # the rows below are not kept, cell by cell
        last = max((cell.row for cell in table.cells), default=table.first_row)
        for row in range(last + 1, table.last_row + 1):
            yield row, None
