"""What a part of a figure says, read once however often a file repeats it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from plantrack.intake.columns import Column
from plantrack.intake.entry import Entry
from plantrack.intake.findings import Finding, Place

Noun = TypeVar("Noun")


@dataclass(frozen=True, slots=True)
class Repeated(Generic[Noun]):
    """Readings of the cells of one column by all they depend on: findings differ by place only."""

    column: Column
    _known: dict[Hashable, tuple[Noun | None, list[Finding]]] = field(default_factory=dict)

    def again(self, key: Hashable, entry: Entry) -> tuple[Noun | None, list[Finding]] | None:
        """Return what was read under `key`, said at this entry; None where nothing was."""
        known = self._known.get(key)
        if known is None or not known[1]:
            return None if known is None else (known[0], [])
        return self.said_at(key, entry.at(self.column))

    def said_at(self, key: Hashable, place: Place) -> tuple[Noun | None, list[Finding]] | None:
        """Return the same where the place of the cell is known already."""
        known = self._known.get(key)
        if known is None:
            return None
        noun, findings = known
        return noun, [Finding(one.code, place, one.values) for one in findings]

    def keep(
        self, key: Hashable, reading: tuple[Noun | None, list[Finding]]
    ) -> tuple[Noun | None, list[Finding]]:
        """Keep a reading and return it."""
        noun, findings = reading
        self._known[key] = (noun, list(findings))
        return reading
