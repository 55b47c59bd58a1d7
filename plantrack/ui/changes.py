"""What recording would change, as tables: figures old → new, standings before → after."""

from __future__ import annotations

from html import escape

import streamlit as st

from plantrack.review import Cause, Change, FigureChange, Review, TargetChange
from plantrack.scorecard import TargetRow
from plantrack.scorecard.telling import latest_value, latest_years, required
from plantrack.ui.evidence import written_period, written_value
from plantrack.ui.figure_marks import status_mark
from plantrack.ui.marks import labelled_mark
from plantrack.ui.tables import EMPTY, Heading, html_table, small
from plantrack.ui.view import View
from plantrack.words import capitalised, mark

CHANGES = {
    Change.NEW: mark("new"),
    Change.CHANGED: mark("restated"),
    Change.SAME: mark("unchanged"),
}
CAUSES = {
    Cause.NEW_YEAR: mark("a new year"),
    Cause.RESTATED: mark("a restated figure"),
    Cause.BOTH: mark("a new year and a restated figure"),
}


def draw_figures(view: View, found: Review) -> None:
    """Draw each row beside the figure it replaces."""
    say = view.say
    headings = [
        Heading(say("Indicator"), "name"),
        Heading(say("Period")),
        Heading(say("Stands now"), "number"),
        Heading(say("Would stand"), "number"),
        Heading(say("Change")),
    ]
    rows = [_figure(view, change) for change in found.figures]
    st.html(html_table(say("Figures: what would change"), headings, rows))


def _figure(view: View, change: FigureChange) -> list[str]:
    say, plan = view.say, view.plan
    series = plan.series[change.figure.series]
    now = EMPTY
    if change.replaced is not None:
        old = change.replaced
        number = say("revision {number}", number=old.revision) if old.revision else ""
        now = f"{status_mark(old.status, say)} {escape(written_value(plan, old, say))}"
        now += small(number)
    new = change.figure
    unit = say.text(plan.units[plan.indicators[series.indicator].unit].name)
    return [
        escape(say.text(plan.indicators[series.indicator].name))
        + small(say.text(plan.compilers[series.compiler].name)),
        escape(written_period(new.period, say)),
        now,
        f"{status_mark(new.status, say)} {escape(written_value(plan, new, say))}" + small(unit),
        escape(capitalised(say(CHANGES[change.kind]))),
    ]


def draw_targets(view: View, found: Review) -> None:
    """Draw every target that would move, those whose standing changes first."""
    say = view.say
    if not found.targets:
        st.info(say("No target of any set would move."), icon=":material/check:")
        return
    headings = [
        Heading(say("Target"), "name"),
        Heading(say("Before"), "standing"),
        Heading(say("After"), "standing"),
        Heading(say("Because of")),
    ]
    ordered = sorted(found.targets, key=lambda change: not change.standing_changes)
    rows = [_target(view, change) for change in ordered]
    st.html(html_table(say("Targets: what would move"), headings, rows))


def _target(view: View, change: TargetChange) -> list[str]:
    say, row = view.say, change.after
    target_set = view.plan.target_sets[row.target.target_set]
    return [
        escape(say.text(row.indicator.name)) + small(say.text(target_set.name)),
        _standing(view, change.before),
        _standing(view, row),
        escape(say(CAUSES[change.cause])),
    ]


def _standing(view: View, row: TargetRow) -> str:
    say = view.say
    latest = ""
    if row.assessment.latest is not None:
        value, years = latest_value(row, say), latest_years(row, say)
        latest = say("{value} ({years})", value=value, years=years) if value else ""
    needed = required(row, say, from_now=True)
    told = say("required a year from now: {pace}", pace=needed) if needed else ""
    return labelled_mark(row.standing, say) + small(latest) + small(told)
