"""Places a text names by their kind, whether or not the plan knows them: "huyện Xuân Lộc"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


class PlaceKind(StrEnum):
    """What a word before or after a name makes of it."""

    PROVINCE = "province"
    CITY = "city"  # of its own, or a part of a province
    PART = "part"  # of a province: a district, a commune, a ward


_BEFORE: Final = {
    PlaceKind.PROVINCE: ("tỉnh", "tinh", "province of"),
    PlaceKind.CITY: ("thành phố", "thanh pho", "tp", "city of"),
    PlaceKind.PART: (
        "huyện",
        "huyen",
        "quận",
        "thị xã",
        "thi xa",
        "tx",
        "xã",
        "phường",
        "thị trấn",
        "thi tran",
        "đặc khu",
        "district of",
        "commune of",
        "town of",
    ),
}
_HEADS: Final = {head: kind for kind, heads in _BEFORE.items() for head in heads}
_SIZES: Final = (1, 2)  # words a head has
_AFTER: Final = {
    "province": PlaceKind.PROVINCE,
    "city": PlaceKind.CITY,
    "district": PlaceKind.PART,
    "commune": PlaceKind.PART,
    "ward": PlaceKind.PART,
    "town": PlaceKind.PART,
    "township": PlaceKind.PART,
}
# What follows "tỉnh" or "xã" without being a name, in a line of capitals: "XÃ ĐẠT CHUẨN".
_NO_NAME: Final = _words(
    "hội đạt nông năm và theo giai thời có trong nghèo biên đặc miền vùng trực thuộc loại cấp được"
    " chưa hoàn của đến ước sơ quý tháng phân chia trên qua về tại so tính thực trọng đã đủ khó"
    " thôn phường huyện xã thị quận thành tỉnh ủy hóa khu từ do là nâng kiểu mới ương nhà đội đoàn"
    " lỵ cục chi sở ban phòng báo biểu bảng tổng số các đầu cuối trước nay ta bộ gồm không"
)
_NO_NAME_BEFORE: Final = _words(
    "by each the this that our per and or in of for all every new rural urban standard central"
    " inner outer total whole entire border poor mountainous model advanced between number"
)
_JOINED_TO: Final = {"xã": ("tác",), "tinh": ("vi",)}  # "hợp tác xã", "don vi tinh"
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[^\w\s]")
_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")
_LONGEST_NAME: Final = 4  # words
_CAPITALS: Final = 2  # a word of so many capitals is an abbreviation or a line of capitals


@dataclass(frozen=True, slots=True)
class Mention:
    """A place as a text names it; `name` without its kind, `whole` = nothing stands beside it."""

    kind: PlaceKind
    name: str
    text: str
    whole: bool


@lru_cache(maxsize=16_384)
def toned(text: str) -> str:
    """Return a text in small letters with each word's tone at its end, where both spellings agree.

    >>> toned("Hoà Bình") == toned("HÒA BÌNH"), toned("đánh giá lại") == toned("Gia Lai")
    (True, False)
    """
    return " ".join(map(_toned_word, text.replace("_", " ").casefold().split()))


def _toned_word(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    if letters.isascii():
        return letters
    tones = "".join(letter for letter in letters if letter in _TONES)
    return "".join(letter for letter in letters if letter not in _TONES) + tones


def words_of(text: str) -> list[str]:
    """Return the words and signs of a text."""
    return _WORD.findall(written_plainly(text))


def written_plainly(text: str) -> str:
    """Return a text composed, in one line, its words parted by single spaces."""
    return " ".join(unicodedata.normalize("NFC", text.replace("_", " ")).split())


def mentions(text: str) -> Iterator[Mention]:
    """Yield the places a text names with their kind, from left to right.

    >>> [one.text for one in mentions("Dân số huyện Xuân Lộc năm 2025, theo xã")]
    ['huyện Xuân Lộc']
    """
    written = written_plainly(text)
    spans = [match.span() for match in _WORD.finditer(written)]
    words = [written[first:stop] for first, stop in spans]
    lowered = [word.casefold() for word in words]
    at = 0
    while at < len(words):
        found = _named_after(words, lowered, at) or _named_before(words, lowered, at)
        if found is None:
            at += 1
            continue
        kind, name, first, stop = found
        whole = first == 0 and stop == len(words)
        yield Mention(kind, " ".join(name), written[spans[first][0] : spans[stop - 1][1]], whole)
        at = stop


def _named_after(
    words: Sequence[str], lowered: Sequence[str], at: int
) -> tuple[PlaceKind, Sequence[str], int, int] | None:
    """Return the name after a word of a kind: "huyện Xuân Lộc", "Phường 5", "City of Hill"."""
    for size in _SIZES:
        head = " ".join(lowered[at : at + size])
        kind = _HEADS.get(head)
        if kind is None or (at and lowered[at - 1] in _JOINED_TO.get(head, ())):
            continue
        start = at + size
        dotted = words[start : start + 1] == ["."]  # "TP. Xuân Lộc"
        start += dotted
        capitals = not dotted and all(word.isupper() for word in words[at:start])
        name = _name(words[start : start + _LONGEST_NAME], lowered[start:], capitals=capitals)
        if name:
            return kind, name, at, start + len(name)
    return None


def _name(words: Sequence[str], lowered: Sequence[str], *, capitals: bool) -> Sequence[str]:
    if words and words[0].isdecimal():
        return words[:1] if len(words[0]) <= _CAPITALS else ()  # "Phường 5", not "tỉnh 2025"
    name: list[str] = []
    for word, small in zip(words, lowered, strict=False):
        begins = word[:1].isupper()
        if not begins or small in _NO_NAME or (word.isupper() and not capitals and name):
            break
        name.append(word)
    return name


def _named_before(
    words: Sequence[str], lowered: Sequence[str], at: int
) -> tuple[PlaceKind, Sequence[str], int, int] | None:
    """Return the name before a word of a kind: "Xuan Loc district"."""
    if not words[at][:1].isupper():
        return None
    stop = at
    while stop < len(words) and stop - at <= _LONGEST_NAME:
        word = words[stop]
        kind = _AFTER.get(lowered[stop])
        if kind is not None:
            capitals = all(one.isupper() for one in words[at:stop])
            known = not capitals or kind is PlaceKind.PART
            return (kind, words[at:stop], at, stop + 1) if stop > at and known else None
        if not word[:1].isupper() or lowered[stop] in _NO_NAME_BEFORE:
            return None
        stop += 1
    return None
