"""Standing of a target, in the order of METHOD section 4; every outcome has a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from plantrack.method.goal import (
    Bound,
    Goal,
    at_milestone,
    next_milestone,
    passed_milestones,
    with_change_per_year,
)
from plantrack.method.observation import Observation, newest_segment_start, no_change
from plantrack.method.pace import CutOff, observed_rate, standing_at
from plantrack.method.rates import RateUndefined, Undefined, rate, value_after
from plantrack.method.verdict import (
    Assessment,
    Evidence,
    Mark,
    Reason,
    described,
    not_assessed,
)
from plantrack.model import Form, Qualifier, Standing

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
    start = newest_segment_start(observations, segment_starts)
    revised = start is not None and start > goal.baseline_year
    segment = tuple(o for o in observations if start is None or o.year >= start)
    baseline_year = segment[0].year if revised else goal.baseline_year
    baseline = next((o for o in segment if o.year == baseline_year), None)
    goal = _resolved(goal, observations, baseline)
    latest = segment[-1]
    evidence = Evidence(
        goal=goal,
        segment=segment,
        baseline=baseline,
        latest=latest,
        previous=segment[-2] if len(segment) > 1 else None,
        awaits_second=revised and len(segment) == 1,
        cutoffs=cutoffs,
    )
    verdict = _first_verdict(evidence, observations)
    marks = verdict.marks | _marks(evidence, revised=revised)
    return replace(
        verdict,
        marks=marks,
        milestones=passed_milestones(goal, observations),
        years_not_held=_years_not_held(goal, observations),
    )


def _resolved(
    goal: Goal, observations: Sequence[Observation], baseline: Observation | None
) -> Goal:
    """Turn the forms that need a figure first into a plain level and year."""
    if goal.form is Form.PATH and goal.milestones:
        return at_milestone(goal, next_milestone(goal, observations[-1].year))
    if goal.form is Form.CHANGE_PER_YEAR:
        if baseline is None:
            return replace(goal, low=None, high=None)
        return with_change_per_year(goal, baseline)
    return goal


def _first_verdict(evidence: Evidence, observations: Sequence[Observation]) -> Assessment:
    rules: tuple[Callable[[Evidence], Assessment | None], ...] = (
        _incomplete,
        _at_target,
        _left_target,
        _crossed,
        _one_sided,
        _by_pace,
    )
    over = _period_over(evidence, observations)
    if over is not None:
        return over
    for rule in rules:
        verdict = rule(evidence)
        if verdict is not None:
            return verdict
    raise AssertionError("the last rule always gives a verdict")


def _period_over(evidence: Evidence, observations: Sequence[Observation]) -> Assessment | None:
    """Rule 1: the figure of the target year alone decides, wherever its segment lies."""
    goal = evidence.goal
    last_year = max((m.year for m in goal.milestones), default=goal.year)
    decisive = next((o for o in observations if o.year == last_year), None)
    if decisive is None:
        if evidence.latest.year > last_year:
            gap = not_assessed(Reason.TARGET_YEAR_MISSING, goal, last_year)
            return _marked(described(evidence, gap), Mark.PERIOD_OVER)
        return None
    if goal.form is Form.CHANGE_PER_YEAR and evidence.baseline is None:
        verdict = not_assessed(Reason.BASELINE_MISSING, goal, goal.baseline_year)
        return described(evidence, verdict)
    if not goal.stated:
        return described(evidence, not_assessed(Reason.BOUND_MISSING, goal))
    met = goal.met_by(decisive)
    if met is None:
        return described(evidence, not_assessed(Reason.ONE_SIDED, goal, decisive.year))
    final = replace(
        evidence,
        latest=decisive,
        baseline=evidence.baseline
        if evidence.baseline is not None and evidence.baseline.year < decisive.year
        else None,
    )
    verdict = Assessment(
        Standing.REACHED if met else Standing.MISSED,
        Reason.MET_IN_YEAR if met else Reason.NOT_MET_IN_YEAR,
        goal,
    )
    return _marked(described(final, verdict), Mark.PERIOD_OVER)


def _marked(verdict: Assessment, mark: Mark) -> Assessment:
    return replace(verdict, marks=verdict.marks | {mark})


def _incomplete(evidence: Evidence) -> Assessment | None:
    """Rule 2: a missing baseline or bound, or a latest figure not after the baseline."""
    goal = evidence.goal
    if evidence.awaits_second:
        reason, year = Reason.AWAITS_SECOND_FIGURE, evidence.latest.year + 1
    elif evidence.baseline is None:
        reason, year = Reason.BASELINE_MISSING, goal.baseline_year
    elif not goal.stated:
        reason, year = Reason.BOUND_MISSING, None
    elif evidence.elapsed <= 0:
        reason, year = Reason.NOT_AFTER_BASELINE, evidence.latest.year + 1
    else:
        return None
    return described(evidence, not_assessed(reason, goal, year))


def _at_target(evidence: Evidence) -> Assessment | None:
    """Rule 3: the latest figure meets the target, which must hold to the target year."""
    if evidence.goal.met_by(evidence.latest) is not True:
        return None
    verdict = Assessment(Standing.REACHED, Reason.AT_TARGET_LEVEL, evidence.goal)
    verdict = described(evidence, verdict)
    return _marked(verdict, Mark.SLIPPING) if _slipping(evidence) else verdict


def _left_target(evidence: Evidence) -> Assessment | None:
    """Rule 4: the baseline met the target and the latest figure does not."""
    baseline = evidence.baseline
    if baseline is None or evidence.goal.met_by(baseline) is not True:
        return None
    if evidence.goal.met_by(evidence.latest) is not False:
        return None
    verdict = Assessment(Standing.MOVING_AWAY, Reason.LEFT_TARGET, evidence.goal)
    return described(evidence, verdict)


def _crossed(evidence: Evidence) -> Assessment | None:
    """Rule 5: a corridor left on the side opposite to the baseline."""
    goal, baseline = evidence.goal, evidence.baseline
    if not goal.corridor or baseline is None or evidence.latest.one_sided:
        return None
    before, now = goal.side_of(baseline.value), goal.side_of(evidence.latest.value)
    if before is None or now is None or before is now:
        return None
    return described(evidence, Assessment(Standing.OVERSHOT, Reason.CROSSED_CORRIDOR, goal))


def _one_sided(evidence: Evidence) -> Assessment | None:
    """Rule 6 for "over" and "up to": they never enter a rate."""
    for observation in (evidence.baseline, evidence.latest):
        if observation is not None and observation.one_sided:
            verdict = not_assessed(Reason.ONE_SIDED, evidence.goal, observation.year)
            return replace(described(evidence, verdict), undefined=Undefined.ONE_SIDED)
    return None


def _by_pace(evidence: Evidence) -> Assessment:
    """Rules 6 and 7: the observed pace against the required one, to the deciding bound."""
    goal, baseline = evidence.goal, evidence.baseline
    deciding = goal.deciding_bound(baseline)
    bound = goal.bound(deciding) if deciding is not None else None
    if baseline is None or bound is None:
        return described(evidence, not_assessed(Reason.BOUND_MISSING, goal))
    try:
        observed = observed_rate(goal, baseline, evidence.latest)
        required = rate(goal.measure, baseline.value, bound, goal.year - baseline.year)
    except RateUndefined as undefined:
        verdict = described(evidence, not_assessed(Reason.RATE_UNDEFINED, goal))
        return replace(verdict, undefined=undefined.reason)
    unchanged = no_change(baseline, evidence.latest)
    ratio = 0.0 if unchanged else observed / required
    standing = standing_at(ratio, evidence.cutoffs)
    reason = Reason.NO_CHANGE if unchanged else Reason.PACE
    return described(evidence, Assessment(standing, reason, goal, ratio=ratio))


def _slipping(evidence: Evidence) -> bool:
    """Worse than the previous figure; in a corridor, on a pace that leaves it."""
    goal, latest, previous = evidence.goal, evidence.latest, evidence.previous
    if previous is None or previous.one_sided or latest.one_sided or no_change(previous, latest):
        return False
    if not goal.corridor:
        way_up = latest.value > previous.value
        return way_up is (goal.deciding_bound(None) is Bound.HIGH)
    try:
        pace = rate(goal.measure, previous.value, latest.value, latest.year - previous.year)
        ahead = value_after(goal.measure, latest.value, pace, goal.year - latest.year)
    except RateUndefined:
        return False
    return goal.side_of(ahead) is not None


def _marks(evidence: Evidence, *, revised: bool) -> frozenset[Mark]:
    marks = set()
    if revised:
        marks.add(Mark.SET_BEFORE_REVISION)
    if evidence.baseline is not None and evidence.elapsed > 0:
        since = [o for o in evidence.segment if o.year > evidence.baseline.year]
        if sum(o.years for o in since) < FEW_CHANGES:
            marks.add(Mark.SHORT_RUN)
    used = (evidence.baseline, evidence.latest)
    if any(o is not None and o.qualifier is Qualifier.ABOUT for o in used):
        marks.add(Mark.ABOUT)
    return frozenset(marks)


def _years_not_held(goal: Goal, observations: Sequence[Observation]) -> tuple[int, ...]:
    """For a target to hold every year: the years after the baseline in which it was not met."""
    if goal.form is not Form.HOLD:
        return ()
    years = (o for o in observations if goal.baseline_year < o.year <= goal.year)
    return tuple(o.year for o in years if goal.met_by(o) is False)
