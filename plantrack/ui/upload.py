"""The second step of an update: the file. Once given it stands in a line of its own."""

from __future__ import annotations

from typing import Final

import streamlit as st

from plantrack.intake.workbook import MAX_BYTES
from plantrack.plan import PREFERRED
from plantrack.settings import Settings
from plantrack.ui import checking, keeping
from plantrack.ui import draft as drafts
from plantrack.ui.draft import Draft
from plantrack.ui.header import series_choices
from plantrack.ui.literal import literal
from plantrack.ui.recording import forget_answers
from plantrack.ui.view import View

_UPLOADER: Final = "update_file"
_MEGABYTE: Final = 2**20


def ask_file(view: View) -> Draft | None:
    """Ask for the file; None until there is one.

    Any kind of file is taken in, because a file of a wrong kind is answered in the reader's
    language, with what to do, where the uploader would only refuse it in English.
    """
    say = view.say
    st.subheader(say("2. Give the filled-in file"), anchor=False)
    keeping.resume(view)
    if checking.stopped():
        _let_go()
    draft = drafts.draft()
    if draft is not None:
        _draw_given(view, draft)
        return draft
    keeping.draw_lost(view)
    limit = largest_upload()
    told = say(
        "One CSV or XLSX file of at most {limit} MB. Drop it on the field below, or choose it "
        "with the button in the field (“Upload”).",
        limit=limit,
    )
    st.write(told)
    st.file_uploader(
        say("File (CSV or XLSX)"),
        max_upload_size=limit,
        key=_UPLOADER,
        label_visibility="collapsed",
        on_change=_take,
    )
    return None


def largest_upload() -> int:
    """Return how large a file may be, in megabytes: what is let in and what is read."""
    return min(Settings.from_environment().max_upload_mb, MAX_BYTES // _MEGABYTE)


def _take() -> None:
    uploaded = st.session_state.get(_UPLOADER)
    if uploaded is not None:
        forget_answers()
        drafts.start(uploaded.name, uploaded.getvalue())


def _draw_given(view: View, draft: Draft) -> None:
    say = view.say
    with st.container(horizontal=True, vertical_alignment="center", key="update_given"):
        kilobytes = say.number(len(draft.content) / 1024, 1)
        told = say("{name} ({size} KB)", name=draft.name, size=kilobytes)
        st.markdown(f":material/description: **{literal(told)}**", width="content")
        st.button(
            say("Choose another file"),
            key="update_another",
            icon=":material/swap_horiz:",
            on_click=_let_go,
        )
    _ask_series(view, draft)


def _ask_series(view: View, draft: Draft) -> None:
    """Ask which series rows belong to that name none; at first the one of every page."""
    names, kept = series_choices(view.plan, view.say), draft.key("series")
    chosen = draft.series(view)
    key = f"{kept}_{view.say.language}"
    st.session_state.setdefault(key, chosen if chosen in names else PREFERRED)
    st.session_state[kept] = st.selectbox(
        view.say("Series of rows that name none"),
        list(names),
        format_func=lambda one: names[one],
        key=key,
        width=480,
    )


def _let_go() -> None:
    forget_answers()
    keeping.end()
    drafts.drop()
