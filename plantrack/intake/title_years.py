"""Years a title names: of its figures, of a day it was signed on, of several years, of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from plantrack.intake.headings import part_of_a_year, years_in
from plantrack.intake.matching import folded

_SEVERAL: Final = re.compile(
    r"(?:19|20)[0-9]{2}\s*(?:-|–|—|den(?: nam)?|to)\s*(?:(?:19|20)[0-9]{2}|[0-9]{2})\b"
)
# "Ngày 10 tháng 12 năm 2026", "ngày 10/12/2026"; the last day of a year closes it.
_DAY: Final = re.compile(
    r"\bngay (?!31[ /.-]+(?:thang )?12\b)[0-9.…]{0,9}[ /.-]*(?:thang )?[0-9.…]{0,9}[ /.-]*"
    r"(?:nam )?(?:19|20)[0-9]{2}\b"
)
_PLAN: Final = (
    r"\bkh(?= (?:nam )?20[0-9]{2})"
    r"|\b(?:ke hoach|muc tieu|du toan|du kien|du bao|phan dau|plans?|targets?|forecasts?)\b"
)
# Of an office, a programme or a document, and not of the figures.
_NOT_OF_FIGURES: Final = re.compile(
    r"\b(?:so|bo|phong|tai chinh|vu|cuc) ke hoach\b|\bke hoach va dau tu\b|\bke hoach so\b"
    r"|\bmuc tieu quoc gia\b|\bke hoach va tai chinh\b|\bplanning\b"
)
_REPORT: Final = (
    r"\b(?:thuc hien|th|uth|ket qua|tinh hinh|danh gia|so voi|hoan thanh|against|results?"
    r"|performance|progress|implementation)\b"
)
_MARK: Final = re.compile(rf"(?P<plan>{_PLAN})|(?P<report>{_REPORT})|(?P<year>(?:19|20)[0-9]{{2}})")


def years_of_title(title: str) -> tuple[tuple[int, ...], bool]:
    """Return the single years of a title, and whether it also names a row of years.

    >>> years_of_title("Chuẩn nghèo 2022-2025, năm 2026 (ngày 5 tháng 1 năm 2027)")
    ((2026,), True)
    """
    words = _DAY.sub(" ", folded(title))
    return years_in(_SEVERAL.sub(" ", words)), _SEVERAL.search(words) is not None


_AVERAGE: Final = re.compile(r"\bbinh quan\b|\btrung binh\b|\baverage\b")
_PLAN_OF_A_YEAR: Final = re.compile(
    r"(?:[0-9ivx]{1,4}[.)]\s*)?(?:ke hoach|kh|du toan)(?: [^ ]+){0,6} (?:19|20)[0-9]{2}"
)


# What every heading of another period looks like from afar; most labels are none.
_MAY_BE_A_PERIOD: Final = re.compile(
    r"thang|quy|nua|nien|half|month|quarter|jan|binh|average|ke hoach|kh|du toan"
    r"|[0-9]t\b|\b[qh][1-4]"
)


@lru_cache(maxsize=8_192)
def may_head_a_period(text: str) -> bool:
    return _MAY_BE_A_PERIOD.search(folded(text)) is not None


def not_of_a_year(heading: str) -> str | None:
    """Return why rows under a heading are no year's figures (a finding's code), None if they are.

    >>> not_of_a_year("6 tháng đầu năm"), not_of_a_year("II. Xã hội")
    ('span_as_year', None)
    """
    words = folded(heading)
    if part_of_a_year(heading) or (_SEVERAL.search(words) and _AVERAGE.search(words)):
        return "span_as_year"
    return "projection_as_figure" if _PLAN_OF_A_YEAR.fullmatch(words) else None


def of_a_year(heading: str) -> bool:
    """Whether a heading says that the rows below it are of a whole year."""
    return "ca nam" in folded(heading) or "whole year" in folded(heading)


def planned_years(titles: Iterable[str]) -> frozenset[int]:
    """Return the years of which titles announce a plan and not what was reached.

    >>> sorted(planned_years(["Kết quả năm 2025 và kế hoạch năm 2026"]))
    [2026]
    >>> sorted(planned_years(["Tình hình thực hiện kế hoạch năm 2025"]))
    []
    """
    planned: set[int] = set()
    reported: set[int] = set()
    for title in titles:
        about: set[int] | None = None  # what the next year is said of
        for found in _MARK.finditer(_NOT_OF_FIGURES.sub(" ", _DAY.sub(" ", folded(title)))):
            if found["year"] and about is not None:
                about.add(int(found["year"]))
                about = planned if about is planned else None
            elif found["report"]:
                about = reported
            elif found["plan"] and about is None:
                about = planned  # else it is the plan that is reported on
    return frozenset(planned - reported)
