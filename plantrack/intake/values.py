"""The value of a row in the indicator's unit, or the findings that keep it out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from plantrack.intake.cells import Cell, Kind
from plantrack.intake.columns import Column
from plantrack.intake.findings import Amount, Finding, found
from plantrack.intake.layout import Entry
from plantrack.intake.numbers import (
    FRACTION_DIGITS,
    INTEGER_DIGITS,
    Number,
    Unread,
    own_number,
    read_number,
)
from plantrack.intake.vocabulary import Vocabulary
from plantrack.model import Indicator, Unit


@dataclass(frozen=True, slots=True)
class WrittenValue:
    """The number a cell shows; `percent` when it shows a percent sign."""

    number: Number
    percent: bool
    as_printed: bool


def read_written(entry: Entry, decimal_mark: str) -> tuple[WrittenValue | None, list[Finding]]:
    """Return the number in the value column as the cell shows it."""
    cell, place = entry.cells[Column.VALUE], entry.at(Column.VALUE)
    text, percent = _without_percent_sign(cell)
    number = read_number(text, "." if cell.kind is Kind.NUMBER else decimal_mark)
    if cell.percent and isinstance(number, Number):
        number = own_number(number.value.scaleb(2))
    if isinstance(number, Unread):
        return None, [found(number.value, place, **_unread_values(number, cell.text, decimal_mark))]
    findings: list[Finding] = []
    if cell.percent:
        stored = Decimal(cell.text)
        findings.append(found("percent_cell", place, stored=stored, value=number.value))
    if cell.formula:
        findings.append(found("value_from_formula", place, value=number.value))
    return WrittenValue(number, percent, cell.kind is Kind.TEXT), findings


def _without_percent_sign(cell: Cell) -> tuple[str, bool]:
    if cell.kind is Kind.TEXT and cell.text.endswith("%"):
        return cell.text[:-1].rstrip(), True
    return cell.text, cell.percent


def _unread_values(reason: Unread, text: str, decimal_mark: str) -> dict[str, object]:
    match reason:
        case Unread.NOT_A_NUMBER:
            return {"text": text}
        case Unread.TOO_LONG:
            return {"text": text, "integers": INTEGER_DIGITS, "fractions": FRACTION_DIGITS}
        case Unread.WRONG_MARK:
            return {"text": text, "mark": decimal_mark}
        case Unread.AMBIGUOUS:
            group_mark = "," if decimal_mark == "." else "."
            digits = text.strip().rstrip("%").rstrip()
            return {
                "text": text,
                "mark": decimal_mark,
                "thousands": digits.replace(group_mark, ""),
                "fraction": digits.replace(group_mark, decimal_mark),
            }


def in_unit_of(
    entry: Entry, indicator: Indicator, written: WrittenValue | None, vocabulary: Vocabulary
) -> tuple[Number | None, list[Finding]]:
    """Return the value in the indicator's unit; the unit is checked even without a value."""
    own, place = vocabulary.plan.units[indicator.unit], entry.at(Column.UNIT)
    given, findings = _unit(entry, indicator, own, vocabulary)
    if given is None or written is None:
        return None, findings
    if written.percent and not vocabulary.in_percent(given):
        shown = {"label": "%", "indicator": indicator.name, "unit": own.name}
        return None, [found("wrong_unit", entry.at(Column.VALUE), **shown)]
    if given.factor == own.factor:
        return written.number, findings
    number = own_number(written.number.value * given.factor / own.factor)
    if isinstance(number, Unread):
        text = entry.cells[Column.VALUE].text
        return None, [found(number.value, place, **_unread_values(number, text, "."))]
    before, after = Amount(written.number.value, given.name), Amount(number.value, own.name)
    return number, [found("unit_converted", place, given=before, value=after)]


def _unit(
    entry: Entry, indicator: Indicator, own: Unit, vocabulary: Vocabulary
) -> tuple[Unit | None, list[Finding]]:
    """Return the unit the row names, when it measures the indicator's quantity."""
    label, place = entry.cells[Column.UNIT].text, entry.at(Column.UNIT)
    shown = {"indicator": indicator.name, "unit": own.name}
    if not label:
        return None, [found("unit_missing", place, **shown)]
    if label == "%" and vocabulary.in_percent(own):
        return own, []
    match = vocabulary.units(label)
    units = [vocabulary.plan.units[one] for one in match.ids]
    if own in units:
        return own, []
    if not units:
        names = tuple(vocabulary.plan.units[one].name for one in match.suggestions)
        return None, [found("unknown_unit", place, label=label, unit=own.name, suggestions=names)]
    fitting = [unit for unit in units if unit.quantity == own.quantity]
    if len(fitting) != 1:
        return None, [found("wrong_unit", place, label=label, **shown)]
    return fitting[0], []


def outside_limits(
    entry: Entry, indicator: Indicator, number: Number, unit: Unit
) -> Iterator[Finding]:
    """Yield what the natural limits of the indicator say about a value."""
    limits = (("below_floor", indicator.floor), ("above_ceiling", indicator.ceiling))
    for code, limit in limits:
        if limit is None:
            continue
        beyond = number.value < limit if code == "below_floor" else number.value > limit
        if beyond:
            yield found(
                code,
                entry.at(Column.VALUE),
                value=Amount(number.value, unit.name),
                limit=Amount(limit, unit.name),
                indicator=indicator.name,
            )
