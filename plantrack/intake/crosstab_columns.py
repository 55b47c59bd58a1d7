"""What the header says about each column of a table: its year, status, unit and labels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from plantrack.intake.cells import Cell, Kind, Sheet
from plantrack.intake.crosstab import Block
from plantrack.intake.crosstab_header import LABEL_WORDS, is_value
from plantrack.intake.headings import Heading, read_heading, status_word, years_of_period
from plantrack.intake.matching import folded
from plantrack.intake.places import PLACE_WORDS
from plantrack.intake.row_labels import is_numbering, read_label
from plantrack.intake.unit_words import is_unit, unit_line
from plantrack.model import Status

UNIT_WORDS: Final = frozenset(
    ("don vi", "don vi tinh", "dvt", "dv tinh", "unit", "units", "measure", "don vi do")
)
COUNTING: Final = frozenset(("stt", "tt", "so tt", "no", "no.", "#", "ma so", "code"))
# Words over a column that add nothing to what the row says: "Kết quả thực hiện", "Total".
_NEUTRAL: Final = frozenset(
    (
        "thuc",
        "hien",
        "th",
        "actual",
        "ca",
        "ket",
        "qua",
        "gia",
        "tri",
        "so",
        "lieu",
        "luong",
        "cac",
        "nam",
        "chia",
        "theo",
        "tong",
        "bao",
        "cao",
        "value",
        "values",
        "figure",
        "figures",
        "reported",
        "total",
        "year",
        "years",
    )
)


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """`heading` None = the header names no period; `labels` from the top, without neutral words."""

    column: int
    heading: Heading | None
    heading_at: tuple[int, int]
    labels: tuple[str, ...]
    label_at: tuple[int, int]
    unit: str | None


@dataclass(frozen=True, slots=True)
class LabelColumns:
    """The columns left of the values; None where the table has none.

    `place`: whose figures a row has, where another column says what they are about.
    """

    label: int
    numbering: int | None
    unit: int | None
    place: int | None = None


def value_columns(block: Block) -> tuple[ValueColumn, ...]:
    """Return the columns with figures, from left to right."""
    rows = [_filled(block.sheet, r, block) for r in block.header]
    columns = (
        c
        for c in range(block.labels_end, block.width)
        if _has_values(block, c) or _has_texts_of_a_year(block, c)
    )
    return tuple(_column(block, c, rows) for c in columns)


def label_columns(block: Block, is_place: Callable[[str], bool]) -> LabelColumns:
    """Return which of the columns at the left is the label, the numbering and the unit."""
    names = [_name(block, c) for c in range(block.labels_end)]
    body = [block.sheet.rows[r] for r in list(block.body)[:60]]
    units = [
        c for c, name in enumerate(names) if name in UNIT_WORDS or (not name and _units(body, c))
    ]
    counting = [
        c for c, name in enumerate(names) if name in COUNTING or (not name and _counts(body, c))
    ]
    rest = [c for c in range(block.labels_end) if c not in units and c not in counting]
    place = _place_column(body, rest, names, is_place)
    rest = [c for c in rest if c != place]
    named = [c for c in rest if names[c] in LABEL_WORDS | PLACE_WORDS]
    label = max(named or rest or [0], key=lambda c: (_texts(body, c), -c))
    return LabelColumns(
        label, counting[0] if counting else None, units[0] if units else None, place
    )


def _place_column(
    body: list[tuple[Cell, ...]], rest: list[int], names: list[str], is_place: Callable[[str], bool]
) -> int | None:
    """Return the column of places where another column beside it has labels too."""
    filled = [c for c in rest if _texts(body, c)]
    if len(filled) < 2:
        return None
    of_places = (
        c
        for c in filled
        if names[c] in PLACE_WORDS
        or any(c < len(row) and row[c].text and is_place(row[c].text) for row in body)
    )
    return next(of_places, None)


def _name(block: Block, column: int) -> str:
    texts = (folded(block.sheet.cell(r, column).text) for r in block.header)
    return next((text for text in texts if text), "")


def _counts(body: list[tuple[Cell, ...]], column: int) -> bool:
    filled = [row[column].text for row in body if column < len(row) and row[column].text]
    return bool(filled) and all(is_numbering(text) for text in filled)


def _units(body: list[tuple[Cell, ...]], column: int) -> bool:
    filled = [row[column].text for row in body if column < len(row) and row[column].text]
    return bool(filled) and all(is_unit(text) for text in filled)


def _texts(body: list[tuple[Cell, ...]], column: int) -> int:
    return sum(
        1
        for row in body
        if column < len(row) and row[column].text and not is_unit(row[column].text)
    )


def _has_values(block: Block, column: int) -> bool:
    return any(is_value(block.sheet.cell(r, column)) for r in block.body)


def _has_texts_of_a_year(block: Block, column: int) -> bool:
    """Whether a column is headed by a year and has only texts that cannot be read."""
    headings = (read_heading(block.sheet.cell(r, column)) for r in block.header)
    dated = any(heading is not None and heading.year is not None for heading in headings)
    return dated and any(not block.sheet.cell(r, column).empty for r in block.body)


def _filled(sheet: Sheet, r: int, block: Block) -> list[tuple[Cell, int]]:
    """Return a header row with merged cells written out: each cell with the column it is from.

    Above the lowest row, a cell without neighbours to its right stands over all of them, merged
    or not.
    """
    merged = {(top, left): right for top, left, _, right in sheet.merges}
    lowest = r == block.header.stop - 1
    row: list[tuple[Cell, int]] = []
    source, until = 0, -1
    for c in range(block.width):
        cell = sheet.cell(r, c)
        if not cell.empty or c < block.labels_end:
            source = c
            until = merged.get((r, c), c if lowest else block.width)
        row.append((sheet.cell(r, source), source) if c <= until else (cell, c))
    return row


def _column(block: Block, column: int, rows: list[list[tuple[Cell, int]]]) -> ValueColumn:
    heading: Heading | None = None
    heading_at = label_at = (block.header.stop - 1, column)
    status: Status | None = None
    period = range(0)  # which the heading above only names: the years stand below it
    labels: list[str] = []
    unit: str | None = None
    for r, row in zip(block.header, rows, strict=True):
        cell, source = row[column]
        if (
            cell.empty
            or source < block.labels_end
            or (cell.text.strip("()").isdecimal() and len(cell.text) < 4)
        ):
            continue
        found = read_heading(cell)
        label = read_label(cell.text) if cell.kind is Kind.TEXT else None
        if found is None and label is not None and label.unit is not None:
            found, unit = read_heading(Cell(label.text)), label.unit
        if found is not None:
            below = found.year in period or (period and found.year is None)
            if heading is None or heading.year is not None or below:
                heading, heading_at = found, (r, source)
            period = years_of_period(cell.text) or range(0)
            continue
        if label is None:
            continue
        line = unit_line(cell.text)
        if line or is_unit(label.full):
            unit = line or label.full
        elif (word := status_word(cell.text)) is not None:
            status = word
        elif not set(folded(label.text).split()) <= _NEUTRAL:
            labels.append(label.text)
            label_at = (r, source)
    if heading is not None and heading.year is not None and heading.status is None:
        heading = Heading(heading.year, status)
    return ValueColumn(column, heading, heading_at, tuple(labels), label_at, unit)
