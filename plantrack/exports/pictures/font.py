"""The part of a font a page needs: a TrueType file that draws the letters given, and no others.

Of 630 KB a page of ours uses some 30. Kerning and alternate letters are left out: the letters of
Vietnamese are drawn whole in the font, and its digits are of one width.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from plantrack.charts.render import FONTS

_KEPT: Final = (b"OS/2", b"name", b"prep", b"gasp")
_WORDS, _SCALE, _TWO_SCALES, _MATRIX, _MORE = 0x1, 0x8, 0x40, 0x80, 0x20


@lru_cache(maxsize=64)
def font_with(name: str, letters: str) -> bytes:
    """Return the file `name` of static/fonts, reduced to what draws `letters`.

    A letter the font has not is left to whatever font the reader has.
    """
    tables = _tables((FONTS / name).read_bytes())
    known = _map_of(tables[b"cmap"])
    wanted = {ord(one): known[ord(one)] for one in set(letters) if ord(one) in known}
    glyphs = _outlines(tables)
    order = sorted(_with_parts({0, *wanted.values()}, glyphs))
    place = {old: new for new, old in enumerate(order)}
    return _file(
        {name: tables[name] for name in _KEPT if name in tables}
        | _drawn([_renumbered(glyphs[old], place) for old in order])
        | {
            b"cmap": _cmap({code: place[glyph] for code, glyph in wanted.items()}),
            b"hmtx": b"".join(_width(tables, old) for old in order),
            b"hhea": tables[b"hhea"][:34] + struct.pack(">H", len(order)),
            b"maxp": tables[b"maxp"][:4] + struct.pack(">H", len(order)) + tables[b"maxp"][6:],
            b"head": tables[b"head"][:8] + bytes(4) + tables[b"head"][12:50] + b"\0\1\0\0",
            b"post": b"\0\3\0\0" + tables[b"post"][4:32],
        }
    )


def _tables(font: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack_from(">H", font, 4)
    entries = (struct.unpack_from(">4sIII", font, 12 + 16 * n) for n in range(count))
    return {name: font[at : at + size] for name, _, at, size in entries}


def _map_of(cmap: bytes) -> dict[int, int]:
    """The glyph of each character; of all its forms the font must have the one with runs."""
    (count,) = struct.unpack_from(">H", cmap, 2)
    starts = {struct.unpack_from(">I", cmap, 8 + 8 * n)[0] for n in range(count)}
    start = next(at for at in starts if struct.unpack_from(">H", cmap, at)[0] == 12)
    (runs,) = struct.unpack_from(">I", cmap, start + 12)
    found: dict[int, int] = {}
    for n in range(runs):
        first, last, glyph = struct.unpack_from(">III", cmap, start + 16 + 12 * n)
        found |= {code: glyph + code - first for code in range(first, last + 1)}
    return found


def _outlines(tables: Mapping[bytes, bytes]) -> list[bytes]:
    (count,) = struct.unpack_from(">H", tables[b"maxp"], 4)
    (long,) = struct.unpack_from(">H", tables[b"head"], 50)
    places = struct.unpack_from(f">{count + 1}{'I' if long else 'H'}", tables[b"loca"])
    ends = [place * (1 if long else 2) for place in places]
    return [tables[b"glyf"][ends[n] : ends[n + 1]] for n in range(count)]


def _parts(glyph: bytes) -> Iterable[int]:
    """Yield where in a glyph made of others their numbers stand."""
    if not glyph or struct.unpack_from(">h", glyph)[0] >= 0:
        return
    at, flags = 10, _MORE
    while flags & _MORE:
        (flags,) = struct.unpack_from(">H", glyph, at)
        yield at + 2
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0


def _with_parts(wanted: set[int], glyphs: list[bytes]) -> set[int]:
    found: set[int] = set()
    while wanted:
        found |= wanted
        parts = {_number(glyphs[one], at) for one in wanted for at in _parts(glyphs[one])}
        wanted = parts - found
    return found


def _number(glyph: bytes, at: int) -> int:
    number: int = struct.unpack_from(">H", glyph, at)[0]
    return number


def _renumbered(glyph: bytes, place: Mapping[int, int]) -> bytes:
    copy = bytearray(glyph)
    for at in _parts(glyph):
        struct.pack_into(">H", copy, at, place[_number(glyph, at)])
    return bytes(copy) + bytes(-len(copy) % 4)


def _drawn(glyphs: list[bytes]) -> dict[bytes, bytes]:
    ends = [0]
    for glyph in glyphs:
        ends.append(ends[-1] + len(glyph))
    return {b"glyf": b"".join(glyphs), b"loca": struct.pack(f">{len(ends)}I", *ends)}


def _width(tables: Mapping[bytes, bytes], glyph: int) -> bytes:
    """Advance and bearing; glyphs at the end may share the last advance."""
    (full,) = struct.unpack_from(">H", tables[b"hhea"], 34)
    widths = tables[b"hmtx"]
    if glyph < full:
        return widths[4 * glyph : 4 * glyph + 4]
    bearing = 4 * full + 2 * (glyph - full)
    return widths[4 * full - 4 : 4 * full - 2] + widths[bearing : bearing + 2]


def _cmap(wanted: Mapping[int, int]) -> bytes:
    runs = b"".join(struct.pack(">III", code, code, wanted[code]) for code in sorted(wanted))
    head = struct.pack(">HHIII", 12, 0, 16 + len(runs), 0, len(wanted))
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + head + runs


def _file(tables: Mapping[bytes, bytes]) -> bytes:
    power = len(tables).bit_length() - 1
    head = struct.pack(
        ">IHHHH", 0x10000, len(tables), 16 << power, power, 16 * len(tables) - (16 << power)
    )
    entries, body = b"", b""
    start = 12 + 16 * len(tables)
    for name, content in sorted(tables.items()):
        padded = content + bytes(-len(content) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        entries += struct.pack(">4sIII", name, total, start + len(body), len(content))
        body += padded
    return head + entries + body
