"""A standing with its reason, and everything shown beside it (METHOD section 4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar

from plantrack.method.goal import Bound, Goal, MilestoneOutcome
from plantrack.method.observation import Observation
from plantrack.method.pace import (
    Crossing,
    CutOff,
    Due,
    Pair,
    Projection,
    WayCovered,
    crossings,
    due_now,
    gaps,
    observed_rate,
    projection,
    required_rates,
    way_covered,
)
from plantrack.method.ranking import RankPosition
from plantrack.method.rates import RateUndefined, Undefined, quotient
from plantrack.model import Standing

_NEITHER = Pair(None, None)
Quantity = TypeVar("Quantity")


class Reason(StrEnum):
    """Why a target stands where it stands."""

    MET_IN_YEAR = "met_in_year"
    NOT_MET_IN_YEAR = "not_met_in_year"
    AT_TARGET_LEVEL = "at_target_level"
    LEFT_TARGET = "left_target"
    CROSSED_CORRIDOR = "crossed_corridor"
    PACE = "pace"
    NO_CHANGE = "no_change"
    WITHIN_TOP = "within_top"
    OUTSIDE_TOP = "outside_top"
    NO_SERIES = "no_series"
    NO_FIGURES = "no_figures"
    BOUND_MISSING = "bound_missing"
    BASELINE_MISSING = "baseline_missing"
    YEAR_MISSING = "year_missing"
    TARGET_YEAR_MISSING = "target_year_missing"
    NOT_AFTER_BASELINE = "not_after_baseline"
    AWAITS_SECOND_FIGURE = "awaits_second_figure"
    BREAK_IN_PERIOD = "break_in_period"
    RATE_UNDEFINED = "rate_undefined"
    ONE_SIDED = "one_sided"
    ESTIMATES_ONLY = "estimates_only"
    REGIONAL = "regional"
    PEERS_MISSING = "peers_missing"


class Mark(StrEnum):
    """What a reader must know beside the standing."""

    SHORT_RUN = "short_run"
    SLIPPING = "slipping"
    SET_BEFORE_REVISION = "set_before_revision"
    ABOUT = "about"
    PERIOD_OVER = "period_over"
    BASELINE_MET = "baseline_met"


@dataclass(frozen=True, slots=True)
class Assessment:
    """A standing with its reason and everything shown beside it.

    Levels, gaps and due values are in the unit of the observations; rates are decimals a year
    (compound, average growth) or units a year (points). None means it does not apply or cannot
    be known; `reason` and `undefined` say which.
    """

    standing: Standing
    reason: Reason
    goal: Goal | None
    baseline: Observation | None = None
    latest: Observation | None = None
    missing_year: int | None = None
    undefined: Undefined | None = None
    met: bool | None = None  # the plain comparison of latest and target
    deciding: Bound | None = None
    gap: Pair = _NEITHER
    required: Pair = _NEITHER
    required_from_now: Pair = _NEITHER
    observed: float | None = None
    ratio: float | None = None
    way: WayCovered | None = None
    due: Due | None = None
    acceleration: float | None = None
    projection: Projection | None = None
    crossings: tuple[Crossing, ...] = ()
    milestones: tuple[MilestoneOutcome, ...] = ()
    years_not_held: tuple[int, ...] = ()
    rank: RankPosition | None = None
    marks: frozenset[Mark] = field(default_factory=frozenset)


def not_assessed(
    reason: Reason, goal: Goal | None = None, missing_year: int | None = None
) -> Assessment:
    """Return the full answer "cannot be assessed, because"."""
    return Assessment(Standing.NOT_ASSESSED, reason, goal, missing_year=missing_year)


def undefined_verdict(undefined: Undefined, goal: Goal | None = None) -> Assessment:
    """Return "cannot be assessed" for a rate or level without a value."""
    one_sided = undefined is Undefined.ONE_SIDED
    verdict = not_assessed(Reason.ONE_SIDED if one_sided else Reason.RATE_UNDEFINED, goal)
    return replace(verdict, undefined=undefined)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The figures a verdict rests on, within the newest segment."""

    goal: Goal
    segment: tuple[Observation, ...]
    baseline: Observation | None
    latest: Observation
    previous: Observation | None
    awaits_second: bool
    cutoffs: Sequence[CutOff]

    @property
    def elapsed(self) -> int:
        return self.latest.year - self.baseline.year if self.baseline is not None else 0


def described(evidence: Evidence, verdict: Assessment) -> Assessment:
    """Add to a verdict every quantity that the figures allow."""
    goal, baseline, latest = evidence.goal, evidence.baseline, evidence.latest
    verdict = replace(
        verdict,
        baseline=baseline,
        latest=latest,
        met=goal.met_by(latest),
        deciding=goal.deciding_bound(baseline),
        gap=gaps(goal, latest),
        required_from_now=required_rates(goal, latest) if latest.year < goal.year else _NEITHER,
    )
    if baseline is None or evidence.elapsed <= 0:
        return verdict
    verdict = replace(verdict, required=required_rates(goal, baseline))
    observed = _defined(lambda: observed_rate(goal, baseline, latest))
    if observed is None:
        return verdict
    verdict = _on_the_way(evidence, baseline, replace(verdict, observed=observed), observed)
    return _ahead(evidence, verdict, observed)


def _on_the_way(
    evidence: Evidence, baseline: Observation, verdict: Assessment, observed: float
) -> Assessment:
    """Add ratio, share of the way, time distance and crossings, where the way has a length."""
    goal, latest = evidence.goal, evidence.latest
    if goal.met_by(baseline) is True:
        return replace(verdict, marks=verdict.marks | {Mark.BASELINE_MET})
    required = verdict.required.to(verdict.deciding)
    bound = goal.bound(verdict.deciding) if verdict.deciding is not None else None
    if bound is None or required is None or goal.crossed(baseline, latest):
        return verdict
    ratio = verdict.ratio
    if ratio is None and verdict.standing is not Standing.NOT_ASSESSED:
        ratio = _defined(lambda: quotient(observed, required))
    if ratio is None:
        return verdict
    return replace(
        verdict,
        ratio=ratio,
        way=_defined(lambda: way_covered(goal, baseline, latest, bound)),
        due=_defined(lambda: due_now(goal, baseline, latest, required, ratio)),
        # Once the target year has its figure, no ratio decides any more.
        crossings=crossings(goal, baseline, latest, required, evidence.cutoffs)
        if latest.year < goal.year
        else (),
    )


def _ahead(evidence: Evidence, verdict: Assessment, observed: float) -> Assessment:
    """Add what lies between the latest year and the target year."""
    goal, latest = evidence.goal, evidence.latest
    if latest.year >= goal.year:
        return verdict
    # In a corridor the way leads to the edge just crossed, which need not be the baseline's.
    aim = goal.certain_side_of(latest) if goal.corridor else verdict.deciding
    bound = None if verdict.met or aim is None else goal.bound(aim)
    from_now = None if verdict.met else verdict.required_from_now.to(aim)
    # A change within the rounding counts as none: nothing is divided by it or built on it.
    pace = 0.0 if verdict.reason is Reason.NO_CHANGE else observed
    return replace(
        verdict,
        acceleration=_defined(lambda: quotient(from_now, pace)) if from_now is not None else None,
        projection=projection(goal, latest, pace, bound),
    )


def _defined(quantity: Callable[[], Quantity]) -> Quantity | None:
    """Return the quantity, or None where the figures leave it undefined."""
    try:
        return quantity()
    except RateUndefined:
        return None
