"""The columns and rows of the gap chart in pixels, for wide and narrow screens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantrack.charts.gap_lines import GapLine
from plantrack.charts.look import Look
from plantrack.charts.values import noted, unit_note
from plantrack.charts.wrapping import wrapped
from plantrack.scorecard import telling
from plantrack.words import Say, capitalised
from plantrack.words.terms import standing_word

MARK = 20  # a standing's mark and the space after it
_INSET = 16  # pixels a line keeps from both edges where names stand above it
_BELOW = 40  # pixels the key takes


@dataclass(frozen=True, slots=True)
class Slot:
    """The room of one target: its upper edge, its name, the height of its line."""

    top: float
    name: list[str]
    name_y: float
    standing: list[str]
    standing_y: float
    words: list[str]
    line_y: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Frame:
    """`left` and `right` are the plot's margins; `mark` is where the standings' marks stand."""

    left: float
    right: float
    mark: float
    top: float
    slots: tuple[Slot, ...]

    @property
    def bottom(self) -> float:
        return self.slots[-1].bottom if self.slots else self.top

    def plot(self, look: Look) -> float:
        return look.width - self.left - self.right


def frame(lines: Sequence[GapLine], look: Look, say: Say) -> Frame:
    """Lay out the lines one below the other."""
    first = top = (30 if any(line.position for line in lines) else 4) * look.text
    slots: list[Slot] = []
    usual = look.row(66, len(lines), top + _BELOW * look.text)
    for line in lines:
        stacked = _stacked(line, top, look, say) if look.stacked else None
        slots.append(stacked or _side_by_side(line, top, usual, look, say))
        top = slots[-1].bottom
    if look.stacked:
        return Frame(_INSET, _INSET, _INSET - 8, first, tuple(slots))
    names, standings = _columns(look)
    return Frame(names + 40, standings + 30, -standings, first, tuple(slots))


def _columns(look: Look) -> tuple[float, float]:
    return look.width * 0.27, look.width * 0.19


def _told(line: GapLine, say: Say) -> tuple[str, str]:
    """The name, with its unit where values stand without one, and the standing's word."""
    name = say.text(line.row.indicator.name)
    if line.position is not None and not telling.in_percent(line.row):
        name = noted(name, (unit_note(line.row, say),), say)
    return name, capitalised(standing_word(line.row.standing, say))


def _side_by_side(line: GapLine, top: float, usual: float, look: Look, say: Say) -> Slot:
    names, standings = _columns(look)
    name, word = _told(line, say)
    told = wrapped(name, names, look.body)
    words = wrapped(line.words, look.width - names - standings - 80, look.small)
    height = max(usual, (max(len(told), len(words)) + 0.8) * look.body * 1.3)
    middle = top + height / 2
    standing = wrapped(word, standings - MARK - 8, look.body)
    return Slot(top, told, middle, standing, middle, words, middle, top + height)


def _stacked(line: GapLine, top: float, look: Look, say: Say) -> Slot:
    name, word = _told(line, say)
    step = look.body * 1.3
    told = wrapped(name, look.width - 24, look.body * 1.06)
    standing = wrapped(word, look.width - 24 - MARK, look.body)
    words = wrapped(line.words, look.width - 24, look.small)
    name_y = top + step * (0.4 + len(told) / 2)
    standing_y = top + step * (len(told) + 0.5 + len(standing) / 2)
    after = top + step * (len(told) + len(standing) + 0.6)
    if line.position is None:
        line_y = after + step * len(words) / 2
        return Slot(
            top,
            told,
            name_y,
            standing,
            standing_y,
            words,
            line_y,
            after + step * (len(words) + 0.6),
        )
    line_y = after + 30 * look.text
    return Slot(top, told, name_y, standing, standing_y, words, line_y, line_y + 38 * look.text)
