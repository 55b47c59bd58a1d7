"""Short ways to read a file in a test and to see what was said about it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

import xlsxwriter

from plantrack import words
from plantrack.intake.findings import Finding, remedy, sentence
from plantrack.intake.rules import Reading, read_file
from plantrack.model import Figure
from tests.intake.small_plan import CURRENT, small_plan

PLAN = small_plan()
TODAY = date(2028, 12, 31)  # the last day on which the years of these tests are no mere plans
ENGLISH = "indicator,series,year,value,unit,status,note"
VIETNAMESE = "Chỉ tiêu;Chuỗi số liệu;Năm;Giá trị;Đơn vị;Tình trạng số liệu;Ghi chú"


def read(
    data: bytes | str,
    name: str = "figures.csv",
    *,
    current: Sequence[Figure] = CURRENT,
    series_choice: str = "preferred",
) -> Reading:
    raw = data.encode() if isinstance(data, str) else data
    return read_file(
        raw,
        name,
        PLAN,
        current,
        series_choice=series_choice,
        origin="yearbook_2026",
        today=TODAY,
    )


def rows(*lines: str, header: str = ENGLISH) -> str:
    return "\n".join([header, *lines]) + "\n"


def said(finding: Finding, language: str) -> str:
    """Severity, sentence and remedy, as a reader meets them."""
    say = words.of(language)
    return f"{finding.severity}: {sentence(finding, say)} {remedy(finding, say)}"


def sheet(
    *table: Sequence[object],
    name: str = "Figures",
    formats: dict[tuple[int, int], str] | None = None,
) -> bytes:
    """Return an XLSX file; a text starting with "=" is written as a formula without a result."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    page = book.add_worksheet(name)
    for r, row in enumerate(table):
        for c, value in enumerate(row):
            style = (formats or {}).get((r, c))
            page.write(r, c, value, book.add_format({"num_format": style}) if style else None)
    book.close()
    return data.getvalue()
