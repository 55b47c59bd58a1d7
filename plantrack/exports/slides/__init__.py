"""The slides of the meeting view as a PowerPoint file, its charts native and editable."""

from __future__ import annotations

from pptx.slide import Slide as Page

from plantrack.deck import Part, Slide
from plantrack.exports.files import Report
from plantrack.exports.material import Material
from plantrack.exports.slides.notes import notes
from plantrack.exports.slides.package import described, notes_in_our_letters, packed
from plantrack.exports.slides.page import add_pages
from plantrack.exports.slides.template import LANGUAGES, empty
from plantrack.scorecard.telling import headline
from plantrack.words.letters import writable

__all__ = ["slides_file"]


def slides_file(material: Material, report: Report) -> bytes:
    """Return the slides chosen, in their order and with their notes.

    A target set without targets gives one slide that says so.
    """
    say, file = material.say, empty(material.say)
    slides = material.slides or (_nothing(material),)
    for done, slide in enumerate(slides, start=1):
        told = writable(notes(slide, material.footer, say))
        for page in add_pages(file, slide, _footer(material), say):
            _noted(page, told, LANGUAGES[say.language])
        report(0.9 * done / len(slides))
    notes_in_our_letters(file)
    described(file, material)
    content = packed(file)
    report(1.0)
    return content


def _footer(material: Material) -> str:
    """Plan, target set and revision, as below the slides on the screen."""
    deck = material.deck
    return " · ".join((deck.plan, deck.target_set, deck.figures))


def _nothing(material: Material) -> Slide:
    return Slide(
        id="nothing",
        part=Part.STANDING,
        topic=material.say("Where the plan stands"),
        title=headline(material.card, material.say),
        table=(),
        basis="",
        sources="",
    )


def _noted(page: Page, told: str, language: str) -> None:
    """Write the speaker notes, in their language."""
    frame = page.notes_slide.notes_text_frame
    if frame is None:
        raise ValueError("the notes page has no place for text")
    frame.text = told
    for paragraph in frame.paragraphs:
        for one in paragraph.runs:
            one._r.get_or_add_rPr().set("lang", language)
