"""The colours of standings on a page: those of the charts, as CSS that follows the theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from plantrack.charts.palette import palette
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
    standing: Colour(palette("light").standings[standing], palette("dark").standings[standing])
    for standing in Standing
}
