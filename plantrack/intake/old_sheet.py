"""The records of one sheet of an XLS workbook, and what they say about its cells."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from plantrack.intake.cells import MAX_CELLS, MAX_COLUMNS, MAX_MERGES
from plantrack.intake.compound_file import Damaged
from plantrack.intake.package_marks import SheetMarks

BOF: Final = 0x0809
EOF: Final = 0x000A
_DIMENSIONS: Final = 0x0200
_ROW: Final = 0x0208
_COLUMNS: Final = 0x007D
_MERGES: Final = 0x00E5
_FORMULA: Final = 0x0006
_SHARED_TEXT: Final = 0x00FD
_BOOLEAN_OR_ERROR: Final = 0x0205
_SEVERAL_NUMBERS: Final = 0x00BD
_RICH_TEXT: Final = 0x00D6  # before Excel 97, and unknown to the spreadsheet reader
_CELLS: Final = frozenset({0x0203, 0x0204, 0x027E, _SHARED_TEXT, _FORMULA, _BOOLEAN_OR_ERROR})
_HIDDEN_ROW: Final = 0x20
_MAX_RECORDS: Final = 2 * MAX_CELLS  # a sheet has a few for each row beside those of its cells
Record = tuple[int, int, bytes]  # kind, where it begins in the stream, content


class TooLarge(Exception):
    """More records than any table of figures has."""


@dataclass(slots=True)
class Records:
    """The records of a stream; `read` counts all that were looked at."""

    stream: bytes
    read: int = 0

    def since(self, at: int) -> Iterator[Record]:
        """Yield the records from `at` on; raises `Damaged` where the stream ends before an EOF."""
        stream, end = self.stream, len(self.stream)
        while at + 4 <= end:
            kind, length = struct.unpack_from("<HH", stream, at)
            start, following = at + 4, at + 4 + length
            if following > end:
                break
            self.read += 1
            if self.read > _MAX_RECORDS:
                raise TooLarge
            yield kind, at, stream[start:following]
            at = following
        raise Damaged("a record cut off")


@dataclass(slots=True)
class OldSheet:
    """`unseen`: where records begin that the spreadsheet reader must not meet."""

    marks: SheetMarks = field(default_factory=SheetMarks)
    unseen: list[int] = field(default_factory=list)


def old_sheet(
    records: Iterable[Record], percents: frozenset[int], texts: Mapping[int, str]
) -> OldSheet:
    """Return what the records of a sheet say.

    `percents` are the cell formats that show one, `texts` the shared texts with raised digits.
    Raises `Damaged` for what cannot be read.
    """
    sheet = OldSheet()
    depth = 0
    try:
        for kind, at, content in records:
            if kind == BOF:
                depth += 1
            if depth != 1 or kind == _DIMENSIONS:  # the records of a chart, or a mere claim
                sheet.unseen.append(at)
            elif kind == EOF:
                return sheet
            else:
                _note(sheet.marks, kind, content, percents)
                if texts and kind == _SHARED_TEXT:
                    row, column, number = struct.unpack_from("<2H2xI", content)
                    if number in texts:
                        sheet.marks.raised[row, column] = texts[number]
            if kind == EOF:
                depth -= 1
    except struct.error as error:
        raise Damaged("a record that is too short") from error
    raise Damaged("no end")


def _note(marks: SheetMarks, kind: int, content: bytes, percents: frozenset[int]) -> None:
    if kind in _CELLS:
        row, column, style = struct.unpack_from("<3H", content)
        _cell(marks, row, column)
        if style in percents:
            marks.percents.add((row, column))
        if kind == _FORMULA:
            marks.formulas.add((row, column))
            value, special = content[6], content[12:14] == b"\xff\xff"
            if special and value == 2:
                marks.errors.add((row, column))
        elif kind == _BOOLEAN_OR_ERROR and content[7:8] == b"\x01":
            marks.errors.add((row, column))
    elif kind == _SEVERAL_NUMBERS:
        row, column = struct.unpack_from("<2H", content)
        for number, (style, _) in enumerate(struct.iter_unpack("<HI", content[4:-2])):
            _cell(marks, row, column + number)
            if style in percents:
                marks.percents.add((row, column + number))
    elif kind == _ROW:
        row, flags = struct.unpack_from("<H10xH", content)
        if flags & _HIDDEN_ROW:
            marks.hidden_rows.add(row)
    elif kind == _COLUMNS:
        first, last, flags = struct.unpack_from("<2H4xH", content)
        if flags & 1:
            marks.hidden_columns.update(range(first, min(last + 1, MAX_COLUMNS)))
    elif kind == _MERGES:
        for top, bottom, left, right in struct.iter_unpack("<4H", content[2:]):
            marks.merges.append((top, left, bottom, right))
        if len(marks.merges) > MAX_MERGES:
            raise TooLarge
    elif kind == _RICH_TEXT:
        raise Damaged("a text in a form only old programs write")


def _cell(marks: SheetMarks, row: int, column: int) -> None:
    marks.cells += 1
    marks.last_row = max(marks.last_row, row + 1)
    marks.last_column = max(marks.last_column, column + 1)
