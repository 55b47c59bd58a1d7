"""The columns of the yearly template and the words they are headed with."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from plantrack.model import Text


class Column(StrEnum):
    __hash__ = str.__hash__  # every figure looks its columns up; an Enum's own is slow

    INDICATOR = "indicator"
    SERIES = "series"
    YEAR = "year"
    VALUE = "value"
    UNIT = "unit"
    STATUS = "status"
    NOTE = "note"


# Not messages of the catalogue: a reader of files must know both languages at once.
HEADERS: Final = {
    Column.INDICATOR: Text("Chỉ tiêu", "Indicator"),
    Column.SERIES: Text("Chuỗi số liệu", "Series"),
    Column.YEAR: Text("Năm", "Year"),
    Column.VALUE: Text("Giá trị", "Value"),
    Column.UNIT: Text("Đơn vị", "Unit"),
    Column.STATUS: Text("Tình trạng số liệu", "Status"),
    Column.NOTE: Text("Ghi chú", "Note"),
}

# As offices head the same columns in tables of their own.
OTHER_HEADERS: Final = {
    Column.INDICATOR: ("Tên chỉ tiêu",),
    Column.YEAR: ("Năm báo cáo",),
    Column.VALUE: ("Số liệu",),
    Column.UNIT: ("Đơn vị tính", "ĐVT", "ĐV tính"),
    Column.STATUS: ("Tình trạng",),
}

REQUIRED: Final = (Column.INDICATOR, Column.YEAR, Column.VALUE, Column.UNIT)

FICTITIOUS: Final = "FICTITIOUS / SỐ LIỆU GIẢ ĐỊNH"

DECIMAL_MARKS: Final = {"vi": ",", "en": "."}
DELIMITERS: Final = {"vi": ";", "en": ","}  # what a spreadsheet set to that language expects
# A spreadsheet runs a cell of a CSV file that starts so as a formula.
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
