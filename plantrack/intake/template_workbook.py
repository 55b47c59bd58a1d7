"""The template as an XLSX workbook: a sheet to fill in and a sheet that explains it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from plantrack.intake.columns import DECIMAL_MARKS, FICTITIOUS, HEADERS, Column
from plantrack.intake.guide_sheet import write_guide
from plantrack.intake.subjects import ENTERED
from plantrack.intake.template_rows import TemplateRow
from plantrack.intake.vocabulary import Vocabulary
from plantrack.words import Say, mark
from plantrack.words.terms import status_word

WIDTHS: Final = (46, 26, 8, 14, 22, 20, 36)
FICTITIOUS_SHEET: Final = "SỐ LIỆU GIẢ ĐỊNH - FICTITIOUS"
# A workbook carries its making; the same template is the same bytes.
MADE: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - the format stores no time zone

GUIDE: Final = {
    Column.INDICATOR: mark("The name as given here, or the indicator's id."),
    Column.SERIES: mark("Who compiles the figures; empty means the series chosen on the page."),
    Column.YEAR: mark("One calendar year with four digits; no half years, quarters or averages."),
    Column.VALUE: mark("The published figure, as a number. Empty rows are skipped."),
    Column.UNIT: mark("Keep it as it is; a value in another unit of the same kind is converted."),
    Column.STATUS: mark("Official, preliminary or estimate; empty means not stated."),
    Column.NOTE: mark("Free text, kept with the figure."),
}
ADVICE: Final = (
    mark("Shares of a whole are entered together, from one origin; they must sum to the whole."),
    mark(
        "In a CSV file the header row declares the decimal mark:"
        " English a point, Vietnamese a comma."
    ),
    mark("Nothing is recorded before you have seen what would change and confirmed it."),
)


def write_workbook(
    rows: Sequence[TemplateRow], vocabulary: Vocabulary, say: Say, *, fictitious: bool
) -> bytes:
    """Return the workbook; the first sheet is the one that is read back."""
    data = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(data, options)
    book.set_properties({"created": MADE})
    _write_table(book, rows, vocabulary, say, fictitious=fictitious)
    bold = book.add_format({"bold": True})
    write_guide(book, bold, mark("How to fill in the template"), _guide, widths=(24, 100))
    book.close()
    return data.getvalue()


def _write_table(
    book: xlsxwriter.Workbook,
    rows: Sequence[TemplateRow],
    vocabulary: Vocabulary,
    say: Say,
    *,
    fictitious: bool,
) -> None:
    sheet = book.add_worksheet(FICTITIOUS_SHEET if fictitious else say("Template"))
    if fictitious:
        sheet.write_string(0, 0, FICTITIOUS, book.add_format({"bold": True}))
    write_rows(book, sheet, 1 if fictitious else 0, rows, vocabulary, say)


def write_rows(
    book: xlsxwriter.Workbook,
    sheet: Worksheet,
    header: int,
    rows: Sequence[TemplateRow],
    vocabulary: Vocabulary,
    say: Say,
) -> None:
    """Write the template's columns under the row `header` (from 0), as they are read back."""
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    for number, (column, width) in enumerate(zip(Column, WIDTHS, strict=True)):
        sheet.set_column(number, number, width)
        sheet.write_string(header, number, say.text(HEADERS[column]), head)
    sheet.freeze_panes(header + 1, 1)
    formats = {
        decimals: book.add_format(
            {
                "num_format": "#,##0" + ("." + "0" * decimals if decimals > 0 else ""),
                "align": "right",
            }
        )
        for decimals in {_decimals(row) for row in rows}
    }
    for number, row in enumerate(rows, start=header + 1):
        sheet.write_string(number, 0, vocabulary.indicator_label(row.indicator, say))
        sheet.write_string(number, 1, vocabulary.series_label(row.series, say))
        sheet.write_number(number, 2, row.year)
        _write_value(sheet, number, row.value, formats[_decimals(row)], say)
        sheet.write_string(number, 4, say.text(row.unit.name))
        sheet.write_string(number, 5, "" if row.status is None else status_word(row.status, say))
        sheet.write_string(number, 6, row.note)
    statuses = [status_word(status, say) for status in ENTERED]
    last = header + max(len(rows), 1)
    sheet.data_validation(header + 1, 5, last, 5, {"validate": "list", "source": statuses})


def _write_value(
    sheet: Worksheet, number: int, value: Decimal | None, style: Format, say: Say
) -> None:
    if value is None:
        sheet.write_blank(number, 3, None, style)
    elif held_by_a_cell(value):
        sheet.write_number(number, 3, float(value), style)
    else:
        text = format(value.normalize(), "f").replace(".", DECIMAL_MARKS[say.language])
        sheet.write_string(number, 3, text, style)


def held_by_a_cell(value: Decimal) -> bool:
    """Whether a spreadsheet keeps a value as a number: it has fifteen digits, no more.

    >>> held_by_a_cell(Decimal("70.95")), held_by_a_cell(Decimal("1234567890123.4567"))
    (True, False)
    """
    return Decimal(format(float(value), ".15g")) == value


def _decimals(row: TemplateRow) -> int:
    return row.indicator.decimals if row.decimals is None else row.decimals


def _guide(say: Say) -> Iterator[tuple[str, str]]:
    """The columns, then advice."""
    for column, message in GUIDE.items():
        yield say.text(HEADERS[column]), say(message)
    for message in ADVICE:
        yield "", say(message)
