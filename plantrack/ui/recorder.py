"""Who records: asked once, kept in the browser, and always marked as stated, not verified."""

from __future__ import annotations

from functools import cache
from typing import Final
from urllib.parse import quote, unquote

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from plantrack.opening import STARTED_BY
from plantrack.ui.literal import literal
from plantrack.words import Say

RECORDER: Final = "recorder"  # in the session state: the name every page that records goes by
COOKIE: Final = "plantrack_recorder"
LONGEST_NAME: Final = 80  # characters

_FIELD: Final = "recorder_name"
_A_YEAR: Final = 365 * 24 * 60 * 60  # seconds
# Data, not a script put together from a name: nothing a person types is ever run.
_SCRIPT: Final = "export default ({data}) => { document.cookie = data.cookie }"


def ask_recorder(say: Say) -> str:
    """Draw the field for the recorder's name; return the name, "" while there is none.

    One field a page. The name holds on every page of the session and in the browser for a year.
    """
    st.session_state[_FIELD] = recorder()
    st.text_input(
        say("Your name"),
        key=_FIELD,
        max_chars=LONGEST_NAME,
        placeholder=say("Name and office of whoever records"),
        autocomplete="name",
        width=480,
    )
    st.caption(say("Stated, not verified. It stands beside the revision and in this browser."))
    _keep_in_browser(recorder())
    return recorder()


def recorder() -> str:
    """Return the name given in this session, else the one this browser kept, else ""."""
    # The field first: a button pressed right after typing runs its callback before the page.
    for key in (_FIELD, RECORDER):
        name = st.session_state.get(key)
        if isinstance(name, str):
            break
    else:
        name = unquote(st.context.cookies.get(COOKIE, ""))
    st.session_state[RECORDER] = tidy(name)
    return tidy(name)


def made_by(name: str, say: Say) -> str:
    """Return who made a revision, safe to show as Markdown."""
    return stated_name(literal(name), say)


def stated_name(name: str, say: Say) -> str:
    """Return who made a revision as plain text."""
    if name == STARTED_BY:
        return say("the program, when it started")
    return say("{name} (stated, not verified)", name=name)


def tidy(name: str) -> str:
    """Return a name on one line without outer blanks, no longer than the field allows.

    >>> tidy("  Nguyễn\\n Văn A ")
    'Nguyễn Văn A'
    """
    return " ".join(name.split())[:LONGEST_NAME]


def cookie(name: str) -> str:
    """Return what keeps `name` in the browser; an empty name is forgotten at once.

    >>> cookie("A; B")
    'plantrack_recorder=A%3B%20B; path=/; max-age=31536000; samesite=strict'
    """
    age = _A_YEAR if name else 0
    return f"{COOKIE}={quote(name, safe='')}; path=/; max-age={age}; samesite=strict"


def _keep_in_browser(name: str) -> None:
    component()(key="recorder_cookie", data={"cookie": cookie(name)}, height="content")


@cache
def component() -> ComponentRenderer:
    return st.components.v2.component("plantrack_recorder", js=_SCRIPT)
