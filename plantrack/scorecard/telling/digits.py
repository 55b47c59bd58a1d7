"""How many digits a written calculation needs, so that a reader who repeats it gets its result.

Every number of a calculation is shown rounded. It has as many decimals as it takes for the
result, computed again from the numbers as shown, to round to the result as shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from plantrack.method.pace import CutOff, standing_at
from plantrack.words.numbers import Number, rounded

MOST = 12  # beyond these a float has no digits to show


def enough(
    inputs: Sequence[Number],
    result: Number,
    decimals: int,
    again: Callable[..., Number],
    *,
    start: int,
) -> int:
    """Return the decimals with which `inputs` are shown, at least `start`.

    `again(*inputs as shown)`, which gets Decimals, must round to `result` at `decimals`.

    >>> enough((10.7637, 14.5861), 0.737952, 3, lambda a, b: a / b, start=2)
    3
    """
    shown = rounded(result, decimals)
    for digits in range(start, MOST):
        repeated = _repeated(again, [rounded(one, digits) for one in inputs])
        if repeated is not None and rounded(repeated, decimals) == shown:
            return digits
    return max(start, MOST)


def _repeated(again: Callable[..., Number], inputs: Sequence[Decimal]) -> Number | None:
    """The result from rounded inputs; None where a divisor was rounded to nothing."""
    try:
        return again(*inputs)
    except (ArithmeticError, ValueError):
        return None


def own_decimals(value: float) -> int:
    """Return how many decimals the shortest writing of `value` has."""
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return max(0, -int(exponent))


def faithful_ratio(ratio: float, cutoffs: Sequence[CutOff], start: int = 3) -> Decimal:
    """Return the ratio rounded so that it stays on its side of every cut-off.

    0.5996 of a cut-off at 0.60 is never shown as 0.60 (METHOD, section 4).
    """
    standing = standing_at(ratio, cutoffs)
    for digits in range(start, MOST):
        shown = rounded(ratio, digits)
        if standing_at(float(shown), cutoffs) is standing:
            return shown
    return rounded(ratio, MOST)
