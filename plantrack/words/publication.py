"""When something was published, as far as that is known.

Stored as in ISO 8601-2: "2024-04-15", "2024-04" or "2024"; "?" behind what is not certain;
"../2024-04-21" for no later than, "2024-04-21/.." for no earlier than. Anything else is what the
publication prints, and is shown as it is.
"""

from __future__ import annotations

from typing import Final

from plantrack.words import Say, mark
from plantrack.words.dates import written_day_or_less

# How seeds write a part of a citation that the publication does not give.
NOT_STATED: Final = "not stated"

_FORMS = (
    ("../", "", mark("by {date}")),
    ("", "/..", mark("{date} or later")),
    ("", "?", mark("{date} (date not certain)")),
)


def published(stated: str, say: Say) -> str:
    """Return a stored date of publication in words: "15 April 2024", "by September 2026".

    >>> from plantrack import words
    >>> published("../2026-09", words.of("en")), published("2024?", words.of("vi"))
    ('by September 2026', '2024 (chưa chắc chắn)')
    """
    for before, behind, form in _FORMS:
        if stated.startswith(before) and stated.endswith(behind):
            date = written_day_or_less(
                stated.removeprefix(before).removesuffix(behind), say.language
            )
            if date is not None:
                return say(form, date=date)
    return written_day_or_less(stated, say.language) or stated


def stated(text: str, say: Say) -> str:
    """Return a part of a citation as printed; what the source leaves open is said in words."""
    return say("not stated") if text in ("", NOT_STATED) else text
