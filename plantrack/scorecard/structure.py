"""The parts of a whole beside their corridors (METHOD section 7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from plantrack.method.rates import RateUndefined
from plantrack.method.structure import (
    ShareSum,
    corridors_feasible,
    implied_growth,
    near_edge,
    shares_sum,
    tightened,
)
from plantrack.model import Figure, Form, Formula, Indicator, Target
from plantrack.plan import Plan
from plantrack.scorecard.rows import Scorecard, TargetRow


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the whole: its figures in the series in use and, if it has one, its target."""

    indicator: Indicator
    row: TargetRow | None
    figures: tuple[Figure, ...]

    def of_year(self, year: int) -> Figure | None:
        return next((f for f in self.figures if f.period.year == year), None)


@dataclass(frozen=True, slots=True)
class YearMix:
    """All parts of one year. The sum counts only if every part comes from one origin."""

    year: int
    shares: Mapping[str, Figure]
    one_origin: bool
    sum: ShareSum


@dataclass(frozen=True, slots=True)
class Corridors:
    """The target ranges of all parts together. `near_edges` is the mix nearest to today's."""

    ranges: tuple[tuple[float, float], ...]
    low_total: float
    high_total: float
    feasible: bool
    tightened: tuple[tuple[float, float], ...] | None
    near_edges: tuple[float, ...] | None


@dataclass(frozen=True)
class Structure:
    """A whole with its parts, the years in which all parts are known, and their corridors."""

    whole: Indicator
    parts: tuple[Part, ...]
    years: tuple[YearMix, ...]
    corridors: Corridors | None

    @cached_property
    def latest(self) -> YearMix | None:
        return self.years[-1] if self.years else None

    def implied_growths(self, total_growth: float) -> Mapping[str, tuple[float, float] | None]:
        """Return per part the yearly growth its lower and upper bound imply from the latest year.

        `total_growth` is the nominal growth of the whole, a decimal a year. None where a part has
        no target or the growth is undefined.
        """
        return {part.indicator.id: self._implied(part, total_growth) for part in self.parts}

    def _implied(self, part: Part, total_growth: float) -> tuple[float, float] | None:
        if self.latest is None or part.row is None:
            return None
        target = part.row.target
        share = float(self.latest.shares[part.indicator.id].value)
        periods = target.year - self.latest.year
        if target.low is None or target.high is None:
            return None
        try:
            return (
                implied_growth(total_growth, share, float(target.low), periods),
                implied_growth(total_growth, share, float(target.high), periods),
            )
        except RateUndefined:
            return None


def structures(plan: Plan, card: Scorecard) -> tuple[Structure, ...]:
    """Return every whole of the plan that has parts in this scorecard's series or target set."""
    return tuple(_structure(plan, card, formula) for formula in plan.wholes())


def _structure(plan: Plan, card: Scorecard, formula: Formula) -> Structure:
    parts = tuple(_part(plan, card, operand) for operand in formula.operands)
    years = _years(plan, parts)
    return Structure(plan.indicators[formula.indicator], parts, years, _corridors(parts, years))


def _part(plan: Plan, card: Scorecard, indicator: str) -> Part:
    series = plan.series_in_use(indicator, card.choice)
    figures = card.values.figures_of(series.id, plan.geography) if series is not None else ()
    return Part(plan.indicators[indicator], card.of_indicator(indicator), figures)


def _years(plan: Plan, parts: Sequence[Part]) -> tuple[YearMix, ...]:
    years = {f.period.year for part in parts for f in part.figures if f.period.year is not None}
    mixes = []
    for year in sorted(years):
        figures = [part.of_year(year) for part in parts]
        known = [figure for figure in figures if figure is not None]
        if len(known) < len(parts):
            continue
        decimals = min(
            plan.indicators[part.indicator.id].decimals if f.decimals is None else f.decimals
            for part, f in zip(parts, known, strict=True)
        )
        mixes.append(
            YearMix(
                year,
                {part.indicator.id: f for part, f in zip(parts, known, strict=True)},
                len({figure.origin for figure in known}) == 1,
                shares_sum([figure.value for figure in known], decimals),
            )
        )
    return tuple(mixes)


def _range(target: Target) -> tuple[float, float] | None:
    if target.form is not Form.BETWEEN or target.low is None or target.high is None:
        return None
    return float(target.low), float(target.high)


def _corridors(parts: Sequence[Part], years: Sequence[YearMix]) -> Corridors | None:
    """Judge the corridors together; None unless every part has one."""
    ranges = [_range(part.row.target) for part in parts if part.row is not None]
    known = tuple(r for r in ranges if r is not None)
    if len(known) < len(parts):
        return None
    feasible = corridors_feasible(known)
    near: tuple[float, ...] | None = None
    if years:
        shares = [float(years[-1].shares[part.indicator.id].value) for part in parts]
        near = tuple(near_edge(s, *r) for s, r in zip(shares, known, strict=True))
    return Corridors(
        ranges=known,
        low_total=sum(low for low, _ in known),
        high_total=sum(high for _, high in known),
        feasible=feasible,
        tightened=tightened(known) if feasible else None,
        near_edges=near,
    )
