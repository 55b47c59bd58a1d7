"""Levels year by year, for drawing: what was reported, what was planned, where the pace leads."""

from __future__ import annotations

from dataclasses import dataclass

from plantrack.method.goal import Bound, within_limits
from plantrack.method.levels import levels
from plantrack.method.observation import Observation
from plantrack.method.ranking import RankPosition
from plantrack.method.rates import RateUndefined, value_after
from plantrack.method.verdict import Assessment
from plantrack.scorecard.rows import TargetRow, question

# The method's own nouns that drawings speak of: charts build on the scorecard, not on the method.
__all__ = [
    "Assessment",
    "Bound",
    "Observation",
    "Path",
    "PathPoint",
    "RankPosition",
    "levels_of",
    "planned_path",
    "projected_path",
]


@dataclass(frozen=True, slots=True)
class PathPoint:
    """A level at the end of a year, in the unit of the row's levels."""

    year: int
    value: float


Path = tuple[PathPoint, ...]


def levels_of(row: TargetRow) -> tuple[Observation, ...]:
    """Return the yearly levels a row is judged on, oldest first.

    A period average gives its chained index (100 in the year before the period), a cumulated
    target the sum so far. Empty for a rank. Levels on both sides of a break are all returned.
    """
    if row.ranking is not None:
        return ()
    return levels(question(row.plan, row.target, ()), row.figures)[1]


def planned_path(assessment: Assessment, bound: Bound) -> Path:
    """Return the path from the baseline to a bound at the constant pace required.

    Empty where there is no baseline, no such bound or no defined rate: no other start is drawn.
    """
    goal, baseline = assessment.goal, assessment.baseline
    pace = assessment.required.to(bound)
    if goal is None or baseline is None or pace is None:
        return ()
    return tuple(
        PathPoint(year, value_after(goal.measure, baseline.value, pace, year - baseline.year))
        for year in range(baseline.year, goal.year + 1)
    )


def projected_path(assessment: Assessment) -> Path:
    """Return the path from the latest figure at the observed pace to the target year.

    Within the indicator's natural limits. Empty where nothing is projected.
    """
    goal, latest, pace = assessment.goal, assessment.latest, assessment.observed
    if goal is None or latest is None or pace is None or assessment.projection is None:
        return ()
    points = []
    for year in range(latest.year, goal.year + 1):
        try:
            free = value_after(goal.measure, latest.value, pace, year - latest.year)
        except RateUndefined:
            return ()
        points.append(PathPoint(year, within_limits(free, goal.floor, goal.ceiling)))
    return tuple(points)
