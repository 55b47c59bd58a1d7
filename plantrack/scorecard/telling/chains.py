"""Arithmetic of a period average on its chained index, and of a sum over a period."""

from __future__ import annotations

from decimal import Decimal

from plantrack.method.average import START_INDEX, GrowthFigure, covering
from plantrack.method.goal import Bound
from plantrack.method.observation import may_be_graded
from plantrack.model import Figure
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.digits import enough, first_digits, repeats, settled
from plantrack.scorecard.telling.gaps import nearest_first
from plantrack.scorecard.telling.lines import (
    ROOT_DECIMALS,
    quotient_digits,
    root_line,
    root_repeats,
)
from plantrack.scorecard.telling.roots import product, raised, term
from plantrack.scorecard.telling.steps import Step, told
from plantrack.scorecard.telling.times import observed_years, years_ahead
from plantrack.scorecard.telling.values import (
    AVERAGE_DECIMALS,
    distance,
    stored_bound,
    with_unit,
)
from plantrack.words import Say


def linked(row: TargetRow) -> tuple[Figure, ...]:
    """The figures that cover the period from its first year, as the method links them."""
    spans = {
        (figure.period.start.year, figure.period.last_year): figure
        for figure in row.figures
        if may_be_graded(figure)
        and figure.period.years
        and figure.period.last_year <= row.target.year
    }
    growth = [GrowthFigure(first, last, 0.0) for first, last in spans]
    chain = covering(growth, row.target.period.start.year)
    return tuple(spans[one.first, one.last] for one in chain)


def average_steps(row: TargetRow, say: Say) -> tuple[Step, ...]:
    """Return growth so far as a product, what it averages, and what is still needed."""
    verdict = row.assessment
    observed, latest, baseline = verdict.observed, verdict.latest, verdict.baseline
    if observed is None or latest is None or baseline is None:
        return ()
    digits = _reached_digits(row)
    so_far = root_line(
        row,
        product([growth_factor(figure) for figure in linked(row)], say),
        latest.value / baseline.value,
        latest.year - baseline.year,
        observed,
        say,
        decimals=digits,
    )
    return (
        *told(say("Growth so far: {years}", years=observed_years(row, say)), so_far),
        *told(
            say("Gap: average asked less average so far"),
            *(_gap_line(row, bound, observed, say) for bound in nearest_first(row)),
        ),
        *told(
            say("Still needed: {years}", years=years_ahead(row, say)),
            *(_needed_line(row, bound, digits, say) for bound in nearest_first(row)),
        ),
    )


def growth_factor(figure: Figure) -> tuple[Decimal, int]:
    """Return 1 + growth of a figure, exactly, and the years it stands for."""
    return 1 + figure.value / 100, len(figure.period.years)


def asked_factor(row: TargetRow, bound: Bound) -> Decimal | None:
    """Return 1 + the average asked, exactly."""
    asked = stored_bound(row, bound)
    return None if asked is None else 1 + asked / 100


def _gap_line(row: TargetRow, bound: Bound, observed: float, say: Say) -> str:
    asked = stored_bound(row, bound)
    if asked is None:
        return ""
    left = float(asked) - observed * 100
    digits = enough(
        (observed * 100,),
        left,
        AVERAGE_DECIMALS,
        lambda average: asked - Decimal(average),
        start=AVERAGE_DECIMALS,
    )
    found = distance(row, left, say, signed=True)
    return f"{term(asked, None, say)} − {term(observed * 100, digits, say)} = {found}"


def _reached_digits(row: TargetRow) -> int:
    """Decimals of the product so far with which every line it stands in can be repeated."""
    return first_digits(
        lambda digits: (
            _average_repeats(row, digits)
            and all(_needed_repeats(row, bound, digits) for bound in nearest_first(row))
        ),
        ROOT_DECIMALS,
    )


def _average_repeats(row: TargetRow, digits: int) -> bool:
    verdict = row.assessment
    baseline, latest, observed = verdict.baseline, verdict.latest, verdict.observed
    if baseline is None or latest is None or observed is None:
        return True
    periods = latest.year - baseline.year
    return root_repeats(row, latest.value / baseline.value, digits, periods, observed)


def _needed_repeats(row: TargetRow, bound: Bound, digits: int) -> bool:
    verdict = row.assessment
    goal, latest, rate = verdict.goal, verdict.latest, verdict.required_from_now.to(bound)
    level = goal.bound(bound) if goal is not None else None
    if goal is None or latest is None or level is None or rate is None:
        return True
    quotient = level / latest.value
    decimals = quotient_digits(row, quotient, goal.year - latest.year, rate)
    indexes = (level / START_INDEX, latest.value / START_INDEX)
    return repeats(indexes, digits, quotient, decimals, lambda asked, reached: asked / reached)


def _needed_line(row: TargetRow, bound: Bound, digits: int, say: Say) -> str:
    """Return "1.08¹⁰ = 2.1589; 2.1589 ÷ 1.3887 = 1.5546; fifth root 1.0923 → 9.23 % a year"."""
    verdict = row.assessment
    goal, latest, rate = verdict.goal, verdict.latest, verdict.required_from_now.to(bound)
    level, factor = goal.bound(bound) if goal is not None else None, asked_factor(row, bound)
    if goal is None or latest is None or level is None or rate is None or factor is None:
        return ""
    periods = goal.year - row.target.period.start.year + 1
    asked, reached = (
        say.number(settled(one / START_INDEX), digits) for one in (level, latest.value)
    )
    power = f"{raised(product([(factor, 1)], say), periods)} = {asked}"
    return root_line(
        row,
        f"{power}; {asked} ÷ {reached}",
        level / latest.value,
        goal.year - latest.year,
        rate,
        say,
    )


def sum_step(row: TargetRow, say: Say) -> tuple[Step, ...]:
    """Return the sum so far of a target cumulated over its period."""
    latest = row.assessment.latest
    figures = linked(row)
    if latest is None or not figures:
        return ()
    decimals = row.indicator.decimals
    parts = " + ".join(term(figure.value, None, say) for figure in figures)
    total = with_unit(row, say.number(settled(latest.value), decimals), say)
    title = say("Sum so far: {years}", years=observed_years(row, say))
    return told(title, f"{parts} = {total}")
