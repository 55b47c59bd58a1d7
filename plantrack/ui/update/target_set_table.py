"""The targets of a new set beside those of the sets in force, as a table."""

from __future__ import annotations

from html import escape

import streamlit as st

from plantrack.scorecard import TargetRow
from plantrack.scorecard.telling import required
from plantrack.scorecard.telling.values import price_note
from plantrack.ui.growth.growth_tables import standing_cell
from plantrack.ui.tables import EMPTY, Heading, html_table, small
from plantrack.ui.update.target_set_words import told_aim, told_causes
from plantrack.ui.view import View
from plantrack.update.set_comparison import Beside, SetComparison
from plantrack.words import capitalised


def draw_beside(view: View, found: SetComparison) -> None:
    """Draw each target beside the nearest one in force, and what the set no longer asks."""
    say = view.say
    title = say("The new targets beside those in force")
    headings = [
        Heading(say("Indicator"), "name"),
        Heading(say("In the set in force")),
        # Texts: on a phone each of the two standings needs its heading beside it.
        Heading(say("Standing")),
        Heading(say("In the new set")),
        Heading(say("Standing then")),
        Heading(say("What differs")),
    ]
    ordered = sorted(found.targets, key=lambda one: not one.flips)
    st.html(html_table(title, headings, [_row(view, one) for one in ordered]))
    if found.dropped and found.leading is not None:
        label = say.many(
            "{count} target of “{name}” has none beside it in the new set",
            "{count} targets of “{name}” have none beside them in the new set",
            len(found.dropped),
            name=say.text(found.leading.name),
        )
        with st.expander(label, icon=":material/table:"):
            st.html(_dropped(view, label, found.dropped))


def _row(view: View, one: Beside) -> list[str]:
    say, stood = view.say, one.stood
    differs = capitalised(told_causes(one, say)) if stood is not None else ""
    return [
        escape(say.text(one.asked.indicator.name)) + small(price_note(one.asked, say)),
        EMPTY if stood is None else _aim(view, stood),
        EMPTY if stood is None else standing_cell(stood, say),
        _aim(view, one.asked),
        standing_cell(one.asked, say),
        escape(
            differs
            or (say("asked by no set in force") if stood is None else capitalised(say("nothing")))
        ),
    ]


def _aim(view: View, row: TargetRow) -> str:
    """What a target asks, by when, from which baseline, and what it requires a year from now."""
    say, target = view.say, row.target
    whole = row.plan.target_sets[target.target_set]
    due = (
        str(target.year)
        if target.period.year is not None
        else f"{target.period.start.year}–{target.year}"
    )
    years = say("{due}, measured from {baseline}", due=due, baseline=target.baseline_year)
    needed = required(row, say, from_now=True)
    told = say("required a year from now: {pace}", pace=needed) if needed else ""
    return escape(told_aim(row, say)) + small(years) + small(told) + small(say.text(whole.name))


def _dropped(view: View, caption: str, rows: tuple[TargetRow, ...]) -> str:
    say = view.say
    headings = [
        Heading(say("Indicator"), "name"),
        Heading(say("In the set in force")),
        Heading(say("Standing"), "standing"),
    ]
    cells = [
        [escape(say.text(row.indicator.name)), _aim(view, row), standing_cell(row, say)]
        for row in rows
    ]
    return html_table(caption, headings, cells)
