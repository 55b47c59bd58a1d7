"""What stands beside a target: other series, other target sets, the peers."""

from __future__ import annotations

from html import escape

import streamlit as st

from plantrack.charts.values import noted
from plantrack.scorecard import TargetRow
from plantrack.scorecard.growth import counterpart
from plantrack.scorecard.readings import in_other_sets, readings
from plantrack.scorecard.telling import (
    bounds,
    in_percent,
    latest_value,
    latest_years,
    observed,
    required,
    unit,
    unitless,
)
from plantrack.ui.figure_marks import status_mark
from plantrack.ui.marks import labelled_mark
from plantrack.ui.scores import kept, scores
from plantrack.ui.tables import EMPTY, Heading, html_table, link, small
from plantrack.ui.view import View
from plantrack.words import Say


def draw_series(view: View, row: TargetRow) -> None:
    """Draw the target in every series of its indicator."""
    say = view.say
    values = scores(view).values
    found = kept(view, "readings", lambda: readings(view.plan, values, row), row.target.id)
    if not found or (len(found) < 2 and row.series is not None):
        return
    st.subheader(say("The same target in every series"), anchor=False)
    st.caption(say("Progress is computed inside one series only, never across two."))
    headings = [Heading(say("Series"), "name"), *_numbers(view, row)]
    rows = [[_series(view, one, row), *_cells(view, one)] for one in found]
    st.html(html_table(say("The same target in every series"), headings, rows))


def draw_sets(view: View, row: TargetRow) -> None:
    """Draw the same indicator in the other target sets; none replaces another."""
    say = view.say
    values = scores(view).values
    found = kept(
        view, "other_sets", lambda: in_other_sets(view.plan, values, row.target), row.target.id
    )
    if not found:
        return
    st.subheader(say("The same indicator in other target sets"), anchor=False)
    headings = [
        Heading(say("Target set"), "name"),
        Heading(_with_unit(say("Target"), row, say), "number"),
        *_numbers(view, row),
    ]
    rows = [[_set(view, one), _asked(view, one), *_cells(view, one)] for one in found]
    st.html(html_table(say("The same indicator in other target sets"), headings, rows))


def draw_counterpart(view: View, row: TargetRow) -> None:
    """Link a part's growth target and the target for its share: one fact, two standings."""
    say, card = view.say, scores(view)
    other = counterpart(view.plan, row.indicator.id)
    found = card.of_indicator(other) if other is not None else None
    if found is None:
        return
    name = say.text(found.indicator.name)
    told = escape(say("The same part of the economy has another target:"))
    there = link(view.link("target", target=found.target.id), name)
    st.html(f"<p>{told} {there} {labelled_mark(found.standing, say)}</p>")


def _with_unit(heading: str, row: TargetRow, say: Say) -> str:
    """A heading with the unit all its amounts share; a "%" stands with each number."""
    return heading if in_percent(row) or row.ranking else noted(heading, (unit(row, say),), say)


def _numbers(view: View, row: TargetRow) -> list[Heading]:
    say = view.say
    return [
        Heading(_with_unit(say("Latest figure"), row, say), "number"),
        Heading(say("Required a year from now"), "number rate"),
        Heading(say("Observed a year"), "number rate"),
        Heading(say("Standing"), "standing"),
    ]


def _cells(view: View, row: TargetRow) -> list[str]:
    say = view.say
    latest = row.assessment.latest
    value = EMPTY
    if latest is not None:
        mark = status_mark(latest.status, say)
        level = unitless(row, latest_value(row, say), say)
        value = f"{escape(level)}<small>{mark} {latest_years(row, say)}</small>"
    from_baseline = required(row, say)
    told = say("from the baseline: {pace}", pace=from_baseline) if from_baseline else ""
    return [
        value,
        escape(required(row, say, from_now=True) or EMPTY) + small(told),
        escape(observed(row, say) or EMPTY),
        labelled_mark(row.standing, say),
    ]


def _series(view: View, row: TargetRow, shown: TargetRow) -> str:
    if row.series is None:
        return escape(view.say("computed when read"))
    name = escape(view.say.text(view.plan.compilers[row.series.compiler].name))
    in_use = view.say("in use on this page") if row.series == shown.series else ""
    return name + small(in_use) + small(view.say.text(row.series.note))


def _set(view: View, row: TargetRow) -> str:
    target_set = view.plan.target_sets[row.target.target_set]
    address = view.link("target", set=target_set.id, target=row.target.id)
    return link(address, view.say.text(target_set.name))


def _asked(view: View, row: TargetRow) -> str:
    asked = unitless(row, bounds(row, view.say), view.say)
    return escape(asked) + small(str(row.target.year))
