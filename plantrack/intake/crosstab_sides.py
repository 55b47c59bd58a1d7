"""Tables side by side, which at first sight are one: where labels begin anew among the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from plantrack.intake.cells import EMPTY, Cell, Kind, Sheet
from plantrack.intake.crosstab import Block, find_blocks
from plantrack.intake.crosstab_columns import COUNTING
from plantrack.intake.crosstab_header import LABEL_WORDS, is_value
from plantrack.intake.headings import read_heading
from plantrack.intake.matching import folded
from plantrack.intake.places import PLACE_WORDS
from plantrack.intake.unit_words import is_unit

_LOOKED_AT: Final = 60  # rows


def blocks_of(sheet: Sheet) -> tuple[Block, ...]:
    """Return the tables of a sheet from top to bottom, those side by side from left to right."""
    return tuple(part for block in find_blocks(sheet) for part in _sides(block))


def _sides(block: Block) -> tuple[Block, ...]:
    starts = [0, *_starts(block)]
    if len(starts) == 1:
        return (block,)
    parts = list(pairwise([*starts, block.width]))
    views = (_view(block, part, parts) for part in parts)
    return tuple(found for view in views for found in find_blocks(view)) or (block,)


def _starts(block: Block) -> Iterator[int]:
    """Yield the columns in which another table begins, its numbering included."""
    for column in range(block.labels_end + 1, block.width - 1):
        if _labels_rows(block, column) and any(
            _has_figures(block, c) for c in range(column + 1, block.width)
        ):
            counted = _names(block, column - 1) & COUNTING
            yield column - 1 if counted else column


def _labels_rows(block: Block, column: int) -> bool:
    """Whether a column among those of figures names what the columns after it are about."""
    cells = [cell for cell in _body(block, column) if not cell.empty]
    if not cells:
        return False
    if _names(block, column) & (LABEL_WORDS | PLACE_WORDS):
        dated = all(read_heading(cell) is not None for cell in cells)
        return dated or any(_is_label(cell) for cell in cells)
    apart = all(cell.empty for cell in _body(block, column - 1)) and not _names(block, column - 1)
    return apart and sum(map(_is_label, cells)) > len(cells) / 2


def _body(block: Block, column: int) -> list[Cell]:
    return [block.sheet.cell(r, column) for r in block.body[:_LOOKED_AT]]


def _names(block: Block, column: int) -> set[str]:
    return {folded(block.sheet.cell(r, column).text) for r in block.header} - {""}


def _is_label(cell: Cell) -> bool:
    text = cell.text if cell.kind is Kind.TEXT else ""
    words = any(sign.isalpha() for sign in text)
    return words and not is_value(cell) and not is_unit(text) and read_heading(cell) is None


def _has_figures(block: Block, column: int) -> bool:
    return any(is_value(cell) for cell in _body(block, column))


def _view(block: Block, part: tuple[int, int], parts: Sequence[tuple[int, int]]) -> Sheet:
    """Return the sheet with nothing on it but one part of a block; places stay as they are.

    A title over one part alone may be meant for all; where several have one, each has its own.
    """
    rows: list[tuple[Cell, ...]] = []
    for r, row in enumerate(block.sheet.rows):
        title = block.first_title <= r < block.header.start
        if not block.first_title <= r <= block.last:
            rows.append(())
        elif title and sum(any(not c.empty for c in row[a:b]) for a, b in parts) < 2:
            rows.append(row)
        else:
            first, stop = part
            rows.append((EMPTY,) * min(first, len(row)) + row[first:stop])
    return replace(block.sheet, rows=tuple(rows))
