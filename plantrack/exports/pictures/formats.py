"""The formats a picture leaves in, each with its one way to be made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from plantrack.exports.files import File, file_name
from plantrack.exports.material import Material
from plantrack.exports.pictures.drawn import pdf_file, png_file, svg_file
from plantrack.exports.pictures.numbers import csv_file
from plantrack.exports.pictures.page import html_file
from plantrack.exports.pictures.picture import Picture

Scripts = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Format:
    """`make` returns the whole file; `scripts` are asked for by the page alone."""

    extension: str
    media_type: str
    make: Callable[[Picture, Scripts], bytes]


FORMATS: Final = {
    one.extension: one
    for one in (
        Format("png", "image/png", lambda picture, _: png_file(picture)),
        Format("svg", "image/svg+xml", lambda picture, _: svg_file(picture)),
        Format("pdf", "application/pdf", lambda picture, _: pdf_file(picture)),
        Format("html", "text/html", lambda picture, scripts: html_file(picture, scripts())),
        Format("csv", "text/csv; charset=utf-8", lambda picture, _: csv_file(picture)),
    )
}


def picture_file(material: Material, picture: Picture, extension: str, scripts: Scripts) -> File:
    """Return a picture in one format, under the name that tells indicator, language, revision."""
    found = FORMATS[extension]
    name = file_name(material, picture.name, extension)
    return File(name, found.media_type, found.make(picture, scripts))
