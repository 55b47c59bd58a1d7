"""The shared texts of an XLS workbook, read for the runs of letters that stand raised."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from plantrack.intake.compound_file import Damaged
from plantrack.intake.raised import raised

_WIDE, _FAR_EAST, _RUNS = 1, 4, 8
_SUPERSCRIPT: Final = 1
_UNUSED_FONT: Final = 4  # no font has this number: those after the fourth count on from five


def is_raised_font(content: bytes) -> bool:
    """Whether the record of a font says that its letters stand raised."""
    return bool(content[8:10] == struct.pack("<H", _SUPERSCRIPT))


def raised_texts(records: Sequence[bytes], fonts: Sequence[bool]) -> dict[int, str]:
    """Return the texts with raised digits by their number.

    `records` are that of the texts and those that continue it; `fonts`, in the order of the file,
    say which are raised. Raises `Damaged` for what is cut off.
    """
    if not (records and any(fonts)):
        return {}
    numbered = {n + (n >= _UNUSED_FONT): one for n, one in enumerate(fonts)}
    found: dict[int, str] = {}
    try:
        for number, (text, runs) in enumerate(_Strings(records)):
            ends = [*runs, (len(text), 0)]
            parts = [text[: ends[0][0]]]
            for (start, font), (end, _) in pairwise(ends):
                part = text[start:end]
                parts.append(raised(part) if numbered.get(font) else part)
            written = "".join(parts)
            if written != text:
                found[number] = written
    except (struct.error, IndexError) as error:
        raise Damaged("texts cut off") from error
    return found


class _Strings:
    """Yields each text with its runs: where one begins, and its font.

    A text may go on in the next record, where its letters begin with the mark of their width.
    """

    def __init__(self, records: Sequence[bytes]) -> None:
        self._records = records
        self._record, self._at = 0, 8

    def __iter__(self) -> Iterator[tuple[str, list[tuple[int, int]]]]:
        (count,) = struct.unpack_from("<I", self._records[0], 4)
        for _ in range(count):
            length, marks = struct.unpack("<HB", self._bytes(3))
            runs = struct.unpack("<H", self._bytes(2))[0] if marks & _RUNS else 0
            extra = struct.unpack("<I", self._bytes(4))[0] if marks & _FAR_EAST else 0
            text = self._letters(length, wide=bool(marks & _WIDE))
            ends = list(struct.iter_unpack("<HH", self._bytes(4 * runs)))
            self._bytes(extra)
            yield text, ends

    def _left(self) -> int:
        """Return how many bytes the record still has, going on to the next where it has none."""
        while self._at >= len(self._records[self._record]):
            self._record, self._at = self._record + 1, 0
        return len(self._records[self._record]) - self._at

    def _bytes(self, count: int) -> bytearray:
        taken = bytearray()
        while len(taken) < count:
            size = min(self._left(), count - len(taken))
            taken += self._records[self._record][self._at : self._at + size]
            self._at += size
        return taken

    def _letters(self, count: int, *, wide: bool) -> str:
        parts: list[str] = []
        while count:
            if self._at >= len(self._records[self._record]):
                self._left()
                wide = bool(self._bytes(1)[0] & _WIDE)
            size = min(self._left() // (1 + wide), count)
            if not size:
                raise IndexError
            content = self._bytes(size * (1 + wide))
            parts.append(content.decode("utf-16-le" if wide else "latin-1", "replace"))
            count -= size
        return "".join(parts)
