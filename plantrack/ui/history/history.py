"""The history: one revision after another, newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from plantrack.chronicle import withdrawn_at
from plantrack.model import Revision
from plantrack.seeds import SeedProblems
from plantrack.stewardship import stewards_at
from plantrack.stewardship.stated import changes
from plantrack.ui import resources
from plantrack.ui.history.revision_card import Record, draw_record
from plantrack.ui.history.revision_words import withdrawn_name
from plantrack.ui.history.standing_log import draw_log
from plantrack.ui.history.withdrawing import draw_answer
from plantrack.ui.view import View

AT_FIRST: Final = 10  # revisions shown before the reader asks for more

_SHOWN: Final = "history_shown"


def revisions(view: View) -> tuple[Revision, ...]:
    """Return the revisions up to the one shown, newest last."""
    return view.store.history()[: view.revision]


def title(view: View, history: Sequence[Revision]) -> str:
    """Return how many revisions there are, and how many of them are withdrawn."""
    say = view.say
    if not history:
        return say("No revision of the figures yet")
    told = say.many(
        "{count} revision of the figures, newest first",
        "{count} revisions of the figures, newest first",
        len(history),
    )
    withdrawn = len(withdrawn_at(history, view.revision))
    if not withdrawn:
        return told
    more = say.many("{count} is withdrawn", "{count} are withdrawn", withdrawn)
    return say("{told}; {more}", told=told, more=more)


def draw(view: View, history: Sequence[Revision]) -> None:
    """Draw the answer to the last withdrawal and the revisions, or that there is none."""
    draw_answer()
    draw_log(view, history)
    if not history:
        st.info(view.say("No figure has been recorded yet."), icon=":material/inbox:")
        view.page_link("update", view.say("Update figures"))
        return
    withdrawn = withdrawn_at(history, view.revision)
    shown = st.session_state.get(_SHOWN, AT_FIRST)
    for entry in list(reversed(history))[:shown]:
        draw_record(view, _record(view, entry, history, withdrawn))
    if len(history) > shown:
        st.button(
            view.say("Show older revisions ({count})", count=len(history) - shown),
            key="history_older",
            on_click=_show,
            args=(shown + AT_FIRST,),
        )


def _show(count: int) -> None:
    st.session_state[_SHOWN] = count


def _record(
    view: View, entry: Revision, history: Sequence[Revision], withdrawn: Mapping[int, int]
) -> Record:
    by = withdrawn.get(entry.number)
    try:
        effect = resources.effect_of(resources.opened(), entry, view.series)
    except SeedProblems:  # rules grew stricter since; the rest of the history still reads
        effect = None
    return Record(
        entry,
        effect,
        history[by - 1] if by is not None else None,
        withdrawn_name(entry, history, view.say),
        changes(stewards_at(history, entry.number - 1), stewards_at(history, entry.number)),
    )
