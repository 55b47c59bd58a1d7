"""What a target asks, as its target set states it."""

from __future__ import annotations

from decimal import Decimal

from plantrack.model import Direction, Form, Measure
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.values import averaged, in_percent, with_unit
from plantrack.words import Say
from plantrack.words.terms import qualified


def bounds(row: TargetRow, say: Say) -> str:
    """Return "at least 150 million VND per person", "8–9 % a year", "12–13 %", "top 5"."""
    target = row.target
    if target.form is Form.TOP:
        return say("top {places}", places=target.k or 0)
    if target.form is Form.PATH:
        return _milestones(row, say)
    asked = _with_unit(row, _span(target.low, target.high, say), say)
    if target.low is None or target.high is None:
        asked = _one_sided(row, asked, say)
    asked = qualified(target.qualifier, asked, say)
    return say("{value} every year", value=asked) if target.form is Form.HOLD else asked


def _one_sided(row: TargetRow, asked: str, say: Say) -> str:
    if row.target.form is Form.CHANGE_PER_YEAR:
        return asked
    if row.target.low is None and row.target.high is None:
        return say("not stated")
    if row.target.low is None:
        return say("at most {value}", value=asked)
    return say("at least {value}", value=asked)


def _span(low: Decimal | None, high: Decimal | None, say: Say) -> str:
    """Return "12–13"; bounds below zero are joined by a word, a dash would read as a minus."""
    stated = [value for value in (low, high) if value is not None]
    written = [say.number(value) for value in stated]
    if len(stated) < 2 or stated[0] == stated[1]:
        return written[0] if written else ""
    if min(stated) < 0:
        return say("{low} to {high}", low=written[0], high=written[1])
    return say("{low}–{high}", low=written[0], high=written[1])


def _with_unit(row: TargetRow, span: str, say: Say) -> str:
    if not span:
        return ""
    if averaged(row):
        if row.target.period.year is not None:
            return say("{number}\N{NARROW NO-BREAK SPACE}%", number=span)
        return say("{number}\N{NARROW NO-BREAK SPACE}% a year", number=span)
    if row.target.form is not Form.CHANGE_PER_YEAR:
        return with_unit(row, span, say)
    return change_a_year(row, span, say)


def change_a_year(row: TargetRow, written: str, say: Say) -> str:
    """Return a written yearly change with the unit of the indicator's measure."""
    if row.indicator.measure is Measure.COMPOUND:
        return say("{number}\N{NARROW NO-BREAK SPACE}% a year", number=written)
    if in_percent(row):
        return say("{number} points a year", number=written)
    return say("{value} a year", value=with_unit(row, written, say))


def _milestones(row: TargetRow, say: Say) -> str:
    stones = sorted(
        (m for m in row.plan.milestones if m.target == row.target.id), key=lambda m: m.year
    )
    told = []
    for stone in stones:
        span = with_unit(row, _span(stone.low, stone.high, say), say)
        if stone.high is None or (stone.low is None and row.target.direction is Direction.MORE):
            span = say("at least {value}", value=span)
        elif stone.low is None:
            span = say("at most {value}", value=span)
        told.append(say("{year}: {value}", year=stone.year, value=span))
    return "; ".join(told)
