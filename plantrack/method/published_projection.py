"""The German statistical office's rule: project the recent change and see what it would miss."""

from __future__ import annotations

from collections.abc import Mapping

from plantrack.method.published import Cutoffs, Outcome, above_cutoffs, meets
from plantrack.method.rates import RateUndefined, Undefined, points_rate, points_value
from plantrack.model import Direction

PROJECTED_CHANGES = 5
LEAST_FIGURES = 4


def recent_change(figures: Mapping[int, float]) -> float:
    """Return the mean of the last five yearly changes up to the latest year (year -> figure).

    (latest - figure n years before) / n, n = 5, or 4 or 3 where the run of consecutive years is
    shorter. Undefined below four consecutive figures.

    >>> recent_change({2019: 30.0, 2021: 25.0, 2022: 24.0, 2023: 22.0, 2024: 22.0})
    -1.0
    """
    last = max(figures, default=0)
    changes = 0
    while changes < PROJECTED_CHANGES and last - changes - 1 in figures:
        changes += 1
    if changes + 1 < LEAST_FIGURES:
        raise RateUndefined(Undefined.NO_PERIODS)
    return points_rate(figures[last - changes], figures[last], changes)


def projected_share(
    figures: Mapping[int, float], target: float, target_year: int, direction: Direction
) -> float:
    """Return the share of the remaining distance that the recent change covers by the target year.

    (projection - latest) / (target - latest), projection = latest + recent change * years left

    1 reaches the target exactly, 0.8 misses it by 20 % of the remaining distance, below 0 is the
    wrong way. Source: Federal Statistical Office of Germany, Sustainable Development in Germany,
    Indicator Report (status of the indicators). Undefined once the target is met or due.

    >>> figures = {2021: 25.0, 2022: 24.0, 2023: 22.0, 2024: 22.0}
    >>> projected_share(figures, 12.0, 2030, Direction.LESS)
    0.6
    """
    change = recent_change(figures)
    last = max(figures)
    latest = figures[last]
    if last >= target_year or meets(latest, target, direction):
        raise RateUndefined(Undefined.PERIOD_OVER)
    return (points_value(latest, change, target_year - last) - latest) / (target - latest)


def projection_outcome(
    figures: Mapping[int, float],
    target: float,
    target_year: int,
    direction: Direction,
    cutoffs: Cutoffs,
) -> Outcome:
    """Grade the projected share as the German statistical office does.

    Missed by less than 5 % of the remaining distance is substantial (above 0.95 of it), by 5 to
    20 % moderate (from 0.80), by more limited (above 0); standing still or going the wrong way is
    deterioration. A met target is not projected.

    >>> figures = {2021: 25.0, 2022: 24.0, 2023: 22.0, 2024: 22.0}
    >>> projection_outcome(figures, 12.0, 2030, Direction.LESS, Cutoffs(0.95, 0.80, 0)).value
    'limited_progress'
    """
    if figures and meets(figures[max(figures)], target, direction):
        return Outcome.TARGET_ACHIEVED
    share = projected_share(figures, target, target_year, direction)
    if cutoffs.moderate <= share <= cutoffs.substantial:
        return Outcome.MODERATE
    return above_cutoffs(share, cutoffs)
