"""Labels to ids: by id, name or alias, whatever the case, spacing and diacritics.

A near match is only ever a suggestion.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

NEAR_ENOUGH = 72  # of 100: "literasy" and "Literacy rate" pass, unrelated names do not
SUGGESTIONS = 3
_REMEMBERED = 200_000
# Looking for near names is slow, and a file of thousands of strange labels is not about the plan.
_NEAR_SEARCHES = 100
_LONGEST = 200  # letters: what is longer is a paragraph, not a name
_KEPT = 131_072  # folded texts: every step of reading asks for those of all labels
_MARKS = re.compile("[\u0300-\u036f]+")
_PUNCTUATION = re.compile(r"[^\w%$=]+")
_JOINING = frozenset(("va", "and", "the"))


@lru_cache(maxsize=_KEPT)
def folded(text: str) -> str:
    """Return `text` without case, diacritics and surplus spaces; Đ becomes d.

    >>> folded("  Tỷ trọng  ĐÔ THỊ ")
    'ty trong do thi'
    """
    if text.isascii():
        return " ".join(text.casefold().split())
    parts = unicodedata.normalize("NFD", text.replace("Đ", "d").replace("đ", "d"))
    letters = _MARKS.sub("", parts)
    return " ".join(unicodedata.normalize("NFKC", letters).casefold().split())


@lru_cache(maxsize=4_096)
def bare(text: str) -> str:
    """Return a folded text without punctuation and joining words; signs that count stay.

    >>> bare("Nông, lâm nghiệp và thủy sản"), bare("Nông - lâm nghiệp, thuỷ sản")
    ('nong lam nghiep thuy san', 'nong lam nghiep thuy san')
    """
    words = _PUNCTUATION.sub(" ", folded(text)).split()
    return " ".join(word for word in words if word not in _JOINING)


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
        self._bare: dict[str, list[str]] = {}
        self._near_left = _NEAR_SEARCHES
        self._found: dict[str, Match] = {}  # files say the same label again and again
        for identifier, text in names:
            tables = (self._exact, self._folded, self._bare)
            for table, key in zip(tables, _keys(text), strict=True):
                known = table.setdefault(key, [])
                if key and identifier not in known:
                    known.append(identifier)

    def find(self, text: str) -> Match:
        """Return what a text names; near names are looked for only where nothing equals it."""
        match = self._found.get(text)
        if match is None:
            match = self._named(text) or Match((), self._near(folded(text)))
            if len(self._found) < _REMEMBERED:
                self._found[text] = match
        return match

    def named(self, text: str) -> tuple[str, ...]:
        """Return the ids a text names, without looking for near names."""
        match = self._named(text)
        return () if match is None else match.ids

    def _named(self, text: str) -> Match | None:
        exact, without_marks, words = _keys(text)
        ids = self._exact.get(exact) or self._folded.get(without_marks) or self._bare.get(words)
        return Match(tuple(ids)) if ids else None

    def _near(self, text: str) -> tuple[str, ...]:
        if len(text) > _LONGEST or self._near_left == 0:
            return ()
        self._near_left -= 1
        hits = process.extract(
            text, list(self._folded), scorer=fuzz.WRatio, score_cutoff=NEAR_ENOUGH, limit=10
        )
        near: dict[str, None] = {}
        for key, _, _ in hits:
            near.update(dict.fromkeys(self._folded[key]))
        return tuple(near)[:SUGGESTIONS]


@lru_cache(maxsize=16_384)
def _keys(text: str) -> tuple[str, str, str]:
    """Return a text without blanks and case that do not count, then folded, then bare."""
    exact = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    return exact, folded(text), bare(text)
