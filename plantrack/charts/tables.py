"""The same figures as each chart, as rows of a table: for readers who do not see the drawing.

A row maps column names to written values; a value that is not known is an empty text.
"""

from __future__ import annotations

from collections.abc import Sequence

from plantrack.charts.growth_figures import shown_figures
from plantrack.charts.path_data import path_data
from plantrack.charts.peers import Peers
from plantrack.charts.values import noted, short, target_label, years_of
from plantrack.model import Figure
from plantrack.scorecard import TargetRow, telling
from plantrack.scorecard.structure import Structure
from plantrack.words import Say, capitalised
from plantrack.words.terms import qualified, standing_word, status_word

TableRow = dict[str, str]


def gap_table(rows: Sequence[TargetRow], say: Say) -> list[TableRow]:
    """Return what the gap chart shows, in its order."""
    return [
        {
            say("Indicator"): say.text(row.indicator.name),
            say("Baseline"): _baseline(row, say),
            say("Latest figure"): telling.latest(row, say),
            say("Due by then"): _due(row, say),
            say("Asked"): target_label(row, say),
            say("Gap"): telling.gap(row, say),
            say("Standing"): _standing(row, say),
        }
        for row in rows
    ]


def _baseline(row: TargetRow, say: Say) -> str:
    baseline = row.assessment.baseline
    if baseline is None:
        return ""
    if telling.averaged(row):
        return str(baseline.year)
    return noted(telling.observed_level(row, baseline, say), (str(baseline.year),), say)


def _due(row: TargetRow, say: Say) -> str:
    due = row.assessment.due
    if due is None:
        return ""
    if telling.averaged(row):
        return say("index {value}", value=say.number(due.value, 1))
    return telling.level(row, due.value, say)


def _standing(row: TargetRow, say: Say) -> str:
    return capitalised(standing_word(row.standing, say))


def rate_table(rows: Sequence[TargetRow], say: Say) -> list[TableRow]:
    """Return every target's yearly changes; ranks, which have none, keep their row."""
    return [
        {
            say("Indicator"): say.text(row.indicator.name),
            say("Achieved a year"): telling.observed(row, say),
            say("Years"): telling.observed_years(row, say) if telling.observed(row, say) else "",
            say("Required from the baseline"): telling.required(row, say),
            say("Required from now"): telling.required(row, say, from_now=True),
            say("Standing"): _standing(row, say),
        }
        for row in rows
    ]


def path_table(row: TargetRow, say: Say) -> list[TableRow]:
    """Return the levels of a path chart: figures, averages, the target, in order of time."""
    data = path_data(row, say)
    planned = {point.year: point.value for point in data.planned}
    projected = {point.year: point.value for point in data.projected[1:]}
    reported = {one.year: one for one in data.observations}
    made = {one.year for one in data.observations} - {one.year for one in data.figures}
    asked = {aim.year for aim in data.aims}
    years = sorted({*planned, *projected, *reported, *asked})
    cuts = {cut.year for cut in data.cuts}

    def level(value: float | None) -> str:
        if value is None:
            return ""
        return say.number(value, 1) if telling.averaged(row) else short(row, value, say)

    found = []
    for year in years:
        one = reported.get(year)
        value = "" if one is None else qualified(one.qualifier, level(one.value), say)
        notes = say("not comparable with the years before") if year in cuts else ""
        found.append(
            {
                say("Year"): str(year),
                say("Figure"): value,
                say("Status"): "" if one is None or year in made else status_word(one.status, say),
                say("Planned path"): level(planned.get(year)),
                say("At the observed pace"): level(projected.get(year)),
                say("Asked"): telling.bounds(row, say) if year in asked else "",
                say("Note"): notes,
            }
        )
    return [*found, *[_span_row(row, span, say) for span in data.spans]]


def _span_row(row: TargetRow, span: Figure, say: Say) -> TableRow:
    return {
        say("Year"): years_of(span.period),
        say("Figure"): qualified(span.qualifier, short(row, float(span.value), say), say),
        say("Status"): status_word(span.status, say),
        say("Planned path"): "",
        say("At the observed pace"): "",
        say("Asked"): "",
        say("Note"): say("average over the years"),
    }


def growth_table(row: TargetRow, say: Say) -> list[TableRow]:
    """Return the growth figures the bars show, with their status."""
    return [
        {
            say("Year"): years_of(figure.period),
            say("Growth"): qualified(figure.qualifier, short(row, float(figure.value), say), say),
            say("Status"): status_word(figure.status, say),
        }
        for figure in shown_figures(row)
    ]


def corridor_table(structure: Structure, say: Say) -> list[TableRow]:
    """Return each share with its corridor and what is left to both bounds."""
    return [
        {
            say("Share"): say.text(part.indicator.name),
            say("Latest figure"): telling.latest(part.row, say),
            say("Target range"): telling.bounds(part.row, say),
            say("Gap"): telling.gap(part.row, say),
            say("Standing"): _standing(part.row, say),
        }
        for part in structure.parts
        if part.row is not None
    ]


def composition_table(structure: Structure, say: Say) -> list[TableRow]:
    """Return the parts of every year whose parts are all known, and their sum."""
    found = []
    for mix in structure.years:
        cells = {say("Year"): str(mix.year)}
        for part in structure.parts:
            share = mix.shares[part.indicator.id]
            cells[say.text(part.indicator.name)] = say.percent(share.value, part.indicator.decimals)
        cells[say("Sum")] = say.percent(mix.sum.total, structure.whole.decimals)
        found.append(cells)
    return found


def ranking_table(peers: Peers, say: Say) -> list[TableRow]:
    """Return the places in their order; those without a figure come last, without a place."""
    heading = noted(say.text(peers.indicator.name), (say.text(peers.unit),), say)
    known = [
        {
            say("Place"): str(peers.place(value.value)),
            say("Province"): say.text(peer.name),
            heading: say.number(value.value, peers.indicator.decimals),
            say("Status"): status_word(value.status, say),
        }
        for peer, value in peers.ordered
    ]
    unknown = [
        {say("Place"): "", say("Province"): say.text(p.name), heading: "", say("Status"): ""}
        for p in peers.missing
    ]
    return [*known, *unknown]
