"""Dates and moments as each language writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date


def written_date(day: date, language: str) -> str:
    """Return the day in `language`.

    >>> written_date(date(2026, 1, 12), "en"), written_date(date(2026, 1, 12), "vi")
    ('12 January 2026', '12/01/2026')
    """
    pattern = "dd/MM/y" if language == "vi" else "d MMMM y"
    return format_date(day, pattern, locale=language)


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
