"""Names of a plan's places, found in running text and as labels of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from plantrack.intake.headings import without_footnote
from plantrack.intake.matching import folded
from plantrack.intake.place_words import toned, words_of
from plantrack.plan import Plan

_KIND: Final = re.compile(
    r"^(?:tinh|thanh pho|tp\.?|t\.|province of|city of)\s+|\s+(?:province|city)$"
)
_KIND_WRITTEN: Final = re.compile(
    r"^(?:tỉnh|thành phố|tp\.?)\s+|\s+(?:province|city)$", re.IGNORECASE
)
_NUMBERING: Final = re.compile(r"^[0-9ivx]{1,4}[.)]\s*")
_KINDS_BEFORE: Final = ("tinh", "thanh pho", "tp", "t.", "province of", "city of")
_KINDS_AFTER: Final = ("province", "city")
_BEGINS_A_NUMBER: Final = frozenset("0123456789ivx")
_JOINED: Final = frozenset("-–_")
_SPACED: Final = str.maketrans("-–_", "   ")
_BRACKETS: Final = re.compile(r"\s*\([^)]*\)")
_COMMON_WORDS: Final = 3  # so many in a row may be words in small letters; more are a name
_ONLY_WORDS: Final = re.compile(r"[^\W\d_]+")


class PlaceNames:
    """The names of a plan's places, former and merged borders alike, to their ids."""

    def __init__(self, plan: Plan) -> None:
        self._ids: dict[str, str] = {}
        self._written: dict[tuple[str, ...], tuple[str, tuple[str, ...]]] = {}
        for place in plan.geographies.values():
            for name in (place.name.vi, place.name.en):
                bare = _BRACKETS.sub("", name)
                key = place_name(bare)
                if place.id == plan.geography or key not in self._ids:
                    self._ids[key] = place.id
                    words = _words(_KIND_WRITTEN.sub("", bare))
                    self._written[_keys(words)] = (place.id, tuple(map(toned, words)))
        self._longest = max(map(len, self._written), default=0)

    def named(self, label: str) -> str | None:
        """Return the place a whole label names."""
        return self._ids.get(place_name(label))

    def at_an_end(self, name: str) -> str | None:
        """Return the place whose name a longer name begins or ends with."""
        words = _words(name)
        for size in range(min(len(words), self._longest), 0, -1):
            for part in (words[:size], words[-size:]):
                known = self._spelt(part)
                if known is not None:
                    return known
        return None

    def within(self, text: str) -> Iterator[str]:
        """Yield the places a text names, spelt with their diacritics or without any.

        "Đánh giá lại" is not Gia Lai, "cao bằng 1,5 lần" is not Cao Bằng.
        """
        words = _words(text)
        plain = text.isascii()
        at = 0
        while at < len(words):
            for size in range(min(self._longest, len(words) - at), 0, -1):
                part = words[at : at + size]
                capital = all(word[:1].isupper() for word in part)
                name = plain or capital or size > _COMMON_WORDS
                known = self._spelt(part) if name else None
                if known is not None:
                    yield known
                    at += size - 1
                    break
            at += 1

    def _spelt(self, words: Sequence[str]) -> str | None:
        known = self._written.get(_keys(words))
        if known is None:
            return None
        place, spelt = known
        same = all(a.isascii() or toned(a) == b for a, b in zip(words, spelt, strict=True))
        return place if same or all(word.isascii() for word in spelt) else None


def _words(text: str) -> list[str]:
    return [word for word in words_of(text) if _ONLY_WORDS.match(word)]


def _keys(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(folded, words))


@lru_cache(maxsize=8_192)
def place_name(label: str) -> str:
    """Return a place's bare name, folded.

    >>> place_name("Tỉnh Cao Bằng"), place_name("1. Ha Giang province")
    ('cao bang', 'ha giang')
    """
    name = folded(without_footnote(label))
    if name[:1] in _BEGINS_A_NUMBER:
        name = _NUMBERING.sub("", name, count=1)
    if name.startswith(_KINDS_BEFORE) or name.endswith(_KINDS_AFTER):
        name = _KIND.sub("", name)
    if not _JOINED.isdisjoint(name):
        name = name.translate(_SPACED)
    return " ".join(name.split())
