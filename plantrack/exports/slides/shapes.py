"""What python-pptx leaves to its user: words in the theme's letters, alternatives, marks."""

from __future__ import annotations

from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from pptx.oxml import parse_xml
from pptx.slide import Slide as Page

from plantrack.charts.palette import palette
from plantrack.charts.shapes import NOTHING, STANDING_FULL, STANDING_LINE
from plantrack.exports.slides.sheet import Box, emu
from plantrack.model import Standing
from plantrack.words.letters import writable

NAMES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_UNIT: Final = 10000  # of a path, to one of the drawn shape


def run(
    text: str, language: str, *, size: float = 0, bold: bool | None = None, colour: str = ""
) -> str:
    """Return a run of words; what is not given is the layout's. `colour` is one of the theme
    or "#RRGGBB".
    """
    sized = f' sz="{round(size * 100)}"' if size else ""
    heavy = "" if bold is None else f' b="{int(bold)}"'
    fill = ""
    if colour.startswith("#"):
        fill = f'<a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill>'
    elif colour:
        fill = f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
    words = escape(writable(text))
    return f'<a:r><a:rPr lang="{language}"{sized}{heavy}>{fill}</a:rPr><a:t>{words}</a:t></a:r>'


def frame(box: Box) -> str:
    left, top, width, height = map(emu, (box.left, box.top, box.width, box.height))
    return f'<a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/>'


def next_id(page: Page) -> int:
    used = [int(one) for one in page.shapes._spTree.xpath(".//p:cNvPr/@id")]
    return max(used) + 1


def add(page: Page, xml: str) -> Any:
    """Put an element, written without its namespaces, at the end of the page and return it."""
    tag = xml[1 : xml.index(">")]
    made = parse_xml(f"<{tag} {NAMES}{xml[1 + len(tag) :]}")
    page.shapes._spTree.append(made)
    return made


def words(page: Page, box: Box, name: str, paragraphs: str, *, wrap: bool = True) -> None:
    """Add a box of words; `paragraphs` is XML."""
    add(
        page,
        f'<p:sp><p:nvSpPr><p:cNvPr id="{next_id(page)}" name={quoteattr(writable(name))}/>'
        f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>{frame(box)}</a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>'
        f'<a:bodyPr wrap="{"square" if wrap else "none"}" lIns="0" tIns="0" rIns="0" bIns="0"/>'
        f"<a:lstStyle/>{paragraphs}</p:txBody></p:sp>",
    )


def standing_mark(page: Page, standing: Standing, box: Box, word: str) -> None:
    """Add the shape of a standing in its colour; its word is the text alternative."""
    colour = palette("light").standings[standing].lstrip("#")
    fill = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    paths = ""
    if STANDING_FULL[standing] != NOTHING:
        paths += _path(STANDING_FULL[standing], 'stroke="0"')
    if STANDING_LINE[standing] != NOTHING:
        paths += _path(STANDING_LINE[standing], 'fill="none"')
    described = quoteattr(writable(word))
    add(
        page,
        f'<p:sp><p:nvSpPr><p:cNvPr id="{next_id(page)}" name={described} descr={described}/>'
        f"<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>{frame(box)}</a:xfrm><a:custGeom>"
        '<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst>{paths}</a:pathLst></a:custGeom>{fill}"
        f'<a:ln w="25400" cap="rnd">{fill}<a:round/></a:ln></p:spPr></p:sp>',
    )


def _path(drawn: str, how: str) -> str:
    """Return a path of moves, lines and closings ("M-1,0L1,0Z") as the format writes it."""
    found, commands = "", drawn.replace("Z", "Z ").replace("M", " M").replace("L", " L").split()
    for command in commands:
        kind, closed = command[0], command.endswith("Z")
        x, _, y = command[1:].rstrip("Z").partition(",")
        at = f'<a:pt x="{_length(x)}" y="{_length(y)}"/>'
        found += f"<a:moveTo>{at}</a:moveTo>" if kind == "M" else f"<a:lnTo>{at}</a:lnTo>"
        found += "<a:close/>" if closed else ""
    return f'<a:path w="{2 * _UNIT}" h="{2 * _UNIT}" {how}>{found}</a:path>'


def _length(written: str) -> int:
    return round((float(written) + 1) * _UNIT)
