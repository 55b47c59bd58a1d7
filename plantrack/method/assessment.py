"""One target and the figures of the series in use → its assessment, whatever its form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from plantrack.method.goal import Goal
from plantrack.method.levels import Question, first_gap, levels, newest_year
from plantrack.method.observation import Observation, may_be_graded
from plantrack.method.ranking import RankPosition, position, published_position
from plantrack.method.rates import RateUndefined
from plantrack.method.standing import assess
from plantrack.method.verdict import Assessment, Mark, Reason, not_assessed, undefined_verdict
from plantrack.model import Figure, Form, Standing, Status, Target


def assess_target(question: Question, figures: Sequence[Figure]) -> Assessment:
    """Assess one target on the figures of one series and place. Ranks: `assess_rank`."""
    if question.target.form is Form.TOP:
        return not_assessed(Reason.PEERS_MISSING)
    try:
        goal, observations = levels(question, figures)
    except RateUndefined as undefined:
        return undefined_verdict(undefined.reason)
    if not question.chained:
        return assess(goal, observations, question.segment_starts, question.cutoffs)
    unlinked = _unlinked(question, goal, observations, figures)
    # The sum or index starts at 0 or 100 by definition, so a break before it changes nothing.
    return unlinked or assess(goal, observations, (), question.cutoffs)


def _unlinked(
    question: Question, goal: Goal, observations: Sequence[Observation], figures: Sequence[Figure]
) -> Assessment | None:
    """Say why the years of a sum or average cannot be linked: a missing year, or a break.

    A sum needs every year. An average is judged as far as its chain reaches, until its last year
    has passed.
    """
    target = question.target
    newest = newest_year(figures)
    over = newest >= target.year
    gap = first_gap(target, observations, figures)
    if gap is not None and (over or target.form is Form.CUMULATIVE or not observations):
        reason = Reason.TARGET_YEAR_MISSING if gap == target.year else Reason.YEAR_MISSING
        marks = frozenset({Mark.PERIOD_OVER}) if over else frozenset()
        return replace(not_assessed(reason, goal, gap), marks=marks)
    if not observations and newest:  # the period has not brought its first figure yet
        return not_assessed(Reason.YEAR_MISSING, goal, target.period.start.year)
    if observations and _spans_break(question, observations[-1].year):
        return not_assessed(Reason.BREAK_IN_PERIOD, goal)
    return None


def _spans_break(question: Question, reached: int) -> bool:
    """Whether a sum or chain up to `reached` would cross a break in its series."""
    first = question.target.period.start.year
    return any(first < start <= reached for start in question.segment_starts)


def without_estimates(question: Question, figures: Sequence[Figure]) -> Assessment | None:
    """Return the standing with every estimate after the baseline left out.

    None when the latest figure is no estimate, so there is nothing to leave out. Where no figure
    remains after the baseline, the reason is "rests on estimates only".
    """
    whole = assess_target(question, figures)
    if whole.latest is None or whole.latest.status is not Status.ESTIMATE:
        return None
    since = whole.baseline.year if whole.baseline is not None else question.target.baseline_year
    firm = [f for f in figures if f.status is not Status.ESTIMATE or f.period.last_year <= since]
    if not any(_may_follow(question, f) and f.period.last_year > since for f in firm):
        return not_assessed(Reason.ESTIMATES_ONLY, whole.goal)
    return assess_target(question, firm)


def _may_follow(question: Question, figure: Figure) -> bool:
    """Whether a figure can be a level after the baseline: a year, or any link of a chain."""
    whole = bool(figure.period.years) if question.chained else figure.period.year is not None
    return whole and may_be_graded(figure)


@dataclass(frozen=True, slots=True)
class PeerValues:
    """What each member of a peer set stands at in one year, the subject included.

    `missing` names members without a value: a place among the others would be a guess.
    """

    year: int
    values: Mapping[str, float]
    missing: tuple[str, ...]
    status: Status


def assess_rank(target: Target, subject: str, peers: PeerValues | None) -> Assessment:
    """Assess "top k of a peer set" on the latest year for which the peers have values.

    Once the target year has its values, hand in those: they alone decide.
    """
    if peers is None or subject not in peers.values:
        return not_assessed(Reason.NO_FIGURES)
    if target.k is None or target.k < 1:
        return not_assessed(Reason.BOUND_MISSING)
    if peers.missing or len(peers.values) < target.k:
        return not_assessed(Reason.PEERS_MISSING, missing_year=peers.year)
    place = position(subject, peers.values, target.k, peers.year)
    return _ranked(target, place, peers.status)


def assess_published_rank(
    target: Target, places: Sequence[Observation], of: int | None
) -> Assessment:
    """Assess "top k" on places as published, oldest first; the newest counts.

    Once the target year has its place, that one alone decides.
    """
    if not places:
        return not_assessed(Reason.NO_FIGURES)
    if target.k is None or target.k < 1:
        return not_assessed(Reason.BOUND_MISSING)
    latest = next((p for p in places if p.year == target.year), places[-1])
    position_now = published_position(round(latest.value), of, target.k, latest.year)
    return _ranked(target, position_now, latest.status)


def _ranked(target: Target, place: RankPosition, status: Status) -> Assessment:
    """Before the target year reached (today) or not met yet; no pace, hence no other colour."""
    over = place.year >= target.year
    if place.year > target.year:
        standing, reason = Standing.NOT_ASSESSED, Reason.TARGET_YEAR_MISSING
    elif over:
        standing = Standing.REACHED if place.inside else Standing.MISSED
        reason = Reason.MET_IN_YEAR if place.inside else Reason.NOT_MET_IN_YEAR
    else:
        standing = Standing.REACHED if place.inside else Standing.NOT_MET_YET
        reason = Reason.WITHIN_TOP if place.inside else Reason.OUTSIDE_TOP
    return Assessment(
        standing,
        reason,
        None,
        latest=Observation(place.year, float(place.place), 0.0, status),
        missing_year=target.year if place.year > target.year else None,
        met=place.inside,
        rank=place,
        marks=frozenset({Mark.PERIOD_OVER}) if over else frozenset(),
    )
