"""What is asked and where the pace leads, named at the end of their lines."""

from __future__ import annotations

from dataclasses import dataclass

from plantrack.charts.look import Look
from plantrack.charts.marks import Row, Rows, line_height, text
from plantrack.charts.path_data import Aim, PathData
from plantrack.charts.path_frame import YearFrame, apart
from plantrack.charts.placing import beside
from plantrack.charts.values import short
from plantrack.charts.wrapping import wrapped
from plantrack.model import Form
from plantrack.scorecard import TargetRow, telling
from plantrack.scorecard.telling.values import with_unit
from plantrack.words import Say


@dataclass(frozen=True, slots=True)
class Ends:
    """Labels right of the last year, whose place is settled, and the places tried for others."""

    fixed: Rows
    loose: list[Rows]


@dataclass(frozen=True, slots=True)
class End:
    year: int
    value: float
    words: str
    colour: str
    weight: int


def end_labels(data: PathData, frame: YearFrame, look: Look, say: Say) -> Ends:
    """Return the target and the projected level: apart from each other where nothing lies right
    of them, loose where the years go on."""
    said = _said(data, look, say)
    outside = [one for one in said if one.year == data.last_year]
    room = frame.scale.right - 24
    lines = [wrapped(one.words, room, look.small) for one in outside]
    tallest = max((len(one) for one in lines), default=1)
    least = line_height(look) * (tallest + 0.1)
    heights = apart([frame.y(one.value) for one in outside], least)
    fixed = [
        _beyond(one, told, y, frame, look)
        for one, told, y in zip(outside, lines, heights, strict=True)
    ]
    return Ends(fixed, [_around(one, frame, look) for one in said if one not in outside])


def _said(data: PathData, look: Look, say: Say) -> list[End]:
    c, row = look.colours, data.row
    found = [
        End(aim.year, value, words, c.text, 600)
        for aim in data.aims
        for value, words in aim_words(row, aim, look, say)
    ]
    if data.projected:
        end = data.projected[-1]
        told = value = level_written(row, end.value, say)
        if not look.compact:
            told = say("at the observed pace: {value}", value=value)
        found.append(End(end.year, end.value, told, c.muted, 400))
    return found


def _beyond(end: End, lines: list[str], y: float, frame: YearFrame, look: Look) -> Row:
    first = y - (len(lines) - 1) * line_height(look) / 2
    at = end.year + frame.scale.of_pixels(14)
    return text(at, first, lines, colour=end.colour, size=look.small, weight=end.weight)


def _around(end: End, frame: YearFrame, look: Look) -> Rows:
    y, size = frame.y(end.value), look.small
    named = text(end.year, y, end.words, colour=end.colour, size=size, weight=end.weight)
    aside = {**named, "x": end.year + frame.scale.of_pixels(14)}
    return [aside, *beside(named, frame.scale, above=True, to_left=True, near=size * 1.3)]


def level_written(row: TargetRow, value: float, say: Say) -> str:
    """Return a level as the axis has it; of an index one decimal says enough."""
    return say.number(value, 1) if telling.averaged(row) else short(row, value, say)


def aim_words(row: TargetRow, aim: Aim, look: Look, say: Say) -> list[tuple[float, str]]:
    """Return each bound with its label; a corridor is one label in its middle."""
    if row.target.form is Form.BETWEEN and aim.low is not None and aim.high is not None:
        words = telling.unitless(row, telling.bounds(row, say), say)
        said = words if look.compact else say("target {value}", value=words)
        return [((aim.low + aim.high) / 2, said)]
    if telling.averaged(row):
        stored = [bound for bound in (row.target.low, row.target.high) if bound is not None]
        told = say.percent if look.compact else say.rate
        rates = [told(bound, None) for bound in stored]
    else:
        rates = [_stated(row, value, say) for value in aim.values]
    pairs = list(zip(aim.values, rates, strict=True))
    if look.compact:
        return pairs
    return [(value, say("target {value}", value=rate)) for value, rate in pairs]


def _stated(row: TargetRow, value: float, say: Say) -> str:
    """A bound with the digits the plan states it with, when it states a level.

    The unit of an amount stands once, above the axis.
    """
    stored = [b for b in (row.target.low, row.target.high) if b is not None and float(b) == value]
    if not stored:
        return level_written(row, value, say)
    return telling.unitless(row, with_unit(row, say.number(stored[0]), say), say)
