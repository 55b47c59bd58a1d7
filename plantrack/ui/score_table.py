"""The overview's table: one row a target, as HTML, because no native table can hold the drawn
marks, right-aligned units and links it needs, or turn into cards on a narrow screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from plantrack.method.verdict import Mark
from plantrack.scorecard import TargetRow
from plantrack.scorecard.telling.aims import latest_value, latest_years
from plantrack.scorecard.telling.bounds import bounds
from plantrack.scorecard.telling.paces import gap, observed, observed_years, required, time_distance
from plantrack.scorecard.telling.places import place_of
from plantrack.scorecard.telling.values import averaged, observed_level
from plantrack.ui.figure_marks import status_mark
from plantrack.ui.marks import labelled_mark
from plantrack.words import Say, mark
from plantrack.words.terms import standing_word

_EMPTY = "–"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its class, and what it shows of a row (already HTML)."""

    heading: str
    kind: str
    cell: Callable[[TargetRow, Say], str]


def score_table(rows: Sequence[TargetRow], say: Say, link: Callable[[TargetRow], str]) -> str:
    """Return the table of `rows`; `link` gives the address of a row's target page."""
    head = "".join(
        f'<th scope="col" class="{c.kind}">{escape(say(c.heading))}</th>' for c in COLUMNS
    )
    body = "".join(_row(row, say, link(row)) for row in rows)
    caption = escape(say("Targets, worst first"))
    return (
        f'<table class="scores"><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(row: TargetRow, say: Say, address: str) -> str:
    name = escape(say.text(row.indicator.name))
    cells = [
        f'<th scope="row" class="name"><a href="{escape(address, quote=True)}" target="_self">'
        f"{name}</a>{_small(_series_note(row, say))}</th>"
    ]
    cells += [
        f'<td class="{column.kind}" data-label="{escape(say(column.heading), quote=True)}">'
        f"{column.cell(row, say)}</td>"
        for column in COLUMNS[1:]
    ]
    return f"<tr>{''.join(cells)}</tr>"


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
            return _EMPTY
        return escape(say("unknown")) + _small(str(row.target.baseline_year))
    if averaged(row):
        return escape(say("index 100")) + _small(str(baseline.year))
    return escape(observed_level(row, baseline, say)) + _small(str(baseline.year))


def _latest(row: TargetRow, say: Say) -> str:
    verdict = row.assessment
    if verdict.latest is None:
        return _EMPTY
    if verdict.rank is not None:
        value = place_of(verdict.rank, say)
    else:
        value = latest_value(row, say) or _EMPTY
    status = status_mark(verdict.latest.status, say)
    years = str(verdict.latest.year) if verdict.rank is not None else latest_years(row, say)
    return f"{escape(value)}<small>{status} {escape(years)}</small>"


def _target(row: TargetRow, say: Say) -> str:
    period = row.target.period
    years = str(row.target.year)
    if averaged(row) and period.year is None:
        years = say("{first}–{last}", first=period.start.year, last=period.last_year)
    return escape(bounds(row, say)) + _small(years)


def _gap(row: TargetRow, say: Say) -> str:
    return escape(gap(row, say) or _EMPTY)


def _required(row: TargetRow, say: Say) -> str:
    from_now = required(row, say, from_now=True)
    from_baseline = required(row, say)
    if not from_now and not from_baseline:
        return _EMPTY
    if not from_baseline:
        return escape(from_now)
    told = say("from the baseline: {pace}", pace=from_baseline)
    return escape(from_now or _EMPTY) + _small(told)


def _observed(row: TargetRow, say: Say) -> str:
    told = observed(row, say)
    if not told:
        return _EMPTY
    return escape(told) + _small(observed_years(row, say))


def _time(row: TargetRow, say: Say) -> str:
    return escape(time_distance(row, say) or _EMPTY)


def _standing(row: TargetRow, say: Say) -> str:
    told = labelled_mark(row.standing, say)
    if row.firm is not None and row.firm_differs:
        word = standing_word(row.firm.standing, say)
        told += _small(say("without estimates: {standing}", standing=word))
    for one in (Mark.SHORT_RUN, Mark.SLIPPING, Mark.SET_BEFORE_REVISION):
        if one in row.assessment.marks:
            told += _small(say(_MARKS[one]))
    return told


def _small(text: str) -> str:
    return f"<small>{escape(text)}</small>" if text else ""


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
    Column(mark("Required a year from now"), "number", _required),
    Column(mark("Observed a year"), "number", _observed),
    Column(mark("Ahead or behind the path"), "number", _time),
    Column(mark("Standing"), "standing", _standing),
)
