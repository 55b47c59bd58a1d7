"""The seven rules of a standing in their order (METHOD section 4): the first to speak decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from plantrack.method.observation import no_change
from plantrack.method.pace import observed_rate, standing_at
from plantrack.method.rates import RateUndefined, Undefined, quotient, rate, value_after
from plantrack.method.verdict import Assessment, Evidence, Mark, Reason, described, not_assessed
from plantrack.model import Direction, Form, Measure, Standing


def first_verdict(evidence: Evidence) -> Assessment:
    """Return the verdict of the first rule that speaks; the last one always does."""
    for rule in _IN_ORDER:
        verdict = rule(evidence)
        if verdict is not None:
            return verdict
    return _by_pace(evidence)


def _period_over(evidence: Evidence) -> Assessment | None:
    """Rule 1: the figure of the target year alone decides, wherever its segment lies."""
    goal, latest = evidence.goal, evidence.latest
    if latest.year < goal.final_year:
        return None
    if latest.year > goal.final_year:
        verdict = not_assessed(Reason.TARGET_YEAR_MISSING, goal, goal.final_year)
    elif not goal.stated:
        verdict = _without_bound(evidence)
    elif (met := goal.met_by(latest)) is None:
        verdict = not_assessed(Reason.ONE_SIDED, goal, latest.year)
        verdict = replace(verdict, undefined=Undefined.ONE_SIDED)
    elif met:
        verdict = Assessment(Standing.REACHED, Reason.MET_IN_YEAR, goal)
    else:
        verdict = Assessment(Standing.MISSED, Reason.NOT_MET_IN_YEAR, goal)
    if evidence.elapsed == 0:  # after a break the target year's figure cannot be its own baseline
        evidence = replace(evidence, baseline=None)
    return _marked(described(evidence, verdict), Mark.PERIOD_OVER)


def _without_bound(evidence: Evidence) -> Assessment:
    """Why no bound is known: not stated, or a yearly change without a baseline to start from."""
    goal = evidence.goal
    if goal.form is not Form.CHANGE_PER_YEAR:
        return not_assessed(Reason.BOUND_MISSING, goal)
    if evidence.baseline is None:
        return not_assessed(Reason.BASELINE_MISSING, goal, goal.baseline_year)
    return not_assessed(Reason.BREAK_IN_PERIOD, goal)


def _marked(verdict: Assessment, mark: Mark) -> Assessment:
    return replace(verdict, marks=verdict.marks | {mark})


def _incomplete(evidence: Evidence) -> Assessment | None:
    """Rule 2: a missing baseline or bound, or a latest figure not after the baseline."""
    goal = evidence.goal
    if goal.measure is Measure.RANK and goal.stated:
        return None  # a place has no pace, hence needs no baseline
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


def _slipping(evidence: Evidence) -> bool:
    """Worse than the previous figure; in a corridor, on a pace that leaves it."""
    goal, latest, previous = evidence.goal, evidence.latest, evidence.previous
    if previous is None or previous.one_sided or latest.one_sided or no_change(previous, latest):
        return False
    if not goal.corridor:
        fell = latest.value < previous.value
        return fell if goal.direction is Direction.MORE else not fell
    try:
        pace = rate(goal.measure, previous.value, latest.value, latest.year - previous.year)
        ahead = value_after(goal.measure, latest.value, pace, goal.year - latest.year)
    except RateUndefined:
        return False
    return goal.side_of(ahead) is not None


def _left_target(evidence: Evidence) -> Assessment | None:
    """Rule 4: the baseline met the target and the latest figure does not."""
    goal, baseline = evidence.goal, evidence.baseline
    if goal.measure is Measure.RANK or baseline is None or goal.met_by(baseline) is not True:
        return None
    if goal.met_by(evidence.latest) is not False:
        return None
    return described(evidence, Assessment(Standing.MOVING_AWAY, Reason.LEFT_TARGET, goal))


def _crossed(evidence: Evidence) -> Assessment | None:
    """Rule 5: a corridor left on the side opposite to the baseline."""
    goal, baseline = evidence.goal, evidence.baseline
    if baseline is None or not goal.crossed(baseline, evidence.latest):
        return None
    return described(evidence, Assessment(Standing.OVERSHOT, Reason.CROSSED_CORRIDOR, goal))


def _place(evidence: Evidence) -> Assessment | None:
    """A published place: reached today or not met yet, no pace and no other colour."""
    goal = evidence.goal
    if goal.measure is not Measure.RANK or goal.met_by(evidence.latest) is None:
        return None
    return described(evidence, Assessment(Standing.NOT_MET_YET, Reason.OUTSIDE_TOP, goal))


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
        ratio = quotient(observed, required)
    except RateUndefined as undefined:
        verdict = described(evidence, not_assessed(Reason.RATE_UNDEFINED, goal))
        return replace(verdict, undefined=undefined.reason)
    if no_change(baseline, evidence.latest):
        reason, ratio = Reason.NO_CHANGE, 0.0
    else:
        reason = Reason.PACE
    standing = standing_at(ratio, evidence.cutoffs)
    return described(evidence, Assessment(standing, reason, goal, ratio=ratio))


_IN_ORDER: tuple[Callable[[Evidence], Assessment | None], ...] = (
    _period_over,
    _incomplete,
    _at_target,
    _left_target,
    _crossed,
    _place,
    _one_sided,
)
