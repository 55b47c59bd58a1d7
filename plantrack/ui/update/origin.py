"""Where the figures of an update come from: asked as fields, kept until it is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

from plantrack.model import Source
from plantrack.ui.view import View
from plantrack.update.decisions import one_line, stated_source
from plantrack.words import mark

_STATED: Final = "update_origin"  # in the session, so that leaving the page loses nothing
_FIELDS: Final = {
    "title": (mark("Title of the publication"), 300),
    "publisher": (mark("Who published it"), 200),
    "published": (mark("Date of publication"), 60),
    "url": (mark("Address, if it has one (https://…)"), 500),
}
_WEB: Final = ("https://", "http://")


def ask_origin(view: View) -> None:
    """Draw the fields, filled with what was stated for the last file of this session."""
    say = view.say
    st.write(say("Where the figures come from: every figure has an origin."))
    kept: dict[str, str] = st.session_state.setdefault(_STATED, {})
    left, right = st.columns(2)
    for place, (name, (label, longest)) in enumerate(_FIELDS.items()):
        key = _key(name)
        st.session_state.setdefault(key, kept.get(name, ""))
        with left if place < len(_FIELDS) / 2 else right:
            kept[name] = st.text_input(say(label), key=key, max_chars=longest)
    url = one_line(kept["url"])
    if url and not url.startswith(_WEB):
        told = say("Give the whole address, beginning with https://, or leave it empty.")
        st.warning(told, icon=":material/link_off:")


def stated_origin() -> Source | None:
    """Return the origin as the fields say; None while something is missing or wrong."""
    title, publisher, published, url = (
        one_line(st.session_state.get(_key(name), "")) for name in _FIELDS
    )
    if not (title and publisher and published) or (url and not url.startswith(_WEB)):
        return None
    return stated_source(title, publisher, published, url)


def origin_so_far() -> Mapping[str, str]:
    """Return the fields as typed so far."""
    return dict(st.session_state.get(_STATED, {}))


def restore_origin(typed: Mapping[str, str]) -> None:
    """Fill the fields with what was typed before, in this session or another."""
    forget_origin()
    st.session_state[_STATED] = {name: typed[name] for name in _FIELDS if name in typed}


def forget_origin() -> None:
    """Empty the fields."""
    st.session_state.pop(_STATED, None)
    for name in _FIELDS:
        st.session_state.pop(_key(name), None)


def _key(name: str) -> str:
    return f"update_{name}"
