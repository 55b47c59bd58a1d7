"""One page of the file: title, topic and standing, the body, the note, what it rests on, the foot.

Elements stand in the order they are read out: the finding first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from pptx.oxml import parse_xml
from pptx.presentation import Presentation as File
from pptx.slide import Slide as Page

from plantrack.charts.native import Native
from plantrack.charts.palette import palette
from plantrack.deck import Slide
from plantrack.exports.slides import sheet
from plantrack.exports.slides.charts import add_chart
from plantrack.exports.slides.content import Content, contents, key_words, remarks_height
from plantrack.exports.slides.grid import MARK, standing_of
from plantrack.exports.slides.shapes import NAMES, add, frame, next_id, run, standing_mark, words
from plantrack.exports.slides.sheet import Box
from plantrack.exports.slides.tables import add_grid
from plantrack.exports.slides.template import BASIS, LANGUAGES, NOTE, TOPIC
from plantrack.words import Say

_TITLE_LINES: Final = 6  # of the smallest letters
_BASIS_LINES: Final = (4, 2, 1)
_FOOT_LINES: Final = 2
_LEAST_BODY: Final = 180.0
_NOTE_EDGE: Final = 8.0  # left and right of a note's words
_NUMBER: Final = 60.0  # the room of the slide's number


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything stands on the pages of a slide, in points."""

    size: float
    title: Box
    body: Box
    note: Box | None
    basis: Box
    footer: Box
    told: tuple[str, str, str]  # title, what it rests on and foot, as far as they fit


def plan(slide: Slide, footer: str, say: Say) -> Plan:
    """Return the places; title, note and foot take what they need, the body what is left.

    Where that would be too little, what the slide rests on is cut: it stands in the notes in full.
    """
    title, size = sheet.shortened(slide.title, sheet.INNER, sheet.TEXT, _TITLE_LINES, "…"), 0.0
    for lines in _BASIS_LINES:
        size = sheet.title_size(title) if lines > 1 else sheet.TEXT
        found = _places(slide, title, size, footer, lines, say)
        if found.body.height >= _LEAST_BODY:
            break
    return found


def _places(slide: Slide, title: str, size: float, footer: str, lines: int, say: Say) -> Plan:
    high = sheet.height_of(title, sheet.INNER, size, bold=True)
    top = Box(sheet.LEFT, sheet.TITLE_TOP, sheet.INNER, high)
    wide = sheet.INNER - _NUMBER
    footer = sheet.shortened(footer, wide, sheet.FOOT, _FOOT_LINES, "…")
    high = sheet.height_of(footer, wide, sheet.FOOT)
    foot = Box(sheet.LEFT, sheet.FOOTER_BOTTOM - high, wide, high)
    more = say("… (in full in the notes)")
    told = sheet.shortened(slide.footnote, sheet.INNER, sheet.FOOT, lines, more)
    high = sheet.height_of(told, sheet.INNER, sheet.FOOT) if told else 0.0
    basis = Box(sheet.LEFT, foot.top - high, sheet.INNER, high)
    bottom, note = basis.top - sheet.GAP, None
    if slide.note:
        high = sheet.height_of(_note(slide, say), sheet.INNER - 2 * _NOTE_EDGE, sheet.TEXT) + 4
        note = Box(sheet.LEFT, bottom - high, sheet.INNER, high)
        bottom = note.top - sheet.GAP
    start = top.bottom + sheet.GAP
    body = Box(sheet.LEFT, start, sheet.INNER, bottom - start)
    return Plan(size, top, body, note, basis, foot, (title, told, footer))


def _note(slide: Slide, say: Say) -> str:
    return f"{say('Note')}: {slide.note}"


def add_pages(file: File, slide: Slide, footer: str, say: Say) -> list[Page]:
    """Add the pages of a slide and return them; a long table goes on on a second one."""
    places = plan(slide, footer, say)
    held = contents(slide, places.body.height, say)
    added = []
    for number, content in enumerate(held, start=1):
        topic = slide.topic
        if len(held) > 1:
            topic = say("{topic}, {number} of {count}", topic=topic, number=number, count=len(held))
        page = file.slides.add_slide(file.slide_layouts[0])
        _words(page, slide, topic, places, say)
        _standing(page, slide, say)
        _body(page, slide, content, places.body, say)
        _foot(page, places.told[2], len(file.slides), places.footer, say)
        added.append(page)
    return added


def _words(page: Page, slide: Slide, topic: str, places: Plan, say: Say) -> None:
    language = LANGUAGES[say.language]
    shapes = {shape.placeholder_format.idx: shape for shape in page.placeholders}
    names = {
        0: say("Finding"),
        TOPIC: say("Topic"),
        NOTE: say("Note"),
        BASIS: say("Basis and sources"),
    }
    for number, name in names.items():
        shapes[number].name = name
    _fill(shapes[0], run(places.told[0], language, size=places.size), places.title)
    wide = sheet.INNER - _standing_width(slide, say)
    box = Box(sheet.LEFT, sheet.TOPIC_TOP, wide, 26)
    topic = sheet.shortened(topic, wide, sheet.TEXT, 1, "…")
    _fill(shapes[TOPIC], run(topic, language), box)
    if places.note is None:
        shapes[NOTE]._element.getparent().remove(shapes[NOTE]._element)
    else:
        told = run(f"{say('Note')}: ", language, bold=True) + run(slide.note, language)
        _fill(shapes[NOTE], told, places.note)
    if places.told[1]:
        _fill(shapes[BASIS], run(places.told[1], language), places.basis)
    else:
        shapes[BASIS]._element.getparent().remove(shapes[BASIS]._element)


def _fill(shape: Any, runs: str, box: Box) -> None:
    """Put words into a placeholder and set where it stands."""
    body = shape._element.txBody
    for paragraph in body.findall("{*}p"):
        body.remove(paragraph)
    body.append(parse_xml(f"<a:p {NAMES}>{runs}</a:p>"))
    shape.left, shape.top = sheet.emu(box.left), sheet.emu(box.top)
    shape.width, shape.height = sheet.emu(box.width), sheet.emu(box.height)


def _standing_width(slide: Slide, say: Say) -> float:
    if slide.standing is None:
        return 0.0
    return sheet.width_of(standing_of(slide.standing, say), sheet.TEXT, bold=True) + MARK + 24


def _standing(page: Page, slide: Slide, say: Say) -> None:
    """The standing in shape, colour and word, right of the topic."""
    if slide.standing is None:
        return
    language, word = LANGUAGES[say.language], standing_of(slide.standing, say)
    wide = _standing_width(slide, say)
    left = sheet.LEFT + sheet.INNER - wide + 24
    standing_mark(page, slide.standing, Box(left, sheet.TOPIC_TOP + 4, 16, 16), word)
    colour = palette("light").standings[slide.standing]
    told = run(word, language, size=sheet.TEXT, bold=True, colour=colour)
    box = Box(left + MARK, sheet.TOPIC_TOP, wide - MARK - 24, 26)
    words(page, box, say("Standing"), f"<a:p>{told}</a:p>", wrap=False)


def _body(page: Page, slide: Slide, content: Content, body: Box, say: Say) -> None:
    language, top = LANGUAGES[say.language], body.top
    if content.remarks:
        high = remarks_height(content.remarks)
        told = "".join(
            f"<a:p>{run(one, language, size=sheet.TEXT, colour='tx2')}</a:p>"
            for one in content.remarks
        )
        box = Box(body.left, top, body.width, high - sheet.GAP)
        words(page, box, say("How to read it"), told)
        top += high
    if content.chart is not None:
        top += _status_key(page, content, content.chart, Box(body.left, top, body.width, 0), say)
        box = Box(body.left, top, body.width, body.bottom - top)
        add_chart(page, content.chart, box, slide.alt or slide.title, language, say)
    for one in content.tables:
        add_grid(page, one, top, slide.alt or slide.title, language, say)
        top += one.height + sheet.GAP


def _status_key(page: Page, content: Content, chart: Native, line: Box, say: Say) -> float:
    """Add the key of the statuses, beside the unit where it has room; return what it takes."""
    if not content.key:
        return 0.0
    language, pairs = LANGUAGES[say.language], key_words(content.key, say)
    wide = sum(sheet.width_of(letter + word, sheet.TEXT) for letter, _, word in pairs)
    high = sheet.line_height(sheet.TEXT)
    told = "".join(
        run(letter, language, size=sheet.TEXT, colour=colour)
        + run(word, language, size=sheet.TEXT, colour="tx2")
        for letter, colour, word in pairs
    )
    beside = sheet.width_of(chart.unit, sheet.TEXT) + wide + 4 * _NOTE_EDGE <= line.width
    left = line.left + line.width - wide if beside else line.left
    box = Box(left, line.top, min(wide, line.width), high + 2)
    words(page, box, say("Status"), f"<a:p>{told}</a:p>", wrap=False)
    return 0.0 if beside else high + sheet.GAP


def _foot(page: Page, footer: str, number: int, box: Box, say: Say) -> None:
    language = LANGUAGES[say.language]
    name, counted = quoteattr(say("Footer")), quoteattr(say("Slide number"))
    add(
        page,
        f'<p:sp><p:nvSpPr><p:cNvPr id="{next_id(page)}" name={name}/><p:cNvSpPr>'
        '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="ftr" sz="quarter" idx="16"/>'
        f"</p:nvPr></p:nvSpPr><p:spPr><a:xfrm>{frame(box)}</a:xfrm></p:spPr><p:txBody><a:bodyPr/>"
        f"<a:lstStyle/><a:p>{run(footer, language)}</a:p></p:txBody></p:sp>",
    )
    add(
        page,
        f'<p:sp><p:nvSpPr><p:cNvPr id="{next_id(page)}" name={counted}/><p:cNvSpPr>'
        '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="17"/>'
        "</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>"
        '<a:fld id="{5F0C4E0B-6C8A-4E57-9B0D-2B1B9E0D4A01}" type="slidenum">'
        f'<a:rPr lang="{language}"/><a:t>{number}</a:t></a:fld></a:p>'
        "</p:txBody></p:sp>",
    )
