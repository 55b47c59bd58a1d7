"""XLS: real files say what the same XLSX says; broken ones are refused before they cost much."""

from __future__ import annotations

import struct

import pytest

from plantrack.intake.compound_file import Damaged
from plantrack.intake.old_strings import raised_texts
from tests.intake.files import old_workbook, record
from tests.intake.old_files import BOOKS, new, old
from tests.intake.reading import said
from tests.intake.test_layouts import WIDE, WIDE_FIGURES, codes, figures, read

FAT, DIRECTORY, STREAM = 512, 1024, 1536  # where they begin in what `old_workbook` writes
ROOT_START, BOOK_START, BOOK_NAME = DIRECTORY + 116, DIRECTORY + 128 + 116, DIRECTORY + 128
DIFAT_AT = 68
GOOD = old_workbook(WIDE)


@pytest.mark.parametrize("name", BOOKS)
def test_an_old_workbook_says_what_the_new_one_says(name: str) -> None:
    before, after = read(old(name), "a.xls"), read(new(name), "a.xlsx")
    assert figures(before) == figures(after)
    for language in ("en", "vi"):
        old_words = [said(finding, language) for finding in before.findings]
        assert old_words == [said(finding, language) for finding in after.findings]
    assert before.findings


def test_what_an_old_workbook_keeps_beside_its_values_is_known() -> None:
    told = set(codes(read(old("by_library"), "a.xls")))
    assert {"hidden_cells", "hidden_sheet", "percent_cell", "error_cell"} <= told
    assert "fraction_or_percent" not in told


def changed(*changes: tuple[int, int]) -> bytes:
    """Return the workbook with numbers of four bytes written over others."""
    data = bytearray(GOOD)
    for at, number in changes:
        struct.pack_into("<I", data, at, number)
    return bytes(data)


BROKEN = {
    "a chain that comes back": changed((FAT + 4 * 4, 2)),
    "a directory that comes back": changed((FAT + 4, 1)),
    "small sectors that come back": changed((ROOT_START, 3), (FAT + 4 * 4, 3)),
    "a table of sectors that comes back": changed((DIFAT_AT, 0), (FAT + 127 * 4, 0)),
    "a sector beyond the file": changed((BOOK_START, 100)),
    "a table of sectors beyond the file": changed((DIFAT_AT, 0x7FFFFF00)),
    "cut in the middle": GOOD[:2600],
    "nothing but its header": GOOD[:512],
    "sectors of no known size": changed((30, 0x0006000A)),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_an_old_workbook_that_leads_nowhere_is_damaged(data: bytes) -> None:
    assert codes(read(data, "a.xls")) == ["file_damaged"]


def test_a_document_called_a_workbook_is_told_so() -> None:
    data = bytearray(GOOD)
    data[BOOK_NAME : BOOK_NAME + 24] = "WordDocument".encode("utf-16-le")
    assert codes(read(bytes(data), "a.xls")) == ["not_what_its_name_says"]


def cell(row: int, column: int, value: float) -> bytes:
    return record(0x0203, struct.pack("<3Hd", row, column, 0, value))


def test_numbers_kept_by_a_chart_are_no_cells_of_the_sheet() -> None:
    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0020, 0, 0, 0, 0))
    chart = begin + cell(4, 4, 999) + record(0x000A, b"")
    data = old_workbook(WIDE, more=chart + cell(9, 4, 5) + cell(4, 4, 70.5))
    assert figures(read(data, "a.xls")) == WIDE_FIGURES


def test_an_extent_no_cell_reaches_is_no_cells() -> None:
    claim = record(0x0200, struct.pack("<2I3H", 0, 65_536, 0, 256, 0))
    assert figures(read(old_workbook(WIDE, more=claim), "a.xls")) == WIDE_FIGURES


def test_a_text_that_goes_on_in_the_next_record_keeps_its_raised_digits() -> None:
    first = struct.pack("<2IHBH", 2, 2, 5, 8, 1) + b"66,"
    then = b"\0" + b"51" + struct.pack("<2H", 4, 6) + struct.pack("<HB", 2, 0) + b"51"
    fonts = [False] * 5 + [True]  # the sixth, which is told by the number 6
    assert raised_texts([first, then], fonts) == {0: "66,5¹"}
    assert raised_texts([first, then], [False] * 6) == {}
    with pytest.raises(Damaged):
        raised_texts([first], fonts)


TEXTS = struct.pack("<2I", 2_000_000_000, 2_000_000_000)
REFUSED = {
    "a cell far away": (cell(65_535, 255, 1), b"", "sheet_too_large"),
    "many merged cells": (
        record(0x00E5, struct.pack("<H4H", 1, 1, 1, 1, 2) * 1) * 100_001,
        b"",
        "sheet_too_large",
    ),
    "more texts than bytes": (b"", record(0x00FC, TEXTS), "file_damaged"),
    "a password": (b"", record(0x002F, bytes(6)), "file_encrypted"),
    "a text of old programs": (record(0x00D6, bytes(8)), b"", "file_damaged"),
    "a record too short": (record(0x0203, b"\0"), b"", "file_damaged"),
}


@pytest.mark.parametrize(("more", "first", "code"), REFUSED.values(), ids=REFUSED)
def test_records_no_table_has_are_refused(more: bytes, first: bytes, code: str) -> None:
    assert codes(read(old_workbook(WIDE, more=more, first=first), "a.xls")) == [code]
