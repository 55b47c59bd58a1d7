"""Nearer targets against the path, and growth of the parts against the ranges of their shares."""

from __future__ import annotations

from html import escape

import streamlit as st

from plantrack.method.coherence import AgainstPath
from plantrack.scorecard import Scorecard
from plantrack.scorecard.nearer import NearerTarget, nearer_targets
from plantrack.scorecard.sector_mix import ImpliedMix, ImpliedPart, implied_mix
from plantrack.scorecard.structure import Structure, structures
from plantrack.scorecard.telling import bounds
from plantrack.scorecard.telling.corridors import corridor_sentences
from plantrack.scorecard.telling.nearer import (
    bound_of,
    due_level,
    nearer_sentence,
    rest_pace,
    set_name,
    summary,
    verdict_word,
)
from plantrack.scorecard.telling.sector_mix import basis_sentence, mix_sentence, share
from plantrack.scorecard.telling.values import price_note
from plantrack.ui.literal import literal
from plantrack.ui.scores import kept
from plantrack.ui.tables import EMPTY, Heading, html_table, link, small
from plantrack.ui.view import View
from plantrack.words import capitalised


def nearer(view: View, card: Scorecard) -> tuple[NearerTarget, ...]:
    return kept(view, "nearer_targets", lambda: nearer_targets(card))


def draw_nearer(view: View, card: Scorecard) -> None:
    """Draw every nearer target against the path to each later one of its indicator."""
    say, found = view.say, nearer(view, card)
    if not found:
        return
    st.subheader(say("Yearly targets against the path"), anchor=False)
    st.markdown(literal(summary(found, say)))
    newest = max(one.row.target.year for one in found)
    short = [
        one
        for one in found
        if one.row.target.year == newest and one.verdict is not AgainstPath.ENOUGH
    ]
    if short:
        st.markdown("\n".join(f"- {literal(nearer_sentence(one, say))}" for one in short))
    headings = [
        Heading(say("Nearer target"), "name"),
        Heading(say("Path to"), "text"),
        Heading(say("Counted from"), "number"),
        Heading(say("Due in that year"), "number"),
        Heading(say("Asked"), "number"),
        Heading(say("Against the path")),
        Heading(say("Left to the years after"), "number rate"),
    ]
    rows = [_pair(view, one) for one in found]
    with st.expander(
        say("All nearer targets, with what was due"), icon=":material/table:", expanded=not short
    ):
        st.html(html_table(say("Yearly targets against the path"), headings, rows))
        told = say(
            "The path starts at the newest figure before the year of the nearer target, in the "
            "series in use; what is left counts from the better end of the nearer target."
        )
        st.caption(literal(told))


def _pair(view: View, one: NearerTarget) -> list[str]:
    say, row, paths = view.say, one.row, one.paths
    address = view.link("target", set=row.target.target_set, target=row.target.id)
    return [
        link(address, say.text(row.indicator.name))
        + small(f"{row.target.year} · {set_name(row, say)}"),
        "<br>".join(escape(bound_of(one, path, say)) for path in paths)
        + small(set_name(one.later, say)),
        str(one.start.year),
        "<br>".join(escape(due_level(one, path, say)) for path in paths),
        escape(bounds(row, say)) + small(price_note(row, say)),
        "<br>".join(escape(capitalised(verdict_word(path.verdict, say))) for path in paths),
        "<br>".join(escape(rest_pace(one, path, say) or EMPTY) for path in paths),
    ]


def mixes(view: View, card: Scorecard) -> tuple[tuple[Structure, ImpliedMix], ...]:
    """Return the wholes whose parts have growth targets, with the shares these lead to."""

    def computed() -> tuple[tuple[Structure, ImpliedMix], ...]:
        pairs = ((one, implied_mix(card, one)) for one in structures(view.plan, card))
        return tuple((one, mix) for one, mix in pairs if mix is not None)

    return kept(view, "implied_mixes", computed)


def draw_mixes(view: View, card: Scorecard) -> None:
    """Draw growth targets of the parts against share ranges, and the ranges against each other."""
    say = view.say
    for structure, mix in mixes(view, card):
        st.subheader(say("Growth of the parts against the ranges of their shares"), anchor=False)
        st.markdown(literal(mix_sentence(mix, say)))
        headings = [
            Heading(say("Part"), "name"),
            Heading(say("Growth target"), "number rate"),
            Heading(say("Growth taken"), "number rate"),
            Heading(say("Share in {year}", year=mix.start), "number"),
            Heading(say("Implied share in {year}", year=mix.year), "number"),
            Heading(say("Target range"), "number"),
        ]
        rows = [_part(view, one) for one in mix.parts]
        caption = say("Growth of the parts against the ranges of their shares")
        st.html(html_table(caption, headings, rows))
        st.caption(literal(basis_sentence(mix, say)))
        sentences = corridor_sentences(structure, say)
        if sentences:
            st.markdown("\n".join(f"- {literal(one)}" for one in sentences))


def _part(view: View, one: ImpliedPart) -> list[str]:
    say, row = view.say, one.part.row
    told = "" if one.beyond is None else say("outside the range")
    return [
        escape(say.text(one.part.indicator.name)),
        escape(bounds(one.growth_row, say)),
        escape(say.rate(100 * one.growth)),
        escape(say.percent(one.now, 2)),
        escape(share(one.then, say)) + small(told),
        escape(bounds(row, say)) if row is not None else EMPTY,
    ]
