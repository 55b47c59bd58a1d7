"""Nominal growth of the whole that the targets themselves imply (METHOD sections 7 and 8)."""

from __future__ import annotations

from dataclasses import dataclass

from plantrack.method.rates import RateUndefined, compound_rate, finite
from plantrack.model import Formula, Indicator, Measure, Operation, PriceBasis
from plantrack.scorecard.rows import Scorecard, TargetRow


@dataclass(frozen=True, slots=True)
class PastGrowth:
    """What another factor of the whole did over past years: a decimal a year."""

    indicator: Indicator
    first: int
    last: int
    growth: float


@dataclass(frozen=True, slots=True)
class NominalGrowth:
    """Growth of the whole at current prices, a decimal a year, and what it rests on.

    `row` is the target it comes from, `needed` what that target needs a year from now; `others`
    are the other factors of the whole, taken to go on as they did.
    """

    growth: float
    row: TargetRow
    needed: float
    others: tuple[PastGrowth, ...]


def nominal_growth_needed(card: Scorecard) -> NominalGrowth | None:
    """Return what the targets need of the whole at current prices, a decimal a year.

    (1 + needed per person) * (1 + growth of the population so far) - 1

    Either a target on the whole itself, or one on a factor of it (an amount per person) together
    with the growth the other factors had since the year before the plan. None unless the plan
    defines exactly one such whole and both are known.
    """
    wholes = [formula for formula in card.plan.formulas if _nominal_amount(card, formula)]
    if len(wholes) != 1:
        return None
    factors = (wholes[0].indicator, *wholes[0].operands)
    for indicator in factors:
        row = card.of_indicator(indicator)
        needed = _needed(row)
        if row is None or needed is None:
            continue
        others = () if indicator == wholes[0].indicator else wholes[0].operands
        return _with_others(card, row, needed, [one for one in others if one != indicator])
    return None


def _nominal_amount(card: Scorecard, formula: Formula) -> bool:
    indicator = card.plan.indicators[formula.indicator]
    return (
        formula.operation is Operation.PRODUCT
        and indicator.price_basis is PriceBasis.CURRENT
        and indicator.measure is Measure.COMPOUND
    )


def _needed(row: TargetRow | None) -> float | None:
    """What a target at current prices needs a year from now; None for every other target."""
    if row is None or row.target.price_basis is not PriceBasis.CURRENT:
        return None
    if row.indicator.measure is not Measure.COMPOUND or row.assessment.deciding is None:
        return None
    return row.assessment.required_from_now.to(row.assessment.deciding)


def _with_others(
    card: Scorecard, row: TargetRow, needed: float, others: list[str]
) -> NominalGrowth | None:
    past = [past_growth(card, one) for one in others]
    known = tuple(one for one in past if one is not None)
    if len(known) < len(past):
        return None
    factor = 1 + needed
    for one in known:
        factor *= 1 + one.growth
    return NominalGrowth(finite(factor - 1), row, needed, known)


def past_growth(card: Scorecard, indicator: str) -> PastGrowth | None:
    """Return average growth since the year before the plan, within one segment of the series."""
    plan = card.plan
    levels = card.values.observations(indicator, plan.geography)
    before = plan.first_year - 1
    base = next((level for level in levels if level.year == before), None)
    if base is None or levels[-1].year <= before:
        return None
    if any(before < start <= levels[-1].year for start in card.values.breaks(indicator)):
        return None
    try:
        growth = compound_rate(base.value, levels[-1].value, levels[-1].year - before)
    except RateUndefined:
        return None
    return PastGrowth(plan.indicators[indicator], before + 1, levels[-1].year, growth)
