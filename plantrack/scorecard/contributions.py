"""Published contributions of the parts to growth: the weights they imply, and a check with them.

METHOD section 7: weights at constant prices = published contribution / growth of the part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from plantrack.method.structure import ContributionCheck, contribution_check
from plantrack.model import Figure, Indicator, Measure, Operation, Period, Series
from plantrack.scorecard.computed import Values

TOLERANCE: Final = 0.1  # points; weights are rounded and stand for the year (METHOD section 7)


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one part added to the growth of the whole, in points, and its own growth, in percent.

    `weight` is the part's share of the previous level at constant prices, in percent.
    """

    growth_of: Indicator
    contribution: Figure
    growth: Figure
    weight: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The contributions of all parts in one period, and the growth of the whole in it."""

    period: Period
    parts: tuple[Contribution, ...]
    total: Figure | None


@dataclass(frozen=True, slots=True)
class WeightedGrowth:
    """Yearly growth of the parts in one compiler's series, weighted, against that of the whole."""

    compiler: str
    year: int
    weights: Weights
    growths: tuple[Figure, ...]
    total: Figure
    check: ContributionCheck


def published_weights(values: Values) -> tuple[Weights, ...]:
    """Return every period in which all parts have a contribution and a growth, oldest first."""
    return tuple(weights for parts in _wholes(values) for weights in _weights(values, *parts))


def weighted_growths(values: Values) -> tuple[WeightedGrowth, ...]:
    """Return the check for each year and compiler with growth of the whole and all its parts.

    The weights are those of the latest period within the same year: part-year weights stand for
    the year, which is why the check allows a tenth of a point.
    """
    found = []
    for weights in published_weights(values):
        parts = [part.growth_of.id for part in weights.parts]
        whole = _whole_of(values, parts)
        year = weights.period.last_year
        for compiler in values.plan.compilers:
            total = _yearly(values, whole, compiler, year)
            growths = [_yearly(values, part, compiler, year) for part in parts]
            known = tuple(growth for growth in growths if growth is not None)
            if total is None or len(known) < len(parts):
                continue
            check = contribution_check(
                [part.weight for part in weights.parts],
                [float(growth.value) for growth in known],
                float(total.value),
                TOLERANCE,
            )
            found.append(WeightedGrowth(compiler, year, weights, known, total, check))
    return tuple(found)


def _wholes(values: Values) -> Iterable[tuple[str, tuple[str, ...]]]:
    for formula in values.plan.formulas:
        if formula.operation is Operation.WEIGHTED_SUM:
            yield (
                formula.indicator,
                tuple(operand.partition("*")[0] for operand in formula.operands),
            )


def _whole_of(values: Values, parts: list[str]) -> str:
    return next(whole for whole, found in _wholes(values) if list(found) == parts)


def _weights(values: Values, whole: str, parts: tuple[str, ...]) -> tuple[Weights, ...]:
    contributions = {part: _in_points(values, part) for part in parts}
    if not all(contributions.values()):
        return ()
    periods = set.intersection(*(set(found) for found in contributions.values()))
    weighed = []
    for period in sorted(periods):
        known = [_contribution(values, part, contributions[part][period]) for part in parts]
        found = tuple(one for one in known if one is not None)
        if len(found) == len(parts):
            total = _same_release(values, whole, found[0].contribution)
            weighed.append(Weights(period, found, total))
    return tuple(weighed)


def _in_points(values: Values, part: str) -> Mapping[Period, Figure]:
    """Figures by period of the indicator that measures, in points, what a part contributed."""
    plan = values.plan
    indicators = [i for i in plan.children_of(part) if i.measure is Measure.POINTS]
    series = [one for indicator in indicators for one in plan.series_of(indicator.id)]
    figures = (f for one in series for f in values.figures_of(one.id, plan.geography))
    return {figure.period: figure for figure in figures}


def _contribution(values: Values, part: str, contribution: Figure) -> Contribution | None:
    growth = _same_release(values, part, contribution)
    if growth is None or not growth.value:
        return None
    weight = float(contribution.value) / float(growth.value) * 100
    return Contribution(values.plan.indicators[part], contribution, growth, weight)


def _same_release(values: Values, indicator: str, beside: Figure) -> Figure | None:
    """The figure of `indicator` for the same period from the same origin."""
    return next(
        (
            figure
            for series in values.plan.series_of(indicator)
            for figure in values.figures_of(series.id, beside.geography)
            if figure.period == beside.period and figure.origin == beside.origin
        ),
        None,
    )


def _yearly(values: Values, indicator: str, compiler: str, year: int) -> Figure | None:
    series: Series | None = values.plan.series_in_use(indicator, compiler)
    if series is None:
        return None
    figures = values.figures_of(series.id, values.plan.geography)
    return next((figure for figure in figures if figure.period.year == year), None)
