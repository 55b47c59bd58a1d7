"""A chart with all that belongs to it when nobody is there to explain it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from plantrack.charts.captioned import captioned
from plantrack.charts.finish import Spec
from plantrack.charts.look import PHONE, Look
from plantrack.charts.tables import TableRow

# Narrow enough for a page of A4: its smallest words are seven points high there.
PAPER: Final = Look(width=800)
HAND: Final = PHONE


@dataclass(frozen=True, slots=True, eq=False)  # each is itself, so that its drawing can be kept
class Picture:
    """`name` tells indicator and chart in addresses and file names: "grdp_per_capita_path".

    `title` is the finding, `alt` the text alternative, `table` the numbers drawn. `basis` and
    `sources` are what it rests on, `footer` what every file says; `made` the day of its revision.
    """

    name: str
    topic: str
    title: str
    alt: str
    table: tuple[TableRow, ...]
    basis: str
    sources: str
    footer: str
    language: str
    made: date
    drawing: Callable[[Look], Spec]

    @property
    def foot(self) -> tuple[str, ...]:
        """The lines below the picture, empty ones left out."""
        return tuple(one for one in (self.basis, self.sources, self.footer) if one)

    def alone(self, look: Look) -> Spec:
        """Return the chart with title and foot in it."""
        return captioned(self.drawing(look), self.title, self.foot, look)

    def only(self, name: str, told: str) -> Picture:
        """Return the picture of a choice of targets: under another name, the choice said."""
        return replace(self, name=f"{self.name}_{name}", basis=f"{told} {self.basis}".strip())
