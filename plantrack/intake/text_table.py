"""CSV and TSV: bytes to cells; encoding and delimiter are read off the content."""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections import Counter
from decimal import Decimal
from itertools import pairwise

from plantrack.intake.cells import (
    EMPTY,
    MAX_CELL_LENGTH,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Sheet,
    Workbook,
    sheet_too_large,
)
from plantrack.intake.findings import Finding, Place, found

DELIMITERS = (";", "\t", ",", "|")
_FILE = Place()
_REPLACED = "\N{REPLACEMENT CHARACTER}"
_WITHOUT_LETTERS = re.compile(rf"[^\W\d_]*[?{_REPLACED}]+[^\W\d_]+[?{_REPLACED}\w]*")
_SHOWN = 3
_PLAIN = 0.4  # of the letters of a table, at the least
_NO_TEXT = frozenset(("Cc", "Cn", "Co", "Cs"))
_BEFORE = re.compile(r"\s*-?[0-9]+")
_AFTER = re.compile(r"[0-9]{1,3}\s*")


def read_text_table(data: bytes, *, pasted: bool = False) -> Workbook | Finding:
    """Return the one sheet of a text file, or why it cannot be read.

    Cells `pasted` from a spreadsheet are parted by tabs: no other mark inside them parts any.
    """
    letters = decoded(data)
    if letters is None:
        return found("unreadable_text", _FILE)
    text, assumed = letters
    lost = _letters_lost(text)
    if lost:
        return found("letters_lost", _FILE, texts=tuple(f"“{word}”" for word in lost))
    try:
        grid = pasted and "\t" in text
        delimiter = "\t" if grid else _delimiter(text)
        records = _records(text, delimiter)
    except csv.Error as error:
        if "field limit" in str(error):
            return found("cell_too_long", _FILE, limit=Decimal(MAX_CELL_LENGTH))
        return found("file_damaged", _FILE)
    refusal = _too_much(records) or (_parted(records) if delimiter == "," else None)
    if refusal is not None:
        return refusal
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


def _letters_lost(text: str) -> tuple[str, ...]:
    """Return words in which question marks took the place of letters the encoding lacks."""
    if "?" not in text and _REPLACED not in text:
        return ()
    words = tuple(dict.fromkeys(_WITHOUT_LETTERS.findall(text)))
    return words[:_SHOWN] if len(words) >= _SHOWN or _REPLACED in text else ()


def decoded(data: bytes) -> tuple[str, bool] | None:
    """Return the text and whether its encoding is assumed (nothing in the file declares it)."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    order = None if wide else _byte_order(data)
    for encoding in ("utf-16",) if wide else (order,) if order else ("utf-8-sig", "windows-1258"):
        try:
            text = unicodedata.normalize("NFC", data.decode(encoding))
        except UnicodeError:
            continue
        strange = "\0" in text or (order is not None and _strange(text))
        return None if strange else (text, encoding == "windows-1258")
    return None


def _byte_order(data: bytes) -> str | None:
    """Return how UTF-16 without a byte order mark is written, None where the text is not that.

    Marks, digits and plain letters have a NUL as their upper byte, and no other encoding of text
    has NULs at all.
    """
    if len(data) % 2:
        return None
    first, second = data[::2].count(0), data[1::2].count(0)
    if max(first, second) < len(data) / 2 * _PLAIN or min(first, second) > max(first, second) / 4:
        return None
    return "utf-16-be" if first > second else "utf-16-le"


def _strange(text: str) -> bool:
    """Whether a text has signs no table has: control characters, private or unassigned ones."""
    return any(unicodedata.category(sign) in _NO_TEXT for sign in set(text) - set("\t\r\n"))


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
    cells = 0
    for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
        records.append(record)
        cells += len(record)
        if len(records) > MAX_ROWS or cells > MAX_CELLS:
            break
    return records


def _too_much(records: list[list[str]]) -> Finding | None:
    cells = sum(len(record) for record in records)
    if max(len(records) - MAX_ROWS, cells - MAX_CELLS) > 0 or any(
        len(record) > MAX_COLUMNS for record in records
    ):
        return sheet_too_large()
    for row, record in enumerate(records, start=1):
        for column, value in enumerate(record):
            if len(value) > MAX_CELL_LENGTH:
                return found(
                    "cell_too_long", Place(None, row, column), limit=Decimal(MAX_CELL_LENGTH)
                )
    return None


def _parted(records: list[list[str]]) -> Finding | None:
    """Say where commas part the columns and numbers as well: "66,5" became two cells."""
    if len({len(record) for record in records if record}) < 2:
        return None
    whole = max((len(record) for record in records if not _beside(record)), default=0)
    for row, record in enumerate(records, start=1):
        if whole and any(value.strip() for value in record[whole:]) and _beside(record):
            return found("decimals_parted", Place(None, row), columns=whole)
    return None


def _beside(record: list[str]) -> bool:
    """Whether two cells side by side can be what is before and after a decimal comma."""
    return any(_BEFORE.fullmatch(a) and _AFTER.fullmatch(b) for a, b in pairwise(record))
