"""The same growth in other target sets, and what the rest of a year must do for a yearly target."""

from __future__ import annotations

import streamlit as st

from plantrack.method.rates import RateUndefined
from plantrack.model import Figure, Period
from plantrack.scorecard import Scorecard, TargetRow
from plantrack.scorecard.part_years import (
    open_targets,
    part_year_figures,
    rest_of_year,
    yearly_targets,
)
from plantrack.scorecard.readings import in_other_sets, readings
from plantrack.scorecard.telling import bounds
from plantrack.scorecard.telling.part_year import rest_arithmetic, rest_sentence
from plantrack.ui.asking import ask_percentage
from plantrack.ui.evidence import figures_table
from plantrack.ui.growth.growth_tables import sets_table
from plantrack.ui.literal import literal
from plantrack.ui.scores import kept
from plantrack.ui.view import View

Beside = tuple[tuple[TargetRow, ...], tuple[tuple[TargetRow, ...], ...]]


def draw_sets(view: View, card: Scorecard, row: TargetRow) -> None:
    """Draw the targets of the other sets by period, yearly ones with how they came out."""
    say = view.say

    def beside() -> Beside:
        others = in_other_sets(view.plan, card.values, row.target)
        ordered = tuple(sorted(others, key=lambda one: (one.target.period, one.target.target_set)))
        return ordered, tuple(readings(view.plan, card.values, one) for one in ordered)

    rows, elsewhere = kept(view, "growth_sets", beside, row.target.id)
    if rows:
        st.subheader(say("The same growth in other target sets"), anchor=False)
        told = say("A yearly target is judged by the figure of its year alone.")
        st.caption(literal(told))
        st.html(sets_table(view, rows, elsewhere))


def draw_in_the_year(view: View, card: Scorecard, row: TargetRow) -> None:
    """Draw what the rest of a year needs for a yearly target still open, and the part years."""
    say, indicator = view.say, row.indicator.id
    figures = part_year_figures(view.plan, card.values, indicator)
    yearly = kept(view, "yearly_targets", lambda: yearly_targets(card, indicator), indicator)
    if not yearly and not figures:
        return
    st.subheader(say("Within the year"), anchor=False)
    _draw_rest(view, open_targets(yearly), figures)
    if figures:
        with st.expander(say("Published figures of parts of a year"), icon=":material/table:"):
            told = say("Seasonal: they never stand on the yearly line nor beside a yearly target.")
            st.caption(literal(told))
            st.html(figures_table(view, figures, say("Published figures of parts of a year")))


def _draw_rest(view: View, rows: tuple[TargetRow, ...], figures: tuple[Figure, ...]) -> None:
    say = view.say
    if not rows:
        st.markdown(literal(say("No yearly target is open: each has the figure of its year.")))
        return
    row = _chosen(view, rows)
    if row is None:
        return
    reported_so_far = next((f for f in figures if f.period.end.year == row.target.year), None)
    with st.container(horizontal=True, gap="medium"):
        reported = ask_percentage(
            view,
            f"part_year_growth_{row.target.id}",
            say("Growth reported for the first part of {year}, %", year=row.target.year),
            None if reported_so_far is None else float(reported_so_far.value) / 100,
            low=-100,
            high=100,
        )
        weight = ask_percentage(
            view,
            f"part_year_weight_{row.target.id}",
            say("Weight of that part in the year before, at constant prices, %"),
            None if reported_so_far is None else _calendar_share(reported_so_far.period),
            low=0,
            high=99,
            example="45",
        )
    st.caption(
        literal(
            say(
                "The weight is not published, so it is an assumption of the reader; nothing is "
                "stored. Formula: (target − weight × growth so far) ÷ (1 − weight)."
            )
        )
    )
    _draw_answer(view, row, reported, weight)


def _chosen(view: View, rows: tuple[TargetRow, ...]) -> TargetRow | None:
    say = view.say
    by_id = {row.target.id: row for row in rows}

    def label(target: str) -> str:
        row = by_id[target]
        name = say.text(view.plan.target_sets[row.target.target_set].name)
        return say(
            "{year}: {bounds} ({name})", year=row.target.year, bounds=bounds(row, say), name=name
        )

    chosen = st.selectbox(
        say("Yearly target"), list(by_id), format_func=label, key="growth_yearly_target", width=640
    )
    return by_id.get(chosen) if chosen is not None else None


def _calendar_share(period: Period) -> float:
    """A first guess at the weight: the part of the year's days."""
    start, end = Period.of_year(period.end.year).start, period.end
    days = (Period.of_year(period.end.year).end - start).days + 1
    return ((end - start).days + 1) / days


def _draw_answer(view: View, row: TargetRow, reported: float | None, weight: float | None) -> None:
    say = view.say
    if reported is None or weight is None:
        told = say("Give both to see what the rest of {year} must do.", year=row.target.year)
        st.info(literal(told))
        return
    try:
        rest = rest_of_year(row.target, reported, weight)
    except RateUndefined:
        st.warning(literal(say("With this weight nothing of the year is left.")))
        return
    st.markdown(f"**{literal(rest_sentence(row, rest, reported, weight, say))}**")
    steps = rest_arithmetic(row, rest, reported, weight, say)
    st.caption("  \n".join(literal(one) for one in steps))
