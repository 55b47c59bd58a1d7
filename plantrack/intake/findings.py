"""What can be said about an uploaded file: code, place, and the sentence in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from plantrack.intake.catalogue import CATALOGUE, Severity
from plantrack.model import Text
from plantrack.words import Say

__all__ = [
    "Amount",
    "Change",
    "Finding",
    "Place",
    "Severity",
    "Term",
    "Verdict",
    "found",
    "in_order",
]


class Verdict(StrEnum):
    ACCEPTED = "accepted"
    ACCEPTED_WITH_WARNINGS = "accepted_with_warnings"
    REFUSED = "refused"


class Place(NamedTuple):
    """A cell, a row (no column), or the whole file (no row). Rows count from 1, columns from 0.

    `by_cell`: it is told by its cell ("D7"), because a row holds several figures.
    """

    sheet: str | None = None
    row: int | None = None
    column: int | None = None
    sheet_number: int = 0
    by_cell: bool = False

    @property
    def cell(self) -> str:
        """The place as a spreadsheet writes it: "Template!D7", "D7", "7" or ""."""
        letters = "" if self.column is None else column_letters(self.column)
        within = letters + ("" if self.row is None else str(self.row))
        return f"{self.sheet}!{within}" if self.sheet is not None and within else within

    @property
    def order(self) -> tuple[int, int, int]:
        _, row, column, sheet_number, _ = self  # in one step: very many are put in order
        return (sheet_number, row or 0, -1 if column is None else column)


@dataclass(frozen=True, slots=True)
class Amount:
    """A value with its unit, written with the decimals it has."""

    value: Decimal
    unit: Text


@dataclass(frozen=True, slots=True)
class Change:
    """A yearly change: a decimal for compound measures, else in `unit`."""

    yearly: float
    compound: bool
    unit: Text


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the catalogue, such as a status."""

    message: str


class Finding(NamedTuple):
    """One thing said about a file. `values` fill the sentence of `code`."""

    code: str
    place: Place
    values: Mapping[str, object] = MappingProxyType({})

    @property
    def severity(self) -> Severity:
        return CATALOGUE[self.code].severity


def found(code: str, place: Place, /, **values: object) -> Finding:
    """Return the finding `code`; raises KeyError on a code the catalogue lacks."""
    if code not in CATALOGUE:
        raise KeyError(f"no finding {code!r} in the catalogue")
    return Finding(code, place, values)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings by place, those of the whole file first."""
    return tuple(sorted(findings, key=lambda one: (*one.place.order, one.code)))


def sentence(finding: Finding, say: Say) -> str:
    """Return where, what and why: "Row 7: “literasy” is not an indicator of the plan."."""
    entry = CATALOGUE[finding.code]
    written = _written_values(finding, say)
    text = say(entry.sentence, **written)
    if entry.hint is not None and finding.values.get("suggestions"):
        text = f"{text} {say(entry.hint, **written)}"
    return _placed(finding.place, text, say)


def remedy(finding: Finding, say: Say) -> str:
    """Return what to do about it."""
    return say(CATALOGUE[finding.code].remedy, **_written_values(finding, say))


def column_letters(column: int) -> str:
    """Return the spreadsheet's letters for a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _placed(place: Place, text: str, say: Say) -> str:
    if place.row is None:
        return (
            text
            if place.sheet is None
            else say("Sheet “{sheet}”: {text}", sheet=place.sheet, text=text)
        )
    if place.by_cell and place.column is not None:
        return say("Cell {cell}: {text}", cell=place.cell, text=text)
    if place.sheet is None:
        return say("Row {row}: {text}", row=place.row, text=text)
    return say("Sheet “{sheet}”, row {row}: {text}", sheet=place.sheet, row=place.row, text=text)


def _written_values(finding: Finding, say: Say) -> dict[str, str | int]:
    return {
        name: say.listed([f"“{_written(item, say)}”" for item in value])
        if name in ("suggestions", "candidates") and isinstance(value, tuple)
        else _written(value, say)
        for name, value in finding.values.items()
    }


def _written(value: object, say: Say) -> str | int:
    match value:
        case str() | int():
            return value
        case Text():
            return say.text(value)
        case Decimal():
            return say.number(value)
        case date():
            return say.date(value)
        case Amount(amount, unit):
            return _with_unit(amount, unit, say)
        case Term(message):
            return say(message)
        case Change():
            return _change(value, say)
        case tuple():
            return say.listed([str(_written(item, say)) for item in value])
    raise TypeError(f"{value!r} cannot be put into a finding")


def _with_unit(amount: Decimal, unit: Text, say: Say) -> str:
    if say.text(unit) == "%":
        return say.percent(amount, None)
    return f"{say.number(amount)} {say.text(unit)}"


def _change(change: Change, say: Say) -> str:
    if change.compound:
        return say.rate(change.yearly * 100)
    if say.text(change.unit).startswith("%"):
        return say.points_rate(change.yearly)
    number = f"{say.number(change.yearly, 2)} {say.text(change.unit)}"
    return say("{number} a year", number=number)
