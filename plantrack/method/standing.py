"""From levels to a standing: the segment that counts, its baseline, and the marks beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plantrack.method.goal import (
    Goal,
    at_milestone,
    next_milestone,
    passed_milestones,
    with_change_per_year,
)
from plantrack.method.observation import Observation, newest_segment_start
from plantrack.method.pace import CutOff
from plantrack.method.rates import RateUndefined
from plantrack.method.rules import first_verdict
from plantrack.method.verdict import (
    Assessment,
    Evidence,
    Mark,
    Reason,
    not_assessed,
    undefined_verdict,
)
from plantrack.model import Form, Qualifier

FEW_CHANGES = 3


def assess(
    goal: Goal,
    observations: Sequence[Observation],
    segment_starts: Sequence[int],
    cutoffs: Sequence[CutOff],
) -> Assessment:
    """Assess levels of one series and place (oldest first) against a goal.

    `segment_starts` are the first years after breaks; `cutoffs` descend and end open.
    """
    if not observations:
        return not_assessed(Reason.NO_FIGURES, goal)
    counted = _up_to_target_year(goal, observations)
    start = newest_segment_start(counted, segment_starts)
    revised = start is not None and start > goal.baseline_year
    segment = tuple(o for o in counted if start is None or o.year >= start)
    baseline_year = segment[0].year if revised else goal.baseline_year
    baseline = next((o for o in segment if o.year == baseline_year), None)
    try:
        resolved = _resolved(goal, counted, baseline)
    except RateUndefined as undefined:
        return undefined_verdict(undefined.reason, goal)
    evidence = Evidence(
        goal=resolved,
        segment=segment,
        baseline=baseline,
        latest=segment[-1],
        previous=segment[-2] if len(segment) > 1 else None,
        awaits_second=revised and len(segment) == 1,
        cutoffs=cutoffs,
    )
    verdict = first_verdict(evidence)
    return replace(
        verdict,
        marks=verdict.marks | _marks(evidence, verdict, revised=revised),
        milestones=passed_milestones(goal, observations),
        years_not_held=_years_not_held(goal, observations),
    )


def _up_to_target_year(goal: Goal, observations: Sequence[Observation]) -> Sequence[Observation]:
    """Leave out what came after the target year, once that year has its figure."""
    if all(o.year != goal.final_year for o in observations):
        return observations
    return tuple(o for o in observations if o.year <= goal.final_year)


def _resolved(
    goal: Goal, observations: Sequence[Observation], baseline: Observation | None
) -> Goal:
    """Turn the forms that need a figure first into a plain level and year."""
    if goal.form is Form.PATH and goal.milestones:
        return at_milestone(goal, next_milestone(goal, observations[-1].year))
    if goal.form is Form.CHANGE_PER_YEAR:
        if baseline is None or baseline.year >= goal.year:
            return replace(goal, low=None, high=None)  # no level follows from the change asked
        return with_change_per_year(goal, baseline)
    return goal


def _marks(evidence: Evidence, verdict: Assessment, *, revised: bool) -> frozenset[Mark]:
    marks = set()
    if revised:
        marks.add(Mark.SET_BEFORE_REVISION)
    baseline, latest = evidence.baseline, evidence.latest
    if baseline is not None and evidence.elapsed > 0 and Mark.PERIOD_OVER not in verdict.marks:
        since = [o for o in evidence.segment if o.year > baseline.year]
        if sum(o.years for o in since) < FEW_CHANGES:
            marks.add(Mark.SHORT_RUN)
    if any(o is not None and o.qualifier is Qualifier.ABOUT for o in (baseline, latest)):
        marks.add(Mark.ABOUT)
    return frozenset(marks)


def _years_not_held(goal: Goal, observations: Sequence[Observation]) -> tuple[int, ...]:
    """For a target to hold every year: the years after the baseline in which it was not met."""
    if goal.form is not Form.HOLD:
        return ()
    years = (o for o in observations if goal.baseline_year < o.year <= goal.year)
    return tuple(o.year for o in years if goal.met_by(o) is False)
