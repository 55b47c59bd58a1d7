"""The blocks of one target's page: the finding, the path, the numbers, why, and on what."""

from __future__ import annotations

import streamlit as st

from plantrack.charts.look import Caption
from plantrack.charts.path import path_chart
from plantrack.charts.path_data import path_data
from plantrack.charts.tables import path_table
from plantrack.scorecard import Scorecard, TargetRow
from plantrack.scorecard.telling import missing, takeaway
from plantrack.scorecard.telling.arithmetic import steps
from plantrack.scorecard.telling.facts import facts
from plantrack.ui.evidence import figures_table, sources_table
from plantrack.ui.literal import literal
from plantrack.ui.scores import draw_chart, look, scores
from plantrack.ui.tables import html_facts
from plantrack.ui.taking import taken
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
    taken.draw_path(view, row)


def draw_numbers(view: View, row: TargetRow) -> None:
    """Draw the numbers an official asks for."""
    st.html(html_facts(facts(row, view.say)))


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
    elif row.series is None:
        told = say(
            "Computed from other indicators when read; it has no recorded figure of its own."
        )
        st.caption(literal(told))
    else:
        st.info(say("No figure of this series is recorded yet."), icon=":material/help:")
    st.markdown(f"**{say('Where the target stands written')}**")
    st.html(sources_table(view, [row.target.origin], say("Where the target stands written")))
    note = say.text(row.target.note)
    if note:
        st.caption(literal(note))
