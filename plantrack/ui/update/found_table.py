"""The tables as found in the file: the sheet's own rows and columns, the cells used marked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from html import escape
from typing import Final

import streamlit as st

from plantrack.intake.findings import Finding, Place, column_letters, sentence
from plantrack.intake.rules import Reading
from plantrack.intake.tables_found import CellFound, CellUse, TableFound, layout_name
from plantrack.ui.literal import literal
from plantrack.ui.view import View
from plantrack.words import Say, mark

MOST_ROWS: Final = 40
BESIDE_USED: Final = 5  # rows that are not used, where there are more than fit a screen
_ONE_SCREEN: Final = 9  # rows
MOST_COLUMNS: Final = 20
MOST_TABLES: Final = 8
_LONGEST: Final = 80  # letters of a cell
_OUT: Final = "out"  # a value that stays out, unlike one that can be recorded
_KINDS: Final[Mapping[CellUse, str]] = {
    CellUse.HEADER: "header",
    CellUse.YEAR: "header",
    CellUse.LABEL: "label",
    CellUse.PLACE: "label",
    CellUse.SERIES: "label",
    CellUse.UNIT: "unit",
    CellUse.STATUS: "unit",
    CellUse.NOTE: "unit",
    CellUse.VALUE: "value",
    CellUse.UNUSED: "unused",
}
_LEGEND: Final = {
    "header": mark("header or year"),
    "label": mark("label"),
    "unit": mark("unit, status or note"),
    "value": mark("value that can be recorded"),
    _OUT: mark("value that stays out, or changes nothing"),
    "unused": mark("not read"),
}
_HIDDEN: Final = frozenset({"hidden_cells", "hidden_sheet"})


def draw_tables(view: View, reading: Reading) -> None:
    """Draw every table of the file, the first that gave a figure open."""
    say = view.say
    accepted = {row.cell for row in reading.rows}
    first = next((one for one in reading.tables if one.figures), None)
    for table in reading.tables[:MOST_TABLES]:
        with st.expander(
            literal(told_table(table, say)), icon=":material/table:", expanded=table is first
        ):
            st.html(table_as_found(table, accepted, say))
            for finding in reading.findings:
                if _beside(finding, table):
                    st.caption(literal(sentence(finding, say)))
    more = len(reading.tables) - MOST_TABLES
    if more > 0:
        told = say.many("{count} more table was read.", "{count} more tables were read.", more)
        st.caption(told)


def told_table(table: TableFound, say: Say) -> str:
    """Return where a table stands, its layout, and how many figures were read from it."""
    where = say("rows {first}–{last}", first=table.first_row, last=table.last_row)
    if table.sheet is not None:
        where = say("sheet “{sheet}”, {rows}", sheet=table.sheet[:_LONGEST], rows=where)
    read = say.many("{count} figure read", "{count} figures read", table.figures)
    if not table.figures:
        read = say("no figure read")
    return say(
        "The table as found ({where}): {layout}; {read}",
        where=where,
        layout=layout_name(table, say),
        read=read,
    )


def table_as_found(table: TableFound, accepted: Collection[str], say: Say) -> str:
    """Return a table for `st.html` with its legend; everything the file says is escaped.

    `accepted` are the cells of rows that can be recorded.
    """
    cells = {(one.row, one.column): one for one in table.cells}
    used = _used(table, "row")
    most = min(max(len(used) + BESIDE_USED, _ONE_SCREEN), MOST_ROWS)
    rows = _most_used((one.row for one in table.cells), used, most)
    columns = _most_used((one.column for one in table.cells), _used(table, "column"), MOST_COLUMNS)
    if not rows:
        return ""
    letters = "".join(f'<th scope="col">{column_letters(c)}</th>' for c in columns)
    every_row = sorted({one.row for one in table.cells})
    body, before = [], 0
    for row in rows:
        body.append(_gap(sum(before < r < row for r in every_row), len(columns), say))
        line = "".join(_cell(table, cells.get((row, c)), accepted, say) for c in columns)
        body.append(f'<tr><th scope="row">{row}</th>{line}</tr>')
        before = row
    body.append(_gap(sum(r > before for r in every_row), len(columns), say))
    name = escape(told_table(table, say), quote=True)
    return (
        f"{_legend(table, accepted, say)}"
        f'<div class="sheet" role="region" tabindex="0" aria-label="{name}">'
        f"<table><caption>{name}</caption><thead><tr><td></td>{letters}</tr></thead>"
        f"<tbody>{''.join(body)}</tbody></table></div>{_left_out(table, columns, say)}"
    )


def _used(table: TableFound, axis: str) -> set[int]:
    return {getattr(one, axis) for one in table.cells if one.use is not CellUse.UNUSED}


def _most_used(numbers: Iterable[int], used: Collection[int], most: int) -> list[int]:
    """Return the numbers in order; where they are too many, the used ones and those near them."""
    distance = {one: min((abs(one - other) for other in used), default=0) for one in set(numbers)}
    return sorted(sorted(distance, key=lambda one: (distance[one], one))[:most])


def _kind(table: TableFound, cell: CellFound, accepted: Collection[str]) -> str:
    place = Place(table.sheet, cell.row, cell.column, table.sheet_number)
    stays_out = cell.use is CellUse.VALUE and place.cell not in accepted
    return _OUT if stays_out else _KINDS[cell.use]


def _cell(table: TableFound, cell: CellFound | None, accepted: Collection[str], say: Say) -> str:
    if cell is None:
        return "<td></td>"
    kind = _kind(table, cell, accepted)
    text = cell.text if len(cell.text) <= _LONGEST else f"{cell.text[:_LONGEST]}…"
    meant = f"<i>({escape(say(_LEGEND[kind]))})</i>" if kind in ("value", _OUT) else ""
    return f'<td class="{kind}"><span>{escape(text)}</span>{meant}</td>'


def _gap(count: int, width: int, say: Say) -> str:
    if count <= 0:
        return ""
    told = say.many("{count} row not shown", "{count} rows not shown", count)
    return f'<tr class="gap"><th scope="row">⋮</th><td colspan="{width}">{escape(told)}</td></tr>'


def _legend(table: TableFound, accepted: Collection[str], say: Say) -> str:
    there = {_kind(table, cell, accepted) for cell in table.cells}
    items = "".join(
        f'<li class="{kind}"><span>{escape(say(name))}</span></li>'
        for kind, name in _LEGEND.items()
        if kind in there
    )
    return f'<ul class="legend">{items}</ul>'


def _left_out(table: TableFound, columns: Sequence[int], say: Say) -> str:
    told = []
    hidden = len({one.column for one in table.cells}) - len(columns)
    if hidden > 0:
        told.append(say.many("{count} column not shown.", "{count} columns not shown.", hidden))
    if table.clipped:
        told.append(say("The table is longer or wider than is shown; all of it was read."))
    return f'<p class="left-out">{escape(" ".join(told))}</p>' if told else ""


def _beside(finding: Finding, table: TableFound) -> bool:
    """Whether a finding tells why a table, or part of its sheet, is read as it is."""
    if finding.place.sheet_number != table.sheet_number:
        return False
    if finding.code in _HIDDEN:
        return True
    row = finding.place.row or 0
    return table.figures == 0 and table.first_row <= row <= table.last_row
