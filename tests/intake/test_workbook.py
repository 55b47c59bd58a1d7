"""Files as they arrive: encodings, delimiters, workbooks, and those that cannot be read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

import pytest
import xlsxwriter

from plantrack.intake.findings import Verdict
from plantrack.intake.sheets_left_out import NOT_READ
from tests.intake.files import old_workbook, text, workbook, workbook_of
from tests.intake.reading import ENGLISH, VIETNAMESE, read, rows, said, sheet

HEADER = ("Indicator", "Series", "Year", "Value", "Unit", "Status", "Note")
LITERACY = ("Literacy rate", "", 2026, 97.6, "%", "estimate", "")
GOOD = sheet(HEADER, LITERACY)
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def repacked(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """Return the workbook with its parts changed."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out.getvalue()


def in_sheet(old: bytes, new: bytes) -> bytes:
    def change(name: str, content: bytes) -> bytes:
        return content.replace(old, new) if name.endswith("sheet1.xml") else content

    return repacked(GOOD, change)


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def with_hidden_sheet() -> bytes:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    for name in ("Figures", "Drafts"):
        page = book.add_worksheet(name)
        page.write_row(0, 0, HEADER)
        page.write_row(1, 0, LITERACY)
    page.hide()
    book.close()
    return data.getvalue()


def with_sheet_left_out() -> bytes:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    for name in ("Figures", "Kết quả"):
        page = book.add_worksheet(name)
        page.write_row(2, 0, HEADER)
        page.write_row(3, 0, LITERACY)
    page.write_string(1, 0, NOT_READ.vi)
    book.close()
    return data.getvalue()


def with_formula(result: object) -> bytes:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    page = book.add_worksheet("Figures")
    page.write_row(0, 0, HEADER)
    page.write_row(1, 0, LITERACY)
    page.write_formula(1, 3, "=A9/A10", None, result)
    book.close()
    return data.getvalue()


@dataclass(frozen=True)
class File:
    code: str
    data: bytes
    name: str
    english: str
    vietnamese: str
    beside: tuple[str, ...] = ()  # other findings of the same file


LEGACY = (("ChØ tiªu", "§¬n vÞ", "N¨m 2026"), ("D©n sè trung b×nh", "ngh×n ng­êi", "808"))
WIDE = (
    ("Chỉ tiêu", "Đơn vị", "Năm 2026"),
    ("GRDP/người", "triệu đồng", 70.5),
    ("Tỷ lệ biết chữ", "%", 97.6),
)
FIRST_TABLE = (("Chỉ tiêu", "Đơn vị", "Năm 2026"), ("GRDP/người", "triệu đồng", "70"), ())
ANOTHER_TABLE = (("Chỉ tiêu", "Đơn vị", "Năm 2026"), ("Tỷ lệ biết chữ", "%", "97"), ())
FRACTION = (("Chỉ tiêu", "Đơn vị", "Năm 2026"), ("Tỷ lệ biết chữ", "%", 0.976))
PERCENT = sheet(HEADER, ("Literacy rate", "", 2026, 0.976, "%"), formats={(1, 3): "0.0%"})
FILES = (
    File(
        "empty_file",
        b" \n",
        "a.csv",
        "blocks: The file is empty. Download the template, fill it in and upload it again.",
        "blocks: Tệp không có nội dung. Tải biểu mẫu về, điền số liệu rồi tải lên lại.",
    ),
    File(
        "file_too_large",
        b"a,b\n" * (6 * 2**20),
        "a.csv",
        "blocks: The file is larger than 20 MB."
        " Keep only the sheet with the figures and upload it again.",
        "blocks: Tệp lớn hơn 20 MB. Chỉ giữ trang tính có số liệu rồi tải lên lại.",
    ),
    File(
        "expands_too_much",
        packed({"xl/workbook.xml": b"<workbook/>", "xl/media/a.bin": b" " * (101 * 2**20)}),
        "a.xlsx",
        "blocks: The workbook unpacks to more than 100 MB, which no table of figures needs."
        " Copy the figures into a fresh template and upload that.",
        "blocks: Sổ tính khi giải nén vượt quá 100 MB, lớn hơn mức cần thiết cho một bảng số liệu."
        " Chép số liệu sang một biểu mẫu mới rồi tải biểu mẫu đó lên.",
    ),
    File(
        "sheet_too_large",
        in_sheet(b'r="G1"', b'r="XFD1048576"'),
        "a.xlsx",
        "blocks: A table reaches beyond 110,000 rows or 100 columns, or the tables together hold"
        " too many cells."
        " Delete the rows and columns that hold no figures, save and upload it again.",
        "blocks: Có bảng vượt quá 110.000 dòng hoặc 100 cột, hoặc tổng số ô của các bảng quá lớn."
        " Xóa các dòng và cột không có số liệu, lưu lại rồi tải lên lại.",
    ),
    File(
        "cells_skipped",
        b"Indicator\tUnit\t2026\nAverage population\tthousand persons\t806\t\t12;8\n",
        "pasted.txt",
        "notes: Cells with a number that were skipped: 1 (E2: “12;8”)."
        " One cell holds one figure: part the figures, or put them under their year.",
        "notes: Số ô có chữ số nhưng đã bị bỏ qua: 1 (E2: “12;8”)."
        " Mỗi ô chỉ ghi một số liệu: tách các số liệu ra, hoặc ghi vào đúng cột của năm.",
    ),
    File(
        "decimals_parted",
        "Chỉ tiêu,Đơn vị,2025,2026\nGRDP/người,triệu đồng,66,5,70,5\n".encode(),
        "a.csv",
        "blocks: Row 2: The row has more cells than the 4 columns of the table: commas part the"
        " columns and stand in the numbers as well. Save the table with semicolons between the"
        " columns, or as .xlsx, and upload that.",
        "blocks: Dòng 2: Dòng có nhiều ô hơn 4 cột của bảng: dấu phẩy vừa dùng để ngăn cột vừa là"
        " dấu thập phân của số liệu. Lưu bảng với dấu chấm phẩy ngăn cột, hoặc lưu dưới dạng .xlsx"
        " rồi tải lên.",
    ),
    File(
        "sheet_not_read",
        workbook_of({"Biểu 1": WIDE, "Biểu 2": (("Xuất khẩu", 12.5), ("Nhập khẩu", 8))}),
        "a.xlsx",
        "notes: Sheet “Biểu 2”: No table was found on this sheet, so its numbers were not read. Put"
        " the years above its figures if they are meant, and upload the file again.",
        "notes: Trang tính “Biểu 2”: Không tìm thấy bảng số liệu nào trên trang tính này nên các"
        " con số trên đó không được đọc. Nếu cần dùng các số liệu này, ghi năm ở dòng phía trên số"
        " liệu rồi tải tệp lên lại.",
    ),
    File(
        "too_many_tables",
        text([*FIRST_TABLE, *ANOTHER_TABLE * 60]).encode(),
        "a.csv",
        "notes: The sheet has more than 60 tables; those from row 181 on were not read. Put the"
        " tables from there on another sheet, or into a file of their own.",
        "notes: Trang tính có hơn 60 bảng; các bảng từ dòng 181 trở đi không được đọc. Chuyển các"
        " bảng từ dòng đó sang một trang tính khác hoặc một tệp riêng.",
        beside=("duplicate_agrees", "jump"),
    ),
    File(
        "file_encrypted",
        OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"),
        "a.xlsx",
        "blocks: The workbook is protected by a password, so nothing in it can be read."
        " Save it without a password and upload it again.",
        "blocks: Sổ tính được bảo vệ bằng mật khẩu nên không đọc được nội dung."
        " Lưu lại không đặt mật khẩu rồi tải lên lại.",
    ),
    File(
        "legacy_encoding",
        text(LEGACY).encode(),
        "a.csv",
        "blocks: The letters are typed in an old encoding, TCVN3 (ABC), not in Unicode. Convert"
        " the file to Unicode (with Unikey or the office program), save it as .xlsx and upload "
        "that.",
        "blocks: Chữ trong tệp dùng bảng mã cũ TCVN3 (ABC), không phải Unicode. Chuyển tệp sang"
        " Unicode (bằng Unikey hoặc phần mềm văn phòng), lưu dưới dạng .xlsx rồi tải tệp đó "
        "lên.",
    ),
    File(
        "no_table_in_page",
        b"<html><body><p>Sign in</p></body></html>",
        "a.xls",
        "blocks: The file is a web page without a table. Save the page with its table, or copy "
        "the table's cells and paste them.",
        "blocks: Tệp là một trang web không có bảng. Lưu trang có kèm bảng, hoặc sao chép các ô"
        " của bảng rồi dán vào.",
    ),
    File(
        "hidden_cells",
        workbook(WIDE, hidden_rows=[2]),
        "a.xlsx",
        "notes: Sheet “Biểu 1”: 1 hidden rows and 0 hidden columns hold something; they were "
        "read too. Check the figures read from them in the table shown.",
        "notes: Trang tính “Biểu 1”: Có 1 dòng ẩn và 0 cột ẩn chứa nội dung; các dòng và cột "
        "này cũng được đọc. Kiểm tra số liệu đọc từ các dòng, cột đó trong bảng hiển thị.",
    ),
    File(
        "fraction_or_percent",
        old_workbook(FRACTION),
        "a.xls",
        "asks: Cell Bieu1!C2: 0.976 can be a fraction shown as a percentage: this kind of file "
        "does not say. Choose which it is, or save the file as .xlsx and upload that.",
        "asks: Ô Bieu1!C2: 0,976 có thể là tỷ lệ được hiển thị dưới dạng phần trăm: loại tệp này "
        "không cho biết. Chọn cách đọc đúng, hoặc lưu tệp dưới dạng .xlsx rồi tải lên.",
    ),
    File(
        "not_what_its_name_says",
        GOOD,
        "a.csv",
        "blocks: The name ends in “.csv”, but the content is not of that kind."
        " Open the file in the program that made it, save it as .xlsx or .csv and upload that.",
        "blocks: Tên tệp có đuôi “.csv” nhưng nội dung không thuộc loại đó."
        " Mở tệp bằng chương trình đã tạo ra nó,"
        " lưu dưới dạng .xlsx hoặc .csv rồi tải tệp đó lên.",
    ),
    File(
        "unknown_kind",
        rows().encode(),
        "a.docx",
        "blocks: Files ending like this one are not read."
        " Save it as .xlsx, .xls, .ods or .csv and upload that.",
        "blocks: Không đọc được loại tệp có đuôi như tệp này."
        " Lưu dưới dạng .xlsx, .xls, .ods hoặc .csv rồi tải tệp đó lên.",
    ),
    File(
        "file_damaged",
        GOOD[:-300],
        "a.xlsx",
        "blocks: The file is damaged: it cannot be read to its end."
        " Open it in a spreadsheet program, save it again and upload the new copy.",
        "blocks: Tệp bị hỏng, không đọc được đến hết."
        " Mở tệp bằng chương trình bảng tính, lưu lại rồi tải bản mới lên.",
    ),
    File(
        "file_unsafe",
        in_sheet(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet'),
        "a.xlsx",
        "blocks: The workbook contains XML no spreadsheet program writes."
        " Copy the figures into a fresh template and upload that.",
        "blocks: Sổ tính chứa nội dung XML mà không chương trình bảng tính nào tạo ra."
        " Chép số liệu sang một biểu mẫu mới rồi tải biểu mẫu đó lên.",
    ),
    File(
        "unreadable_text",
        b"indicator\xd2\xff\x00,year\n",
        "a.csv",
        "blocks: The letters of the file cannot be read:"
        " it is neither UTF-8, UTF-16 nor Windows-1258."
        " Save it as “CSV UTF-8” or as .xlsx and upload that.",
        "blocks: Không đọc được chữ trong tệp:"
        " tệp không dùng bảng mã UTF-8, UTF-16 hay Windows-1258."
        " Lưu dưới dạng “CSV UTF-8” hoặc .xlsx rồi tải tệp đó lên.",
    ),
    File(
        "encoding_assumed",
        rows("Literacy rate,,2026,97.6,%,,Café").encode("windows-1258"),
        "a.csv",
        "notes: The file is not in UTF-8; it was read as Windows-1258."
        " Check the Vietnamese letters; “CSV UTF-8” avoids the question.",
        "notes: Tệp không dùng bảng mã UTF-8; đã đọc theo bảng mã Windows-1258."
        " Kiểm tra lại chữ tiếng Việt; lưu dưới dạng “CSV UTF-8” để tránh nhầm lẫn.",
    ),
    File(
        "hidden_sheet",
        with_hidden_sheet(),
        "a.xlsx",
        "notes: Sheet “Drafts”: The sheet is hidden and was not read."
        " Show the sheet and upload the file again if its figures are meant.",
        "notes: Trang tính “Drafts”: Trang tính đang bị ẩn nên không được đọc."
        " Nếu cần dùng số liệu của trang tính này, bỏ ẩn rồi tải tệp lên lại.",
    ),
    File(
        "sheets_left_out",
        with_sheet_left_out(),
        "a.xlsx",
        "notes: Sheets that say they are not read as figures were passed over: Kết quả."
        " Correct figures in the sheet that holds them one a row; the others follow from it.",
        "notes: Đã bỏ qua các trang tính có ghi rõ là không đọc khi cập nhật số liệu: Kết quả."
        " Sửa số liệu ở trang tính ghi mỗi dòng một số liệu; các trang khác được tính từ trang đó.",
    ),
    File(
        "error_cell",
        with_formula("#DIV/0!"),
        "a.xlsx",
        "blocks: Sheet “Figures”, row 2:"
        " The cell holds a spreadsheet error or a formula without a result."
        " Replace it by the number.",
        "blocks: Trang tính “Figures”, dòng 2:"
        " Ô báo lỗi của bảng tính hoặc chứa công thức chưa có kết quả."
        " Thay bằng con số cụ thể.",
    ),
    File(
        "value_from_formula",
        with_formula(97.6),
        "a.xlsx",
        "warns: Sheet “Figures”, row 2: 97.6 is the result of a formula."
        " Check that it is the published figure, then tick the row.",
        "warns: Trang tính “Figures”, dòng 2: 97,6 là kết quả của một công thức."
        " Kiểm tra đó đúng là số liệu được công bố rồi đánh dấu chọn dòng này.",
    ),
    File(
        "percent_cell",
        PERCENT,
        "a.xlsx",
        "warns: Sheet “Figures”, row 2: The cell is formatted as a percentage:"
        " it stores 0.976 and is read as 97.6 %."
        " Check the value, then tick the row.",
        "warns: Trang tính “Figures”, dòng 2: Ô được định dạng phần trăm:"
        " giá trị lưu là 0,976, được đọc là 97,6%."
        " Kiểm tra giá trị rồi đánh dấu chọn dòng này.",
    ),
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.code)
def test_file_says_what_is_wrong_with_it(file: File) -> None:
    reading = read(file.data, file.name)
    assert {finding.code for finding in reading.findings} == {file.code, *file.beside}
    assert said(reading.findings[0], "en") == file.english
    assert said(reading.findings[0], "vi") == file.vietnamese


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 and then nothing of a zip file",
        packed({"xl/workbook.xml": b"<workbook"}),
        packed({"xl/workbook.xml": b"<workbook/>"}),
        in_sheet(b'r="G1"', b'r="seven"'),
        repacked(GOOD, lambda name, content: b"" if name.endswith("styles.xml") else content),
    ],
    ids=["no zip", "broken XML", "parts missing", "no such cell", "empty part"],
)
def test_broken_workbooks_are_damaged_files(data: bytes) -> None:
    assert [finding.code for finding in read(data, "a.xlsx").findings] == ["file_damaged"]


def test_parts_are_read_as_utf_8_whatever_they_declare() -> None:
    other = in_sheet(b'encoding="UTF-8"', b'encoding="UTF-7"')
    assert [row.cell for row in read(other, "a.xlsx").rows] == ["Figures!D2"]


def test_part_that_stands_twice_in_the_package_is_damage() -> None:
    out = io.BytesIO(GOOD)
    with (
        pytest.warns(UserWarning, match="Duplicate name"),
        zipfile.ZipFile(out, "a") as package,
    ):
        package.writestr("xl/styles.xml", b"<styleSheet/>")
    codes = [finding.code for finding in read(out.getvalue(), "a.xlsx").findings]
    assert codes == ["file_damaged"]


def test_zip_that_is_no_workbook_is_not_what_its_name_says() -> None:
    data = packed({"letter.txt": b"Dear"})
    assert [finding.code for finding in read(data, "a.xlsx").findings] == ["not_what_its_name_says"]


def test_many_sheets_may_not_hold_together_what_one_may_not() -> None:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    for _ in range(2):
        book.add_worksheet().write(8_000, 79, 1)
    book.close()
    codes = [finding.code for finding in read(data.getvalue(), "a.xlsx").findings]
    assert codes == ["sheet_too_large"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encoding_and_delimiter_are_read_off_the_content(encoding: str, delimiter: str) -> None:
    text = f"{VIETNAMESE}\nGRDP/người;;2026;70;triệu đồng;ước tính;\n".replace(";", delimiter)
    reading = read(text.encode(encoding))
    assert [str(row.figure.value) for row in reading.rows] == ["70"]
    assert reading.findings == ()


def test_delimiter_a_spreadsheet_declares_is_believed() -> None:
    lines = "sep=;\nChỉ tiêu;Năm;Giá trị;Đơn vị\nliteracy;2026;97,6;%\n"
    assert [row.cell for row in read(lines).rows] == ["C3"]


def test_letters_of_windows_1258_are_vietnamese() -> None:
    # This encoding writes the tone of a letter as a mark of its own.
    text = "Chỉ tiêu;Năm;Giá trị;Đơn vị\nTỷ lệ biết chữ;2026;98;%\n"
    marks = {"ỉ": "i\u0309", "ă": "ă", "á": "á", "ị": "i\u0323", "ơ": "ơ", "ỷ": "y\u0309"}
    marks |= {"ệ": "ê\u0323", "ế": "ê\u0301", "ữ": "ư\u0303"}
    decomposed = "".join(marks.get(letter, letter) for letter in text)
    reading = read(decomposed.encode("windows-1258"))
    assert [row.figure.series for row in reading.rows] == ["literacy_office"]


def test_blank_rows_count_as_a_spreadsheet_counts_them() -> None:
    line = "Literacy rate,,2026,97.6,%,,"
    assert [row.cell for row in read(f"\n\n{ENGLISH}\n\n{line}\n").rows] == ["D5"]
    data = sheet((), (), HEADER, (), LITERACY)
    assert [row.cell for row in read(data, "a.xlsx").rows] == ["Figures!D5"]


def test_number_cell_has_no_decimal_mark_to_mistake() -> None:
    vietnamese = sheet(VIETNAMESE.split(";"), ("Tỷ lệ biết chữ", "", 2026, 97.6, "%"))
    reading = read(vietnamese, "a.xlsx")
    assert [str(row.figure.value) for row in reading.rows] == ["97.6"]
    assert reading.verdict is Verdict.ACCEPTED


def test_error_in_any_column_keeps_the_row_out() -> None:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    page = book.add_worksheet("Figures")
    page.write_row(0, 0, HEADER)
    page.write_row(1, 0, LITERACY)
    page.write_formula(1, 2, "=NA()", None, "#N/A")
    book.close()
    reading = read(data.getvalue(), "a.xlsx")
    assert [(f.code, f.place.cell) for f in reading.findings] == [("error_cell", "Figures!C2")]


def test_a_percent_sign_in_quotes_is_only_a_letter() -> None:
    reading = read(sheet(HEADER, LITERACY, formats={(1, 3): '0.0"%"'}), "a.xlsx")
    assert [str(row.figure.value) for row in reading.rows] == ["97.6"]
    assert reading.verdict is Verdict.ACCEPTED
