"""Axes drawn as lines and words: years stay years, numbers are written in the language."""

from __future__ import annotations

from dataclasses import dataclass

from plantrack.charts.lines import stroke
from plantrack.charts.look import Look
from plantrack.charts.marks import Rows, text
from plantrack.charts.path_frame import YearFrame
from plantrack.charts.scales import decimals_of
from plantrack.charts.tokens import EDGE
from plantrack.charts.wrapping import balanced
from plantrack.words import Say


@dataclass(frozen=True, slots=True)
class Axis:
    strokes: Rows
    texts: Rows


def value_axis(frame: YearFrame, look: Look, say: Say, title: str) -> Axis:
    """Return the vertical axis: grid, numbers, its unit, and where it starts if not at zero."""
    c, decimals = look.colours, decimals_of(frame.ticks)
    low, high = frame.scale.low, frame.scale.high
    lines = [
        stroke(low, high, frame.y(tick), c.grey if tick == 0 else c.grid, 1) for tick in frame.ticks
    ]
    numbers = [
        text(
            None,
            frame.y(tick),
            say.number(tick, decimals),
            colour=c.muted,
            size=look.small,
            align="right",
            px=frame.scale.left - 8,
        )
        for tick in frame.ticks
    ]
    title = scale_title(title, frame.low, frame.high, decimals, say)
    lines_of_head = balanced(title, look.width - EDGE, look.small)
    head = text(None, look.small * 0.7, lines_of_head, colour=c.muted, size=look.small, px=EDGE)
    return Axis(lines, [*numbers, head])


def scale_title(title: str, low: float, high: float, decimals: int, say: Say) -> str:
    """Return the unit of a scale, with where it starts if not at zero."""
    if low > 0:
        start = say.number(low, decimals)
        return say("{unit} (axis starts at {value})", unit=title, value=start)
    if high < 0:
        return say("{unit} (axis ends below zero)", unit=title)
    return title


def year_axis(frame: YearFrame, look: Look) -> Axis:
    """Return the years below the plot, as words: never "2,023"."""
    c, y = look.colours, frame.bottom
    lines = [stroke(year, year, y, c.grey, 1, y + 5) for year in frame.years]
    base = stroke(frame.scale.low, frame.scale.high, y, c.grey, 1)
    words = [
        text(
            year,
            y + 8 + look.small * 0.8,
            str(year),
            colour=c.muted,
            size=look.small,
            align="center",
        )
        for year in frame.years
    ]
    return Axis([*lines, base], words)
