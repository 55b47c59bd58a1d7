"""Where the document and the targets stand in a file, whatever their sheets are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from plantrack.intake.cells import EMPTY, Cell, Sheet, Workbook
from plantrack.intake.columns import DECIMAL_MARKS
from plantrack.intake.findings import Finding, Place, found
from plantrack.intake.long_table import fictitious
from plantrack.intake.matching import folded
from plantrack.intake.targets.columns import (
    FIELD_LABELS,
    FIELDS,
    HEADER_LABELS,
    HEADERS,
    REQUIRED,
    DocumentField,
    TargetColumn,
)

_HEADER_WITHIN = 40  # rows
# What tells a target set from a table of figures: no figure has a form.
_TELLING = {TargetColumn.INDICATOR, TargetColumn.FORM}
_FILLED = (
    TargetColumn.FORM,
    TargetColumn.LOW,
    TargetColumn.HIGH,
    TargetColumn.YEAR,
    TargetColumn.BASELINE_YEAR,
    TargetColumn.PLACES,
    TargetColumn.MILESTONES,
)


@dataclass(frozen=True, slots=True)
class Written:
    """A cell and where it stands."""

    cell: Cell
    place: Place


@dataclass(frozen=True, slots=True)
class TargetCells:
    """One row of the targets' sheet, a cell for each column, empty where the sheet lacks it."""

    place: Place
    cells: Mapping[TargetColumn, Written]
    decimal_mark: str

    def text(self, column: TargetColumn) -> str:
        return self.cells[column].cell.text

    def at(self, column: TargetColumn) -> Place:
        return self.cells[column].place


@dataclass(frozen=True, slots=True)
class SetCells:
    """Everything a file says of a target set, as cells, and what is wrong with its layout."""

    document: Mapping[DocumentField, Written]
    targets: tuple[TargetCells, ...]
    findings: tuple[Finding, ...] = field(default=())


def is_target_set(workbook: Workbook) -> bool:
    """Whether a visible sheet has the targets of a set: a header with indicators and forms."""
    return any(_header(sheet) is not None for sheet in workbook.sheets if not sheet.hidden)


def cells_of(workbook: Workbook) -> SetCells:
    """Return the document's lines and the rows of targets of all visible sheets."""
    document: dict[DocumentField, Written] = {}
    targets: list[TargetCells] = []
    findings = list(workbook.findings)
    for sheet in workbook.sheets:
        if sheet.hidden:
            continue
        header = _header(sheet)
        last = len(sheet.rows) if header is None else header
        if fictitious(sheet, min(last, 1)):
            findings.append(found("fictitious", Place(sheet.name, None, None, sheet.number)))
        for name, written in _lines(sheet, last):
            if name in document:
                findings.append(found("document_line_twice", written.place, field=FIELDS[name]))
            else:
                document[name] = written
        if header is not None:
            more, wrong = _targets(sheet, header)
            targets += more
            findings += wrong
    return SetCells(document, tuple(targets), tuple(findings))


def _header(sheet: Sheet) -> int | None:
    for number, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
        if {column for column, _ in _headings(row).values()} >= _TELLING:
            return number
    return None


def _headings(row: tuple[Cell, ...]) -> dict[int, tuple[TargetColumn, str]]:
    words = {number: folded(cell.text) for number, cell in enumerate(row)}
    return {n: HEADER_LABELS[word] for n, word in words.items() if word in HEADER_LABELS}


def _lines(sheet: Sheet, last: int) -> Iterator[tuple[DocumentField, Written]]:
    for number in range(last):
        name = FIELD_LABELS.get(folded(sheet.cell(number, 0).text))
        if name is not None:
            yield name, Written(sheet.cell(number, 1), sheet.place(number, 1))


def _targets(sheet: Sheet, header: int) -> tuple[list[TargetCells], list[Finding]]:
    headings, place = _headings(sheet.rows[header]), sheet.place(header)
    counts = Counter(column for column, _ in headings.values())
    findings = [
        found("column_twice", place, column=HEADERS[column])
        for column, n in counts.items()
        if n > 1
    ]
    missing = tuple(HEADERS[column] for column in REQUIRED if column not in counts)
    if missing:
        findings.append(found("columns_missing", place, columns=missing))
    if findings:
        return [], findings
    for number, cell in enumerate(sheet.rows[header]):
        if number not in headings and not cell.empty:
            where = sheet.place(header, number)
            findings.append(found("column_ignored", where, column=cell.text))
    columns = {column: number for number, (column, _) in headings.items()}
    language = next(language for column, language in headings.values() if column in _TELLING)
    rows = (_row(sheet, number, columns, language) for number in range(header + 1, len(sheet.rows)))
    return [row for row in rows if any(row.text(column) for column in _FILLED)], findings


def _row(
    sheet: Sheet, number: int, columns: Mapping[TargetColumn, int], language: str
) -> TargetCells:
    cells = {}
    for column in TargetColumn:
        at = columns.get(column)
        cell = EMPTY if at is None else sheet.cell(number, at)
        cells[column] = Written(cell, sheet.place(number, at))
    return TargetCells(sheet.place(number), cells, DECIMAL_MARKS[language])
