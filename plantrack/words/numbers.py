"""Numbers as each language writes them: rounded once, half away from zero, never "-0"."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

Number = int | float | Decimal

MINUS = "\N{MINUS SIGN}"
# The largest float has 309 digits before its point; quantize refuses what exceeds its context.
_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)


def rounded(value: Number, decimals: int) -> Decimal:
    """Return `value` with `decimals` places, half away from zero (METHOD, section 9).

    A float is rounded as the number it prints, `Decimal(repr(value))`, so that 2.675 gives 2.68.
    Raises ValueError on a value that is not finite and on negative `decimals`.

    >>> rounded(-1.585, 2)
    Decimal('-1.59')
    """
    if decimals < 0:
        raise ValueError(f"decimals is {decimals}; a number has no fewer than 0")
    places = _exact(value).quantize(Decimal(1).scaleb(-decimals), context=_WIDE)
    return places.copy_abs() if places.is_zero() else places


def written(value: Number, decimals: int | None, language: str, *, signed: bool = False) -> str:
    """Return `value` with the thousands and decimal marks of `language` and a real minus sign.

    `decimals` None keeps the digits of an int or Decimal without its trailing zeros; a float
    has no digits of its own to keep and raises TypeError.

    >>> written(-1234567.885, 2, "en"), written(Decimal("150.00000000"), None, "vi")
    ('−1,234,567.89', '150')
    """
    if decimals is None:
        if isinstance(value, float):
            raise TypeError(f"say how many decimals {value!r} is shown with")
        shown = rounded(value, _own_decimals(_exact(value)))
    else:
        shown = rounded(value, decimals)
    digits = f"{shown.copy_abs():,f}"
    if language == "vi":
        digits = digits.translate({ord(","): ".", ord("."): ","})
    return _sign(shown, signed=signed) + digits


def _exact(value: Number) -> Decimal:
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not exact.is_finite():
        raise ValueError(f"{value!r} is not a number to show")
    return exact


def _own_decimals(value: Decimal) -> int:
    exponent = value.normalize(_WIDE).as_tuple().exponent
    return max(0, -int(exponent))


def _sign(value: Decimal, *, signed: bool) -> str:
    if value < 0:
        return MINUS
    return "+" if signed and value > 0 else ""
