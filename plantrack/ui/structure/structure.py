"""The blocks of the structure page: the finding, the shares against their ranges, the years."""

from __future__ import annotations

import streamlit as st

from plantrack.charts.look import Caption
from plantrack.charts.structure import corridor_chart, corridor_table
from plantrack.model import Standing
from plantrack.plan import PREFERRED
from plantrack.scorecard import Scorecard
from plantrack.scorecard.structure import Structure, structures
from plantrack.scorecard.telling import because, provenance
from plantrack.scorecard.telling.structure import structure_takeaway, target_rows
from plantrack.scorecard.telling.structure_years import missing_sentences, set_notes, shared_marks
from plantrack.ui.literal import literal
from plantrack.ui.scores import draw_chart, kept, look
from plantrack.ui.structure.share_table import share_table
from plantrack.ui.taking import taken
from plantrack.ui.view import View


def found(view: View, card: Scorecard) -> tuple[Structure, ...]:
    """Return the wholes of the plan with their parts; says so where the plan has none."""
    wholes = kept(view, "structures", lambda: structures(view.plan, card))
    if not wholes:
        st.header(literal(view.say("No structure to show")), anchor=False)
        told = view.say("The plan defines no whole whose parts are shares of it.")
        st.info(literal(told), icon=":material/help:")
    return wholes


def draw_finding(view: View, structure: Structure) -> None:
    say, rows = view.say, target_rows(structure)
    st.header(literal(structure_takeaway(structure, say)), anchor=False)
    reasons = {because(row, say) for row in rows if row.standing is Standing.NOT_ASSESSED}
    if rows and len(reasons) == 1 and all(r.standing is Standing.NOT_ASSESSED for r in rows):
        told = say("No share can be assessed yet: {why}.", why=reasons.pop())
        st.markdown(f"**{literal(told)}**")
    if structure.latest is None:
        _draw_no_figures(view, structure)


def _draw_no_figures(view: View, structure: Structure) -> None:
    """Say which compilers have the shares, where the reader's choice has none."""
    say, plan = view.say, view.plan
    compilers = {
        plan.compilers[series.compiler].name.of(say.language)
        for part in structure.parts
        for series in plan.series_of(part.indicator.id)
        if series.preferred
    }
    told = say("The shares are missing in the series in use.")
    if compilers and view.series != PREFERRED:
        listed = say.listed(sorted(compilers))
        told = say(
            "The shares are missing in the series in use. They are in: {names}.", names=listed
        )
    st.info(literal(told), icon=":material/help:")
    if view.series != PREFERRED:
        view.page_link("structure", say("Show the plan's preferred series"), series=PREFERRED)


def draw_shares(view: View, structure: Structure) -> None:
    """Draw each share against its range, and what was said of the ranges when they were set."""
    say = view.say
    if not any(part.row is not None for part in structure.parts):
        _draw_no_targets(view, structure)
    st.subheader(say("Shares against their target ranges"), anchor=False)
    rows = target_rows(structure)
    if rows and structure.latest is not None:
        _draw_ranges(view, structure)
    st.html(share_table(view, structure))
    notes = (*set_notes(structure, say), *shared_marks(structure, say))
    if notes:
        st.warning("\n\n".join(literal(note) for note in notes), icon=":material/history:")
    if rows:
        st.caption(literal(provenance(rows[0], view.revision, say)))


def _draw_ranges(view: View, structure: Structure) -> None:
    say = view.say
    caption = Caption("", structure_takeaway(structure, say))
    draw_chart(
        view,
        "corridors",
        lambda: corridor_chart(structure, say, caption=caption, look=look(view)),
        lambda: corridor_table(structure, say),
        structure.whole.id,
    )
    taken.draw_ranges(view, structure)


def _draw_no_targets(view: View, structure: Structure) -> None:
    say, plan = view.say, view.plan
    parts = {part.indicator.id for part in structure.parts}
    sets = [
        one for one in plan.target_sets if any(t.indicator in parts for t in plan.targets_of(one))
    ]
    told = say(
        "“{name}” sets no target for the shares, so there is nothing to compare them with.",
        name=say.text(view.target_set.name),
    )
    st.info(literal(told), icon=":material/flag:")
    for one in sets:
        view.page_link("structure", say.text(plan.target_sets[one].name), set=one)


def draw_missing(view: View, structure: Structure) -> None:
    """Draw which shares were looked for and not found, why, and whom to ask."""
    told = missing_sentences(structure, view.plan, view.series, view.say)
    if told:
        st.subheader(view.say("Missing shares"), anchor=False)
        st.info("\n\n".join(literal(one) for one in told), icon=":material/help:")
