"""The scales of a chart over years: pixels for years and values, round ticks, labels apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantrack.charts.look import Look
from plantrack.charts.scales import Across, across, ticks


@dataclass(frozen=True, slots=True)
class YearFrame:
    """Years across, values up. `strip` is kept free above the plot for labels of breaks."""

    scale: Across
    years: tuple[int, ...]
    ticks: list[float]
    low: float
    high: float
    strip: float
    plot: float

    @property
    def bottom(self) -> float:
        return self.strip + self.plot

    def y(self, value: float) -> float:
        """Return how far down the page `value` lies, in pixels."""
        return self.bottom - (value - self.low) / (self.high - self.low) * self.plot


def year_frame(
    first: int,
    last: int,
    values: Sequence[float],
    look: Look,
    *,
    strip: float,
    right: float,
    zero: bool = False,
    margin: bool = True,
    below: float = 0.0,
) -> YearFrame:
    """Lay out years `first` to `last` and a vertical scale that holds all `values`.

    It starts at a round value: at zero where `zero` asks for it (bars) or where zero is near
    anyway. Without `margin` it may start at the lowest value itself. `below` is what stands under
    the plot: where the look has a height, the plot takes the rest of it.
    """
    plot = (250 if look.compact else 340) * look.text
    if look.height:
        plot = max(plot / 2, look.height - strip - below)
    lowest, highest = min(values), max(values)
    low, high = _with_margin(lowest, highest)
    if not margin:
        low = lowest
    if zero or 0 <= low < 0.35 * high:
        low = min(0.0, low)
    if zero or 0.35 * low < high <= 0:
        high = max(0.0, high)
    counted = ticks(low, high, 4 if look.compact else 6)
    left = (40 if look.compact else 56) * look.text
    scale = across(first - 0.4, last + 0.4, left, right, look)
    step = _step(last - first, scale.width, look)
    years = tuple(year for year in range(first, last + 1) if (last - year) % step == 0)
    shown = [tick for tick in counted if tick <= high]
    return YearFrame(scale, years, shown, counted[0], high, strip, plot)


def _with_margin(low: float, high: float) -> tuple[float, float]:
    """A little room beyond both ends, but none beyond a zero that nothing lies beyond."""
    margin = (high - low) * 0.03 or abs(high) * 0.03 or 1.0
    below = max(0.0, low - margin) if low >= 0 else low - margin
    above = min(0.0, high + margin) if high <= 0 else high + margin
    return below, above


def _step(span: int, width: float, look: Look) -> int:
    """How many years apart labels stand, counted back from the last year."""
    room = width / (span + 1)
    return next(step for step in (1, 2, 3, 5, 10, 20, 50) if room * step >= look.small * 3.2)


def apart(heights: Sequence[float], least: float) -> list[float]:
    """Return the heights moved so that neighbours stand at least `least` pixels apart.

    >>> apart([100, 104, 200], 20)
    [92.0, 112.0, 200.0]
    """
    order = sorted(range(len(heights)), key=lambda place: heights[place])
    placed = [float(heights[place]) for place in order]
    for _ in range(20):
        for upper in range(len(placed) - 1):
            short = least - (placed[upper + 1] - placed[upper])
            if short > 1e-6:
                placed[upper] -= short / 2
                placed[upper + 1] += short / 2
    moved = [0.0] * len(heights)
    for place, height in zip(order, placed, strict=True):
        moved[place] = round(height, 1)
    return moved
