"""Yearly and other nearer targets against the path to a later target of the same indicator."""

from __future__ import annotations

from dataclasses import dataclass

from plantrack.method.average import START_INDEX
from plantrack.method.coherence import AgainstPath, against_path
from plantrack.method.goal import Bound, Goal
from plantrack.method.observation import Observation
from plantrack.method.rates import RateUndefined, compound_value, rate, value_after
from plantrack.model import Direction, Form, Measure, Status, Target
from plantrack.plan import Plan
from plantrack.scorecard.computed import Values
from plantrack.scorecard.paths import levels_of
from plantrack.scorecard.rows import Scorecard, TargetRow, target_row

_LEVELS = (Form.AT_LEAST, Form.AT_MOST, Form.RANGE_MORE, Form.RANGE_LESS)


@dataclass(frozen=True, slots=True)
class OnPath:
    """What a nearer target is held against: the level due in its year on the way to one bound.

    Levels are in the unit of the observations (index points for growth). `rest` is the pace still
    needed after it, from its better end; None where no year remains or it is undefined.
    """

    bound: Bound
    due: float
    verdict: AgainstPath
    rest: float | None


@dataclass(frozen=True, slots=True)
class NearerTarget:
    """A nearer target, the later one, and the figure the path starts from."""

    row: TargetRow
    later: TargetRow
    start: Observation
    worse: float
    better: float
    paths: tuple[OnPath, ...]

    @property
    def verdict(self) -> AgainstPath:
        """Against the bound that decides: the one the later target must at least reach."""
        return self.paths[0].verdict


def nearer_targets(card: Scorecard) -> tuple[NearerTarget, ...]:
    """Return each nearer target of the plan's place with each later one, newest first.

    The path starts at the newest figure before the nearer target's year, in the series in use.
    """
    found = []
    targets = [one for one in card.plan.targets.values() if _is_level(card.plan, one)]
    for near in targets:
        if near.period.year is None:
            continue
        for far in targets:
            if far.indicator == near.indicator and _leads_past(far, near):
                one = _nearer(card.plan, card.values, near, far)
                found += [one] if one is not None else []
    return tuple(sorted(found, key=lambda one: -one.row.target.year))


def of_target(nearer: tuple[NearerTarget, ...], target: str) -> tuple[NearerTarget, ...]:
    """Return the pairs in which `target` is the nearer or the later one."""
    return tuple(one for one in nearer if target in (one.row.target.id, one.later.target.id))


def _is_level(plan: Plan, target: Target) -> bool:
    measure = plan.indicators[target.indicator].measure
    return (
        target.form in _LEVELS
        and target.geography == plan.geography
        and measure is not Measure.RANK
    )


def _leads_past(far: Target, near: Target) -> bool:
    return far.year > near.year > far.baseline_year


def _nearer(plan: Plan, values: Values, near: Target, far: Target) -> NearerTarget | None:
    row, later = target_row(plan, values, near), target_row(plan, values, far)
    goal, start = later.assessment.goal, _start(later, near.year)
    if goal is None or start is None or _cut(values, near, start):
        return None
    ends = _ends(row, start)
    if ends is None:
        return None
    paths = tuple(
        one
        for bound in _decisive_first(goal)
        if (one := _on_path(goal, bound, start, near.year, ends)) is not None
    )
    return NearerTarget(row, later, start, *ends, paths) if paths else None


def _start(later: TargetRow, year: int) -> Observation | None:
    """The newest level before `year`; of growth exactly the year before, or the index's start."""
    known = [one for one in levels_of(later) if one.year < year]
    if later.indicator.measure is not Measure.AVERAGE_GROWTH:
        return known[-1] if known else None
    if year == later.target.period.start.year:
        return Observation(year - 1, START_INDEX, 0.0, Status.OFFICIAL)
    return known[-1] if known and known[-1].year == year - 1 else None


def _cut(values: Values, near: Target, start: Observation) -> bool:
    return any(start.year < cut <= near.year for cut in values.breaks(near.indicator))


def _ends(row: TargetRow, start: Observation) -> tuple[float, float] | None:
    """The worse and the better end of the nearer target, as levels."""
    target = row.target
    stated = [float(one) for one in (target.low, target.high) if one is not None]
    if not stated:
        return None
    if row.indicator.measure is Measure.AVERAGE_GROWTH:
        stated = [compound_value(start.value, growth / 100, 1) for growth in stated]
    low, high = min(stated), max(stated)
    return (low, high) if target.direction is Direction.MORE else (high, low)


def _decisive_first(goal: Goal) -> tuple[Bound, ...]:
    both = (Bound.LOW, Bound.HIGH) if goal.direction is Direction.MORE else (Bound.HIGH, Bound.LOW)
    return tuple(bound for bound in both if goal.bound(bound) is not None)


def _on_path(
    goal: Goal, bound: Bound, start: Observation, year: int, ends: tuple[float, float]
) -> OnPath | None:
    aim = goal.bound(bound)
    if aim is None:
        return None
    try:
        pace = rate(goal.measure, start.value, aim, goal.year - start.year)
        due = value_after(goal.measure, start.value, pace, year - start.year)
        verdict = against_path(*ends, due, goal.direction)
    except RateUndefined:
        return None
    try:
        rest: float | None = rate(goal.measure, ends[1], aim, goal.year - year)
    except RateUndefined:
        rest = None
    return OnPath(bound, due, verdict, rest)
