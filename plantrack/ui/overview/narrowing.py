"""Which targets of the overview a reader asked for: by standing, by theme, or all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from plantrack.exports.pictures import Picture
from plantrack.model import Standing
from plantrack.plan import Plan
from plantrack.scorecard import Scorecard
from plantrack.ui.address import Address
from plantrack.words import Say
from plantrack.words.terms import standing_word


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What is asked for; None is everything."""

    standing: Standing | None = None
    theme: str | None = None

    @classmethod
    def asked(cls, address: Address) -> Narrowing:
        """Return what an address asks for."""
        return cls(Standing(address.standing) if address.standing else None, address.theme)

    @property
    def keys(self) -> Mapping[str, str | None]:
        """What of the address says the same."""
        standing = None if self.standing is None else self.standing.value
        return {"standing": standing, "theme": self.theme}

    def of(self, card: Scorecard, plan: Plan) -> Scorecard:
        """Return the scorecard of the targets asked for."""
        kept = tuple(
            row
            for row in card.rows
            if (self.standing is None or row.standing is self.standing)
            and (self.theme is None or self.theme in ancestry(plan, row.indicator.theme))
        )
        return replace(card, rows=kept)

    def said_of(self, picture: Picture, plan: Plan, say: Say) -> Picture:
        """Return a picture of these targets with what was asked for in its name and its foot."""
        parts = [part for part in self.keys.values() if part]
        if not parts:
            return picture
        words = [] if self.standing is None else [standing_word(self.standing, say)]
        words += [] if self.theme is None else [say.text(plan.themes[self.theme].name)]
        told = say("Only these targets: {which}.", which=", ".join(words))
        return picture.only("_".join(parts), told)


def ancestry(plan: Plan, theme: str) -> tuple[str, ...]:
    """Return a theme and the themes it lies in."""
    found = [theme]
    while (parent := plan.themes[found[-1]].parent) is not None:
        found.append(parent)
    return tuple(found)
