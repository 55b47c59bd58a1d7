"""Values of a target row as a reader sees them: with unit, qualifier and the decimals they have.

A period average is computed on a chained index, but told in percent a year as its target is
stored; index points never reach a reader.
"""

from __future__ import annotations

from decimal import Decimal

from plantrack.method.goal import Bound
from plantrack.method.observation import Observation
from plantrack.model import Form, Measure, Milestone, PriceBasis, Qualifier, Status, Target
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.digits import settled
from plantrack.scorecard.telling.ordinals import ordinal, places
from plantrack.words import Number, Say
from plantrack.words.terms import price_basis_word, qualified, status_word

AVERAGE_DECIMALS = 2  # a period average is the last digit's matter: 8.45 against 8.5 % a year
_PERCENT = "%"
_SETTLED = (Status.OFFICIAL, Status.NOT_STATED)


def unit(row: TargetRow, say: Say) -> str:
    """Return the unit's name: "million VND per person" / "triệu đồng/người", "%"."""
    return say.text(row.plan.units[row.indicator.unit].name)


def in_percent(row: TargetRow) -> bool:
    """Whether the indicator is a percentage, so that its differences are points."""
    return row.plan.units[row.indicator.unit].name.en.startswith(_PERCENT)


def measure(row: TargetRow) -> Measure:
    """The measure the row is judged by: a sum over a period goes by points whatever it sums."""
    goal = row.assessment.goal
    return goal.measure if goal is not None else row.indicator.measure


def averaged(row: TargetRow) -> bool:
    """Whether the row's levels are a chained index, which no reader knows by its value."""
    return row.indicator.measure is Measure.AVERAGE_GROWTH


def ranked(row: TargetRow) -> bool:
    """Whether the indicator is a place among peers."""
    return row.indicator.measure is Measure.RANK


def subject(row: TargetRow, say: Say) -> str:
    """Return how a sentence on the latest figure begins: a name may be a plural ("Projects:")."""
    name = say.text(row.indicator.name)
    return say("{name} is", name=name) if in_percent(row) else say("{name}:", name=name)


def number(row: TargetRow, value: Number, say: Say, *, decimals: int | None = None) -> str:
    """Return the value with no unit, with the indicator's decimals unless others are given."""
    return say.number(settled(value), row.indicator.decimals if decimals is None else decimals)


def with_unit(row: TargetRow, written: str, say: Say) -> str:
    """Return a written number with the unit: "70.95 million VND per person", "12–13 %".

    Of what a share is taken stands in the indicator's name, not behind every number.
    """
    if in_percent(row):
        return say("{number}\N{NARROW NO-BREAK SPACE}%", number=written)
    return say("{number} {unit}", number=written, unit=unit(row, say))


def unitless(row: TargetRow, told: str, say: Say) -> str:
    """Return a written amount without its unit, for where a heading has it; "%" and places stay."""
    if in_percent(row) or ranked(row):
        return told
    return told.replace(with_unit(row, "", say), "")


def level(row: TargetRow, value: Number, say: Say, *, decimals: int | None = None) -> str:
    """Return a value of the indicator with its unit: "20.51 %", or its place: "6th"."""
    if ranked(row):
        return ordinal(round(float(value)), say)
    return with_unit(row, number(row, value, say, decimals=decimals), say)


def observed_level(row: TargetRow, observation: Observation, say: Say) -> str:
    """Return a figure with its unit and the word of its origin: "over 22,000 persons".

    Behind such a word stand only the digits it was published with: "about 98 %", never 98.00.
    """
    if observation.qualifier is Qualifier.EXACT or ranked(row):
        return level(row, observation.value, say)
    printed = with_unit(row, say.number(own_digits(observation.value)), say)
    return qualified(observation.qualifier, printed, say)


def distance(
    row: TargetRow,
    value: Number,
    say: Say,
    *,
    signed: bool = False,
    decimals: int | None = None,
) -> str:
    """Return a difference of two levels: "7.51 points", "79.05 million VND per person"."""
    value = settled(value)
    shown = distance_decimals(row) if decimals is None else decimals
    if ranked(row):
        return places(round(abs(float(value))), say)
    if in_percent(row) or averaged(row):
        return say.points(value, shown, signed=signed)
    write = say.signed if signed else say.number
    return with_unit(row, write(value, shown), say)


def distance_decimals(row: TargetRow) -> int:
    return AVERAGE_DECIMALS if averaged(row) else row.indicator.decimals


def own_digits(value: float) -> Decimal:
    """Return a stored bound as the number it prints, to be shown with the digits it has."""
    return Decimal(repr(value))


def stored_bound(row: TargetRow, bound: Bound) -> Decimal | None:
    """The bound as the target set states it (percent a year for a period average).

    Of a path the milestone that decides.
    """
    asked: Target | Milestone = row.target
    goal = row.assessment.goal
    if row.target.form is Form.PATH and goal is not None:
        mine = (m for m in row.plan.milestones if m.target == row.target.id)
        asked = next((m for m in mine if m.year == goal.year), row.target)
    return asked.low if bound is Bound.LOW else asked.high


def bound_value(row: TargetRow, bound: Bound, say: Say) -> str:
    """Return one bound with its unit, as the target states it or as it follows from it.

    A yearly change asked for is told as the level it leads to, a path by its next milestone.
    """
    if averaged(row):
        stored = stored_bound(row, bound)
        return "" if stored is None else average(row, stored, say)
    goal = row.assessment.goal
    value = goal.bound(bound) if goal is not None else None
    if value is None:
        return ""
    if row.target.form is Form.CHANGE_PER_YEAR or ranked(row):
        return level(row, value, say)
    return qualified(row.target.qualifier, with_unit(row, say.number(own_digits(value)), say), say)


def average(row: TargetRow, percent_a_year: Number, say: Say) -> str:
    """Return the growth a period asks for: a rate, or plain percent where it is one year."""
    if row.target.period.year is not None:
        return say.percent(percent_a_year, None)
    return say.rate(percent_a_year, None)


def status_note(status: Status, say: Say) -> str:
    """Return the word for an unsettled figure ("estimate"); nothing for a settled one."""
    return "" if status in _SETTLED else status_word(status, say)


def price_note(row: TargetRow, say: Say) -> str:
    """Return "current prices" / "giá hiện hành" for amounts and their growth, not for shares."""
    basis = row.indicator.price_basis
    share = in_percent(row) and not averaged(row)
    return "" if share or basis is PriceBasis.NONE else price_basis_word(basis, say)


def measured_in(row: TargetRow, say: Say) -> str:
    """Return what stands under a row's name where its numbers come without their unit.

    "million VND per person, current prices"; of percentages the prices alone, if any.
    """
    amounts = "" if in_percent(row) or ranked(row) else unit(row, say)
    return ", ".join(part for part in (amounts, price_note(row, say)) if part)


def notes(row: TargetRow, observation: Observation, say: Say) -> tuple[str, ...]:
    """What must stand beside an amount: its price basis, and its status while unsettled."""
    found = (price_note(row, say), status_note(observation.status, say))
    return tuple(note for note in found if note)
