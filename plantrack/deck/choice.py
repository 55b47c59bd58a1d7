"""What a presenter chose: which slides, in which order, with which notes.

The choice is one text, so that it can stand in an address: "|standing|growth:Ask the bureau". A
text that does not start with the bar is the name of a saved choice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

KIND: Final = "deck"  # what the ledger keeps it as
LONGEST_NOTE: Final = 300  # characters
LONGEST_NAME: Final = 60

_BAR, _COLON = "|", ":"


@dataclass(frozen=True, slots=True)
class Choice:
    """The ids of the slides in order, and notes by the id of their slide."""

    slides: tuple[str, ...]
    notes: Mapping[str, str] = field(default_factory=dict)

    def with_slide(self, slide: str) -> Choice:
        """Return the choice with a slide at its end."""
        return replace(self, slides=(*(one for one in self.slides if one != slide), slide))

    def without(self, slide: str) -> Choice:
        """Return the choice without a slide."""
        return replace(self, slides=tuple(one for one in self.slides if one != slide))

    def moved(self, slide: str, by: int) -> Choice:
        """Return the choice with a slide moved so many places, at most to an end.

        >>> Choice(("a", "b", "c")).moved("c", -1).slides
        ('a', 'c', 'b')
        """
        others = [one for one in self.slides if one != slide]
        place = max(0, self.slides.index(slide) + by)
        return replace(self, slides=(*others[:place], slide, *others[place:]))

    def noted(self, slide: str, note: str) -> Choice:
        """Return the choice with a note on a slide; an empty one takes it away."""
        kept = {name: one for name, one in self.notes.items() if name != slide}
        tidied = tidy(note)
        return replace(self, notes={**kept, slide: tidied} if tidied else kept)


def tidy(text: str, longest: int = LONGEST_NOTE) -> str:
    """Return a text on one line that an address can hold.

    >>> tidy(" who |  when? ")
    'who / when?'
    """
    return " ".join(text.replace(_BAR, "/").split())[:longest]


def written(choice: Choice) -> str:
    """Return the choice as one text; notes on slides left out go.

    >>> written(Choice(("growth", "standing"), {"growth": "Ask: why?"}))
    '|growth:Ask: why?|standing'
    """
    parts = (
        f"{slide}{_COLON}{choice.notes[slide]}" if slide in choice.notes else slide
        for slide in choice.slides
    )
    return _BAR + _BAR.join(parts)


def read(text: str) -> Choice | None:
    """Return the choice a text holds; None for a name.

    >>> read("|growth:Ask: why?|standing").notes
    {'growth': 'Ask: why?'}
    """
    if not text.startswith(_BAR):
        return None
    pairs = [part.partition(_COLON) for part in text[1:].split(_BAR) if part]
    slides = dict.fromkeys(slide for slide, _, _ in pairs)
    return Choice(tuple(slides), {slide: tidy(note) for slide, _, note in pairs if tidy(note)})


def as_value(choice: Choice) -> dict[str, object]:
    """Return what is saved, as plain values."""
    return {"slides": list(choice.slides), "notes": dict(choice.notes)}


def restored(value: object) -> Choice:
    """Return a choice from what was saved; raises TypeError on anything else."""
    slides = value.get("slides") if isinstance(value, Mapping) else None
    notes = value.get("notes") if isinstance(value, Mapping) else None
    if not isinstance(slides, list) or not isinstance(notes, Mapping):
        raise TypeError("a saved deck has slides and notes")
    return Choice(
        tuple(dict.fromkeys(str(slide) for slide in slides)),
        {str(slide): tidy(str(note)) for slide, note in notes.items()},
    )
