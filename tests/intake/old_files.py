"""Real XLS files: `old/*.xls` are the workbooks made here, saved as such by an office program.

`old/by_library.xls` was written by a library that web applications use for their downloads.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from tests.intake.files import Rows

FOLDER: Final = Path(__file__).with_name("old")
WIDE: Final[Rows] = (
    ("Kinh tế tỉnh Đồi",),
    ("TT", "Chỉ tiêu", "Đơn vị", "Năm 2025", "Ước 2026"),
    ("I", "KINH TẾ"),
    (1, "GRDP/người", "triệu đồng", 66.5, 70.5),
    (2, "Dân số trung bình", "nghìn người", 805, 808),
    (3, "Tỷ lệ biết chữ", "%", 0.975, 0.976),
    (4, "Trường học", "%", 49.5, 50.5),
)


def _write(page: Worksheet, rows: Rows, first: int = 0) -> None:
    for r, row in enumerate(rows, start=first):
        for c, value in enumerate(row):
            if value not in ("", None):
                page.write(r, c, value)


def _long(book: xlsxwriter.Workbook) -> None:
    rows = (
        ("Tỉnh", "Chỉ tiêu", "Năm", "Giá trị", "Đơn vị", "Tình trạng số liệu"),
        ("Tỉnh Đồi", "GRDP/người", 2026, 70.5, "triệu đồng", "ước"),
        ("Tỉnh Đồi", "Dân số trung bình", 2026, 808, "nghìn người", "sơ bộ"),
        ("Tỉnh Núi", "GRDP/người", 2026, 61.2, "triệu đồng", "ước"),
    )
    _write(book.add_worksheet("Số liệu"), rows)


def _wide(book: xlsxwriter.Workbook) -> None:
    page = book.add_worksheet("Biểu 1")
    _write(page, WIDE)
    for row, code in ((5, "0.0%"), (6, '0.0"%"')):  # the second writes a letter after the number
        for column in (3, 4):
            page.write(row, column, WIDE[row][column], book.add_format({"num_format": code}))


def _hidden(book: xlsxwriter.Workbook) -> None:
    page = book.add_worksheet("Biểu 1")
    rows = (
        ("TT", "Chỉ tiêu", "Đơn vị", 2024, 2025, 2026),
        (1, "GRDP/người", "triệu đồng", 60.5, 66.5, 70.5),
        (2, "Dân số trung bình", "nghìn người", 800, 805, 808),
        (3, "Tỷ lệ biết chữ", "%", 97.1, 97.5, 97.6),
    )
    _write(page, rows)
    page.set_row(2, None, None, {"hidden": True})
    page.set_column(3, 3, None, None, {"hidden": True})
    drafts = book.add_worksheet("Nháp")
    _write(drafts, (("Chỉ tiêu", "Đơn vị", 2026), ("GRDP/người", "triệu đồng", 99)))
    drafts.hide()


def _merged(book: xlsxwriter.Workbook) -> None:
    page = book.add_worksheet("Biểu 2")
    page.write("A1", "Kinh tế tỉnh Đồi")
    page.merge_range("A2:A3", "Chỉ tiêu")
    page.merge_range("B2:B3", "Đơn vị")
    page.merge_range("C2:D2", "Thực hiện")
    page.merge_range("E2:E3", "2026 so với 2025 (%)")
    rows = (
        ("", "", 2025, "Ước 2026"),
        ("GRDP/người", "triệu đồng", 66.5, 70.5, "106,0"),
        ("Dân số trung bình", "nghìn người", 805, 808, 100.4),
    )
    _write(page, rows, first=2)


def _national(book: xlsxwriter.Workbook) -> None:
    rows = (
        ("E03.12 GRDP per capita by province", "", "Mill. dongs"),
        (),
        ("", 2024, "Prel. 2025", "Est. 2026"),
        ("WHOLE COUNTRY", 100.1, 110.2, 120.3),
        ("Hill Province", 60.5, 66.5, 70.5),
        ("Valley Province", 50, 51, 52),
    )
    _write(book.add_worksheet("E03.12"), rows)


def _errors(book: xlsxwriter.Workbook) -> None:
    page = book.add_worksheet("Biểu 3")
    rows = (
        ("Chỉ tiêu", "Đơn vị", 2024, 2025, 2026),
        ("GRDP/người", "triệu đồng", 60.5, 66.5),
        ("Dân số trung bình", "nghìn người", 800, 805),
        ("Tỷ lệ biết chữ", "%", 97.1, 97.5),
    )
    _write(page, rows)
    page.write_formula("E2", "=D2/0", None, "#DIV/0!")
    page.write_formula("E3", "=D3+3", None, 808)
    page.write_formula("E4", '=IF(D4>0,"","x")', None, "")


def _texts(book: xlsxwriter.Workbook) -> None:
    rows = (
        ("Chỉ tiêu", "Đơn vị", 2024, 2025, 2026),
        ("GRDP/người", "triệu đồng", "60,5", "66,5 (*)", "70,5¹"),
        ("Dân số trung bình", "nghìn người", "...", "805", "12;8"),
        ("Tỷ lệ biết chữ", "%", "97,1%", "97,5 %", "-"),
    )
    _write(book.add_worksheet("Biểu 4"), rows)


def _chart(book: xlsxwriter.Workbook) -> None:
    _wide(book)
    column = book.add_chart({"type": "column"})
    column.add_series({"values": "='Biểu 1'!$D$4:$E$4"})
    book.worksheets()[0].insert_chart("H2", column)
    line = book.add_chart({"type": "line"})
    line.add_series({"values": "='Biểu 1'!$D$5:$E$5"})
    book.add_chartsheet("Đồ thị").set_chart(line)


def _dates(book: xlsxwriter.Workbook) -> None:
    page = book.add_worksheet("Biểu 5")
    _write(page, (("Chỉ tiêu", "Đơn vị"), ("GRDP/người", "triệu đồng", 66.5, 70.5)))
    for column, year, code in ((2, 2025, "dd/mm/yyyy"), (3, 2026, "yyyy")):
        shown = book.add_format({"num_format": code})
        page.write_datetime(0, column, datetime(year, 12, 31), shown)  # noqa: DTZ001
    _write(page, (("Dân số trung bình", "nghìn người", 805, 808),), first=2)


def _years(book: xlsxwriter.Workbook) -> None:
    rows = (("GRDP/người (triệu đồng)",), ("Năm", "GRDP/người"), (2025, 66.5), ("Ước 2026", 70.5))
    _write(book.add_worksheet("Biểu 6"), rows)


def _raised(book: xlsxwriter.Workbook) -> None:
    page = book.add_worksheet("Biểu 7")
    small = book.add_format({"font_script": 1})
    _write(page, (("Chỉ tiêu", "Đơn vị", 2025, 2026), ("GRDP/người", "triệu đồng", 66.5, 70.5)))
    page.write_rich_string(0, 2, "202", "5", small, "1")
    page.write_rich_string(1, 0, "GRDP/", "người", small, "2")
    page.write_rich_string(1, 2, "66,", "5", small, "1")
    page.write_rich_string(1, 3, "70", ",5", small, "(1)")


BOOKS: Final[dict[str, Callable[[xlsxwriter.Workbook], None]]] = {
    "long": _long,
    "wide": _wide,
    "hidden": _hidden,
    "merged": _merged,
    "national": _national,
    "errors": _errors,
    "texts": _texts,
    "chart": _chart,
    "dates": _dates,
    "years": _years,
    "raised": _raised,
}


def new(name: str) -> bytes:
    """Return a workbook as XLSX."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    BOOKS[name](book)
    book.close()
    return data.getvalue()


def old(name: str) -> bytes:
    """Return a workbook as XLS."""
    return (FOLDER / f"{name}.xls").read_bytes()
