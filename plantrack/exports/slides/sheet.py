"""The sheet of a slide: its size, its edges, its letters, and how much room words take. Points.

Arial: every Windows and every Mac has it with full Vietnamese, and where it is missing letters as
wide take its place. Words are measured as Noto Sans, which runs a little wider: what fits by
measure fits.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Final

from plantrack.charts.wrapping import text_width

FONT: Final = "Arial"
WIDTH, HEIGHT = 960.0, 540.0
LEFT: Final = 36.0
INNER: Final = WIDTH - 2 * LEFT
TEXT: Final = 20.0  # nothing is smaller, the foot apart
FOOT: Final = 14.0
_TITLES: Final = ((30.0, 28.0), (28.0, 26.0, 24.0), (26.0, 24.0, 22.0), (24.0, 22.0))  # by lines

TOPIC_TOP: Final = 14.0
TITLE_TOP: Final = 40.0
FOOTER_BOTTOM: Final = 532.0
GAP: Final = 6.0

_SPACING: Final = 1.2
_BOLD: Final = 1.05
_EMU: Final = 12700


def emu(points: float) -> int:
    """Return a length as the format counts it: 12,700 to a point."""
    return round(points * _EMU)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the sheet."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top + self.height


def line_height(size: float) -> float:
    return size * _SPACING


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    widths = sum(_word(word) for word in text.split(" "))
    return (widths + text.count(" ") * _word(" ")) * size * (_BOLD if bold else 1)


@lru_cache(maxsize=8192)
def _word(word: str) -> float:
    """The width of a word at the size of one point; tables measure the same ones many times."""
    return text_width(word, 1)


def lines_of(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """Return how many lines a text takes; a word wider than the line is broken."""
    room, space = width / (size * (_BOLD if bold else 1)), _word(" ")
    lines = 0
    for paragraph in text.split("\n"):
        used, lines = 0.0, lines + 1
        for word in paragraph.split(" "):
            wide = _word(word)
            if used and used + space + wide > room:
                used, lines = 0.0, lines + 1
            if wide > room:
                lines += ceil(wide / room) - 1
                wide = wide % room
            used += wide + (space if used else 0.0)
    return lines


def height_of(text: str, width: float, size: float, *, bold: bool = False) -> float:
    return lines_of(text, width, size, bold=bold) * line_height(size)


def title_size(title: str) -> float:
    """Return the largest size at which a title takes one line, else two, three or four."""
    for most, sizes in enumerate(_TITLES, start=1):
        for size in sizes:
            if lines_of(title, INNER, size, bold=True) <= most:
                return size
    return TEXT


def shortened(
    text: str, width: float, size: float, most: int, ending: str, *, bold: bool = False
) -> str:
    """Return the text in at most so many lines, cut after a whole word with `ending` behind."""
    if lines_of(text, width, size, bold=bold) <= most:
        return text
    words = text.split(" ")

    def too_long(count: int) -> bool:
        told = " ".join([*words[: count + 1], ending])
        return lines_of(told, width, size, bold=bold) > most

    kept = bisect_left(range(len(words)), 1, key=too_long)
    if not kept:  # one word longer than all the room
        words, kept = [words[0][: int(0.8 * most * width / size)]], 1
    return " ".join([*words[:kept], ending])
