"""What a reader decides about rows on the review, and the same checks once more after it.

A value typed in by hand is held against the limits, the past and the wholes like one that was
read: an edit is no way around a finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from plantrack.intake.candidates import Candidate
from plantrack.intake.findings import Amount, Finding, Place, Term, found
from plantrack.intake.numbers import Number
from plantrack.intake.past import Past
from plantrack.intake.reading import AcceptedRow, Reading, accepted_rows, figure_at, judged
from plantrack.intake.repairs import parts_of
from plantrack.intake.rules import checked
from plantrack.model import Figure, Status
from plantrack.plan import Plan
from plantrack.words import mark
from plantrack.words.terms import STATUSES

NO_REASON: Final = mark("no reason given")
# Said by the checks, so said again by them; the other findings tell how a cell was read.
CHECKS: Final = frozenset(
    {
        "below_floor",
        "above_ceiling",
        "unit_slip_larger",
        "unit_slip_smaller",
        "jump",
        "restated",
        "status_changed",
        "unchanged",
        "shares_incomplete",
        "shares_do_not_sum",
        "product_apart",
        "total_outside_parts",
        "weighted_sum_apart",
        "vintages_mixed",
    }
)
# How a value was read says nothing about one that was typed in its place.
_OF_VALUES: Final = frozenset({"value_from_formula", "percent_cell", "unit_converted"})


@dataclass(frozen=True, slots=True)
class Edit:
    """What was decided about the row read from `cell`, and why; None leaves a part as read.

    `value` is in the indicator's unit, with the decimals it is to be kept with. `text` is for a
    cell no row could be read from: what it is read as (see `repairs`), "" = left out.
    """

    cell: str
    reason: str
    drop: bool = False
    value: Decimal | None = None
    status: Status | None = None
    note: str | None = None
    text: str | None = None


def with_edits(
    reading: Reading, edits: Sequence[Edit], plan: Plan, current: Sequence[Figure]
) -> Reading:
    """Return `reading` as decided: edited and dropped rows said, all checks made again.

    An edit of a cell no row was read from changes nothing.
    """
    decided = {edit.cell: edit for edit in edits}
    if not any(row.cell in decided for row in reading.rows):
        return reading
    places = _places(reading)
    findings = [
        *_still_said(reading.findings, set(places.values()), decided),
        *_told_edits(reading.rows, decided, plan, places),
    ]
    candidates = []
    for row in reading.rows:
        edit = decided.get(row.cell)
        if edit is not None and edit.drop:
            continue
        candidate = _candidate(row, edit, plan, places[row.cell])
        beyond = list(_outside_limits(candidate))
        findings += beyond
        if not beyond:
            candidates.append(candidate)
    accepted, checks = checked(candidates, Past(plan, current))
    findings += checks
    read = {row.cell: row for row in reading.rows}
    rows = tuple(
        _decided_row(row, read[row.cell])
        for row in accepted_rows(accepted, findings, plan.geography, "")
    )
    said, verdict = judged(rows, findings)
    return replace(reading, rows=rows, findings=said, verdict=verdict)


def _places(reading: Reading) -> dict[str, Place]:
    """Return where each row was read; told by its cell where a row of the file holds several."""
    sheets = {one.place.sheet: one.place.sheet_number for one in reading.findings}
    places = {row.cell: _place(row.cell, sheets) for row in reading.rows}
    held = Counter((place.sheet_number, place.row) for place in places.values())
    by_cell = {
        row.cell
        for row in reading.rows
        if held[places[row.cell].sheet_number, places[row.cell].row] > 1
        or any(finding.place.by_cell for finding in row.findings)
    }
    return {cell: place._replace(by_cell=cell in by_cell) for cell, place in places.items()}


def _place(cell: str, sheets: Mapping[str | None, int]) -> Place:
    sheet, row, column = parts_of(cell)
    return Place(sheet, row, column or 0, sheets.get(sheet, 0))


def _still_said(
    findings: Sequence[Finding], places: set[Place], decided: Mapping[str, Edit]
) -> Iterator[Finding]:
    figures = {figure_at(place) for place in places}
    for one in findings:
        if one.code in CHECKS and figure_at(one.place) in figures:
            continue
        about = _of_row(one.place, decided, places)
        if one.code in _OF_VALUES and about is not None and (about.drop or about.value is not None):
            continue
        yield one


def _of_row(place: Place, decided: Mapping[str, Edit], places: set[Place]) -> Edit | None:
    cells = (one.cell for one in places if figure_at(one) == figure_at(place))
    return next((decided[cell] for cell in cells if cell in decided), None)


def _told_edits(
    rows: Sequence[AcceptedRow],
    decided: Mapping[str, Edit],
    plan: Plan,
    places: Mapping[str, Place],
) -> Iterator[Finding]:
    for row in rows:
        edit = decided.get(row.cell)
        if edit is None:
            continue
        figure, place = row.figure, places[row.cell]
        indicator = plan.indicators[plan.series[figure.series].indicator]
        unit = plan.units[indicator.unit].name
        told = {
            "indicator": indicator.name,
            "year": figure.period.last_year,
            "reason": edit.reason or Term(NO_REASON),
        }
        read = Amount(figure.value, unit)
        if edit.drop:
            yield found("row_dropped", place, read=read, **told)
            continue
        if edit.value is not None:
            recorded = Amount(edit.value, unit)
            yield found("value_edited", place, read=read, recorded=recorded, **told)
        if edit.status is not None and edit.status is not figure.status:
            before, after = Term(STATUSES[figure.status]), Term(STATUSES[edit.status])
            yield found("status_edited", place, read=before, recorded=after, **told)
        if edit.note is not None and edit.note != figure.note.vi:
            yield found("note_edited", place, **told)


def _candidate(row: AcceptedRow, edit: Edit | None, plan: Plan, place: Place) -> Candidate:
    figure = row.figure
    series = plan.series[figure.series]
    indicator = plan.indicators[series.indicator]
    decimals = indicator.decimals if figure.decimals is None else figure.decimals
    value, status, note = figure.value, figure.status, figure.note.vi
    if edit is not None:
        if edit.value is not None:
            value = edit.value
            decimals = max(-int(value.as_tuple().exponent), 0)
        status = edit.status or status
        note = note if edit.note is None else edit.note
    return Candidate(
        row=place if place.by_cell else place._replace(column=None),
        cell=place,
        indicator=indicator,
        series=series,
        unit=plan.units[indicator.unit],
        year=figure.period.last_year,
        number=Number(value, decimals),
        as_printed=True,
        status=None if status is Status.NOT_STATED else status,
        note=note,
    )


def _outside_limits(candidate: Candidate) -> Iterator[Finding]:
    indicator, unit = candidate.indicator, candidate.unit.name
    about = {"value": candidate.amount, "indicator": indicator.name}
    if indicator.floor is not None and candidate.value < indicator.floor:
        yield found("below_floor", candidate.cell, limit=Amount(indicator.floor, unit), **about)
    if indicator.ceiling is not None and candidate.value > indicator.ceiling:
        yield found("above_ceiling", candidate.cell, limit=Amount(indicator.ceiling, unit), **about)


def _decided_row(row: AcceptedRow, read: AcceptedRow) -> AcceptedRow:
    """Return the row as read, with what was decided; the rest of its figure stays as it was."""
    decided = row.figure
    note = read.figure.note if decided.note.vi == read.figure.note.vi else decided.note
    figure = replace(
        read.figure,
        value=decided.value,
        decimals=decided.decimals,
        status=decided.status,
        note=note,
    )
    return replace(row, figure=figure, cell=read.cell)
