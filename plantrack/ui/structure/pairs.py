"""The growth target of a part beside the target of its share: one fact, two colours."""

from __future__ import annotations

from html import escape

import streamlit as st

from plantrack.scorecard import Scorecard, TargetRow
from plantrack.scorecard.growth import share_of
from plantrack.scorecard.telling import bounds, latest_value, latest_years
from plantrack.scorecard.telling.growth import pair_sentence
from plantrack.scorecard.telling.implied import opposite_ways
from plantrack.ui.literal import literal
from plantrack.ui.marks import labelled_mark
from plantrack.ui.tables import EMPTY, Heading, html_table, link, small
from plantrack.ui.view import View

Pair = tuple[TargetRow, TargetRow]


def pairs(view: View, card: Scorecard) -> tuple[Pair, ...]:
    """Return (growth target, target of the share) of each part that has both in this set."""
    found = []
    for row in card.rows:
        share = share_of(view.plan, row.indicator.id)
        other = card.of_indicator(share) if share is not None else None
        if other is not None:
            found.append((row, other))
    return tuple(found)


def draw_pairs(view: View, card: Scorecard) -> None:
    """Draw both targets of each part; says where one is met while the other pulls back."""
    say, found = view.say, pairs(view, card)
    if not found:
        return
    st.subheader(say("Growth of a part and its share"), anchor=False)
    draw_opposites(view, card)
    headings = [
        Heading(say("Indicator"), "name"),
        Heading(say("Latest figure"), "number"),
        Heading(say("Target"), "number rate"),
        Heading(say("Standing"), "standing"),
    ]
    rows = [_cells(view, row) for pair in found for row in pair]
    st.html(html_table(say("Growth of a part and its share"), headings, rows))


def draw_opposites(view: View, card: Scorecard) -> None:
    """Say of each part that beats its growth target that its share must still fall."""
    for growth, share in pairs(view, card):
        if opposite_ways(growth, share):
            told = literal(pair_sentence(growth, share, view.say))
            st.info(told, icon=":material/compare_arrows:")


def _cells(view: View, row: TargetRow) -> list[str]:
    say = view.say
    latest = latest_value(row, say)
    return [
        link(view.link("target", target=row.target.id), say.text(row.indicator.name)),
        escape(latest) + small(latest_years(row, say)) if latest else EMPTY,
        escape(bounds(row, say)),
        labelled_mark(row.standing, say),
    ]
