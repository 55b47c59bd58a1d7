"""The series of an indicator: who compiles each, what it covers, where it is cut."""

from __future__ import annotations

from html import escape

from plantrack.model import Series
from plantrack.ui.tables import Heading, html_table, small
from plantrack.ui.view import View
from plantrack.words.terms import price_basis_word


def series_table(view: View, indicator: str) -> str:
    """Return one row a series; the one the plan prefers comes first and is marked.

    Scope and borders are the plan's own ids: the plan gives them no names.
    """
    say = view.say
    headings = [
        Heading(say("Compiler"), "name"),
        Heading(say("Price basis")),
        Heading(say("Scope and borders (ids)")),
        Heading(say("Figures"), "number"),
        Heading(say("Revisions of the series and notes"), "wide"),
    ]
    ordered = sorted(view.plan.series_of(indicator), key=lambda one: not one.preferred)
    name = say.text(view.plan.indicators[indicator].name)
    return html_table(name, headings, [_row(view, series) for series in ordered])


def _row(view: View, series: Series) -> list[str]:
    say, plan = view.say, view.plan
    preferred = small(say("preferred by the plan")) if series.preferred else ""
    breaks = [
        say("From {year}: {reason}", year=one.first_year_after, reason=say.text(one.reason))
        for one in plan.breaks
        if one.series == series.id
    ]
    lines = [*breaks, *filter(None, [say.text(series.note)])]
    count = sum(figure.series == series.id for figure in view.snapshot.figures)
    return [
        escape(say.text(plan.compilers[series.compiler].name)) + preferred,
        escape(price_basis_word(series.price_basis, say)),
        f"<code>{escape(series.scope)}</code><br><code>{escape(series.geography_version)}</code>",
        say.number(count, 0),
        "".join(f"<p>{escape(line)}</p>" for line in lines),
    ]
