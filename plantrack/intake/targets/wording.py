"""Read how a Vietnamese document words a target: "đạt trên 180 triệu đồng", "từ 8,4 - 8,8%/năm".

A text is understood whole or not at all: one word that is not known here and nothing is read.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from plantrack.intake.numbers import Number, read_number
from plantrack.model import PriceBasis


class WordedForm(StrEnum):
    """The shape the words give a target."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Wording:
    """What a text says; None where it says nothing of it.

    Values stand in `unit`, as written and without "a year"; an exact value is both bounds.
    `first_year` is None where only the due year is named.
    """

    form: WordedForm
    low: Decimal | None
    high: Decimal | None
    unit: str = ""
    about: bool = False
    average: bool = False
    per_year: bool = False
    first_year: int | None = None
    last_year: int | None = None
    price_basis: PriceBasis | None = None


_AT_LEAST: Final = "trên|hơn|ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn|≥|>"
_AT_MOST: Final = "dưới|không quá|không vượt quá|không cao hơn|tối đa|nhiều nhất|≤|<"
_ABOUT: Final = "khoảng|xấp xỉ"
_THING: Final = (
    "đồng|vnd|usd|euro|người|lượt khách|lượt người|lao động|xã|huyện|trường|doanh nghiệp|dự án"
    "|cửa khẩu|căn nhà|điểm|ha|km"
)
_UNIT: Final = rf"%|điểm %|điểm phần trăm|(?:(?:nghìn tỷ|nghìn|triệu|tỷ) )?(?:{_THING})"
_NUMBER: Final = r"[0-9][0-9.,]*"
_CORE: Final = re.compile(
    r"(?P<average>bình quân |trung bình )?(?P<yearly>mỗi năm |hằng năm |hàng năm )?(?:đạt )?"
    rf"(?:(?P<about>{_ABOUT}) ?)?"
    rf"(?:(?:(?P<from>từ)|(?P<least>{_AT_LEAST})|(?P<most>{_AT_MOST})) ?)?"
    rf"(?:(?P<about_after>{_ABOUT}) ?)?"
    rf"(?P<low>{_NUMBER}) ?(?P<low_unit>{_UNIT})?"
    rf"(?: ?(?:-|đến) ?(?P<high>{_NUMBER}) ?(?P<high_unit>{_UNIT})?)?"
    r"(?P<per_person>/người|/lao động)?(?P<per_year>/năm| mỗi năm| một năm)?"
    r"(?: trở (?P<open>lên|xuống))?"
)
_PERIOD: Final = re.compile(
    r",? ?(?:(?:trong|cả) )?(?:giai đoạn|thời kỳ) (?P<first>[12]\d{3}) ?- ?(?P<last>[12]\d{3}),? ?"
    r"|,? ?(?:đến|vào|trong) năm (?P<due>[12]\d{3}),? ?"
)
_PRICES: Final = re.compile(
    r",? ?(?P<open>\()?(?:theo |tính theo )?giá (?:(?P<current>hiện hành)|so sánh(?: năm)? 2010)"
    r"(?(open)\)) ?"
)


def read_wording(text: str) -> Wording | None:
    """Return what `text` says, or None unless every word of it is understood.

    The comma is the decimal mark and a point parts thousands, as in Vietnamese documents: "8.4"
    is not read. "Over" and "at least" are one form, as a target has one.

    >>> read_wording("khoảng 145 - 150 triệu đồng").high
    Decimal('150')
    >>> read_wording("gần gấp đôi") is None
    True
    """
    plain, prices, several = _taken(_PRICES, _plain(text))
    plain, period, more = _taken(_PERIOD, plain)
    match = _CORE.fullmatch(plain)
    if several or more or match is None:
        return None
    numbers, form, unit = _numbers(match), _form(match), _unit(match)
    if numbers is None or form is None or unit is None or (match["about"] and match["about_after"]):
        return None
    first = last = None
    if period is not None:
        first = int(period["first"]) if period["first"] else None
        last = int(period["last"] or period["due"])
    if first is not None and last is not None and first > last:
        return None
    basis = None
    if prices is not None:
        basis = PriceBasis.CURRENT if prices["current"] else PriceBasis.CONSTANT_2010
    return Wording(
        form=form,
        low=None if form is WordedForm.AT_MOST else numbers[0],
        high=None if form is WordedForm.AT_LEAST else numbers[1],
        unit=unit,
        about=bool(match["about"] or match["about_after"]),
        average=bool(match["average"]),
        per_year=bool(match["yearly"] or match["per_year"]),
        first_year=first,
        last_year=last,
        price_basis=basis,
    )


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFC", text).casefold().translate(_DASHES)
    return " ".join(letters.split()).strip(" .;,")


_DASHES: Final = str.maketrans(dict.fromkeys("\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}", "-"))


def _taken(pattern: re.Pattern[str], text: str) -> tuple[str, re.Match[str] | None, bool]:
    """Return the text without what `pattern` finds, the find, and whether there are several."""
    finds = list(pattern.finditer(text))
    left = " ".join(pattern.sub(" ", text).split())
    return left, finds[0] if finds else None, len(finds) > 1


def _numbers(match: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    """Return low and high, the same where one is written; None where they are no numbers."""
    read = [read_number(match[one] or match["low"], ",", settled=True) for one in ("low", "high")]
    low, high = read
    if not isinstance(low, Number) or not isinstance(high, Number) or low.value > high.value:
        return None
    return low.value, high.value


def _form(match: re.Match[str]) -> WordedForm | None:
    """Return the form; None where the words would give two, or leave one open ("từ 8%")."""
    side = bool(match["least"] or match["most"])
    if match["high"]:
        return None if side or match["open"] else WordedForm.RANGE
    if match["open"]:
        least = match["open"] == "lên"
        return None if side else WordedForm.AT_LEAST if least else WordedForm.AT_MOST
    if match["from"]:
        return None
    if side:
        return WordedForm.AT_LEAST if match["least"] else WordedForm.AT_MOST
    return WordedForm.EXACT


def _unit(match: re.Match[str]) -> str | None:
    """Return the one unit both numbers stand in; None where two are written."""
    low, high = match["low_unit"] or "", match["high_unit"] or ""
    if match["high"] and low and low != high:
        return None
    return (high if match["high"] else low) + (match["per_person"] or "")
