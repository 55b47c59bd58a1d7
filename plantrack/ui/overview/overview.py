"""The blocks of the overview: the sentence, the counts, the filters, the table."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from plantrack.charts.gaps import gap_chart
from plantrack.charts.look import Caption
from plantrack.charts.rates import rate_chart
from plantrack.charts.tables import gap_table, rate_table
from plantrack.model import Standing
from plantrack.plan import Plan
from plantrack.scorecard import Scorecard, TargetRow
from plantrack.scorecard.telling import headline
from plantrack.scorecard.telling.headline import headline_row
from plantrack.scorecard.telling.slower import (
    distances_shown,
    late_sentence,
    paces_shown,
    slower_sentence,
)
from plantrack.ui.literal import literal
from plantrack.ui.marks import mark_image
from plantrack.ui.overview.narrowing import Narrowing
from plantrack.ui.overview.score_table import score_table
from plantrack.ui.scores import HALF, draw_chart, look
from plantrack.ui.taking import taken
from plantrack.ui.taking.sentence import draw_copy
from plantrack.ui.view import View
from plantrack.words import capitalised
from plantrack.words.terms import standing_word

_STANDING_KEY = "overview_standing"
_THEME_KEY = "overview_theme"


def draw_headline(view: View, card: Scorecard) -> None:
    sentence = headline(card, view.say)
    st.header(literal(sentence), anchor=False)
    if card.rows:
        draw_copy(view, "overview", sentence, headline_row(card))


def filtered(view: View, card: Scorecard) -> tuple[Scorecard, Narrowing]:
    """Draw the filters and return the scorecard of the targets they leave, and what they ask."""
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        standing = _standing_filter(view, card)
        theme = _theme_filter(view, card)
    asked = Narrowing(standing, theme)
    view.remember(**asked.keys)
    return asked.of(card, view.plan), asked


def _standing_filter(view: View, card: Scorecard) -> Standing | None:
    """Counts by standing that filter when pressed; standings no target has are not shown."""
    present = list(card.counts)

    def label(standing: Standing) -> str:
        word = capitalised(standing_word(standing, view.say))
        image = mark_image(standing, view.say, view.theme)
        return f"![{word}]({image}) **{card.counts[standing]}** {word}"

    asked = view.address.standing
    _start(_STANDING_KEY, Standing(asked) if asked else None, present)
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


def draw_charts(view: View, card: Scorecard, asked: Narrowing) -> None:
    """Draw how far each target has come beside the pace it has and needs."""
    say, rows = view.say, card.ordered
    shown = tuple(row.target.id for row in rows)
    with st.container(key="charts_overview"):
        far, fast = st.columns(2, gap="large")
    with far:
        caption = Caption(late_sentence(card, say), distances_shown(card, say))
        draw_chart(
            view,
            "gaps",
            lambda: gap_chart(rows, say, caption=caption, look=look(view, HALF)),
            lambda: gap_table(rows, say),
            shown,
        )
        taken.draw_overview(view, "overview_distance", card, asked)
    with fast:
        pace_caption = Caption(slower_sentence(card, say), paces_shown(card, say))
        draw_chart(
            view,
            "rates",
            lambda: rate_chart(rows, say, caption=pace_caption, look=look(view, HALF)),
            lambda: rate_table(rows, say),
            shown,
        )
        taken.draw_overview(view, "overview_pace", card, asked)


def draw_table(view: View, card: Scorecard) -> None:
    def address(row: TargetRow) -> str:
        return view.link("target", target=row.target.id)

    st.html(score_table(card.ordered, view.say, address))
