"""The blocks of the page on sources and method, a tab each."""

from __future__ import annotations

from html import escape

import streamlit as st

from plantrack.model import TargetSet
from plantrack.plan import STANDING_METHOD
from plantrack.scorecard import Scorecard
from plantrack.ui.evidence import origin_cell, sources_table
from plantrack.ui.literal import literal
from plantrack.ui.scores import kept
from plantrack.ui.sources.letters import draw_letter
from plantrack.ui.sources.method_chapter import Chapter
from plantrack.ui.sources.method_standing import bands
from plantrack.ui.sources.method_text import chapters
from plantrack.ui.sources.missing import draw_missing
from plantrack.ui.sources.not_loaded import draw_not_loaded
from plantrack.ui.sources.origins import draw_figures
from plantrack.ui.tables import EMPTY, Heading, html_table, link, small
from plantrack.ui.view import View
from plantrack.words import capitalised
from plantrack.words.publication import stated


def draw(view: View, card: Scorecard) -> None:
    """Draw all tabs: what is missing first, because that is what a reader can act on."""
    say = view.say
    missing, figures, publications, left_out, sets, method = st.tabs(
        [
            say("What is missing"),
            say("Figures and origins"),
            say("Publications"),
            say("Not used"),
            say("Target sets"),
            say("The method"),
        ]
    )
    with missing:
        draw_missing(view, card)
        draw_letter(view)
    with figures:
        draw_figures(view)
    with publications:
        draw_publications(view)
    with left_out:
        draw_not_loaded(view)
    with sets:
        st.html(kept(view, "target_sets", lambda: target_sets_table(view)))
    with method:
        draw_method(view)


def draw_publications(view: View) -> None:
    say = view.say
    every = (*view.plan.sources, *view.snapshot.sources)
    st.subheader(
        say.many("{count} publication", "{count} publications", len(dict.fromkeys(every))),
        anchor=False,
    )
    caption = say("Publications")
    st.html(kept(view, "publications", lambda: sources_table(view, every, caption)))


def target_sets_table(view: View) -> str:
    """Return one row a target set, linked to the overview of that set."""
    say = view.say
    headings = [
        Heading(say("Target set"), "name"),
        Heading(say("Document")),
        Heading(say("Adopted")),
        Heading(say("In force")),
        Heading(say("Targets"), "number"),
        Heading(say("Origin"), "wide"),
    ]
    rows = [_target_set(view, one) for one in view.plan.target_sets.values()]
    return html_table(say("Target sets"), headings, rows)


def _target_set(view: View, one: TargetSet) -> list[str]:
    say, plan = view.say, view.plan
    in_use = small(say("in use on this page")) if one == view.target_set else ""
    return [
        link(view.link("overview", set=one.id), say.text(one.name)) + in_use,
        escape(stated(one.document, say)),
        escape(say.date(one.adopted)) if one.adopted is not None else EMPTY,
        escape(_in_force(view, one)),
        say.number(len(plan.targets_of(one.id)), 0),
        origin_cell(view, one.source),
    ]


def _in_force(view: View, one: TargetSet) -> str:
    say = view.say
    first, last = one.in_force_from, one.in_force_to
    if first is not None and last is not None:
        return say("{first} to {last}", first=say.date(first), last=say.date(last))
    if first is not None:
        return say("from {day}", day=say.date(first))
    if last is not None:
        return say("until {day}", day=say.date(last))
    return EMPTY


def draw_method(view: View) -> None:
    say = view.say
    for chapter in kept(view, "method", lambda: chapters(view.plan, say)):
        st.subheader(chapter.title, anchor=False)
        st.markdown(_listed(chapter), width=900)
    st.subheader(say("Cut-offs by method"), anchor=False)
    st.html(kept(view, "cutoffs", lambda: cutoffs_table(view)))
    st.caption(
        literal(
            say(
                "Every formula with worked numbers: {method}. The examples as a table: "
                "{examples}. What stands behind one target is on its own page.",
                method="docs/method.md",
                examples="tests/worked_examples.csv",
            )
        )
    )


def _listed(chapter: Chapter) -> str:
    bullet = "1." if chapter.numbered else "-"
    return "\n".join(f"{bullet} {literal(sentence)}" for sentence in chapter.sentences)


def cutoffs_table(view: View) -> str:
    """Return the cut-offs of every method the plan names; the first decides the standing."""
    say, plan = view.say, view.plan
    headings = [
        Heading(say("Method (id)"), "name"),
        Heading(say("Cut-offs"), "wide"),
        Heading(say("Origin"), "wide"),
    ]
    methods = dict.fromkeys([STANDING_METHOD, *(one.method for one in plan.thresholds)])
    rows = [
        [
            f"<code>{escape(method)}</code>"
            + (small(say("decides the standing")) if method == STANDING_METHOD else ""),
            escape(capitalised(bands(plan, method, say))),
            "".join(
                f"<p>{origin_cell(view, origin)}</p>"
                for origin in dict.fromkeys(one.origin for one in plan.cutoffs(method))
            ),
        ]
        for method in methods
    ]
    return html_table(say("Cut-offs by method"), headings, rows)
