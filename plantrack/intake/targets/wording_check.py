"""The document's words held against the row that was made of them: a guard, never a source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from plantrack import words
from plantrack.intake.findings import Amount, Finding, Term, found
from plantrack.intake.targets.columns import (
    DIRECTION_TERMS,
    FORM_TERMS,
    HEADERS,
    QUALIFIER_TERMS,
    TargetColumn,
)
from plantrack.intake.targets.sheets import TargetCells
from plantrack.intake.targets.wording import WordedForm, Wording, read_wording
from plantrack.model import Direction, Form, Indicator, Qualifier
from plantrack.plan import Plan
from plantrack.words import mark
from plantrack.words.terms import PRICE_BASES

_SIDES: Final = {
    WordedForm.AT_LEAST: (Form.AT_LEAST, Direction.MORE),
    WordedForm.AT_MOST: (Form.AT_MOST, Direction.LESS),
}
_RANGE: Final = mark("a range, low and high")
_ONE_VALUE: Final = mark("one value")
_PRICES: Final = mark("Price basis")


def wording_findings(
    row: TargetCells, cells: Mapping[str, str], indicator: Indicator, plan: Plan
) -> Iterator[Finding]:
    """Yield where the words contradict the row's `cells`, or that they were not compared."""
    text = row.text(TargetColumn.WORDING)
    if not text:
        return
    wording = read_wording(text)
    factor = None if wording is None else _factor(wording.unit, indicator, plan)
    if wording is None or factor is None or not (cells["low"] or cells["high"]):
        yield found("wording_not_compared", row.at(TargetColumn.WORDING), text=text)
        return
    check = _Check(row, text)
    yield from _form(check, wording, cells) or _bounds(
        check, wording, cells, factor, indicator, plan
    )
    yield from _qualifier(check, wording, cells)
    yield from _period(check, wording, cells)
    basis = wording.price_basis
    if basis is not None and basis is not indicator.price_basis:
        written = PRICE_BASES[indicator.price_basis]
        column = TargetColumn.INDICATOR
        yield check.said(column, Term(PRICE_BASES[basis]), Term(written), Term(_PRICES))


def noted(row: TargetCells, language: str) -> str:
    """Return the target's note, with the document's words at its end."""
    note, wording = row.text(TargetColumn.NOTE), row.text(TargetColumn.WORDING)
    if not wording:
        return note
    say = words.of(language)
    told = say("As worded in the document: “{text}”", text=wording)
    return f"{note} {told}" if note else told


class _Check:
    """One row's words, and what is said where the row has something else."""

    def __init__(self, row: TargetCells, text: str) -> None:
        self.row, self.text = row, text

    def said(
        self, column: TargetColumn, worded: object, written: object, name: Term | None = None
    ) -> Finding:
        shown = {"column": name or HEADERS[column], "worded": worded, "written": written}
        return found("wording_contradicts", self.row.at(column), text=self.text, **shown)


def _form(check: _Check, wording: Wording, cells: Mapping[str, str]) -> list[Finding]:
    """Form and direction: what is at least is better the more, what is at most the less."""
    low, high = bool(cells["low"]), bool(cells["high"])
    written = Term(FORM_TERMS[Form(cells["form"])])
    if cells["form"] == Form.CUMULATIVE and wording.per_year:
        yearly = Term(FORM_TERMS[Form.CHANGE_PER_YEAR])
        return [check.said(TargetColumn.FORM, yearly, written)]
    if wording.form is WordedForm.RANGE:
        one = Term(_ONE_VALUE)
        return [] if low and high else [check.said(TargetColumn.FORM, Term(_RANGE), one)]
    if wording.form is WordedForm.EXACT:
        range_of_two = low and high and cells["low"] != cells["high"]
        one = Term(_ONE_VALUE)
        return [check.said(TargetColumn.FORM, one, written)] if range_of_two else []
    form, direction = _SIDES[wording.form]
    if (low, high) != ((True, False) if form is Form.AT_LEAST else (False, True)):
        return [check.said(TargetColumn.FORM, Term(FORM_TERMS[form]), written)]
    if cells["direction"] != direction:
        own = Term(DIRECTION_TERMS[Direction(cells["direction"])])
        return [check.said(TargetColumn.DIRECTION, Term(DIRECTION_TERMS[direction]), own)]
    return []


def _bounds(
    check: _Check,
    wording: Wording,
    cells: Mapping[str, str],
    factor: Decimal,
    indicator: Indicator,
    plan: Plan,
) -> list[Finding]:
    unit = plan.units[indicator.unit].name
    worded = {TargetColumn.LOW: wording.low, TargetColumn.HIGH: wording.high}
    findings = []
    for column, value in worded.items():
        own = cells[column.value]
        if value is None or not own or value * factor == Decimal(own):
            continue
        given = Amount(value * factor, unit)
        findings.append(check.said(column, given, Amount(Decimal(own), unit)))
    return findings


def _period(check: _Check, wording: Wording, cells: Mapping[str, str]) -> Iterator[Finding]:
    for column, year, own in (
        (TargetColumn.FIRST_YEAR, wording.first_year, cells["period_start"][:4]),
        (TargetColumn.YEAR, wording.last_year, cells["period_end"][:4]),
    ):
        if year is not None and str(year) != own:
            yield check.said(column, str(year), own)


def _qualifier(check: _Check, wording: Wording, cells: Mapping[str, str]) -> Iterator[Finding]:
    """Whether words and row agree that a value is only about right; "over" is a form's matter."""
    own = Qualifier(cells["qualifier"])
    open_ended = wording.form in _SIDES
    if wording.about is (own is Qualifier.ABOUT) or (open_ended and not wording.about):
        return
    worded = Qualifier.ABOUT if wording.about else Qualifier.EXACT
    column = TargetColumn.QUALIFIER
    yield check.said(column, Term(QUALIFIER_TERMS[worded]), Term(QUALIFIER_TERMS[own]))


def _factor(written: str, indicator: Indicator, plan: Plan) -> Decimal | None:
    """Return how many of the indicator's unit one of the written unit is; None where unknown.

    Documents leave out "a head" or "of output" where the indicator's name says it; no unit at
    all is the indicator's own.
    """
    own = plan.units[indicator.unit]
    if not written:
        return Decimal(1)
    for unit in plan.units.values():
        name = unit.name.vi.casefold()
        if unit.quantity == own.quantity and written in (
            name,
            name.partition("/")[0],
            name.partition(" ")[0] if name.startswith("%") else name,
        ):
            return unit.factor / own.factor
    return None
