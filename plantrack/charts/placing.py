"""Where a label finds room beside what it names: on no line, no mark and no other label.

Places are pixels of the layout, across from the plot's left edge and down from the drawing's
top. A drawing stretched wider only gains room.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from plantrack.charts.marks import Row
from plantrack.charts.scales import Across
from plantrack.charts.wrapping import text_width

LINE: Final = 1.5  # from one line of a label to the next, in text sizes
_STEPS: Final = 8  # at which a line is looked at between two points
_FAR: Final = 0.4  # what one further place costs, in pixels of a line crossed
_OUTSIDE: Final = 1e6
_FURTHER: Final = (0.0, 0.7, 1.6, 2.6, 4.0)  # than the nearest place, in its distances


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def shared(self, other: Box) -> float:
        """Return how many square pixels both boxes cover."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide * high if wide > 0 and high > 0 else 0.0

    def within(self, other: Box) -> bool:
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )

    def crossed(self, line: Sequence[tuple[float, float]]) -> float:
        """Return about how many pixels of a line lie inside."""
        found = 0.0
        for (x, y), (end_x, end_y) in itertools.pairwise(line):
            part = math.hypot(end_x - x, end_y - y) / _STEPS
            for step in range(_STEPS):
                share = (step + 0.5) / _STEPS
                at_x, at_y = x + (end_x - x) * share, y + (end_y - y) * share
                if self.left <= at_x <= self.right and self.top <= at_y <= self.bottom:
                    found += part
        return found


def box_of(label: Row, scale: Across, *, margin: float = 2.0) -> Box:
    """Return the room of a label on the scale, with a little air around it."""
    lines, size = label["words"].split("\n"), label["size"]
    wide = max(text_width(line, size) for line in lines)
    left = scale.pixels(label["x"]) - wide * {"left": 0, "center": 0.5, "right": 1}[label["align"]]
    top = label["y"] - size * 0.6
    bottom = label["y"] + size * (0.6 + LINE * (len(lines) - 1))
    return Box(left - margin, top - margin, left + wide + margin, bottom + margin)


class Room:
    """What is already drawn; each label placed joins it."""

    def __init__(self, bounds: Box, scale: Across) -> None:
        self._bounds, self._scale = bounds, scale
        self._lines: list[Sequence[tuple[float, float]]] = []
        self._boxes: list[Box] = []

    def line(self, points: Iterable[tuple[float, float]]) -> None:
        """Keep labels off a line through points."""
        self._lines.append(list(points))

    def mark(self, x: float, y: float, half: float) -> None:
        """Keep labels off a mark of so many pixels to each side."""
        self._boxes.append(Box(x - half, y - half, x + half, y + half))

    def label(self, label: Row) -> None:
        """Keep labels off one whose place is settled."""
        self._boxes.append(box_of(label, self._scale))

    def place(self, tried: Sequence[Row]) -> Row:
        """Return the first of the labels that lies free, else the one that hides least."""
        found = min(enumerate(tried), key=lambda one: self._cost(one[1]) + one[0] * _FAR)[1]
        self.label(found)
        return found

    def _cost(self, label: Row) -> float:
        box = box_of(label, self._scale)
        hidden = sum(box.crossed(line) for line in self._lines)
        hidden += sum(math.sqrt(box.shared(other)) * 4 for other in self._boxes)
        return hidden * 4 + (0 if box.within(self._bounds) else _OUTSIDE)


def beside(label: Row, scale: Across, *, above: bool, to_left: bool, near: float) -> list[Row]:
    """Return a label's places around what it names at its `x` and `y`, the wanted one first.

    `near` is how far off it stands, in pixels; other places lie up to five times as far.
    """
    first, other = ("right", "left") if to_left else ("left", "right")
    rise = label["size"] * LINE * label["words"].count("\n")  # lines hang below the first
    up, down = -near - rise, near
    found = []
    for further in _FURTHER:
        for y in (up, down) if above else (down, up):
            for align in (first, other, "center"):
                shift = scale.of_pixels({"left": 8, "right": -8, "center": 0}[align])
                away = y + near * further * (-1 if y == up else 1)
                moved = {"x": label["x"] + shift, "y": label["y"] + away, "align": align}
                found.append({**label, **moved})
    aside, middle = scale.of_pixels(14), label["y"] - rise / 2
    found.append({**label, "x": label["x"] + aside, "y": middle, "align": "left"})
    found.append({**label, "x": label["x"] - aside, "y": middle, "align": "right"})
    return found
