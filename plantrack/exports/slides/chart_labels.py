"""Labels in a native chart: written texts, so that their marks are those of the language.

An office program writes a number as its machine's settings ask; a text stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from xml.sax.saxutils import escape

from plantrack.charts.native import Native, Role, Series
from plantrack.charts.wrapping import wrapped
from plantrack.exports.slides import sheet
from plantrack.exports.slides.sheet import Box
from plantrack.words.letters import writable

_MOST: Final = 210.0  # how wide a label right of the last year may be
_AWAY: Final = 12.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A label, moved from where it would stand by so much of the chart's width and height."""

    lines: tuple[str, ...]
    where: str = ""  # "" is where all labels of the series stand
    right: float = 0.0
    down: float = 0.0
    colour: str = "tx1"
    bold: bool = False


def label(at: int, one: Placed, where: str, language: str) -> str:
    """Return one label as XML."""
    moved = ""
    if one.right or one.down:
        moved = (
            f'<c:layout><c:manualLayout><c:x val="{one.right:.5f}"/><c:y val="{one.down:.5f}"/>'
            "</c:manualLayout></c:layout>"
        )
    look = (
        f'lang="{language}" sz="{round(sheet.TEXT * 100)}" b="{int(one.bold)}"><a:solidFill>'
        f'<a:schemeClr val="{one.colour}"/></a:solidFill>'
    )
    lines = "".join(
        f'<a:p><a:pPr algn="l"><a:defRPr/></a:pPr><a:r><a:rPr {look}</a:rPr>'
        f"<a:t>{escape(writable(line))}</a:t></a:r></a:p>"
        for line in one.lines
    )
    return (
        f'<c:dLbl><c:idx val="{at}"/>{moved}<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>'
        f'{lines}</c:rich></c:tx><c:dLblPos val="{one.where or where}"/><c:showLegendKey val="0"/>'
        '<c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbl>'
    )


def ending(chart: Native) -> float:
    """Return the room the labels of the last category take right of it."""
    last = len(chart.categories) - 1
    told = [one.labels[last] for one in chart.series if last in one.labels]
    widths = [sheet.width_of(line, sheet.TEXT) for text in told for line in broken(text)]
    return max(widths, default=0.0) + (2 * _AWAY if widths else 0.0)


def broken(text: str) -> tuple[str, ...]:
    return tuple(wrapped(text, _MOST, sheet.TEXT))


def placed(chart: Native, plot: Box, room: Box) -> dict[tuple[int, int], Placed]:
    """Return the labels of lines: those at the end right of it and apart, others where free.

    `plot` is where values are drawn within the `room` of the whole chart, in points.
    """
    found: dict[tuple[int, int], Placed] = {}
    taken: list[Box] = []
    last = len(chart.categories) - 1
    ends = [place for place, one in enumerate(chart.series) if last in one.labels]
    spread = _apart(chart, ends, last, plot)
    for place, middle in spread.items():
        one = chart.series[place]
        lines = broken(one.labels[last])
        moved = middle - _y(chart, _value(one, last), plot)
        bold = one.role in (Role.AIM, Role.BOUND, Role.FIGURE)
        found[place, last] = Placed(lines, down=moved / room.height, bold=bold)
        taken.append(_right_of(_x(chart, last, plot), middle, lines))
    inner = [
        (one.role is not Role.FIGURE, place, at, text)
        for place, one in enumerate(chart.series)
        for at, text in one.labels.items()
        if at != last
    ]
    newest = max((at for one, _, at, _ in inner if not one), default=-1)
    for _, place, at, text in sorted(inner, key=lambda one: (one[0], -one[2])):
        bold = chart.series[place].role is Role.FIGURE and at == newest
        found[place, at] = _free(chart, place, at, text, plot, room, taken, bold=bold)
    return found


def _free(
    chart: Native,
    place: int,
    at: int,
    text: str,
    plot: Box,
    room: Box,
    taken: list[Box],
    *,
    bold: bool,
) -> Placed:
    """The first of eight places beside a point that lies in the plot and on no other label."""
    x, y = _x(chart, at, plot), _y(chart, _value(chart.series[place], at), plot)
    wide = sheet.width_of(text, sheet.TEXT, bold=bold)
    high = sheet.line_height(sheet.TEXT)
    lines = _points(chart, plot)
    tried: list[tuple[int, int, Placed, Box]] = []
    for order, (where, down) in enumerate(_ways(chart, place, at)):
        left = {"l": x - _AWAY - wide, "r": x + _AWAY}[where]
        box = Box(left, y + down - high / 2, wide, high)
        outside = left < plot.left or left + wide > room.width or box.top < 0
        outside = outside or box.bottom > plot.bottom + 2
        hit = 100 * sum(_meet(box, other) for other in taken) + 50 * outside
        hit += sum(_meet(box, point) for point in lines)
        one = Placed((text,), where=where, down=down / room.height, bold=bold)
        tried.append((hit, order, one, box))
    _, _, best, box = min(tried, key=lambda one: one[:2])
    taken.append(box)
    return best


def _ways(chart: Native, place: int, at: int) -> list[tuple[str, float]]:
    """Beside and away from the line first: above and left where it rises, below and right."""
    one = chart.series[place]
    others = [v for s in chart.series for v in s.values[at:] if v is not None]
    value = _value(one, at)
    rising = sum(v > value for v in others) >= sum(v < value for v in others)
    near, far = 1.0 * sheet.TEXT, 1.9 * sheet.TEXT
    down = (one.role is Role.FIGURE and rising) or (one.role is not Role.FIGURE and not rising)
    sides = [("r", near), ("l", -near)] if rising else [("r", -near), ("l", near)]
    if one.role is Role.DUE:
        sides = [("l", -near), ("r", near)] if not down else [("l", near), ("r", -near)]
    rest = [("l", -near), ("l", near), ("r", -near), ("r", near)]
    return [*sides, *rest, ("l", -far), ("r", far), ("l", far), ("r", -far), ("r", 0.0), ("l", 0.0)]


def _points(chart: Native, plot: Box) -> list[Box]:
    """Small boxes along every line, so that labels keep off them."""
    found = []
    for one in chart.series:
        known = [(at, v) for at, v in enumerate(one.values) if v is not None]
        for (start, first), (end, second) in pairwise(known):
            for step in range(9):
                share = step / 8
                x = _x(chart, start + (end - start) * share, plot)
                y = _y(chart, first + (second - first) * share, plot)
                found.append(Box(x - 2, y - 2, 4, 4))
        found += [Box(_x(chart, at, plot) - 6, _y(chart, v, plot) - 6, 12, 12) for at, v in known]
    return found


def _apart(chart: Native, ends: Sequence[int], last: int, plot: Box) -> Mapping[int, float]:
    """Heights of the labels at the end, in their order and apart by what each takes."""
    order = sorted(ends, key=lambda place: -_value(chart.series[place], last))
    heights = [_y(chart, _value(chart.series[place], last), plot) for place in order]
    tall = [_tall(chart.series[place], last) for place in order]
    for _ in range(40):
        for upper in range(len(order) - 1):
            least = (tall[upper] + tall[upper + 1]) / 2
            short = least - (heights[upper + 1] - heights[upper])
            if short > 0.1:
                heights[upper] -= short / 2
                heights[upper + 1] += short / 2
    return dict(zip(order, heights, strict=True))


def _tall(one: Series, last: int) -> float:
    return len(broken(one.labels[last])) * sheet.line_height(sheet.TEXT)


def _right_of(x: float, middle: float, lines: Sequence[str]) -> Box:
    wide = max(sheet.width_of(line, sheet.TEXT) for line in lines)
    high = len(lines) * sheet.line_height(sheet.TEXT)
    return Box(x + _AWAY, middle - high / 2, wide, high)


def _meet(one: Box, other: Box) -> bool:
    across = one.left < other.left + other.width and other.left < one.left + one.width
    return across and one.top < other.bottom and other.top < one.bottom


def _value(one: Series, at: int) -> float:
    value = one.values[at]
    if value is None:
        raise ValueError(f"{one.name} has a label and no value at {at}")
    return value


def _x(chart: Native, at: float, plot: Box) -> float:
    return plot.left + (at + 0.5) / len(chart.categories) * plot.width


def _y(chart: Native, value: float, plot: Box) -> float:
    low, high = chart.ticks[0], chart.ticks[-1]
    return plot.bottom - (value - low) / (high - low) * plot.height
