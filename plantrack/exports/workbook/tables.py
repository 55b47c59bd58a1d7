"""Tables of a sheet: a header that stays, a filter, cells of the right kind, columns that fit."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from textwrap import wrap
from typing import Final, TypeVar

from xlsxwriter.worksheet import Worksheet

from plantrack.exports.workbook.book import COLOURS, Book, plain
from plantrack.intake.columns import DECIMAL_MARKS
from plantrack.intake.template_workbook import held_by_a_cell
from plantrack.model import Standing
from plantrack.words import capitalised
from plantrack.words.terms import standing_word

Row = TypeVar("Row")
WIDEST: Final = 54  # characters; what is longer goes on in the next line
_NARROWEST: Final = 9
_FILTER: Final = 3  # characters the arrow of a filter covers
_LETTERS: Final = 1.08  # that find room in the width of a digit, by which columns are measured
_PAGE: Final = 285  # characters across a landscape page in print that can be read
_DAYS: Final = {"vi": "dd/mm/yyyy", "en": "d mmmm yyyy"}
_FIRST_YEAR: Final = 1900  # a spreadsheet knows no day before it
_LINE, _ROW, _HIGHEST = 13.0, 15.0, 400.0  # points: a line, an empty row, the highest row


@dataclass(frozen=True, slots=True)
class Number:
    """A number as stored, with how many decimals are shown."""

    value: Decimal | float
    decimals: int


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with the result it has: for whoever only looks. `decimals` None = a text."""

    text: str
    result: float | str
    decimals: int | None = None


# A whole number is a year or the like, without marks between its thousands.
Cell = str | int | date | Number | Formula | Standing | None
Columns = Sequence[tuple[str, Callable[[Row], Cell]]]


def write_table(
    book: Book,
    sheet: Worksheet,
    top: int,
    columns: Columns[Row],
    rows: Iterable[Row],
    *,
    compact: bool = False,
) -> None:
    """Write the one table of a sheet, from its row `top` on.

    Its header and first column stay in view and are repeated on printed pages; it can be filtered.
    A `compact` table has a line a row, whatever its texts.
    """
    cells = [[tell(row) for _, tell in columns] for row in rows]
    headings = [heading for heading, _ in columns]
    widths = widths_of(book, headings, cells)
    set_widths(sheet, widths)
    after = write_cells(book, sheet, top, headings, cells, widths, compact=compact)
    lead(sheet, top, after, len(columns))


def lead(sheet: Worksheet, top: int, after: int, columns: int) -> None:
    """Make the table from `top` up to `after` the one of its sheet."""
    sheet.freeze_panes(top + 1, 1)
    sheet.autofilter(top, 0, max(after - 1, top + 1), columns - 1)
    sheet.repeat_rows(top)
    sheet.repeat_columns(0)


def write_cells(
    book: Book,
    sheet: Worksheet,
    top: int,
    headings: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[int],
    *,
    compact: bool = False,
) -> int:
    """Write a header and its rows, as high as their texts need, and return the row after them."""
    head = book.style(bold=True, text_wrap=True, bottom=1, bg_color=COLOURS.band)
    needed = [lines_of(one, width - 1) for one, width in zip(headings, widths, strict=False)]
    sheet.set_row(top, row_height(max(needed)))
    for number, heading in enumerate(headings):
        sheet.write_string(top, number, plain(heading), head)
    for line, cells in enumerate(rows, start=top + 1):
        lines = 1 if compact else _lines_of_row(book, cells, widths)
        if lines > 1:
            sheet.set_row(line, row_height(lines))
        for number, cell in enumerate(cells):
            write_cell(book, sheet, line, number, cell, wrapped=not compact)
    return top + 1 + len(rows)


def _lines_of_row(book: Book, cells: Sequence[Cell], widths: Sequence[int]) -> int:
    texts = (
        (standing_word(one, book.say) if isinstance(one, Standing) else one, width)
        for one, width in zip(cells, widths, strict=False)
    )
    return max((lines_of(one, width) for one, width in texts if isinstance(one, str)), default=1)


def row_height(lines: int) -> float:
    """Return the height of a row of so many lines, in points; office programs do not work it out.

    No row is higher than a spreadsheet allows.
    """
    return min(max(_LINE * lines + 2, _ROW), _HIGHEST)


def lines_of(text: str, width: int) -> int:
    """Return in how many lines a text goes on in a column so many characters wide."""
    room = max(int(width * _LETTERS), 1)
    if len(text) <= room and "\n" not in text:
        return 1
    return sum(max(len(wrap(one, room)), 1) for one in text.split("\n"))


def write_cell(
    book: Book, sheet: Worksheet, line: int, number: int, cell: Cell, *, wrapped: bool = True
) -> None:
    """Write one cell as what it is; no text can become a formula, a number or an address."""
    match cell:
        case None | "":
            pass
        case Standing():
            word = capitalised(standing_word(cell, book.say))
            looks = book.style(bold=True, text_wrap=True, font_color=COLOURS.standings[cell])
            sheet.write_string(line, number, word, looks)
        case str():
            sheet.write_string(line, number, plain(cell), book.style(text_wrap=wrapped))
        case int():
            sheet.write_number(
                line, number, cell, book.style(num_format="0", align="right", indent=1)
            )
        case date() if cell.year < _FIRST_YEAR:
            sheet.write_string(line, number, book.say.date(cell), book.style(align="right"))
        case date():
            day = book.style(num_format=_DAYS[book.say.language], align="right", indent=1)
            sheet.write_datetime(line, number, cell, day)
        case Number(value, decimals):
            looks = book.style(num_format=number_format(decimals), align="right", indent=1)
            if isinstance(value, Decimal) and not held_by_a_cell(value):
                sheet.write_string(line, number, _exactly(value, book), looks)
            else:
                sheet.write_number(line, number, float(value), looks)
        case Formula(text, result, decimals):
            looks = book.style()
            if decimals is not None:
                looks = book.style(num_format=number_format(decimals), align="right", indent=1)
            sheet.write_formula(line, number, text, looks, result)


def number_format(decimals: int) -> str:
    """Return how a spreadsheet shows a number with so many decimals.

    >>> number_format(2), number_format(-3)
    ('#,##0.00', '#,##0')
    """
    return "#,##0" + ("." + "0" * decimals if decimals > 0 else "")


def own_decimals(value: Decimal, least: int) -> int:
    """Return how many decimals show a stored value whole, at least those of its indicator."""
    exponent = value.normalize().as_tuple().exponent
    return max(least, -exponent if isinstance(exponent, int) else 0)


def widths_of(book: Book, headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[int]:
    """Return how wide each column must be for its longest cell, up to what still can be read."""
    widths = []
    for number, heading in enumerate(headings):
        longest_word = max((len(word) for word in heading.split()), default=0) + _FILTER
        told = max((_length(book, row[number]) for row in rows if number < len(row)), default=0)
        widths.append(min(max(longest_word, told + 1, _NARROWEST), WIDEST))
    return widths


def set_widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    """Set the columns, and as few printed pages side by side as leave the print readable."""
    for number, width in enumerate(widths):
        sheet.set_column(number, number, width)
    sheet.fit_to_pages(max(1, math.ceil(sum(widths) / _PAGE)), 0)


def _length(book: Book, cell: Cell) -> int:
    match cell:
        case None:
            return 0
        case Standing():
            return len(standing_word(cell, book.say))
        case str():
            return max((len(line) for line in cell.split("\n")), default=0)
        case date():
            return len(book.say.date(cell))
        case Number(value, decimals):
            return len(book.say.number(value, max(decimals, 0))) + 2
        case Formula(result=str() as result):
            return len(result)
        case Formula(result=result, decimals=decimals):
            return len(book.say.number(float(result), max(decimals or 0, 0))) + 1
        case _:
            return len(str(cell))


def _exactly(value: Decimal, book: Book) -> str:
    """A value of more digits than a spreadsheet keeps, as a text with all of them."""
    return format(value.normalize(), "f").replace(".", DECIMAL_MARKS[book.say.language])
