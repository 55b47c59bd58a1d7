"""One target's figures under every published method, each with its own bands (METHOD section 4).

They stand beside the standing and never replace it. A method is shown where the plan states its
cut-offs; where the figures leave it undefined it says why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from plantrack.method.goal import Bound
from plantrack.method.levels import levels
from plantrack.method.observation import newest_segment_start
from plantrack.method.published import (
    Course,
    Cutoffs,
    Outcome,
    compound_outcome,
    compound_ratio,
    progress_chart_outcome,
    straight_line_outcome,
    straight_line_ratio,
)
from plantrack.method.published_growth import growth_outcome, growth_pace, limit_factor
from plantrack.method.published_projection import projected_share, projection_outcome
from plantrack.method.rates import RateUndefined, Undefined
from plantrack.method.verdict import Mark, Reason
from plantrack.model import Direction, Measure, Standing
from plantrack.plan import STANDING_METHOD, Plan
from plantrack.scorecard.rows import TargetRow, question


class Unfit(StrEnum):
    """Why no published method can speak about a target."""

    RANK = "rank"
    PERIOD_OVER = "period_over"
    NOT_ASSESSED = "not_assessed"
    BASELINE_MET = "baseline_met"
    CORRIDOR_CROSSED = "corridor_crossed"


WhyNot = Undefined | Unfit


@dataclass(frozen=True, slots=True)
class Grade:
    """What one method says: an outcome with the value it rests on, or why it says nothing.

    `value` is a ratio of paces, a share of the remaining distance, or growth a year as a decimal;
    None once the target is met or where the method is undefined.
    """

    method: str
    cutoffs: Cutoffs
    outcome: Outcome | None
    value: float | None = None
    why_not: WhyNot | None = None
    factor: float = 1.0  # what cut-offs above zero are multiplied by near a natural limit

    @property
    def regards_target(self) -> bool:
        """Whether the method asks about the target; growth bands ask only about the growth."""
        return self.method != GROWTH_BANDS

    @property
    def standing(self) -> Standing | None:
        return None if self.outcome is None else self.outcome.standing


def grades(row: TargetRow) -> tuple[Grade, ...]:
    """Return the grade of every method whose cut-offs the plan states."""
    found = []
    for method, grade in _METHODS.items():
        cutoffs = stated_cutoffs(row.plan, method)
        if cutoffs is not None:
            found.append(_graded(row, method, cutoffs, grade))
    return tuple(found)


def disagreeing(row: TargetRow, found: tuple[Grade, ...]) -> tuple[Grade, ...]:
    """Return the grades that say something else than the standing.

    Only of methods that regard the target; none where the target cannot be assessed.
    """
    if row.standing is Standing.NOT_ASSESSED:
        return ()
    return tuple(
        grade
        for grade in found
        if grade.regards_target and grade.standing not in (None, row.standing)
    )


def stated_cutoffs(plan: Plan, method: str) -> Cutoffs | None:
    """Return the cut-offs of a method; None where the plan does not state all three."""
    try:
        return Cutoffs.of(plan.cutoffs(method))
    except KeyError:
        return None


Way = Callable[[TargetRow, Course, Cutoffs], tuple[Outcome, float | None, float]]


def _graded(row: TargetRow, method: str, cutoffs: Cutoffs, way: Way) -> Grade:
    course = _course(row, regards_target=method != GROWTH_BANDS)
    if isinstance(course, Unfit):
        return Grade(method, cutoffs, None, why_not=course)
    if row.assessment.met and method != GROWTH_BANDS:
        return Grade(method, cutoffs, Outcome.TARGET_ACHIEVED)
    if _one_sided(row):
        return Grade(method, cutoffs, None, why_not=Undefined.ONE_SIDED)
    try:
        outcome, value, factor = way(row, course, cutoffs)
    except RateUndefined as undefined:
        return Grade(method, cutoffs, None, why_not=undefined.reason)
    return Grade(method, cutoffs, outcome, value, factor=factor)


def _one_sided(row: TargetRow) -> bool:
    ends = (row.assessment.baseline, row.assessment.latest)
    return any(end is not None and end.one_sided for end in ends)


def _course(row: TargetRow, *, regards_target: bool) -> Course | Unfit:
    """The way from the baseline to the bound that decides, as every method is given it."""
    verdict = row.assessment
    goal, baseline, latest = verdict.goal, verdict.baseline, verdict.latest
    if verdict.rank is not None or row.indicator.measure is Measure.RANK:
        return Unfit.RANK
    if Mark.PERIOD_OVER in verdict.marks:
        return Unfit.PERIOD_OVER
    undefined = verdict.reason is Reason.RATE_UNDEFINED
    if row.standing is Standing.NOT_ASSESSED and not undefined:
        return Unfit.NOT_ASSESSED
    if goal is None or baseline is None or latest is None or latest.year <= baseline.year:
        return Unfit.NOT_ASSESSED
    if regards_target and not verdict.met:
        if row.standing is Standing.OVERSHOT:
            return Unfit.CORRIDOR_CROSSED
        if Mark.BASELINE_MET in verdict.marks or verdict.deciding is None:
            return Unfit.BASELINE_MET
    bound = verdict.deciding or Bound.LOW
    target = goal.bound(bound)
    still = verdict.reason is Reason.NO_CHANGE  # a change within the rounding counts as none
    direction = goal.direction
    if goal.corridor:
        direction = Direction.MORE if bound is Bound.LOW else Direction.LESS
    return Course(
        baseline=baseline.value,
        latest=baseline.value if still else latest.value,
        target=baseline.value if target is None else target,
        elapsed=latest.year - baseline.year,
        span=goal.year - baseline.year,
        direction=direction,
    )


def _compound(
    _row: TargetRow, course: Course, cutoffs: Cutoffs
) -> tuple[Outcome, float | None, float]:
    return compound_outcome(course, cutoffs), compound_ratio(course), 1.0


def _straight_line(
    _row: TargetRow, course: Course, cutoffs: Cutoffs
) -> tuple[Outcome, float | None, float]:
    return straight_line_outcome(course, cutoffs), straight_line_ratio(course), 1.0


def _progress_chart(
    _row: TargetRow, course: Course, cutoffs: Cutoffs
) -> tuple[Outcome, float | None, float]:
    return progress_chart_outcome(course, cutoffs), compound_ratio(course), 1.0


def _projection(
    row: TargetRow, course: Course, cutoffs: Cutoffs
) -> tuple[Outcome, float | None, float]:
    figures, goal = recent_figures(row), row.assessment.goal
    if goal is None:
        raise RateUndefined(Undefined.NO_PACE)
    share = projected_share(figures, course.target, goal.year, course.direction)
    outcome = projection_outcome(figures, course.target, goal.year, course.direction, cutoffs)
    return outcome, share, 1.0


def _growth(row: TargetRow, course: Course, cutoffs: Cutoffs) -> tuple[Outcome, float, float]:
    goal = row.assessment.goal
    limit = None
    if goal is not None:
        limit = goal.ceiling if course.direction is Direction.MORE else goal.floor
    factor = 1.0 if limit is None else limit_factor(course.baseline, limit)
    pace = growth_pace(course.baseline, course.latest, course.elapsed, course.direction)
    return growth_outcome(pace, cutoffs, factor), pace, factor


def recent_figures(row: TargetRow) -> Mapping[int, float]:
    """Return the levels of the newest segment by year, in the unit the target is judged in."""
    _, observed = levels(question(row.plan, row.target, row.segment_starts), row.figures)
    latest = row.assessment.latest
    observed = tuple(o for o in observed if latest is None or o.year <= latest.year)
    start = newest_segment_start(observed, row.segment_starts)
    return {
        one.year: one.value
        for one in observed
        if not one.one_sided and (start is None or one.year >= start)
    }


STRAIGHT_LINE = "straight_line"
PROGRESS_CHART = "un_2022"
PROJECTION = "german_projection"
GROWTH_BANDS = "growth_bands"

# A method's cut-offs stand in the plan under its name; its equation is the program's.
_METHODS: Mapping[str, Way] = MappingProxyType(
    {
        STANDING_METHOD: _compound,
        STRAIGHT_LINE: _straight_line,
        PROGRESS_CHART: _progress_chart,
        PROJECTION: _projection,
        GROWTH_BANDS: _growth,
    }
)
