"""Where the tables of a file are, and which layout each has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from plantrack.intake.cells import Sheet, Workbook
from plantrack.intake.columns import HEADERS, REQUIRED
from plantrack.intake.crosstab import find_blocks
from plantrack.intake.crosstab_sides import blocks_of
from plantrack.intake.crosstab_table import CrosstabReader
from plantrack.intake.entry import Table
from plantrack.intake.findings import Finding, Place, found
from plantrack.intake.long_table import fictitious, header_row, read_long
from plantrack.intake.long_tables import (
    SheetPart,
    about_another,
    parts_of,
    titles_of,
    without_plans,
)
from plantrack.intake.places import Places
from plantrack.intake.planned import Planned
from plantrack.intake.questions import Asking
from plantrack.intake.vocabulary import Vocabulary

MAX_TABLES = 60  # of one sheet: more are not tables but a page laid out in cells


@dataclass(frozen=True, slots=True)
class LayoutReader:
    vocabulary: Vocabulary
    places: Places
    asking: Asking
    file_name: str

    def read(self, workbook: Workbook) -> tuple[tuple[Table, ...], tuple[Finding, ...]]:
        """Return the tables of all visible sheets, and what is wrong with them as a whole.

        Sheets without a table (the template's guide) are passed over while another has one.
        """
        tables: list[Table] = []
        findings = list(workbook.findings)
        some = False
        for sheet in workbook.sheets:
            if sheet.hidden:
                if _has_table(sheet):
                    some = True
                    findings.append(found("hidden_sheet", _whole(sheet)))
                continue
            read, more = self._sheet(sheet)
            if not read and not more:
                continue
            some = True
            tables += read
            findings += [*more, *_hidden_parts(sheet)]
        if not some:
            required = tuple(HEADERS[column] for column in REQUIRED)
            findings.append(found("header_missing", Place(), columns=required))
        return tuple(tables), tuple(findings)

    def _sheet(self, sheet: Sheet) -> tuple[list[Table], list[Finding]]:
        tables: list[Table] = []
        findings: list[Finding] = []
        for part in parts_of(sheet):
            if part.header is None:
                read, more = self._crosstabs(part.sheet, len(tables))
            else:
                read, more = self._long(part, len(tables))
            tables += read
            findings += more
        return tables, findings

    def _long(self, part: SheetPart, number: int) -> tuple[list[Table], list[Finding]]:
        header = part.header or 0
        refusal = about_another(part, self.places, self.file_name)
        table, findings = read_long(part.sheet, header, self.places, number)
        if table is None:
            return [], [*refusal, *findings]
        if refusal:
            found_table = replace(table.found, figures=0)
            return [replace(table, lines=lambda: iter(()), found=found_table)], refusal
        planned = Planned(titles_of(part), self.file_name, self.asking, table.found.id)
        table, asked = without_plans(table, planned)
        return [table], [*findings, *asked]

    def _crosstabs(self, sheet: Sheet, first: int) -> tuple[list[Table], list[Finding]]:
        tables: list[Table] = []
        findings: list[Finding] = []
        blocks = blocks_of(sheet)
        if len(blocks) > MAX_TABLES:
            row = blocks[MAX_TABLES].header.start + 1
            findings.append(found("too_many_tables", _whole(sheet), limit=MAX_TABLES, row=row))
            blocks = blocks[:MAX_TABLES]
        if blocks and fictitious(sheet, blocks[0].header.start):
            findings.append(found("fictitious", _whole(sheet)))
        for number, block in enumerate(blocks, start=first):
            identifier = f"{sheet.number}.{number}"
            reader = CrosstabReader(
                self.vocabulary, self.places, self.asking, block, identifier, self.file_name
            )
            read, more = reader.read()
            tables.append(read)
            findings += more
        return tables, findings


def _has_table(sheet: Sheet) -> bool:
    return header_row(sheet) is not None or bool(find_blocks(sheet))


def _whole(sheet: Sheet) -> Place:
    return Place(sheet.name, None, None, sheet.number)


def _hidden_parts(sheet: Sheet) -> list[Finding]:
    """Say which hidden rows and columns hold something: they are read like the others."""
    rows = [
        r for r in sheet.hidden_rows if r < len(sheet.rows) and any(c.text for c in sheet.rows[r])
    ]
    columns = [
        c
        for c in sheet.hidden_columns
        if any(c < len(row) and row[c].text for row in sheet.rows[:2_000])
    ]
    if not rows and not columns:
        return []
    counts = {"rows": Decimal(len(rows)), "columns": Decimal(len(columns))}
    return [found("hidden_cells", _whole(sheet), **counts)]
