"""What is recorded already, and what it says about a candidate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from plantrack.intake.candidates import Candidate
from plantrack.intake.changes import Years, earlier_changes, segment, yearly_change
from plantrack.intake.findings import Amount, Change, Finding, Term, found
from plantrack.intake.headings import LAST_YEAR
from plantrack.model import Figure, Measure, Status, Use
from plantrack.plan import Plan
from plantrack.words.terms import STATUSES

SLIPS = (1_000, 1_000_000)
MIN_CHANGES = 2  # one earlier change says nothing about how far a series moves
_ROUNDING = 1e-9


class Past:
    """The recorded yearly figures of the plan's geography, by series and year."""

    def __init__(self, plan: Plan, current: Sequence[Figure], year: int | None = None) -> None:
        """`year` is the one that runs, None = that is not looked at."""
        self.plan = plan
        self._year = year
        self._figures: dict[str, dict[int, Figure]] = {}
        for figure in current:
            if figure.geography == plan.geography and figure.period.year is not None:
                self._figures.setdefault(figure.series, {})[figure.period.year] = figure

    @cached_property
    def _last_begun(self) -> int:
        """The last year a figure can be of: the one that runs, or the one after the last known."""
        known = (year for one in self._figures for year in self.reported(one))
        return max(self._year or LAST_YEAR, max(known, default=0) + 1)

    def figure(self, series: str, year: int) -> Figure | None:
        return self._figures.get(series, {}).get(year)

    def has_figure(self, series: str, year: int) -> bool:
        return self.figure(series, year) is not None

    def reported(self, series: str) -> dict[int, Decimal]:
        """Values by year that may be compared with a new figure: no projections, no context."""
        return {
            year: figure.value
            for year, figure in sorted(self._figures.get(series, {}).items())
            if figure.use is Use.FIGURE and figure.status is not Status.PROJECTION
        }

    def findings(self, candidate: Candidate, together: Years) -> list[Finding]:
        """Return what the past says about a candidate.

        `together` holds the series with the file's own figures put in. A slipped unit explains
        the jump and the restatement it causes, so it is said alone. A value that is recorded
        already was looked at when it was.
        """
        old = self.figure(*candidate.key)
        if old is not None and old.value == candidate.value:
            return list(self._restatement(candidate))
        if candidate.year > self._last_begun:
            about = {"indicator": candidate.indicator.name, "year": candidate.year}
            return [found("year_not_begun", candidate.cell, **about)]
        slip = list(self._slip(candidate, together))
        return slip or [*self._restatement(candidate), *self._jump(candidate, together)]

    def unchanged(self, candidate: Candidate) -> bool:
        old = self.figure(*candidate.key)
        return (
            old is not None
            and old.value == candidate.value
            and candidate.status in (None, old.status)
        )

    def _restatement(self, candidate: Candidate) -> Iterator[Finding]:
        old = self.figure(*candidate.key)
        if old is None:
            return
        about = {
            "indicator": candidate.indicator.name,
            "year": candidate.year,
            "value": candidate.amount,
        }
        if old.value != candidate.value:
            yield found("restated", candidate.cell, **about, old=_amount(candidate, old.value))
        elif candidate.status is None or candidate.status is old.status:
            yield found("unchanged", candidate.cell, **about)
        else:
            statuses = {
                "old": Term(STATUSES[old.status]),
                "new": Term(STATUSES[candidate.status]),
            }
            yield found("status_changed", candidate.cell, **about, **statuses)

    def _slip(self, candidate: Candidate, together: Years) -> Iterator[Finding]:
        """Yield a value that fits the series only when moved by thousands."""
        year, reference = self._reference(candidate, together)
        if year is None or reference == 0:
            return
        ratio = abs(candidate.value / reference)
        for times in SLIPS:
            about = {
                "value": candidate.amount,
                "times": Decimal(times),
                "year": year,
                "reference": _amount(candidate, reference),
            }
            if Decimal("0.5") <= ratio / times <= 2:
                yield found("unit_slip_larger", candidate.cell, **about)
            elif Decimal("0.5") <= ratio * times <= 2:
                yield found("unit_slip_smaller", candidate.cell, **about)

    def _reference(self, candidate: Candidate, together: Years) -> tuple[int | None, Decimal]:
        """The figure recorded for the same year, else the nearest one of the same segment."""
        old = self.figure(*candidate.key)
        if old is not None:
            return candidate.year, old.value
        # What is recorded comes first: the file's own figures may all be off by the same thousands.
        for values in (self.reported(candidate.series.id), together):
            near = self._neighbours(candidate, values)
            if near:
                return near[0], values[near[0]]
        return None, Decimal(0)

    def _jump(self, candidate: Candidate, together: Years) -> Iterator[Finding]:
        """Yield a change beyond every earlier change from one year to the next."""
        measure = candidate.indicator.measure
        earlier = self.reported(candidate.series.id)
        earlier.pop(candidate.year, None)
        starts = self.plan.segment_starts(candidate.series.id)
        changes = earlier_changes(measure, earlier, starts)
        if len(changes) < MIN_CHANGES and candidate.value != 0:
            return
        largest = max(changes, default=0.0)
        # A neighbour in the file may be off like the candidate; what is recorded is not.
        for values in (together, self.reported(candidate.series.id)):
            for year in self._neighbours(candidate, values):
                (first, low), (last, high) = sorted(
                    ((year, values[year]), (candidate.year, candidate.value))
                )
                yearly = yearly_change(measure, low, high, last - first)
                if yearly is None and candidate.value == 0 < values[year]:
                    yearly = -1.0  # all of it is gone, or nobody counted: it must be looked at
                if yearly is not None and _beyond(abs(yearly), largest, measure):
                    yield self._jumped(candidate, year, values[year], yearly, largest)
                    return

    def _jumped(
        self, candidate: Candidate, year: int, reference: Decimal, yearly: float, largest: float
    ) -> Finding:
        compound = candidate.indicator.measure is Measure.COMPOUND
        return found(
            "jump",
            candidate.cell,
            indicator=candidate.indicator.name,
            year=candidate.year,
            value=candidate.amount,
            reference=_amount(candidate, reference),
            reference_year=year,
            change=Change(yearly, compound, candidate.unit.name),
            largest=Change(largest, compound, candidate.unit.name),
        )

    def _neighbours(self, candidate: Candidate, together: Years) -> list[int]:
        """The nearest years before and after, within the candidate's segment."""
        starts = self.plan.segment_starts(candidate.series.id)
        own = segment(starts, candidate.year)
        years = [year for year in together if segment(starts, year) == own]
        before = [year for year in years if year < candidate.year]
        after = [year for year in years if year > candidate.year]
        return [*([max(before)] if before else []), *([min(after)] if after else [])]


def _beyond(change: float, largest: float, measure: Measure) -> bool:
    """Whether a change is larger than every earlier one by more than is shown of both."""
    digits = 3 if measure is Measure.COMPOUND else 2
    return round(change, digits) > round(largest, digits) + _ROUNDING


def together_with(past: Past, candidates: Iterable[Candidate]) -> dict[str, Years]:
    """Return each series of the candidates with the file's figures over the recorded ones."""
    merged: dict[str, dict[int, Decimal]] = {}
    for candidate in candidates:
        values = merged.setdefault(candidate.series.id, past.reported(candidate.series.id))
        values[candidate.year] = candidate.value
    return dict(merged)


def _amount(candidate: Candidate, value: Decimal) -> Amount:
    return Amount(value, candidate.unit.name)
