"""One slide: the finding as its title, one drawing or table, and what it rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from plantrack.charts.finish import Spec
from plantrack.charts.look import Look
from plantrack.charts.native import Native
from plantrack.charts.tables import TableRow
from plantrack.model import Standing
from plantrack.scorecard.telling import Step


class Part(StrEnum):
    """The parts of a deck in their usual order."""

    STANDING = "standing"
    TARGETS = "targets"
    STRUCTURE = "structure"
    GROWTH = "growth"
    CHANGE = "change"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Slide:
    """`id` names the slide in an address, in every language. `topic` is its name in lists.

    `table` holds the numbers of the drawing; where there is no drawing it is shown itself.
    `alt` is the text alternative of the drawing. `shown` says whether the slide is in a deck
    nobody has changed; `note` is what a presenter wrote on it. `native` is the drawing for an
    office program, of the same values; `arithmetic` how they were computed, the numbers put in.
    """

    id: str
    part: Part
    topic: str
    title: str
    table: tuple[TableRow, ...]
    basis: str
    sources: str
    alt: str = ""
    drawing: Callable[[Look], Spec] | None = None
    standing: Standing | None = None
    shown: bool = True
    note: str = ""
    native: Callable[[], tuple[Native, ...]] | None = None
    arithmetic: Callable[[], tuple[Step, ...]] | None = None

    @property
    def footnote(self) -> str:
        """Method, series and years, then the publications."""
        return " ".join(part for part in (self.basis, self.sources) if part)
