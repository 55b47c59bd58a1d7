"""Arithmetic of a place among peers: its neighbours, the places to go, the rate to match."""

from __future__ import annotations

from dataclasses import dataclass

from plantrack.method.ranking import RankPosition, place
from plantrack.scorecard.computed import Values, year_end
from plantrack.scorecard.ranks import Match, RankVersion, ranked_indicator
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.bounds import bounds
from plantrack.scorecard.telling.digits import enough, settled
from plantrack.scorecard.telling.gaps import gap
from plantrack.scorecard.telling.lines import change_line
from plantrack.scorecard.telling.ordinals import ordinal
from plantrack.scorecard.telling.places import (
    peer_name,
    place_of,
    ranked_value,
    ranking_indicator,
)
from plantrack.scorecard.telling.steps import Step, told
from plantrack.scorecard.telling.times import years
from plantrack.words import Say


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A peer's place and value in the year of a ranking."""

    geography: str
    place: int
    value: float


def rank_steps(row: TargetRow, values: Values | None, say: Say) -> tuple[Step, ...]:
    """Return the neighbours, what separates the row from the last place asked, and its pace."""
    rank = row.assessment.rank
    found: tuple[Step, ...] = ()
    if rank is not None and values is not None:
        table = (
            say(
                "{place}: {name}, {value}",
                place=ordinal(one.place, say),
                name=peer_name(row, one.geography, say),
                value=ranked_value(row, one.value, say),
            )
            for one in neighbours(row, rank, values)
        )
        found = told(say("Places in {year}", year=rank.year), *table)
    found += told(say("Places to go"), *_to_go(row, rank, say))
    ranking = row.ranking
    if ranking is None:
        return found
    found += told(
        say("By the peers in force at each time"), *(_version(v, say) for v in ranking.versions)
    )
    return found + told(
        say("Rate to match in {year}", year=row.target.year),
        *(_match(row, match, say) for match in ranking.matches),
    )


def neighbours(
    row: TargetRow, rank: RankPosition, values: Values, around: int = 1
) -> tuple[Neighbour, ...]:
    """Return the places from `around` above the better of own and k-th to `around` below."""
    ranked = ranked_indicator(row.plan, row.indicator.id)
    version = _in_force(row, rank)
    if ranked is None or version is None:
        return ()
    peers = values.peer_values(ranked, version.peers.members, rank.year)
    if peers is None:
        return ()
    order = sorted(
        (
            Neighbour(peer, place(value, list(peers.values.values())), value)
            for peer, value in peers.values.items()
        ),
        key=lambda one: one.place,
    )
    best, last = min(rank.place, rank.k) - around, max(rank.place, rank.k) + around
    return tuple(one for one in order if best <= one.place <= last)


def _in_force(row: TargetRow, rank: RankPosition) -> RankVersion | None:
    if row.ranking is None:
        return None
    day = year_end(rank.year)
    return next((v for v in row.ranking.versions if v.peers.in_force_on(day)), None)


def _to_go(row: TargetRow, rank: RankPosition | None, say: Say) -> tuple[str, ...]:
    """Return the places still to go, or the margin over the first outside."""
    if rank is None:
        return (gap(row, say),)
    lines = [
        say("{place}, target {top}", place=place_of(rank, say), top=bounds(row, say)),
        gap(row, say),
    ]
    if rank.own is None:
        return tuple(lines)
    if not rank.inside and rank.kth is not None and rank.kth_value is not None:
        lines.append(_between(row, rank.kth, (rank.kth_value, rank.own), say))
    if rank.first_outside is not None and rank.first_outside_value is not None:
        lines.append(_between(row, rank.first_outside, (rank.own, rank.first_outside_value), say))
    return tuple(lines)


def _between(row: TargetRow, peer: str, values: tuple[float, float], say: Say) -> str:
    """Return what lies between the row's place and a peer: "Sơn La: 71.38 − 70.95 = 0.43 …"."""
    more, less = values
    decimals = ranking_indicator(row).decimals
    digits = enough(
        values, more - less, decimals, lambda first, second: first - second, start=decimals
    )
    return say(
        "{peer}: {formula}",
        peer=peer_name(row, peer, say),
        formula=f"{say.number(settled(more), digits)} − {say.number(settled(less), digits)} = "
        f"{ranked_value(row, more - less, say)}",
    )


def _version(version: RankVersion, say: Say) -> str:
    """Return the places year by year in one membership of the peer set."""
    if not version.places:
        return ""
    told_places = (
        say("{year}: {value}", year=one.year, value=ordinal(one.place, say))
        for one in version.places
    )
    return say(
        "{count} peers: {places}",
        count=len(version.peers.members),
        places="; ".join(told_places),
    )


def _match(row: TargetRow, match: Match, say: Say) -> str:
    """Return what it takes to match the k-th of the others if each keeps its own pace."""
    own = row.assessment.rank.own if row.assessment.rank is not None else None
    if own is None:
        return ""
    periods = row.target.year - match.until
    formula = change_line(row, own, match.match.projected, periods, match.match.required, say)
    return say(
        "others at their pace of {years}: {peer} {value}; {formula}",
        years=years(match.since + 1, match.until, say),
        peer=peer_name(row, match.match.peer, say),
        value=ranked_value(row, match.match.projected, say),
        formula=formula,
    )
