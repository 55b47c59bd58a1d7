"""The blocks of the growth page: the finding, the years beside the band, what is still needed."""

from __future__ import annotations

import streamlit as st

from plantrack.charts.growth import growth_bars, growth_table
from plantrack.charts.growth_figures import shown_figures
from plantrack.charts.look import Caption
from plantrack.model import Measure
from plantrack.plan import PREFERRED
from plantrack.scorecard import Scorecard, TargetRow
from plantrack.scorecard.growth import GrowthReport, growth_reports, part_indicators
from plantrack.scorecard.telling import takeaway
from plantrack.scorecard.telling.growth import band_note, realism
from plantrack.ui.growth.growth_tables import parts_table, series_table
from plantrack.ui.literal import literal
from plantrack.ui.scores import draw_chart, kept, look
from plantrack.ui.taking import taken
from plantrack.ui.view import View


def reports(view: View, card: Scorecard) -> tuple[GrowthReport, ...]:
    """Return the growth targets of the set, a whole with parts first; says if it has none."""
    plan = view.plan
    found = kept(view, "growth_reports", lambda: growth_reports(plan, card))
    if not found:
        _draw_nothing(view)
    return tuple(sorted(found, key=lambda one: not part_indicators(plan, one.row.indicator.id)))


def _draw_nothing(view: View) -> None:
    """Say that the set asks for no growth, and which sets do."""
    say, plan = view.say, view.plan
    st.header(literal(say("This target set has no growth target")), anchor=False)
    told = say(
        "“{name}” asks for no average growth, so nothing can be held against yearly growth here.",
        name=say.text(view.target_set.name),
    )
    st.info(literal(told), icon=":material/flag:")
    for one in plan.target_sets.values():
        asked = (plan.indicators[target.indicator] for target in plan.targets_of(one.id))
        if any(indicator.measure is Measure.AVERAGE_GROWTH for indicator in asked):
            view.page_link("growth", say.text(one.name), set=one.id)


def draw_years(view: View, row: TargetRow) -> None:
    """Draw the yearly growth beside the band, which grades no single year."""
    say = view.say
    note = band_note(row, say)
    if not shown_figures(row):
        _draw_no_figures(view, row)
        return
    st.subheader(say("Growth year by year"), anchor=False)
    if note:
        st.markdown(literal(note))
    alt = " ".join(part for part in (takeaway(row, say), note) if part)
    draw_chart(
        view,
        "growth_bars",
        lambda: growth_bars(row, say, caption=Caption("", alt), look=look(view)),
        lambda: growth_table(row, say),
        row.target.id,
    )
    taken.draw_growth(view, row)


def _draw_no_figures(view: View, row: TargetRow) -> None:
    say = view.say
    if row.target.geography != view.plan.geography:
        return  # the finding has said that the target was set for another place
    told = say("The series in use has no growth of a whole year for this indicator.")
    st.info(literal(told), icon=":material/help:")
    if view.series != PREFERRED:
        view.page_link("growth", say("Show the plan's preferred series"), series=PREFERRED)


def draw_series(view: View, report: GrowthReport) -> None:
    """Draw the average so far and the growth still needed in every series, side by side."""
    say = view.say
    table = series_table(view, report)
    if not table:
        return
    st.subheader(say("Average so far, in every series"), anchor=False)
    told = say("Officials quote different series; each is computed by itself, never mixed.")
    st.caption(literal(told))
    st.html(table)


def draw_realism(view: View, report: GrowthReport) -> None:
    """Draw how the growth still needed compares with what has been achieved before."""
    told = realism(report, view.say)
    if told:
        st.subheader(view.say("Has it been done before?"), anchor=False)
        st.markdown("\n".join(f"- {literal(one)}" for one in told))


def draw_parts(view: View, report: GrowthReport) -> None:
    if report.parts:
        st.subheader(view.say("Growth of the parts"), anchor=False)
        st.html(parts_table(view, report.parts, view.say("Growth of the parts")))


def draw_others(view: View, others: tuple[GrowthReport, ...]) -> None:
    """Draw the growth targets of the set that are neither the whole's nor its parts'."""
    rows = tuple(report.row for report in others)
    if rows:
        st.subheader(view.say("Other growth targets of this set"), anchor=False)
        st.html(parts_table(view, rows, view.say("Other growth targets of this set")))
