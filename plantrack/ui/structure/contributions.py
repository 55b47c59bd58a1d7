"""Published contributions to growth: the weights they imply and what those weights check."""

from __future__ import annotations

from html import escape

import streamlit as st

from plantrack.scorecard import Scorecard
from plantrack.scorecard.contributions import (
    Contribution,
    Weights,
    published_weights,
    weighted_growths,
)
from plantrack.scorecard.telling.contributions import check_sentence, weights_sentence
from plantrack.ui.evidence import origin_cell
from plantrack.ui.literal import literal
from plantrack.ui.scores import kept
from plantrack.ui.tables import Heading, html_table, small
from plantrack.ui.view import View
from plantrack.words.figures import written_period


def draw_contributions(view: View, card: Scorecard) -> None:
    """Draw the newest published weights and every check made with them; nothing without any."""
    say = view.say
    found = kept(view, "weights", lambda: published_weights(card.values))
    if not found:
        return
    checks = kept(view, "weighted_growths", lambda: weighted_growths(card.values))
    st.subheader(say("Do the growth rates of the parts add up?"), anchor=False)
    for check in checks:
        st.markdown(literal(check_sentence(view.plan, check, say)))
    shown = checks[-1].weights if checks else found[-1]
    with st.expander(
        say("The published contributions behind the weights"), icon=":material/scale:"
    ):
        st.caption(literal(weights_sentence(shown, say)))
        st.html(_table(view, shown))


def _table(view: View, weights: Weights) -> str:
    say = view.say
    period = written_period(weights.period, say)
    headings = [
        Heading(say("Growth of the part"), "name"),
        Heading(say("Growth"), "number"),
        Heading(say("Contribution"), "number"),
        Heading(say("Weight"), "number"),
        Heading(say("Origin")),
    ]
    caption = say("Contributions to growth, {period}", period=period)
    return html_table(caption, headings, [_row(view, part) for part in weights.parts])


def _row(view: View, part: Contribution) -> list[str]:
    say = view.say
    return [
        escape(say.text(part.growth_of.name)),
        escape(say.percent(part.growth.value, part.growth.decimals)),
        escape(say.points(part.contribution.value, part.contribution.decimals)),
        escape(say.percent(part.weight)) + small(say("contribution ÷ growth")),
        origin_cell(view, part.contribution.origin, part.contribution.locator),
    ]
