"""Standing marks: the shapes of the charts, so that they look the same everywhere.

Each standing has a shape of its own, so that colour is never the only sign.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from html import escape

from plantrack.charts.shapes import standing_svg
from plantrack.model import Standing
from plantrack.ui.palette import STANDING_COLOURS
from plantrack.words import Say, capitalised
from plantrack.words.terms import standing_word


def mark_svg(standing: Standing, say: Say, *, colour: str, size: int = 16) -> str:
    """Return the mark as an SVG element `size` pixels wide, labelled with the standing's word."""
    word = escape(capitalised(standing_word(standing, say)), quote=True)
    return standing_svg(
        standing, colour, f'role="img" aria-label="{word}" width="{size}" height="{size}"'
    )


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
    drawn = standing_svg(standing, colour, 'aria-hidden="true"')
    return f'<span class="standing" style="color: {colour}">{drawn} {word}</span>'


def mark_rules(shapes: Mapping[str, str]) -> str:
    """Return the CSS that draws marks by name: `st.html` lets no SVG element through, so a shape
    is a mask that the colour of the text shows through.
    """
    return "\n".join(
        f'.mark-{name} {{ --drawn: url("{_address(drawn)}"); }}' for name, drawn in shapes.items()
    )


def standing_rules() -> str:
    return mark_rules({standing.value: standing_svg(standing, "#000") for standing in Standing})


def mark_image(standing: Standing, say: Say, theme: str) -> str:
    """Return the mark as a data address in the colour of `theme`: for image columns."""
    return _address(mark_svg(standing, say, colour=STANDING_COLOURS[standing].of(theme), size=32))
