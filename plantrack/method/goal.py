"""Target forms, both bounds, and which of them decides (METHOD section 3)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from plantrack.method.observation import Observation
from plantrack.method.rates import compound_value, points_value
from plantrack.model import Direction, Form, Measure, Qualifier


class Bound(StrEnum):
    LOW = "low"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Passing:
    """A dated milestone of a path."""

    year: int
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Goal:
    """A target as levels: what value, by when, starting from which year.

    `low` and `high` are in the unit of the observations (index points for a period average).
    """

    form: Form
    measure: Measure
    low: float | None
    high: float | None
    direction: Direction
    baseline_year: int
    year: int
    floor: float | None = None
    ceiling: float | None = None
    milestones: tuple[Passing, ...] = ()

    def bound(self, which: Bound) -> float | None:
        return self.low if which is Bound.LOW else self.high

    @property
    def corridor(self) -> bool:
        return self.form is Form.BETWEEN

    @property
    def stated(self) -> bool:
        """Whether every bound a verdict needs is known."""
        if self.corridor:
            return self.low is not None and self.high is not None
        return self.bound(_easier(self.direction)) is not None

    def met_by(self, observation: Observation) -> bool | None:
        """Whether a level meets the target; None where "over" or "up to" leaves it open."""
        if self.corridor:
            above = _reaches(observation, self.low, upward=True)
            below = _reaches(observation, self.high, upward=False)
            if above is False or below is False:
                return False
            return True if above and below else None
        upward = self.direction is Direction.MORE
        return _reaches(observation, self.bound(_easier(self.direction)), upward=upward)

    def side_of(self, value: float) -> Bound | None:
        """The bound of a corridor that `value` lies beyond; None inside it."""
        if self.low is not None and value < self.low:
            return Bound.LOW
        if self.high is not None and value > self.high:
            return Bound.HIGH
        return None

    def deciding_bound(self, baseline: Observation | None) -> Bound | None:
        """The weakest bound: what more-is-better must at least reach, less-is-better at most.

        In a corridor the bound on the baseline's side, fixed for the whole period; None while the
        baseline is unknown or already inside.
        """
        if not self.corridor:
            return _easier(self.direction)
        return self.side_of(baseline.value) if baseline is not None else None


def _easier(direction: Direction) -> Bound:
    return Bound.LOW if direction is Direction.MORE else Bound.HIGH


def at_least(value: float, bound: float) -> bool:
    """value >= bound, equal within the noise of floats (a chained index never is exact)."""
    return value >= bound or math.isclose(value, bound, rel_tol=1e-9)


def _reaches(observation: Observation, bound: float | None, *, upward: bool) -> bool | None:
    """Whether the true value is on the right side of `bound`; None where it cannot be known."""
    if bound is None:
        return None
    value = observation.value
    if observation.qualifier is Qualifier.OVER:  # the true value lies above the printed one
        return (at_least(value, bound) or None) if upward else (value < bound and None)
    if observation.qualifier is Qualifier.UP_TO:  # the true value lies at or below it
        return (at_least(value, bound) and None) if upward else (at_least(bound, value) or None)
    return at_least(value, bound) if upward else at_least(bound, value)


def with_change_per_year(goal: Goal, baseline: Observation) -> Goal:
    """Turn a yearly change asked for into the level it leads to in the last year.

    v0 + d * N for points; v0 * (1 + g) ** N for compound, g stored in percent; N counts from the
    baseline in use. A level never leaves the natural limits: a figure there has reached it.
    """
    periods = goal.year - baseline.year

    def level(change: float | None) -> float | None:
        if change is None:
            return None
        if goal.measure is Measure.COMPOUND:
            reached = compound_value(baseline.value, change / 100, periods)
        else:
            reached = points_value(baseline.value, change, periods)
        return within_limits(reached, goal.floor, goal.ceiling)

    form = Form.RANGE_MORE if goal.direction is Direction.MORE else Form.RANGE_LESS
    return replace(goal, form=form, low=level(goal.low), high=level(goal.high))


def within_limits(value: float, floor: float | None, ceiling: float | None) -> float:
    """Return `value` held between the natural limits of its indicator."""
    if floor is not None:
        value = max(value, floor)
    if ceiling is not None:
        value = min(value, ceiling)
    return value


def at_milestone(goal: Goal, milestone: Passing) -> Goal:
    return replace(goal, low=milestone.low, high=milestone.high, year=milestone.year)


def next_milestone(goal: Goal, latest_year: int) -> Passing:
    """The next milestone after `latest_year`, or the last one once that year is reached.

    Raises ValueError for a path without milestones.
    """
    ordered = sorted(goal.milestones, key=lambda m: m.year)
    if not ordered:
        raise ValueError("a path needs milestones")
    return next((m for m in ordered if m.year > latest_year), ordered[-1])


@dataclass(frozen=True, slots=True)
class MilestoneOutcome:
    """A passed milestone: reached, missed, or None where its year has no figure."""

    milestone: Passing
    reached: bool | None


def passed_milestones(
    goal: Goal, observations: Sequence[Observation]
) -> tuple[MilestoneOutcome, ...]:
    if not observations:
        return ()
    newest = max(o.year for o in observations)
    by_year = {o.year: o for o in observations}
    return tuple(
        MilestoneOutcome(
            milestone,
            at_milestone(goal, milestone).met_by(by_year[milestone.year])
            if milestone.year in by_year
            else None,
        )
        for milestone in sorted(goal.milestones, key=lambda m: m.year)
        if milestone.year <= newest
    )
