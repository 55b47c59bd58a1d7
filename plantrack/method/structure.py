"""Shares of a whole: sums, corridors, implied growth (METHOD section 7)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from plantrack.method.rates import RateUndefined, Undefined, compound_rate, finite


@dataclass(frozen=True, slots=True)
class ShareSum:
    """The sum of the parts of a whole and whether rounding alone explains its distance."""

    total: Decimal
    tolerance: Decimal
    holds: bool


def shares_sum(values: Sequence[Decimal], decimals: int, whole: Decimal = Decimal(100)) -> ShareSum:
    """Check that parts printed with `decimals` add up to `whole`.

    They may miss it by n half units of the last decimal: 0.02 for four shares at two decimals.

    >>> shares_sum([Decimal("20.51"), Decimal("28.06"), Decimal("47.22"), Decimal("4.21")], 2).holds
    True
    >>> shares_sum([Decimal("20.28"), Decimal("28.33"), Decimal("47.22"), Decimal("4.21")], 2).holds
    False
    """
    total = sum(values, Decimal(0))
    tolerance = len(values) * Decimal(5).scaleb(-(decimals + 1))
    return ShareSum(total, tolerance, abs(total - whole) <= tolerance)


def corridors_feasible(ranges: Sequence[tuple[float, float]], whole: float = 100.0) -> bool:
    """Whether some mix inside all ranges adds up to `whole`: sum of lows <= whole <= sum of highs.

    >>> corridors_feasible([(12, 13), (32, 33), (50, 51), (4, 5)])
    True
    """
    lows = math.fsum(low for low, _ in ranges)
    highs = math.fsum(high for _, high in ranges)
    return lows <= whole <= highs


def tightened(
    ranges: Sequence[tuple[float, float]], whole: float = 100.0
) -> tuple[tuple[float, float], ...]:
    """Return each range cut to what the other ranges leave room for.

    low_i' = max(low_i, whole - sum of the other highs); high_i' likewise with the other lows.
    Raises ValueError when no mix is feasible.
    """
    if not corridors_feasible(ranges, whole):
        raise ValueError(f"no mix inside the ranges adds up to {whole}")
    tight = []
    for place, (low, high) in enumerate(ranges):
        others = (*ranges[:place], *ranges[place + 1 :])
        rest_of_highs = math.fsum(other_high for _, other_high in others)
        rest_of_lows = math.fsum(other_low for other_low, _ in others)
        tight.append((max(low, whole - rest_of_highs), min(high, whole - rest_of_lows)))
    return tuple(tight)


def near_edge(value: float, low: float, high: float) -> float:
    """Return the point of the corridor nearest to `value` (the value itself inside it)."""
    return min(max(value, low), high)


def implied_growth(total_growth: float, share: float, target_share: float, periods: float) -> float:
    """Return the yearly growth of a part whose share must move while the whole grows.

    (1 + total_growth) * (target_share / share) ** (1 / periods) - 1

    All growth is nominal or all is real: the two never mix. Decimals a year.

    >>> round(implied_growth(0.16, 20.51, 13, 5), 4)
    0.0589
    """
    if total_growth <= -1:
        raise RateUndefined(Undefined.NOT_ABOVE_ZERO)
    return finite((1 + total_growth) * (1 + compound_rate(share, target_share, periods)) - 1)


@dataclass(frozen=True, slots=True)
class ContributionCheck:
    """The weighted sum of the parts' growth against the growth of the whole, in points."""

    weighted: float
    total: float
    holds: bool


def contribution_check(
    weights: Sequence[float], growths: Sequence[float], total: float, tolerance: float = 0.1
) -> ContributionCheck:
    """Check sum(weight * growth) / 100 against the total within `tolerance` points.

    Weights in percent of the whole at constant prices, growth in percent.

    >>> contribution_check([20.5, 25.0, 49.6, 5.0], [6.55, 8.18, 6.77, 5.39], 7.0).holds
    True
    """
    weighted = math.fsum(w * g for w, g in zip(weights, growths, strict=True)) / 100
    distance = abs(weighted - total)
    holds = distance <= tolerance or math.isclose(distance, tolerance, rel_tol=1e-9)
    return ContributionCheck(weighted, total, holds)
