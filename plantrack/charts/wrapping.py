"""How wide a text will be and where its lines break: Vega breaks no lines by itself."""

from __future__ import annotations

from typing import Final
from unicodedata import normalize

# Advance widths of Noto Sans in thousandths of the text size; accents add none.
_NARROW: Final = dict.fromkeys("iIjl.,:;'|!()[] ft-r", 330)
_WIDE: Final = dict.fromkeys("mwMWĐ%—@", 860)
_CAPITAL, _OTHER = 640, 570


def text_width(text: str, size: float) -> float:
    """Return the width of `text` in pixels at `size`, a little more rather than less.

    >>> round(text_width("GRDP", 15))
    38
    """
    letters = (c for c in normalize("NFD", text) if not "\u0300" <= c <= "\u036f")
    return sum(_advance(c) for c in letters) * size / 1000


def _advance(letter: str) -> int:
    if letter in _NARROW:
        return _NARROW[letter]
    if letter in _WIDE:
        return _WIDE[letter]
    return _CAPITAL if letter.isupper() else _OTHER


def wrapped(text: str, width: float, size: float) -> list[str]:
    """Return the lines of `text` that fit into `width` pixels; a longer word stays whole.

    >>> wrapped("GRDP per capita", 80, 15)
    ['GRDP per', 'capita']
    """
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def balanced(text: str, width: float, size: float) -> list[str]:
    """Return as few lines as `wrapped`, of about one length: no last word stands alone.

    >>> balanced("index, 2020 = 100, constant 2010 prices", 220, 12)
    ['index, 2020 = 100,', 'constant 2010 prices']
    """
    lines = wrapped(text, width, size)
    narrow, wide = width / max(1, len(lines)), width
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        if len(wrapped(text, middle, size)) > len(lines):
            narrow = middle
        else:
            wide = middle
    return wrapped(text, wide, size)
