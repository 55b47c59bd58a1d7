"""The decimal mark of numbers kept as text, read off the whole column."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

MARKS: Final = (",", ".")
_SPACES = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"[-+−–]?[0-9][0-9.,\s\u00a0\u2009\u202f]*%?")
# "…": not available; "-": nothing occurred. Neither is a zero, neither is a number.
NOT_AVAILABLE: Final = frozenset(("...", "..", "…", "….", "n/a", "na", "n.a.", "x", "chưa có"))
NOTHING: Final = frozenset(("-", "–", "—", "−"))


@dataclass(frozen=True, slots=True)
class MarkEvidence:
    """What a column says about its decimal mark: texts that settle it, and those it settles."""

    settled: dict[str, str]  # mark -> the first text that can only be written with it
    undecided: str | None  # the first text that could be either

    @property
    def mark(self) -> str | None:
        """The only mark the column can have; None where nothing or too much settles it."""
        return next(iter(self.settled)) if len(self.settled) == 1 else None

    @property
    def contradicts(self) -> bool:
        return len(self.settled) > 1


def looks_like_number(text: str) -> bool:
    return _NUMBER.fullmatch(text.strip()) is not None


def evidence(texts: Iterable[str]) -> MarkEvidence:
    """Return what texts settle the decimal mark.

    "70,95", "1.234,5", "1.234.567" and "0.123" can be read one way only; "1.234" in two.

    >>> evidence(["1.234", "70,95"]).mark, evidence(["1.234"]).undecided
    (',', '1.234')
    """
    settled: dict[str, str] = {}
    undecided: str | None = None
    for text in texts:
        if not looks_like_number(text):
            continue
        mark = _only_mark(text)
        if mark is not None:
            settled.setdefault(mark, text)
        elif undecided is None and re.search(r"[.,]", text):
            undecided = text
    return MarkEvidence(settled, undecided)


def _only_mark(text: str) -> str | None:
    plain = _SPACES.sub(" ", text.strip(" %+-−–"))
    commas, points = plain.count(","), plain.count(".")
    if commas and points:
        return "," if plain.rfind(",") > plain.rfind(".") else "."
    if commas + points == 0:
        return None
    mark = "," if commas else "."
    if commas + points > 1:
        return "." if mark == "," else ","  # it parts thousands
    integer, _, fraction = plain.partition(mark)
    if " " in integer:
        return mark  # spaces part the thousands
    grouped = len(fraction) == 3 and 1 <= len(integer) <= 3 and not integer.startswith("0")
    return None if grouped else mark
