"""Units as tables write them: a scale and what is counted, in Vietnamese or English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from plantrack.intake.matching import folded
from plantrack.model import Unit

_SCALES: Final = {
    "nghin ty": 10**12,
    "ngan ty": 10**12,
    "trillion": 10**12,
    "ty": 10**9,
    "ti": 10**9,
    "billion": 10**9,
    "bill.": 10**9,
    "bill": 10**9,
    "bn": 10**9,
    "trieu": 10**6,
    "tr.": 10**6,
    "tr": 10**6,
    "million": 10**6,
    "mill.": 10**6,
    "mill": 10**6,
    "mn": 10**6,
    "mio": 10**6,
    "nghin": 10**3,
    "ngan": 10**3,
    "thousand": 10**3,
    "thous.": 10**3,
    "thous": 10**3,
    "1.000": 10**3,
    "1,000": 10**3,
    "1000": 10**3,
}
_SCALE: Final = re.compile(
    rf"(?P<scale>{'|'.join(sorted(map(re.escape, _SCALES), key=len, reverse=True))})(?![a-z])"
    r"\s*(?P<counted>.*)"
)
_COUNTED: Final = {
    "vnd": "dong",
    "dongs": "dong",
    "d": "dong",
    "vn dong": "dong",
    "dong viet nam": "dong",
    "do la my": "usd",
    "do la": "usd",
    "dollars": "usd",
    "us dollars": "usd",
    "us$": "usd",
    "$": "usd",
    "pers.": "nguoi",
    "pers": "nguoi",
    "persons": "nguoi",
    "people": "nguoi",
    "luot": "luot khach",
    "luot nguoi": "luot khach",
    "khach": "luot khach",
    "hang": "thu hang",
    "vi tri": "thu hang",
    "arrivals": "luot khach",
}
_PERCENT: Final = frozenset(
    {"%", "phan tram", "percent", "per cent", "pct", "ty le %", "ty le (%)"}
)
INDEX: Final = re.compile(r"nam truoc\s*=\s*100|previous year\s*=\s*100|previous year equals 100")
_LINE: Final = re.compile(
    r"(?:don vi(?: tinh)?|dvt|unit of measure(?:ment)?|unit|units)\s*[:.]?\s*(?P<unit>.*)"
)


_LANGUAGES: Final = re.compile(r"(?:\s+[-–/]\s+|\s*\n\s*)(?:[Uu]nits?\s*:\s*)?")


@dataclass(frozen=True, slots=True)
class Measured:
    """`scale` of `counted`, both as folded words: "Mill. dongs" is 1,000,000 of "dong"."""

    scale: Decimal
    counted: str


def read_unit(label: str) -> Measured:
    """Return the scale and what is counted.

    >>> read_unit("Mill. dongs")
    Measured(scale=Decimal('1000000'), counted='dong')
    """
    words = folded(label).strip("()[] .,:")
    words = (
        words.replace("vnđ", "vnd")
        .replace(" per person", "/nguoi")
        .replace(" per capita", "/nguoi")
    )
    match = _SCALE.match(words.replace("trd", "tr d").replace("tr.d", "tr. d"))
    scale, counted = (_SCALES[match["scale"]], match["counted"]) if match else (1, words)
    first, slash, rest = counted.partition("/")
    first = first.strip(" .") or first
    counted = _COUNTED.get(first, first) + slash + _COUNTED.get(rest.strip(), rest.strip())
    return Measured(Decimal(scale), counted)


def scaled_unit(label: str, own: Unit) -> Unit | None:
    """Return what `label` measures as a unit of the same quantity as `own`, None if it is not one.

    "Triệu đồng" also measures what is kept in "triệu đồng/người": the label of the figure says
    already that it is per person.
    """
    given = read_unit(label)
    for name in (own.name.vi, own.name.en):
        kept = read_unit(name)
        # "million VND per person" and "lượt khách" beside "lượt": what comes first is counted.
        if given.counted in (kept.counted, kept.counted.partition("/")[0]) and given.counted:
            factor = own.factor * given.scale / kept.scale
            if factor == own.factor:
                return own
            return Unit(
                f"{own.id}:{given.scale}", own.name.__class__(label, label), own.quantity, factor
            )
    return None


def is_percent(label: str) -> bool:
    return folded(label).strip("() ") in _PERCENT


def is_index(text: str) -> bool:
    """Whether a text says that the previous year is 100."""
    return INDEX.search(folded(text)) is not None


def is_unit(label: str) -> bool:
    """Whether a text is a unit by its words alone."""
    if is_percent(label) or is_index(label):
        return True
    words = folded(label).strip("()[] .,:")
    measured = read_unit(label)
    return measured.counted.partition("/")[0] in _KNOWN or words in _KNOWN


_KNOWN: Final = frozenset(
    ("dong", "usd", "nguoi", "luot khach", "luot", "du an", "doanh nghiep", "xa", "truong", "diem")
)


def unit_line(text: str) -> str | None:
    """Return the unit of a line such as "Đơn vị tính: Triệu đồng", None where it is none.

    >>> unit_line("ĐVT: %"), unit_line("Dân số")
    ('%', None)
    """
    words = folded(text).strip("() ")
    match = _LINE.match(words)
    if match is None:
        return None
    _, mark, rest = text.partition(":")
    return in_one_language(rest).strip(" ()") if mark else ""


def in_one_language(unit: str) -> str:
    """Return the first of two units that say the same: "Triệu đồng - Unit: Mill. dongs".

    >>> in_one_language("Nghìn người - Thous. pers."), in_one_language("Đồng/người")
    ('Nghìn người', 'Đồng/người')
    """
    first, *others = _LANGUAGES.split(unit)
    return first if others and all(map(is_unit, (first, *others))) else unit
