"""Small files of every kind, made by hand where no library writes them."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Sequence
from html import escape

import xlsxwriter

Rows = Sequence[Sequence[object]]
Merge = tuple[int, int, int, int]


def workbook(
    rows: Rows,
    *,
    name: str = "Biểu 1",
    merges: Sequence[Merge] = (),
    formats: dict[tuple[int, int], str] | None = None,
    hidden_rows: Sequence[int] = (),
    hidden_columns: Sequence[int] = (),
) -> bytes:
    """Return an XLSX file; cells under a merge take the text of its first cell."""
    return workbook_of(
        {name: rows},
        merges=merges,
        formats=formats or {},
        hidden_rows=hidden_rows,
        hidden_columns=hidden_columns,
    )


def workbook_of(
    sheets: dict[str, Rows],
    *,
    merges: Sequence[Merge] = (),
    formats: dict[tuple[int, int], str] | None = None,
    hidden_rows: Sequence[int] = (),
    hidden_columns: Sequence[int] = (),
) -> bytes:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    for name, rows in sheets.items():
        page = book.add_worksheet(name)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                style = (formats or {}).get((r, c))
                if value is not None:
                    page.write(r, c, value, book.add_format({"num_format": style or "General"}))
        for top, left, bottom, right in merges:
            page.merge_range(top, left, bottom, right, rows[top][left])
        for row_number in hidden_rows:
            page.set_row(row_number, None, None, {"hidden": True})
        for column in hidden_columns:
            page.set_column(column, column, None, None, {"hidden": True})
    book.close()
    return data.getvalue()


def page(rows: Rows, *, before: str = "") -> bytes:
    """Return an HTML page with one table."""
    lines = ("".join(f"<td>{escape(_text(value))}</td>" for value in row) for row in rows)
    table = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<html><head><meta charset='utf-8'></head>{before}<table>{table}</table>".encode()


def text(rows: Rows, delimiter: str = ";") -> str:
    return "\n".join(delimiter.join(_text(value) for value in row) for row in rows)


def open_document(
    rows: Rows, *, name: str = "Biểu 1", percent: Sequence[tuple[int, int]] = ()
) -> bytes:
    """Return an ODS file of texts, numbers and percentages."""
    body = "".join(
        "<table:table-row>"
        + "".join(_ods_cell(value, percent=(r, c) in percent) for c, value in enumerate(row))
        + "</table:table-row>"
        for r, row in enumerate(rows)
    )
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
        for prefix in ("office", "table", "text", "style")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}>'
        f'<office:body><office:spreadsheet><table:table table:name="{escape(name)}">{body}'
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0"?><manifest:manifest '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", manifest)
    return data.getvalue()


def _ods_cell(value: object, *, percent: bool) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, int | float):
        kind = "percentage" if percent else "float"
        return (
            f'<table:table-cell office:value-type="{kind}" office:value="{value}">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )
    shown = escape(str(value))
    return (
        f'<table:table-cell office:value-type="string"><text:p>{shown}</text:p></table:table-cell>'
    )


def old_workbook(
    rows: Rows, *, name: str = "Bieu1", first: bytes = b"", more: bytes = b""
) -> bytes:
    """Return an XLS file (BIFF8 in a compound file) of texts and numbers.

    `first` are records before those that name the sheet, `more` those after its cells.
    """
    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    sheet_begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    end = record(0x000A, b"")
    code_page = record(0x0042, struct.pack("<H", 1200)) + first
    name_bytes = name.encode("utf-16-le")
    sheet_length = 4 + 4 + 2 + 2 + len(name_bytes)
    position = len(begin) + len(code_page) + sheet_length + len(end)
    bound = record(0x0085, struct.pack("<IHBB", position, 0, len(name), 1) + name_bytes)
    cells = b"".join(_biff(r, c, v) for r, row in enumerate(rows) for c, v in enumerate(row))
    return _compound(begin + code_page + bound + end + sheet_begin + cells + more + end)


def _biff(row: int, column: int, value: object) -> bytes:
    if value is None or value == "":
        return b""
    if isinstance(value, int | float):
        return record(0x0203, struct.pack("<HHHd", row, column, 0, float(value)))
    letters = str(value)
    head = struct.pack("<HHHHB", row, column, 0, len(letters), 1)
    return record(0x0204, head + letters.encode("utf-16-le"))


def record(kind: int, content: bytes) -> bytes:
    """Return one record of an XLS workbook."""
    return struct.pack("<HH", kind, len(content)) + content


def _compound(stream: bytes) -> bytes:
    """Return a compound file with the one stream "Workbook"."""
    free, last, fat_mark = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(stream) // 512
    # The directory and the stream, then as many sectors as it takes to say what follows what.
    others = range(2 + sectors, 2 + sectors + (2 + sectors) // 127 + 1)
    fat = [fat_mark, last, *range(3, sectors + 2), last, *[fat_mark] * len(others)]
    of_fat = [0, *others] if len(fat) > 128 else [0]
    fat += [free] * (128 * len(of_fat) - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, len(of_fat), 1, 0, 4096, last, 0, last, 0)
    header += struct.pack("<109I", *of_fat, *[free] * (109 - len(of_fat)))
    root = _directory("Root Entry", 5, last, 0, child=1)
    entry = _directory("Workbook", 2, 2, len(stream), child=free)
    blank = bytes(66) + struct.pack("<HBBIII", 0, 0, 0, free, free, free)[2:] + bytes(128)
    folder = root + entry + (blank[:128] * 2)
    said = [struct.pack("<128I", *fat[n : n + 128]) for n in range(0, len(fat), 128)]
    return header + said[0] + folder + stream + b"".join(said[1 : len(of_fat)])


def _directory(name: str, kind: int, start: int, size: int, *, child: int) -> bytes:
    free = 0xFFFFFFFF
    letters = name.encode("utf-16-le")
    return (
        letters.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(letters) + 2, kind, 1, free, free, child)
        + bytes(16 + 4 + 8 + 8)
        + struct.pack("<IQ", start, size)
    )


def _text(value: object) -> str:
    return "" if value is None else str(value)
