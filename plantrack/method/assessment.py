"""One target and the figures of the series in use → its assessment, whatever its form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plantrack.method.levels import Question, first_gap, levels
from plantrack.method.observation import Observation, may_be_graded
from plantrack.method.ranking import RankPosition, position, published_position
from plantrack.method.standing import assess
from plantrack.method.verdict import Assessment, Mark, Reason, not_assessed
from plantrack.model import Figure, Form, Standing, Status, Target


def assess_target(question: Question, figures: Sequence[Figure]) -> Assessment:
    """Assess one target on the figures of one series and place. Ranks: `assess_rank`."""
    goal, observations = levels(question, figures)
    if question.chained:
        gap = first_gap(question.target, observations, figures)
        # A sum needs every year; an average is judged as far as its chain reaches.
        if gap is not None and (question.target.form is Form.CUMULATIVE or not observations):
            return not_assessed(Reason.YEAR_MISSING, goal, gap)
        if _spans_break(question, observations):
            return not_assessed(Reason.BREAK_IN_PERIOD, goal)
    return assess(goal, observations, question.segment_starts, question.cutoffs)


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
    if not any(may_be_graded(f) and f.period.last_year > since for f in firm):
        return not_assessed(Reason.ESTIMATES_ONLY, whole.goal)
    return assess_target(question, firm)


def _spans_break(question: Question, observations: Sequence[Observation]) -> bool:
    """Whether a sum or a chain of the period would cross a break in its series."""
    if not observations:
        return False
    first, newest = question.target.period.start.year, observations[-1].year
    return any(first < start <= newest for start in question.segment_starts)


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
    """Assess "top k of a peer set" on the latest year for which the peers have values."""
    if peers is None or subject not in peers.values:
        return not_assessed(Reason.NO_FIGURES)
    if peers.missing or target.k is None or len(peers.values) < target.k:
        return not_assessed(Reason.PEERS_MISSING, missing_year=peers.year)
    place = position(subject, peers.values, target.k, peers.year)
    return _ranked(target, place, peers.status)


def assess_published_rank(
    target: Target, places: Sequence[Observation], of: int | None
) -> Assessment:
    """Assess "top k" on places as published, oldest first; the newest counts.

    Once the target year has its place, that one alone decides.
    """
    if not places or target.k is None:
        return not_assessed(Reason.NO_FIGURES)
    latest = next((p for p in places if p.year == target.year), places[-1])
    position_now = published_position(round(latest.value), of, target.k, latest.year)
    return _ranked(target, position_now, latest.status)


def _ranked(target: Target, place: RankPosition, status: Status) -> Assessment:
    """Before the target year reached (today) or not met yet; no pace, hence no other colour."""
    if place.year > target.year:
        return not_assessed(Reason.TARGET_YEAR_MISSING, missing_year=target.year)
    over = place.year == target.year
    if over:
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
        met=place.inside,
        rank=place,
        marks=frozenset({Mark.PERIOD_OVER}) if over else frozenset(),
    )
