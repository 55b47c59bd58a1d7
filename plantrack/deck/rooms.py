"""How much room a drawing has on a slide, by screen.

A slide's drawing is laid out small and shown enlarged: at 1920 pixels the projector's is drawn
1.87 times as large, so that its smallest words are 24 pixels high.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from plantrack.charts.look import PHONE, Look

PROJECTOR: Final = Look(width=960, height=368)
_TABLET: Final = Look(width=780, height=560)


def room(screen: str, theme: str) -> Look:
    """Return the room on a "phone", a "tablet" or any larger screen in a theme."""
    found = {"phone": PHONE, "tablet": _TABLET}.get(screen, PROJECTOR)
    return replace(found, theme=theme)
