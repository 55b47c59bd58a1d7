"""The third step of an update: figures old → new, standings before → after, what follows."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

import streamlit as st

from plantrack.model import Figure
from plantrack.review import Change, ComputedChange, FigureChange, Review, TargetChange
from plantrack.scorecard import TargetRow
from plantrack.scorecard.telling import latest_value, latest_years, required, why
from plantrack.ui.figure_marks import status_mark
from plantrack.ui.figure_words import sides, told_unit, word_changes
from plantrack.ui.literal import literal
from plantrack.ui.marks import labelled_mark
from plantrack.ui.tables import EMPTY, Heading, html_table, small
from plantrack.ui.update.change_words import (
    CAUSES,
    in_order,
    standings_sentence,
    told_moves,
    told_target,
)
from plantrack.ui.view import View
from plantrack.words import capitalised, mark
from plantrack.words.figures import written_period, written_value

CHANGES: Final = {
    Change.CHANGED: mark("restated"),
    Change.NEW: mark("new"),
    Change.SAME: mark("unchanged"),
}


def draw_comparison(view: View, found: Review) -> None:
    """Draw the sentence, every target that would move, and the figures that move them."""
    say = view.say
    st.subheader(say("3. What would change"), anchor=False)
    told = standings_sentence(found, view.target_set.id, say)
    st.markdown(f"**{literal(told)}**")
    moves = told_moves(found, view.target_set.id, say)
    st.markdown("\n".join(f"- {literal(move)}" for move in moves))
    _draw_targets(view, found)
    _draw_figures(view, found)
    if found.computed:
        _draw_computed(view, found)


def _draw_figures(view: View, found: Review) -> None:
    """Draw each row beside the figure it replaces, restated ones first."""
    say = view.say
    headings = [
        Heading(say("Indicator"), "name"),
        Heading(say("Period")),
        Heading(say("Change")),
        Heading(say("Stands now"), "number"),
        Heading(say("Would stand"), "number"),
    ]
    order = list(CHANGES)
    rows = [
        _figure(view, change) for change in sorted(found.figures, key=lambda c: order.index(c.kind))
    ]
    title = say("Figures: what would change")
    st.markdown(f"**{literal(title)}**")
    st.html(html_table(title, headings, rows))


def _figure(view: View, change: FigureChange) -> list[str]:
    say, plan, new, old = view.say, view.plan, change.figure, change.replaced
    series = plan.series[new.series]
    kind = escape(capitalised(say(CHANGES[change.kind])))
    now, then = EMPTY, written_value(plan, new, say)
    if old is not None:
        before, then = sides(plan, old, new, say)
        number = say("revision {number}", number=old.revision) if old.revision else ""
        now = f"{status_mark(old.status, say)} {escape(before)}{small(number)}"
        kind += small(", ".join(word_changes(old, new, say)))
    return [
        escape(say.text(plan.indicators[series.indicator].name))
        + small(say.text(plan.compilers[series.compiler].name)),
        escape(written_period(new.period, say)),
        f"<b>{kind}</b>" if change.kind is Change.CHANGED else kind,
        now,
        f"{status_mark(new.status, say)} {escape(then)}{small(told_unit(plan, new, say))}",
    ]


def _draw_targets(view: View, found: Review) -> None:
    """Draw the standings that would change, and one click away every other target that moves."""
    say = view.say
    changed = in_order(found.standings, view.target_set.id)
    others = [
        one for one in in_order(found.targets, view.target_set.id) if not one.standing_changes
    ]
    if changed:
        st.html(_targets_table(view, say("Standings that would change"), changed))
    if others:
        title = say.many(
            "{count} target would move and keep its standing",
            "{count} targets would move and keep their standings",
            len(others),
        )
        with st.expander(title, icon=":material/table:", expanded=not changed):
            st.html(_targets_table(view, title, others))


def _targets_table(view: View, caption: str, changes: Sequence[TargetChange]) -> str:
    say = view.say
    headings = [
        Heading(say("Target"), "name"),
        Heading(say("Before"), "standing"),
        Heading(say("After"), "standing"),
        Heading(say("Because of")),
    ]
    return html_table(caption, headings, [_target(view, change) for change in changes])


def _target(view: View, change: TargetChange) -> list[str]:
    say, row = view.say, change.after
    target_set = view.plan.target_sets[row.target.target_set]
    return [
        escape(told_target(change, say)) + small(say.text(target_set.name)),
        _standing(view, change.before),
        _standing(view, row),
        escape(capitalised(say(CAUSES[change.cause]))) + small(capitalised(why(row, say))),
    ]


def _standing(view: View, row: TargetRow) -> str:
    say = view.say
    latest = ""
    if row.assessment.latest is not None:
        value, years = latest_value(row, say), latest_years(row, say)
        latest = say("{value} ({years})", value=value, years=years) if value else ""
    needed = required(row, say, from_now=True)
    told = say("required a year from now: {pace}", pace=needed) if needed else ""
    return labelled_mark(row.standing, say) + small(latest) + small(told)


def _draw_computed(view: View, found: Review) -> None:
    """Draw the figures nobody enters that would be computed otherwise."""
    say = view.say
    headings = [
        Heading(say("Indicator"), "name"),
        Heading(say("Period")),
        Heading(say("Stands now"), "number"),
        Heading(say("Would stand"), "number"),
    ]
    rows = [_computed(view, change) for change in found.computed]
    title = say("Computed figures that would move with them")
    st.markdown(f"**{literal(title)}**")
    st.html(html_table(title, headings, rows))


def _computed(view: View, change: ComputedChange) -> list[str]:
    say, plan = view.say, view.plan
    indicator = plan.indicators[change.indicator]

    def written(figure: Figure | None) -> str:
        if figure is None:
            return EMPTY
        number = say.number(figure.value, indicator.decimals)
        return f"{status_mark(figure.status, say)} {escape(number)}"

    return [
        escape(say.text(indicator.name)) + small(say("computed when read")),
        escape(str(change.year)),
        written(change.before),
        written(change.after) + small(say.text(plan.units[indicator.unit].name)),
    ]
