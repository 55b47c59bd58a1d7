"""Numbers that can mean two things: an index or a rate, a fraction or a percentage."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from plantrack.intake.cells import Kind
from plantrack.intake.columns import Column
from plantrack.intake.entry import Entry
from plantrack.intake.findings import Finding, Term, found
from plantrack.intake.numbers import Number
from plantrack.intake.questions import LEAVE_OUT, Asking, Choice
from plantrack.intake.vocabulary import Vocabulary
from plantrack.model import Indicator, Measure
from plantrack.words import mark

INDEX: Final = "index"
RATE: Final = "rate"
FRACTION: Final = "fraction"
PERCENT: Final = "percent"
_BASE: Final = Decimal(100)
# Yearly growth hardly ever lies here, and an index with the previous year = 100 nearly always.
_LIKE_AN_INDEX: Final = (Decimal(90), Decimal(200))
_INDEX_CHOICES: Final = (
    Choice(INDEX, Term(mark("An index, previous year = 100"))),
    Choice(RATE, Term(mark("A growth rate in percent"))),
)
_FRACTION_CHOICES: Final = (
    Choice(FRACTION, Term(mark("A fraction: 0.125 means 12.5 %"))),
    Choice(PERCENT, Term(mark("Percent as it stands: 0.125 means 0.125 %"))),
)


def two_meanings(
    indicator: Indicator, value: Decimal, vocabulary: Vocabulary, *, fraction_possible: bool
) -> bool:
    """Whether something may have to be asked about a number of no table of indices."""
    low, high = _LIKE_AN_INDEX
    if indicator.measure is Measure.AVERAGE_GROWTH and low <= value <= high:
        return True
    return fraction_possible and _like_a_fraction(indicator, value, vocabulary)


def _like_a_fraction(indicator: Indicator, value: Decimal, vocabulary: Vocabulary) -> bool:
    small = 0 < abs(value) <= 1
    return small and vocabulary.in_percent(vocabulary.plan.units[indicator.unit])


def read_growth(
    entry: Entry, indicator: Indicator, number: Number, asking: Asking
) -> tuple[Number | None, list[Finding]]:
    """Return the growth rate a figure states: an index of 106.84 is growth of 6.84 %."""
    if indicator.measure is not Measure.AVERAGE_GROWTH:
        return number, []
    place = entry.at(Column.VALUE)
    if not entry.index:
        low, high = _LIKE_AN_INDEX
        if not low <= number.value <= high:
            return number, []
        finding = found("index_or_rate", place, indicator=indicator.name, value=number.value)
        identifier = f"index:{entry.table}:{indicator.id}"
        answer = asking.ask(identifier, finding, _INDEX_CHOICES)
        if answer is None or answer == LEAVE_OUT:
            return None, [] if answer else [finding]
        if answer == RATE:
            return number, []
    rate = Number(number.value - _BASE, number.decimals)
    return rate, [found("index_converted", place, given=number.value, value=rate.value)]


def read_fraction(
    entry: Entry, indicator: Indicator, number: Number, vocabulary: Vocabulary, asking: Asking
) -> tuple[Number | None, list[Finding]]:
    """Ask whether a small number is a fraction, where the file does not tell its format."""
    if not entry.fraction_possible:
        return number, []
    numeric = entry.cells[Column.VALUE].kind is Kind.NUMBER
    if not numeric or not _like_a_fraction(indicator, number.value, vocabulary):
        return number, []
    finding = found("fraction_or_percent", entry.at(Column.VALUE), value=number.value)
    answer = asking.ask(f"fraction:{entry.table}", finding, _FRACTION_CHOICES)
    if answer is None or answer == LEAVE_OUT:
        return None, [] if answer else [finding]
    if answer == PERCENT:
        return number, []
    # A fraction of at most one has two digits more after its mark than its percentage needs.
    decimals = max(number.decimals - 2, 0)
    return Number(number.value.scaleb(2), decimals), []
