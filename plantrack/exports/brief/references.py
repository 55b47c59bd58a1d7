"""Publications by number: "[3]" beside a figure, the whole citation once at the end."""

from __future__ import annotations

from plantrack.deck.footnotes import Sources
from plantrack.exports.brief.rows import Data
from plantrack.words import Say
from plantrack.words.publication import published, stated


class References:
    """The publications met so far, numbered in that order."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._numbers: dict[str, int] = {}

    def of(self, origin: str) -> str:
        """Return "[3]" for a publication; nothing for an origin that is none."""
        if origin not in self._sources:
            return ""
        return f"[{self._numbers.setdefault(origin, len(self._numbers) + 1)}]"

    def listed(self, say: Say) -> list[Data]:
        """Return the citations by their numbers."""
        return [
            {
                "number": number,
                "title": source.title,
                "address": source.url if source.url.startswith(("https://", "http://")) else "",
                "publisher": stated(source.publisher, say),
                "published": stated(published(source.published, say), say),
                "licence": stated(source.licence, say),
            }
            for origin, number in self._numbers.items()
            if (source := self._sources[origin])
        ]
