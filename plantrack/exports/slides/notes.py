"""What stands in the speaker notes: the arithmetic with its numbers, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.deck import Slide
from plantrack.words import Say


def notes(slide: Slide, footer: str, say: Say) -> str:
    """Return the notes of a slide, a line a paragraph."""
    return "\n".join(_lines(slide, footer, say))


def _lines(slide: Slide, footer: str, say: Say) -> Iterator[str]:
    yield slide.title  # whole: on the slide a very long one is cut
    yield ""
    if slide.note:
        yield f"{say('Note')}: {slide.note}"
        yield ""
    steps = slide.arithmetic() if slide.arithmetic is not None else ()
    if steps:
        yield say("How this was computed")
        yield ""
    for step in steps:
        yield step.title
        yield from (f"    {line}" for line in step.lines)
        yield ""
    yield from (part for part in (slide.basis, slide.sources) if part)
    yield footer
