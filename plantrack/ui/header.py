"""The lines above every page: the plan, what the reader chose, and which figures these are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape
from typing import Final
from zoneinfo import ZoneInfo

import streamlit as st

from plantrack.model import LANGUAGES
from plantrack.plan import PREFERRED, Plan
from plantrack.ui import session
from plantrack.ui.address import Ignored
from plantrack.ui.follow import follow
from plantrack.ui.literal import literal
from plantrack.ui.view import View
from plantrack.words import Say

_LANGUAGE_KEY: Final = "frame_language"
_SET_KEY: Final = "frame_set"
_SERIES_KEY: Final = "frame_series"


def draw_header(view: View, ignored: Sequence[Ignored], *, whole: bool = True) -> None:
    """Draw the header of `view`, with a line for each part of the address that was ignored.

    That line and what follows the ledger are all there is of it unless `whole`.
    """
    if whole:
        _draw_choices(view)
    if ignored:
        st.warning(ignored_line(ignored, view.say), icon=":material/link_off:")
    if view.page.pins:
        return  # the page says itself which revision it keeps
    if not view.as_of:
        follow(view)
    elif whole:
        _as_of_bar(view)


def _draw_choices(view: View) -> None:
    with st.container(key="frame_header", horizontal=True, vertical_alignment="center"):
        with st.container(key="frame_identity", gap=None):
            st.title(literal(view.say.text(view.plan.name)), anchor=False)
            st.caption(revision_line(view))
            st.html(f'<p class="on-paper">{escape(shown_line(view))}</p>')
        with st.container(
            key="frame_choices",
            width="content",
            horizontal=True,
            horizontal_alignment="right",
            vertical_alignment="bottom",
        ):
            _target_set(view)
            _series(view)
            _language(view)


def revision_line(view: View) -> str:
    """Return which revision is shown, and when it was made."""
    say = view.say
    if view.record is None:
        return say("Figures: none recorded yet")
    return say(
        "Figures: revision {number}, updated {moment}",
        number=view.revision,
        moment=say.moment(view.record.made_at, view.plan.time_zone),
    )


def shown_line(view: View) -> str:
    """Return what the choices beside it say, for paper, where they cannot be opened."""
    say = view.say
    return " · ".join(
        (
            say.text(view.target_set.name),
            series_choices(view.plan, say).get(view.series, view.series),
            say(
                "drawn on {date}", date=say.date(datetime.now(ZoneInfo(view.plan.time_zone)).date())
            ),
        )
    )


def ignored_line(ignored: Sequence[Ignored], say: Say) -> str:
    """Return what in the address was ignored, safe to show as Markdown."""
    return say.many(
        "{count} part of the address does not exist here and was ignored: {parts}.",
        "{count} parts of the address do not exist here and were ignored: {parts}.",
        len(ignored),
        parts=say.listed([literal(f"{one.key}={one.value}") for one in ignored]),
    )


def series_choices(plan: Plan, say: Say) -> Mapping[str, str]:
    """Return the compilers a reader may choose among, by id, the plan's own preference first."""
    compiling = {series.compiler for series in plan.series.values()}
    named = {
        compiler.id: say.text(compiler.name)
        for compiler in plan.compilers.values()
        if compiler.id in compiling
    }
    return {PREFERRED: say("Preferred by the plan"), **named}


def _language(view: View) -> None:
    st.session_state[_LANGUAGE_KEY] = view.choices.language
    st.segmented_control(
        view.say("Language"),
        LANGUAGES,
        format_func=str.upper,
        required=True,
        key=_LANGUAGE_KEY,
        label_visibility="collapsed",
        on_change=lambda: session.choose(language=st.session_state[_LANGUAGE_KEY]),
    )


def _target_set(view: View) -> None:
    sets = view.plan.target_sets
    st.session_state[_SET_KEY] = view.choices.target_set
    st.selectbox(
        view.say("Target set"),
        list(sets),
        format_func=lambda target_set: view.say.text(sets[target_set].name),
        key=_SET_KEY,
        width=420,
        on_change=lambda: session.choose(target_set=st.session_state[_SET_KEY]),
    )


def _series(view: View) -> None:
    names = series_choices(view.plan, view.say)
    st.session_state[_SERIES_KEY] = view.series
    st.selectbox(
        view.say("Series"),
        list(names),
        format_func=names.__getitem__,
        key=_SERIES_KEY,
        width=240,
        on_change=lambda: session.choose(series=st.session_state[_SERIES_KEY]),
    )


def _as_of_bar(view: View) -> None:
    with st.container(key="frame_as_of", horizontal=True, vertical_alignment="center"):
        st.info(
            view.say(
                "As of revision {number}: later figures are not shown and nothing can be recorded.",
                number=view.revision,
            ),
            icon=":material/history:",
        )
        st.button(
            view.say("Show the newest revision ({number})", number=view.newest),
            key="frame_newest",
            on_click=lambda: session.choose(revision=None),
        )
