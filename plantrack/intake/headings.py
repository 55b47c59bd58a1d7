"""Headings of columns and rows that name a period: "Prel. 2024", "Ước 2025", "31/12/2023"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Final

from plantrack.intake.cells import Cell, Kind
from plantrack.intake.matching import folded
from plantrack.intake.years import SPAN
from plantrack.model import Status

FIRST_YEAR: Final = 1950
LAST_YEAR: Final = 2099
_STATUS_WORDS: Final = {
    Status.PRELIMINARY: ("so lieu so bo", "so bo", "sb", "preliminary", "prel"),
    Status.ESTIMATE: (
        "uoc thuc hien",
        "so lieu uoc tinh",
        "uoc tinh",
        "uoc dat",
        "uoc th",
        "uoc",
        "uth",
        "estimates",
        "estimated",
        "estimate",
        "est",
    ),
    Status.OFFICIAL: ("so lieu chinh thuc", "chinh thuc", "official", "final"),
    Status.NOT_STATED: ("thuc hien", "th", "actual", "reported"),
    Status.PROJECTION: (
        "ke hoach",
        "kh",
        "du kien",
        "du bao",
        "du toan",
        "muc tieu",
        "plan",
        "planned",
        "target",
        "forecast",
        "projection",
        "projected",
    ),
}
_WORDS: Final = {word: status for status, words in _STATUS_WORDS.items() for word in words}
_STATUS: Final = "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
_GAP: Final = r"[\s.,:;()\[\]_'’-]*"
_HEADING: Final = re.compile(
    rf"{_GAP}(?P<before>{_STATUS})?{_GAP}(?:ca nam|nam|calendar year|year)?{_GAP}"
    rf"(?P<before_year>{_STATUS})?{_GAP}(?P<year>(?:19|20)[0-9]{{2}}){_GAP}(?P<after>{_STATUS})?{_GAP}"
)
_DAY: Final = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]((?:19|20)[0-9]{2})")
# The end of a year, which closes it; and the fraction of a year that was kept as a number.
_AT_ITS_END: Final = re.compile(
    r"^(?:(?:tinh |co )?(?:den )?(?:cuoi|het) (?=nam (?:19|20)[0-9]{2}$)"
    r"|(?:tinh |co )?(?:den|tai) (?:het )?(?:thoi diem )?(?:ngay )?(?=31[/.-]12[/.-])"
    r"|(?:end of|as of|at) (?=(?:19|20)[0-9]{2}$|31[/.-]12[/.-]))"
    r"|(?<=^(?:19|20)[0-9]{2})\.0$"
)
_FOOTNOTE: Final = re.compile(r"[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]+$|\s*[(\[][0-9*]{1,2}[)\]]$|(?<=\d{4})\s+[0-9][)]$")
_MAY_END_A_MARK: Final = frozenset("*†‡¹²³⁴⁵⁶⁷⁸⁹⁰)]\n")
_ANY_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Heading:
    """A period named by a heading; `year` None = it is not one calendar year.

    `status` is what its words state, None where they state nothing.
    """

    year: int | None
    status: Status | None = None


def read_heading(cell: Cell) -> Heading | None:
    """Return the period a heading names; None where it names none.

    >>> read_heading(Cell("Est.2025")), read_heading(Cell("Dân số"))
    (Heading(year=2025, status=<Status.ESTIMATE: 'estimate'>), None)
    """
    text = cell.text
    if cell.kind is Kind.DATE:
        return _of_day(date.fromisoformat(text[:10])) if _ISO.match(text) else None
    if cell.kind is Kind.NUMBER:
        year = int(text) if len(text) == 4 and text.isdigit() else 0
        return Heading(year) if FIRST_YEAR <= year <= LAST_YEAR else None
    if not text or len(text) > 80 or cell.kind is Kind.ERROR:
        return None
    words = _AT_ITS_END.sub("", folded(without_footnote(text)))
    match = _HEADING.fullmatch(words)
    if match is not None:
        named = [match[name] for name in ("before", "before_year", "after") if match[name]]
        status = _WORDS[named[0]] if named else None
        # "Thực hiện 2023" says nothing of how final the figure is.
        return Heading(int(match["year"]), None if status is Status.NOT_STATED else status)
    day = _DAY.fullmatch(words)
    if day is not None:
        first, second, year = (int(part) for part in day.groups())
        return Heading(year if (first, second) in ((31, 12), (12, 31)) else None)
    # A period in a cell of its own; "GRDP bình quân năm 2024" is a label with a year in it.
    several = SPAN.search(words) or len(years_in(words)) > 1
    return Heading(None) if several and _period_only(words) else None


_PERIOD = re.compile(
    r"(?:giai doan|thoi ky|cac nam|nam|period|years)?\s*(?P<first>(?:19|20)[0-9]{2})\s*[-–—]\s*"
    r"(?P<last>(?:19|20)[0-9]{2})"
)
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PERIOD_WORDS = re.compile(
    r"(?:19|20)[0-9]{2}|\b[hq][1-4]\b|[0-9ivx]+|\b(?:q|h|quy|quarters?|thang|months?|half|nua|dau|cuoi"
    r"|nam|year|first|second|third|fourth|giai doan|binh quan|bq|bp|period|average|of|the|so voi"
    rf"|cung ky|tu|den|to|t|va|and|last|{_STATUS})\b|[\W_]+"
)


def _period_only(words: str) -> bool:
    return not _PERIOD_WORDS.sub("", words)


def _of_day(day: date) -> Heading:
    return Heading(day.year if (day.month, day.day) in ((1, 1), (12, 31)) else None)


def without_footnote(text: str) -> str:
    """Return a text without the marks that point to notes below the table.

    >>> without_footnote("2023 (*)"), without_footnote("6,84¹")
    ('2023', '6,84')
    """
    # Most texts end in a letter or a digit, and a mark never does.
    return (_FOOTNOTE.sub("", text) if text[-1:] in _MAY_END_A_MARK else text).rstrip()


def years_of_period(text: str) -> range | None:
    """Return the years of a heading that only names a period, over the years themselves.

    >>> years_of_period("Giai đoạn 2021-2025"), years_of_period("Bình quân 2021-2025")
    (range(2021, 2026), None)
    """
    match = _PERIOD.fullmatch(folded(without_footnote(text)))
    return range(int(match["first"]), int(match["last"]) + 1) if match else None


def years_in(text: str) -> tuple[int, ...]:
    """Return the years a text names, each once."""
    return tuple(dict.fromkeys(int(found) for found in _ANY_YEAR.findall(text)))


_PART_YEAR = re.compile(
    r"\b[0-9]{1,2} thang\b|\bquy (?:[1-4]|i{1,3}|iv)\b|\bquarter|\bhalf\b|\bmonths?\b"
    r"|\bthang [0-9]{1,2}\b|\bnua (?:dau |cuoi )?nam\b|\bban nien\b|\b[1-9]t(?: ?20[0-9]{2})?\b"
    r"|\b[qh][1-4]\b|\bjan[a-z]* ?(?:-|–|to) ?(?!dec)[a-z]"
)
_QUARTER = re.compile(r"\bquý\b", re.IGNORECASE)  # without its tone it is a word of "quy hoạch"
_AND_YEAR = re.compile(r"\b(?:va|,) (?:ca )?nam\b|\band (?:the )?(?:whole )?year\b|\bca nam\b")
# The day a report was signed, or the document it goes with; and twelve months, which are the year.
_NO_PART = re.compile(
    r"\bngay\b[\W_]{0,4}[0-9.…]{0,9}[\W_]{0,4}thang\b[\W_]{0,4}[0-9.…]{0,9}[\W_]{0,4}nam\b"
    r"|\b12 (?:thang|months)\b|\btwelve months\b"
)


def part_of_a_year(title: str) -> bool:
    """Whether a title says that the table is about months or quarters, not years.

    >>> part_of_a_year("Kinh tế 6 tháng đầu năm 2025"), part_of_a_year("Quý IV và năm 2025")
    (True, False)
    """
    words = " ".join(_NO_PART.sub(" ", folded(title.replace("_", " "))).split())
    quarter = _QUARTER.search(unicodedata.normalize("NFC", title))
    return bool(quarter or _PART_YEAR.search(words)) and not _AND_YEAR.search(words)


def years_in_part(file_name: str) -> tuple[int, ...]:
    """Return the years of which a file, by its name, holds a part: "BC 6 tháng 2026.xlsx"."""
    words = re.sub(r"[_.-]+", " ", file_name)
    return years_in(words) if part_of_a_year(words) else ()


def status_word(text: str) -> Status | None:
    """Return the status a heading states without a year: "Sơ bộ", "Ước thực hiện"."""
    status = _WORDS.get(folded(without_footnote(text)).strip(" .:()"))
    return None if status is Status.NOT_STATED else status


_TABLE_CODE = re.compile(
    r"^(?:(?:bảng|biểu|biểu số|table)\s*)?[A-Z]?[0-9]{1,3}(?:[.\-][0-9]{1,3})*[.:]?\s+", re.I
)
_YEAR_AT_END = re.compile(r"[\s,]+(?:năm|in|year)?\s*(?:19|20)[0-9]{2}$", re.IGNORECASE)
_PERCENT_AT_END = re.compile(r"\s*[-–,]\s*%$")
_EDGES = re.compile(r"\s+(?:by|phân theo|chia theo)\s+\D*$", re.IGNORECASE)


def title_labels(title: str) -> tuple[str, ...]:
    """Return what a title may name, most literal first: as it stands, without code and edges.

    >>> title_labels("E03.12 GRDP per capita by province")
    ('E03.12 GRDP per capita by province', 'GRDP per capita by province', 'GRDP per capita')
    """
    plain = _TABLE_CODE.sub("", title)
    bare = _EDGES.sub("", plain)
    unitless = _PERCENT_AT_END.sub("", plain)
    return tuple(dict.fromkeys((title, plain, unitless, bare, _YEAR_AT_END.sub("", bare))))
