"""An XLS workbook, checked and marked before the spreadsheet reader sees it.

That reader gives errors as empty cells, formulas as their last result, percentages as fractions
and hidden rows like the others; it reserves memory for whatever extent a record claims, and takes
the numbers a chart keeps for cells of the sheet the chart stands on. Records it must not meet are
renamed in the copy it is given.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from plantrack.intake.cells import sheet_too_large
from plantrack.intake.compound_file import CompoundFile, Damaged
from plantrack.intake.findings import Finding, Place, found
from plantrack.intake.number_formats import BUILT_IN_PERCENT, shows_percent
from plantrack.intake.old_sheet import BOF, EOF, Records, TooLarge, old_sheet
from plantrack.intake.old_strings import is_raised_font, raised_texts
from plantrack.intake.package_marks import SheetMarks, too_large

_FILE: Final = Place()
_PASSWORD: Final = 0x002F
_FORMAT: Final = 0x041E
_CELL_FORMAT: Final = 0x00E0
_SHEET: Final = 0x0085
_STRINGS: Final = 0x00FC
_CONTINUED: Final = 0x003C
_FONT: Final = 0x0031
_SHORTEST_STRING: Final = 3  # bytes
_SINCE_97: Final = 0x0600
_UNNAMED: Final = b"\xff\x1f"  # a kind of record that nothing writes and nothing reads


@dataclass(frozen=True, slots=True)
class OldWorkbook:
    """`marks` has one item for each sheet, None for a chart or a macro; `content` is to be read."""

    content: bytes
    marks: Sequence[SheetMarks | None]
    formats_known: bool


def check_old_workbook(data: bytes) -> OldWorkbook | Finding:
    """Return what the records say, or why the workbook must not be opened."""
    try:
        pieces = CompoundFile(data).workbook()
        if pieces is None:
            return found("not_what_its_name_says", _FILE, extension=".xls")
        return _checked(data, pieces)
    except TooLarge:
        return sheet_too_large()
    except (Damaged, struct.error, IndexError):
        return found("file_damaged", _FILE)


def _checked(data: bytes, pieces: Sequence[range]) -> OldWorkbook | Finding:
    stream = b"".join(data[piece.start : piece.stop] for piece in pieces)
    records = Records(stream)
    book = _Globals()
    for kind, _, content in records.since(0):
        if kind == _PASSWORD:
            return found("file_encrypted", _FILE)
        if kind == EOF:
            break
        book.note(kind, content, len(stream))
    percents = book.percents
    texts = raised_texts(book.strings, book.fonts)
    marks: list[SheetMarks | None] = []
    unseen: list[int] = []
    for start, of_cells in book.sheets:
        if not of_cells:
            marks.append(None)
            continue
        sheet = old_sheet(records.since(start), percents, texts)
        marks.append(sheet.marks)
        unseen += sheet.unseen
    refusal = too_large([one for one in marks if one is not None])
    if refusal is not None:
        return refusal
    return OldWorkbook(_without(unseen, data, pieces), tuple(marks), bool(book.cell_formats))


@dataclass(slots=True)
class _Globals:
    """What stands before the sheets: where each begins, the formats of cells, fonts and texts."""

    sheets: list[tuple[int, bool]] = field(default_factory=list)
    cell_formats: list[int] = field(default_factory=list)
    fonts: list[bool] = field(default_factory=list)  # whether each is raised
    strings: list[bytes] = field(default_factory=list)  # the record of the texts and those after it
    _percent_formats: set[int] = field(default_factory=lambda: set(BUILT_IN_PERCENT))
    _version: int = 0
    _kind: int = 0  # of the record before

    def note(self, kind: int, content: bytes, size: int) -> None:
        if kind == BOF:
            (self._version,) = struct.unpack_from("<H", content)
        elif kind == _SHEET:
            start, _, what = struct.unpack_from("<I2B", content)
            self.sheets.append((start, what == 0))
        elif kind == _CELL_FORMAT:
            self.cell_formats.append(struct.unpack_from("<2xH", content)[0])
        elif kind == _FORMAT and shows_percent(self._code(content)):
            self._percent_formats.add(struct.unpack_from("<H", content)[0])
        elif kind == _STRINGS:
            (count,) = struct.unpack_from("<4xI", content)
            if count * _SHORTEST_STRING > size:  # room for all of them would be reserved
                raise Damaged("more texts than the file can hold")
            self.strings.append(content)
        elif kind == _CONTINUED and self._kind == _STRINGS:
            self.strings.append(content)
            return  # and so may the next
        elif kind == _FONT:
            self.fonts.append(is_raised_font(content))
        self._kind = kind

    @property
    def percents(self) -> frozenset[int]:
        """The cell formats, by their number, that show a percentage."""
        numbered = enumerate(self.cell_formats)
        return frozenset(n for n, number in numbered if number in self._percent_formats)

    def _code(self, content: bytes) -> str:
        if self._version < _SINCE_97:
            return content[3:].decode("latin-1")
        wide = content[4] & 1
        return content[5:].decode("utf-16-le" if wide else "latin-1", "replace")


def _without(unseen: Sequence[int], data: bytes, pieces: Sequence[range]) -> bytes:
    """Return the file with the records that begin at these places of the stream renamed."""
    if not unseen:
        return data
    changed, size = bytearray(data), len(pieces[0])
    for at in unseen:
        for offset, byte in enumerate(_UNNAMED, start=at):
            changed[pieces[offset // size][offset % size]] = byte
    return bytes(changed)
