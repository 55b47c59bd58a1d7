"""Tables with years or places along an edge: where they stand on a sheet.

The header is searched for by what it says (years, label words), the body by its numbers. Nothing
is read here: columns and rows are only told apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from plantrack.intake.cells import Cell, Kind, Sheet
from plantrack.intake.decimal_marks import NOT_AVAILABLE, NOTHING, looks_like_number
from plantrack.intake.headings import read_heading, without_footnote
from plantrack.intake.matching import folded
from plantrack.intake.places import PLACE_WORDS
from plantrack.intake.row_labels import is_numbering

LOOK_AHEAD: Final = 15  # rows between a header and the first number under it
_HEADER_ROWS: Final = 4
_TITLE_ROWS: Final = 8
_YEAR_WORDS: Final = frozenset(("nam", "year", "years"))
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


@dataclass(frozen=True)
class Block:
    """One table on a sheet; rows and columns from 0, `last` inclusive.

    `labels_end`: the first column of values. `years_down`: years stand in the first column.
    """

    sheet: Sheet
    first_title: int
    header: range
    last: int
    labels_end: int
    years_down: bool

    @property
    def body(self) -> range:
        return range(self.header.stop, self.last + 1)

    @cached_property
    def width(self) -> int:
        rows = self.sheet.rows[self.header.start : self.last + 1]
        return max((len(row) for row in rows), default=0)

    @property
    def title_cells(self) -> Iterator[tuple[int, int, Cell]]:
        """The texts above the header, and those of the header that stand over the labels."""
        for r in range(self.first_title, self.header.start):
            for c, cell in enumerate(self.sheet.rows[r]):
                if cell.kind is Kind.TEXT and cell.text:
                    yield r, c, cell


def find_blocks(sheet: Sheet) -> tuple[Block, ...]:
    """Return the tables of a sheet from top to bottom."""
    blocks: list[Block] = []
    row, free = 0, 0  # `free`: the first row no earlier table has
    while row < len(sheet.rows):
        start = _start(sheet, row)
        if start is None:
            row += 1
            continue
        labels_end, years_down = start
        header = _header(sheet, row, labels_end, free, years_down)
        last = _last(sheet, header, labels_end)
        title = max(free, header.start - _TITLE_ROWS)
        blocks.append(Block(sheet, title, header, last, labels_end, years_down))
        row = free = last + 1
    return tuple(blocks)


def is_value(cell: Cell) -> bool:
    """Whether a cell stands where a figure does: a number, or a mark that there is none."""
    if cell.kind in (Kind.NUMBER, Kind.ERROR):
        return True
    if cell.kind is not Kind.TEXT or not cell.text or len(cell.text) > 40:
        return False
    text = without_footnote(cell.text)
    return looks_like_number(text) or text.lower() in NOT_AVAILABLE or text in NOTHING


def _start(sheet: Sheet, r: int) -> tuple[int, bool] | None:
    """Return where values begin and whether years stand in rows, if a header starts here."""
    row = sheet.rows[r]
    filled = [c for c, cell in enumerate(row) if not cell.empty]
    if not filled:
        return None
    headings = [c for c in filled if read_heading(row[c]) is not None]
    if (
        headings
        and headings[0] > 0
        and not any(_number(row[c]) for c in filled if c not in headings)
    ):
        return (headings[0], False) if _numbers_below(sheet, r, headings) else None
    if headings and headings[0] == filled[0]:
        first = headings[0] + 1
        above = sheet.rows[r - 1] if r else ()
        named = any(
            c < len(above) and above[c].kind is Kind.TEXT and above[c].text for c in filled[1:]
        )
        return (first, True) if named and any(is_value(row[c]) for c in filled[1:]) else None
    words = {c: folded(row[c].text) for c in filled}
    label = next((c for c in filled if words[c] in LABEL_WORDS | PLACE_WORDS), None)
    if label is None or len(filled) < 2 or any(_number(row[c]) for c in filled):
        return None
    if words[label] in _YEAR_WORDS and r + 1 < len(sheet.rows) and begins_with_year(sheet, r + 1):
        return None  # the years below it tell more
    values = [c for c in filled if c > label and _numbers_below(sheet, r, [c])]
    return (values[0], False) if values else None


def _number(cell: Cell) -> bool:
    return cell.kind is Kind.NUMBER or (cell.kind is Kind.TEXT and looks_like_number(cell.text))


def _numbers_below(sheet: Sheet, r: int, columns: list[int]) -> bool:
    """Whether a figure beside a label stands under one of the columns."""
    for below in range(r + 1, min(r + 1 + LOOK_AHEAD, len(sheet.rows))):
        cells = sheet.rows[below]
        labelled = any(cell.kind is Kind.TEXT and cell.text for cell in cells[: columns[0]])
        if labelled and any(is_value(sheet.cell(below, c)) for c in columns):
            return True
    return False


def _header(sheet: Sheet, r: int, labels_end: int, free: int, years_down: bool) -> range:
    """Return the rows of the header around the row that gave it away."""
    first, stop = (r - 1, r) if years_down else (r, r + 1)
    while first > free and first > r - _HEADER_ROWS and _heads(sheet, first - 1, labels_end):
        first -= 1
    while not years_down and stop < min(len(sheet.rows), r + _HEADER_ROWS):
        if not (_heads(sheet, stop, labels_end) or _column_numbers(sheet, stop)):
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


def _column_numbers(sheet: Sheet, r: int) -> bool:
    """Whether a row only counts the columns: "A", "B", 1, 2, 3."""
    filled = [cell.text.strip("()") for cell in sheet.rows[r] if not cell.empty]
    numbers = [int(text) for text in filled if text.isdecimal() and len(text) < 3]
    counted = len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return counted and numbers[0] <= 4 and all(is_numbering(text) for text in filled)


def _last(sheet: Sheet, header: range, labels_end: int) -> int:
    """Return the last row with a figure before the next header."""
    first_label = {folded(cell.text) for cell in sheet.rows[header.stop - 1][:labels_end]}
    words = LABEL_WORDS | PLACE_WORDS | (first_label - {""})
    stop = len(sheet.rows)
    for r in range(header.stop, stop):
        labels = [cell.text for cell in sheet.rows[r][:labels_end] if cell.text]
        again = not labels or not words.isdisjoint(map(folded, labels))
        if again and _start(sheet, r) is not None and not begins_with_year(sheet, r):
            stop = r
            break
    last = stop - 1
    while last >= header.stop and not any(map(is_value, sheet.rows[last][labels_end:])):
        last -= 1
    return last


def begins_with_year(sheet: Sheet, r: int) -> bool:
    """Whether a row begins with a year, as the rows of a table with years down its side do."""
    first = next((cell for cell in sheet.rows[r] if not cell.empty), None)
    return first is not None and read_heading(first) is not None
