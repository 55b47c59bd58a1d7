"""The shares of the whole against their ranges, and growth year by year."""

from __future__ import annotations

from plantrack.charts.composition import composition_chart
from plantrack.charts.growth import growth_bars
from plantrack.charts.growth_figures import shown_figures
from plantrack.charts.look import Caption
from plantrack.charts.native_bars import native_corridors
from plantrack.charts.native_columns import native_composition, native_growth
from plantrack.charts.structure import corridor_chart
from plantrack.charts.tables import composition_table, corridor_table, growth_table
from plantrack.deck.arithmetic import gaps_told
from plantrack.deck.footnotes import Sources, basis_of, sources_of, titled
from plantrack.deck.slide import Part, Slide
from plantrack.scorecard import Scorecard
from plantrack.scorecard.growth import GrowthReport, growth_reports
from plantrack.scorecard.structure import Structure, structures
from plantrack.scorecard.telling import steps, takeaway
from plantrack.scorecard.telling.growth import band_note, realism
from plantrack.scorecard.telling.structure import structure_takeaway, target_rows
from plantrack.words import Say


def structure_slides(card: Scorecard, sources: Sources, say: Say) -> list[Slide]:
    """Return a slide for each whole whose parts are known: ranges, without them the years."""
    found = []
    for structure in structures(card.plan, card):
        if structure.latest is not None:
            slide = _ranges if target_rows(structure) else _years
            found.append(slide(structure, sources, say))
    return found


def _ranges(structure: Structure, sources: Sources, say: Say) -> Slide:
    rows, title = target_rows(structure), structure_takeaway(structure, say)
    return Slide(
        id=f"structure-{structure.whole.id}",
        part=Part.STRUCTURE,
        topic=say.text(structure.whole.name),
        title=title,
        table=tuple(corridor_table(structure, say)),
        basis=basis_of(rows, say),
        sources=sources_of(rows, sources, say),
        alt=title,
        drawing=lambda look: corridor_chart(structure, say, caption=Caption("", title), look=look),
        native=lambda: (native_corridors(structure, say),),
        arithmetic=lambda: gaps_told(rows, say),
    )


def _years(structure: Structure, sources: Sources, say: Say) -> Slide:
    title, latest = structure_takeaway(structure, say), structure.latest
    origins = {figure.origin for figure in latest.shares.values()} if latest else set()
    known = [sources[one] for one in sorted(origins) if one in sources]
    return Slide(
        id=f"structure-{structure.whole.id}",
        part=Part.STRUCTURE,
        topic=say.text(structure.whole.name),
        title=title,
        table=tuple(composition_table(structure, say)),
        basis="",
        sources=titled(known, say),
        alt=title,
        drawing=lambda look: composition_chart(
            structure, say, caption=Caption("", title), look=look
        ),
        native=lambda: (native_composition(structure, say),),
    )


def growth_slides(card: Scorecard, sources: Sources, say: Say) -> list[Slide]:
    """Return a slide for each growth target with figures: the years beside the band."""
    reports = growth_reports(card.plan, card)
    return [_growth(one, sources, say) for one in reports if shown_figures(one.row)]


def _growth(report: GrowthReport, sources: Sources, say: Say) -> Slide:
    row = report.row
    title = (*realism(report, say), takeaway(row, say))[0]
    alt = " ".join(part for part in (title, band_note(row, say)) if part)
    return Slide(
        id=f"growth-{row.target.id}",
        part=Part.GROWTH,
        topic=say("Year by year: {name}", name=say.text(row.indicator.name)),
        title=title,
        table=tuple(growth_table(row, say)),
        basis=basis_of([row], say),
        sources=sources_of([row], sources, say),
        alt=alt,
        drawing=lambda look: growth_bars(row, say, caption=Caption("", alt), look=look),
        native=lambda: (native_growth(row, say),),
        arithmetic=lambda: steps(row, say),
    )
