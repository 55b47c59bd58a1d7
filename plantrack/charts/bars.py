"""How a bar shows the status of its figure: full, half covered, or pale with an outline."""

from __future__ import annotations

from collections.abc import Iterable

from plantrack.charts.key import Entry
from plantrack.charts.look import Look
from plantrack.charts.marks import Row
from plantrack.charts.shapes import BOX
from plantrack.model import Status
from plantrack.words import Say
from plantrack.words.terms import status_word

_COVER = {
    Status.OFFICIAL: 1.0,
    Status.NOT_STATED: 1.0,
    Status.PRELIMINARY: 0.5,
    Status.ESTIMATE: 0.12,
    Status.PROJECTION: 0.0,
}


def bar(
    x: tuple[float, float], y: tuple[float, float], status: Status, colour: str, told: str
) -> Row:
    """Return a bar between two ends of each scale, filled as its status asks."""
    return {
        "x": x[0],
        "x2": x[1],
        "y": y[0],
        "y2": y[1],
        "fill": colour,
        "stroke": colour,
        "opacity": _COVER[status],
        "status": status.value,
        "told": told,
    }


def written_on(status: Status, look: Look) -> str:
    """Return the colour of text inside a bar of the main colour."""
    return look.colours.background if _COVER[status] == 1 else look.colours.text


def statuses(found: Iterable[Status], colour: str, say: Say) -> list[Entry]:
    present = set(found)
    return [
        Entry(status_word(status, say), BOX, full=True, colour=colour, opacity=_COVER[status])
        for status in Status
        if status in present
    ]
