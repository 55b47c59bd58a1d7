"""Single lines of arithmetic, each with digits enough to be repeated by hand."""

from __future__ import annotations

from plantrack.model import Measure
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.digits import (
    enough,
    first_digits,
    own_decimals,
    repeats,
    settled,
)
from plantrack.scorecard.telling.paces import pace, pace_decimals
from plantrack.scorecard.telling.roots import raised, root, term
from plantrack.scorecard.telling.values import distance, measure, with_unit
from plantrack.words import Number, Say
from plantrack.words.numbers import rounded

ROOT_DECIMALS = 4
QUOTIENT_DECIMALS = 3
FEW_MORE = 2


def change_line(
    row: TargetRow, start: float, end: float, periods: int, rate: float, say: Say
) -> str:
    """Return how `rate` a year follows from two levels `periods` years apart."""
    if measure(row) is Measure.POINTS:
        return points_line(row, start, end, periods, rate, say)
    decimals = quotient_digits(row, end / start, periods, rate)
    digits = enough(
        (end, start),
        end / start,
        decimals,
        lambda last, first: last / first,
        start=least_digits(row, end, start),
    )
    formula = f"{shown(end, digits, say)} ÷ {shown(start, digits, say)}"
    return root_line(row, formula, end / start, periods, rate, say)


def root_line(
    row: TargetRow,
    formula: str,
    quotient: float,
    periods: int,
    rate: float,
    say: Say,
    *,
    decimals: int | None = None,
) -> str:
    """Return "150 ÷ 70.95 = 2.114; fifth root 1.1615 → 16.2 % a year"."""
    if decimals is None:
        decimals = quotient_digits(row, quotient, periods, rate)
    written = say.number(settled(quotient), decimals)
    found = pace(row, rate, say)
    if periods == 1:
        return f"{formula} = {written} → {found}"
    factor = say.number(settled(1 + rate), growth_digits(row, rate))
    return f"{formula} = {written}; {root(periods, say)} {factor} → {found}"


def growth_digits(row: TargetRow, rate: float) -> int:
    """Decimals of a growth factor that give the rate as it is shown."""
    return enough(
        (1 + rate,),
        rate * 100,
        pace_decimals(row),
        lambda factor: (factor - 1) * 100,
        start=ROOT_DECIMALS,
    )


def quotient_digits(row: TargetRow, quotient: float, periods: int, rate: float) -> int:
    """Decimals of a quotient whose root is the growth factor as it is shown."""
    start = ROOT_DECIMALS if periods == 1 else QUOTIENT_DECIMALS
    return first_digits(lambda digits: root_repeats(row, quotient, digits, periods, rate), start)


def root_repeats(row: TargetRow, quotient: float, digits: int, periods: int, rate: float) -> bool:
    """Whether the quotient with `digits` gives the growth factor, or at once the rate, as shown."""
    if periods == 1:
        return repeats(
            (quotient,), digits, rate * 100, pace_decimals(row), lambda one: (one - 1) * 100
        )
    decimals = growth_digits(row, rate)
    factor = rounded(settled(1 + rate), decimals)
    return repeats((quotient,), digits, factor, decimals, lambda one: float(one) ** (1 / periods))


def points_line(
    row: TargetRow, start: float, end: float, periods: int, rate: float, say: Say
) -> str:
    """Return "(13 − 20.51) ÷ 5 = −1.50 points a year"."""
    digits = enough(
        (end, start),
        rate,
        pace_decimals(row),
        lambda last, first: (last - first) / periods,
        start=least_digits(row, start, end),
    )
    difference = f"{shown(end, digits, say)} − {shown(start, digits, say)}"
    found = pace(row, rate, say)
    return f"{difference} = {found}" if periods == 1 else f"({difference}) ÷ {periods} = {found}"


def difference_line(row: TargetRow, end: float, start: float, say: Say) -> str:
    """Return "150 − 70.95 = +79.05 million VND per person"."""
    digits = enough(
        (end, start),
        end - start,
        row.indicator.decimals,
        lambda last, first: last - first,
        start=least_digits(row, end, start),
    )
    found = distance(row, end - start, say, signed=True)
    return f"{shown(end, digits, say)} − {shown(start, digits, say)} = {found}"


def path_line(
    row: TargetRow, start: float, rate: float, periods: int, value: float, say: Say
) -> str:
    """Return "57.83 × 1.1459² = 75.93 …": where a pace leads from a level."""
    points = measure(row) is Measure.POINTS

    def ahead(level: Number, change: Number) -> float:
        if points:
            return float(level) + float(change) * periods
        return float(level) * float(change) ** periods

    step, least = (rate, pace_decimals(row)) if points else (1 + rate, ROOT_DECIMALS)
    decimals = row.indicator.decimals
    digits = enough(
        (start,), value, decimals, lambda one: ahead(one, step), start=least_digits(row, start)
    )
    level = rounded(settled(start), digits)
    step_digits = enough((step,), value, decimals, lambda one: ahead(level, one), start=least)
    result = with_unit(row, say.number(settled(value), decimals), say)
    first = shown(start, digits, say)
    if points:
        return f"{first} + {periods} × {term(step, step_digits, say)} = {result}"
    return f"{first} × {raised(say.number(settled(step), step_digits), periods)} = {result}"


def shown(value: float, digits: int, say: Say) -> str:
    """A level with `digits` decimals; a round number without any."""
    return term(value, 0 if own_decimals(value) == 0 else digits, say)


def least_digits(row: TargetRow, *levels: float) -> int:
    """The indicator's decimals, or those of a stored level that has a few more."""
    most = row.indicator.decimals + FEW_MORE
    own = [own_decimals(level) for level in levels]
    return max([row.indicator.decimals, *(one for one in own if one <= most)])
