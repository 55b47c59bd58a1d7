"""What is missing and would make a target assessable, or its standing firm."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from html import escape

import streamlit as st

from plantrack.method.verdict import Reason
from plantrack.model import Period, Standing, Status, Use
from plantrack.scorecard import Scorecard, TargetRow
from plantrack.scorecard.telling import because, firm_sentence, missing
from plantrack.ui.figure_words import told_years
from plantrack.ui.literal import literal
from plantrack.ui.scores import kept
from plantrack.ui.tables import Heading, html_table, link, small
from plantrack.ui.view import View
from plantrack.words import Say, capitalised

Cells = Callable[[TargetRow, Say], tuple[str, tuple[str, ...]]]


def open_rows(card: Scorecard) -> tuple[TargetRow, ...]:
    """Targets a figure would make assessable: regional ones are never graded, whatever comes."""
    return tuple(
        row
        for row in card.ordered
        if row.standing is Standing.NOT_ASSESSED and row.assessment.reason is not Reason.REGIONAL
    )


def estimated_rows(card: Scorecard) -> tuple[TargetRow, ...]:
    """Targets with a standing that uses an estimate."""
    return tuple(
        row
        for row in card.ordered
        if row.standing is not Standing.NOT_ASSESSED and row.firm is not None
    )


def draw_missing(view: View, card: Scorecard) -> None:
    say = view.say
    open_ones, estimated = open_rows(card), estimated_rows(card)
    st.header(literal(finding(card, say)), anchor=False)
    if open_ones:
        st.subheader(say("Needed before a target can be assessed"), anchor=False)
        st.html(kept(view, "needed", lambda: _table(view, open_ones, needed, _needed_headings)))
    if estimated:
        st.subheader(say("Needed to replace estimates"), anchor=False)
        st.html(kept(view, "awaited", lambda: _table(view, estimated, awaited, _awaited_headings)))
    regional = sum(row.assessment.reason is Reason.REGIONAL for row in card.rows)
    if regional:
        st.caption(
            say.many(
                "{count} target of this set is for another place and is shown, not graded.",
                "{count} targets of this set are for another place and are shown, not graded.",
                regional,
            )
        )


def finding(card: Scorecard, say: Say) -> str:
    """Return how many targets wait for a figure and how many rest on estimates."""
    waiting, estimated = len(open_rows(card)), len(estimated_rows(card))
    if not waiting and not estimated:
        return say("No figure is missing for the standings of this target set.")
    told = []
    if waiting:
        told.append(
            say.many(
                "{count} target cannot be assessed until a figure is found or published.",
                "{count} targets cannot be assessed until figures are found or published.",
                waiting,
            )
        )
    if estimated:
        told.append(
            say.many(
                "{count} standing uses an estimate.",
                "{count} standings use estimates.",
                estimated,
            )
        )
    return " ".join(told)


def needed(row: TargetRow, say: Say) -> tuple[str, tuple[str, ...]]:
    """Return the figure an unassessed target waits for, and why it is missing."""
    since = row.target.baseline_year
    revised = [
        say.text(one.reason)
        for one in row.plan.breaks
        if row.series is not None and one.series == row.series.id and one.first_year_after > since
    ]
    asked = tuple(gap for gap in row.missing if gap.period.last_year >= since)
    why = say("{sentence}.", sentence=capitalised(because(row, say)))
    return _figure_needed(row, say), (why, *revised, *missing(replace(row, missing=asked), say))


def _figure_needed(row: TargetRow, say: Say) -> str:
    verdict = row.assessment
    year = verdict.missing_year or 0
    match verdict.reason:
        case Reason.NO_SERIES | Reason.NO_FIGURES:
            first = row.target.baseline_year
            return say("Yearly figures: {year} and a later year", year=first)
        case Reason.BOUND_MISSING:
            return say("The value the target asks for")
        case Reason.PEERS_MISSING:
            return say("The figures of all peers in {year}", year=year)
        case Reason.ONE_SIDED:
            return say("The exact figure of {year}", year=year)
        case Reason.BREAK_IN_PERIOD | Reason.RATE_UNDEFINED:
            return say("Comparable figures over the whole period")
        case Reason.BASELINE_MISSING:
            return say("The figure of the baseline year {year}", year=year)
        case Reason.NOT_AFTER_BASELINE | Reason.AWAITS_SECOND_FIGURE:
            return say("The next figure, of {year}", year=year)
        case _:
            return say("The figure of {year}", year=year)


def awaited(row: TargetRow, say: Say) -> tuple[str, tuple[str, ...]]:
    """Return the years whose estimates await a firmer figure, and what leaving them out does."""
    periods = [
        figure.period
        for figure in row.figures
        if figure.status is Status.ESTIMATE
        and figure.use is Use.FIGURE
        and figure.period.last_year > row.target.baseline_year
    ]
    latest = row.assessment.latest
    if not periods and latest is not None:  # a computed place has no figures of its own
        periods = [Period.of_year(latest.year)]
    told = firm_sentence(row, say) or say("Leaving the estimates out changes no standing.")
    return say("A firmer figure for {years}", years=told_years(periods, say)), (told,)


def _needed_headings(say: Say) -> list[Heading]:
    return [
        Heading(say("Target"), "name"),
        Heading(say("Figure needed")),
        Heading(say("Why it is missing, and whom to ask"), "wide"),
    ]


def _awaited_headings(say: Say) -> list[Heading]:
    return [
        Heading(say("Target"), "name"),
        Heading(say("Figure needed")),
        Heading(say("Without the estimates"), "wide"),
    ]


def _table(
    view: View,
    rows: Iterable[TargetRow],
    told: Cells,
    headings: Callable[[Say], list[Heading]],
) -> str:
    """Targets with the same answer share a row: four shares of one whole wait for one set."""
    say = view.say
    together: dict[tuple[str, tuple[str, ...]], list[TargetRow]] = {}
    for row in rows:
        together.setdefault(told(row, say), []).append(row)
    shown = headings(say)
    cells = [
        [
            "".join(f"<p>{_name(view, row)}</p>" for row in group),
            escape(figure),
            "".join(f"<p>{escape(line)}</p>" for line in lines),
        ]
        for (figure, lines), group in together.items()
    ]
    return html_table(shown[1].label, shown, cells)


def _name(view: View, row: TargetRow) -> str:
    """The target, linked, with the series it is read in."""
    address = view.link("target", target=row.target.id)
    name = link(address, view.say.text(row.indicator.name))
    if row.series is None:
        return name
    return name + small(view.say.text(row.plan.compilers[row.series.compiler].name))
