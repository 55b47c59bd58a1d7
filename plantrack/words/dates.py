"""Dates and moments as each language writes them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_date

_MOST_PARTS: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def written_date(day: date, language: str) -> str:
    """Return the day in `language`.

    >>> written_date(date(2026, 1, 12), "en"), written_date(date(2026, 1, 12), "vi")
    ('12 January 2026', '12/01/2026')
    """
    pattern = "dd/MM/y" if language == "vi" else "d MMMM y"
    return format_date(day, pattern, locale=language)


def written_day_or_less(text: str, language: str) -> str | None:
    """Return a day, month or year written as in ISO 8601 in `language`; None for another text.

    >>> [written_day_or_less(text, "en") for text in ("2024-04-15", "2024-04", "2024", "spring")]
    ['15 April 2024', 'April 2024', '2024', None]
    >>> [written_day_or_less(text, "vi") for text in ("2024-04-15", "2024-04", "2024")]
    ['15/04/2024', 'tháng 4/2024', '2024']
    """
    parts = _MOST_PARTS.fullmatch(text)
    if parts is None:
        return None
    year, month, day = parts.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if day:
        return written_date(first, language)
    if month:
        pattern = "'tháng' M/y" if language == "vi" else "MMMM y"
        return format_date(first, pattern, locale=language)
    return year


def written_moment(moment: datetime, time_zone: str, language: str) -> str:
    """Return the UTC `moment` (naive, as the ledger stores it) in `time_zone`.

    >>> written_moment(datetime(2026, 1, 12, 20, 5), "Asia/Ho_Chi_Minh", "vi")
    '13/01/2026 03:05'
    """
    if moment.tzinfo is not None:
        raise ValueError(f"{moment!r} is not a naive UTC moment")
    local = moment.replace(tzinfo=UTC).astimezone(ZoneInfo(time_zone))
    between = " " if language == "vi" else ", "
    return f"{written_date(local.date(), language)}{between}{local:%H:%M}"
