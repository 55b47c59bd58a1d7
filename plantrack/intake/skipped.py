"""Numbers no table took: counted and named, so that none goes astray unseen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from plantrack.intake.cells import Cell, Kind, Sheet, Workbook
from plantrack.intake.entry import Table
from plantrack.intake.findings import Finding, Place, found
from plantrack.intake.headings import read_heading

_NAMED: Final = 5


def skipped_cells(
    workbook: Workbook, tables: Sequence[Table], findings: Sequence[Finding]
) -> Iterator[Finding]:
    """Yield the numbers that were not read, sheet by sheet, where a table was found at all.

    Words are none, nor is what numbers a row or stands in a title; a cell or row that a finding
    is about has been spoken of, and so has every column of a table that was read or told of.
    """
    if not tables:
        return
    for sheet in workbook.sheets:
        if sheet.hidden:
            continue  # which is said
        own = [table for table in tables if table.found.sheet_number == sheet.number]
        about = [one.place for one in findings if one.place.sheet_number == sheet.number]
        if not own:
            whole = Place(sheet.name, None, None, sheet.number)
            if whole not in about and any(_numbers(sheet, range(len(sheet.rows)), frozenset())):
                yield found("sheet_not_read", whole)
            continue
        spoken = {(place.row, place.column) for place in about}
        yield from _skipped(sheet, own, spoken, _told_from(sheet, findings))


def _skipped(
    sheet: Sheet, tables: Sequence[Table], spoken: set[tuple[int | None, int | None]], told: int
) -> Iterator[Finding]:
    skipped = [
        (sheet.place(r, c).cell, cell.text)
        for rows, columns in _not_accounted_for(sheet, tables)
        for r, c, cell in _numbers(sheet, rows, columns)
        if r + 1 < told and not {(r + 1, c), (r + 1, None)} & spoken
    ]
    if skipped:
        named = [f"{place}: “{text}”" for place, text in skipped[:_NAMED]]
        cells = "; ".join([*named, *(["…"] if len(skipped) > _NAMED else [])])
        whole = Place(sheet.name, None, None, sheet.number)
        yield found("cells_skipped", whole, count=len(skipped), cells=cells)


def _told_from(sheet: Sheet, findings: Sequence[Finding]) -> int:
    """Return the row from which on a finding says that nothing was read."""
    rows = [
        int(str(one.values["row"]))
        for one in findings
        if one.code == "too_many_tables" and one.place.sheet_number == sheet.number
    ]
    return min(rows, default=len(sheet.rows) + 1)


def _not_accounted_for(
    sheet: Sheet, tables: Sequence[Table]
) -> Iterator[tuple[range, frozenset[int]]]:
    """Yield rows with the columns in which every number was read or spoken of."""
    row = 0
    for top in sorted({table.found.first_row for table in tables}):
        # Tables side by side begin in the same row.
        beside = [table for table in tables if table.found.first_row == top]
        last = max(table.last_row for table in beside)
        body = max(max(table.found.header_rows, default=top) for table in beside)
        yield range(row, top - 1), frozenset()
        yield range(body, last), frozenset().union(*(table.columns for table in beside))
        row = last
    yield range(row, len(sheet.rows)), frozenset()


def _numbers(
    sheet: Sheet, rows: range, accounted: frozenset[int]
) -> Iterator[tuple[int, int, Cell]]:
    widest = max((len(sheet.rows[r]) for r in rows), default=0)
    others = [c for c in range(widest) if c not in accounted]
    for r in rows:
        row = sheet.rows[r]
        for c in others:
            if c < len(row) and _is_number(row[c]) and read_heading(row[c]) is None:
                yield r, c, row[c]


def _is_number(cell: Cell) -> bool:
    """Whether a cell holds digits and no words."""
    if cell.kind is Kind.NUMBER:
        return True
    signs = cell.text if cell.kind is Kind.TEXT else ""
    return any(sign.isdecimal() for sign in signs) and not any(sign.isalpha() for sign in signs)
