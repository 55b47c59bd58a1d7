"""Period averages on the chained index (METHOD section 5).

Growth rates are decimals a year. The year before the period stands at 100.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plantrack.method.rates import RateUndefined, Undefined, compound_rate, compound_value, finite

START_INDEX = 100.0


@dataclass(frozen=True, slots=True)
class GrowthFigure:
    """Growth a year over whole calendar years `first` to `last`, as a decimal."""

    first: int
    last: int
    growth: float

    @property
    def years(self) -> int:
        return self.last - self.first + 1

    @property
    def factor(self) -> float:
        """(1 + growth) ** years; the growth of every year must leave a level above zero."""
        return compound_value(1.0, self.growth, self.years)


def covering(figures: Sequence[GrowthFigure], first_year: int) -> tuple[GrowthFigure, ...]:
    """Return the figures that cover the period from `first_year` without gap or overlap.

    The chain that reaches furthest; among those that reach as far, the one with most yearly
    figures, the earlier ones first. Empty when nothing starts in `first_year`.

    >>> [f.last for f in covering([GrowthFigure(2021, 2022, .07), GrowthFigure(2023, 2023, .07)],
    ...  2021)]
    [2022, 2023]
    """
    best_from: dict[int, tuple[GrowthFigure, ...]] = {}
    for figure in sorted(figures, key=lambda f: (-f.first, f.last)):
        chain = (figure, *best_from.get(figure.last + 1, ()))
        if _preference(chain) > _preference(best_from.get(figure.first, ())):
            best_from[figure.first] = chain
    return best_from.get(first_year, ())


def _preference(chain: Sequence[GrowthFigure]) -> tuple[int, int]:
    if not chain:
        return (0, -1)
    return (chain[-1].last, sum(figure.years == 1 for figure in chain))


def chained_index(chain: Sequence[GrowthFigure]) -> tuple[tuple[int, float], ...]:
    """Return (year, index) at the start year and at each figure's last year.

    100 * prod(1 + g)

    >>> [(y, round(v, 2)) for y, v in chained_index([GrowthFigure(2021, 2023, 0.07)])]
    [(2020, 100.0), (2023, 122.5)]
    """
    if not chain:
        return ()
    points = [(chain[0].first - 1, START_INDEX)]
    for figure in chain:
        points.append((figure.last, finite(points[-1][1] * figure.factor)))
    return tuple(points)


def target_index(goal: float, periods: int) -> float:
    """Return the index a period average of `goal` leads to: 100 * (1 + goal) ** periods.

    >>> round(target_index(0.08, 10), 2)
    215.89
    """
    return compound_value(START_INDEX, goal, periods)


def geometric_average(rates: Sequence[float]) -> float:
    """Return the constant yearly growth with the same result: prod(1 + r) ** (1 / n) - 1.

    >>> round(geometric_average([0.0675, 0.0663, 0.0684, 0.0567, 0.0806]), 4)
    0.0679
    """
    if not rates:
        raise RateUndefined(Undefined.NO_PERIODS)
    if any(rate <= -1 for rate in rates):
        raise RateUndefined(Undefined.NOT_ABOVE_ZERO)
    return compound_rate(1.0, math.prod(1 + rate for rate in rates), len(rates))


def catch_up_rate(goal: float, periods: int, observed: Sequence[float]) -> float:
    """Return the yearly growth still needed for the period to average `goal`.

    ((1 + goal) ** periods / prod(1 + observed)) ** (1 / (periods - len(observed))) - 1

    Rates are decimals a year. Raises `RateUndefined` when the period is complete.

    >>> round(catch_up_rate(0.08, 10, [0.0695, 0.0695, 0.07]), 4)
    0.0845
    """
    if len(observed) >= periods:
        raise RateUndefined(Undefined.PERIOD_OVER)
    if any(rate <= -1 for rate in observed):
        raise RateUndefined(Undefined.NOT_ABOVE_ZERO)
    reached = math.prod(1 + rate for rate in observed)
    aim = compound_value(1.0, goal, periods)
    return compound_rate(reached, aim, periods - len(observed))


def best_run(growth: Mapping[int, float], length: int) -> GrowthFigure | None:
    """Return the highest geometric average over `length` consecutive years; None without any.

    `growth` is by year. Against the rate still needed it says whether the past ever did as much.
    A run with a year of -100 % has no average and is none.

    >>> best_run({2018: 0.0775, 2019: 0.0657, 2020: 0.039}, 1)
    GrowthFigure(first=2018, last=2018, growth=0.0775)
    """
    if length < 1:
        raise ValueError(f"a run of {length} years")
    runs = (range(first, first + length) for first in growth)
    averages = (
        GrowthFigure(run[0], run[-1], _average([growth[year] for year in run]))
        for run in runs
        if all(growth.get(year, -1) > -1 for year in run)
    )
    return max(averages, key=lambda run: run.growth, default=None)


def _average(rates: Sequence[float]) -> float:
    """The geometric average; of one rate itself, to its last digit."""
    return geometric_average(rates) if len(rates) > 1 else rates[0]


def rest_of_year_rate(target: float, reported: float, weight: float) -> float:
    """Return the growth the rest of the year needs: (target - weight * reported) / (1 - weight).

    `weight` is the share of the previous year's value, at constant prices, that fell in the part
    already reported.

    >>> round(rest_of_year_rate(0.065, 0.0372, 0.465), 4)
    0.0892
    """
    if not 0 <= weight < 1:
        raise RateUndefined(Undefined.PERIOD_OVER)
    return (target - weight * reported) / (1 - weight)
