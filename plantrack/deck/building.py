"""The deck as it builds itself from one scorecard."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plantrack.deck.change_slides import coherence_slides, mix_slides, sensitivity_slides
from plantrack.deck.choice import Choice
from plantrack.deck.footnotes import Sources
from plantrack.deck.slide import Slide
from plantrack.deck.source_slides import method_slide, sources_slide
from plantrack.deck.standing_slides import pace_slides, standing_slides
from plantrack.deck.target_slides import target_slides
from plantrack.deck.whole_slides import growth_slides, structure_slides
from plantrack.model import Revision
from plantrack.scorecard import Scorecard
from plantrack.words import Say


@dataclass(frozen=True, slots=True)
class Deck:
    """Every slide of one scorecard in the usual order, and what all of them say of themselves.

    `figures` is which revision the slides show, and when it was made.
    """

    plan: str
    target_set: str
    figures: str
    slides: tuple[Slide, ...]

    @property
    def usual(self) -> Choice:
        """The slides of a deck nobody has changed."""
        return Choice(tuple(slide.id for slide in self.slides if slide.shown))

    def chosen(self, choice: Choice) -> tuple[Slide, ...]:
        """Return the slides of a choice in its order with its notes; unknown ones are left out."""
        known = {slide.id: slide for slide in self.slides}
        return tuple(
            replace(known[one], note=choice.notes.get(one, ""))
            for one in choice.slides
            if one in known
        )

    def unknown(self, choice: Choice) -> tuple[str, ...]:
        """Return the ids of a choice that this deck does not have."""
        known = {slide.id for slide in self.slides}
        return tuple(one for one in choice.slides if one not in known)


def deck(card: Scorecard, sources: Sources, made: Revision | None, say: Say) -> Deck:
    """Return the deck of a scorecard: standings, targets, structure, growth, change, sources.

    `sources` are the publications by id, `made` is the revision the figures stood at. A target
    set without targets has no slides.
    """
    revision = 0 if made is None else made.number
    slides: list[Slide] = []
    if card.rows:
        slides = [
            *standing_slides(card, sources, say),
            *pace_slides(card, sources, say),
            *target_slides(card, sources, say),
            *structure_slides(card, sources, say),
            *growth_slides(card, sources, say),
            *sensitivity_slides(card, sources, say),
            *coherence_slides(card, sources, say),
            *mix_slides(card, sources, say),
            method_slide(card, sources, say),
            sources_slide(card, sources, revision, say),
        ]
    return Deck(
        plan=say.text(card.plan.name),
        target_set=say.text(card.plan.target_sets[card.target_set].name),
        figures=_figures(made, card.plan.time_zone, say),
        slides=tuple(slides),
    )


def _figures(made: Revision | None, time_zone: str, say: Say) -> str:
    if made is None:
        return say("Figures: none recorded yet")
    return say(
        "Figures: revision {number}, {moment}",
        number=made.number,
        moment=say.moment(made.made_at, time_zone),
    )
