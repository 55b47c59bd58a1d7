"""Worksheet rows about which there is nothing to tell but how far they reach.

A large sheet has thousands of them, and without their digits they are alike: what such a row holds
is read once for all that look the same. Deleting digits hides no tag and no attribute, so all that
a row may hold can be seen in what is left of it.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from plantrack.intake.package_marks import position

_ROW: Final = b"<row "
_PIECE: Final = 2**18  # bytes looked at together
_LONGEST: Final = 2**22  # so much without a row beginning is no large table
_KEPT: Final = 4_096  # shapes; where there are more, texts stand in the rows themselves
_DIGITS: Final = b"0123456789"
_MOST_DIGITS: Final = 7  # of a row's number
_CAPITALS: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ALL_AN_A: Final = bytes.maketrans(_CAPITALS, b"A" * len(_CAPITALS))
# Without digits: cells of numbers and texts, none of them an error, none with a formula.
_CELL: Final = (
    rb'<c r="[A-Z]{1,2}"(?: (?:s|cm|vm)=""| t="(?:s|n|b|d|str|inlineStr)")*'
    rb'(?:/>|>(?:<v>[^<]*</v>|<is><t(?: xml:space="preserve")?>[^<]*</t></is>)?</c>)'
)
_PLAIN: Final = re.compile(
    rb'r=""(?: (?!hidden)[A-Za-z:]+="[^"<]*")*(?:/>|>(?:' + _CELL + rb")*</row>)\s*"
)
_COLUMN: Final = re.compile(rb'<c r="([A-Z]+)"')


class Extent(NamedTuple):
    """The last row and the last column there is anything in, as counts."""

    last_row: int = 0
    last_column: int = 0


def without_plain_rows(sheet: bytes, percents: frozenset[str]) -> tuple[bytes, Extent]:
    """Return what else a well-formed worksheet says, and how far its plain rows reach.

    Comments, CDATA and instructions are among what is returned; where there are any, rows may be
    no rows. `percents` are the styles that show percentages, which is worth telling of.
    """
    rows = _PlainRows(percents)
    at = sheet.find(_ROW)
    others, size = [sheet[: max(at, 0)]], 0
    while 0 <= at < len(sheet):
        end = sheet.find(_ROW, at + _PIECE)
        end = len(sheet) if end < 0 else end
        if end - at > _LONGEST or 4 * size > len(sheet):
            return sheet, Extent()  # hardly a row is plain
        others.append(rows.taken_out_of(sheet[at:end]))
        size += len(others[-1])
        at = end
    return b"".join(others), rows.extent


class _PlainRows:
    """The plain rows of one sheet, taken out of it piece by piece."""

    def __init__(self, percents: frozenset[str]) -> None:
        self.extent = Extent()
        self._percents = [b' s="%b"' % style.encode() for style in percents]
        self._shapes = _Shapes()

    def taken_out_of(self, piece: bytes) -> bytes:
        """Return the other rows of a piece that begins with a row and ends before one.

        A row of a plain shape is what it looks like when its number is one, each of its cells
        names it, and none is a percentage: then no digit stands where it makes another name.
        """
        rows = piece.translate(_ALL_AN_A).split(_ROW)
        shapes = list(map(self._shapes.__getitem__, piece.translate(None, _DIGITS).split(_ROW)))
        if len(shapes) != len(rows):
            return piece
        last_row, last_column = self.extent
        others: list[int] = []
        for index, (row, shape) in enumerate(zip(rows, shapes, strict=True)):
            if shape is None:
                others.append(index)
                continue
            number = row[3 : row.find(b'"', 3)]
            cells = row.count(b'<c r="A' + number + b'"')
            if cells < shape.cells:
                cells += row.count(b'<c r="AA' + number + b'"')
            if (
                cells < shape.cells
                or not number.isdigit()
                or len(number) > _MOST_DIGITS
                or (shape.styled and any(style in row for style in self._percents))
            ):
                others.append(index)
                continue
            last_row = max(last_row, int(number))
            last_column = max(last_column, shape.last_column)
        self.extent = Extent(last_row, last_column)
        written = piece.split(_ROW) if len(others) > 1 else [b""]
        return _ROW.join([written[index] for index in others])


class _Shape(NamedTuple):
    """What plain rows that differ only in their digits have in common."""

    cells: int
    last_column: int
    styled: bool


class _Shapes(dict[bytes, _Shape | None]):
    """Shapes of rows by what is left of them without digits; None = not plain."""

    def __missing__(self, left: bytes) -> _Shape | None:
        shape = None
        if _PLAIN.fullmatch(left):
            columns = _COLUMN.findall(left)
            last = max((position(f"{one.decode()}1")[1] + 1 for one in columns), default=0)
            shape = _Shape(len(columns), last, b' s="' in left)
        if len(left) < _PIECE // 64 and len(self) < _KEPT:
            self[left] = shape
        return shape
