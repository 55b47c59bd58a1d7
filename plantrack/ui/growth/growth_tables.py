"""The tables of the growth page."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from plantrack.method.goal import Bound
from plantrack.method.observation import may_be_graded
from plantrack.method.verdict import Reason
from plantrack.model import Figure, Standing
from plantrack.scorecard import TargetRow
from plantrack.scorecard.growth import GrowthReport, share_of
from plantrack.scorecard.telling import because, bounds, latest_value, latest_years, required, years
from plantrack.scorecard.telling.growth import needed_heading, needed_to, result_elsewhere
from plantrack.ui.figure_marks import status_mark
from plantrack.ui.marks import labelled_mark
from plantrack.ui.tables import EMPTY, Heading, html_table, link, small
from plantrack.ui.view import View
from plantrack.words import Say, capitalised
from plantrack.words.terms import standing_word, status_word


def series_table(view: View, report: GrowthReport) -> str:
    """Return one row a series that has growth of whole years; empty where none covers the period.

    A period that has not begun has no average in any series.
    """
    say, row = view.say, report.row
    readings = [one for one in report.readings if any(f.period.years for f in _usable(one))]
    if all(one.assessment.latest is None for one in readings):
        return ""
    asked = [
        bound
        for bound in (Bound.LOW, Bound.HIGH)
        if (row.target.low if bound is Bound.LOW else row.target.high) is not None
    ]
    headings = [
        Heading(say("Series"), "name"),
        Heading(say("Average so far"), "number"),
        Heading(say("Status")),
        *(Heading(needed_heading(row, bound, say), "number rate") for bound in asked),
        Heading(say("Standing"), "standing"),
    ]
    rows = [
        [
            _series(view, one, row),
            _average(one, say),
            _status(one, say),
            *(escape(needed_to(one, bound, say) or EMPTY) for bound in asked),
            standing_cell(one, say),
        ]
        for one in readings
    ]
    return html_table(say("Average so far, in every series"), headings, rows)


def _usable(row: TargetRow) -> list[Figure]:
    return [figure for figure in row.figures if may_be_graded(figure)]


def _series(view: View, row: TargetRow, shown: TargetRow) -> str:
    say = view.say
    if row.series is None:
        return EMPTY
    name = escape(say.text(view.plan.compilers[row.series.compiler].name))
    used = say("in use on this page") if row.series == shown.series else ""
    return name + small(used) + small(say.text(row.series.note))


def _average(row: TargetRow, say: Say) -> str:
    told = latest_value(row, say)
    return escape(told) + small(latest_years(row, say)) if told else EMPTY


def _status(row: TargetRow, say: Say) -> str:
    latest = row.assessment.latest
    if latest is None:
        return EMPTY
    return f"{status_mark(latest.status, say)} {escape(status_word(latest.status, say))}"


def standing_cell(row: TargetRow, say: Say) -> str:
    """Return the standing with the reason where there is none, and what it is without estimates."""
    told = labelled_mark(row.standing, say)
    if row.standing is Standing.NOT_ASSESSED:
        return told + small(capitalised(because(row, say)))
    if row.firm is None or not row.firm_differs:
        return told
    if row.firm.reason is Reason.ESTIMATES_ONLY:
        return told + small(say("rests on estimates only"))
    word = standing_word(row.firm.standing, say)
    return told + small(say("without estimates: {standing}", standing=word))


def parts_table(view: View, rows: Sequence[TargetRow], caption: str) -> str:
    """Return one row a growth target: average so far, what is asked, what is still needed."""
    say = view.say
    headings = [
        Heading(say("Indicator"), "name"),
        Heading(say("Target"), "number rate"),
        Heading(say("Average so far"), "number"),
        Heading(say("Still needed a year, to both bounds"), "number rate"),
        Heading(say("Standing"), "standing"),
    ]
    cells = [
        [
            link(view.link("target", target=row.target.id), say.text(row.indicator.name))
            + _share_link(view, row),
            escape(bounds(row, say))
            + small(years(row.target.period.start.year, row.target.year, say)),
            _average(row, say),
            _needed(row, say),
            standing_cell(row, say),
        ]
        for row in rows
    ]
    return html_table(caption, headings, cells)


def _needed(row: TargetRow, say: Say) -> str:
    """What is needed to both bounds; where the target is met, that comes second."""
    told = required(row, say, from_now=True)
    if told and row.assessment.met:
        return escape(say("secured")) + small(say("to both bounds: {pace}", pace=told))
    return escape(told or EMPTY)


def _share_link(view: View, row: TargetRow) -> str:
    """Link the part's share, whose target may pull the other way."""
    share = share_of(view.plan, row.indicator.id)
    if share is None:
        return ""
    told = link(view.link("structure"), view.say("its share of the whole"))
    return f"<small>{told}</small>"


def sets_table(
    view: View, rows: Sequence[TargetRow], elsewhere: Sequence[Sequence[TargetRow]]
) -> str:
    """Return the targets of other sets for one indicator by period, reached or missed.

    `elsewhere` holds for each row the same target read in the other series.
    """
    say = view.say
    headings = [
        Heading(say("Period"), "name"),
        Heading(say("Target set")),
        Heading(say("Target"), "number rate"),
        Heading(say("Result so far"), "number rate"),
        Heading(say("Standing"), "standing"),
        Heading(say("In the other series")),
    ]
    cells = [
        [
            _period(row, say),
            _set(view, row),
            escape(bounds(row, say)),
            _result(row, say),
            standing_cell(row, say),
            _elsewhere(others, row, say),
        ]
        for row, others in zip(rows, elsewhere, strict=True)
    ]
    return html_table(say("The same growth in other target sets"), headings, cells)


def _period(row: TargetRow, say: Say) -> str:
    return escape(years(row.target.period.start.year, row.target.year, say))


def _set(view: View, row: TargetRow) -> str:
    target_set = view.plan.target_sets[row.target.target_set]
    return link(view.link("growth", set=target_set.id), view.say.text(target_set.name))


def _result(row: TargetRow, say: Say) -> str:
    latest = row.assessment.latest
    if latest is None:
        return EMPTY
    mark = status_mark(latest.status, say)
    return f"{escape(latest_value(row, say))}<small>{mark} {latest_years(row, say)}</small>"


def _elsewhere(others: Sequence[TargetRow], row: TargetRow, say: Say) -> str:
    """Name the series in which the same target came out differently."""
    differing = [one for one in others if one.series != row.series and one.standing != row.standing]
    told = [escape(one) for one in (result_elsewhere(other, say) for other in differing) if one]
    return "<br>".join(told) or EMPTY
