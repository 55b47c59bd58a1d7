"""Places compared by one indicator in one year."""

from __future__ import annotations

from dataclasses import dataclass

from plantrack.model import Indicator, Text
from plantrack.scorecard import PeerVersion, RankVersion, TargetRow, Value, Values
from plantrack.scorecard.ranks import ranked_indicator
from plantrack.words import Say


@dataclass(frozen=True, slots=True)
class Peer:
    """A place compared, with its value of the year; None where it has none."""

    id: str
    name: Text
    value: Value | None


@dataclass(frozen=True, slots=True)
class Peers:
    """Places compared by one indicator in one year, under one membership of the peer set."""

    indicator: Indicator
    unit: Text
    year: int
    subject: str
    members: tuple[Peer, ...]
    version: PeerVersion
    k: int | None = None

    @property
    def ordered(self) -> tuple[tuple[Peer, Value], ...]:
        """Members that have a value, largest first; the subject before its equals."""
        known = [(peer, peer.value) for peer in self.members if peer.value is not None]
        return tuple(sorted(known, key=lambda p: (-p[1].value, p[0].id != self.subject)))

    @property
    def missing(self) -> tuple[Peer, ...]:
        return tuple(peer for peer in self.members if peer.value is None)

    def place(self, value: float) -> int:
        """Return the place of a value; equal values share the better one."""
        return 1 + sum(other.value > value for _, other in self.ordered)


def peers_of(
    row: TargetRow, values: Values, version: RankVersion, year: int | None = None
) -> Peers | None:
    """Return the peers of a rank target in one membership of its set.

    `year` is the newest with a place where none is given. None for a place taken from a
    publication, whose values are not stored, and for a membership without any place.
    """
    ranked = ranked_indicator(row.plan, row.indicator.id)
    latest = version.latest
    shown = year if year is not None else (latest.year if latest is not None else None)
    if ranked is None or shown is None:
        return None
    indicator = row.plan.indicators[ranked]
    return Peers(
        indicator=indicator,
        unit=row.plan.units[indicator.unit].name,
        year=shown,
        subject=row.target.geography,
        members=tuple(
            Peer(member, row.plan.geographies[member].name, values.value(ranked, member, shown))
            for member in version.peers.members
        ),
        version=version.peers,
        k=row.target.k,
    )


def version_name(peers: Peers, say: Say) -> str:
    """Return which borders the places have: "9 places, borders from 1 July 2025"."""
    version, count = peers.version, len(peers.members)
    if version.valid_from is not None:
        day = say.date(version.valid_from)
        return say.many(
            "{count} province, borders from {day}",
            "{count} provinces, borders from {day}",
            count,
            day=day,
        )
    if version.valid_to is not None:
        day = say.date(version.valid_to)
        return say.many(
            "{count} province, borders until {day}",
            "{count} provinces, borders until {day}",
            count,
            day=day,
        )
    return say.many("{count} province", "{count} provinces", count)
