"""Peers side by side: bars from zero, the subject in the main colour, the line of the k-th."""

from __future__ import annotations

from dataclasses import dataclass

from plantrack.charts import bars
from plantrack.charts import key as keys
from plantrack.charts.finish import Spec, finish
from plantrack.charts.look import WIDE, Caption, Look
from plantrack.charts.marks import Rows, block, boxes, points, stroke, strokes, text, texts
from plantrack.charts.scales import Across, across
from plantrack.charts.wrapping import text_width, wrapped
from plantrack.model import Indicator, Text
from plantrack.scorecard import PeerVersion, Value
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


def ranking_bars(peers: Peers, say: Say, *, caption: Caption, look: Look = WIDE) -> Spec:
    """Return one bar a place, largest first. Raises ValueError when no place has a value."""
    if not peers.ordered:
        raise ValueError(f"no peer has a value of {peers.indicator.id} in {peers.year}")
    step, top = (34 if look.compact else 36) * look.text, 30 * look.text
    values = [value.value for _, value in peers.ordered]
    longest = max(text_width(say.text(peer.name), look.body) for peer, _ in peers.ordered)
    left = min(look.width * 0.4, longest + (40 if look.compact else 56) * look.text)
    room = max(text_width(_written(peers, value, say), look.small) for value in values) + 18
    scale = across(min(0.0, *values), max(0.0, *values), left, room, look)
    bottom = top + len(peers.ordered) * step
    outside = _outside(peers, look, say)
    c = look.colours
    entries = bars.statuses((value.status for _, value in peers.ordered), c.grey, say)
    key = keys.key(entries, bottom + outside[1] + 20 * look.text, 8, look)
    layers = [
        *boxes(_bars(peers, top, step, look, say), scale),
        *strokes(_kth(peers, top, step, scale, look), scale, dash=(5, 4)),
        *strokes([stroke(0, 0, top - 4, c.grey, 1, bottom)], scale),
        *points(key.points, scale),
        *texts(
            [
                *_heads(peers, look, say),
                *_words(peers, top, step, scale, look, say),
                *[{**label, "y": label["y"] + bottom} for label in outside[0]],
                *key.texts,
            ],
            scale,
            look,
        ),
    ]
    return finish(layers, bottom + outside[1] + 8 + key.height, caption, look, say.language)


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


def _written(peers: Peers, value: float, say: Say) -> str:
    return say.number(value, peers.indicator.decimals)


def _bars(peers: Peers, top: float, step: float, look: Look, say: Say) -> Rows:
    c = look.colours
    found = []
    for place, (peer, value) in enumerate(peers.ordered):
        y = top + place * step
        colour = c.main if peer.id == peers.subject else c.grey
        name, number = say.text(peer.name), _written(peers, value.value, say)
        told = say("{name}: {value}", name=name, value=number)
        found.append(bars.bar((0, value.value), (y + 5, y + step - 5), value.status, colour, told))
    return found


def _kth(peers: Peers, top: float, step: float, scale: Across, look: Look) -> Rows:
    """The line below the k-th bar."""
    if peers.k is None or peers.k >= len(peers.ordered):
        return []
    y = top + peers.k * step
    return [stroke(scale.low, scale.high, y, look.colours.text, 1.5)]


def _heads(peers: Peers, look: Look, say: Say) -> Rows:
    said = say(
        "{year}, {unit}; {version}",
        year=peers.year,
        unit=say.text(peers.unit),
        version=version_name(peers, say),
    )
    return [text(None, look.small, said, colour=look.colours.muted, size=look.small, px=8)]


def _words(peers: Peers, top: float, step: float, scale: Across, look: Look, say: Say) -> Rows:
    c = look.colours
    labels: Rows = []
    for place, (peer, value) in enumerate(peers.ordered):
        y = top + (place + 0.5) * step
        own = peer.id == peers.subject
        weight, ink = (700, c.main) if own else (400, c.text)
        rank = str(peers.place(value.value))
        labels.append(
            text(None, y, rank, colour=c.muted, size=look.small, align="right", px=26 * look.text)
        )
        name = wrapped(say.text(peer.name), scale.left - 44 * look.text, look.body)
        labels.append(block(name, 36 * look.text, y, ink, look.body, look, weight=weight))
        at = max(0.0, value.value) + scale.of_pixels(8)
        number = _written(peers, value.value, say)
        labels.append(text(at, y, number, colour=ink, size=look.small, weight=weight))
    if peers.k is not None and peers.k < len(peers.ordered):
        said = say("top {places}", places=peers.k)
        y = top + peers.k * step - look.small * 0.8
        labels.append(
            text(None, y, said, colour=c.text, size=look.small, weight=600, align="right", px=-8)
        )
    return labels


def _outside(peers: Peers, look: Look, say: Say) -> tuple[Rows, float]:
    """The places without a value, below the bars, and the height they take."""
    if not peers.missing:
        return [], 0.0
    names = say.listed([say.text(peer.name) for peer in peers.missing])
    lines = wrapped(say("no figure: {names}", names=names), look.width - 24, look.small)
    label = text(None, look.small, lines, colour=look.colours.muted, size=look.small, px=8)
    return [label], len(lines) * look.small * 1.7
