"""How a colour looks to a reader who lacks one kind of cone, and how far two colours lie apart.

The matrices are those of Machado, Oliveira and Fernandes (2009), "A Physiologically-based Model for
Simulation of Color Vision Deficiency", IEEE TVCG 15(6), table of severity 1.0; they are applied to
linear RGB. Distances are CIE 1976 differences in CIELAB under D65.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

MACHADO: Final = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "on a grey print": ((0.2126, 0.7152, 0.0722),) * 3,
}

_XYZ: Final = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE: Final = (0.95047, 1.0, 1.08883)

Triple = tuple[float, float, float]


def seen(colour: str, by: str) -> Triple:
    """Return "#RRGGBB" as linear RGB of 0 to 1 as the deficiency `by` sees it."""
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    changed = _times(MACHADO[by], (red, green, blue))
    return tuple(min(max(one, 0.0), 1.0) for one in changed)  # type: ignore[return-value]


def apart(one: Triple, other: Triple) -> float:
    """Return the difference of two linear colours: about 2 is the least a trained eye sees."""
    return math.dist(_lab(one), _lab(other))


def lightness(colour: Triple) -> float:
    """Return CIELAB lightness, 0 to 100."""
    return _lab(colour)[0]


def _lab(colour: Triple) -> Triple:
    x, y, z = (
        _root(part / white) for part, white in zip(_times(_XYZ, colour), _WHITE, strict=True)
    )
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def _root(part: float) -> float:
    return math.cbrt(part) if part > 216 / 24389 else part * 841 / 108 + 4 / 29


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _times(matrix: Sequence[Triple], colour: Triple) -> Triple:
    red, green, blue = (
        sum(factor * part for factor, part in zip(row, colour, strict=True)) for row in matrix
    )
    return (red, green, blue)
