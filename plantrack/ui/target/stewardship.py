"""Who answers for a target, why it stands where it does, and when its next figure is due."""

from __future__ import annotations

from html import escape

import streamlit as st

from plantrack.scorecard import Scorecard, TargetRow
from plantrack.scorecard.telling.facts import Fact
from plantrack.stewardship import Stewardship, stewards_at
from plantrack.stewardship.stated import Stewards
from plantrack.stewardship.telling import arrived, due_sentence, explained, outdated
from plantrack.ui.literal import literal
from plantrack.ui.recorder import stated_name
from plantrack.ui.scores import kept
from plantrack.ui.tables import EMPTY, Heading, html_facts, html_table, link, small
from plantrack.ui.target.stewardship_form import draw_answer, draw_form
from plantrack.ui.view import View


def stewards(view: View) -> Stewards:
    """Return what was stated of each target by the revision shown."""
    return kept(view, "stewards", lambda: stewards_at(view.store.history(), view.revision))


def draw_stewardship(view: View, card: Scorecard, row: TargetRow) -> None:
    """Draw what is stated of one target, and the form that states it."""
    say = view.say
    known = stewards(view)
    note = known.get(row.target.id, Stewardship(row.target.id))
    st.subheader(say("Who answers for this target"), anchor=False)
    draw_answer(row)
    if note.empty:
        told = say(
            "Nobody has stated yet which department answers for this target, why it stands where "
            "it does, or when its next figure is due."
        )
        st.markdown(told)
    else:
        st.html(html_facts(_facts(view, row, note)))
        _draw_explanation(view, row, note)
    if not view.as_of:
        draw_form(view, card, row, known)


def _facts(view: View, row: TargetRow, note: Stewardship) -> tuple[Fact, ...]:
    say, due = view.say, note.due
    by = ""
    if note.at is not None:
        day = say.moment(note.at, view.plan.time_zone)
        by = say("{name}, {moment}", name=stated_name(note.by, say), moment=day)
    return (
        Fact(say("Answering department"), note.department or EMPTY, by),
        Fact(
            say("Next figure due"),
            say.date(due.on) if due is not None else EMPTY,
            due_sentence(due, row, view.day, say) if due is not None else "",
        ),
    )


def _draw_explanation(view: View, row: TargetRow, note: Stewardship) -> None:
    """People's own words, shown as they are, with the standing they were written for."""
    said = note.explanation
    if said is None:
        return
    st.caption(literal(explained(said, view.say)))
    st.markdown("  \n".join(literal(line) for line in said.text.splitlines()))
    told = outdated(said, row, view.series, view.say)
    if told:
        st.warning(literal(told), icon=":material/history:")


def draw_due(view: View, card: Scorecard) -> None:
    """Draw, below the overview, which figures are due when; nothing where no day is stated."""
    say, known = view.say, stewards(view)
    found = [
        (note.due, note, row)
        for row in card.ordered
        if (note := known.get(row.target.id)) is not None
        and note.due is not None
        and not arrived(note.due, row)
    ]
    if not found:
        return
    st.subheader(say("Figures due"), anchor=False)
    headings = [
        Heading(say("Target"), "name"),
        Heading(say("Due on")),
        Heading(say("Answering department")),
    ]
    rows = [
        [
            link(view.link("target", target=row.target.id), say.text(row.indicator.name)),
            escape(say.date(due.on)) + small(due_sentence(due, row, view.day, say)),
            escape(note.department) or EMPTY,
        ]
        for due, note, row in sorted(found, key=lambda one: one[0].on)
    ]
    st.html(html_table(say("Figures due"), headings, rows))
