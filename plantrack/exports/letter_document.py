"""A letter as a document of Word (.docx), the file a Vietnamese office edits, signs and sends.

WordprocessingML in its smallest form, written with the standard library: a letter needs
paragraphs and two kinds of table, which is no reason for another package. Margins, font and
sizes are those of Decree 30/2020/NĐ-CP, annex I.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Final
from xml.sax.saxutils import escape

from plantrack.stewardship.letter import Letter
from plantrack.words.letters import writable

_NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OPEN: Final = "http://schemas.openxmlformats.org"
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS: Final = {
    "[Content_Types].xml": (
        f'{_XML}<Types xmlns="{_OPEN}/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{_XML}<Relationships xmlns="{_OPEN}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OPEN}/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    ),
}
# Twentieths of a point: A4, 20 mm above, below and right, 30 mm left.
_PAGE: Final = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" '
    'w:bottom="1134" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
)
_WIDTH: Final = 9071
_HALVES: Final = (4071, 5000)
_COLUMNS: Final = (620, 2350, 1100, 900, 2951, 1150)
_BODY, _SMALL = 28, 24  # half points
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)  # the same letter gives the same file


def letter_docx(letter: Letter) -> bytes:
    """Return the letter as a .docx file."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in {**_PARTS, "word/document.xml": _document(letter)}.items():
            package.writestr(zipfile.ZipInfo(name, _FIRST_DAY), text)
    return content.getvalue()


def _document(letter: Letter) -> str:
    parts = [_head(letter), _paragraph("")]
    parts += [_addressed(one, first=place == 0) for place, one in enumerate(letter.addressed)]
    parts += [_paragraph(""), _paragraph(letter.opening, align="both")]
    for group in letter.groups:
        parts += [_paragraph(group.title, bold=True), _rows(letter.headings, group.rows)]
    parts += [_paragraph(""), *(_paragraph(one, align="both") for one in letter.closing)]
    parts += [_paragraph(""), _foot(letter)]
    # Word asks for a paragraph after the last table.
    body = "".join([*parts, _paragraph(""), _PAGE])
    return f'{_XML}<w:document xmlns:w="{_NAMESPACE}"><w:body>{body}</w:body></w:document>'


def _head(letter: Letter) -> str:
    """The office and the number on the left, the state, place and day on the right."""
    above, office = letter.sender[:-1], letter.sender[-1]
    left = [_paragraph(one, align="center", size=_SMALL) for one in above]
    left += [_paragraph(office, align="center", bold=True, size=_SMALL)]
    left += [
        _paragraph(one, align="center", size=_SMALL) for one in (letter.number, letter.subject)
    ]
    right = [_paragraph(one, align="center", bold=True, size=_SMALL) for one in letter.state]
    right += [_paragraph(letter.place_and_day, align="center", italic=True, size=_SMALL)]
    return _table(_HALVES, [(left, right)], lines=False)


def _addressed(name: str, *, first: bool) -> str:
    return _paragraph(name, align="center", bold=first)


def _rows(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = [[_paragraph(one, align="center", bold=True, size=_SMALL)] for one in headings]
    body = [[[_paragraph(cell, size=_SMALL)] for cell in row] for row in rows]
    return _table(_COLUMNS, [head, *body], lines=True)


def _foot(letter: Letter) -> str:
    head, *others = letter.receivers
    left = [_paragraph(head, bold=True, italic=True, size=_SMALL)]
    left += [_paragraph(one, size=_SMALL) for one in others]
    title, *rest = letter.signature
    right = [_paragraph(title, align="center", bold=True)]
    right += [_paragraph(one, align="center", italic=True) for one in rest]
    return _table(_HALVES, [(left, right)], lines=False)


def _paragraph(
    text: str, *, align: str = "left", bold: bool = False, italic: bool = False, size: int = _BODY
) -> str:
    marks = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    run = f'<w:rPr>{font}{marks}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    return (
        f'<w:p><w:pPr><w:spacing w:before="40" w:after="40"/><w:jc w:val="{align}"/></w:pPr>'
        f'<w:r>{run}<w:t xml:space="preserve">{escape(writable(text))}</w:t></w:r></w:p>'
    )


def _table(widths: Sequence[int], rows: Iterable[Sequence[Sequence[str]]], *, lines: bool) -> str:
    """Return a table whose cells are lists of paragraphs; `widths` in twentieths of a point."""
    line = "single" if lines else "nil"
    sides = "".join(
        f'<w:{side} w:val="{line}" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(cell)}</w:tc>'
            for width, cell in zip(widths, row, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblBorders>{sides}'
        f'</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{body}</w:tbl>"
    )
