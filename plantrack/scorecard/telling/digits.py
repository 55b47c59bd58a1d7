"""How many digits a written calculation needs, so that a reader who repeats it gets its result.

Every number of a calculation is shown rounded. It has as many decimals as it takes for the
result, computed again from the numbers as shown, to round to the result as shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from plantrack.method.pace import CutOff, standing_at
from plantrack.words.numbers import Number, rounded

SIGNIFICANT = 12
MOST = 12  # beyond these a float has no digits to show


def settled(value: Number) -> Number:
    """Return a computed float without the noise that arithmetic on floats leaves.

    (11 - 26.33) / 6 is -2.555, which rounds to -2.56; as a float it lies a hair nearer to zero.

    >>> settled((11 - 26.33) / 6)
    -2.555
    """
    return float(f"{value:.{SIGNIFICANT}g}") if isinstance(value, float) else value


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
    return first_digits(lambda digits: repeats(inputs, digits, result, decimals, again), start)


def agreeing(
    inputs: Sequence[Number],
    result: Number,
    decimals: int,
    again: Callable[..., Number],
    *,
    start: int,
) -> tuple[int, int]:
    """Return decimals for the inputs and for the result, at least `start` and `decimals`.

    A result that lies on the edge between two roundings is shown with a digit more instead of
    inputs with a dozen.
    """
    for shown in range(decimals, MOST):
        digits = enough(inputs, result, shown, again, start=start)
        if digits < MOST:
            return digits, shown
    return MOST, decimals


def visible(value: Number, decimals: int) -> int:
    """Return the fewest decimals, at least `decimals`, with which a value does not read as zero.

    What arithmetic on floats leaves of zero is zero.

    >>> visible(0.0382, 1), visible(1e-15, 1)
    (2, 1)
    """
    seen = (digits for digits in range(decimals, MOST) if rounded(settled(value), digits))
    return next(seen, decimals)


def first_digits(holds: Callable[[int], bool], start: int) -> int:
    """Return the fewest decimals from `start` with which a calculation holds."""
    return next((digits for digits in range(start, MOST) if holds(digits)), max(start, MOST))


def repeats(
    inputs: Sequence[Number],
    digits: int,
    result: Number,
    decimals: int,
    again: Callable[..., Number],
) -> bool:
    """Whether `again` on the inputs with `digits` gives the result as shown with `decimals`."""
    shown = [rounded(settled(one), digits) for one in inputs]
    try:
        repeated = again(*shown)
    except (ArithmeticError, ValueError):
        return False  # a divisor was rounded to nothing
    return rounded(settled(repeated), decimals) == rounded(settled(result), decimals)


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
        shown = rounded(settled(ratio), digits)
        if standing_at(float(shown), cutoffs) is standing:
            return shown
    return rounded(settled(ratio), MOST)
