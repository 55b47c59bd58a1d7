"""The key below a chart: each shape with its word, in as many lines as they need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from plantrack.charts.look import Look
from plantrack.charts.marks import figure, line_height, point, text
from plantrack.charts.shapes import BAR, DASHES, DIAMOND, DOTS, TICK
from plantrack.charts.tokens import EDGE
from plantrack.charts.values import noted
from plantrack.charts.wrapping import text_width, wrapped
from plantrack.model import Status
from plantrack.words import Say
from plantrack.words.terms import status_word

_GAP = 22
_ROOM = 26  # for the shape and the space after it


@dataclass(frozen=True, slots=True)
class Entry:
    """A word and its shape, drawn as in the chart."""

    words: str
    shape: str = ""
    status: Status | None = None
    full: bool = False
    colour: str = ""
    opacity: float = 1


def statuses(found: Iterable[Status], say: Say, *, told: str = "") -> list[Entry]:
    """Return an entry for each status of a figure in the chart, firmest first.

    `told` says what the figures are where that is not plain from the chart.
    """
    present = set(found)
    words = {status: status_word(status, say) for status in Status}
    return [
        Entry(noted(told, (words[s],), say) if told else words[s], status=s)
        for s in Status
        if s in present
    ]


def target(say: Say) -> Entry:
    return Entry(say("target"), DIAMOND)


def due(say: Say, look: Look) -> Entry:
    return Entry(say("due by then on the path"), TICK, full=True, colour=look.colours.text)


def corridor(say: Say, look: Look) -> Entry:
    return Entry(say("target range"), BAR, full=True, colour=look.colours.band)


def required_range(say: Say, look: Look) -> Entry:
    words = say("required from now to both bounds")
    return Entry(words, BAR, full=True, colour=look.colours.band)


def planned(say: Say, look: Look) -> Entry:
    return Entry(say("planned path"), DASHES, colour=look.colours.grey)


def projected(say: Say) -> Entry:
    return Entry(say("at the observed pace"), DOTS)


@dataclass(frozen=True, slots=True)
class Key:
    """The laid-out key: labels, shapes, and the height it takes."""

    texts: list[dict[str, Any]]
    points: list[dict[str, Any]]
    height: float


def key(entries: Sequence[Entry], top: float, look: Look) -> Key:
    """Lay out `entries` in lines of the look's width, the first of them centred at `top`."""
    line = look.small * 1.9
    most = look.width - EDGE - _ROOM - 12
    x, y = float(EDGE), top
    labels: list[dict[str, Any]] = []
    shapes: list[dict[str, Any]] = []
    for entry in entries:
        lines = wrapped(entry.words, most, look.small)
        room = _ROOM + max(text_width(one, look.small) for one in lines) + _GAP
        if x > EDGE and x + room - _GAP > look.width - 12:
            x, y = EDGE, y + line
        shapes += _shape(entry, x + 10, y, look)
        labels.append(
            text(None, y, lines, colour=look.colours.muted, size=look.small, px=x + _ROOM)
        )
        y += (len(lines) - 1) * line_height(look)
        x += room
    return Key(labels, shapes, y - top + line if entries else 0)


def _shape(entry: Entry, px: float, y: float, look: Look) -> list[dict[str, Any]]:
    colour = entry.colour or look.colours.main
    if entry.status is not None:
        return figure(None, y, entry.status, look, colour=colour, px=px)
    fill = colour if entry.full else "transparent"
    stroke = look.colours.band_edge if entry.shape == BAR else colour
    shape = point(None, y, entry.shape, fill=fill, stroke=stroke, size=110, px=px)
    return [{**shape, "opacity": entry.opacity}]
