"""The long layout, one figure a row: that of the template, and of any table headed like it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from operator import itemgetter

from plantrack.intake.cells import EMPTY, Cell, Sheet
from plantrack.intake.columns import (
    DECIMAL_MARKS,
    FICTITIOUS,
    HEADERS,
    OTHER_HEADERS,
    REQUIRED,
    Column,
)
from plantrack.intake.crosstab_columns import COUNTING
from plantrack.intake.entry import LongRows, Row, Table
from plantrack.intake.findings import Finding, Place, found
from plantrack.intake.headings import read_heading, years_in
from plantrack.intake.matching import folded
from plantrack.intake.places import PLACE_WORDS, Places, examples
from plantrack.intake.tables_found import CellUse, LayoutKind, TableFound, cells_found

HEADER_WITHIN = 20  # rows
_HEADER_WORDS = {
    folded(word): (column, language)
    for column, text in HEADERS.items()
    for language, word in (
        ("vi", text.vi),
        ("en", text.en),
        ("en", column.value),
        *(("vi", word) for word in OTHER_HEADERS.get(column, ())),
    )
}
BEGINS_A_HEADER = frozenset(_HEADER_WORDS) | PLACE_WORDS | COUNTING
_OTHER_WORDS = frozenset(folded(word) for words in OTHER_HEADERS.values() for word in words)
_COLUMNS = tuple(Column)
_LABEL = _COLUMNS.index(Column.INDICATOR)
_USES = {
    Column.INDICATOR: CellUse.LABEL,
    Column.SERIES: CellUse.SERIES,
    Column.YEAR: CellUse.YEAR,
    Column.VALUE: CellUse.VALUE,
    Column.UNIT: CellUse.UNIT,
    Column.STATUS: CellUse.STATUS,
    Column.NOTE: CellUse.NOTE,
}


def header_row(sheet: Sheet) -> int | None:
    """Return the first row (from 0) with at least two of the template's headers and no years.

    A label column beside a unit column and columns of years is a table of another layout, and so
    is one that has neither years nor values by that name.
    """
    for number, row in enumerate(sheet.rows[:HEADER_WITHIN]):
        columns = {column for column, _ in _headings(row).values()}
        years = sum(read_heading(cell) is not None for cell in row)
        if len(columns) < 2 or years or not columns & {Column.YEAR, Column.VALUE}:
            continue
        if not _another_layout(sheet, number, columns):
            return number
    return None


def heads_long(row: tuple[Cell, ...]) -> bool:
    """Whether a row below a long table heads another: every column a figure needs has its word."""
    first = folded(next((cell.text for cell in row if cell.text), ""))
    if first not in BEGINS_A_HEADER:
        return False
    return {column for column, _ in _headings(row).values()}.issuperset(REQUIRED)


def _another_layout(sheet: Sheet, number: int, columns: set[Column]) -> bool:
    """Whether the year stands above the header, or years stand under the word "year"."""
    if Column.YEAR not in columns:
        above = [cell.text for row in sheet.rows[:number] for cell in row]
        own_words = any(folded(cell.text) in _OTHER_WORDS for cell in sheet.rows[number])
        return own_words or any(map(years_in, (*above, sheet.name or "")))
    if Column.VALUE in columns or number + 1 >= len(sheet.rows):
        return False
    below = [cell for cell in sheet.rows[number + 1] if not cell.empty]
    return bool(below) and read_heading(below[0]) is not None


def read_long(
    sheet: Sheet, header: int, places: Places, number: int = 0
) -> tuple[Table | None, list[Finding]]:
    """Return the table under a header row (None = it cannot be read), and what is wrong with it.

    `number` counts the tables of the sheet from 0.
    """
    findings, fatal = _header_findings(sheet, header)
    if fictitious(sheet, header):
        findings.append(found("fictitious", Place(sheet.name, None, None, sheet.number)))
    if fatal:
        return None, findings
    table, others = _table(sheet, header, places, f"{sheet.number}.{number}")
    return table, [*findings, *others]


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
        if number not in headings and not cell.empty and folded(cell.text) not in PLACE_WORDS:
            place = Place(sheet.name, header + 1, number, sheet.number)
            findings.append(found("column_ignored", place, column=cell.text))
    return findings, fatal


def _table(
    sheet: Sheet, header: int, places: Places, identifier: str
) -> tuple[Table, list[Finding]]:
    headings = _headings(sheet.rows[header])
    columns = {column: number for number, (column, _) in headings.items()}
    language = next(language for column, language in headings.values() if column is Column.VALUE)
    place_column = next(
        (c for c, cell in enumerate(sheet.rows[header]) if folded(cell.text) in PLACE_WORDS), None
    )
    others: Counter[str] = Counter()
    table = LongRows(
        sheet.name,
        sheet.number,
        columns,
        DECIMAL_MARKS[language],
        identifier,
        fraction_possible=not sheet.formats_known,
    )
    rows: list[Row] = []
    for number, cells in _filled_rows(sheet, header, columns):
        if place_column is not None:
            place = sheet.cell(number, place_column).text
            if not places.is_own(place):
                others[place] += 1
                continue
        rows.append(Row(number + 1, cells, table))
    about = _about_others(sheet, header, others, bool(rows), places)
    found_table = _found(sheet, header, table, rows)
    labels = tuple(dict.fromkeys([row.cells[_LABEL].text for row in rows]))
    headed = frozenset(c for c, cell in enumerate(sheet.rows[header]) if not cell.empty)
    return Table(partial(iter, rows), found_table, labels, headed, len(sheet.rows)), about


def _filled_rows(
    sheet: Sheet, header: int, columns: dict[Column, int]
) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """Yield each row under the header that has anything in its columns: a cell for each."""
    pickers: dict[int, Callable[[tuple[Cell, ...]], tuple[Cell, ...]]] = {}
    for number, row in enumerate(islice(sheet.rows, header + 1, None), start=header + 1):
        picked = pickers.get(len(row))
        if picked is None:
            # What the table or the row lacks is the empty cell put after its last.
            at = [min(columns.get(column, len(row)), len(row)) for column in _COLUMNS]
            picked = pickers[len(row)] = itemgetter(*at)
        cells = picked((*row, EMPTY))
        if cells[_LABEL].text or not all(cell.empty for cell in cells):
            yield number, cells


def _about_others(
    sheet: Sheet, header: int, others: Counter[str], some: bool, places: Places
) -> list[Finding]:
    if not others:
        return []
    row = sheet.place(header)
    if not some:
        return [found("own_place_missing", row, place=places.own_name)]
    names = examples(name or "…" for name in others)
    return [found("other_places_not_read", row, count=others.total(), examples=names)]


def _found(sheet: Sheet, header: int, table: LongRows, rows: list[Row]) -> TableFound:
    last = rows[-1].number - 1 if rows else header
    uses = {(header, c): CellUse.HEADER for c in table.columns.values()}
    for row in rows[:500]:
        uses.update({(row.number - 1, c): _USES[column] for column, c in table.columns.items()})
    cells, clipped = cells_found(sheet, header, last, uses)
    return TableFound(
        id=table.id,
        layout=LayoutKind.LONG,
        sheet=sheet.name,
        sheet_number=sheet.number,
        title="",
        header_rows=(header + 1,),
        first_row=header + 1,
        last_row=last + 1,
        decimal_mark=table.decimal_mark if rows else None,
        figures=len(rows),
        cells=cells,
        clipped=clipped,
    )


def fictitious(sheet: Sheet, header: int) -> bool:
    """Whether the lines above the header, or the sheet's name, say that the values are invented."""
    above = [cell.text for row in sheet.rows[:header] for cell in row]
    word = folded(FICTITIOUS)
    return any(word in folded(text) for text in (*above, sheet.name or ""))
