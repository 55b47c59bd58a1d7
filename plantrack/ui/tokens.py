"""The named sizes and colours as CSS, the one place a page's style takes them from.

`--type-…` and `--space-…` are those of `plantrack.charts.tokens`, `--…` colours those of the
palette, which follow the page's theme by themselves; `--paper-…` are the light ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from plantrack.charts.palette import palette
from plantrack.charts.tokens import SPACE, TYPE
from plantrack.ui.palette import Colour

# One rem: the pages' theme sets the text of the whole page to it.
REM: Final = TYPE["body"]
COLOURS: Final = ("surface", "line", "muted", "band", "main")
ON_PAPER: Final = (
    "text",
    "muted",
    "grey",
    "line",
    "main",
)  # paper is light, whatever the screen is


def rules() -> str:
    """Return the rule that names every size and colour for the style sheets after it."""
    more = " ".join(_stronger())
    return (
        f":root {{ {' '.join(_properties())} }}"
        f" @media (prefers-contrast: more) {{ :root {{ {more} }} }}"
    )


def _stronger() -> Iterator[str]:
    """What readers get who ask their system for more contrast: no grey words, darker lines."""
    light, dark = palette("light"), palette("dark")
    yield f"--muted: {Colour(light.text, dark.text).css};"
    yield f"--line: {Colour(light.muted, dark.muted).css};"


def _properties() -> Iterator[str]:
    for name, pixels in TYPE.items():
        yield f"--type-{name}: {pixels / REM:.4g}rem;"
    for name, pixels in SPACE.items():
        yield f"--space-{name}: {pixels / REM:.4g}rem;"
    light, dark = palette("light"), palette("dark")
    for name in COLOURS:
        yield f"--{name}: {Colour(getattr(light, name), getattr(dark, name)).css};"
    for name in ON_PAPER:
        yield f"--paper-{name}: {getattr(light, name)};"
