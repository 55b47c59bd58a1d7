"""A grid on a slide: a native table, bars over its empty column, marks before its standings."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import quoteattr

from pptx.slide import Slide as Page

from plantrack.charts.native import Native
from plantrack.charts.palette import palette
from plantrack.exports.slides import sheet
from plantrack.exports.slides.chart_style import BARS, solid
from plantrack.exports.slides.charts import add_chart
from plantrack.exports.slides.grid import ABOVE, MARK, PAD, Grid, Laid, indent
from plantrack.exports.slides.shapes import add, frame, next_id, run, standing_mark
from plantrack.exports.slides.sheet import Box, emu
from plantrack.words import Say
from plantrack.words.letters import writable

_TABLE: Final = "http://schemas.openxmlformats.org/drawingml/2006/table"
_PLAIN_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid
_SQUARE: Final = "■ "
_EDGES: Final = ("lnL", "lnR", "lnT", "lnB")


def add_grid(page: Page, one: Laid, top: float, alt: str, language: str, say: Say) -> None:
    """Add a grid at a height; `alt` is the text alternative of its bars."""
    grid = one.grid
    name = say("Table")
    rows = [_row(grid, grid.headings, one.head, language, at=None)]
    rows += [
        _row(grid, cells, height, language, at=at)
        for at, (cells, height) in enumerate(zip(grid.rows, one.heights, strict=True))
    ]
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in one.widths)
    box = Box(sheet.LEFT, top, sum(one.widths), one.height)
    told = quoteattr(writable(alt))
    add(
        page,
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{next_id(page)}" name={quoteattr(name)} '
        f'descr={told}/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        "</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>"
        f"<p:xfrm>{frame(box)}</p:xfrm>"
        f'<a:graphic><a:graphicData uri="{_TABLE}"><a:tbl><a:tblPr firstRow="1">'
        f"<a:tableStyleId>{_PLAIN_STYLE}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{columns}</a:tblGrid>{''.join(rows)}</a:tbl></a:graphicData></a:graphic>"
        "</p:graphicFrame>",
    )
    if grid.bars is not None:
        _bars(page, one, grid.bars, top, alt, language, say)
    _marks(page, one, top)


def _row(grid: Grid, cells: tuple[str, ...], height: float, language: str, at: int | None) -> str:
    made = "".join(_cell(grid, cell, column, language, at=at) for column, cell in enumerate(cells))
    return f'<a:tr h="{emu(height)}">{made}</a:tr>'


def _cell(grid: Grid, text: str, column: int, language: str, *, at: int | None) -> str:
    head, last = at is None, column == len(grid.headings) - 1
    colour = "tx2" if head else "tx1"
    if at is not None and grid.standings and last:
        colour = palette("light").standings[grid.standings[at]]
    bold = head or column == 0 or (bool(grid.standings) and last)
    bold = bold or (at is not None and at == grid.subject)
    paragraphs = "".join(
        f"<a:p>{_swatch(grid, line, language) if head else ''}"
        f"{run(line, language, size=sheet.TEXT, bold=bold, colour=colour) if line else ''}"
        f'<a:endParaRPr lang="{language}" sz="{round(sheet.TEXT * 100)}"/></a:p>'
        for line in text.split("\n")
    )
    line = _line(grid, at)
    sides = "".join(f'<a:{edge} w="0"><a:noFill/></a:{edge}>' for edge in _EDGES[:3])
    left = indent(grid, column) if not head else 0.0
    return (
        f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</a:txBody><a:tcPr marL="{emu(left)}"'
        f' marR="{emu(PAD)}" marT="{emu(ABOVE)}" marB="{emu(ABOVE)}" '
        f'anchor="{"b" if head else "ctr"}">{sides}{line}<a:noFill/></a:tcPr></a:tc>'
    )


def _line(grid: Grid, at: int | None) -> str:
    """The line below a row: heavy below the head and where the places asked for end."""
    heavy = at is None or (grid.above is not None and at + 1 == grid.above)
    width, colour = (1.5, "accent5") if heavy else (0.75, "accent4")
    return f'<a:lnB w="{emu(width)}">{solid(colour)}</a:lnB>'


def _swatch(grid: Grid, heading: str, language: str) -> str:
    role = grid.key.get(heading)
    if role is None:
        return ""
    return run(_SQUARE, language, size=sheet.TEXT, bold=True, colour=BARS[role])


def _bars(
    page: Page, one: Laid, bars: Native, top: float, alt: str, language: str, say: Say
) -> None:
    left = sheet.LEFT + sum(one.widths[: one.grid.place])
    width = one.widths[one.grid.place] - PAD
    box = Box(left, top + one.head, width, sum(one.heights))
    add_chart(page, bars, box, alt, language, say)


def _marks(page: Page, one: Laid, top: float) -> None:
    grid = one.grid
    if not grid.standings:
        return
    left = sheet.LEFT + sum(one.widths[:-1])
    y = top + one.head
    size = MARK - 10
    for standing, row, height in zip(grid.standings, grid.rows, one.heights, strict=True):
        box = Box(left + 2, y + (height - size) / 2, size, size)
        standing_mark(page, standing, box, row[-1])
        y += height
