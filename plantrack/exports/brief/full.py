"""The full report: the whole deck of a target set as a document, each target with its chapter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from plantrack.deck import Part, Slide
from plantrack.deck.source_slides import method_slide
from plantrack.exports.brief.chapters import LOOK, chapter, drawn
from plantrack.exports.brief.leaders import method_line
from plantrack.exports.brief.references import References
from plantrack.exports.brief.rows import Data, counts, score_headings, score_rows, written_table
from plantrack.exports.brief.setting import pdf
from plantrack.exports.files import Report
from plantrack.exports.material import Material
from plantrack.exports.stewardship import stewardship_rows
from plantrack.plan import STANDING_METHOD
from plantrack.scorecard.telling import headline
from plantrack.words import Say, mark

_ROWS: Final = replace(LOOK, height=1)  # rows of targets are as high as they take
_PARTS: Final = {
    Part.STRUCTURE: mark("Structure"),
    Part.GROWTH: mark("Growth"),
    Part.CHANGE: mark("What would change a standing"),
}
_SETTING: Final = 0.1  # of the work; the drawings take the rest


def pdf_file(material: Material, report: Report) -> bytes:
    """Return the full report as PDF."""
    content = pdf("full", _data(material, report), material)
    report(1.0)
    return content


def _data(material: Material, report: Report) -> Data:
    say, card, deck = material.say, material.card, material.deck
    references = References(material.sources)
    done = _progress(len(deck.slides), report)
    slides = {slide.id: slide for slide in deck.slides}
    of_part = {
        part: [_block(one, done) for one in deck.slides if one.part is part]
        for part in (Part.STANDING, *_PARTS)
    }
    chapters = []
    for row in card.ordered:
        chapters.append(chapter(row, slides[f"target-{row.target.id}"], material, references))
        done()
    for one in card.plan.cutoffs(STANDING_METHOD):
        references.of(one.origin)
    return {
        "title": say("Progress report: {plan}", plan=deck.plan),
        "plan": deck.plan,
        "subtitle": say("How far the plan has come"),
        "set": deck.target_set,
        "figures": deck.figures,
        "headline": headline(card, say),
        "counts": counts(card, say),
        "headings": score_headings(say),
        "rows": score_rows(card.ordered, say),
        "standing": of_part[Part.STANDING],
        "chapters": chapters,
        "parts": [
            {"name": say(name), "slides": of_part[part]}
            for part, name in _PARTS.items()
            if of_part[part]
        ],
        "stewards": written_table(stewardship_rows(card, material.stewards, say)),
        "cutoffs": _cutoffs(material),
        "sources": references.listed(say),
        "source-headings": _source_headings(say),
        "words": _words(say),
        "method": method_line(material),
    }


def _block(slide: Slide, done: Callable[[], None]) -> Data:
    """A slide as a block of the report. The numbers of standings stand in one table for all."""
    look = _ROWS if slide.part in (Part.STANDING, Part.STRUCTURE) else LOOK
    found = {
        "topic": slide.topic,
        "title": slide.title,
        "drawing": drawn(slide, look),
        "alt": slide.alt,
        "table": None if slide.part is Part.STANDING else written_table(slide.table),
        "footnote": slide.footnote,
    }
    done()
    return found


def _cutoffs(material: Material) -> Data:
    slide = method_slide(material.card, material.sources, material.say)
    return {
        "title": slide.title,
        "table": written_table(slide.table),
        "footnote": slide.footnote,
    }


def _source_headings(say: Say) -> Sequence[str]:
    return [
        say("No."),
        say("Publication"),
        say("Publisher"),
        say("Published"),
        say("Licence"),
    ]


def _words(say: Say) -> dict[str, str]:
    return {
        "contents": say("Contents"),
        "standing": say("Where the plan stands"),
        "targets": say("Targets, worst first"),
        "each": say("Each target"),
        "why": say("Why it stands there, and how sure that is"),
        "arithmetic": say("How this was computed"),
        "evidence": say("Figures and their sources"),
        "steward": say("Who answers, and what is due"),
        "nobody": say("Nobody has stated yet who answers for any of these targets."),
        "method": say("Method"),
        "sources": say("Sources"),
    }


def _progress(steps: int, report: Report) -> Callable[[], None]:
    """Return what is called after each drawing, and reports the share that is done."""
    made = 0

    def done() -> None:
        nonlocal made
        made += 1
        report(min(made / max(steps, 1), 1.0) * (1 - _SETTING))

    return done
