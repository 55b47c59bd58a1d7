"""Bytes to sheets of cells: which kind of file it is, and whether its name agrees."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain, islice
from pathlib import PurePath
from typing import Final

from plantrack.intake.cells import Kind, Workbook
from plantrack.intake.findings import Finding, Place, found
from plantrack.intake.html_table import read_html
from plantrack.intake.legacy_fonts import legacy_encoding
from plantrack.intake.spreadsheet import read_old_spreadsheet, read_spreadsheet
from plantrack.intake.text_table import read_text_table

MAX_BYTES = 20 * 2**20
PASTED: Final = "pasted.txt"  # the name of cells pasted into a box
_FILE = Place()
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML = (b"<html", b"<!doctype html", b"<table", b"<head", b"<body", b"<meta", b"<div", b"<style")
_OTHER_KINDS = (b"%pdf", b"\x89png", b"\xff\xd8\xff", b"{\\rtf", b"<?xml", b"<!doctype", b"<svg")
_TEXT_NAMES = (".csv", ".tsv", ".txt")
_PACKAGE_NAMES = (".xlsx", ".xlsm", ".ods")
_PAGE_NAMES = (".xls", ".xlsx", ".html", ".htm")
_SAMPLE = 20_000  # cells looked at for old encodings


def read_workbook(data: bytes, filename: str) -> Workbook | Finding:
    """Return the sheets of a file, or the one finding that says why it cannot be read."""
    extension = PurePath(filename).suffix.lower()
    if not data.strip():
        return found("empty_file", _FILE)
    if len(data) > MAX_BYTES:
        return found("file_too_large", _FILE, limit=Decimal(MAX_BYTES // 2**20))
    workbook = _read(data, extension, pasted=filename == PASTED)
    return workbook if isinstance(workbook, Finding) else _in_unicode(workbook, data)


def _read(data: bytes, extension: str, *, pasted: bool) -> Workbook | Finding:
    """The content says what a file is; a name that contradicts it is refused."""
    if extension not in {*_TEXT_NAMES, *_PACKAGE_NAMES, *_PAGE_NAMES}:
        return found("unknown_kind", _FILE)
    refused = found("not_what_its_name_says", _FILE, extension=extension)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return found("file_encrypted", _FILE)
        return read_old_spreadsheet(data) if extension == ".xls" else refused
    if data.startswith(_ZIP):
        if extension not in (*_PACKAGE_NAMES, ".xls"):
            return refused
        read = read_spreadsheet(data)
        strange = isinstance(read, Finding) and read.code == "unknown_kind"
        return refused if strange else read
    start = _beginning(data)
    if start.startswith(_HTML):
        return read_html(data) if extension in _PAGE_NAMES else refused
    if extension not in _TEXT_NAMES or start.startswith(_OTHER_KINDS):
        return refused
    return read_text_table(data, pasted=pasted)


def _beginning(data: bytes) -> bytes:
    """The first letters of a text, in lower case, without byte order marks and comments."""
    head = data[:2_000].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf")
    head = head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").lstrip().lower()
    while head.startswith(b"<!--") and b"-->" in head:
        head = head.partition(b"-->")[2].lstrip()
    return head


def _in_unicode(workbook: Workbook, data: bytes) -> Workbook | Finding:
    cells = chain.from_iterable(row for sheet in workbook.sheets for row in sheet.rows)
    texts = (cell.text for cell in islice(cells, _SAMPLE) if cell.kind is Kind.TEXT and cell.text)
    encoding = legacy_encoding(texts)
    if encoding is None and any(one.code == "encoding_assumed" for one in workbook.findings):
        # Under Windows-1258 some of the old letters turn into Vietnamese ones, others do not.
        encoding = legacy_encoding([data[:_SAMPLE].decode("latin-1")])
    return workbook if encoding is None else found("legacy_encoding", _FILE, encoding=encoding)
