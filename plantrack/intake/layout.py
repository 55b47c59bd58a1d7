"""Where the table is: today the long layout of the template, one figure a row.

Other layouts will add readers that hand on the same `Table`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from plantrack.intake.cells import Cell, Sheet, Workbook
from plantrack.intake.columns import DECIMAL_MARKS, FICTITIOUS, HEADERS, REQUIRED, Column
from plantrack.intake.findings import Finding, Place, found
from plantrack.intake.matching import folded

HEADER_WITHIN = 20  # rows
_HEADER_WORDS = {
    folded(word): (column, language)
    for column, text in HEADERS.items()
    for language, word in (("vi", text.vi), ("en", text.en), ("en", column.value))
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the table: a cell for each column, empty where the table lacks the column."""

    place: Place  # the row
    cells: Mapping[Column, Cell]
    columns: Mapping[Column, int]

    def at(self, column: Column) -> Place:
        """The place of a cell, or of the row where the table lacks the column."""
        return Place(
            self.place.sheet, self.place.row, self.columns.get(column), self.place.sheet_number
        )


@dataclass(frozen=True, slots=True)
class Table:
    """`decimal_mark` is declared by the language of the value column's header."""

    entries: tuple[Entry, ...]
    decimal_mark: str


def read_tables(workbook: Workbook) -> tuple[tuple[Table, ...], tuple[Finding, ...]]:
    """Return the tables of all visible sheets, and what is wrong with their headers.

    Sheets without a header row (the template's guide) are passed over while another has one.
    """
    tables: list[Table] = []
    findings = list(workbook.findings)
    headed = 0
    for sheet in workbook.sheets:
        header = _header_row(sheet)
        if header is None:
            continue
        if sheet.hidden:
            findings.append(found("hidden_sheet", Place(sheet.name, None, None, sheet.number)))
            continue
        headed += 1
        problems, fatal = _header_findings(sheet, header)
        findings += problems
        if not fatal:
            tables.append(_table(sheet, header))
        if _fictitious(sheet, header):
            findings.append(found("fictitious", Place(sheet.name, None, None, sheet.number)))
    if not headed:
        required = tuple(HEADERS[column] for column in REQUIRED)
        findings.append(found("header_missing", Place(), columns=required))
    return tuple(tables), tuple(findings)


def _header_row(sheet: Sheet) -> int | None:
    """Return the first row (from 0) with at least two of the template's headers."""
    for number, row in enumerate(sheet.rows[:HEADER_WITHIN]):
        if len({column for column, _ in _headings(row).values()}) >= 2:
            return number
    return None


def _headings(row: tuple[Cell, ...]) -> dict[int, tuple[Column, str]]:
    words = {number: folded(cell.text) for number, cell in enumerate(row)}
    return {n: _HEADER_WORDS[word] for n, word in words.items() if word in _HEADER_WORDS}


def _header_findings(sheet: Sheet, header: int) -> tuple[list[Finding], bool]:
    """Return the findings of a header row, and whether the table cannot be read under it."""
    headings = _headings(sheet.rows[header])
    row = Place(sheet.name, header + 1, None, sheet.number)
    counts = Counter(column for column, _ in headings.values())
    findings = [
        found("column_twice", row, column=HEADERS[column]) for column, n in counts.items() if n > 1
    ]
    missing = tuple(HEADERS[column] for column in REQUIRED if column not in counts)
    if missing:
        findings.append(found("columns_missing", row, columns=missing))
    fatal = bool(findings)
    for number, cell in enumerate(sheet.rows[header]):
        if number not in headings and not cell.empty:
            place = Place(sheet.name, header + 1, number, sheet.number)
            findings.append(found("column_ignored", place, column=cell.text))
    return findings, fatal


def _table(sheet: Sheet, header: int) -> Table:
    headings = _headings(sheet.rows[header])
    columns = {column: number for number, (column, _) in headings.items()}
    language = next(language for column, language in headings.values() if column is Column.VALUE)
    entries = tuple(
        Entry(
            Place(sheet.name, number, None, sheet.number),
            {
                column: row[columns[column]]
                if column in columns and columns[column] < len(row)
                else Cell()
                for column in Column
            },
            columns,
        )
        for number, row in enumerate(sheet.rows[header + 1 :], start=header + 2)
    )
    filled = tuple(e for e in entries if any(not cell.empty for cell in e.cells.values()))
    return Table(filled, DECIMAL_MARKS[language])


def _fictitious(sheet: Sheet, header: int) -> bool:
    above = [cell.text for row in sheet.rows[:header] for cell in row]
    word = folded(FICTITIOUS)
    return any(word in folded(text) for text in (*above, sheet.name or ""))
