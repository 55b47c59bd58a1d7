"""A picture as SVG, PNG and PDF: one drawing, so that all of them look the same."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from typing import Any, Final, Literal

import typst

from plantrack.charts.render import picture_of, svg
from plantrack.exports.drawing import taken_apart
from plantrack.exports.pictures.picture import PAPER, Picture
from plantrack.exports.typesetting import PLACING, fonts, placing
from plantrack.words.letters import writable

SCALE: Final = 2.0  # pixels of a PNG for one of the layout


def svg_file(picture: Picture) -> bytes:
    """Return the picture as SVG with its text as text, named and described for who hears it."""
    opening, _, rest = drawing_of(picture).partition(">")
    told = f"<title>{escape(picture.title)}</title><desc>{escape(picture.alt)}</desc>"
    named = f'{opening} role="img" xml:lang="{picture.language}">{writable(told)}{rest}'
    return named.encode()


def png_file(picture: Picture) -> bytes:
    """Return the picture as PNG, twice as fine as it is laid out."""
    return picture_of(drawing_of(picture), scale=SCALE)


def pdf_file(picture: Picture) -> bytes:
    """Return the picture as a tagged PDF of one page, its text found by every search.

    The text is set by the typesetter and not taken from the drawing: as part of a drawing the
    font writes some Vietnamese letters as two signs, and "mục" would be found as "mu ục".
    """
    drawing = taken_apart(drawing_of(picture))
    given = {
        "drawing": drawing.shapes.decode(),
        "words": json.dumps([asdict(label) for label in drawing.labels]),
        "title": writable(picture.title),
        "alt": writable(picture.alt),
        "language": picture.language,
        "made": picture.made.isoformat(),
    }
    try:
        return _compiled(given, "ua-1")
    except typst.TypstError:  # a letter our font has not: shown as a box, which that standard bars
        return _compiled(given, "1.7")


def _compiled(given: dict[str, str], standard: Literal["ua-1", "1.7"]) -> bytes:
    files: Any = {"main": _page(), PLACING: placing()}  # its stubs do not know that it takes them
    pdf: bytes = typst.compile(files, sys_inputs=given, font_paths=fonts(), pdf_standards=standard)
    return pdf


@lru_cache(maxsize=4)
def drawing_of(picture: Picture) -> str:
    """Return the drawing all formats are made of; drawing it takes longer than most of them."""
    return svg(picture.alone(PAPER))


@cache
def _page() -> bytes:
    return Path(__file__).with_name("picture.typ").read_bytes()
