"""How a chart is to look: theme, room, size of text."""

from __future__ import annotations

from dataclasses import dataclass

from plantrack.charts.palette import Palette, palette
from plantrack.charts.tokens import TYPE

# Of a row's usual height, on a slide.
_CLOSEST, _WIDEST = 0.86, 1.5


@dataclass(frozen=True, slots=True)
class Caption:
    """What a chart tells, as computed from the same figures: its title and its text alternative.

    An empty title draws none: the page already shows it as its heading.
    """

    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Look:
    """The room a chart has; `compact` stacks labels above lines for narrow screens.

    `width` is in pixels: the layout is made for it, and the drawing still stretches when the
    screen shows it in a container. `text` multiplies every text size. `height` is the room a slide
    has: a drawing over years fills it, one of rows sets them closer; 0 is as high as it takes.
    """

    theme: str = "light"
    width: int = 1100
    compact: bool = False
    text: float = 1.0
    height: float = 0.0

    @property
    def colours(self) -> Palette:
        return palette(self.theme)

    @property
    def stacked(self) -> bool:
        """Whether names stand above their lines: beside them they would leave no room."""
        return self.compact or self.width < 760 * self.text

    @property
    def body(self) -> float:
        """Size of labels, in pixels."""
        return TYPE["small" if self.compact else "body"] * self.text

    @property
    def small(self) -> float:
        """Size of secondary labels, in pixels."""
        return TYPE["fine" if self.compact else "small"] * self.text

    @property
    def title(self) -> float:
        return TYPE["lead" if self.compact else "part"] * self.text

    def row(self, usual: float, count: int = 0, taken: float = 0.0) -> float:
        """Return the height of one row of a drawing, in pixels, from its `usual` one.

        Where the look has a height, `count` rows share what is not `taken` by anything else: a
        little closer than usual where there are many, further apart where there are few.
        """
        if not self.height:
            return usual * self.text
        least = usual * self.text * _CLOSEST
        shared = (self.height - taken) / count if count else least
        return min(max(shared, least), usual * self.text * _WIDEST)


WIDE = Look()
PHONE = Look(width=340, compact=True)
