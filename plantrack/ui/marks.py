"""Standing marks: drawn shapes, so that they look the same in every font and on paper.

Each standing has a shape of its own, so that colour is never the only sign.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from html import escape
from typing import Final

from plantrack.model import Standing
from plantrack.ui.palette import STANDING_COLOURS
from plantrack.words import Say, capitalised
from plantrack.words.terms import standing_word

# Drawn in a 16 by 16 box with the current colour; "open" shapes are outlines.
_SHAPES: Final = {
    Standing.REACHED: '<path d="M2.5 8.5l3.7 4 7.3-9" class="line"/>',
    Standing.ON_TRACK: '<path d="M8 2.5l6.2 11H1.8z" class="full"/>',
    Standing.BEHIND: (
        '<rect x="2.5" y="2.5" width="11" height="11" class="thin"/>'
        '<path d="M2.5 2.5H8v11H2.5z" class="full"/>'
    ),
    Standing.FAR_BEHIND: '<path d="M8 13.5L1.8 2.5h12.4z" class="full"/>',
    Standing.MOVING_AWAY: '<path d="M3.5 3.5l9 9m0-9l-9 9" class="line"/>',
    Standing.MISSED: '<rect x="2.5" y="2.5" width="11" height="11" class="full"/>',
    Standing.OVERSHOT: (
        '<path d="M1.5 5.2h12M10.6 2.2l3 3-3 3M14.5 10.8h-12M5.4 7.8l-3 3 3 3" class="thin"/>'
    ),
    Standing.NOT_MET_YET: '<rect x="1.5" y="4.5" width="13" height="7" class="thin"/>',
    Standing.NOT_ASSESSED: '<rect x="2.5" y="2.5" width="11" height="11" class="thin"/>',
}

_PENS: Final = {
    "full": 'fill="{colour}"',
    "thin": 'fill="none" stroke="{colour}" stroke-width="1.6"',
    "line": 'fill="none" stroke="{colour}" stroke-width="2.4"',
}


def mark_svg(standing: Standing, say: Say, *, colour: str, size: int = 16) -> str:
    """Return the mark as an SVG element `size` pixels wide, labelled with the standing's word."""
    word = escape(capitalised(standing_word(standing, say)), quote=True)
    return _drawn(
        standing, colour, f'role="img" aria-label="{word}" width="{size}" height="{size}"'
    )


def _drawn(standing: Standing, colour: str, attributes: str = "") -> str:
    shape = _SHAPES[standing]
    for name, pen in _PENS.items():
        shape = shape.replace(f'class="{name}"', pen.format(colour=colour))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" {attributes}>{shape}</svg>'


def _address(drawn: str) -> str:
    return "data:image/svg+xml;base64," + b64encode(drawn.encode()).decode("ascii")


def labelled_mark(standing: Standing, say: Say) -> str:
    """Return the mark and its word, in the standing's colour, as HTML."""
    word = escape(capitalised(standing_word(standing, say)))
    return (
        f'<span class="standing-mark" style="color: {STANDING_COLOURS[standing].css}">'
        f'<span class="drawn-mark mark-{standing.value}" aria-hidden="true"></span>'
        f" <b>{word}</b></span>"
    )


def labelled_svg(standing: Standing, say: Say, theme: str) -> str:
    """Return the mark and its word as HTML that needs no style of the page: for a shadow tree."""
    word = escape(capitalised(standing_word(standing, say)))
    colour = STANDING_COLOURS[standing].of(theme)
    drawn = _drawn(standing, colour, 'aria-hidden="true"')
    return f'<span class="standing" style="color: {colour}">{drawn} {word}</span>'


def mark_rules(shapes: Mapping[str, str]) -> str:
    """Return the CSS that draws marks by name: `st.html` lets no SVG element through, so a shape
    is a mask that the colour of the text shows through.
    """
    return "\n".join(
        f'.mark-{name} {{ --drawn: url("{_address(drawn)}"); }}' for name, drawn in shapes.items()
    )


def standing_rules() -> str:
    return mark_rules({standing.value: _drawn(standing, "#000") for standing in Standing})


def mark_image(standing: Standing, say: Say, theme: str) -> str:
    """Return the mark as a data address in the colour of `theme`: for image columns."""
    return _address(mark_svg(standing, say, colour=STANDING_COLOURS[standing].of(theme), size=32))
