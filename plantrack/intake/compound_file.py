"""The compound file an XLS workbook is kept in: where in it the workbook's stream lies.

The spreadsheet reader follows chains of sectors without asking whether they come back to
themselves; one wrong number and it takes all memory there is, which ends the process. Every chain
it follows is followed here before.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_HEADER: Final = 512
_ENTRY: Final = 128  # bytes of a directory entry
_MINI_SECTOR: Final = 64
_MINI_STREAM_BELOW: Final = 4096  # shorter streams lie in small sectors of their own
_NO_SECTOR: Final = 0xFFFFFFFA  # from here on, numbers say why no sector follows
_SECTOR_SIZES: Final = {9: 512, 12: 4096}
_STREAMS: Final = ("Workbook", "Book")  # since Excel 97, and before


class Damaged(ValueError):
    """A chain of sectors that leads out of the file, or never ends; a record cut off."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    start: int
    length: int


class CompoundFile:
    """Raises `Damaged`, from the first look on, where a chain does not end inside the file."""

    def __init__(self, data: bytes) -> None:
        if len(data) < _HEADER:
            raise Damaged("no header")
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        self._size = _SECTOR_SIZES.get(shift, 0)
        if not self._size or mini_shift != 6:
            raise Damaged("sectors of another size")
        self._sectors = -(-max(len(data) - self._size, 0) // self._size)  # the last may be short
        (directory,) = struct.unpack_from("<I", data, 48)
        mini_fat, _, difat = struct.unpack_from("<3I", data, 60)
        self._fat = self._numbers(self._fat_sectors(difat))
        self._entries = self._directory(directory)
        root = self._entries[0].start
        self._small = list(_chain(root, self._fat))
        self._small_fat = self._numbers(_chain(mini_fat, self._fat))

    def workbook(self) -> list[range] | None:
        """Return where in the file the workbook's stream lies, None where it has none."""
        for name in _STREAMS:
            for entry in self._entries:
                if entry.name == name:
                    return _cut(list(self._pieces(entry)), entry.length)
        return None

    def _pieces(self, entry: _Entry) -> Iterator[range]:
        if entry.length >= _MINI_STREAM_BELOW:
            yield from map(self._place, _chain(entry.start, self._fat))
            return
        for number in _chain(entry.start, self._small_fat):
            sector, within = divmod(number * _MINI_SECTOR, self._size)
            if sector >= len(self._small):
                raise Damaged("a small sector beyond the last one")
            start = self._place(self._small[sector]).start + within
            yield range(start, start + _MINI_SECTOR)

    def _fat_sectors(self, difat: int) -> Iterator[int]:
        """Yield the sectors that say which sector follows each: named in the header, and beyond."""
        named = list(struct.unpack_from("<109I", self._data, 76))
        seen = 0
        while difat < _NO_SECTOR:
            seen += 1
            if seen > self._sectors:
                raise Damaged("a chain without end")
            *more, difat = self._numbers([difat])
            named += more
        used = [number for number in named if number < _NO_SECTOR]
        if len(used) > self._sectors:
            raise Damaged("more sectors than the file has")
        yield from used

    def _directory(self, start: int) -> list[_Entry]:
        places = map(self._place, _chain(start, self._fat))
        content = b"".join(self._data[place.start : place.stop] for place in places)
        whole = range(0, len(content) - _ENTRY + 1, _ENTRY)
        entries = [_entry(content[at : at + _ENTRY]) for at in whole]
        if not entries:
            raise Damaged("no directory")
        return entries

    def _place(self, number: int) -> range:
        start = (number + 1) * self._size
        if number >= self._sectors:
            raise Damaged("a sector beyond the last one")
        return range(start, min(start + self._size, len(self._data)))

    def _numbers(self, sectors: Iterable[int]) -> tuple[int, ...]:
        places = map(self._place, sectors)
        content = b"".join(
            self._data[place.start : place.stop].ljust(self._size, b"\xff") for place in places
        )
        return struct.unpack(f"<{len(content) // 4}I", content)


def _chain(start: int, following: Sequence[int]) -> Iterator[int]:
    number, count = start, 0
    while number < len(following):
        if count >= len(following):
            raise Damaged("a chain without end")
        yield number
        number, count = following[number], count + 1


def _entry(content: bytes) -> _Entry:
    letters = content[:64].decode("utf-16-le", "replace").partition("\0")[0]
    # The upper half of a length may hold anything, and no workbook is that long.
    return _Entry(letters, *struct.unpack_from("<2I", content, 116))


def _cut(places: Iterable[range], length: int) -> list[range]:
    """Return the places of the first `length` bytes."""
    kept: list[range] = []
    for place in places:
        if length <= 0:
            break
        kept.append(place[:length])
        length -= len(place)
    return kept
