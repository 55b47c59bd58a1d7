"""Targets of the form "top k of a peer set": places, versions of the set, what it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantrack.method.assessment import assess_published_rank, assess_rank
from plantrack.method.observation import yearly_observations
from plantrack.method.ranking import RankPosition, RateToMatch, rate_to_match
from plantrack.method.rates import RateUndefined
from plantrack.method.verdict import Assessment, Reason, not_assessed
from plantrack.model import Figure, Operation, Series, Status, Target
from plantrack.plan import Plan
from plantrack.scorecard.computed import PeerVersion, Values, peer_versions, year_end


@dataclass(frozen=True, slots=True)
class RankVersion:
    """The place in one membership of the peer set, year by year."""

    peers: PeerVersion
    places: tuple[RankPosition, ...]

    @property
    def latest(self) -> RankPosition | None:
        return self.places[-1] if self.places else None


@dataclass(frozen=True, slots=True)
class Match:
    """The growth needed to match the k-th of the others, by the pace since `since`."""

    since: int
    until: int
    match: RateToMatch


@dataclass(frozen=True, slots=True)
class Ranking:
    """The assessment of a rank target with the figures and peer sets it rests on."""

    series: Series | None
    figures: tuple[Figure, ...]
    assessment: Assessment
    firm: Assessment | None = None
    versions: tuple[RankVersion, ...] = ()
    matches: tuple[Match, ...] = ()


def ranked_indicator(plan: Plan, indicator: str) -> str | None:
    """The indicator by whose values the places of a computed rank are given."""
    formula = plan.formula(indicator)
    if formula is None or formula.operation is not Operation.RANK:
        return None
    return formula.operands[0]


def ranking(plan: Plan, values: Values, target: Target) -> Ranking:
    """Assess "top k of a peer set", on computed places where peers' values are stored."""
    ranked = ranked_indicator(plan, target.indicator)
    if ranked is None:
        return _published(plan, values, target)
    series = plan.series_in_use(ranked, values.choice)
    versions = peer_versions(plan, target.peer_set or "")
    figures = values.figures_of(series.id, target.geography) if series is not None else ()
    year = _decisive_year(values, target, ranked, versions)
    if year is None:
        return Ranking(series, figures, not_assessed(Reason.NO_FIGURES))
    in_force = _in_force(versions, year)
    assessment = _rank_at(values, target, ranked, in_force, year)
    return Ranking(
        series=series,
        figures=figures,
        assessment=assessment,
        firm=_firm_rank(values, target, ranked, versions, assessment),
        versions=tuple(_places(values, target, ranked, version) for version in versions),
        matches=_matches(plan, values, target, ranked, in_force, year),
    )


def _decisive_year(
    values: Values, target: Target, ranked: str, versions: Sequence[PeerVersion]
) -> int | None:
    """The target year once it is known, else the newest year all peers have a value for.

    A province's own figure often comes before its peers': that must not cost it its place.
    Without a complete year, the newest one, so that the missing peers are named.
    """
    years = [o.year for o in values.observations(ranked, target.geography)]
    complete = [
        year
        for year in years
        if _rank_at(values, target, ranked, _in_force(versions, year), year).rank is not None
    ]
    if target.year in complete:
        return target.year
    return max(complete, default=max(years, default=None))


def _in_force(versions: Sequence[PeerVersion], year: int) -> PeerVersion | None:
    return next((v for v in versions if v.in_force_on(year_end(year))), None)


def _rank_at(
    values: Values, target: Target, ranked: str, peers: PeerVersion | None, year: int
) -> Assessment:
    members = peers.members if peers is not None else ()
    return assess_rank(target, target.geography, values.peer_values(ranked, members, year))


def _firm_rank(
    values: Values,
    target: Target,
    ranked: str,
    versions: Sequence[PeerVersion],
    assessment: Assessment,
) -> Assessment | None:
    """The rank on the newest year in which no peer's value is an estimate."""
    latest = assessment.latest
    if latest is None or latest.status is not Status.ESTIMATE:
        return None
    for year in range(latest.year - 1, target.baseline_year - 1, -1):
        earlier = _rank_at(values, target, ranked, _in_force(versions, year), year)
        if earlier.latest is not None and earlier.latest.status is not Status.ESTIMATE:
            return earlier
    return not_assessed(Reason.ESTIMATES_ONLY)


def _places(values: Values, target: Target, ranked: str, version: PeerVersion) -> RankVersion:
    places = []
    for observation in values.observations(ranked, target.geography):
        verdict = _rank_at(values, target, ranked, version, observation.year)
        if verdict.rank is not None:
            places.append(verdict.rank)
    return RankVersion(version, tuple(places))


def _matches(
    plan: Plan,
    values: Values,
    target: Target,
    ranked: str,
    peers: PeerVersion | None,
    year: int,
) -> tuple[Match, ...]:
    """The growth needed, by the others' pace since the baseline and since before the period."""
    if peers is None or target.k is None or year >= target.year:
        return ()
    others = [member for member in peers.members if member != target.geography]
    own = values.value(ranked, target.geography, year)
    now = values.peer_values(ranked, others, year)
    found = []
    for since in sorted({target.baseline_year, plan.first_year - 1}, reverse=True):
        then = values.peer_values(ranked, others, since) if since < year else None
        if own is None or now is None or then is None or now.missing or then.missing:
            continue
        try:
            match = rate_to_match(
                own.value, then.values, now.values, target.k, year - since, target.year - year
            )
        except RateUndefined:
            continue  # a peer without a pace leaves the place without a projection
        found.append(Match(since, year, match))
    return tuple(found)


def _published(plan: Plan, values: Values, target: Target) -> Ranking:
    series = plan.series_in_use(target.indicator, values.choice)
    if series is None:
        return Ranking(None, (), not_assessed(Reason.NO_SERIES))
    figures = values.figures_of(series.id, target.geography)
    places = yearly_observations(figures, plan.indicators[target.indicator].decimals)
    count = _peer_count(plan, target, places[-1].year) if places else None
    return Ranking(series, figures, assess_published_rank(target, places, count))


def _peer_count(plan: Plan, target: Target, year: int) -> int | None:
    members = plan.peers_on(target.peer_set or "", year_end(year))
    return len(members) or None
