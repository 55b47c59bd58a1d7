"""Text to Decimal under a declared decimal mark; nothing is guessed."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

INTEGER_DIGITS = 16  # the ledger keeps 24 digits,
FRACTION_DIGITS = 8  # eight of them after the decimal mark
_SPACES = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))")
_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_MINUS_SIGNS = str.maketrans({"\N{MINUS SIGN}": "-", "\N{EN DASH}": "-"})


class Unread(StrEnum):
    """Why a text is not taken as a number."""

    NOT_A_NUMBER = "not_a_number"
    WRONG_MARK = "wrong_decimal_mark"
    AMBIGUOUS = "ambiguous_number"
    TOO_LONG = "number_too_long"


class Number(NamedTuple):
    """A number as written: `decimals` counts the digits after its mark, zeros included."""

    value: Decimal
    decimals: int


def read_number(text: str, decimal_mark: str, *, settled: bool = False) -> Number | Unread:
    """Return the number `text` writes under `decimal_mark` ("." or ",").

    The other mark, and spaces, may part thousands. "70,95" under a decimal point uses the wrong
    mark; "50,123" under it can mean 50123 or a slip for 50.123, so it is ambiguous until the mark
    is `settled`: by the whole column, or by the reader.

    >>> read_number("1.234,50", ",")
    Number(value=Decimal('1234.50'), decimals=2)
    >>> read_number("70,95", ".")
    <Unread.WRONG_MARK: 'wrong_decimal_mark'>
    """
    if decimal_mark not in (".", ","):
        raise ValueError(f"decimal mark {decimal_mark!r} is neither a point nor a comma")
    group_mark = "," if decimal_mark == "." else "."
    plain = _SPACES.sub("", text.strip().translate(_MINUS_SIGNS))
    if not settled and _grouped_once(plain, group_mark):
        return Unread.AMBIGUOUS
    if _written_with(plain, decimal_mark):
        return _number(plain.replace(group_mark, "").replace(decimal_mark, "."))
    if _written_with(plain, group_mark):
        return Unread.WRONG_MARK
    return Unread.NOT_A_NUMBER


def _pattern(decimal_mark: str, group_mark: str) -> re.Pattern[str]:
    groups = rf"[1-9][0-9]{{0,2}}(?:{re.escape(group_mark)}[0-9]{{3}})+"
    return re.compile(rf"[-+]?(?:[0-9]+|{groups})(?:{re.escape(decimal_mark)}[0-9]+)?")


_WRITTEN: Final = {".": _pattern(".", ","), ",": _pattern(",", ".")}
_GROUPED_ONCE: Final = {
    mark: re.compile(rf"[-+]?[1-9][0-9]{{0,2}}{re.escape(mark)}[0-9]{{3}}") for mark in ".,"
}


def _grouped_once(text: str, group_mark: str) -> bool:
    return _GROUPED_ONCE[group_mark].fullmatch(text) is not None


def _written_with(text: str, decimal_mark: str) -> bool:
    return _WRITTEN[decimal_mark].fullmatch(text) is not None


def number_of_cell(text: str) -> Number | Unread:
    """Return what the text of a numeric cell says, which has a point and no thousands marks."""
    return _number(text) if _PLAIN.fullmatch(text) else read_number(text, ".", settled=True)


def own_number(value: Decimal) -> Number | Unread:
    """Return a computed value with the decimals it has beyond trailing zeros.

    >>> own_number(Decimal("70950") / 1000)
    Number(value=Decimal('70.95'), decimals=2)
    """
    return _number(format(value.normalize(), "f"))


def _number(digits: str) -> Number | Unread:
    integer, _, fraction = digits.partition(".")
    if len(digits) > FRACTION_DIGITS:  # else neither side has too many
        integer, fraction_kept = integer.lstrip("+-").lstrip("0"), fraction.rstrip("0")
        if len(integer) > INTEGER_DIGITS or len(fraction_kept) > FRACTION_DIGITS:
            return Unread.TOO_LONG
    value = Decimal(digits)
    return Number(value or value.copy_abs(), min(len(fraction), FRACTION_DIGITS))
