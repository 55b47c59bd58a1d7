"""Yearly change under a declared measure, and the paths it implies (METHOD section 2).

Years are counted between figures: from 2023 to 2030 is 7 periods. Compound rates are decimals a
year (0.07); points are in the indicator's unit a year.
"""

from __future__ import annotations

import math
from enum import StrEnum

from plantrack.model import Measure


class Undefined(StrEnum):
    """Why a rate cannot be given."""

    NOT_ABOVE_ZERO = "not_above_zero"
    NO_PERIODS = "no_periods"
    NOT_FINITE = "not_finite"
    PERIOD_OVER = "period_over"
    NO_PACE = "no_pace"
    ONE_SIDED = "one_sided"  # "over" or "up to" never enters a rate


class RateUndefined(ArithmeticError):
    """A rate that has no value, with the reason."""

    def __init__(self, reason: Undefined) -> None:
        super().__init__(reason.value)
        self.reason = reason


def finite(value: float) -> float:
    """Return `value`; raises `RateUndefined` once a float has run over (infinite or no number)."""
    if not math.isfinite(value):
        raise RateUndefined(Undefined.NOT_FINITE)
    return value


def compound_rate(start: float, end: float, periods: float) -> float:
    """Return the constant yearly growth that leads from `start` to `end`.

    (end / start) ** (1 / periods) - 1

    A decimal a year. Both levels must be above zero: Python would silently give a complex number
    for a negative ratio.

    >>> round(compound_rate(59.8, 150, 7), 4)
    0.1404
    """
    if periods <= 0:
        raise RateUndefined(Undefined.NO_PERIODS)
    if start <= 0 or end <= 0:
        raise RateUndefined(Undefined.NOT_ABOVE_ZERO)
    try:
        rate: float = (end / start) ** (1 / periods) - 1
    except OverflowError as overflow:
        raise RateUndefined(Undefined.NOT_FINITE) from overflow
    if rate <= -1:  # so small a remainder that a float cannot tell it from nothing
        raise RateUndefined(Undefined.NOT_FINITE)
    return finite(rate)


def points_rate(start: float, end: float, periods: float) -> float:
    """Return the constant yearly change, in the indicator's unit, from `start` to `end`.

    (end - start) / periods

    >>> round(points_rate(20.51, 13, 5), 2)
    -1.5
    """
    if periods <= 0:
        raise RateUndefined(Undefined.NO_PERIODS)
    return finite((end - start) / periods)


def compound_value(start: float, rate: float, periods: float) -> float:
    """Return the level after `periods` years of growth at `rate` (a decimal a year).

    start * (1 + rate) ** periods

    >>> round(compound_value(57.83, 0.1459, 2), 1)
    75.9
    """
    if rate <= -1:
        raise RateUndefined(Undefined.NOT_ABOVE_ZERO)
    try:
        value: float = start * (1 + rate) ** periods
    except OverflowError as overflow:
        raise RateUndefined(Undefined.NOT_FINITE) from overflow
    return finite(value)


def points_value(start: float, rate: float, periods: float) -> float:
    """Return the level after `periods` years of a constant change of `rate` a year.

    start + rate * periods

    >>> points_value(20.0, -1.5, 2)
    17.0
    """
    return finite(start + rate * periods)


def rate(measure: Measure, start: float, end: float, periods: float) -> float:
    """Return the yearly change from `start` to `end` under `measure`.

    Observed, required and required-from-now are this one function with other arguments. Average
    growth is measured on its chained index, hence compound. A rank has no pace.
    """
    if measure in (Measure.COMPOUND, Measure.AVERAGE_GROWTH):
        return compound_rate(start, end, periods)
    if measure is Measure.POINTS:
        return points_rate(start, end, periods)
    raise RateUndefined(Undefined.NO_PACE)


def value_after(measure: Measure, start: float, yearly: float, periods: float) -> float:
    """Return the level `periods` years after `start` at the pace `yearly` of `measure`."""
    if measure in (Measure.COMPOUND, Measure.AVERAGE_GROWTH):
        return compound_value(start, yearly, periods)
    if measure is Measure.POINTS:
        return points_value(start, yearly, periods)
    raise RateUndefined(Undefined.NO_PACE)


def periods_until(measure: Measure, start: float, end: float, yearly: float) -> float:
    """Return how many years at the pace `yearly` lead from `start` to `end`; may be negative.

    Compound: ln(end / start) / ln(1 + yearly). Points: (end - start) / yearly.
    """
    if yearly == 0 or measure is Measure.RANK:
        raise RateUndefined(Undefined.NO_PACE)
    if measure is Measure.POINTS:
        return finite((end - start) / yearly)
    if start <= 0 or end <= 0 or yearly <= -1:
        raise RateUndefined(Undefined.NOT_ABOVE_ZERO)
    return finite(log_ratio(start, end) / math.log1p(yearly))


def log_ratio(start: float, end: float) -> float:
    """Return ln(end / start) of two levels above zero."""
    growth = finite(end / start)
    if growth == 0:
        raise RateUndefined(Undefined.NOT_FINITE)
    return math.log(growth)


def quotient(pace: float, other: float) -> float:
    """Return pace / other; undefined where the other is none at all, or the quotient runs over."""
    if other == 0:
        raise RateUndefined(Undefined.NO_PACE)
    return finite(pace / other)
