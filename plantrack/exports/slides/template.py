"""An empty file of our own look: theme, one master, one layout, nothing left of another's template.

Letters and colours are the theme's, so that a slide an officer adds or edits keeps the look.
"""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import Any, Final
from xml.sax.saxutils import escape

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as File
from pptx.util import Pt

from plantrack.charts.palette import palette
from plantrack.exports.slides import sheet
from plantrack.exports.slides.sheet import Box
from plantrack.words import Say

TOPIC, NOTE, BASIS = 13, 14, 15  # the placeholders of the layout by number
LANGUAGES: Final = {"vi": "vi-VN", "en": "en-GB"}

_HERE: Final = Path(__file__).parent
_KEPT_LAYOUT: Final = "Title Only"
_NOT_OURS: Final = (
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    RELATIONSHIP_TYPE.PRINTER_SETTINGS,
)


def empty(say: Say) -> File:
    """Return a presentation of 13⅓ by 7½ inches without slides, in the language of `say`."""
    found = Presentation()
    found.slide_width, found.slide_height = Pt(sheet.WIDTH), Pt(sheet.HEIGHT)
    for layout in list(found.slide_layouts):
        if layout.name != _KEPT_LAYOUT:
            found.slide_layouts.remove(layout)
    master = found.slide_master
    (kept,) = found.slide_layouts
    relation = next(one.rId for one in master.part.rels.values() if one._target is kept.part)
    names = _names(say)
    _refill(master._element, "master.xml", {**names, "layout": relation})
    _refill(kept._element, "layout.xml", names)
    _theme(master.part.part_related_by(RELATIONSHIP_TYPE.THEME))
    _cleared(found, LANGUAGES[say.language])
    return found


def _names(say: Say) -> dict[str, str]:
    right = sheet.LEFT + sheet.INNER
    words = {
        "title_name": say("Finding"),
        "body_name": say("Text"),
        "topic_name": say("Topic"),
        "note_name": say("Note"),
        "basis_name": say("Basis and sources"),
        "footer_name": say("Footer"),
        "number_name": say("Slide number"),
        "layout_name": say("Finding with its figures"),
        "language": LANGUAGES[say.language],
    }
    boxes = {
        "title_box": Box(sheet.LEFT, sheet.TITLE_TOP, sheet.INNER, 72),
        "body_box": Box(sheet.LEFT, 124, sheet.INNER, 320),
        "topic_box": Box(sheet.LEFT, sheet.TOPIC_TOP, sheet.INNER, 26),
        "note_box": Box(sheet.LEFT, 400, sheet.INNER, 32),
        "basis_box": Box(sheet.LEFT, 474, sheet.INNER, 36),
        "footer_box": Box(sheet.LEFT, sheet.FOOTER_BOTTOM - 34, sheet.INNER - 60, 34),
        "number_box": Box(right - 54, sheet.FOOTER_BOTTOM - 18, 54, 18),
    }
    return {name: escape(word) for name, word in words.items()} | {
        name: _extent(box) for name, box in boxes.items()
    }


def _extent(box: Box) -> str:
    left, top, width, height = map(sheet.emu, (box.left, box.top, box.width, box.height))
    return f'<a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/>'


def _refill(element: Any, name: str, words: dict[str, str]) -> None:
    """Put the children of our own file into the element that stands in the package."""
    made = parse_xml(Template((_HERE / name).read_text("utf-8")).substitute(words).encode())
    for child in list(element):
        element.remove(child)
    for attribute in list(element.attrib):
        del element.attrib[attribute]
    element.attrib.update(made.attrib)
    element.extend(list(made))


def theme() -> bytes:
    """Return the theme: our colours under the names an office program gives them."""
    colours = palette("light")
    named = {
        **{name: getattr(colours, name) for name in ("text", "background", "muted", "band")},
        **{name: getattr(colours, name) for name in ("main", "grey", "second")},
        **{f"part{place}": colours.parts[place - 1] for place in (2, 3, 4)},
    }
    plain = {name: colour.lstrip("#") for name, colour in named.items()}
    text = (_HERE / "theme.xml").read_text("utf-8")
    return Template(text).substitute(font=sheet.FONT, **plain).encode()


def _theme(part: object) -> None:
    part._blob = theme()  # type: ignore[attr-defined]


def _cleared(found: File, language: str) -> None:
    """Take away the picture, the printer and the statistics of the template it began as."""
    package = found.part.package
    for holder in (package, found.part):
        rels = holder._rels
        for one in [one.rId for one in rels.values() if one.reltype in _NOT_OURS]:
            rels.pop(one)
    for default in found.part._element.iter("{*}defRPr"):
        if "lang" in default.attrib:
            default.set("lang", language)
