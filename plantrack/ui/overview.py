"""The blocks of the overview: the sentence, the counts, the filters, the table."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from plantrack.model import Standing
from plantrack.plan import Plan
from plantrack.scorecard import Scorecard, TargetRow
from plantrack.scorecard.telling.headline import headline
from plantrack.ui.literal import literal
from plantrack.ui.marks import mark_image
from plantrack.ui.score_table import score_table
from plantrack.ui.view import View
from plantrack.words import capitalised
from plantrack.words.terms import standing_word

_STANDING_KEY = "overview_standing"
_THEME_KEY = "overview_theme"


def draw_headline(view: View, card: Scorecard) -> None:
    st.header(literal(headline(card, view.say)), anchor=False)


def filtered(view: View, card: Scorecard) -> tuple[TargetRow, ...]:
    """Draw the filters and return the rows they leave, worst first."""
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        standing = _standing_filter(view, card)
        theme = _theme_filter(view, card)
    view.remember(standing=standing.value if standing is not None else None, theme=theme)
    return tuple(
        row
        for row in card.ordered
        if (standing is None or row.standing is standing)
        and (theme is None or theme in ancestry(view.plan, row.indicator.theme))
    )


def _standing_filter(view: View, card: Scorecard) -> Standing | None:
    """Counts by standing that filter when pressed; standings no target has are not shown."""
    present = list(card.counts)

    def label(standing: Standing) -> str:
        word = capitalised(standing_word(standing, view.say))
        image = mark_image(standing, view.say, view.theme)
        return f"![{word}]({image}) **{card.counts[standing]}** {word}"

    _start(_STANDING_KEY, view.address.standing, present)
    chosen = st.pills(
        view.say("Targets by standing"),
        present,
        format_func=label,
        key=_STANDING_KEY,
        label_visibility="collapsed",
    )
    return chosen if isinstance(chosen, Standing) else None


def _theme_filter(view: View, card: Scorecard) -> str | None:
    themes = _themes(view.plan, card)
    if len(themes) < 2:
        return None
    _start(_THEME_KEY, view.address.theme, themes)
    return st.selectbox(
        view.say("Theme"),
        themes,
        index=None,
        format_func=lambda theme: view.say.text(view.plan.themes[theme].name),
        placeholder=view.say("All themes"),
        key=_THEME_KEY,
        label_visibility="collapsed",
        width=260,
    )


def _start(key: str, asked: str | None, options: Sequence[str]) -> None:
    """Let the address decide a filter the session has not touched, and drop one that is gone."""
    if key not in st.session_state and asked in options:
        st.session_state[key] = asked
    elif st.session_state.get(key) not in options:
        st.session_state[key] = None


def _themes(plan: Plan, card: Scorecard) -> list[str]:
    used = {row.indicator.theme for row in card.rows}
    return [theme for theme in plan.themes if theme in used]


def ancestry(plan: Plan, theme: str) -> tuple[str, ...]:
    """Return a theme and the themes it lies in."""
    found = [theme]
    while (parent := plan.themes[found[-1]].parent) is not None:
        found.append(parent)
    return tuple(found)


def draw_table(view: View, rows: Sequence[TargetRow]) -> None:
    def address(row: TargetRow) -> str:
        return view.link("target", target=row.target.id)

    st.html(score_table(rows, view.say, address))
