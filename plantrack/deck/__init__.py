"""The deck: a plan's standing as slides, built by itself; the same for the screen and for files.

A slide is data: a sentence, a drawing or a table, and what both rest on. Nothing here knows how
it is shown.
"""

from plantrack.deck.building import Deck, deck
from plantrack.deck.choice import Choice, read, restored, written
from plantrack.deck.rooms import PROJECTOR
from plantrack.deck.slide import Part, Slide

__all__ = [
    "PROJECTOR",
    "Choice",
    "Deck",
    "Part",
    "Slide",
    "deck",
    "read",
    "restored",
    "written",
]
