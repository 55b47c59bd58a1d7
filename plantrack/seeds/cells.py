"""Cells → typed values: what each cell must be, and the rows in which every cell is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from plantrack.model import Period, Text
from plantrack.seeds.problems import Findings, Place
from plantrack.seeds.reading import Row, Tables
from plantrack.seeds.schema import SCHEMA, SHARED_IDS, Column, Kind, file_of

_ID = re.compile(r"[a-z0-9_]+")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_WHOLE = re.compile(r"\d+")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class SoundRow:
    """A row whose every cell is what its column says."""

    table: str
    row: Row

    def place(self, column: str = "") -> Place:
        return Place(file_of(self.table), self.row.number, column)

    def text(self, column: str) -> str:
        return self.row.cells[column]

    def optional(self, column: str) -> str | None:
        return self.row.cells[column] or None

    def both(self, name: str) -> Text:
        return Text(vi=self.text(f"{name}_vi"), en=self.text(f"{name}_en"))

    def number(self, column: str) -> Decimal | None:
        written = self.row.cells[column]
        return Decimal(written) if written else None

    def whole(self, column: str) -> int:
        return int(self.row.cells[column])

    def whole_or_none(self, column: str) -> int | None:
        return self.whole(column) if self.row.cells[column] else None

    def day(self, column: str) -> date | None:
        written = self.row.cells[column]
        return date.fromisoformat(written) if written else None

    def yes(self, column: str) -> bool:
        return self.row.cells[column] == "yes"

    def period(self) -> Period:
        return Period(
            date.fromisoformat(self.text("period_start")),
            date.fromisoformat(self.text("period_end")),
        )


def sound_rows(tables: Tables, findings: Findings) -> Mapping[str, tuple[SoundRow, ...]]:
    """Rows of every table whose cells are all well formed; the others become findings."""
    unread = {problem.file for problem in tables.problems}
    ids = {
        table: {row.cells.get("id", "") for row in tables[table]} - {""}
        for table in SCHEMA
        if file_of(table) not in unread
    }
    sound = {}
    for table, columns in SCHEMA.items():
        _check_unique(table, tables[table], findings)
        sound[table] = tuple(
            SoundRow(table, row)
            for row in tables[table]
            if _is_sound(table, row, columns, ids, findings)
        )
    return sound


def _check_unique(table: str, rows: tuple[Row, ...], findings: Findings) -> None:
    if table in SHARED_IDS:
        return
    first: dict[str, int] = {}
    for row in rows:
        written = row.cells.get("id", "")
        if written in first:
            place = Place(file_of(table), row.number, "id")
            findings.add("id_twice", place, written=written, first=first[written])
        elif written:
            first[written] = row.number


def _is_sound(
    table: str,
    row: Row,
    columns: tuple[Column, ...],
    ids: Mapping[str, set[str]],
    findings: Findings,
) -> bool:
    before = len(findings.problems)
    complete = True
    for column in columns:
        if column.name not in row.cells:
            complete = False  # told once, for the header
            continue
        _check_cell(
            row.cells[column.name],
            column,
            Place(file_of(table), row.number, column.name),
            ids,
            findings,
        )
    sound = complete and len(findings.problems) == before
    if sound and "period_start" in row.cells:
        start, end = row.cells["period_start"], row.cells["period_end"]
        if end < start:  # ISO dates sort as text
            place = Place(file_of(table), row.number, "period_end")
            findings.add("period_reversed", place, start=start, end=end)
            return False
    return sound


def _check_cell(
    written: str, column: Column, place: Place, ids: Mapping[str, set[str]], findings: Findings
) -> None:
    if not written:
        if column.required:
            findings.add("empty", place)
        return
    match column.kind:
        case Kind.ID:
            if column.table:
                _check_reference(written, column.table, place, ids, findings)
            elif not _ID.fullmatch(written):
                findings.add("id_bad", place, written=written)
        case Kind.OPERANDS:
            for operand in re.split(r"[ *]+", written):
                _check_reference(operand, column.table, place, ids, findings)
        case Kind.NUMBER:
            if not _is_number(written):
                code = "number_comma" if "," in written else "number_bad"
                findings.add(code, place, written=written)
        case Kind.WHOLE:
            if not _WHOLE.fullmatch(written):
                findings.add("whole_bad", place, written=written)
        case Kind.DATE:
            if not _is_date(written):
                findings.add("date_bad", place, written=written)
        case Kind.YES_NO:
            if written not in ("yes", "no"):
                findings.add("yes_no_bad", place, written=written)
        case Kind.WORD:
            if written not in column.words:
                findings.add_unknown("word_unknown", place, written, column.words)
        case Kind.TEXT:
            pass


def _check_reference(
    written: str, table: str, place: Place, ids: Mapping[str, set[str]], findings: Findings
) -> None:
    if table in ids and written not in ids[table]:
        findings.add_unknown("reference_unknown", place, written, ids[table], table=table)


def _is_number(written: str) -> bool:
    if not _NUMBER.fullmatch(written):
        return False
    try:
        return Decimal(written).is_finite()
    except InvalidOperation:
        return False


def _is_date(written: str) -> bool:
    if not _DATE.fullmatch(written):
        return False
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True
