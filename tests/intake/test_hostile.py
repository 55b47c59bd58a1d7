"""Files made to harm: each ends in a finding, quickly, and nothing in it is run."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from tests.intake.files import open_document, page, text, workbook
from tests.intake.test_layouts import codes, figures, read
from tests.intake.test_workbook import GOOD, OLD_OFFICE, in_sheet, packed, repacked

SECONDS = 2  # of processor time
ROW = ("Chỉ tiêu", "Đơn vị", "Năm 2026")
PARTS = {"xl/workbook.xml": b"<workbook/>", "xl/media/a.bin": b" " * (101 * 2**20)}
ROOT = b"<office:document-content"
LAUGHS = b"".join(
    b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10 if n else b"ha") for n in range(9)
)


def in_open_document(old: bytes, new: bytes) -> bytes:
    def change(name: str, content: bytes) -> bytes:
        return content.replace(old, new) if name == "content.xml" else content

    return repacked(open_document((ROW, ("GRDP/người", "triệu đồng", 70.5))), change)


def million_blank_rows() -> bytes:
    sheet = b"".join(b'<row r="%d"><c r="A%d"/></row>' % (n, n) for n in range(1, 1_000_001))
    return in_sheet(b"</sheetData>", sheet + b"</sheetData>")


def locked() -> bytes:
    data = bytearray(GOOD)
    with zipfile.ZipFile(io.BytesIO(GOOD)) as package:
        offsets = [member.header_offset for member in package.infolist()]
    for offset in offsets:
        data[offset + 6] |= 1
    start = data.find(b"PK\x01\x02")
    while start >= 0:
        data[start + 8] |= 1
        start = data.find(b"PK\x01\x02", start + 4)
    return bytes(data)


HOSTILE = {
    "zip bomb": (packed(PARTS), "a.xlsx", "expands_too_much"),
    "truncated workbook": (GOOD[: len(GOOD) // 2], "a.xlsx", "file_damaged"),
    "locked workbook": (locked(), "a.xlsx", "file_encrypted"),
    "XML entities": (
        in_sheet(b"<worksheet", b"<!DOCTYPE x [" + LAUGHS + b"]><worksheet"),
        "a.xlsx",
        "file_unsafe",
    ),
    "XML entities in an open document": (
        in_open_document(ROOT, b"<!DOCTYPE x [" + LAUGHS + b"]>" + ROOT),
        "a.ods",
        "file_unsafe",
    ),
    "a million blank rows": (million_blank_rows(), "a.xlsx", "sheet_too_large"),
    "repeated cells": (
        in_open_document(
            b'office:value-type="float"',
            b'table:number-columns-repeated="16000" office:value-type="float"',
        ),
        "a.ods",
        "sheet_too_large",
    ),
    "ten thousand columns": (text((["2026"] * 10_000,)).encode(), "a.csv", "sheet_too_large"),
    "ten thousand columns of a page": (page((["2026"] * 10_000,)), "a.xls", "sheet_too_large"),
    "a cell of a megabyte": (workbook((ROW, ("x" * 30_000, "%", 1))), "a.xlsx", "cell_too_long"),
    "a text of a megabyte": (("x" * 2**20).encode(), "a.csv", "cell_too_long"),
    "a cell of a megabyte in a page": (page((("x" * 2**20,),)), "a.xls", "cell_too_long"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\n1 0 obj\n", "a.xlsx", "not_what_its_name_says"),
    "a PDF called a text": (b"%PDF-1.7\n", "a.csv", "not_what_its_name_says"),
    "an old workbook cut short": (OLD_OFFICE + bytes(600), "a.xls", "file_damaged"),
    "tables without end": (b"<table>" * 100_000, "a.html", "sheet_too_large"),
    "spans without end": (
        b"<table>" + b'<tr><td rowspan="9999999" colspan="9999999">1</td></tr>' * 50,
        "a.html",
        "sheet_too_large",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("data", "name", "code"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_file_ends_in_a_finding_soon(data: bytes, name: str, code: str) -> None:
    start = time.process_time()
    reading = read(data, name)
    assert time.process_time() - start < SECONDS
    assert codes(reading) == [code]
    assert reading.rows == ()


@pytest.mark.parametrize(
    "label", ["<script>alert(1)</script>", "=cmd|' /C calc'!A0", "{0.__class__}", "%s%n", "{label}"]
)
def test_texts_meant_to_be_run_are_only_texts(label: str) -> None:
    rows = (ROW, (label, "%", "1"), ("GRDP/người", "triệu đồng", "70,5"))
    reading = read(text(rows))
    assert figures(reading) == ["per_capita_office 2026 70.5 not_stated @C3"]
    assert [f.values["label"] for f in reading.findings if f.code == "unknown_indicator"] == [label]


def test_scripts_of_a_page_are_not_read() -> None:
    data = page((ROW, ("GRDP/người", "triệu đồng", "70,5")), before="<script>2026</script>")
    assert figures(read(data, "a.xls")) == ["per_capita_office 2026 70.5 not_stated @C2"]
