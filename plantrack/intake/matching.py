"""Labels to ids: by id, name or alias, whatever the case, spacing and diacritics.

A near match is only ever a suggestion.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

NEAR_ENOUGH = 72  # of 100: "literasy" and "Literacy rate" pass, unrelated names do not
SUGGESTIONS = 3


def folded(text: str) -> str:
    """Return `text` without case, diacritics and surplus spaces; Đ becomes d.

    >>> folded("  Tỷ trọng  ĐÔ THỊ ")
    'ty trong do thi'
    """
    parts = unicodedata.normalize("NFD", text.replace("Đ", "d").replace("đ", "d"))
    letters = "".join(c for c in parts if not unicodedata.combining(c))
    return " ".join(unicodedata.normalize("NFKC", letters).casefold().split())


@dataclass(frozen=True, slots=True)
class Match:
    """The ids a label names: one is an answer, several are a question, none has suggestions."""

    ids: tuple[str, ...]
    suggestions: tuple[str, ...] = ()

    @property
    def only(self) -> str | None:
        return self.ids[0] if len(self.ids) == 1 else None


class Labels:
    """Texts that name things. An exact match wins over one that ignores diacritics."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Take pairs of (id, text); one id may have many texts."""
        self._exact: dict[str, list[str]] = {}
        self._folded: dict[str, list[str]] = {}
        for identifier, text in names:
            for table, key in ((self._exact, _exact(text)), (self._folded, folded(text))):
                known = table.setdefault(key, [])
                if key and identifier not in known:
                    known.append(identifier)

    def find(self, text: str) -> Match:
        for table, key in ((self._exact, _exact(text)), (self._folded, folded(text))):
            if table.get(key):
                return Match(tuple(table[key]))
        return Match((), self._near(folded(text)))

    def _near(self, text: str) -> tuple[str, ...]:
        hits = process.extract(
            text, list(self._folded), scorer=fuzz.WRatio, score_cutoff=NEAR_ENOUGH, limit=10
        )
        near: dict[str, None] = {}
        for key, _, _ in hits:
            near.update(dict.fromkeys(self._folded[key]))
        return tuple(near)[:SUGGESTIONS]


def _exact(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
