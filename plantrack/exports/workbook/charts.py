"""Charts that can be edited, each beside its data: how far the targets have come, and each path."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

from xlsxwriter.worksheet import Worksheet

from plantrack.deck.footnotes import basis_of, sources_of
from plantrack.exports.workbook.blocks import SMALL, Block, Placed
from plantrack.exports.workbook.book import COLOURS, FIRST_ROW, Book, plain
from plantrack.exports.workbook.chart_lines import path_lines
from plantrack.exports.workbook.gap_chart import gap_block
from plantrack.exports.workbook.path_chart import path_block
from plantrack.exports.workbook.tables import lines_of, row_height, set_widths, write_cells
from plantrack.scorecard import TargetRow
from plantrack.scorecard.telling.slower import late_sentence

_FIRST_WIDTH: Final = 24  # characters
_WIDTH: Final = 11
_CHART: Final = 740  # pixels
_UNDER: Final = 11  # columns of usual width a chart lies over
_ACROSS: Final = 150  # characters across data and chart
_ROW: Final = 20  # pixels
_PAGE: Final = 56  # rows on a printed page
_SCALE: Final = 56  # percent, so that data and chart share the width of a page


def write_charts(book: Book) -> None:
    """Write the distances of all targets, then a path for each target that has one."""
    say, card = book.say, book.material.card
    name = say("Charts")
    sheet = book.sheet(name, late_sentence(card, say))
    blocks = list(_blocks(book, card.ordered))
    columns = max((len(block.headings) for block in blocks), default=1)
    widths = [_FIRST_WIDTH, *[_WIDTH] * (columns - 1)]
    set_widths(sheet, widths)
    sheet.set_print_scale(_SCALE)
    top, page, breaks = FIRST_ROW - 1, 0, []
    for block in blocks:
        height = 4 + max(len(block.rows), math.ceil(block.height / _ROW) + 1)
        if top + height > page + _PAGE and top > FIRST_ROW:
            breaks.append(top)
            page = top
        _write(book, sheet, Placed(name, top, len(block.rows)), block, widths)
        top += height
    sheet.set_h_pagebreaks(breaks)


def _blocks(book: Book, rows: tuple[TargetRow, ...]) -> Iterator[Block]:
    gaps = gap_block(book.material.card, book.say)
    if gaps is not None:
        yield gaps
    for row in rows:
        lines = path_lines(row, book.say)
        if lines:
            yield path_block(row, lines, book.say)


def _write(book: Book, sheet: Worksheet, at: Placed, block: Block, widths: Sequence[int]) -> None:
    """Write the finding, what it rests on, the data, and the chart beside the data."""
    say, sources = book.say, book.material.sources
    basis = f"{basis_of(block.targets, say)} {sources_of(block.targets, sources, say)}"
    _across(book, sheet, at.title, len(widths), block.title, bold=True, font_size=12)
    _across(book, sheet, at.title + 1, len(widths), basis, font_color=COLOURS.muted)
    write_cells(book, sheet, at.header, block.headings, block.rows, widths)
    chart = book.writer.add_chart(block.kind)
    block.draw(chart, at)
    # The title is the cell above: a text of its own that begins with "=" would be a reference.
    chart.set_title(
        {"name": [at.sheet, at.title, 0], "name_font": {**SMALL, "size": 12, "bold": True}}
    )
    chart.set_legend({"position": "bottom", "font": SMALL})
    chart.set_size({"width": _CHART, "height": block.height})
    told = plain(f"{block.title} {basis}").replace("\n", " ")
    options = {"description": told, "object_position": 2, "x_offset": 16}
    sheet.insert_chart(at.header, len(widths), chart, options)


def _across(
    book: Book, sheet: Worksheet, line: int, columns: int, text: str, **looks: object
) -> None:
    """Write a text over data and chart, in as many lines as it needs."""
    style = book.style(text_wrap=True, **looks)
    sheet.merge_range(line, 0, line, columns + _UNDER, "", style)
    sheet.write_string(line, 0, plain(text), style)
    sheet.set_row(line, row_height(lines_of(text, _ACROSS)) + 3)
