"""What the program's font can print: anything else would leave the file without its standard.

A tagged PDF maps every letter it draws to text, so a letter the font lacks (an emoji somebody
typed into an explanation) is refused by the typesetter. It is shown as the replacement mark.
"""

from __future__ import annotations

import struct
from functools import cache
from typing import Final
from unicodedata import category, normalize

from plantrack.charts.render import FONTS

ARROW: Final = "\N{RIGHTWARDS ARROW}"  # arithmetic uses it; the typesetter's own font draws it
_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
_NOT_SEEN: Final = ("Cf", "Mn", "Me")  # joiners, marks: left out where the font has none
_SPACES: Final = ("Cc", "Cs", "Zl", "Zp")


def printable(text: str) -> str:
    """Return a text as one line of composed letters that the font has.

    >>> printable("Ha\\u0323 t\\u00e2\\u0300ng\\x0b 1\\n\\u200b")
    'Hạ tầng 1'
    """
    shown = "".join(map(_shown, normalize("NFC", text)))
    return " ".join(word for word in shown.split(" ") if word)


def _shown(letter: str) -> str:
    if letter in (" ", ARROW) or ord(letter) in _covered():
        return letter
    kind = category(letter)
    if kind in _SPACES or letter.isspace():
        return " "
    return "" if kind in _NOT_SEEN else _REPLACEMENT


@cache
def _covered() -> frozenset[int]:
    """The code points all weights of the font have, control characters left out."""
    fonts = [_code_points(path.read_bytes()) for path in sorted(FONTS.glob("*.ttf"))]
    common = frozenset.intersection(*fonts)
    return frozenset(one for one in common if category(chr(one)) not in (*_SPACES, "Cf"))


def _code_points(font: bytes) -> frozenset[int]:
    """Return what a TrueType font maps (table cmap, format 12 or 4 of ISO/IEC 14496-22)."""
    (count,) = struct.unpack_from(">H", font, 4)
    tables = {
        font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0]
        for at in range(12, 12 + 16 * count, 16)
    }
    start = tables[b"cmap"]
    (subtables,) = struct.unpack_from(">H", font, start + 2)
    offsets = [
        start + struct.unpack_from(">I", font, start + 8 + 8 * place)[0]
        for place in range(subtables)
    ]
    found = {struct.unpack_from(">H", font, offset)[0]: offset for offset in offsets}
    if 12 in found:
        return _groups(font, found[12])
    return _segments(font, found[4])


def _groups(font: bytes, at: int) -> frozenset[int]:
    (count,) = struct.unpack_from(">I", font, at + 12)
    groups = (struct.unpack_from(">III", font, at + 16 + 12 * place) for place in range(count))
    return frozenset(one for first, last, _ in groups for one in range(first, last + 1))


def _segments(font: bytes, at: int) -> frozenset[int]:
    (twice,) = struct.unpack_from(">H", font, at + 6)
    ends = struct.unpack_from(f">{twice // 2}H", font, at + 14)
    starts = struct.unpack_from(f">{twice // 2}H", font, at + 16 + twice)
    pairs = zip(starts, ends, strict=True)
    return frozenset(one for first, last in pairs for one in range(first, last + 1))
