"""What a target asks, as its target set states it."""

from __future__ import annotations

from decimal import Decimal

from plantrack.method.goal import Bound
from plantrack.model import Direction, Form, Measure, Qualifier
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.ordinals import ordinal
from plantrack.scorecard.telling.values import averaged, bound_value, in_percent, ranked, with_unit
from plantrack.words import Say
from plantrack.words.terms import qualified

_ONE_SIDED = (Qualifier.OVER, Qualifier.UP_TO)


def bounds(row: TargetRow, say: Say) -> str:
    """Return "at least 150 million VND per person", "8–9 % a year", "12–13 %", "top 5"."""
    target = row.target
    if target.form is Form.TOP:
        return say("top {places}", places=target.k or 0)
    if target.form is Form.PATH:
        return _milestones(row, say)
    if ranked(row) and (place := target.high or target.low) is not None:
        return say("{place} or better", place=ordinal(round(place), say))
    told = _with_unit(row, _span(target.low, target.high, say), say)
    told = _one_sided(row, qualified(target.qualifier, told, say), say) if told else ""
    if not told:
        return say("not stated")
    return say("{value} every year", value=told) if target.form is Form.HOLD else told


def asked(row: TargetRow, say: Say) -> str:
    """Return what the latest figure is held against: of a path the milestone that decides."""
    deciding = row.assessment.deciding
    if row.target.form is not Form.PATH or deciding is None:
        return bounds(row, say)
    value = bound_value(row, deciding, say)
    if deciding is Bound.HIGH:
        return say("at most {value}", value=value)
    return say("at least {value}", value=value)


def _one_sided(row: TargetRow, told: str, say: Say) -> str:
    """Say which side is asked, where one bound stands alone and its own word does not say it."""
    target = row.target
    both = target.low is not None and target.high is not None
    if both or target.form is Form.CHANGE_PER_YEAR or target.qualifier in _ONE_SIDED:
        return told
    if target.low is None:
        return say("at most {value}", value=told)
    return say("at least {value}", value=told)


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
