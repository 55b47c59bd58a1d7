"""Stored and computed values of an indicator for any place and year, under one series choice.

Computed values (products, merged places, ranks) are made when read, marked so, and never stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from plantrack.method.assessment import PeerValues
from plantrack.method.observation import Observation, half_unit, may_be_graded, weakest
from plantrack.model import (
    Figure,
    Formula,
    Operation,
    Period,
    Qualifier,
    Status,
    Text,
    Use,
)
from plantrack.plan import PREFERRED, Plan

# Stands in place of a series and an origin on what is computed when read.
COMPUTED = ""

_MERGED = "merged"
_ONE_SIDED = (Qualifier.OVER, Qualifier.UP_TO)


@dataclass(frozen=True, slots=True)
class Value:
    """A value in the indicator's unit; `figures` are the stored figures it rests on."""

    value: float
    status: Status
    computed: bool
    figures: tuple[Figure, ...]


class Values:
    """Values of a plan's indicators from one set of figures.

    A value whose inputs are not all there is None: nothing is put in their place.
    """

    def __init__(self, plan: Plan, figures: Iterable[Figure], choice: str = PREFERRED) -> None:
        self.plan = plan
        self.choice = choice
        self._figures: dict[tuple[str, str], list[Figure]] = {}
        for figure in figures:
            self._figures.setdefault((figure.series, figure.geography), []).append(figure)

    def figures_of(self, series: str, geography: str) -> tuple[Figure, ...]:
        """Current figures of a series and place, oldest first, context included."""
        return tuple(sorted(self._figures.get((series, geography), ()), key=lambda f: f.period))

    def value(self, indicator: str, geography: str, year: int) -> Value | None:
        """Return the value of a year: as stored, else by formula, else from merged parts."""
        return self._stored(indicator, geography, year) or self._computed(
            indicator, geography, year
        )

    def observations(self, indicator: str, geography: str) -> tuple[Observation, ...]:
        """Return the yearly levels of an indicator, computed ones included, oldest first."""
        decimals = self.plan.indicators[indicator].decimals
        found = []
        for year in self._years:
            value = self.value(indicator, geography, year)
            if value is not None:
                unit = 0.0 if value.computed else half_unit(decimals)
                found.append(Observation(year, value.value, unit, value.status))
        return tuple(found)

    def computed_figures(self, indicator: str, geography: str) -> tuple[Figure, ...]:
        """Return the yearly figures a formula gives, oldest first: without series or origin.

        They live as long as a reader looks at them; what they rest on is stored.
        """
        formula = self.plan.formula(indicator)
        if formula is None or formula.operation is not Operation.PRODUCT:
            return ()
        values = ((year, self._product(formula, geography, year)) for year in self._years)
        return tuple(
            Figure(
                series=COMPUTED,
                geography=geography,
                period=Period.of_year(year),
                value=Decimal(repr(value.value)),
                decimals=None,
                status=value.status,
                qualifier=Qualifier.EXACT,
                use=Use.FIGURE,
                origin=COMPUTED,
                locator="",
                note=Text("", ""),
            )
            for year, value in values
            if value is not None
        )

    def breaks(self, indicator: str) -> tuple[int, ...]:
        """First years after breaks of the series an indicator's values come from."""
        series = self.plan.series_in_use(indicator, self.choice)
        formula = self.plan.formula(indicator)
        if series is not None or formula is None:
            return self.plan.segment_starts(series.id) if series is not None else ()
        years = {year for operand in formula.operands for year in self.breaks(operand)}
        return tuple(sorted(years))

    def peer_values(self, indicator: str, members: Sequence[str], year: int) -> PeerValues | None:
        """Return what each member stands at in `year`; None when none has a value."""
        values = {member: self.value(indicator, member, year) for member in members}
        known = {member: value for member, value in values.items() if value is not None}
        if not known:
            return None
        return PeerValues(
            year=year,
            values={member: value.value for member, value in known.items()},
            missing=tuple(member for member in members if member not in known),
            status=weakest(value.status for value in known.values()),
        )

    def latest_year(self, indicator: str, geography: str) -> int | None:
        years = (y for y in reversed(self._years) if self.value(indicator, geography, y))
        return next(years, None)

    @cached_property
    def _years(self) -> tuple[int, ...]:
        years = {
            figure.period.last_year
            for figures in self._figures.values()
            for figure in figures
            if figure.period.year is not None
        }
        return tuple(sorted(years))

    def _stored(self, indicator: str, geography: str, year: int) -> Value | None:
        series = self.plan.series_in_use(indicator, self.choice)
        if series is None:
            return None
        for figure in self._figures.get((series.id, geography), ()):
            graded = may_be_graded(figure) and figure.qualifier not in _ONE_SIDED
            if graded and figure.period.year == year:
                return Value(float(figure.value), figure.status, False, (figure,))
        return None

    def _computed(self, indicator: str, geography: str, year: int) -> Value | None:
        formula = self.plan.formula(indicator)
        if formula is not None and formula.operation is Operation.PRODUCT:
            return self._product(formula, geography, year)
        merged = self.plan.formula(indicator, _MERGED)
        parts = self.plan.parts_of(geography)
        if merged is None or not parts:
            return None
        return self._merged(merged, indicator, parts, year)

    def _product(self, formula: Formula, geography: str, year: int) -> Value | None:
        values = self._all(((operand, geography) for operand in formula.operands), year)
        if values is None:
            return None
        product = 1.0
        for operand, value in zip(formula.operands, values, strict=True):
            product *= value.value * self._factor(operand)
        return _combined(product / self._factor(formula.indicator), values)

    def _merged(
        self, formula: Formula, indicator: str, parts: Sequence[str], year: int
    ) -> Value | None:
        values = self._all(((indicator, part) for part in parts), year)
        if values is None:
            return None
        if formula.operation is Operation.SUM:
            return _combined(sum(value.value for value in values), values)
        _, weight = formula.operands
        weights = self._all(((weight, part) for part in parts), year)
        if weights is None or sum(w.value for w in weights) == 0:
            return None
        total = sum(v.value * w.value for v, w in zip(values, weights, strict=True))
        return _combined(total / sum(w.value for w in weights), (*values, *weights))

    def _factor(self, indicator: str) -> float:
        return float(self.plan.units[self.plan.indicators[indicator].unit].factor)

    def _all(self, wanted: Iterable[tuple[str, str]], year: int) -> tuple[Value, ...] | None:
        """Several values of one year, or None as soon as one of them is unknown."""
        found = []
        for indicator, geography in wanted:
            value = self.value(indicator, geography, year)
            if value is None:
                return None
            found.append(value)
        return tuple(found)


def _combined(value: float, inputs: Sequence[Value]) -> Value:
    figures = tuple(figure for one in inputs for figure in one.figures)
    return Value(value, weakest(one.status for one in inputs), True, figures)


@dataclass(frozen=True, slots=True)
class PeerVersion:
    """One membership of a peer set, in force from and to (None = open)."""

    peer_set: str
    valid_from: date | None
    valid_to: date | None
    members: tuple[str, ...]

    def in_force_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


def peer_versions(plan: Plan, peer_set: str) -> tuple[PeerVersion, ...]:
    """Return the memberships a peer set has had, oldest first.

    A membership changes on each day a member joins or leaves.
    """
    members = [p for p in plan.peers if p.peer_set == peer_set]
    starts = {p.valid_from for p in members if p.valid_from is not None}
    starts |= {p.valid_to + timedelta(days=1) for p in members if p.valid_to is not None}
    days = [date.min, *sorted(starts)]
    versions = []
    for first, following in zip(days, [*days[1:], None], strict=True):
        last = following - timedelta(days=1) if following is not None else None
        present = plan.peers_on(peer_set, first)
        if present:
            start = None if first == date.min else first
            versions.append(PeerVersion(peer_set, start, last, present))
    return tuple(versions)


def year_end(year: int) -> date:
    """The day whose borders and peers count for a year's figures: 31 December."""
    return date(year, 12, 31)
