"""Figures the plan knows of and does not use: found and rejected, or looked for and missing."""

from __future__ import annotations

from html import escape

import streamlit as st

from plantrack.model import MissingFigure, Period, RejectedFigure
from plantrack.ui.evidence import origin_cell
from plantrack.ui.literal import literal
from plantrack.ui.scores import kept
from plantrack.ui.tables import Heading, html_table, small
from plantrack.ui.view import View
from plantrack.words.figures import written_period


def draw_not_loaded(view: View) -> None:
    say, plan = view.say, view.plan
    st.subheader(
        literal(
            say.many(
                "{count} published figure is not used",
                "{count} published figures are not used",
                len(plan.rejected),
            )
        ),
        anchor=False,
    )
    if plan.rejected:
        st.html(kept(view, "rejected", lambda: _rejected_table(view)))
    st.subheader(
        literal(
            say.many(
                "{count} figure was looked for and not found",
                "{count} figures were looked for and not found",
                len(plan.missing),
            )
        ),
        anchor=False,
    )
    if plan.missing:
        st.html(kept(view, "not_found", lambda: _missing_table(view)))
    st.caption(
        literal(
            say(
                "What the documents state and no yearly figure can hold is listed with its "
                "reason in {file}.",
                file="seeds/README.md",
            )
        )
    )


def _rejected_table(view: View) -> str:
    say = view.say
    headings = [
        Heading(say("Indicator"), "name"),
        Heading(say("Period")),
        Heading(say("Value as printed"), "number"),
        Heading(say("Why it is not used"), "wide"),
        Heading(say("Origin"), "wide"),
    ]
    rows = [_rejected(view, one) for one in view.plan.rejected]
    return html_table(say("Published figures that are not used"), headings, rows)


def _rejected(view: View, one: RejectedFigure) -> list[str]:
    say = view.say
    return [
        _named(view, one.series, one.geography),
        _period(view, one.period),
        escape(say.number(one.value)),
        escape(say.text(one.reason)),
        origin_cell(view, one.origin, one.locator),
    ]


def _missing_table(view: View) -> str:
    say = view.say
    headings = [
        Heading(say("Indicator"), "name"),
        Heading(say("Period")),
        Heading(say("Why it is missing, and whom to ask"), "wide"),
        Heading(say("Where it was looked for"), "wide"),
    ]
    rows = [_missing(view, one) for one in view.plan.missing]
    return html_table(say("Figures looked for and not found"), headings, rows)


def _missing(view: View, one: MissingFigure) -> list[str]:
    return [
        _named(view, one.series, one.geography),
        _period(view, one.period),
        escape(view.say.text(one.reason)),
        origin_cell(view, one.origin) if one.origin else "",
    ]


def _named(view: View, series: str, geography: str) -> str:
    """The indicator, with its compiler, and the place where it is not the plan's own."""
    say, plan = view.say, view.plan
    known = plan.series[series]
    beside = [say.text(plan.compilers[known.compiler].name)]
    if geography != plan.geography:
        beside.append(say.text(plan.geographies[geography].name))
    return escape(say.text(plan.indicators[known.indicator].name)) + small(", ".join(beside))


def _period(view: View, period: Period) -> str:
    return escape(written_period(period, view.say))
