"""How each series of a native chart looks, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from plantrack.charts.native import Role
from plantrack.model import Status

NONE: Final = "<a:noFill/>"


@dataclass(frozen=True, slots=True)
class Style:
    """`colour` is a name of the theme; `line` its width in points, 0 for none."""

    colour: str
    line: float = 0
    dash: str = "solid"
    marker: str = "none"
    size: int = 10


STYLES: Final[Mapping[Role, Style]] = {
    Role.FIGURE: Style("accent1", 3, marker="circle"),
    Role.EARLIER: Style("accent5", 0),
    Role.AVERAGE: Style("accent1", 4),
    Role.FORESEEN: Style("accent1", 0, marker="dash", size=12),
    Role.PLANNED: Style("accent5", 2.25, "dash"),
    Role.BOUND: Style("accent2", 2.25, "dash"),
    Role.PACE: Style("accent1", 2.25, "sysDot"),
    Role.AIM: Style("accent1", 0, marker="diamond", size=13),
    Role.DUE: Style("tx1", 0, marker="dash", size=14),
    Role.SO_FAR: Style("tx1", 3),
    Role.REQUIRED: Style("accent3"),
    Role.NEEDED: Style("accent5"),
    Role.PART: Style("accent1"),
}
PARTS: Final = ("accent1", "accent2", "accent3", "accent4")
ON_PARTS: Final = ("bg1", "tx1", "tx1", "tx1")

# Bars of a row: the figure in the main colour, what it is held against in quiet ones.
BARS: Final[Mapping[Role, str]] = {
    Role.FIGURE: "accent1",
    Role.EARLIER: "accent5",
    Role.BOUND: "accent3",
    Role.DUE: "accent5",
    Role.REQUIRED: "accent3",
    Role.NEEDED: "accent5",
}

# How settled a figure is: the marker of a line, with the letter that stands for it in the key.
MARKERS: Final[Mapping[Status, tuple[str, str, str]]] = {
    Status.OFFICIAL: ("circle", "full", "●"),
    Status.PRELIMINARY: ("circle", "half", "●"),
    Status.ESTIMATE: ("circle", "empty", "○"),
    Status.NOT_STATED: ("square", "empty", "□"),
    Status.PROJECTION: ("dash", "full", "–"),
}
# The same of a column, by how full it is.
COLUMNS: Final[Mapping[Status, tuple[str, str]]] = {
    Status.OFFICIAL: ("full", "■"),
    Status.NOT_STATED: ("full", "■"),
    Status.PRELIMINARY: ("half", "■"),
    Status.ESTIMATE: ("pale", "□"),
    Status.PROJECTION: ("empty", "□"),
}


# Paler colours of the theme rather than shades of one: every program shows them alike.
COVERS: Final = {"full": "", "half": "accent2", "pale": "bg2", "empty": "bg1"}


def solid(colour: str, cover: str = "full") -> str:
    """Return a fill in the colour itself, or in the paler one of how settled a figure is."""
    return f'<a:solidFill><a:schemeClr val="{COVERS[cover] or colour}"/></a:solidFill>'


def stroke(colour: str, width: float, dash: str = "solid") -> str:
    """Return a line; none of no width."""
    if not width:
        return f"<a:ln>{NONE}</a:ln>"
    dashed = "" if dash == "solid" else f'<a:prstDash val="{dash}"/>'
    return f'<a:ln w="{round(width * 12700)}" cap="rnd">{solid(colour)}{dashed}<a:round/></a:ln>'
