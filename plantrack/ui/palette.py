"""The colours of standings: they mean standing and nothing else (docs/design.md).

Each has at least 4.5 : 1 against the page's background of its theme, for text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from plantrack.model import Standing


@dataclass(frozen=True, slots=True)
class Colour:
    """One meaning in both themes, as "#RRGGBB"."""

    light: str
    dark: str

    def of(self, theme: str) -> str:
        """Return the colour in the theme "light" or "dark"."""
        return self.dark if theme == "dark" else self.light

    @property
    def css(self) -> str:
        """Return a CSS colour that follows the page's theme by itself."""
        return f"light-dark({self.light}, {self.dark})"


STANDING_COLOURS: Final = {
    Standing.REACHED: Colour("#1B7F5C", "#4CC79A"),
    Standing.ON_TRACK: Colour("#2374AB", "#6DB5E8"),
    Standing.BEHIND: Colour("#946012", "#E0AC4E"),
    Standing.FAR_BEHIND: Colour("#C4511A", "#F58B57"),
    Standing.MOVING_AWAY: Colour("#9B1C31", "#F0798B"),
    Standing.MISSED: Colour("#5B1223", "#F5B3BD"),
    Standing.OVERSHOT: Colour("#6B4FA0", "#B7A0EA"),
    Standing.NOT_MET_YET: Colour("#5B6B7A", "#A9B8C6"),
    Standing.NOT_ASSESSED: Colour("#646F7D", "#98A4B0"),
}
