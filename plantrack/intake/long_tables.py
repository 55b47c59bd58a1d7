"""Which tables a sheet with a table in the long layout holds: it, others like it, and others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from plantrack.intake.cells import Cell, Sheet
from plantrack.intake.columns import Column
from plantrack.intake.crosstab_columns import COUNTING
from plantrack.intake.crosstab_header import LABEL_WORDS
from plantrack.intake.crosstab_sides import blocks_of
from plantrack.intake.entry import Row, Table
from plantrack.intake.findings import Finding, found
from plantrack.intake.headings import part_of_a_year, read_heading, years_in_part
from plantrack.intake.long_table import BEGINS_A_HEADER, header_row, heads_long
from plantrack.intake.matching import folded
from plantrack.intake.places import PLACE_WORDS, Places
from plantrack.intake.planned import Planned
from plantrack.intake.years import Unyearly, read_year

_TITLE_ROWS: Final = 8
_YEAR, _STATUS = (tuple(Column).index(one) for one in (Column.YEAR, Column.STATUS))
_HEADS: Final = LABEL_WORDS | PLACE_WORDS | COUNTING


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet with nothing on it but some of its tables; places stay as they are.

    `header` is the row (from 0) of a long table's header, None where it holds tables of another
    layout; `first` is the first row of the part.
    """

    sheet: Sheet
    header: int | None
    first: int


def parts_of(sheet: Sheet) -> tuple[SheetPart, ...]:
    """Return the sheet in parts from top to bottom, whole where it holds no table once a row."""
    header = header_row(sheet)
    if header is None:
        return (SheetPart(sheet, None, 0),)
    starts: list[tuple[int, int | None]] = [(_title(sheet, header, 0), header)]
    if starts[0][0] > 0 and blocks_of(_view(sheet, 0, starts[0][0])):
        starts.insert(0, (0, None))
    elif starts[0][0] > 0:
        starts[0] = (0, header)
    for row, again in _later(sheet, header):
        starts.append((_title(sheet, row, starts[-1][1] or starts[-1][0]), row if again else None))
    stops = [*(first for first, _ in starts[1:]), len(sheet.rows)]
    return tuple(
        SheetPart(_view(sheet, first, stop), at, first)
        for (first, at), stop in zip(starts, stops, strict=True)
    )


def _later(sheet: Sheet, header: int) -> Iterator[tuple[int, bool]]:
    """Yield the rows that head a table below the first, and whether it is a long one again."""
    blank = crosstab = False
    for r in range(header + 1, len(sheet.rows)):
        row = sheet.rows[r]
        if not blank and row and row[0].text and folded(row[0].text) not in BEGINS_A_HEADER:
            continue  # as nearly all rows
        texts = [cell.text for cell in row if cell.text][:2]
        if heads_long(row):
            yield r, True
            crosstab = False
        elif blank and not crosstab and _heads_years(sheet, r):
            yield r, False
            crosstab = True
        blank = not texts or (blank and len(texts) == 1)  # a text alone may be a table's title


def _heads_years(sheet: Sheet, r: int) -> bool:
    """Whether a row heads years: two or more of them, after what labels are headed with."""
    filled = [cell for cell in sheet.rows[r] if not cell.empty]
    years = sum(read_heading(cell) is not None for cell in filled)
    named = not sheet.cell(r, 0).text or folded(filled[0].text) in _HEADS
    return years > 1 and named


def _title(sheet: Sheet, header: int, after: int) -> int:
    """Return the first of the rows above a header that each hold one text, or nothing."""
    first = header
    while first - 1 > after and header - first < _TITLE_ROWS and _alone(sheet, first - 1):
        first -= 1
    return first


def _alone(sheet: Sheet, r: int) -> bool:
    return sum(1 for cell in sheet.rows[r] if not cell.empty) <= 1


def _view(sheet: Sheet, first: int, stop: int) -> Sheet:
    if first == 0 and stop == len(sheet.rows):
        return sheet
    return replace(sheet, rows=((),) * first + sheet.rows[first:stop])


def about_another(part: SheetPart, places: Places, file_name: str) -> list[Finding]:
    """Return why no figure of a long table is the place's of a whole year, by what is above it.

    A table with a column of places says itself whose its figures are.
    """
    sheet, header = part.sheet, part.header or 0
    titles = _titles(part)
    row = sheet.place(header)
    at = {text: sheet.cell_place(*where) for text, where in titles.items()}
    title = " ".join([*titles, sheet.name or ""])
    if part_of_a_year(title):
        says = next((text for text in titles if part_of_a_year(text)), "")
        return [found("part_of_a_year", at.get(says, row), text=says or title)]
    partly = {str(year) for year in years_in_part(file_name)}
    if partly and any(cell.text in partly for cells in sheet.rows[header:] for cell in cells):
        return [found("part_of_a_year", row, text=file_name)]
    if any(folded(cell.text) in PLACE_WORDS for cell in sheet.rows[header]):
        return []
    another = places.another([*titles, sheet.name or "", file_name])
    if another is None:
        return []
    return [found("another_place", at.get(another[0], row), places=another[1])]


def without_plans(table: Table, planned: Planned) -> tuple[Table, list[Finding]]:
    """Return a long table without rows that are a plan's by its title, and what is to be asked.

    A row that says how settled its figure is, in words or in its status, is no plan's.
    """
    if not planned.years:
        return table, []
    read: dict[int, bool] = {}
    asked: list[Finding] = []
    rows: list[Row] = []
    for row in (line for line in table.lines() if isinstance(line, Row)):
        year = None if row.cells[_STATUS].text else _unsettled_year(row.cells[_YEAR])
        if year is not None and year in planned.years and year not in read:
            read[year], question = planned.asked(year, row.at(Column.YEAR))
            asked += [] if question is None else [question]
        if year is None or read.get(year, True):
            rows.append(row)
    if len(rows) == table.found.figures:
        return table, asked
    found_table = replace(table.found, figures=len(rows))
    return replace(table, lines=partial(iter, rows), found=found_table), asked


def _unsettled_year(cell: Cell) -> int | None:
    """Return the year of a cell that says nothing more than it."""
    year = read_year(cell)
    return None if isinstance(year, Unyearly) else year


def titles_of(part: SheetPart) -> tuple[str, ...]:
    """Return the name of the sheet and the lines above a long table."""
    return (part.sheet.name or "", *_titles(part))


def _titles(part: SheetPart) -> dict[str, tuple[int, int]]:
    header = part.header or 0
    return {
        cell.text: (r, c)
        for r in range(max(part.first, header - _TITLE_ROWS), header)
        for c, cell in enumerate(part.sheet.rows[r])
        if cell.text
    }
