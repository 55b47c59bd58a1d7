"""What a reader sees when something failed: what happened, what to do, nothing lost.

Known refusals (settings, seeds, ledger) say their own sentence. Anything else gets a reference
number that finds its line in the log. Both languages stand on the page, because what failed may
be what tells the language.
"""

from __future__ import annotations

import secrets
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import NoReturn, ParamSpec

import streamlit as st

from plantrack import log, words
from plantrack.ui.literal import literal

FAILURE = "frame_failure"

P = ParamSpec("P")


@contextmanager
def reported(page: str) -> Iterator[None]:
    """Show the error page for an exception nobody expected, and log it under its reference."""
    try:
        yield
    except Exception as problem:  # noqa: BLE001  # the last place that can tell the reader
        _show(logged(problem, page))


def in_callback(callback: Callable[P, None]) -> Callable[P, None]:
    """Return `callback` so that its failure is shown above the page instead of replacing it."""

    @wraps(callback)
    def guarded(*arguments: P.args, **named: P.kwargs) -> None:
        with reported(callback.__qualname__):
            callback(*arguments, **named)

    return guarded


def refuse(vietnamese: str, english: str) -> NoReturn:
    """Show why the dashboards cannot be shown, and stop."""
    st.error(f"{_lines(vietnamese)}\n\n{_lines(english)}", icon=":material/error:")
    st.stop()


def _lines(text: str) -> str:
    return "  \n".join(literal(line) for line in text.splitlines())


def logged(problem: Exception, page: str) -> str:
    """Log what failed and where, and return the reference that finds the line.

    Without its message: messages may hold figures.
    """
    reference = secrets.token_hex(4).upper()
    frames = traceback.extract_tb(problem.__traceback__)
    log.event(
        "page_failed",
        page=page,
        reference=reference,
        error=type(problem).__qualname__,
        where=" > ".join(f"{frame.filename}:{frame.lineno}" for frame in frames),
    )
    st.session_state[FAILURE] = "".join(traceback.format_exception(problem))
    return reference


def _show(reference: str) -> None:
    for language in ("vi", "en"):
        say = words.of(language)
        st.error(
            say(
                "**This page could not be shown.** Nothing was lost: recorded figures are "
                "untouched. Reload the page; if it fails again, give the reference "
                "**{reference}** to whoever runs this program: the log has it.",
                reference=reference,
            ),
            icon=":material/error:",
        )
