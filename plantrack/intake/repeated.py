"""What parts of a figure say, read once however often a file repeats them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from plantrack.intake.columns import Column
from plantrack.intake.findings import Finding, Place

Noun = TypeVar("Noun")
Said = tuple[tuple[Column, Finding], ...]


@dataclass(frozen=True, slots=True)
class Repeated(Generic[Noun]):
    """Readings of some cells by all they depend on: their findings differ by place only."""

    _known: dict[Hashable, tuple[Noun, Said]] = field(default_factory=dict)

    def again(
        self, key: Hashable, at: Callable[[Column], Place]
    ) -> tuple[Noun, Sequence[Finding]] | None:
        """Return what was read under `key`, said where `at` tells; None where nothing was."""
        known = self._known.get(key)
        if known is None:
            return None
        noun, said = known
        if not said:
            return noun, ()
        return noun, [Finding(one.code, at(column), one.values) for column, one in said]

    def said_at(self, key: Hashable, place: Place) -> tuple[Noun, list[Finding]] | None:
        """Return the same where the place of the cells is known already."""
        known = self._known.get(key)
        if known is None:
            return None
        noun, said = known
        return noun, [Finding(one.code, place, one.values) for _, one in said]

    def keep(
        self, key: Hashable, noun: Noun, *findings: tuple[Column, Iterable[Finding]]
    ) -> tuple[Noun, Sequence[Finding]]:
        """Keep a reading, its findings by the column they stand at, and return it."""
        said = tuple((column, one) for column, several in findings for one in several)
        self._known[key] = (noun, said)
        return noun, [one for _, one in said]
