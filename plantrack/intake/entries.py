"""One row of the table to a candidate, or to everything that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from plantrack.intake.candidates import Candidate
from plantrack.intake.cells import Kind
from plantrack.intake.columns import Column
from plantrack.intake.cross_checks import Stated
from plantrack.intake.entry import Entry
from plantrack.intake.findings import Finding, Severity, found
from plantrack.intake.growth_index import read_fraction, read_growth
from plantrack.intake.headings import Heading, read_heading
from plantrack.intake.questions import Asking
from plantrack.intake.subjects import read_indicator, read_series, read_status
from plantrack.intake.values import in_unit_of, no_figure, outside_limits, read_written
from plantrack.intake.vocabulary import Vocabulary
from plantrack.intake.years import Unyearly, read_year
from plantrack.model import Status

STAYS_OUT = frozenset({Severity.BLOCKS, Severity.ASKS})


@dataclass(frozen=True, slots=True)
class EntryReader:
    """Reads the rows of one file. `has_figure(series, year)`: whether one is recorded."""

    vocabulary: Vocabulary
    series_choice: str
    has_figure: Callable[[str, int], bool]
    asking: Asking
    stated: list[Stated] = field(default_factory=list)  # figures of computed indicators, to check

    def read(self, entry: Entry) -> tuple[Candidate | None, list[Finding]]:
        """Return the candidate of a row (None when it stays out) and the row's findings."""
        nothing = no_figure(entry)
        if nothing is not None:
            return None, [nothing]
        errors = [column for column in Column if entry.cells[column].kind is Kind.ERROR]
        if errors:
            return None, [found("error_cell", entry.at(column)) for column in errors]
        vocabulary = self.vocabulary
        indicator, findings = read_indicator(entry, vocabulary, self.asking)
        if indicator is None and entry.place.by_cell:
            return None, findings  # a table of many figures says it once for the row
        written, more = read_written(entry, self.asking)
        findings += more
        status, more = read_status(entry, vocabulary, self.asking)
        findings += more
        heading, more = _year(entry)
        findings += more
        year = None if heading is None else heading.year
        if status is None and heading is not None:
            status = heading.status
        if indicator is None:
            return None, findings
        unit = vocabulary.plan.units[indicator.unit]
        number, more = in_unit_of(entry, indicator, written, vocabulary, self.asking)
        findings += more
        if number is not None:
            number, more = read_fraction(entry, indicator, number, vocabulary, self.asking)
            findings += more
        if number is not None:
            number, more = read_growth(entry, indicator, number, self.asking)
            findings += more
        if number is not None:
            findings += outside_limits(entry, indicator, number, unit)
        series, more = read_series(entry, indicator, vocabulary, self.series_choice)
        findings += more
        if year is not None and series is not None:
            findings += self._outside_plan(entry, series.id, year)
        if any(finding.severity in STAYS_OUT for finding in findings):
            if number is not None and year is not None:
                self.stated.append(Stated(indicator, unit, year, number.value))
            return None, findings
        if number is None or year is None or series is None or written is None:
            return None, findings  # left out by an answer
        converted = number.decimals != written.number.decimals
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
            table=entry.table,
        ), findings

    def _outside_plan(self, entry: Entry, series: str, year: int) -> list[Finding]:
        """A year before or after the plan is a restatement, or it is wrong."""
        plan = self.vocabulary.plan
        if plan.first_year <= year <= plan.last_year or self.has_figure(series, year):
            return []
        years = {"year": year, "first": plan.first_year, "last": plan.last_year}
        return [found("year_outside_plan", entry.at(Column.YEAR), **years)]


def _year(entry: Entry) -> tuple[Heading | None, list[Finding]]:
    cell, place = entry.cells[Column.YEAR], entry.at(Column.YEAR)
    year = read_year(cell)
    if not isinstance(year, Unyearly):
        return Heading(year), []
    if year is Unyearly.MISSING:
        return None, [found(year.value, place)]
    heading = read_heading(cell)
    if heading is not None and heading.year is not None:
        if heading.status is Status.PROJECTION:
            return None, [found("projection_as_figure", place)]
        return heading, []
    code = Unyearly.SPAN if heading is not None else year
    return None, [found(code.value, place, text=cell.text)]
