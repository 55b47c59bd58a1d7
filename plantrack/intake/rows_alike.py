"""Rows of the long layout that say what an earlier row said, but for their number."""

from __future__ import annotations

from dataclasses import dataclass

from plantrack.intake.cells import Cell, Kind
from plantrack.intake.columns import Column
from plantrack.intake.entries import STAYS_OUT, Around, EntryReader, Read
from plantrack.intake.entry import LongRows, Row
from plantrack.intake.findings import Finding, Place
from plantrack.intake.growth_index import two_meanings
from plantrack.intake.numbers import Number
from plantrack.intake.values import WrittenValue, beyond_limits, plainly_written, surely_read

_NOTE = tuple(Column).index(Column.NOTE)
_Cells = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read around a number; `blocked`: no figure with these cells around it is taken."""

    around: Around
    blocked: bool


class RowReader:
    """Reads rows as an `EntryReader` does, without asking again what is known."""

    def __init__(self, reader: EntryReader) -> None:
        self._reader = reader
        self._table: LongRows | None = None
        # By their cells, which a file shares where they say the same.
        self._known: dict[_Cells, _Known] = {}
        self._sound: set[_Cells] = set()  # cells without an error

    def read(self, row: Row) -> Read:
        """Return the candidate of a row (None when it stays out) and what is said about it."""
        if row.table is not self._table:
            self._table = row.table
            self._known.clear()
        label, series, year, value, unit, status, note = row.cells
        cells = (label, series, year, unit, status, note)
        known = self._known.get(cells)
        if known is None:
            unread = self._unread(row)
            if unread is not None:
                return unread
        written = plainly_written(value, row.table.decimal_mark)
        if written is not None and known is None:
            known = self._looked_at(row, cells)
        read = None
        if written is not None and known is not None:
            read = self._like(row, known, written)
        return self._reader.read(row.entry()) if read is None else read

    def _unread(self, row: Row) -> Read | None:
        """Return what is said of a row whose label is known to name nothing, None for others."""
        label, series, year, value, unit, status, note = row.cells
        if not (label.text and year.text and surely_read(value)):
            return None
        if (series, unit, status, note) not in self._sound:
            return None
        indicator = self._reader.indicators.again((label.text, (), False), row.at)
        if indicator is None or indicator[0] is not None:
            return None
        time = self._reader.times.again((year.text, year.kind, status.text), row.at)
        return None if time is None else (None, [*indicator[1], *time[1]])

    def _looked_at(self, row: Row, cells: _Cells) -> _Known | None:
        """Return what the cells around a number say, None where one of them is an error."""
        if Kind.ERROR in [cell.kind for cell in cells]:
            return None
        _, series, _, unit, status, note = cells
        self._sound.add((series, unit, status, note))
        around = self._reader.around(row.entry())
        blocked = any(finding.severity in STAYS_OUT for finding in around.said)
        known = self._known[cells] = _Known(around, blocked)
        return known

    def _like(self, row: Row, known: _Known, written: WrittenValue) -> Read | None:
        """Return what a row says, None where its number has to be looked at as well."""
        around, table, number = known.around, row.table, row.number
        figure = None
        if around.given is not None:
            figure = self._as_it_stands(row, around, written)
            if figure is None:
                return None
        sheet, sheet_number = table.sheet, table.sheet_number
        said: list[Finding] = []
        if around.said:
            said = [
                Finding(code, Place(sheet, number, place.column, sheet_number), values)
                for code, place, values in around.said
            ]
        if known.blocked:
            self._reader.state(around, figure)
            return None, said
        if figure is None:
            return None, said  # left out by an answer
        at = Place(sheet, number, None, sheet_number), row.at(Column.VALUE)
        note = row.cells[_NOTE].text
        return around.candidate(at, figure, note, table.id, as_printed=written.as_printed), said

    def _as_it_stands(self, row: Row, around: Around, written: WrittenValue) -> Number | None:
        """Return a number about which nothing is to be said, None where something may be."""
        indicator, unit, given = around.indicator, around.unit, around.given
        if indicator is None or unit is None or given is None or given.factor != unit.factor:
            return None
        value = written.number.value
        numeric = not written.as_printed
        unsure = numeric and row.table.fraction_possible
        if beyond_limits(indicator, value) or two_meanings(
            indicator, value, self._reader.vocabulary, fraction_possible=unsure
        ):
            return None
        return written.number
