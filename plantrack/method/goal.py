"""Target forms, both bounds, and which of them decides (METHOD section 3)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from plantrack.method.observation import Observation
from plantrack.method.rates import RateUndefined, Undefined, value_after
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

    @property
    def final_year(self) -> int:
        """The year whose figure alone decides: of a path, that of its last milestone."""
        return max((milestone.year for milestone in self.milestones), default=self.year)

    def met_by(self, observation: Observation) -> bool | None:
        """Whether a level meets the target; None where "over" or "up to" leaves it open."""
        if self.corridor:
            enough = _is_at_least(observation, self.low)
            not_too_much = _is_at_most(observation, self.high)
            if enough is False or not_too_much is False:
                return False
            return True if enough and not_too_much else None
        if self.direction is Direction.MORE:
            return _is_at_least(observation, self.low)
        return _is_at_most(observation, self.high)

    def side_of(self, value: float) -> Bound | None:
        """The bound of a corridor that `value` lies beyond; None inside it."""
        if self.low is not None and not at_least(value, self.low):
            return Bound.LOW
        if self.high is not None and not at_least(self.high, value):
            return Bound.HIGH
        return None

    def certain_side_of(self, observation: Observation) -> Bound | None:
        """The bound a level lies beyond; None inside, or where "over" or "up to" leaves it open."""
        if _is_at_least(observation, self.low) is False:
            return Bound.LOW
        if _is_at_most(observation, self.high) is False:
            return Bound.HIGH
        return None

    def crossed(self, baseline: Observation, latest: Observation) -> bool:
        """Whether a corridor lies between the baseline and the latest level."""
        before, now = self.certain_side_of(baseline), self.certain_side_of(latest)
        return self.corridor and before is not None and now is not None and before is not now

    def deciding_bound(self, baseline: Observation | None) -> Bound | None:
        """The weakest bound: what more-is-better must at least reach, less-is-better at most.

        In a corridor the bound on the baseline's side, fixed for the whole period; None while the
        baseline is unknown or already inside.
        """
        if not self.corridor:
            return _easier(self.direction)
        return self.certain_side_of(baseline) if baseline is not None else None


def _easier(direction: Direction) -> Bound:
    return Bound.LOW if direction is Direction.MORE else Bound.HIGH


def at_least(value: float, bound: float) -> bool:
    """value >= bound, equal within the noise of floats (a chained index never is exact)."""
    return value >= bound or math.isclose(value, bound, rel_tol=1e-12)


def _is_at_least(observation: Observation, bound: float | None) -> bool | None:
    """Whether the true level is at least `bound`; None where that cannot be known."""
    if bound is None:
        return None
    enough = at_least(observation.value, bound)
    if observation.qualifier is Qualifier.OVER:  # the true level lies above the printed one
        return True if enough else None
    if observation.qualifier is Qualifier.UP_TO:  # the true level lies at or below it
        return None if enough else False
    return enough


def _is_at_most(observation: Observation, bound: float | None) -> bool | None:
    """Whether the true level is at most `bound`; None where that cannot be known."""
    if bound is None:
        return None
    if observation.qualifier is Qualifier.OVER:  # "over 5" cannot be at most 5
        return False if at_least(observation.value, bound) else None
    little_enough = at_least(bound, observation.value)
    if observation.qualifier is Qualifier.UP_TO:
        return True if little_enough else None
    return little_enough


def with_change_per_year(goal: Goal, baseline: Observation) -> Goal:
    """Turn a yearly change asked for into the level it leads to in the last year.

    v0 + d * N for points; v0 * (1 + g) ** N for compound, g stored in percent; N counts from the
    baseline in use. A level never leaves the natural limits: a figure there has reached it.
    Raises `RateUndefined` where no level follows.
    """
    if goal.measure not in (Measure.POINTS, Measure.COMPOUND):
        raise RateUndefined(Undefined.NO_PACE)
    if baseline.one_sided:
        raise RateUndefined(Undefined.ONE_SIDED)
    periods = goal.year - baseline.year
    percent = 100 if goal.measure is Measure.COMPOUND else 1

    def level(change: float | None) -> float | None:
        if change is None:
            return None
        reached = value_after(goal.measure, baseline.value, change / percent, periods)
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
