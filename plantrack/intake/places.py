"""Names of places in tables: which rows are the plan's own, which are another place's."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
        self._names: dict[str, str] = {}
        self._found: dict[str, str | None] = {}  # labels are asked about again and again
        for place in plan.geographies.values():
            for name in (place.name.vi, place.name.en):
                key = place_name(_BRACKETS.sub("", name))
                if place.id == plan.geography or key not in self._names:
                    self._names[key] = place.id
        self._words = sorted(self._names, key=len, reverse=True)

    def find(self, label: str) -> str | None:
        """Return the id of the place a label names, None where it names none the plan knows."""
        known = self._found.get(label, _UNKNOWN)
        if known is _UNKNOWN:
            known = self._names.get(place_name(label))
            if len(self._found) < _REMEMBERED:
                self._found[label] = known
        return known

    def is_own(self, label: str) -> bool:
        return self.find(label) == self.own

    def named_in(self, text: str) -> frozenset[str]:
        """Return every place whose name stands in a text as words of its own."""
        words = f" {re.sub(r'[^a-z0-9]+', ' ', folded(text))} "
        return frozenset(self._names[name] for name in self._words if f" {name} " in words)

    def is_country(self, label: str) -> bool:
        return place_name(label) in _COUNTRY


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
