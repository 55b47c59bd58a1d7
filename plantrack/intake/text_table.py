"""CSV and TSV: bytes to cells; encoding and delimiter are read off the content."""

from __future__ import annotations

import codecs
import csv
import io
import unicodedata
from collections import Counter
from decimal import Decimal

from plantrack.intake.cells import (
    EMPTY,
    MAX_CELL_LENGTH,
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Sheet,
    Workbook,
)
from plantrack.intake.findings import Finding, Place, found

DELIMITERS = (";", "\t", ",", "|")
_FILE = Place()


def read_text_table(data: bytes, *, pasted: bool = False) -> Workbook | Finding:
    """Return the one sheet of a text file, or why it cannot be read.

    Cells `pasted` from a spreadsheet are parted by tabs: no other mark inside them parts any.
    """
    letters = decoded(data)
    if letters is None:
        return found("unreadable_text", _FILE)
    text, assumed = letters
    try:
        grid = pasted and "\t" in text
        records = _records(text, "\t" if grid else _delimiter(text))
    except csv.Error as error:
        if "field limit" in str(error):
            return found("cell_too_long", _FILE, limit=Decimal(MAX_CELL_LENGTH))
        return found("file_damaged", _FILE)
    too_much = _too_much(records)
    if too_much is not None:
        return too_much
    known = _KnownCells()
    rows = tuple([tuple(map(known.__getitem__, record)) for record in records])
    notes = (found("encoding_assumed", _FILE),) if assumed else ()
    return Workbook((Sheet(None, 0, hidden=False, rows=rows),), notes)


class _KnownCells(dict[str, Cell]):
    """Cells by their texts, each made once: tables say the same again and again."""

    def __missing__(self, text: str) -> Cell:
        stripped = text.strip()
        cell = self[text] = Cell(stripped) if stripped else EMPTY
        return cell


def decoded(data: bytes) -> tuple[str, bool] | None:
    """Return the text and whether its encoding is assumed (nothing in the file declares it)."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "windows-1258"):
        try:
            text = unicodedata.normalize("NFC", data.decode(encoding))
        except UnicodeError:
            continue
        return None if "\0" in text else (text, encoding == "windows-1258")
    return None


def _delimiter(text: str) -> str:
    """Return the mark that cuts most of the first lines into the same number of fields."""
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    if lines and lines[0].lower().startswith("sep=") and len(lines[0].strip()) == 5:
        return lines[0].strip()[-1]

    def agreement(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(record) for record in csv.reader(lines, delimiter=delimiter))
        width, count = max(
            ((w, n) for w, n in widths.items() if w > 1), key=lambda x: (x[1], x[0]), default=(1, 0)
        )
        return (count, width)

    return max(DELIMITERS, key=agreement)


def _records(text: str, delimiter: str) -> list[list[str]]:
    """Return the records; blank lines count, as they do in a spreadsheet's row numbers."""
    records: list[list[str]] = []
    for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
        records.append(record)
        if len(records) > MAX_ROWS:
            break
    return records


def _too_much(records: list[list[str]]) -> Finding | None:
    if len(records) > MAX_ROWS or any(len(record) > MAX_COLUMNS for record in records):
        return found("sheet_too_large", _FILE, rows=Decimal(MAX_ROWS), columns=Decimal(MAX_COLUMNS))
    for row, record in enumerate(records, start=1):
        for column, value in enumerate(record):
            if len(value) > MAX_CELL_LENGTH:
                return found(
                    "cell_too_long", Place(None, row, column), limit=Decimal(MAX_CELL_LENGTH)
                )
    return None
