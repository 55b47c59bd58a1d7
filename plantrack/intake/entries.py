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
from plantrack.intake.findings import Finding, Place, Severity, found
from plantrack.intake.growth_index import read_fraction, read_growth
from plantrack.intake.headings import Heading, read_heading
from plantrack.intake.numbers import Number
from plantrack.intake.questions import Asking
from plantrack.intake.repeated import Repeated
from plantrack.intake.subjects import parts_named, read_indicator, read_series, read_status
from plantrack.intake.units import read_unit_of
from plantrack.intake.values import (
    WrittenValue,
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
class Around:
    """What the cells around a value say, whatever the value is; None = not known.

    `unit` is the indicator's own and `given` the one the file states; `said` is about these cells.
    """

    indicator: Indicator | None
    unit: Unit | None
    given: Unit | None
    series: Series | None
    year: int | None
    status: Status | None
    said: Sequence[Finding]

    def candidate(
        self,
        at: tuple[Place, Place],
        number: Number,
        note: str,
        table: str,
        *,
        as_printed: bool,
    ) -> Candidate | None:
        """Return the figure, `at` its row and its cell; None where what makes one is not known."""
        indicator, unit, series, year = self.indicator, self.unit, self.series, self.year
        if indicator is None or unit is None or series is None or year is None:
            return None
        return Candidate(
            *at, indicator, series, unit, year, number, as_printed, self.status, note, table
        )


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
            if labels[number] in unread and (numeric or not _stands_alone(value)):
                continue
            if not numeric and value.empty:
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

    def around(self, entry: Entry, *, percent: bool = False) -> Around:
        """Return what the cells around a value say; `percent`: the value shows a percent sign."""
        return self._around(entry, *self._indicator(entry), percent=percent)

    def _figure(
        self, entry: Entry, indicator: Indicator | None, about_label: Sequence[Finding]
    ) -> Read:
        written: WrittenValue | None = None
        findings: list[Finding] = []
        if indicator is not None or not surely_read(entry.cells[Column.VALUE]):
            written, findings = read_written(entry, self.asking)
        percent = written is not None and written.percent
        around = self._around(entry, indicator, about_label, percent=percent)
        findings = [*around.said, *findings]
        if indicator is None:
            return None, findings
        number, more = self._number(entry, indicator, written, around.given)
        findings += more
        if findings and any(finding.severity in STAYS_OUT for finding in findings):
            self.state(around, number)
            return None, findings
        if number is None or written is None:
            return None, findings  # left out by an answer
        converted = number.decimals != written.number.decimals
        as_printed = written.as_printed and not converted
        at = entry.place, entry.at(Column.VALUE)
        note = entry.cells[Column.NOTE].text
        return around.candidate(at, number, note, entry.table, as_printed=as_printed), findings

    def state(self, around: Around, number: Number | None) -> None:
        """Keep for checks of others a figure that itself stays out."""
        indicator, year = around.indicator, around.year
        if indicator is not None and number is not None and year is not None:
            unit = self.vocabulary.plan.units[indicator.unit]
            self.stated.append(Stated(indicator, unit, year, number.value))

    def _around(
        self,
        entry: Entry,
        indicator: Indicator | None,
        about_label: Sequence[Finding],
        *,
        percent: bool,
    ) -> Around:
        (year, status), about_time = self._time(entry)
        said = [*about_label, *about_time]
        if indicator is None:
            return Around(None, None, None, None, year, status, said)
        unit = self.vocabulary.plan.units[indicator.unit]
        (given, series), more = self._scale(entry, indicator, unit, percent=percent)
        said += more
        if year is not None and series is not None:
            said += self._outside_plan(entry, series.id, year)
        return Around(indicator, unit, given, series, year, status, said)

    def _number(
        self,
        entry: Entry,
        indicator: Indicator,
        written: WrittenValue | None,
        given: Unit | None,
    ) -> tuple[Number | None, list[Finding]]:
        """Return the number in the indicator's unit, and what is said of it."""
        vocabulary, asking = self.vocabulary, self.asking
        number, findings = in_unit_of(entry, indicator, written, given, vocabulary)
        if number is not None:
            number, more = read_fraction(entry, indicator, number, vocabulary, asking)
            findings += more
        if number is not None:
            number, more = read_growth(entry, indicator, number, asking)
            findings += more
        if number is not None:
            unit = vocabulary.plan.units[indicator.unit]
            findings += outside_limits(entry, indicator, number, unit)
        return number, findings

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
