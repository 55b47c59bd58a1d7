"""One figure of a table to a candidate, or to everything that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from plantrack.intake.candidates import Candidate
from plantrack.intake.cells import Cell, Kind
from plantrack.intake.columns import Column
from plantrack.intake.cross_checks import Stated
from plantrack.intake.entry import Entry, Line
from plantrack.intake.findings import Finding, Severity, found
from plantrack.intake.growth_index import read_fraction, read_growth
from plantrack.intake.headings import Heading, read_heading
from plantrack.intake.questions import Asking
from plantrack.intake.repeated import Repeated
from plantrack.intake.subjects import parts_named, read_indicator, read_series, read_status
from plantrack.intake.units import read_unit_of
from plantrack.intake.values import (
    in_unit_of,
    no_figure,
    outside_limits,
    read_written,
    says_nothing,
    surely_read,
)
from plantrack.intake.vocabulary import Vocabulary
from plantrack.intake.years import Unyearly, read_year
from plantrack.model import Indicator, Series, Status, Unit

STAYS_OUT = frozenset({Severity.BLOCKS, Severity.ASKS})
_KIND = attrgetter("kind")
Read = tuple[Candidate | None, Sequence[Finding]]


class Time(NamedTuple):
    """The year of a figure and how settled it is, as its cells say; None = not known."""

    year: int | None
    status: Status | None


class _Scale(NamedTuple):
    """The unit a figure is stated in and the series it belongs to; None = not known."""

    given: Unit | None
    series: Series | None


@dataclass(frozen=True, slots=True)
class EntryReader:
    """Reads the rows of one file. `has_figure(series, year)`: whether one is recorded."""

    vocabulary: Vocabulary
    series_choice: str
    has_figure: Callable[[str, int], bool]
    asking: Asking
    stated: list[Stated] = field(default_factory=list)  # figures of computed indicators, to check
    indicators: Repeated[Indicator | None] = field(default_factory=Repeated)
    times: Repeated[Time] = field(default_factory=Repeated)
    _scales: Repeated[_Scale] = field(default_factory=Repeated)

    def read(self, entry: Entry) -> Read:
        """Return the candidate of a figure (None when it stays out) and what is said about it."""
        wrong = _no_number(entry)
        if wrong:
            return None, wrong
        return self._figure(entry, *self._indicator(entry))

    def read_line(self, line: Line) -> Iterator[Read]:
        """Yield the same for each figure of a row.

        What is wrong with a label is said at the label, and once for all its figures.
        """
        labels = line.labels
        unread: set[int] = set()
        for number, value in enumerate(line.values):
            numeric = value.kind is Kind.NUMBER
            if not numeric and value.empty:
                continue
            if labels[number] in unread and (numeric or not _stands_alone(value)):
                continue
            label, around, place = line.label(line.row, number)
            again = self.indicators.said_at((label, around, True), place)
            if again is not None and again[0] is None and not _stands_alone(value):
                unread.add(labels[number])
                yield None, again[1]
                continue
            entry = line.entry(line.row, number)
            wrong = _no_number(entry)
            if wrong:
                yield None, wrong
                continue
            indicator, findings = self._indicator(entry)
            if indicator is None:
                unread.add(labels[number])
                yield None, findings
            else:
                yield self._figure(entry, indicator, findings)

    def _figure(
        self, entry: Entry, indicator: Indicator | None, about_label: Sequence[Finding]
    ) -> Read:
        vocabulary, asking = self.vocabulary, self.asking
        findings = list(about_label)
        more: Sequence[Finding]
        written = None
        if indicator is not None or not surely_read(entry.cells[Column.VALUE]):
            written, more = read_written(entry, asking)
            findings += more
        (year, status), more = self._time(entry)
        findings += more
        if indicator is None:
            return None, findings
        unit = vocabulary.plan.units[indicator.unit]
        percent = written is not None and written.percent
        (given, series), more = self._scale(entry, indicator, unit, percent=percent)
        findings += more
        number, more = in_unit_of(entry, indicator, written, given, vocabulary)
        findings += more
        if number is not None:
            number, more = read_fraction(entry, indicator, number, vocabulary, asking)
            findings += more
        if number is not None:
            number, more = read_growth(entry, indicator, number, asking)
            findings += more
        if number is not None:
            findings += outside_limits(entry, indicator, number, unit)
        if year is not None and series is not None:
            findings += self._outside_plan(entry, series.id, year)
        if findings and any(finding.severity in STAYS_OUT for finding in findings):
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

    def _indicator(self, entry: Entry) -> tuple[Indicator | None, Sequence[Finding]]:
        label = entry.cells[Column.INDICATOR].text
        key = (label, entry.contexts[:1], entry.place.by_cell)
        known = self.indicators.again(key, entry.at)
        if known is not None:
            return known
        parts = parts_named(label, self.vocabulary)
        read = read_indicator(entry, parts, self.vocabulary, self.asking)
        # Which whole a part belongs to depends on what stands around it.
        if parts:
            return read
        indicator, findings = read
        return self.indicators.keep(key, indicator, (Column.INDICATOR, findings))

    def _time(self, entry: Entry) -> tuple[Time, Sequence[Finding]]:
        written, stated = entry.cells[Column.YEAR], entry.cells[Column.STATUS].text
        key = (written.text, written.kind, stated)
        known = self.times.again(key, entry.at)
        if known is not None:
            return known
        status, about_status = read_status(entry, self.vocabulary, self.asking)
        heading, about_year = _year(entry)
        time = (
            Time(None, status) if heading is None else Time(heading.year, status or heading.status)
        )
        return self.times.keep(key, time, (Column.STATUS, about_status), (Column.YEAR, about_year))

    def _scale(
        self, entry: Entry, indicator: Indicator, own: Unit, *, percent: bool
    ) -> tuple[_Scale, Sequence[Finding]]:
        label, series_label = entry.cells[Column.UNIT].text, entry.cells[Column.SERIES].text
        key = (label, series_label, indicator.id, percent, entry.place.by_cell, entry.table)
        known = self._scales.again(key, entry.at)
        if known is not None:
            return known
        vocabulary = self.vocabulary
        given, about_unit = read_unit_of(
            entry, indicator, own, vocabulary, self.asking, percent=percent
        )
        series, about_series = read_series(entry, indicator, vocabulary, self.series_choice)
        return self._scales.keep(
            key,
            _Scale(given, series),
            (Column.UNIT, about_unit),
            (Column.SERIES, about_series),
        )

    def _outside_plan(self, entry: Entry, series: str, year: int) -> list[Finding]:
        """A year before or after the plan is a restatement, or it is wrong."""
        plan = self.vocabulary.plan
        if plan.first_year <= year <= plan.last_year or self.has_figure(series, year):
            return []
        years = {"year": year, "first": plan.first_year, "last": plan.last_year}
        return [found("year_outside_plan", entry.at(Column.YEAR), **years)]


def _no_number(entry: Entry) -> list[Finding]:
    """Return why an entry has no figure to read at all, empty when it has one."""
    number = entry.cells[Column.VALUE].kind is Kind.NUMBER
    nothing = None if number else no_figure(entry)
    if nothing is not None:
        return [nothing]
    if Kind.ERROR not in map(_KIND, entry.cells.values()):
        return []
    errors = [part for part, cell in entry.cells.items() if cell.kind is Kind.ERROR]
    return [found("error_cell", entry.at(part)) for part in errors]


def _stands_alone(value: Cell) -> bool:
    """Whether something is said about a value whatever its label."""
    return value.kind is Kind.ERROR or says_nothing(value)


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
