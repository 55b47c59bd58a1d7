"""Grids on pages: as many rows as fit, a long one split evenly."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from plantrack.exports.slides import sheet
from plantrack.exports.slides.grid import Laid


def paged(grids: Sequence[Laid], room: float) -> list[list[Laid]]:
    """Return the grids as pages of at most `room` points; a long one is split evenly."""
    pages: list[list[Laid]] = []
    left = 0.0
    for one in grids:
        for piece in _pieces(one, room):
            if pages and pages[-1] and piece.height + sheet.GAP <= left:
                pages[-1].append(piece)
                left -= piece.height + sheet.GAP
            else:
                pages.append([piece])
                left = room - piece.height
    return pages


def _pieces(one: Laid, room: float) -> list[Laid]:
    count = len(one.heights)
    for pages in range(1, count + 1):
        size = ceil(count / pages)
        found = [one.part(start, start + size) for start in range(0, count, size)]
        if all(piece.height <= room for piece in found) or size == 1:
            return found
    return [one]
