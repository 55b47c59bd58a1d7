"""Within the year: yearly growth targets still open, and what part-year figures say about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantrack.method.average import rest_of_year_rate
from plantrack.model import Figure, Measure, Target
from plantrack.plan import Plan
from plantrack.scorecard.computed import Values
from plantrack.scorecard.rows import Scorecard, TargetRow, target_row


@dataclass(frozen=True, slots=True)
class RestOfYear:
    """Growth the rest of the year needs to the low and high bound, decimals; None = no bound."""

    to_low: float | None
    to_high: float | None


def part_year_figures(plan: Plan, values: Values, indicator: str) -> tuple[Figure, ...]:
    """Return half years, quarters and months of an indicator in every series, newest first.

    They never stand on a yearly line.
    """
    found = [
        figure
        for series in plan.series_of(indicator)
        for figure in values.figures_of(series.id, plan.geography)
        if not figure.period.whole_years
    ]
    return tuple(sorted(found, key=lambda f: (f.period.end, f.period.start), reverse=True))


def yearly_targets(card: Scorecard, indicator: str) -> tuple[TargetRow, ...]:
    """Return the one-year growth targets of every target set for the plan's place, by year."""
    targets = [
        target
        for target in card.plan.targets.values()
        if target.indicator == indicator and _yearly(target, card.plan)
    ]
    rows = (target_row(card.plan, card.values, target) for target in targets)
    return tuple(sorted(rows, key=lambda row: row.target.year))


def open_targets(rows: Sequence[TargetRow]) -> tuple[TargetRow, ...]:
    """Return the yearly targets whose year has no figure yet."""
    return tuple(row for row in rows if row.assessment.latest is None)


def rest_of_year(target: Target, reported: float, weight: float) -> RestOfYear:
    """Return what the rest of the year must grow for the year to meet each bound.

    `reported` is a decimal, `weight` the part already reported (0 to below 1) of the previous
    year's value at constant prices. Raises `RateUndefined` for another weight.
    """
    low = None if target.low is None else float(target.low) / 100
    high = None if target.high is None else float(target.high) / 100
    return RestOfYear(
        None if low is None else rest_of_year_rate(low, reported, weight),
        None if high is None else rest_of_year_rate(high, reported, weight),
    )


def _yearly(target: Target, plan: Plan) -> bool:
    return (
        target.period.year is not None
        and target.geography == plan.geography
        and plan.indicators[target.indicator].measure is Measure.AVERAGE_GROWTH
    )
