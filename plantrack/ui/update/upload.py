"""The first step of an update: the file, or pasted cells. Once given it is one line."""

from __future__ import annotations

from typing import Final

import streamlit as st

from plantrack.intake.rules import PASTED, pasted
from plantrack.intake.workbook import MAX_BYTES
from plantrack.plan import PREFERRED
from plantrack.settings import Settings
from plantrack.ui.header import series_choices
from plantrack.ui.literal import literal
from plantrack.ui.update import checking, keeping
from plantrack.ui.update import draft as drafts
from plantrack.ui.update.draft import Draft
from plantrack.ui.update.recording import forget_answers
from plantrack.ui.view import View

_UPLOADER: Final = "update_file"
_PASTED: Final = "update_pasted"
_MEGABYTE: Final = 2**20
LONGEST_PASTE: Final = 2 * _MEGABYTE  # letters


def ask_file(view: View) -> Draft | None:
    """Ask for the file; None until there is one.

    Any kind of file is taken in, because a file of a wrong kind is answered in the reader's
    language, with what to do, where the uploader would only refuse it in English.
    """
    say = view.say
    st.subheader(say("1. Give the file, or the cells"), anchor=False)
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
        "One file of at most {limit} MB, as you have it: XLSX, XLS, ODS, CSV or a table saved from "
        "a web page. Drop it on the field below, or choose it with the button in the field "
        "(“Upload”).",
        limit=limit,
    )
    st.write(told)
    st.file_uploader(
        say("File of figures"),
        max_upload_size=limit,
        key=_UPLOADER,
        label_visibility="collapsed",
        on_change=_take,
    )
    _ask_cells(view)
    return None


def _ask_cells(view: View) -> None:
    """Ask for cells copied from a spreadsheet; a text of many megabytes is a file."""
    say = view.say
    with st.form("update_paste", border=False, enter_to_submit=False):
        st.text_area(
            say("Or paste the cells, copied from a spreadsheet with their headers"),
            key=_PASTED,
            height=96,
            max_chars=LONGEST_PASTE,
        )
        label = say("Read these cells")
        st.form_submit_button(label, icon=":material/content_paste:", on_click=_take_cells)


def _take_cells() -> None:
    text = st.session_state.get(_PASTED, "")
    if text.strip():
        forget_answers()
        drafts.start(PASTED, pasted(text))


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
        name = say("Pasted cells") if draft.name == PASTED else draft.name
        told = say("{name} ({size} KB)", name=name, size=kilobytes)
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
