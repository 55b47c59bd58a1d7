"""All target sets side by side, the ones in force on a day, and how finished ones came out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html import escape

import streamlit as st

from plantrack.method.verdict import Mark
from plantrack.model import Standing, TargetSet
from plantrack.scorecard import Scorecard, TargetRow
from plantrack.scorecard.target_sets import (
    FinishedSet,
    FinishedTarget,
    SetOnDay,
    SideBySide,
    finished_sets,
    sets_on,
    side_by_side,
)
from plantrack.scorecard.telling import (
    bounds,
    latest_value,
    latest_years,
    marks,
    measured_in,
    required,
    unitless,
)
from plantrack.scorecard.telling.growth import result_elsewhere
from plantrack.scorecard.telling.plan_sets import finished_sentence, force_sentence, period_of
from plantrack.ui.figure_marks import status_mark
from plantrack.ui.growth.growth_tables import standing_cell
from plantrack.ui.literal import literal
from plantrack.ui.scores import kept
from plantrack.ui.tables import EMPTY, Heading, html_table, link, small
from plantrack.ui.view import View


def draw_in_force(view: View) -> None:
    """Draw every set with its document and dates, and which are in force on a day."""
    say, plan = view.say, view.plan
    st.subheader(say("Which targets are in force"), anchor=False)
    day = st.date_input(
        say("On the day"), value=view.day, format="DD/MM/YYYY", key="plan_day", width=240
    )
    if not isinstance(day, date):
        return
    sets = sets_on(plan, day)
    st.markdown(literal(force_sentence(sets, day, view.target_set, say)))
    headings = [
        Heading(say("Target set"), "name"),
        Heading(say("Adopted")),
        Heading(say("In force")),
        Heading(say("Targets"), "number"),
        Heading(say("On the day")),
    ]
    rows = [_set(view, one) for one in sets]
    st.html(html_table(say("Which targets are in force"), headings, rows))


def _set(view: View, one: SetOnDay) -> list[str]:
    say, target_set = view.say, one.target_set
    told = ""
    if one.in_force:
        told = say("in force, used unless the reader chooses") if one.leads else say("in force")
    return [
        _set_link(view, target_set)
        + small(say("in use on this page") if target_set == view.target_set else ""),
        escape(say.date(target_set.adopted)) if target_set.adopted is not None else EMPTY,
        escape(period_of(target_set, say)),
        str(one.targets),
        escape(told) or EMPTY,
    ]


def _set_link(view: View, target_set: TargetSet) -> str:
    return link(view.link("plan", set=target_set.id), view.say.text(target_set.name))


def draw_side_by_side(view: View, card: Scorecard) -> None:
    """Draw what every set asks of each indicator, with what it requires a year from now."""
    say = view.say
    found = kept(view, "side_by_side", lambda: side_by_side(card))
    shared = [one for one in found if len(one.rows) > 1]
    alone = [one for one in found if len(one.rows) < 2]
    st.subheader(say("All target sets, indicator by indicator"), anchor=False)
    if shared:
        _draw_rows(view, shared, say("All target sets, indicator by indicator"))
    if alone:
        label = say("Indicators that one target set alone asks for")
        with st.expander(label, icon=":material/table:", expanded=not shared):
            _draw_rows(view, alone, label)


def _draw_rows(view: View, found: Sequence[SideBySide], caption: str) -> None:
    say = view.say
    headings = [
        Heading(say("Indicator"), "name"),
        Heading(say("Target set")),
        Heading(say("Target"), "number"),
        Heading(say("Latest figure"), "number"),
        Heading(say("Required a year from now"), "number rate"),
        Heading(say("Standing"), "standing"),
    ]
    rows = [_asked(view, row) for one in found for row in one.rows]
    st.html(html_table(caption, headings, rows))


def _asked(view: View, row: TargetRow) -> list[str]:
    say, target = view.say, row.target
    address = view.link("target", set=target.target_set, target=target.id)
    when = f"{target.period.start.year}–{target.year}" if target.period.year is None else ""
    return [
        escape(say.text(row.indicator.name)) + small(measured_in(row, say)),
        link(address, say.text(view.plan.target_sets[target.target_set].name)),
        escape(unitless(row, bounds(row, say), say)) + small(when or str(target.year)),
        _latest(view, row),
        escape(required(row, say, from_now=True) or EMPTY),
        standing_cell(row, say),
    ]


def _latest(view: View, row: TargetRow) -> str:
    say, latest = view.say, row.assessment.latest
    if latest is None:
        return EMPTY
    mark = status_mark(latest.status, say)
    value = unitless(row, latest_value(row, say), say)
    return f"{escape(value)}<small>{mark} {latest_years(row, say)}</small>"


def draw_finished(view: View, card: Scorecard) -> None:
    """Draw a set that is over, target by target: reached or missed, in every series."""
    say = view.say
    found = kept(view, "finished_sets", lambda: finished_sets(card))
    if not found:
        return
    st.subheader(say("Target sets that are over"), anchor=False)
    by_id = {one.target_set.id: one for one in found}
    chosen = st.selectbox(
        say("Finished target set"),
        list(by_id),
        format_func=lambda one: say.text(by_id[one].target_set.name),
        key="plan_finished_set",
        width=640,
    )
    if chosen is not None:
        _draw_finished(view, by_id[chosen])


def _draw_finished(view: View, finished: FinishedSet) -> None:
    say = view.say
    st.markdown(literal(finished_sentence(finished, say)))
    headings = [
        Heading(say("Indicator"), "name"),
        Heading(say("Target"), "number"),
        Heading(say("Result"), "number"),
        Heading(say("Standing"), "standing"),
        Heading(say("In the other series")),
    ]
    rows = [_result(view, one) for one in finished.targets]
    st.html(html_table(say("Target sets that are over"), headings, rows))


def _beyond_the_period(row: TargetRow) -> TargetRow:
    """The row without the mark every target of a finished set has."""
    rest = row.assessment.marks - {Mark.PERIOD_OVER}
    return replace(row, assessment=replace(row.assessment, marks=rest))


def _result(view: View, one: FinishedTarget) -> list[str]:
    say, row = view.say, one.row
    address = view.link("target", set=row.target.target_set, target=row.target.id)
    elsewhere = [result_elsewhere(other, say) for other in one.elsewhere]
    differing = [
        told
        for told, other in zip(elsewhere, one.elsewhere, strict=True)
        if told and (other.standing != row.standing or row.standing is Standing.NOT_ASSESSED)
    ]
    return [
        link(address, say.text(row.indicator.name)) + small(measured_in(row, say)),
        escape(unitless(row, bounds(row, say), say)),
        _latest(view, row),
        standing_cell(row, say) + small(" ".join(marks(_beyond_the_period(row), say))),
        "<br>".join(escape(told) for told in differing) or EMPTY,
    ]
