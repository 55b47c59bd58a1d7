"""What pages compute, kept by what it depends on: never by time, never cleared."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import streamlit as st

from plantrack.charts.look import PHONE, Look
from plantrack.scorecard import Scorecard, scorecard
from plantrack.ui.tables import plain_table
from plantrack.ui.view import View

T = TypeVar("T")
Chart = dict[str, Any]

# The room of a chart as wide as the page, and of one of two side by side, in pixels.
FULL, HALF = 1350, 655
_TABLET = 590  # charts stand one below the other
_LAPTOP = 0.77  # of a wide screen


@st.cache_resource(show_spinner=False, max_entries=512)
def _kept(key: Hashable, _make: Callable[[], T]) -> T:  # noqa: ARG001  # what it is kept under
    return _make()


def kept(view: View, name: str, make: Callable[[], T], *details: Hashable) -> T:
    """Return what `make` returns, made once per plan, revision, choices, language and theme."""
    return _kept((name, *view.key, *details), make)


def scores(view: View) -> Scorecard:
    """Return the scorecard of the reader's target set and series."""
    return scores_of(view, view.target_set.id)


def scores_of(view: View, target_set: str) -> Scorecard:
    """Return the scorecard of any target set, in the reader's series."""
    plan, figures, series = view.plan, view.snapshot.figures, view.series
    return kept(view, "scorecard", lambda: scorecard(plan, figures, target_set, series), target_set)


def look(view: View, width: int = FULL) -> Look:
    """Return how a chart is to look in this view; `width` is its room on a wide screen.

    Laid out for the least room its class of screens has: it stretches, but never shrinks.
    """
    if view.narrow:
        return replace(PHONE, theme=view.theme)
    if view.screen == "tablet":
        width = min(width, _TABLET)
    elif view.screen == "laptop":
        width = round(width * _LAPTOP)
    return Look(theme=view.theme, width=width)


def draw_chart(
    view: View,
    name: str,
    make: Callable[[], Chart],
    table: Callable[[], Sequence[dict[str, str]]],
    *details: Hashable,
) -> None:
    """Draw a finished chart and, one click away, the same numbers as a table.

    `make` returns a complete Vega-Lite dict with its title and alt text in it.
    """
    spec = kept(view, name, make, *details)
    st.vega_lite_chart(spec, width="stretch", theme=None)
    caption = str(spec["description"])
    numbers = kept(view, f"{name}_table", lambda: plain_table(caption, table()), *details)
    if numbers:
        with st.expander(view.say("The numbers of this chart as a table"), icon=":material/table:"):
            st.html(numbers)
