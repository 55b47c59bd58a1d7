"""What a worksheet's marks are, found as text, against the parser that visits each element."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from xml.parsers import expat

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack.intake.cells import MAX_CELLS, MAX_COLUMNS, MAX_MERGES, MAX_ROWS
from plantrack.intake.package_marks import SheetMarks
from plantrack.intake.package_plain import plain_marks
from plantrack.intake.package_rows import without_plain_rows
from plantrack.intake.package_sheet import parsed_marks, sheet_marks
from plantrack.intake.package_xml import UnsafeXml, attributes
from tests.conftest import LONG
from tests.intake.test_fuzz import scrambled

PERCENTS = frozenset(("1", "3"))


def written() -> bytes:
    """A worksheet with everything that is looked for, as an office program writes it."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    page = book.add_worksheet()
    percent = book.add_format({"num_format": "0.0%"})
    page.merge_range(0, 0, 0, 3, "Kinh tế")
    page.write_row(1, 0, ["Chỉ tiêu", 2025, 2026])
    page.write_row(2, 0, ["Dịch vụ", 0.47, 0.48], percent)
    page.write_formula(3, 1, "=B3+C3", percent, 0.95)
    page.write_formula(3, 2, "=1/0", None, "#DIV/0!")
    page.set_row(2, None, None, {"hidden": True})
    page.set_column(2, 3, None, None, {"hidden": True})
    book.close()
    with zipfile.ZipFile(io.BytesIO(data.getvalue())) as package:
        return package.read("xl/worksheets/sheet1.xml")


def mostly_plain() -> bytes:
    """A worksheet of rows that are alike, a few of them with something to tell."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    page = book.add_worksheet()
    bold, percent = book.add_format({"bold": True}), book.add_format({"num_format": "0.0%"})
    for row in range(40):
        page.write_row(row, 0, [f"Chỉ tiêu {row}", 2025 + row % 5, row / 8], bold)
        page.write(row, 27, "nghìn tấn")
    page.write(7, 2, 0.5, percent)
    page.write_formula(17, 2, "=1/0", None, "#DIV/0!")
    page.set_row(27, None, None, {"hidden": True})
    book.close()
    with zipfile.ZipFile(io.BytesIO(data.getvalue())) as package:
        return package.read("xl/worksheets/sheet1.xml")


SHEET = written()
PLAIN = mostly_plain()
STYLE_OF_PERCENTAGES = frozenset(("2",))


def test_a_worksheet_of_an_office_program_is_told_without_the_parser() -> None:
    marks = plain_marks(SHEET, PERCENTS)
    assert marks == parsed_marks(SHEET, PERCENTS)
    assert marks == SheetMarks(
        last_row=4,
        last_column=3,
        cells=9,
        formulas={(3, 1), (3, 2)},
        errors={(3, 2)},
        percents={(2, 0), (2, 1), (2, 2), (3, 1)},
        hidden_rows={2},
        hidden_columns={2, 3},
        merges=[(0, 0, 0, 3)],
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<sheetData>", b'<sheetData><!-- <c r="Z99"/> -->'),
        (b"<sheetData>", b'<sheetData><![CDATA[<c r="Z99"/>]]>'),
        (b"<sheetData>", b'<sheetData><?x <c r="Z99"/>?>'),
        (b'<c r="B2"', b"<c r='B2'"),
        (b'<c r="B2"', b'<c  r="B2"'),
        (b'<c r="B2"', b'<c x=">" r="B2"'),
        (b'<c r="B2"', b"<c"),
        (b'<c r="B2"', b'<c r="&#66;2"'),
        (b'<c r="B2"', b'<c r="b2"'),
        (b"<f>", b'<f t="shared" si="0">'),
        (b"<row ", b'<x:row xmlns:x="x" r="7"/><row '),
        (b'hidden="1"', b"hidden='1'"),
        (b'hidden="1"', b'hidden="true"'),
        (b'hidden="1"', b'hidden="0"'),
        (b"<v>", b"<v hidden='1'>"),
        (b"</sheetData>", b"</sheetData><extLst><f>1</f></extLst>"),
    ],
)
def test_one_written_in_another_way_is_told_alike(old: bytes, new: bytes) -> None:
    assert old in SHEET
    changed = SHEET.replace(old, new)
    assert sheet_marks(changed, PERCENTS) == parsed_marks(changed, PERCENTS)


@settings(max_examples=10_000 if LONG else 300)
@given(st.sampled_from((SHEET, PLAIN)), st.integers(0, 2**32))
def test_whatever_is_changed_is_told_alike_or_left_to_the_parser(sheet: bytes, seed: int) -> None:
    changed = scrambled(sheet, seed)
    try:
        list(attributes(changed, frozenset()))
        parsed = parsed_marks(changed, PERCENTS)
    except (expat.ExpatError, UnsafeXml, ValueError, KeyError):
        return
    plain = plain_marks(changed, PERCENTS)
    if parsed.last_row <= MAX_ROWS and parsed.last_column <= MAX_COLUMNS:
        assert plain in (None, parsed)


def test_rows_alike_but_for_their_digits_are_set_aside() -> None:
    others, extent = without_plain_rows(PLAIN, STYLE_OF_PERCENTAGES)
    assert others.count(b"<row ") == 4  # the last one ends with the rest of the sheet
    assert extent == (39, 28)
    assert plain_marks(PLAIN, STYLE_OF_PERCENTAGES) == parsed_marks(PLAIN, STYLE_OF_PERCENTAGES)


CELL = rb'<c r="([A-Z]+)(9|10)"([^>]*)>(.*?)</c>'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (CELL, rb'<c1 r="\1\2"\3>\4</c1>'),
        (CELL, rb'<c r1="\1\2"\3>\4</c>'),
        (CELL, rb'<c r="\1\g<2>7"\3>\4</c>'),
        (rb'<c r="B9"', rb'<c r="CV9"'),
        (CELL, rb'<c r="\g<1>0\2"\3>\4</c>'),
        (CELL, rb'<c r="\1\2" t5="e"\3>\4</c>'),
        (CELL, rb'<c r="\1\2" t="e">\4</c>'),
        (CELL, rb'<c r="\1\2" s="2">\4</c>'),
        (CELL, rb'<c r="\1\2" s="02">\4</c>'),
        (CELL, rb'<c s="2" r="\1\2">\4</c>'),
        (CELL, rb'<c r="\1\2"\3><f>1</f>\4</c>'),
        (CELL, rb'<c r="\1\2"\3><v5>\4</v5></c>'),
        (CELL, rb'<c r="\1\2"\3><c r="Z99"/>\4</c>'),
        (CELL, rb'<c r="\1\2"\3>\4</c><row r="70"/>'),
        (CELL, rb'<c r="\1\2"\3><v>"A70" &lt;c r="B70"/&gt;</v></c>'),
        (CELL, rb'<x:c xmlns:x="x" r="\1\2"\3>\4</x:c>'),
        (rb'<row r="9"', rb'<row r="90"'),
        (rb'<row r="9"', rb'<row r="09"'),
        (rb'<row r="9"', rb'<row r1="9"'),
        (rb'<row r="9"', rb'<row x="y" r="9"'),
        (rb'<row r="9"', rb"<row"),
        (rb'<row r="9"', rb'<row r="9" hidden="1"'),
        (rb'<row r="9"', rb'<row r="9" hid5den="1"'),
        (rb'<row r="9"', rb'<!-- <row r="80"/> --><row r="9"'),
        (rb'<row r="9"', rb'<row r="70"><c r="C71"/></row><row r="9"'),
    ],
)
def test_a_row_that_only_looks_alike_is_told_as_it_is(old: bytes, new: bytes) -> None:
    changed = re.sub(old, new, PLAIN)
    assert changed != PLAIN
    assert sheet_marks(changed, STYLE_OF_PERCENTAGES) == parsed_marks(changed, STYLE_OF_PERCENTAGES)


@pytest.mark.parametrize("marks_of", [plain_marks, parsed_marks])
@pytest.mark.parametrize(
    ("tag", "count"),
    [
        (b'<c r="A1"/>', MAX_CELLS),
        (b'<row r="1"/>', MAX_ROWS),
        (b'<mergeCell ref="A1"/>', MAX_MERGES),
    ],
)
def test_more_than_any_table_has_is_refused_wherever_it_stands(
    marks_of: Callable[[bytes, frozenset[str]], SheetMarks | None], tag: bytes, count: int
) -> None:
    many = SHEET.replace(b"</sheetData>", b"</sheetData>" + tag * count)
    marks = marks_of(many, PERCENTS)
    assert marks is not None
    assert marks.cells > MAX_CELLS or marks.last_row > MAX_ROWS
