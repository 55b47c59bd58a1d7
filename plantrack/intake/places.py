"""Places in tables: which rows and titles are the plan's own, which are another place's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from plantrack.intake.headings import without_footnote
from plantrack.intake.matching import folded
from plantrack.intake.place_names import PlaceNames, place_name
from plantrack.intake.place_words import Mention, PlaceKind, mentions, written_plainly
from plantrack.model import GeographyLevel, Text
from plantrack.plan import Plan

EXAMPLES: Final = 3
_REMEMBERED: Final = 200_000
_UNKNOWN: Final = "?"
# What stands for places that the plan does not list.
_PROVINCE: Final = "province:"
_PART: Final = "part:"
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
        "huyen",
        "huyen, thanh pho",
        "huyen/thanh pho",
        "huyen, thi xa, thanh pho",
        "quan, huyen",
        "quan/huyen",
        "xa, phuong",
        "xa/phuong",
        "xa, phuong, thi tran",
        "don vi hanh chinh",
        "province",
        "provinces",
        "province name",
        "province_name",
        "city, province",
        "cities, provinces",
        "cities/provinces",
        "district",
        "districts",
        "commune",
        "communes",
        "administrative unit",
        "locality",
        "geography",
        "place",
        "region",
    )
)
_CITY: Final = re.compile(r"^(?:[0-9ivx]{1,4}[.)]\s*)?(?:thanh pho|tp\.?|city of)\s|\scity$")
_KINDS_BEFORE: Final = re.compile(
    r"^(?:[0-9ivx]{1,4}[.)]\s*)?(?:tinh|thanh pho|tp|huyen|quan|thi xa|tx|xa|phuong|thi tran|"
    r"dac khu|province of|city of|district of|commune of|town of)[\s.]"
)
_KINDS_AFTER: Final = (" province", " city", " district", " commune", " ward", " town", " township")
_NUMBERING: Final = re.compile(r"^\s*[0-9IVXivx]{1,4}[.)]\s*")
_OF_THE_COUNTRY: Final = re.compile(
    r"^ ca nuoc | cua ca nuoc | kinh te ca nuoc | of the whole country | ca nuoc nam "
)
# A report is signed in a town: "TP. Xuân Lộc, ngày 15 tháng 01 năm 2026".
_SIGNED: Final = re.compile(r".{0,40}\bngay\b.{0,12}\bthang\b.{0,12}\bnam\b.{0,12}")
# A part of the people or of the land, as a title or a heading of rows names it.
_PART_OF_ALL: Final = re.compile(
    r"\b(?:khu vuc|vung|dia ban) (?:nong thon|thanh thi|do thi)\b|\b(?:rural|urban) areas?\b"
)
_MAY_BE_PART: Final = re.compile("nong thon|thi|rural|urban")
_PARTS_ALONE: Final = frozenset(("nong thon", "thanh thi", "do thi", "rural", "urban"))
_WHOLE: Final = frozenset(
    ("toan tinh", "ca tinh", "whole province", "the whole province", "entire province")
)
# Whole-country and region rows of any table, whatever places the plan knows.
_COUNTRY: Final = frozenset(
    ("ca nuoc", "whole country", "toan quoc", "viet nam", "vietnam", "tong so")
)
_TOTALS: Final = frozenset(("tong so", "tong cong", "tong", "total"))


class Places:
    """Finds places of a plan by their name, and those it does not list by their kind."""

    def __init__(self, plan: Plan) -> None:
        self.own = plan.geography
        self._geographies = plan.geographies
        own = plan.geographies.get(plan.geography)
        self.own_name = Text(plan.geography, plan.geography) if own is None else own.name
        self._own_is_city = any(map(_is_city, (self.own_name.vi, self.own_name.en)))
        self._parts = {p.id for p in plan.geographies.values() if p.parent == self.own}
        self._names = PlaceNames(plan)
        self._found: dict[str, str | None] = {}  # labels are asked about again and again

    def find(self, label: str) -> str | None:
        """Return what stands for the place a label names, None where it names none."""
        known = self._found.get(label, _UNKNOWN)
        if known is _UNKNOWN:
            known = self._place(label)
            if len(self._found) < _REMEMBERED:
                self._found[label] = known
        return known

    def _place(self, label: str) -> str | None:
        words = folded(label)
        if words in _WHOLE:
            return self.own
        known = self._names.named(label)
        if known is not None and not (known == self.own and self._is_its_city(label)):
            return known
        if _KINDS_BEFORE.match(words) is None and not words.endswith(_KINDS_AFTER):
            return None
        named = next(mentions(_NUMBERING.sub("", without_footnote(label))), None)
        return _unlisted(named) if named is not None and named.whole else None

    def is_own(self, label: str) -> bool:
        return self.find(label) == self.own

    def is_own_by_name(self, label: str) -> bool:
        """Whether a label says the name of the plan's place, not only "the whole province"."""
        return self.is_own(label) and folded(label) not in _WHOLE

    def is_part(self, place: str) -> bool:
        """Whether what `find` returned stands for a part of the plan's place."""
        return place in self._parts or place.startswith(_PART)

    def is_total(self, label: str) -> bool:
        return folded(without_footnote(label)) in _TOTALS

    def is_country(self, label: str) -> bool:
        return place_name(label) in _COUNTRY

    def _is_its_city(self, label: str) -> bool:
        """Whether a label names the city that a province is called like."""
        return _is_city(label) and not self._own_is_city

    def another(self, texts: Iterable[str]) -> tuple[str, tuple[Text | str, ...]] | None:
        """Return which text is about other places than the plan's own, and the places.

        A part of the place is another one, whoever else is named. Beside the plan's own, other
        provinces are what it is compared with.
        """
        others: list[tuple[str, tuple[Text | str, ...]]] = []
        own = False
        for text in texts:
            if _SIGNED.fullmatch(folded(text)):
                continue
            parts: dict[str, Text | str] = {}
            rest: dict[str, Text | str] = {}
            if _is_of_a_part(text):
                parts[text] = f"“{text}”"
            for place, name in self._named(text):
                if place == self.own:
                    own = True
                else:
                    (parts if self.is_part(place) else rest)[place] = name
            if parts:
                return text, tuple(parts.values())
            if rest or _is_of_the_country(text):
                others.append((text, tuple(rest.values()) or (f"“{text}”",)))
        return None if own or not others else others[0]

    def _named(self, text: str) -> Iterator[tuple[str, Text | str]]:
        """Yield what stands for each place a text names, and how it is told to the reader."""
        left = written_plainly(text)
        for mention in mentions(left):
            place = self._mentioned(mention)
            name = self._geographies[place].name if place in self._geographies else mention.text
            yield place, name
            left = left.replace(mention.text, " / ", 1)
        for place in self._names.within(left):
            if self._geographies[place].level is not GeographyLevel.COUNTRY:
                yield place, self._geographies[place].name

    def _mentioned(self, mention: Mention) -> str:
        """Return what stands for a place named with its kind."""
        known = self._names.at_an_end(mention.name)
        if known is None:
            return _unlisted(mention)
        if known == self.own:
            city = mention.kind is PlaceKind.CITY and self._own_is_city
            return known if city or mention.kind is PlaceKind.PROVINCE else _unlisted(mention)
        if mention.kind is PlaceKind.PART and known not in self._parts:
            return _unlisted(mention)  # a commune called like another province
        return known


@lru_cache(maxsize=8_192)
def is_part_of_all(heading: str) -> bool:
    """Whether a heading of rows names only the people or land of towns, or of the country."""
    if _MAY_BE_PART.search(folded(heading)) is None:
        return False
    words = folded(_NUMBERING.sub("", without_footnote(heading)))
    return words in _PARTS_ALONE or _PART_OF_ALL.fullmatch(words) is not None


def _unlisted(mention: Mention) -> str:
    begin = _PROVINCE if mention.kind is PlaceKind.PROVINCE else _PART
    return f"{begin}{folded(mention.text)}"


def _is_of_a_part(text: str) -> bool:
    """Whether a text names towns or the countryside alone; both together are the whole."""
    words = folded(text)
    country = "nong thon" in words or "rural" in words
    towns = any(word in words for word in ("thanh thi", "do thi", "urban"))
    return _PART_OF_ALL.search(words) is not None and not (country and towns)


def _is_of_the_country(text: str) -> bool:
    words = f" {re.sub(r'[^a-z0-9]+', ' ', folded(text))} "
    return _OF_THE_COUNTRY.search(words) is not None


def _is_city(label: str) -> bool:
    return _CITY.search(folded(without_footnote(label))) is not None


def examples(names: Iterable[str]) -> tuple[str, ...]:
    """Return the first names, and a sign that there are more."""
    listed = list(names)
    return tuple(listed[:EXAMPLES]) + (("…",) if len(listed) > EXAMPLES else ())
