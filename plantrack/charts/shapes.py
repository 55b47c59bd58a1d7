"""Shapes as SVG paths in a box from -1 to 1, so that no font is asked for a glyph.

Circles say how settled a figure is, diamonds are targets and required paces, square-like shapes
are standings. Colour is never the only sign.
"""

from __future__ import annotations

from typing import Final

from plantrack.model import Standing, Status

NOTHING: Final = "M0,0Z"
CIRCLE: Final = "M-1,0A1,1 0 1 1 1,0A1,1 0 1 1 -1,0Z"
DIAMOND: Final = "M0,-1.2L1.2,0L0,1.2L-1.2,0Z"
TICK: Final = "M-0.16,-1L0.16,-1L0.16,1L-0.16,1Z"
LEVEL: Final = "M-1,-0.16L1,-0.16L1,0.16L-1,0.16Z"
BEYOND_RIGHT: Final = "M-0.5,-0.8L0.5,0L-0.5,0.8"
BEYOND_LEFT: Final = "M0.5,-0.8L-0.5,0L0.5,0.8"
BAR: Final = "M-1,-0.5L1,-0.5L1,0.5L-1,0.5Z"
BOX: Final = "M-0.8,-0.8L0.8,-0.8L0.8,0.8L-0.8,0.8Z"
DASHES: Final = "M-1.6,0L-0.9,0M-0.35,0L0.35,0M0.9,0L1.6,0"
DOTS: Final = "M-1.6,0L-1.3,0M-0.8,0L-0.5,0M0,0L0.3,0M0.8,0L1.1,0"
LINE: Final = "M-1.6,0L1.6,0"

# What fills the circle of a figure's status; the circle itself is drawn around it.
STATUS_FILL: Final = {
    Status.OFFICIAL: CIRCLE,
    Status.PRELIMINARY: "M0,-1A1,1 0 0 0 0,1Z",
    Status.ESTIMATE: NOTHING,
    Status.NOT_STATED: "M-0.42,0A0.42,0.42 0 1 1 0.42,0A0.42,0.42 0 1 1 -0.42,0Z",
    Status.PROJECTION: "M-0.7,-0.12L0.7,-0.12L0.7,0.12L-0.7,0.12Z",
}

_SQUARE: Final = "M-0.75,-0.75L0.75,-0.75L0.75,0.75L-0.75,0.75Z"

# The full part and the outlined part of each standing's mark.
STANDING_FULL: Final = {
    Standing.REACHED: NOTHING,
    Standing.ON_TRACK: "M0,-0.8L0.9,0.75L-0.9,0.75Z",
    Standing.BEHIND: "M-0.75,-0.75L0,-0.75L0,0.75L-0.75,0.75Z",
    Standing.FAR_BEHIND: "M0,0.8L-0.9,-0.75L0.9,-0.75Z",
    Standing.MOVING_AWAY: NOTHING,
    Standing.MISSED: _SQUARE,
    Standing.OVERSHOT: NOTHING,
    Standing.NOT_MET_YET: NOTHING,
    Standing.NOT_ASSESSED: NOTHING,
}
STANDING_LINE: Final = {
    Standing.REACHED: "M-0.8,0.1L-0.25,0.65L0.8,-0.65",
    Standing.ON_TRACK: NOTHING,
    Standing.BEHIND: _SQUARE,
    Standing.FAR_BEHIND: NOTHING,
    Standing.MOVING_AWAY: "M-0.7,-0.7L0.7,0.7M0.7,-0.7L-0.7,0.7",
    Standing.MISSED: NOTHING,
    Standing.OVERSHOT: (
        "M-0.8,-0.35L0.75,-0.35M0.35,-0.72L0.75,-0.35L0.35,0.02"
        "M0.8,0.35L-0.75,0.35M-0.35,-0.02L-0.75,0.35L-0.35,0.72"
    ),
    Standing.NOT_MET_YET: "M-0.9,-0.45L0.9,-0.45L0.9,0.45L-0.9,0.45Z",
    # The corners alone: an outline would be that of a place not met.
    Standing.NOT_ASSESSED: (
        "M-0.75,-0.3L-0.75,-0.75L-0.3,-0.75M0.3,-0.75L0.75,-0.75L0.75,-0.3"
        "M0.75,0.3L0.75,0.75L0.3,0.75M-0.3,0.75L-0.75,0.75L-0.75,0.3"
    ),
}


def standing_svg(standing: Standing, ink: str, attributes: str = "") -> str:
    """Return a standing's mark by itself, as the charts draw it, in the colour `ink`."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1.1 -1.1 2.2 2.2" {attributes}>'
        f'<path d="{STANDING_FULL[standing]}" fill="{ink}"/>'
        f'<path d="{STANDING_LINE[standing]}" fill="none" stroke="{ink}" stroke-width="0.26"/>'
        "</svg>"
    )
