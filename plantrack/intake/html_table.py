"""Tables of an HTML page, which some programs save under the name of a workbook."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from html.parser import HTMLParser

from plantrack.intake.cells import (
    EMPTY,
    MAX_CELL_LENGTH,
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Merge,
    Sheet,
    Workbook,
    sheet_too_large,
)
from plantrack.intake.findings import Finding, Place, found
from plantrack.intake.raised import raised
from plantrack.intake.text_table import decoded

_SILENT = frozenset({"script", "style", "title", "noscript", "template"})
_MAX_TABLES = 50
_MAX_UNENDED = 100
_MAX_CELLS = 250_000  # a page is slow to read, and none made for readers has as many
_ENDLESS_TAG = re.compile(r"<[^<>]{1000000}")


def read_html(data: bytes) -> Workbook | Finding:
    """Return one sheet for each table of the page, or why it cannot be read."""
    text = decoded(data)
    if text is None:
        return found("unreadable_text", Place())
    reader = _Tables()
    try:
        reader.feed(_endable(text[0]))
        reader.close()
    except _TooLarge as too_large:
        return too_large.finding
    sheets = [table for table in reader.tables if table.rows]
    if not sheets:
        return found("no_table_in_page", Place())
    several = len(sheets) > 1
    return Workbook(
        tuple(
            Sheet(
                f"Table {number + 1}" if several else None,
                number,
                hidden=False,
                rows=tuple(tuple(row) for row in table.rows),
                hidden_rows=frozenset(table.hidden_rows),
                hidden_columns=frozenset(table.hidden_columns),
                merges=tuple(table.merges),
            )
            for number, table in enumerate(sheets)
        )
    )


def _endable(text: str) -> str:
    """Return a page without thousands of tags or comments that never end, `_TooLarge` for a tag.

    The parser looks for the end of each again and again: a page can make that take hours.
    """
    if _ENDLESS_TAG.search(text) or text.count("<") > 4 * _MAX_CELLS:
        raise _TooLarge(sheet_too_large())
    for start, end in (("<!--", "-->"), ("<", ">")):
        last = text.rfind(end) + 1
        if text.count(start, last) > _MAX_UNENDED:
            text = text[: text.find(start, last)]
    return text


class _TooLarge(Exception):
    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


class _Table:
    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self.merges: list[Merge] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self._covered: set[tuple[int, int]] = set()

    def add_row(self, hidden: bool) -> None:
        self.rows.append([])
        if hidden:
            self.hidden_rows.add(len(self.rows) - 1)

    def add_cell(self, text: str, down: int, across: int, *, hidden: bool) -> None:
        if not self.rows:
            self.add_row(hidden=False)
        row, cells = len(self.rows) - 1, self.rows[-1]
        while (row, len(cells)) in self._covered:
            cells.append(EMPTY)
        column = len(cells)
        cells.append(Cell(text))
        if hidden:
            self.hidden_columns.add(column)
        cells.extend([EMPTY] * (across - 1))
        if down > 1:
            covered = (
                (r, c) for r in range(row + 1, row + down) for c in range(column, column + across)
            )
            self._covered.update(covered)
        if down > 1 or across > 1:
            self.merges.append((row, column, row + down - 1, column + across - 1))


class _Tables(HTMLParser):
    """Nested tables (pages laid out in tables) hand over to the innermost."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._open: list[_Table] = []
        self._text: list[str] | None = None
        self._length = self._cells = 0
        self._spans = (1, 1)
        self._silent = 0
        self._raised = self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._finish_cell()
            table = _Table()
            self.tables.append(table)
            self._open.append(table)
            if len(self.tables) > _MAX_TABLES:
                raise _TooLarge(sheet_too_large())
        elif tag == "tr" and self._open:
            self._finish_cell()
            self._open[-1].add_row(_hidden(attrs))
            if len(self._open[-1].rows) > MAX_ROWS:
                raise _TooLarge(sheet_too_large())
        elif tag in ("td", "th") and self._open:
            self._finish_cell()
            spans, self._hidden = dict(attrs), _hidden(attrs)
            self._spans = (_span(spans.get("rowspan")), _span(spans.get("colspan")))
            self._text, self._length = [], 0
        elif tag == "br" and self._text is not None:
            self._text.append(" ")
        elif tag == "sup":
            self._raised = True

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in ("td", "th", "tr"):
            self._finish_cell()
        elif tag == "sup":
            self._raised = False
        elif tag == "table" and self._open:
            self._finish_cell()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._text is None or self._silent:
            return
        self._length += len(data)
        if self._length > 4 * MAX_CELL_LENGTH:  # blanks of the page's layout do not count
            raise _TooLarge(found("cell_too_long", Place(), limit=Decimal(MAX_CELL_LENGTH)))
        self._text.append(raised(data) if self._raised else data)

    def close(self) -> None:
        super().close()
        self._finish_cell()

    def _finish_cell(self) -> None:
        if self._text is None or not self._open:
            return
        text = unicodedata.normalize("NFC", " ".join("".join(self._text).split()))
        self._text, self._raised = None, False
        if len(text) > MAX_CELL_LENGTH:
            raise _TooLarge(found("cell_too_long", Place(), limit=Decimal(MAX_CELL_LENGTH)))
        down, across = self._spans
        self._open[-1].add_cell(text, down, across, hidden=self._hidden)
        self._cells += across * down
        if self._cells > _MAX_CELLS or len(self._open[-1].rows[-1]) > MAX_COLUMNS:
            raise _TooLarge(sheet_too_large())


def _hidden(attrs: list[tuple[str, str | None]]) -> bool:
    return "display:none" in (dict(attrs).get("style") or "").replace(" ", "").lower()


def _span(text: str | None) -> int:
    """A span that is no number is one cell, as in a browser."""
    return (
        max(1, min(int(text), 1_000))
        if text and text.strip().isascii() and text.strip().isdigit()
        else 1
    )
