"""The template of a target set as a file: a sheet for the document and one for the targets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

import xlsxwriter

from plantrack.intake.columns import DECIMAL_MARKS, DELIMITERS, FICTITIOUS
from plantrack.intake.guide_sheet import write_guide
from plantrack.intake.targets.columns import (
    DIRECTION_TERMS,
    FIELDS,
    FORM_TERMS,
    HEADERS,
    QUALIFIER_TERMS,
    DocumentField,
    TargetColumn,
)
from plantrack.intake.targets.guide import COLUMNS_GUIDE, FIELDS_GUIDE, FORMS_GUIDE
from plantrack.intake.targets.template_rows import SetTemplate, empty_set, fictitious_set
from plantrack.intake.template import FileKind, harmless
from plantrack.intake.template_workbook import FICTITIOUS_SHEET, MADE
from plantrack.model import Figure
from plantrack.plan import PREFERRED, Plan
from plantrack.words import Say, mark

DOCUMENT_SHEET: Final = "Văn bản - Document"
TARGETS_SHEET: Final = "Mục tiêu - Targets"
_WIDTHS: Final = (46, 22, 10, 10, 20, 20, 10, 10, 12, 14, 14, 16, 14, 26, 36, 46)
_NUMBERS: Final = (
    TargetColumn.LOW,
    TargetColumn.HIGH,
    TargetColumn.BASELINE,
    TargetColumn.FIRST_YEAR,
    TargetColumn.YEAR,
    TargetColumn.BASELINE_YEAR,
    TargetColumn.PLACES,
)
_LISTS: Final = {
    TargetColumn.FORM: tuple(FORM_TERMS.values()),
    TargetColumn.DIRECTION: tuple(DIRECTION_TERMS.values()),
    TargetColumn.QUALIFIER: tuple(QUALIFIER_TERMS.values()),
}


def write_set_template(plan: Plan, say: Say, kind: FileKind) -> bytes:
    """Return the template to fill in: the plan's indicators, and the forms to choose from."""
    return _written(empty_set(plan, say), say, kind, fictitious=False)


def write_set_example(
    plan: Plan,
    current: Sequence[Figure],
    say: Say,
    kind: FileKind,
    day: date,
    series_choice: str = PREFERRED,
) -> bytes:
    """Return an invented target set, ready to be tried: marked so in its first line and sheet."""
    template = fictitious_set(plan, current, say, day, series_choice)
    return _written(template, say, kind, fictitious=True)


def _written(template: SetTemplate, say: Say, kind: FileKind, *, fictitious: bool) -> bytes:
    if kind is FileKind.XLSX:
        return _workbook(template, say, fictitious=fictitious)
    return _text(template, say, fictitious=fictitious)


def _text(template: SetTemplate, say: Say, *, fictitious: bool) -> bytes:
    """Every line is as wide as the table, as a spreadsheet would save it."""
    text, width = io.StringIO(newline=""), len(TargetColumn)
    writer = csv.writer(text, delimiter=DELIMITERS[say.language], lineterminator="\r\n")

    def write(cells: Iterable[str]) -> None:
        filled = [harmless(cell) for cell in cells]
        writer.writerow([*filled, *[""] * (width - len(filled))])

    if fictitious:
        write([f"# {FICTITIOUS}"])
    for name, label in FIELDS.items():
        write([say.text(label), template.lines.get(name, "")])
    write([])
    write(say.text(HEADERS[column]) for column in TargetColumn)
    for row in template.rows:
        write(row.texts.get(column, "") for column in TargetColumn)
    return text.getvalue().encode("utf-8-sig")


def _workbook(template: SetTemplate, say: Say, *, fictitious: bool) -> bytes:
    data = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(data, options)
    book.set_properties({"created": MADE})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    _document_sheet(book, bold, template, say, fictitious=fictitious)
    _targets_sheet(book, bold, template, say)
    write_guide(book, bold, mark("How to fill in the target set"), _guide, widths=(34, 110))
    book.close()
    return data.getvalue()


def _document_sheet(
    book: xlsxwriter.Workbook,
    bold: xlsxwriter.format.Format,
    template: SetTemplate,
    say: Say,
    *,
    fictitious: bool,
) -> None:
    sheet = book.add_worksheet(FICTITIOUS_SHEET if fictitious else DOCUMENT_SHEET)
    for number, width in enumerate((34, 52, 70)):
        sheet.set_column(number, number, width)
    line = 0
    if fictitious:
        sheet.write_string(0, 0, FICTITIOUS, bold)
        line = 1
    for name in DocumentField:
        sheet.write_string(line, 0, say.text(FIELDS[name]), bold)
        sheet.write_string(line, 1, template.lines.get(name, ""))
        sheet.write_string(line, 2, say(FIELDS_GUIDE[name]))
        line += 1


def _targets_sheet(
    book: xlsxwriter.Workbook,
    bold: xlsxwriter.format.Format,
    template: SetTemplate,
    say: Say,
) -> None:
    sheet = book.add_worksheet(TARGETS_SHEET)
    for number, (column, width) in enumerate(zip(TargetColumn, _WIDTHS, strict=True)):
        sheet.set_column(number, number, width)
        sheet.write_string(0, number, say.text(HEADERS[column]), bold)
    sheet.freeze_panes(1, 1)
    for line, row in enumerate(template.rows, start=1):
        for number, column in enumerate(TargetColumn):
            text = row.texts.get(column, "")
            if text and column in _NUMBERS:
                value = float(text.replace(DECIMAL_MARKS[say.language], "."))
                sheet.write_number(line, number, value)
            elif text:
                sheet.write_string(line, number, text)
    last = max(len(template.rows), 1) + 40
    for column, messages in _LISTS.items():
        place = list(TargetColumn).index(column)
        allowed = [say(message) for message in messages]
        sheet.data_validation(1, place, last, place, {"validate": "list", "source": allowed})


def _guide(say: Say) -> Iterator[tuple[str, str]]:
    """The columns, then the forms a target has."""
    for column, message in COLUMNS_GUIDE.items():
        yield say.text(HEADERS[column]), say(message)
    for form, message in FORMS_GUIDE.items():
        yield say(FORM_TERMS[form]), say(message)
