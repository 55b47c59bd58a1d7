"""The plan's frame: goal, breakthroughs, tasks and projects, leading to what measures them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from plantrack.scorecard import Scorecard
from plantrack.scorecard.frame_tree import FrameNode, Measured, frame_tree
from plantrack.scorecard.telling.plan_frame import (
    evidence,
    evidence_gaps,
    kind_heading,
    measured_in,
)
from plantrack.ui.literal import literal
from plantrack.ui.marks import labelled_mark
from plantrack.ui.scores import kept
from plantrack.ui.tables import EMPTY, Heading, html_table, link, small
from plantrack.ui.view import View
from plantrack.words import capitalised


def draw_frame(view: View, card: Scorecard) -> None:
    """Draw each goal with what serves it, by kind, and what measures each part of it."""
    say = view.say
    for root in kept(view, "frame_tree", lambda: frame_tree(card)):
        st.subheader(say("What the plan wants, and what measures it"), anchor=False)
        if root.measures:
            _draw_table(view, [root], say.text(root.item.text))
        else:
            st.markdown(f"**{literal(say.text(root.item.text))}**")
        for kind in _kinds(root):
            _draw_kind(view, kind, list(root.of_kind(kind)))


def _kinds(root: FrameNode) -> list[str]:
    """The kinds below a goal, each once, in plan order."""
    kinds: dict[str, None] = {}
    for child in root.children:
        kinds[child.item.kind] = None
        kinds.update(dict.fromkeys(_kinds(child)))
    return list(kinds)


def _draw_kind(view: View, kind: str, nodes: Sequence[FrameNode]) -> None:
    """Draw the items of one kind; a list where nothing measures any of them."""
    say, heading = view.say, kind_heading(kind, view.say)
    if heading:
        st.markdown(f"#### {literal(heading)}")
    gaps = evidence_gaps(nodes, say)
    if gaps:
        st.caption(literal(gaps))
    if any(node.indicators for node in nodes):
        _draw_table(view, nodes, heading or kind)
    else:
        st.markdown("\n".join(f"- {literal(say.text(node.item.text))}" for node in nodes))
        if not gaps:
            st.caption(literal(capitalised(evidence(nodes[0], say))))


def _draw_table(view: View, nodes: Sequence[FrameNode], caption: str) -> None:
    say = view.say
    headings = [
        Heading(say("What the plan says"), "name"),
        Heading(say("Evidence")),
        Heading(say("Indicators and their standings"), "standing"),
    ]
    rows = [
        [
            escape(say.text(node.item.text)),
            escape(capitalised(evidence(node, say))),
            _measures(view, node),
        ]
        for node in nodes
    ]
    st.html(html_table(caption, headings, rows))


def _measures(view: View, node: FrameNode) -> str:
    """What measures the item itself; what measures only parts of it stands with those."""
    own = "".join(f"<div>{_measured(view, one)}</div>" for one in node.measures)
    below = len(node.indicators) - len(node.measures)
    if below:
        own += small(
            view.say.many(
                "{count} more of its parts, below", "{count} more of its parts, below", below
            )
        )
    return own or EMPTY


def _measured(view: View, one: Measured) -> str:
    say, row = view.say, one.row
    name = say.text(one.indicator.name)
    told = small(measured_in(one, view.target_set.id, say))
    if row is None:
        return escape(name) + told
    address = view.link("target", set=row.target.target_set, target=row.target.id)
    return f"{link(address, name)} {labelled_mark(row.standing, say)}{told}"
