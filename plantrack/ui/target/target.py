"""The blocks of one target's page: the finding, the path, the numbers, why, and on what."""

from __future__ import annotations

import streamlit as st

from plantrack.charts.look import Caption
from plantrack.charts.path import path_chart
from plantrack.charts.path_data import path_data
from plantrack.charts.tables import path_table
from plantrack.scorecard import Scorecard, TargetRow
from plantrack.scorecard.telling import (
    bounds,
    gap,
    latest_value,
    latest_years,
    missing,
    observed,
    observed_years,
    required,
    takeaway,
    time_distance,
    years,
)
from plantrack.scorecard.telling.arithmetic import steps
from plantrack.scorecard.telling.places import peer_name
from plantrack.ui.evidence import figures_table, sources_table
from plantrack.ui.literal import literal
from plantrack.ui.scores import draw_chart, look, scores
from plantrack.ui.tables import EMPTY, Fact, html_facts
from plantrack.ui.view import View

_TARGET_KEY = "target_choice"


def chosen(view: View, card: Scorecard) -> TargetRow | None:
    """Draw the choice of a target and return its row; the most urgent one at first."""
    rows = {row.target.id: row for row in card.ordered}
    if not rows:
        st.info(view.say("This target set has no targets."), icon=":material/flag:")
        return None
    asked = view.address.target
    if asked in rows and st.session_state.get(_TARGET_KEY) != asked:
        st.session_state[_TARGET_KEY] = asked
    elif st.session_state.get(_TARGET_KEY) not in rows:
        st.session_state[_TARGET_KEY] = next(iter(rows))
    target = st.selectbox(
        view.say("Target"),
        list(rows),
        format_func=lambda one: view.say.text(rows[one].indicator.name),
        key=_TARGET_KEY,
        label_visibility="collapsed",
        width=480,
        on_change=lambda: view.remember(target=st.session_state[_TARGET_KEY]),
    )
    view.remember(target=target)
    return rows[target]


def draw_path(view: View, row: TargetRow) -> None:
    """Draw the figures reported so far, the planned path and where the observed pace leads."""
    say = view.say
    caption = Caption("", takeaway(row, say))
    if row.ranking is not None or not path_data(row, say).values:
        return  # a place among peers, or another place's target: there is no path to draw
    draw_chart(
        view,
        "path",
        lambda: path_chart(row, say, caption=caption, look=look(view)),
        lambda: path_table(row, say),
        row.target.id,
    )


def draw_numbers(view: View, row: TargetRow) -> None:
    """Draw the numbers an official asks for."""
    facts = _rank_facts(view, row) if row.ranking is not None else _pace_facts(view, row)
    st.html(html_facts(facts))


def _pace_facts(view: View, row: TargetRow) -> tuple[Fact, ...]:
    say = view.say
    latest = row.assessment.latest
    return (
        _latest(view, row),
        Fact(say("Gap"), gap(row, say) or EMPTY, say("to {bounds}", bounds=bounds(row, say))),
        Fact(
            say("Required a year from now"),
            required(row, say, from_now=True) or EMPTY,
            _from_baseline(row, view),
        ),
        Fact(say("Observed a year"), observed(row, say) or EMPTY, observed_years(row, say)),
        Fact(
            say("Ahead or behind the path"),
            time_distance(row, say) or EMPTY,
            "" if latest is None else str(latest.year),
        ),
    )


def _rank_facts(view: View, row: TargetRow) -> tuple[Fact, ...]:
    """A place has no pace; what it takes is told by what the peers may reach."""
    say, ranking = view.say, row.ranking
    facts = [
        _latest(view, row),
        Fact(say("Gap"), gap(row, say) or EMPTY, say("to {bounds}", bounds=bounds(row, say))),
    ]
    for one in ranking.matches if ranking is not None else ():
        name = say(
            "To match the place {place} in {year}", place=row.target.k or 0, year=row.target.year
        )
        told = say(
            "{peer} goes on at its pace of {years}",
            peer=peer_name(row, one.match.peer, say),
            years=years(one.since + 1, one.until, say),
        )
        facts.append(Fact(name, say.rate(one.match.required * 100), told))
    return tuple(facts)


def _latest(view: View, row: TargetRow) -> Fact:
    say = view.say
    value, told = latest_value(row, say), latest_years(row, say)
    return Fact(say("Latest figure"), value or EMPTY, told)


def _from_baseline(row: TargetRow, view: View) -> str:
    pace = required(row, view.say)
    return view.say("from the baseline: {pace}", pace=pace) if pace else ""


def draw_arithmetic(view: View, row: TargetRow) -> None:
    """Draw, on demand, how each number came about, with the numbers put in."""
    with st.expander(
        view.say("How this was computed"), key="on_paper_arithmetic", icon=":material/calculate:"
    ):
        for step in steps(row, view.say, scores(view).values):
            st.markdown(f"**{literal(step.title)}**")
            st.markdown("  \n".join(literal(line) for line in step.lines))


def draw_missing(view: View, row: TargetRow) -> None:
    told = missing(row, view.say)
    if told:
        st.info("\n\n".join(literal(line) for line in told), icon=":material/help:")


def draw_evidence(view: View, row: TargetRow) -> None:
    """Draw the figures of the series in use and the publications behind figures and target."""
    say = view.say
    st.subheader(say("Figures and their sources"), anchor=False)
    if row.figures:
        st.html(figures_table(view, row.figures, say("Figures and their sources")))
    else:
        st.info(say("No figure of this series is recorded yet."), icon=":material/help:")
    st.markdown(f"**{say('Where the target stands written')}**")
    st.html(sources_table(view, [row.target.origin], say("Where the target stands written")))
    note = say.text(row.target.note)
    if note:
        st.caption(literal(note))
