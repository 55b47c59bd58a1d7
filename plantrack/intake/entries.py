"""One row of the table to a candidate, or to everything that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from plantrack.intake.candidates import Candidate
from plantrack.intake.cells import Kind
from plantrack.intake.columns import Column
from plantrack.intake.findings import Finding, Severity, found
from plantrack.intake.layout import Entry
from plantrack.intake.subjects import read_indicator, read_series, read_status
from plantrack.intake.values import in_unit_of, outside_limits, read_written
from plantrack.intake.vocabulary import Vocabulary
from plantrack.intake.years import Unyearly, read_year

STAYS_OUT = frozenset({Severity.BLOCKS, Severity.ASKS})


@dataclass(frozen=True, slots=True)
class EntryReader:
    """Reads the rows of one file. `has_figure(series, year)`: whether one is recorded."""

    vocabulary: Vocabulary
    series_choice: str
    has_figure: Callable[[str, int], bool]

    def read(self, entry: Entry, decimal_mark: str) -> tuple[Candidate | None, list[Finding]]:
        """Return the candidate of a row (None when it stays out) and the row's findings."""
        if entry.cells[Column.VALUE].empty:
            return None, [found("value_missing", entry.at(Column.VALUE))]
        errors = [column for column in Column if entry.cells[column].kind is Kind.ERROR]
        if errors:
            return None, [found("error_cell", entry.at(column)) for column in errors]
        vocabulary = self.vocabulary
        indicator, findings = read_indicator(entry, vocabulary)
        written, more = read_written(entry, decimal_mark)
        findings += more
        status, more = read_status(entry, vocabulary)
        findings += more
        year, more = _year(entry)
        findings += more
        if indicator is None:
            return None, findings
        unit = vocabulary.plan.units[indicator.unit]
        number, more = in_unit_of(entry, indicator, written, vocabulary)
        findings += more
        if number is not None:
            findings += outside_limits(entry, indicator, number, unit)
        series, more = read_series(entry, indicator, vocabulary, self.series_choice)
        findings += more
        if year is not None and series is not None:
            findings += self._outside_plan(entry, series.id, year)
        if any(finding.severity in STAYS_OUT for finding in findings):
            return None, findings
        if number is None or year is None or series is None or written is None:
            raise AssertionError("a part of a row is missing without a finding that says why")
        converted = number != written.number
        return Candidate(
            row=entry.place,
            cell=entry.at(Column.VALUE),
            indicator=indicator,
            series=series,
            unit=unit,
            year=year,
            number=number,
            as_printed=written.as_printed and not converted,
            status=status,
            note=entry.cells[Column.NOTE].text,
        ), findings

    def _outside_plan(self, entry: Entry, series: str, year: int) -> list[Finding]:
        """A year before or after the plan is a restatement, or it is wrong."""
        plan = self.vocabulary.plan
        if plan.first_year <= year <= plan.last_year or self.has_figure(series, year):
            return []
        years = {"year": year, "first": plan.first_year, "last": plan.last_year}
        return [found("year_outside_plan", entry.at(Column.YEAR), **years)]


def _year(entry: Entry) -> tuple[int | None, list[Finding]]:
    year, place = read_year(entry.cells[Column.YEAR]), entry.at(Column.YEAR)
    if not isinstance(year, Unyearly):
        return year, []
    if year is Unyearly.MISSING:
        return None, [found(year.value, place)]
    return None, [found(year.value, place, text=entry.cells[Column.YEAR].text)]
