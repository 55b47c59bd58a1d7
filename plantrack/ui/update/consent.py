"""The rows that go in only after a tick: each asked for beside what was found about it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

import streamlit as st

from plantrack.intake.findings import Finding, Place, Severity, remedy, sentence
from plantrack.intake.rules import AcceptedRow, Reading
from plantrack.ui.figure_words import figure_name, with_unit
from plantrack.ui.literal import literal
from plantrack.ui.update import draft as drafts
from plantrack.ui.update.draft import Draft
from plantrack.ui.view import View
from plantrack.update.choosing import consents
from plantrack.update.recording import Update
from plantrack.words.figures import written_period, written_value

_MANY: Final = 3  # ticks one by one


def ask_consent(view: View, draft: Draft, update: Update) -> Update:
    """Ask for a tick on every warned row (or set of shares); return the update as ticked."""
    say, reading = view.say, update.decided
    asked = consents(reading)
    if asked:
        title = say("Record these too?")
        st.markdown(f":material/warning: **{literal(title)}**")
        st.caption(say("Each was found unusual. Without a tick it stays out."))
    if len(asked) > _MANY:
        st.button(
            say("Tick all {count}: I have checked them", count=len(asked)),
            key=draft.key("tick_all"),
            icon=":material/done_all:",
            on_click=_tick_all,
            args=(draft, tuple(asked)),
        )
    given = {key: _ask_tick(view, draft, reading, key, rows) for key, rows in asked.items()}
    ticked = drafts.ticked(update, given)
    if reading.rows and not ticked.rows:
        st.info(say("No row is ticked, so nothing would be recorded."), icon=":material/info:")
    return ticked


def _tick_all(draft: Draft, asked: Sequence[str]) -> None:
    for key in asked:
        st.session_state[draft.key(f"tick_{key}")] = True


def _ask_tick(
    view: View, draft: Draft, reading: Reading, key: str, rows: Sequence[AcceptedRow]
) -> bool:
    """The tick outlives its widget, which Streamlit forgets with the page."""
    name = draft.key(f"tick_{key}")
    st.session_state.setdefault(name, draft.ticks.get(key, False))
    label = "; ".join(told_row(view, row) for row in rows)
    draft.ticks[key] = st.checkbox(literal(label), key=name)
    for finding in reading.findings:
        if beside_a_tick(finding, about_rows(rows)):
            told = f"{sentence(finding, view.say)} {remedy(finding, view.say)}"
            st.caption(literal(told))
    return draft.ticks[key]


def told_row(view: View, row: AcceptedRow) -> str:
    """Return "Poverty rate, 2025: 10.2 % (cell D2)"."""
    say, plan, figure = view.say, view.plan, row.figure
    return say(
        "{indicator}, {period}: {value} (cell {cell})",
        indicator=figure_name(plan, figure, say),
        period=written_period(figure.period, say),
        value=with_unit(plan, figure, written_value(plan, figure, say), say),
        cell=row.cell,
    )


def asked_about(reading: Reading) -> Collection[tuple[str, Place]]:
    """Return what is said about rows that need a tick, by code and place."""
    return about_rows([row for row in reading.rows if row.needs_tick])


def about_rows(rows: Sequence[AcceptedRow]) -> Collection[tuple[str, Place]]:
    return {(finding.code, finding.place) for row in rows for finding in row.findings}


def beside_a_tick(finding: Finding, asked: Collection[tuple[str, Place]]) -> bool:
    """Whether a finding stands beside a tick and need not be listed once more."""
    return finding.severity is Severity.WARNS and (finding.code, finding.place) in asked
