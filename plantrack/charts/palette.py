"""Colours of charts and standings in both themes, and the contrast they are tested for.

One main colour for data, greys for everything else, a second colour only for comparison. Standing
colours mean standing and nothing else; each goes with a shape and a word (docs/design.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from plantrack.model import Standing

THEMES: Final = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as "#RRGGBB".

    Text colours have 4.5 : 1 against the background, marks that carry meaning 3 : 1; `grid`,
    `band` and `track` only support what is also drawn or written otherwise. Messages keep the
    colour of the text on a ground of their own, so that no word but a standing is coloured.
    """

    background: str
    surface: str  # of fields, and of the heads of a file's table
    line: str  # around fields and boxes
    notice: str  # the grounds of messages: what is worth knowing, to look at, gone wrong
    caution: str
    alarm: str
    text: str
    muted: str
    grey: str
    grid: str
    track: str
    band: str
    band_edge: str
    main: str
    second: str
    parts: tuple[str, ...]  # fills of a stacked composition, each written on in `on_parts`
    on_parts: tuple[str, ...]
    standings: Mapping[Standing, str]


_LIGHT: Final = Palette(
    background="#FFFFFF",
    surface="#F4F7F8",
    line="#D3DDE1",
    notice="#E9F2F4",
    caution="#F5F0E3",
    alarm="#F8E7E4",
    text="#16242B",
    muted="#53636C",
    grey="#74828B",
    grid="#E3E9EC",
    track="#C9D3D8",
    band="#D5E6EA",
    band_edge="#5D8F9B",
    main="#0F5C6E",
    second="#A8327D",
    parts=("#0F5C6E", "#5D8F9B", "#A9C8CF", "#DDE3E6"),
    on_parts=("#FFFFFF", "#0B1A20", "#16242B", "#16242B"),
    standings={
        Standing.REACHED: "#1B7F5C",
        Standing.ON_TRACK: "#2374AB",
        Standing.BEHIND: "#946012",
        Standing.FAR_BEHIND: "#C4511A",
        Standing.MOVING_AWAY: "#9B1C31",
        Standing.MISSED: "#5B1223",
        Standing.OVERSHOT: "#6B4FA0",
        Standing.NOT_MET_YET: "#5B6B7A",
        Standing.NOT_ASSESSED: "#646F7D",
    },
)

_DARK: Final = Palette(
    background="#0F181D",
    surface="#17232A",
    line="#31424B",
    notice="#17303A",
    caution="#2E281B",
    alarm="#3A2220",
    text="#E4ECEF",
    muted="#A3B1B8",
    grey="#82929A",
    grid="#22313A",
    track="#3A4C55",
    band="#1D3A43",
    band_edge="#5C94A1",
    main="#62BACC",
    second="#EE8CC8",
    parts=("#62BACC", "#387A89", "#2A5662", "#33424A"),
    on_parts=("#0B1A20", "#FFFFFF", "#FFFFFF", "#FFFFFF"),
    standings={
        Standing.REACHED: "#4CC79A",
        Standing.ON_TRACK: "#6DB5E8",
        Standing.BEHIND: "#E0AC4E",
        Standing.FAR_BEHIND: "#F58B57",
        Standing.MOVING_AWAY: "#F0798B",
        Standing.MISSED: "#F5B3BD",
        Standing.OVERSHOT: "#B7A0EA",
        Standing.NOT_MET_YET: "#A9B8C6",
        Standing.NOT_ASSESSED: "#98A4B0",
    },
)


def palette(theme: str) -> Palette:
    """Return the colours of the theme "light" or "dark"; raises ValueError on another."""
    if theme not in THEMES:
        raise ValueError(f"no colours for the theme {theme!r}")
    return _LIGHT if theme == "light" else _DARK


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance).

    >>> round(contrast("#FFFFFF", "#000000"), 1)
    21.0
    """
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(channel: float) -> float:
    if channel <= 0.04045:
        return channel / 12.92
    linear: float = ((channel + 0.055) / 1.055) ** 2.4
    return linear
