"""Marks of how settled a figure is: a full, half or open circle, as on the charts."""

from __future__ import annotations

from html import escape
from typing import Final

from plantrack.model import Status
from plantrack.ui.marks import mark_rules
from plantrack.words import Say
from plantrack.words.terms import status_word

_RING: Final = '<circle cx="8" cy="8" r="5.4" fill="none" stroke="#000" stroke-width="2"/>'
_FULL: Final = '<circle cx="8" cy="8" r="6"/>'

_SHAPES: Final = {
    Status.OFFICIAL: _FULL,
    Status.NOT_STATED: _RING + '<circle cx="8" cy="8" r="2.2"/>',
    Status.PRELIMINARY: _RING + '<path d="M8 2.6a5.4 5.4 0 0 1 0 10.8z"/>',
    Status.ESTIMATE: _RING,
    Status.PROJECTION: _RING.replace("/>", ' stroke-dasharray="2.4 2.2"/>'),
}


def status_mark(status: Status, say: Say) -> str:
    """Return the mark as HTML in the colour of the text, labelled with the status."""
    word = escape(status_word(status, say), quote=True)
    return (
        f'<span class="drawn-mark mark-figure-{status.value}" role="img"'
        f' aria-label="{word}" title="{word}"></span>'
    )


def figure_rules() -> str:
    """Return the CSS that draws the marks."""
    return mark_rules(
        {
            f"figure-{status.value}": (
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">{shape}</svg>'
            )
            for status, shape in _SHAPES.items()
        }
    )
