"""Choices of slides kept under a name: in the ledger, outside revisions."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from plantrack.deck import Choice, restored
from plantrack.deck.choice import KIND, LONGEST_NAME, as_value, tidy
from plantrack.ledger.store import Saved
from plantrack.ui.errors import in_callback
from plantrack.ui.literal import literal
from plantrack.ui.recorder import recorder
from plantrack.ui.view import View

_NAME = "present_name"


def named(view: View, name: str) -> Choice | None:
    """Return the choice saved under a name; None where there is none."""
    found = (one for one in view.store.saved(KIND) if one.name == name)
    return next((restored(one.value) for one in found), None)


def draw(view: View, choice: Choice) -> None:
    """Draw the field to save the choice by name, and what was saved before."""
    say = view.say
    st.subheader(say("Saved decks"), anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            say("Name of this choice"),
            key=_NAME,
            max_chars=LONGEST_NAME,
            placeholder=say("Quarterly meeting of the committee"),
            width=420,
        )
        st.button(
            say("Save"),
            key="present_save",
            icon=":material/save:",
            on_click=in_callback(_save),
            args=(view, choice),
        )
    saved = view.store.saved(KIND)
    if not saved:
        told = say("A saved deck keeps slides, order and notes, not figures: those are the newest.")
        st.caption(literal(told))
    for one in saved:
        _draw_saved(view, one)


def _draw_saved(view: View, one: Saved) -> None:
    say, told = view.say, one.value if isinstance(one.value, Mapping) else {}
    with st.container(horizontal=True, vertical_alignment="center", key=f"present_deck_{one.name}"):
        view.page_link(
            "present",
            literal(one.name),
            deck=one.name,
            set=_text(told, "set"),
            series=_text(told, "series"),
            revision=None,
        )
        moment = say.moment(one.saved_at, view.plan.time_zone)
        st.caption(literal(say("saved {moment}", moment=moment)), width="content")
        st.button(
            say("Forget “{name}”", name=literal(one.name)),
            key=f"present_forget_{one.name}",
            type="tertiary",
            on_click=in_callback(view.store.forget),
            args=(KIND, one.name),
        )


def _text(value: Mapping[str, object], key: str) -> str | None:
    found = value.get(key)
    return found if isinstance(found, str) else None


def _save(view: View, choice: Choice) -> None:
    """Keep the choice with the target set and the series it was made for."""
    name = tidy(str(st.session_state.get(_NAME, "")), LONGEST_NAME)
    if not name:
        return
    value = {**as_value(choice), "set": view.target_set.id, "series": view.series}
    view.store.save(KIND, name, value, recorder())
    st.query_params["deck"] = name
    st.session_state[_NAME] = ""
