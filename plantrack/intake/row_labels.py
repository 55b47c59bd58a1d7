"""Labels at the left of a table: their numbering, their unit in brackets, their footnote marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from plantrack.intake.headings import without_footnote
from plantrack.intake.unit_words import is_unit

_NUMBERING: Final = (
    (1, re.compile(r"(?:[A-H]|[IVX]+)[.)/-]\s*")),
    (2, re.compile(r"[0-9]{1,2}[.)/-]\s*(?=\D)")),
    (3, re.compile(r"[0-9]{1,2}\.[0-9]{1,2}[.)]?\s+")),
    (4, re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){2,}[.)]?\s+")),
    (5, re.compile(r"[a-zđ][.)]\s*")),
    (6, re.compile(r"[-–—•]\s*")),
    (7, re.compile(r"[+*]\s*")),
)
# What every numbering looks like from afar; most labels have none.
_MAY_BE_NUMBERED: Final = re.compile(r"[-–—•+*0-9]|(?:[A-H]|[IVX]+|[a-zđ])[.)/-]")
_ALONE: Final = re.compile(r"(?:[A-H]|[IVX]+|[0-9]{1,2}(?:\.[0-9]{1,2})*|[a-zđ]|[-+–])[.)]?")
_UNIT_AT_END: Final = re.compile(r"\s*[(\[](?P<bracketed>[^()\[\]]{1,40})[)\]]\s*$")
_UNIT_AFTER: Final = re.compile(r"\s*[,;–-]\s*(?P<after>[^,;–-]{1,30})$")
_UNITS: Final = ((_UNIT_AT_END, ")]"), (_UNIT_AFTER, ",;–-"))
UNNUMBERED: Final = 8
_COUNTED: Final = 2  # digits of a numbering: a longer number counts the rows of a long table
_KEPT: Final = 8_192


@dataclass(frozen=True, slots=True)
class RowLabel:
    """`level`: 1 = the highest numbering; `full` keeps the brackets, `text` has them off."""

    full: str
    text: str
    level: float
    unit: str | None


def read_label(written: str, numbering: str = "") -> RowLabel:
    """Return a label without numbering and unit.

    >>> read_label("1.2 Dân số (nghìn người) (1)")
    RowLabel(full='Dân số (nghìn người)', text='Dân số', level=3, unit='nghìn người')
    """
    label = _by_itself(written)
    if label.level == UNNUMBERED and numbering:
        if numbering.isdecimal() and len(numbering) > _COUNTED:
            return label
        level = _level_beside(numbering)
        return label if level == UNNUMBERED else replace(label, level=level)
    return label


@lru_cache(maxsize=_KEPT)
def _by_itself(written: str) -> RowLabel:
    level, text = _numbered(written)
    full = without_footnote(text).rstrip(":; ")
    for pattern, marks in _UNITS:
        match = pattern.search(full) if any(one in full for one in marks) else None
        if match is not None and is_unit(match[1]):
            return RowLabel(full, full[: match.start()].rstrip(" ,;:–-"), level, match[1].strip())
    return RowLabel(full, full, level, None)


@lru_cache(maxsize=_KEPT)
def _level_beside(numbering: str) -> int:
    """Return the level of a label whose numbering stands in a column of its own."""
    return _numbered(numbering.rstrip(".)") + ". x")[0]


def is_numbering(text: str) -> bool:
    """Whether a cell holds numbering only: "I", "1.2", "-"."""
    return _ALONE.fullmatch(text.strip()) is not None


def _numbered(written: str) -> tuple[int, str]:
    text = written.strip()
    if _MAY_BE_NUMBERED.match(text) is None:
        return UNNUMBERED, text
    for level, pattern in reversed(_NUMBERING):
        match = pattern.match(text)
        if match is not None and match.end() < len(text):
            return level, text[match.end() :].strip()
    return UNNUMBERED, text
