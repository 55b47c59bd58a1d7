"""Reading a session's file in a child: once, with its progress shown, until it is stopped."""

from __future__ import annotations

from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from plantrack.intake.rules import Reading
from plantrack.ui.view import View
from plantrack.update.decisions import Decisions, File
from plantrack.worker import Progress, Worker
from plantrack.worker.reading import Cancelled, read_file

_WORKER: Final = "update_worker"
_READING: Final = "update_reading"
_AT_ONCE: Final = 0.8  # seconds without a word: most files are read by then
_STOPPED: Final = "update_stopped"


def read_in_child(
    view: View, file: File, decisions: Decisions, place: DeltaGenerator, turn: int = 1
) -> Reading:
    """Return what the file holds, read once for the same figures, series and answers.

    The progress stands in `place`, an empty element; `turn` counts the readings of one run of the
    page. A reader who presses "stop" or leaves the page ends the child: the run of the page that
    waits here is broken off by what it draws.
    """
    asked = (file.digest, file.name, decisions.series, tuple(sorted(decisions.given.items())))
    key = (view.plan.digest, view.revision, view.key[3], *asked)
    held = st.session_state.get(_READING)
    if held is not None and held[0] == key:
        found: Reading = held[1]
        return found
    worker: Worker = st.session_state.setdefault(_WORKER, Worker())
    watch = _Watch(view, place, turn)
    try:
        found = read_file(worker, file, view.plan, view.snapshot.figures, decisions, watch)
    except Cancelled:  # another run of this session took over
        st.stop()
    finally:
        place.empty()
    st.session_state[_READING] = (key, found)
    return found


class _Watch:
    """Draws how long the child has been at work, how far it is, and the way to stop it."""

    def __init__(self, view: View, place: DeltaGenerator, turn: int) -> None:
        self._view = view
        self._turn = turn
        self._place = place
        self._told: DeltaGenerator | None = None
        self._bar: DeltaGenerator | None = None

    def __call__(self, progress: Progress) -> None:
        if progress.seconds < _AT_ONCE:
            return
        say = self._view.say
        if self._told is None:
            with self._place.container(key=f"update_checking_{self._turn}"):
                with st.container(horizontal=True):
                    self._told = st.empty()
                    st.button(
                        say("Stop reading"),
                        key=f"update_stop_{self._turn}",
                        icon=":material/stop_circle:",
                        on_click=_stop,
                    )
                self._bar = st.empty()
        if self._bar is not None and progress.share is not None:
            self._bar.progress(min(progress.share, 1.0))
        seconds = say.number(round(progress.seconds), 0)
        if progress.share:
            done = say.percent(round(progress.share * 100), 0)
            told = say(
                "Reading and checking the file: {done}, {seconds} s", done=done, seconds=seconds
            )
        else:
            told = say("Reading and checking the file: {seconds} s", seconds=seconds)
        self._told.markdown(f":material/hourglass_top: {told}", width="content")


def _stop() -> None:
    st.session_state[_STOPPED] = True


def stopped() -> bool:
    """Whether the reader stopped the check; asked once, then forgotten."""
    return bool(st.session_state.pop(_STOPPED, False))
