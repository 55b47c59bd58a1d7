"""What stands beside a target: other series, other target sets, the peers."""

from __future__ import annotations

from datetime import date
from html import escape

import streamlit as st

from plantrack.scorecard import TargetRow
from plantrack.scorecard.readings import in_other_sets, readings
from plantrack.scorecard.telling import (
    bounds,
    latest_value,
    latest_years,
    observed,
    required,
)
from plantrack.scorecard.telling.places import place_of
from plantrack.ui.figure_marks import status_mark
from plantrack.ui.marks import labelled_mark
from plantrack.ui.scores import kept, scores
from plantrack.ui.tables import EMPTY, Heading, html_table, link, small
from plantrack.ui.view import View


def draw_series(view: View, row: TargetRow) -> None:
    """Draw the target in every series of its indicator."""
    say = view.say
    values = scores(view).values
    found = kept(view, "readings", lambda: readings(view.plan, values, row), row.target.id)
    if len(found) < 2 and row.series is not None:
        return
    st.subheader(say("The same target in every series"), anchor=False)
    st.caption(say("Progress is computed inside one series only, never across two."))
    headings = [Heading(say("Series"), "name"), *_numbers(view)]
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
        Heading(say("Target"), "number"),
        *_numbers(view),
    ]
    rows = [[_set(view, one), _asked(view, one), *_cells(view, one)] for one in found]
    st.html(html_table(say("The same indicator in other target sets"), headings, rows))


def draw_peers(view: View, row: TargetRow) -> None:
    """Draw the places in each version of the peer set, and the growth a better place takes."""
    say = view.say
    if row.ranking is None or not row.ranking.versions:
        return
    st.subheader(say("The place, year by year"), anchor=False)
    years = sorted({place.year for one in row.ranking.versions for place in one.places})
    headings = [
        Heading(say("Peers"), "name"),
        *(Heading(str(year), "number") for year in years),
    ]
    rows = []
    for version in row.ranking.versions:
        by_year = {place.year: place for place in version.places}
        told = say.many("{count} province", "{count} provinces", len(version.peers.members))
        rows.append(
            [
                escape(told) + small(_validity(view, version.peers.valid_to)),
                *(
                    escape(place_of(by_year[year], say)) if year in by_year else EMPTY
                    for year in years
                ),
            ]
        )
    st.html(html_table(say("The place, year by year"), headings, rows))


def _validity(view: View, valid_to: date | None) -> str:
    say = view.say
    if valid_to is not None:
        return say("borders in force until {day}", day=say.date(valid_to))
    return say("borders in force today")


def _numbers(view: View) -> list[Heading]:
    say = view.say
    return [
        Heading(say("Latest figure"), "number"),
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
        value = f"{escape(latest_value(row, say))}<small>{mark} {latest_years(row, say)}</small>"
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
    return escape(bounds(row, view.say)) + small(str(row.target.year))
