"""Real growth, prices and people: whether targets agree with each other (METHOD section 8).

(1 + per person at current prices) * (1 + population)
    = (1 + real growth of the whole) * (1 + deflator)

Every rate is a decimal a year. Each function solves the same identity for another of the four.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from plantrack.method.goal import at_least
from plantrack.method.rates import RateUndefined, Undefined, compound_value, finite
from plantrack.model import Direction


def implied_deflator(per_person: float, real: float, population: float) -> float:
    """Return the price change that makes nominal, real and population growth agree.

    (1 + per_person) * (1 + population) / (1 + real) - 1

    >>> round(implied_deflator(0.1615, 0.08, 0.008), 3)
    0.084
    """
    _above_minus_one(per_person, real, population)
    return finite((1 + per_person) * (1 + population) / (1 + real) - 1)


def implied_real_growth(per_person: float, deflator: float, population: float) -> float:
    """Return the real growth of the whole that a nominal growth per person needs.

    (1 + per_person) * (1 + population) / (1 + deflator) - 1

    >>> round(implied_real_growth(0.1615, 0.04, 0.008), 3)
    0.126
    """
    _above_minus_one(per_person, deflator, population)
    return finite((1 + per_person) * (1 + population) / (1 + deflator) - 1)


def implied_nominal_per_person(real: float, deflator: float, population: float) -> float:
    """Return the growth per person at current prices that real growth and prices lead to.

    (1 + real) * (1 + deflator) / (1 + population) - 1

    >>> round(implied_nominal_per_person(0.09, 0.035, 0.008), 3)
    0.119
    """
    _above_minus_one(real, deflator, population)
    return finite((1 + real) * (1 + deflator) / (1 + population) - 1)


def real_per_person(real: float, population: float) -> float:
    """Return the real growth per person: (1 + real) / (1 + population) - 1.

    >>> round(real_per_person(0.0806, 0.0082), 4)
    0.0718
    """
    _above_minus_one(real, population)
    return finite((1 + real) / (1 + population) - 1)


def _above_minus_one(*rates: float) -> None:
    if any(rate <= -1 for rate in rates):
        raise RateUndefined(Undefined.NOT_ABOVE_ZERO)


class AgainstPath(StrEnum):
    """Where a nearer target lies against the path to a later one."""

    BELOW = "below"  # even its better end falls short of what is due
    PARTLY = "partly"  # only its better end is enough
    ENOUGH = "enough"


def against_path(worse: float, better: float, due: float, direction: Direction) -> AgainstPath:
    """Return where a nearer target, from its worse to its better end, lies against `due`.

    "Below" means short of the path, whichever way the indicator should move.

    >>> against_path(78, 79, 82.41, Direction.MORE).value
    'below'
    """
    if direction is Direction.LESS:
        worse, better, due = -worse, -better, -due
    if at_least(worse, due):
        return AgainstPath.ENOUGH
    return AgainstPath.PARTLY if at_least(better, due) else AgainstPath.BELOW


@dataclass(frozen=True, slots=True)
class ImpliedShare:
    """The share a part would have in the end, in percent of the whole."""

    now: float
    growth: float
    then: float


def implied_shares(
    shares: Sequence[float], growths: Sequence[float], periods: float
) -> tuple[ImpliedShare, ...]:
    """Return what the shares become when each part grows at its own pace, at constant relative
    prices.

    then_i = share_i * (1 + growth_i) ** periods, scaled so that the parts make up 100

    >>> [round(s.then, 1) for s in implied_shares([40.0, 60.0], [0.0, 0.1], 5)]
    [29.3, 70.7]
    """
    if periods <= 0:
        raise RateUndefined(Undefined.NO_PERIODS)
    grown = [compound_value(s, g, periods) for s, g in zip(shares, growths, strict=True)]
    total = finite(math.fsum(grown))
    if total <= 0:
        raise RateUndefined(Undefined.NOT_ABOVE_ZERO)
    return tuple(
        ImpliedShare(share, growth, 100 * end / total)
        for share, growth, end in zip(shares, growths, grown, strict=True)
    )
