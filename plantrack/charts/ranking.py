"""Peers side by side: bars from zero, the subject in the main colour, the line of the k-th."""

from __future__ import annotations

from dataclasses import dataclass

from plantrack.charts import bars
from plantrack.charts import key as keys
from plantrack.charts.finish import Spec, finish
from plantrack.charts.lines import boxes, stroke, strokes
from plantrack.charts.look import WIDE, Caption, Look
from plantrack.charts.marks import Rows, block, line_height, points, text, texts
from plantrack.charts.peers import Peers, version_name
from plantrack.charts.scales import Across, across
from plantrack.charts.tables import ranking_table
from plantrack.charts.tokens import EDGE
from plantrack.charts.wrapping import balanced, text_width, wrapped
from plantrack.words import Say

__all__ = ["ranking_bars", "ranking_table"]

_KEY, _THICKEST = 26, 30  # pixels: the key's room below the bars, and a bar


def ranking_bars(peers: Peers, say: Say, *, caption: Caption, look: Look = WIDE) -> Spec:
    """Return one bar a place, largest first. Raises ValueError when no place has a value."""
    if not peers.ordered:
        raise ValueError(f"no peer has a value of {peers.indicator.id} in {peers.year}")
    values = [value.value for _, value in peers.ordered]
    longest = max(text_width(say.text(peer.name), look.body) for peer, _ in peers.ordered)
    left = min(look.width * 0.42, longest + (40 if look.compact else 56) * look.text)
    room = max(text_width(value_label(peers, value, say), look.small) for value in values) + 18
    scale = across(min(0.0, *values), max(0.0, *values), left, room, look)
    outside = _outside(peers, look, say)
    rows = _rows(peers, scale, outside[1], look, say)
    bottom = rows.bottom
    c = look.colours
    entries = bars.statuses((value.status for _, value in peers.ordered), c.grey, say)
    key = keys.key(entries, bottom + outside[1] + 20 * look.text, look)
    layers = [
        *boxes(_bars(peers, rows, look, say), scale),
        *strokes(_kth(rows, scale, look), scale, dash=(5, 4)),
        *strokes([stroke(0, 0, rows.tops[0], c.grey, 1, bottom)], scale),
        *points(key.points, scale),
        *texts(
            [
                *_words(peers, rows, scale, look, say),
                *[{**label, "y": label["y"] + bottom} for label in outside[0]],
                *key.texts,
            ],
            scale,
            look,
        ),
    ]
    return finish(layers, bottom + outside[1] + 8 + key.height, caption, look, say.language)


def value_label(peers: Peers, value: float, say: Say) -> str:
    return say.number(value, peers.indicator.decimals)


@dataclass(frozen=True, slots=True)
class Lines:
    """The upper edge of each bar's row; the k-th place's line lies in a gap of its own."""

    head: list[str]
    names: tuple[list[str], ...]
    tops: tuple[float, ...]
    step: float
    kth: float | None

    @property
    def bottom(self) -> float:
        return self.tops[-1] + self.step


def _rows(peers: Peers, scale: Across, outside: float, look: Look, say: Say) -> Lines:
    head = balanced(ranking_head(peers, say), look.width - 24, look.small)
    room = scale.left - 44 * look.text
    names = [wrapped(say.text(peer.name), room, look.body) for peer, _ in peers.ordered]
    inside = peers.k is not None and peers.k < len(peers.ordered)
    top = line_height(look) * len(head) + 8
    gap = look.row(30)
    taken = top + (gap if inside else 0) + outside + 8 + _KEY * look.text
    tallest = max(len(name) for name in names)
    step = max(look.row(36, len(names), taken), line_height(look) * tallest + 6)
    k = peers.k if inside and peers.k is not None else len(peers.ordered)
    tops = [top + place * step + (gap if place >= k else 0) for place in range(len(names))]
    kth = top + k * step + gap - 4 if inside else None
    return Lines(head, tuple(names), tuple(tops), step, kth)


def _bars(peers: Peers, rows: Lines, look: Look, say: Say) -> Rows:
    c = look.colours
    found = []
    for (peer, value), y in zip(peers.ordered, rows.tops, strict=True):
        colour = c.main if peer.id == peers.subject else c.grey
        name, number = say.text(peer.name), value_label(peers, value.value, say)
        told = say("{name}: {value}", name=name, value=number)
        middle, half = y + rows.step / 2, min(rows.step / 2 - 5, _THICKEST * look.text / 2)
        found.append(
            bars.bar((0, value.value), (middle - half, middle + half), value.status, colour, told)
        )
    return found


def _kth(rows: Lines, scale: Across, look: Look) -> Rows:
    """The line below the k-th bar."""
    if rows.kth is None:
        return []
    return [stroke(scale.low, scale.high, rows.kth, look.colours.text, 1.5)]


def ranking_head(peers: Peers, say: Say) -> str:
    return say(
        "{year}, {unit}; {version}",
        year=peers.year,
        unit=say.text(peers.unit),
        version=version_name(peers, say),
    )


def _words(peers: Peers, rows: Lines, scale: Across, look: Look, say: Say) -> Rows:
    c, muted = look.colours, look.colours.muted
    labels: Rows = [text(None, look.small, rows.head, colour=muted, size=look.small, px=EDGE)]
    for (peer, value), name, top in zip(peers.ordered, rows.names, rows.tops, strict=True):
        y = top + rows.step / 2
        weight, ink = (700, c.main) if peer.id == peers.subject else (400, c.text)
        rank = str(peers.place(value.value))
        right = 26 * look.text
        labels.append(text(None, y, rank, colour=muted, size=look.small, align="right", px=right))
        labels.append(block(name, 36 * look.text, y, ink, look.body, look, weight=weight))
        at = max(0.0, value.value) + scale.of_pixels(8)
        number = value_label(peers, value.value, say)
        labels.append(text(at, y, number, colour=ink, size=look.small, weight=weight))
    if rows.kth is not None:
        said = say("top {places}", places=peers.k or 0)
        y = rows.kth - look.small
        labels.append(
            text(None, y, said, colour=c.text, size=look.small, weight=600, align="right", px=-1)
        )
    return labels


def _outside(peers: Peers, look: Look, say: Say) -> tuple[Rows, float]:
    """The places without a value, below the bars, and the height they take."""
    if not peers.missing:
        return [], 0.0
    names = say.listed([say.text(peer.name) for peer in peers.missing])
    lines = wrapped(say("no figure: {names}", names=names), look.width - 24, look.small)
    label = text(None, look.small, lines, colour=look.colours.muted, size=look.small, px=EDGE)
    return [label], len(lines) * look.small * 1.7
