"""One line on a target's page: what the plan's other targets say about this one."""

from __future__ import annotations

from html import escape

import streamlit as st

from plantrack.scorecard import Scorecard, TargetRow
from plantrack.scorecard.coherence import real_growth_needed
from plantrack.scorecard.nearer import of_target
from plantrack.scorecard.telling.coherence import coherence_takeaway, real_needed_sentence
from plantrack.scorecard.telling.nearer import nearer_sentence
from plantrack.scorecard.telling.sector_mix import mix_sentence
from plantrack.ui.plan import plan_coherence, plan_paths
from plantrack.ui.view import View


def draw_coherence(view: View, card: Scorecard, row: TargetRow) -> None:
    """Draw what coherence says about a target, with the way to the plan page.

    A target of another place is nobody's duty here and has no line.
    """
    say = view.say
    told = [*_prices(view, card, row), *_nearer(view, card, row), *_shares(view, card, row)]
    if row.target.geography != view.plan.geography:
        return
    if not told:
        st.caption(say("No other target of the plan bears on this one."))
        return
    st.subheader(say("Beside the plan's other targets"), anchor=False)
    lines = "".join(f"<li>{escape(one)}</li>" for one in told)
    st.html(f"<ul>{lines}</ul>")
    view.page_link("plan", say("The plan against itself"))


def _prices(view: View, card: Scorecard, row: TargetRow) -> list[str]:
    """Of an amount per person the prices it implies, of growth the growth it takes as well."""
    told = []
    for coherence in plan_coherence.found(view, card):
        requirement = coherence.requirement_of(row.target.target_set)
        if requirement is None:
            continue
        if row.target.id == requirement.level.target.id:
            told.append(coherence_takeaway(coherence, requirement, view.say))
        people, average = coherence.population, coherence.average
        if row.target.id == requirement.growth.target.id and people and average:
            needed = real_growth_needed(requirement, average.deflator, people.growth)
            told.append(real_needed_sentence(requirement, needed, average.deflator, view.say))
    return told


def _nearer(view: View, card: Scorecard, row: TargetRow) -> list[str]:
    """The nearer targets not yet due; of a nearer target itself, each path it is held against."""
    pairs = of_target(plan_paths.nearer(view, card), row.target.id)
    own = [one for one in pairs if one.row.target.id == row.target.id]
    newest = max((one.row.target.year for one in pairs), default=0)
    ahead = [one for one in pairs if one.row.target.year == newest]
    return [nearer_sentence(one, view.say) for one in own or ahead]


def _shares(view: View, card: Scorecard, row: TargetRow) -> list[str]:
    """Of a part's growth or share, what all the growth targets lead to together."""
    told = []
    for _, mix in plan_paths.mixes(view, card):
        rows = {one.growth_row.target.id for one in mix.parts}
        rows |= {one.part.row.target.id for one in mix.parts if one.part.row is not None}
        if row.target.id in rows:
            told.append(mix_sentence(mix, view.say))
    return told
