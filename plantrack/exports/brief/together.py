"""What no line break may part: a number and its unit, a span of years, "phiên bản 7"."""

from __future__ import annotations

import re

from plantrack.plan import Plan
from plantrack.words import Say

_NUMBER = r"[+\u2212]?\d(?:[\d.,]*\d)?"
_SPAN = rf"{_NUMBER}(?:[\u2013/]{_NUMBER})*(?:/[\w-]{{1,12}})?"
_SLASHED = r"\b[^\W\d][\w-]{0,12}(?:/[\w-]{1,12}){1,2}"
_SPACE = "[ \u00a0\u202f]"


def together(plan: Plan, say: Say) -> str:
    """Return the pattern of what stays on one line, for Python's and Typst's expressions alike.

    A word of a number before it, the number or span, and its percent sign or the first word of
    its unit: with a whole unit a narrow column could not break at all. Short words with a slash
    between stay as they are: "đồng/người", "236/QĐ-TTg".
    """
    before = say(
        "revision;data revision;no.;year;in;from;since;top",
    ).split(";")
    units = {say.text(unit.name).split()[0] for unit in plan.units.values() if unit.name.en}
    units |= {say.points(1.0).split()[-1 if say.language == "en" else 1]}
    leading = "|".join(re.escape(one) for one in sorted(before, key=len, reverse=True))
    behind = "|".join(
        re.escape(one) for one in sorted(units, key=len, reverse=True) if one[0].isalpha()
    )
    _, _, yearly = say.rate(1.0).partition("%")
    percent = rf"{_SPACE}?%(?:{re.escape(yearly)})?"
    unit = rf"{_SPACE}(?:{behind})\b" if behind else percent
    number = rf"(?:\b(?:{leading}){_SPACE})?{_SPAN}(?:{percent}|{unit})?"
    return rf"{_SLASHED}|{number}"
