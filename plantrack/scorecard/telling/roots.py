"""Signs of written arithmetic: roots in words, powers as raised digits, terms in brackets."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from plantrack.scorecard.telling.digits import settled
from plantrack.words import Number, Say, mark

ROOTS: Final = {
    2: mark("square root"),
    3: mark("cube root"),
    4: mark("fourth root"),
    5: mark("fifth root"),
    6: mark("sixth root"),
    7: mark("seventh root"),
    8: mark("eighth root"),
    9: mark("ninth root"),
    10: mark("tenth root"),
}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def root(degree: int, say: Say) -> str:
    """Return "fifth root" / "căn bậc năm"; beyond ten the degree as a number."""
    if degree in ROOTS:
        return say(ROOTS[degree])
    return say("{degree}th root", degree=degree)


def raised(base: str, exponent: int) -> str:
    """Return "1.08¹⁰"; the base alone for an exponent of one."""
    return base if exponent == 1 else base + str(exponent).translate(_RAISED)


def term(value: Number, decimals: int | None, say: Say) -> str:
    """Return a number as it stands after a sign: below zero in brackets."""
    written = say.number(settled(value), decimals)
    return f"({written})" if value < 0 else written


def product(factors: Sequence[tuple[Decimal, int]], say: Say) -> str:
    """Return "1.0675 × 1.0663²" of factors with their exponents."""
    return " × ".join(
        raised(say.number(factor, max(2, -int(factor.as_tuple().exponent))), exponent)
        for factor, exponent in factors
    )
