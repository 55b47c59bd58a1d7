"""The value of a figure in the indicator's unit, or the findings that keep it out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from plantrack.intake.cells import Cell, Kind
from plantrack.intake.columns import Column
from plantrack.intake.decimal_marks import MARKS, NOT_AVAILABLE, NOTHING
from plantrack.intake.entry import Entry
from plantrack.intake.findings import Amount, Finding, found
from plantrack.intake.headings import without_footnote
from plantrack.intake.numbers import (
    FRACTION_DIGITS,
    INTEGER_DIGITS,
    Number,
    Unread,
    number_of_cell,
    own_number,
    read_number,
)
from plantrack.intake.questions import Asking, Choice
from plantrack.intake.vocabulary import Vocabulary
from plantrack.model import Indicator, Unit


class WrittenValue(NamedTuple):
    """The number a cell shows; `percent` when it shows a percent sign."""

    number: Number
    percent: bool
    as_printed: bool


def no_figure(entry: Entry) -> Finding | None:
    """Return what stands in place of a figure: nothing, "…" (not available) or "-" (nothing)."""
    cell = entry.cells[Column.VALUE]
    if cell.empty:
        return found("value_missing", entry.at(Column.VALUE))
    if not says_nothing(cell):
        return None
    code = "value_nothing" if cell.text in NOTHING else "value_not_available"
    return found(code, entry.at(Column.VALUE), text=cell.text)


def says_nothing(cell: Cell) -> bool:
    """Whether a cell says in a text that there is no figure."""
    return cell.kind is Kind.TEXT and (cell.text.lower() in NOT_AVAILABLE or cell.text in NOTHING)


def surely_read(cell: Cell) -> bool:
    """Whether a cell holds a number about which nothing has to be said."""
    plain = cell.kind is Kind.NUMBER and not (cell.percent or cell.formula)
    return plain and len(cell.text) < FRACTION_DIGITS and cell.text[-1:].isdecimal()


def read_written(entry: Entry, asking: Asking) -> tuple[WrittenValue | None, list[Finding]]:
    """Return the number in the value column as the cell shows it."""
    cell = entry.cells[Column.VALUE]
    if cell.kind is Kind.NUMBER and not (cell.percent or cell.formula):
        plain = of_cell(cell.text)
        if plain is not None:
            return plain, []
    place = entry.at(Column.VALUE)
    bare = without_footnote(cell.text) if cell.kind is Kind.TEXT else cell.text
    text, percent = _without_percent_sign(bare, cell)
    mark = "." if cell.kind is Kind.NUMBER else entry.decimal_mark
    # A column's mark was read off all its numbers; a template only declares one.
    number = _under_mark(text, mark, settled=entry.place.by_cell or cell.kind is Kind.NUMBER)
    if mark is not None and number in (Unread.WRONG_MARK, Unread.AMBIGUOUS):
        number = _under_chosen_mark(entry, text, mark, number, asking)
    if cell.percent and isinstance(number, Number):
        number = own_number(number.value.scaleb(2))
    if number is Unread.AMBIGUOUS and mark is None:
        return None, []  # said once for the table
    if isinstance(number, Unread):
        return None, [found(number.value, place, **_unread_values(number, cell.text, mark or ","))]
    findings: list[Finding] = []
    if cell.percent:
        stored = Decimal(cell.text)
        findings.append(found("percent_cell", place, stored=stored, value=number.value))
    if cell.formula:
        findings.append(found("value_from_formula", place, value=number.value))
    if bare != cell.text:
        findings.append(found("footnote_mark", place, text=cell.text, value=number.value))
    return WrittenValue(number, percent, cell.kind is Kind.TEXT), findings


def plainly_written(cell: Cell, mark: str | None) -> WrittenValue | None:
    """Return the number of a cell about which nothing has to be said, None for any other.

    The number itself may still have to be looked at: it can lie beyond limits.
    """
    if cell.percent or cell.formula:
        return None
    if cell.kind is Kind.NUMBER:
        return of_cell(cell.text)
    return None if cell.kind is not Kind.TEXT or mark is None else _of_text(cell.text, mark)


def _of_text(text: str, mark: str) -> WrittenValue | None:
    if text.endswith("%") or without_footnote(text) != text:
        return None
    number = read_number(text, mark)
    if isinstance(number, Unread):
        return None
    return WrittenValue(number, percent=False, as_printed=True)


@lru_cache(maxsize=8_192)
def of_cell(text: str) -> WrittenValue | None:
    """Return the value of a numeric cell shown as it is, None where it cannot be kept."""
    number = number_of_cell(text)
    if isinstance(number, Unread):
        return None
    return WrittenValue(number, percent=False, as_printed=False)


def _without_percent_sign(text: str, cell: Cell) -> tuple[str, bool]:
    if cell.kind is Kind.TEXT and text.endswith("%"):
        return text[:-1].rstrip(), True
    return text, cell.percent


def _under_mark(text: str, mark: str | None, *, settled: bool) -> Number | Unread:
    """Read a text under a mark; without one, only what both marks read alike."""
    if mark is not None:
        return read_number(text, mark, settled=settled)
    readings = {read_number(text, one) for one in MARKS}
    return readings.pop() if len(readings) == 1 else Unread.AMBIGUOUS


def _under_chosen_mark(
    entry: Entry, text: str, mark: str, reason: Number | Unread, asking: Asking
) -> Number | Unread:
    """Ask, once for a table, which mark it is written with, against the one declared."""
    code = reason if isinstance(reason, Unread) else Unread.WRONG_MARK
    finding = found(code.value, entry.at(Column.VALUE), **_unread_values(code, text, mark))
    choices = [Choice(one, one) for one in MARKS]
    answer = asking.ask(f"mark:{entry.table}", finding, choices)
    return read_number(text, answer, settled=True) if answer in MARKS else reason


def _unread_values(reason: Unread, text: str, decimal_mark: str) -> dict[str, object]:
    match reason:
        case Unread.NOT_A_NUMBER:
            return {"text": text}
        case Unread.TOO_LONG:
            return {"text": text, "integers": INTEGER_DIGITS, "fractions": FRACTION_DIGITS}
        case Unread.WRONG_MARK:
            return {"text": text, "mark": decimal_mark}
        case Unread.AMBIGUOUS:
            digits = without_footnote(text).strip().rstrip("%").rstrip()
            group_mark = "," if "," in digits else "."
            other = "." if group_mark == "," else ","
            known = other if decimal_mark == other else decimal_mark
            return {
                "text": text,
                "mark": known,
                "thousands": _read_as(digits, other),
                "fraction": _read_as(digits, group_mark),
            }


def _read_as(digits: str, mark: str) -> Decimal | str:
    """Return a number as the reader of the page writes it, whatever marks the file uses."""
    number = read_number(digits, mark, settled=True)
    return number.value if isinstance(number, Number) else digits


def in_unit_of(
    entry: Entry,
    indicator: Indicator,
    written: WrittenValue | None,
    given: Unit | None,
    vocabulary: Vocabulary,
) -> tuple[Number | None, list[Finding]]:
    """Return the value in the indicator's unit, converted from the `given` one."""
    own = vocabulary.plan.units[indicator.unit]
    if given is None or written is None:
        return None, []
    if written.percent and not vocabulary.in_percent(given):
        shown = {"label": "%", "indicator": indicator.name, "unit": own.name}
        return None, [found("wrong_unit", entry.at(Column.VALUE), **shown)]
    if given.factor == own.factor:
        return written.number, []
    place = entry.place if entry.place.by_cell else entry.at(Column.UNIT)
    number = own_number(written.number.value * given.factor / own.factor)
    if isinstance(number, Unread):
        text = entry.cells[Column.VALUE].text
        return None, [found(number.value, place, **_unread_values(number, text, "."))]
    before, after = Amount(written.number.value, given.name), Amount(number.value, own.name)
    return number, [found("unit_converted", place, given=before, value=after)]


def beyond_limits(indicator: Indicator, value: Decimal) -> bool:
    """Whether a value lies outside the natural limits of its indicator."""
    floor, ceiling = indicator.floor, indicator.ceiling
    return (floor is not None and value < floor) or (ceiling is not None and value > ceiling)


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
