"""Files made to break a reader, as bytes."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from tests.intake.files import old_workbook, open_document, record
from tests.intake.reading import ENGLISH, sheet
from tests.intake.test_workbook import (
    GOOD,
    HEADER,
    LITERACY,
    OLD_OFFICE,
    in_sheet,
    packed,
    repacked,
)

MEGABYTE = 2**20
_BLANKS = b" " * MEGABYTE


def _deflated(size: int) -> bytes:
    """Return `size` megabytes of blanks as a raw deflate stream of a thousandth of that."""
    packer = zlib.compressobj(1, zlib.DEFLATED, -15)
    return b"".join(packer.compress(_BLANKS) for _ in range(size)) + packer.flush()


def bomb_that_lies(megabytes: int = 320) -> bytes:
    """A worksheet that declares 100 bytes and unpacks to hundreds of megabytes."""
    stream = _deflated(megabytes)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, stream if name.endswith("sheet1.xml") else old.read(name))
    data = bytearray(out.getvalue())
    for signature, method_at, sizes_at in ((b"PK\x03\x04", 8, 18), (b"PK\x01\x02", 10, 20)):
        at = data.find(signature)
        while at >= 0:
            (size,) = struct.unpack_from("<I", data, at + sizes_at)
            if size == len(stream):
                struct.pack_into("<H", data, at + method_at, zipfile.ZIP_DEFLATED)
                struct.pack_into("<II", data, at + sizes_at, size, 100)
            at = data.find(signature, at + 4)
    return bytes(data)


def entities() -> bytes:
    levels = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 12))
    doctype = b'<!DOCTYPE worksheet [<!ENTITY e0 "lol">' + levels + b"]>"
    return in_sheet(b"<worksheet", doctype + b"<worksheet")


def deep(levels: int = 1_000_000) -> bytes:
    return in_sheet(b"<sheetData>", b"<a>" * levels + b"<sheetData>")


def blank_rows(count: int = 1_000_000) -> bytes:
    rows = b"".join(b'<row r="%d"/>' % n for n in range(3, count))
    return in_sheet(b"</sheetData>", rows + b"</sheetData>")


def blank_cells(columns: int = 10_000) -> bytes:
    return sheet((*HEADER, *[""] * 3), LITERACY, tuple("x" for _ in range(columns)))


def strings(count: int = 1_500_000) -> bytes:
    """Shared strings nobody refers to, just below what a workbook may unpack to."""

    def change(name: str, content: bytes) -> bytes:
        many = b"<si><t>" + b"a" * 40 + b"</t></si>"
        end = b"</sst>"
        return content.replace(end, many * count + end) if "sharedStrings" in name else content

    return repacked(GOOD, change)


def styles(count: int = 1_500_000) -> bytes:
    def change(name: str, content: bytes) -> bytes:
        end = b"</cellXfs>"
        return (
            content.replace(end, b'<xf numFmtId="9"/>' * count + end)
            if "styles" in name
            else content
        )

    return repacked(GOOD, change)


def merges(count: int = 300_000) -> bytes:
    merged = b"".join(b'<mergeCell ref="A%d:B%d"/>' % (n, n) for n in range(1, count))
    return in_sheet(b"</sheetData>", b"</sheetData><mergeCells>" + merged + b"</mergeCells>")


def cells_in_one_place(count: int = 1_500_000) -> bytes:
    return in_sheet(
        b"</row></sheetData>", b'<c r="D2"><v>1</v></c>' * count + b"</row></sheetData>"
    )


def attributes(count: int = 2_000_000, *, value: bytes = b"") -> bytes:
    """One cell with more attributes than there are cells in any table."""
    many = b"".join(b'a%d="%s" ' % (n, value) for n in range(count))
    return in_sheet(b'<c r="D2"', b"<c " + many + b'r="D2"')


def long_text(megabytes: int = 95) -> bytes:
    text = b"x" * (megabytes * MEGABYTE)
    row = b'<row r="3"><c r="A3" t="inlineStr"><is><t>' + text + b"</t></is></c></row>"
    return in_sheet(b"</sheetData>", row + b"</sheetData>")


def long_string(megabytes: int = 95) -> bytes:
    def change(name: str, content: bytes) -> bytes:
        text = b"<si><t>" + b"x" * (megabytes * MEGABYTE) + b"</t></si></sst>"
        return content.replace(b"</sst>", text) if "sharedStrings" in name else content

    return repacked(GOOD, change)


def in_open_document(inside: bytes, count: int) -> bytes:
    document = open_document((("Chỉ tiêu", "Năm 2026"), ("GRDP/người", 70.5)))

    def change(name: str, content: bytes) -> bytes:
        begin = b"<text:p>"
        more = content.replace(begin, begin + inside * count, 1)
        return more if name == "content.xml" else content

    return repacked(document, change)


def parts(count: int = 30_000) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for number in range(count):
            package.writestr(f"xl/worksheets/sheet{number}.xml", b"")
    return out.getvalue()


def old_office(size: int = MEGABYTE) -> bytes:
    return OLD_OFFICE + b"\xff" * size


TABLE = ENGLISH.encode() + b"\n"
SCRIPT = "<script>alert(1)</script>"
LABELS = "\n".join(
    [ENGLISH, f"{SCRIPT},,2026,1,%,,", '=HYPERLINK("http://x"),,2026,1,%,,', "@SUM(1),,2026,1,%,,"]
).encode()


FILES: dict[str, Callable[[], tuple[str, bytes]]] = {
    "zip bomb": lambda: ("a.xlsx", packed({"xl/workbook.xml": b"<a/>", "xl/a": _BLANKS * 101})),
    "zip bomb that lies about its size": lambda: ("a.xlsx", bomb_that_lies()),
    "truncated workbook": lambda: ("a.xlsx", GOOD[: len(GOOD) // 2]),
    "encrypted workbook": lambda: ("a.xlsx", OLD_OFFICE + "EncryptedPackage".encode("utf-16-le")),
    "entities": lambda: ("a.xlsx", entities()),
    "nested elements": lambda: ("a.xlsx", deep()),
    "a million blank rows": lambda: ("a.xlsx", blank_rows()),
    "ten thousand columns": lambda: ("a.xlsx", blank_cells()),
    "shared strings": lambda: ("a.xlsx", strings()),
    "styles": lambda: ("a.xlsx", styles()),
    "merged cells": lambda: ("a.xlsx", merges()),
    "one cell again and again": lambda: ("a.xlsx", cells_in_one_place()),
    "attributes": lambda: ("a.xlsx", attributes()),
    "attributes that look like ends": lambda: ("a.xlsx", attributes(value=b">")),
    "a text of 95 MB in a cell": lambda: ("a.xlsx", long_text()),
    "a text of 95 MB among the strings": lambda: ("a.xlsx", long_string()),
    "comments": lambda: (
        "a.xlsx",
        in_sheet(b"<sheetData>", b"<!-- -->" * 5_000_000 + b"<sheetData>"),
    ),
    "elements nobody knows": lambda: (
        "a.xlsx",
        in_sheet(b"<sheetData>", b"<x/>" * 8_000_000 + b"<sheetData>"),
    ),
    "elements within a text": lambda: ("a.ods", in_open_document(b"<text:s/>", 3_000_000)),
    "a text of 95 MB in an open document": lambda: (
        "a.ods",
        in_open_document(b"x" * MEGABYTE, 95),
    ),
    "records of no kind": lambda: (
        "a.xls",
        old_workbook((), more=record(0x1FFF, b"") * 1_600_000),
    ),
    "a page of cells": lambda: ("a.html", b"<table>" + (b"<tr>" + b"<td>1" * 90) * 11_000),
    "a text of cells": lambda: ("a.csv", (b",".join([b"1"] * 99) + b"\n") * 99_000),
    "many parts": lambda: ("a.xlsx", parts()),
    "a long cell": lambda: ("a.xlsx", sheet(HEADER, ("x" * 32_000, "", 2026, 1, "%"))),
    "a cell of a megabyte": lambda: ("a.csv", TABLE + b"x" * MEGABYTE + b",,2026,1,%,,\n"),
    "a quotation mark never closed": lambda: ("a.csv", TABLE + b'"' + b"a,b\n" * MEGABYTE),
    "a line of separators": lambda: ("a.csv", b"," * (8 * MEGABYTE)),
    "nothing but lines": lambda: ("a.csv", b"\n" * (8 * MEGABYTE) + b"x"),
    "nothing but short rows": lambda: ("a.csv", TABLE + b"a,b\n" * MEGABYTE),
    "bytes that are no text": lambda: ("a.csv", bytes(range(256)) * 4096),
    "labels that are programs": lambda: ("a.csv", LABELS),
    "PDF renamed": lambda: ("a.xlsx", b"%PDF-1.7\n" + b"0" * MEGABYTE),
    "old Office file of nothing": lambda: ("a.xls", old_office()),
    "a page of one tag": lambda: ("a.html", b"<table " + b"a=1 " * 3_000_000 + b">"),
    "a page of tags without end": lambda: ("a.html", b"<table " + b"<" * 4 * MEGABYTE),
    "a page of comments without end": lambda: ("a.html", b"<table><!--" * 1_000_000),
    "a page renamed": lambda: ("a.xls", f"<html><table><tr><td>{SCRIPT}".encode() * 10_000),
}
"""Each by what it does: the name it comes under, its bytes."""
