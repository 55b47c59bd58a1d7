"""Every chart of a revision as a picture, page by page, with the sentences of its slide."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from plantrack.charts.composition import composition_chart, composition_table
from plantrack.charts.look import Caption
from plantrack.charts.peers import Peers, peers_of, version_name
from plantrack.charts.ranking import ranking_bars, ranking_table
from plantrack.deck import Slide
from plantrack.deck.footnotes import publications, titled
from plantrack.exports.material import Material
from plantrack.exports.pictures.overview import methods, overview_pictures
from plantrack.exports.pictures.picture import Picture
from plantrack.scorecard import RankVersion, Scorecard, TargetRow
from plantrack.scorecard.growth import growth_reports
from plantrack.scorecard.structure import Structure, structures
from plantrack.scorecard.telling.places import place_of
from plantrack.scorecard.telling.structure import structure_takeaway, target_rows
from plantrack.scorecard.telling.structure_years import break_sentences
from plantrack.words import Say

Pictures = tuple[Picture, ...]


def every_picture(material: Material) -> Pictures:
    """Return all charts of the pages, those of the overview first; none without targets."""
    card = material.card
    if not card.rows:
        return ()
    found = [
        overview_pictures(material, card),
        *(target_pictures(material, row) for row in card.ordered),
        *(structure_pictures(material, one) for one in structures(card.plan, card)),
        *(growth_pictures(material, one.row) for one in growth_reports(card.plan, card)),
    ]
    return tuple(picture for pictures in found for picture in pictures)


def target_pictures(material: Material, row: TargetRow) -> Pictures:
    """Return the path of a target, of a place the peers in each borders; none without either."""
    slide = _slide(material, f"target-{row.target.id}")
    if slide is None:
        return ()
    if row.ranking is None:
        return (_of_slide(material, slide, f"{name_of(material.card, row)}_path"),)
    newest = _of_slide(material, slide, f"{name_of(material.card, row)}_peers")
    shown = [(one, peers_of(row, material.card.values, one)) for one in row.ranking.versions[::-1]]
    drawn = [(one, peers) for one, peers in shown if peers is not None and peers.ordered]
    earlier = [_in_borders(newest, row, one, peers, material.say) for one, peers in drawn[1:]]
    return (newest, *earlier)


def _in_borders(
    newest: Picture, row: TargetRow, version: RankVersion, peers: Peers, say: Say
) -> Picture:
    """The peers in borders of before, told by their own place and never by today's."""
    latest = version.latest
    title = say(
        "{name}, {year}: {place} ({borders})",
        name=say.text(row.indicator.name),
        year=peers.year,
        place=place_of(latest, say) if latest is not None else "",
        borders=version_name(peers, say),
    )
    draw = partial(ranking_bars, peers, say, caption=Caption("", title))
    return replace(
        newest,
        name=f"{newest.name}_{peers.year}",
        title=title,
        alt=title,
        table=tuple(ranking_table(peers, say)),
        drawing=lambda look: draw(look=look),
    )


def structure_pictures(material: Material, structure: Structure) -> Pictures:
    """Return the shares against their ranges, where a set has any, and the shares by year."""
    slide = _slide(material, f"structure-{structure.whole.id}")
    if slide is None:
        return ()
    say, whole, rows = material.say, structure.whole.id, target_rows(structure)
    if not rows:
        return (_of_slide(material, slide, f"{whole}_years"),)
    known, told = publications(rows, material.sources), methods(rows, say)
    ranges = replace(_of_slide(material, slide, f"{whole}_ranges"), sources=titled(known, say))
    breaks = break_sentences(structure, material.plan, say)
    alt = " ".join([structure_takeaway(structure, say), *breaks])
    years = replace(
        ranges,
        name=f"{whole}_years",
        alt=alt,
        table=tuple(composition_table(structure, say)),
        drawing=lambda look: composition_chart(structure, say, caption=Caption("", alt), look=look),
    )
    return replace(ranges, basis=f"{told} {ranges.basis}".strip()), years


def growth_pictures(material: Material, row: TargetRow) -> Pictures:
    """Return the growth of each year beside the average asked; none without figures."""
    slide = _slide(material, f"growth-{row.target.id}")
    return (_of_slide(material, slide, f"{name_of(material.card, row)}_years"),) if slide else ()


def name_of(card: Scorecard, row: TargetRow) -> str:
    """Return the indicator's id, of several targets of one indicator the target's."""
    same = [one for one in card.rows if one.indicator.id == row.indicator.id]
    return row.indicator.id if len(same) == 1 else row.target.id


def _slide(material: Material, wanted: str) -> Slide | None:
    slides = material.deck.slides
    return next((one for one in slides if one.id == wanted and one.drawing is not None), None)


def _of_slide(material: Material, slide: Slide, name: str) -> Picture:
    if slide.drawing is None:
        raise ValueError(f"the slide {slide.id} has no drawing")
    return Picture(
        name=name,
        topic=slide.topic,
        title=slide.title,
        alt=slide.alt,
        table=slide.table,
        basis=slide.basis,
        sources=slide.sources,
        footer=material.footer,
        language=material.language,
        made=material.day,
        drawing=slide.drawing,
    )
