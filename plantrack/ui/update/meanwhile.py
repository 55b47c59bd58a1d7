"""Two people at once: whoever comes second is told what changed, and looks again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from plantrack.ledger import EmbeddedStore
from plantrack.model import Figure
from plantrack.stewardship import stewards_at
from plantrack.stewardship.stated import changes
from plantrack.stewardship.telling import change_sentences
from plantrack.ui import resources
from plantrack.ui.history.revision_sets import set_sentences
from plantrack.ui.history.revision_words import figures_sentence, standings_sentence, withdrawn_name
from plantrack.ui.literal import literal
from plantrack.ui.update.draft import Draft
from plantrack.ui.view import View


def look_again(view: View, draft: Draft) -> bool:
    """Whether the reader has looked at the comparison with what stands now.

    The comparison above is always made against the revision shown. Where that is newer than the
    one looked at before, draw what came in between and a button to say that it was seen.
    """
    key = draft.key("looked_at")
    looked_at: int = st.session_state.setdefault(key, view.revision)
    if looked_at == view.revision:
        return True
    say = view.say
    head = say(
        "Revision {number} arrived while you were at work, so nothing was recorded yet. Your file, "
        "its origin and your ticks are kept, and the comparison above is made anew.",
        number=view.revision,
    )
    told = [literal(sentence) for sentence in _between(view, looked_at)]
    st.warning("\n\n".join([literal(head), *told]), icon=":material/group:")
    st.button(
        say("I have looked at the comparison again"),
        key="update_look_again",
        icon=":material/visibility:",
        on_click=lambda: st.session_state.update({key: view.revision}),
    )
    return False


def _between(view: View, looked_at: int) -> list[str]:
    """What each revision after the one looked at changed."""
    opened, history = resources.opened(), view.store.history()
    told = []
    for entry in history[looked_at : view.revision]:
        change = resources.effect_of(opened, entry, view.series)
        stood = partial(_stood, opened.store, entry.number)
        sets = set_sentences(entry, history, change, stood, view.series, view.say)
        if sets:
            told.append(" ".join(sets))
            continue
        withdrawn = withdrawn_name(entry, history, view.say)
        figures = figures_sentence(entry, change, withdrawn, view.say)
        standings = standings_sentence(change, view.target_set.id, entry.withdraws, view.say)
        before, after = (stewards_at(history, entry.number - past) for past in (1, 0))
        noted = change_sentences(changes(before, after), view.plan, view.say)
        told.append(" ".join([figures, *noted, standings]))
    return told


def _stood(store: EmbeddedStore, number: int) -> Sequence[Figure]:
    return resources.snapshot(store, number).figures
