"""Which rows are the header of a table, and which cells under it stand for figures."""

from __future__ import annotations

from typing import Final

from plantrack.intake.cells import Cell, Kind, Sheet
from plantrack.intake.decimal_marks import NOT_AVAILABLE, NOTHING, looks_like_number
from plantrack.intake.headings import read_heading, without_footnote
from plantrack.intake.matching import folded
from plantrack.intake.places import PLACE_WORDS
from plantrack.intake.row_labels import is_numbering
from plantrack.intake.unit_words import is_unit

HEADER_ROWS: Final = 4
_MEANT_WITHIN: Final = 20  # letters
LABEL_WORDS: Final = frozenset(
    (
        "chi tieu",
        "ten chi tieu",
        "chi tieu chu yeu",
        "noi dung",
        "danh muc",
        "indicator",
        "indicators",
        "item",
        "items",
        "nam",
        "year",
        "years",
    )
)


def is_value(cell: Cell) -> bool:
    """Whether a cell stands where a figure does: a number, or a mark that there is none."""
    if cell.kind in (Kind.NUMBER, Kind.ERROR):
        return True
    if cell.kind is not Kind.TEXT or not cell.text or len(cell.text) > 40:
        return False
    text = without_footnote(cell.text)
    return looks_like_number(text) or text.lower() in NOT_AVAILABLE or text in NOTHING


def may_be_meant(cell: Cell) -> bool:
    """Whether a text may be meant as a figure though it cannot be read: "12;8", "khoảng 50"."""
    text = cell.text
    short = cell.kind is Kind.TEXT and len(text) <= _MEANT_WITHIN
    return short and any(sign.isdecimal() for sign in text)


def header_rows(sheet: Sheet, r: int, labels_end: int, free: int, years_down: bool) -> range:
    """Return the rows of the header around row `r`, which gave it away.

    Values begin in column `labels_end`; rows before `free` belong to the table above.
    """
    first, stop = (r - 1, r) if years_down else (r, r + 1)
    while first > free and first > r - HEADER_ROWS:
        above = first - 1
        if not _heads(sheet, above, labels_end) or _titles(sheet, above, labels_end):
            break
        first = above
    while not years_down and stop < min(len(sheet.rows), r + HEADER_ROWS):
        if _column_numbers(sheet, stop):
            stop += 1
            continue
        if not _heads(sheet, stop, labels_end) or _named_row(sheet, stop, labels_end):
            break
        stop += 1
    return range(max(first, 0), stop)


def _heads(sheet: Sheet, r: int, labels_end: int) -> bool:
    """Whether a row has texts over the values and no figures."""
    cells = sheet.rows[r][labels_end:]
    if any(is_value(cell) and read_heading(cell) is None for cell in cells):
        return False
    texts = [cell for cell in cells if cell.kind is Kind.TEXT and cell.text]
    headings = [cell for cell in cells if read_heading(cell) is not None]
    return bool(texts or headings)


def _titles(sheet: Sheet, r: int, labels_end: int) -> bool:
    """Whether a row is the title of a table, with its one unit at the right."""
    beside, values = sheet.rows[r][:labels_end], sheet.rows[r][labels_end:]
    filled = [cell for cell in values if not cell.empty]
    if len(filled) != 1 or not is_unit(filled[0].text):
        return False  # several units are those of columns
    if any(top == r for top, *_ in sheet.merges):
        return False  # what spans rows or columns heads them
    return any(cell.text and folded(cell.text) not in LABEL_WORDS | PLACE_WORDS for cell in beside)


def _named_row(sheet: Sheet, r: int, labels_end: int) -> bool:
    """Whether a row names what its texts are about, so that they stand for figures."""
    beside, values = sheet.rows[r][:labels_end], sheet.rows[r][labels_end:]
    if not any(cell.text and folded(cell.text) not in LABEL_WORDS | PLACE_WORDS for cell in beside):
        return False
    meant = any(may_be_meant(cell) and read_heading(cell) is None for cell in values)
    return meant or any(is_unit(cell.text) for cell in beside if cell.text)


def _column_numbers(sheet: Sheet, r: int) -> bool:
    """Whether a row only counts the columns: "A", "B", 1, 2, 3."""
    filled = [cell.text.strip("()") for cell in sheet.rows[r] if not cell.empty]
    numbers = [int(text) for text in filled if text.isdecimal() and len(text) < 3]
    counted = len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return counted and numbers[0] <= 4 and all(is_numbering(text) for text in filled)
