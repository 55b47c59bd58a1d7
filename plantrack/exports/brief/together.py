"""What no line break may part: a number and its unit, a span of years, "phiên bản 7"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from plantrack.plan import Plan
from plantrack.words import Say

_NUMBER: Final = r"[+\u2212]?\d(?:[\d.,]*\d)?"
# Typst keeps these on one line: "2026–2030", "16,2%/năm", "6/9", "236/QĐ-TTg", "đồng/người". A
# break there could not be forbidden by a space, and another sign would be in the way of a search.
WHOLE: Final = (
    r"\b[^\W\d][\w-]{0,12}(?:/[\w-]{1,12}){1,2}"
    rf"|{_NUMBER}(?:[\u2013/]{_NUMBER})*(?:[\u00a0\u202f]?%)?(?:/[\w-]{{1,12}})?"
)
_SPACE: Final = "\N{NO-BREAK SPACE}"
_LONGEST_UNIT: Final = 8  # letters; in a narrow column a longer word must stand below its number


def together(plan: Plan, say: Say) -> Callable[[str], str]:
    """Return what puts no-break spaces into a text of the plan.

    Between a number and the first word of its unit, the words that count and their number, and
    within "a year".
    """
    before = say("revision;data revision;no.;year;in;from;since;top").split(";")
    first = {say.text(unit.name).split(" ")[0] for unit in plan.units.values()}
    first.add(say.points(1).split(" ")[1])
    units = [one for one in first if one.isalpha() and len(one) <= _LONGEST_UNIT]
    yearly = say.rate(1).partition("%")[2].strip()
    parts = (
        rf"\b(?:{_any(before)}) (?={_NUMBER})",
        rf"(?<=\d) (?={_any(units)}\b)" if units else "",
        rf"\b{re.escape(yearly)}\b" if " " in yearly else "",
    )
    pattern = re.compile("|".join(part for part in parts if part), re.IGNORECASE)
    return lambda text: pattern.sub(lambda found: found[0].replace(" ", _SPACE), text)


def _any(words: list[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(re.escape(word) for word in longest_first)})"
