"""Rows of the long layout that say what an earlier row said, but for their number."""

from __future__ import annotations

from plantrack.intake.candidates import Candidate
from plantrack.intake.cells import Cell, Kind
from plantrack.intake.columns import Column
from plantrack.intake.entries import EntryReader, Read
from plantrack.intake.entry import Row
from plantrack.intake.findings import Place
from plantrack.intake.values import beyond_limits, of_cell, surely_read
from plantrack.model import Measure

_VALUE = tuple(Column).index(Column.VALUE)


class RowReader:
    """Reads rows as an `EntryReader` does, without asking again what is known to be silent."""

    def __init__(self, reader: EntryReader) -> None:
        self._reader = reader
        # By their cells, which a file shares where they say the same.
        self._silent: dict[tuple[Cell, ...], Candidate] = {}
        self._sound: set[tuple[Cell, ...]] = set()  # cells without an error

    def read(self, row: Row) -> Read:
        """Return the candidate of a row (None when it stays out) and what is said about it."""
        label, series, year, value, unit, status, note = row.cells
        if value.kind is not Kind.NUMBER or value.formula or value.percent:
            return self._reader.read(row.entry())
        around = (series, unit, status, note)
        alike = self._silent.get((label, year, *around))
        known = self._unread(row) if alike is None else _like(row, alike)
        if known is not None:
            return known
        candidate, findings = self._reader.read(row.entry())
        if Kind.ERROR not in [cell.kind for cell in around]:
            self._sound.add(around)
        if candidate is not None and not findings and _as_written(row, candidate):
            self._silent[label, year, *around] = candidate
        return candidate, findings

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


def _like(row: Row, alike: Candidate) -> Read | None:
    """Return the candidate of a row, None where its own number has to be looked at."""
    written = of_cell(row.cells[_VALUE].text)
    if written is None or beyond_limits(alike.indicator, written.number.value):
        return None
    table = row.table
    return Candidate(
        row=Place(table.sheet, row.number, None, table.sheet_number),
        cell=row.at(Column.VALUE),
        indicator=alike.indicator,
        series=alike.series,
        unit=alike.unit,
        year=alike.year,
        number=written.number,
        as_printed=False,
        status=alike.status,
        note=alike.note,
        table=alike.table,
    ), ()


def _as_written(row: Row, candidate: Candidate) -> bool:
    """Whether any number in place of the candidate's would be taken as it stands."""
    return (
        not row.table.fraction_possible
        and candidate.indicator.measure is not Measure.AVERAGE_GROWTH
    )
