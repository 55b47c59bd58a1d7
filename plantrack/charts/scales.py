"""The horizontal scale of a chart whose columns are laid out in pixels, and round ticks."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt

from plantrack.charts.look import Look
from plantrack.charts.wrapping import text_width


@dataclass(frozen=True, slots=True)
class Across:
    """A linear scale between two margins; the right one follows the drawing's width."""

    low: float
    high: float
    left: float
    right: float
    width: float
    x: alt.X

    def held(self, value: float) -> float:
        """Return `value`, or the end of the scale it lies beyond."""
        return min(max(value, self.low), self.high)

    def of_pixels(self, pixels: float) -> float:
        """Return how much of the scale so many pixels are."""
        return pixels / self.width * (self.high - self.low)

    def pixels(self, value: float) -> float:
        """Return how far right of the plot's left edge `value` lies, at the width laid out for."""
        return (value - self.low) / (self.high - self.low) * self.width

    def overlap(self, left: Mapping[str, Any], right: Mapping[str, Any]) -> bool:
        """Whether two labels on the scale run into each other, at the width laid out for."""
        return self.edges(left)[1] + 8 > self.edges(right)[0]

    def edges(self, label: Mapping[str, Any]) -> tuple[float, float]:
        """Return where a label on the scale begins and ends, in pixels of the plot."""
        at, wide = self.pixels(label["x"]), text_width(label["words"], label["size"])
        start = at - wide * {"left": 0, "center": 0.5, "right": 1}[label["align"]]
        return start, start + wide

    def align(self, value: float, words: str, size: float) -> str:
        """Centre a label on its mark unless it would leave the plot and its margin."""
        middle, half = self.pixels(value), text_width(words, size) / 2
        if middle - half < -min(self.left - 8, 24):
            return "left"
        return "right" if middle + half > self.width + min(self.right - 8, 24) else "center"


def across(
    low: float,
    high: float,
    left: float,
    right: float,
    look: Look,
    *,
    axis: alt.Axis | None = None,
    field: str = "x",
) -> Across:
    """Return the scale from `low` to `high` between the margins `left` and `right`, in pixels."""
    scale = alt.Scale(
        domain=[low, high],
        range=[left, alt.ExprRef(f"width - {right}")],
        nice=False,
        zero=False,
    )
    x = alt.X(f"{field}:Q", scale=scale, axis=axis, title=None)
    return Across(low, high, left, right, look.width - left - right, x)


def ticks(low: float, high: float, most: int) -> list[float]:
    """Return round values a reader counts in, at most about `most`, that cover low to high.

    >>> ticks(57.8, 150, 6)
    [40.0, 60.0, 80.0, 100.0, 120.0, 140.0, 160.0]
    """
    span = (high - low) or abs(high) or 1.0
    rough = span / max(1, most)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    digits = max(0, 2 - math.floor(math.log10(step)))
    return [round(n * step, digits) for n in range(first, last + 1)]


def decimals_of(values: list[float]) -> int:
    """Return how many decimals all `values` need, at most 4."""
    return next((d for d in range(4) if all(abs(round(v, d) - v) < 1e-9 for v in values)), 4)
