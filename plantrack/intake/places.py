"""Names of places in tables: which rows are the plan's own, which are another place's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from plantrack.intake.headings import without_footnote
from plantrack.intake.matching import folded
from plantrack.model import Text
from plantrack.plan import Plan

EXAMPLES: Final = 3
_REMEMBERED: Final = 200_000
_UNKNOWN: Final = "?"
# Headings over a column of places.
PLACE_WORDS: Final = frozenset(
    (
        "tinh",
        "tinh, thanh pho",
        "tinh/thanh pho",
        "tinh thanh",
        "ten tinh",
        "dia phuong",
        "dia ban",
        "vung",
        "province",
        "provinces",
        "province name",
        "province_name",
        "city, province",
        "cities, provinces",
        "cities/provinces",
        "locality",
        "geography",
        "place",
        "region",
    )
)
_KIND: Final = re.compile(
    r"^(?:tinh|thanh pho|tp\.?|t\.|province of|city of)\s+|\s+(?:province|city)$"
)
_NUMBERING: Final = re.compile(r"^[0-9ivx]{1,4}[.)]\s*")
_CITY: Final = re.compile(r"^(?:[0-9ivx]{1,4}[.)]\s*)?(?:thanh pho|tp\.?|city of)\s|\scity$")
_OF_THE_COUNTRY: Final = re.compile(
    r"^ ca nuoc | cua ca nuoc | of the whole country | ca nuoc nam "
)
_KINDS_BEFORE: Final = ("tinh", "thanh pho", "tp", "t.", "province of", "city of")
_KINDS_AFTER: Final = ("province", "city")
_BEGINS_A_NUMBER: Final = frozenset("0123456789ivx")
_JOINED: Final = frozenset("-–_")
_SPACED: Final = str.maketrans("-–_", "   ")
_BRACKETS: Final = re.compile(r"\s*\([^)]*\)")
# Whole-country and region rows of any table, whatever places the plan knows.
_COUNTRY: Final = frozenset(
    ("ca nuoc", "whole country", "toan quoc", "viet nam", "vietnam", "tong so")
)


class Places:
    """Finds places of a plan by their name, former and merged borders alike."""

    def __init__(self, plan: Plan) -> None:
        self.own = plan.geography
        own = plan.geographies.get(plan.geography)
        self.own_name = Text(plan.geography, plan.geography) if own is None else own.name
        self._own_is_city = any(map(_is_city, (self.own_name.vi, self.own_name.en)))
        self._names: dict[str, str] = {}
        self._found: dict[str, str | None] = {}  # labels are asked about again and again
        for place in plan.geographies.values():
            for name in (place.name.vi, place.name.en):
                key = place_name(_BRACKETS.sub("", name))
                if place.id == plan.geography or key not in self._names:
                    self._names[key] = place.id
        own_names = "|".join(
            re.escape(name) for name, one in self._names.items() if one == self.own
        )
        self._its_city = re.compile(
            rf" (?:(?:thanh pho|tp|city of) (?:{own_names})|(?:{own_names}) city) "
        )
        self._words = sorted(self._names, key=len, reverse=True)

    def find(self, label: str) -> str | None:
        """Return the id of the place a label names, None where it names none the plan knows."""
        known = self._found.get(label, _UNKNOWN)
        if known is _UNKNOWN:
            known = self._names.get(place_name(label))
            if known == self.own and self._is_its_city(label):
                known = None
            if len(self._found) < _REMEMBERED:
                self._found[label] = known
        return known

    def is_own(self, label: str) -> bool:
        return self.find(label) == self.own

    def _is_its_city(self, label: str) -> bool:
        """Whether a label names the city that a province is called like."""
        return _is_city(label) and not self._own_is_city

    def named_in(self, text: str) -> frozenset[str]:
        """Return every place whose name stands in a text as words of its own."""
        words = f" {re.sub(r'[^a-z0-9]+', ' ', folded(text))} "
        words = words if self._own_is_city else self._its_city.sub(" ", words)
        return frozenset(self._names[name] for name in self._words if f" {name} " in words)

    def of_another_area(self, text: str) -> bool:
        """Whether a title is about the whole country, or the city a province is called like."""
        words = f" {re.sub(r'[^a-z0-9]+', ' ', folded(text))} "
        city = not self._own_is_city and self._its_city.search(words) is not None
        return city or _OF_THE_COUNTRY.search(words) is not None

    def is_country(self, label: str) -> bool:
        return place_name(label) in _COUNTRY


def _is_city(label: str) -> bool:
    return _CITY.search(folded(without_footnote(label))) is not None


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


def examples(names: Iterable[str]) -> tuple[str, ...]:
    """Return the first names, and a sign that there are more."""
    listed = list(names)
    return tuple(listed[:EXAMPLES]) + (("…",) if len(listed) > EXAMPLES else ())
