"""The overview's table: one row a target, as HTML, because no native table can hold the drawn
marks, right-aligned units and links it needs, or turn into cards on a narrow screen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from plantrack.method.verdict import Mark, Reason
from plantrack.model import Standing
from plantrack.scorecard import TargetRow
from plantrack.scorecard.sensitivity import methods_disagree
from plantrack.scorecard.telling import (
    bounds,
    gap,
    latest_value,
    latest_years,
    measured_in,
    observed,
    observed_years,
    required,
    time_distance,
    unitless,
)
from plantrack.scorecard.telling.places import place_of
from plantrack.scorecard.telling.values import averaged, observed_level
from plantrack.ui.figure_marks import status_mark
from plantrack.ui.marks import labelled_mark
from plantrack.ui.tables import EMPTY, Heading, html_table, link, small
from plantrack.words import Say, mark
from plantrack.words.terms import standing_word


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its class, and what it shows of a row (already HTML)."""

    heading: str
    kind: str
    cell: Callable[[TargetRow, Say], str]


def score_table(rows: Sequence[TargetRow], say: Say, address: Callable[[TargetRow], str]) -> str:
    """Return the table of `rows`; `address` gives that of a row's target page."""
    headings = [Heading(say(column.heading), column.kind) for column in COLUMNS]
    cells = [
        [
            link(address(row), say.text(row.indicator.name)) + small(_note(row, say)),
            *(column.cell(row, say) for column in COLUMNS[1:]),
        ]
        for row in rows
    ]
    return html_table(say("Targets, worst first"), headings, cells)


def _note(row: TargetRow, say: Say) -> str:
    """The unit of the row's amounts, which its cells leave out, and who compiled the series."""
    return "; ".join(part for part in (measured_in(row, say), _series_note(row, say)) if part)


def _series_note(row: TargetRow, say: Say) -> str:
    if row.computed or (row.ranking is not None and row.ranking.versions):
        return say("computed when read")
    if row.series is None:
        return ""
    return say.text(row.plan.compilers[row.series.compiler].name)


def _name(row: TargetRow, say: Say) -> str:
    return escape(say.text(row.indicator.name))


def _baseline(row: TargetRow, say: Say) -> str:
    baseline = row.assessment.baseline
    if baseline is None:
        if row.assessment.rank is not None:
            return EMPTY
        return escape(say("unknown")) + small(str(row.target.baseline_year))
    if averaged(row):
        start = escape(say("index 100"))
        return f'<span class="kept">{start}</span>' + small(str(baseline.year))
    value = unitless(row, observed_level(row, baseline, say), say)
    return escape(value) + small(str(baseline.year))


def _latest(row: TargetRow, say: Say) -> str:
    verdict = row.assessment
    if verdict.latest is None:
        return EMPTY
    if verdict.rank is not None:
        value = place_of(verdict.rank, say)
    else:
        value = unitless(row, latest_value(row, say), say) or EMPTY
    status = status_mark(verdict.latest.status, say)
    years = str(verdict.latest.year) if verdict.rank is not None else latest_years(row, say)
    return f"{escape(value)}<small>{status} {escape(years)}</small>"


def _target(row: TargetRow, say: Say) -> str:
    period = row.target.period
    years = str(row.target.year)
    if averaged(row) and period.year is None:
        years = say("{first}–{last}", first=period.start.year, last=period.last_year)
    return _kept_together(unitless(row, bounds(row, say), say)) + small(years)


def _gap(row: TargetRow, say: Say) -> str:
    return _kept_together(unitless(row, gap(row, say), say) or EMPTY)


def _required(row: TargetRow, say: Say) -> str:
    from_now = required(row, say, from_now=True)
    from_baseline = required(row, say)
    if not from_now and not from_baseline:
        return EMPTY
    if not from_baseline:
        return _kept_together(from_now)
    told = say("from the baseline: {pace}", pace=from_baseline)
    return _kept_together(from_now or EMPTY) + f"<small>{_kept_together(told)}</small>"


def _observed(row: TargetRow, say: Say) -> str:
    told = observed(row, say)
    if not told:
        return EMPTY
    return escape(told) + small(observed_years(row, say))


def _time(row: TargetRow, say: Say) -> str:
    return escape(time_distance(row, say) or EMPTY)


def _standing(row: TargetRow, say: Say) -> str:
    told = labelled_mark(row.standing, say)
    if row.standing is Standing.NOT_ASSESSED:
        pass  # nothing rests on anything yet
    elif row.firm is not None and row.firm.reason is Reason.ESTIMATES_ONLY:
        told += small(say("rests on estimates only"))
    elif row.firm is not None and row.firm_differs:
        word = standing_word(row.firm.standing, say)
        told += small(say("without estimates: {standing}", standing=word))
    for one in (Mark.SHORT_RUN, Mark.SLIPPING, Mark.SET_BEFORE_REVISION):
        if one in row.assessment.marks:
            told += small(say(_MARKS[one]))
    if methods_disagree(row):
        told += small(say("methods disagree"))
    return told


def _kept_together(text: str) -> str:
    """Escape a text whose two bounds must not be torn apart by a line break."""
    joined = escape(text).replace(" / ", "\N{NO-BREAK SPACE}/\N{NO-BREAK SPACE}")
    return _SPAN.sub(r'<span class="kept">\g<0></span>', joined)


_SPAN = re.compile(r"[^\s;]+–[^\s;]+")  # browsers break a line after the dash

_MARKS = {
    Mark.SHORT_RUN: mark("short run"),
    Mark.SLIPPING: mark("slipping"),
    Mark.SET_BEFORE_REVISION: mark("set before the series was revised"),
}

COLUMNS = (
    Column(mark("Indicator"), "name", _name),
    Column(mark("Baseline"), "number", _baseline),
    Column(mark("Latest figure"), "number", _latest),
    Column(mark("Target"), "number", _target),
    Column(mark("Gap"), "number", _gap),
    Column(mark("Required a year from now"), "number rate", _required),
    Column(mark("Observed a year"), "number rate", _observed),
    Column(mark("Ahead or behind the path"), "number", _time),
    Column(mark("Standing"), "standing", _standing),
)
