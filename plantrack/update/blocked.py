"""Cells that keep a figure out and can be put right: what they say, and where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from plantrack.intake.findings import Finding, Place, Severity
from plantrack.intake.reading import figure_at
from plantrack.intake.rules import Reading
from plantrack.intake.tables_found import CellFound, CellUse, TableFound

# Another text in the cell can let the figure in; what is not listed is about more than one cell.
_OF_A_CELL: Final = frozenset(
    {
        "another_place",
        "part_of_a_year",
        "not_a_number",
        "number_too_long",
        "error_cell",
        "wrong_decimal_mark",
        "ambiguous_number",
        "unit_missing",
        "unknown_unit",
        "wrong_unit",
        "indicator_missing",
        "unknown_indicator",
        "indicator_suggested",
        "ambiguous_indicator",
        "year_missing",
        "not_a_year",
        "year_outside_plan",
        "unknown_status",
        "no_such_series",
        "ambiguous_series",
        "series_not_chosen",
    }
)
_OF_A_SET: Final = "shares_do_not_sum"
# About the figure: the cell that holds its value.
_OF_THE_VALUE: Final = frozenset(
    {
        "below_floor",
        "above_ceiling",
        "unit_slip_larger",
        "unit_slip_smaller",
        "duplicate_disagrees",
        "duplicate_status",
        _OF_A_SET,
    }
)
_SAID_ALREADY: Final = frozenset({"unchanged", "value_missing", "value_not_available"})


@dataclass(frozen=True, slots=True)
class BlockedCell:
    """`around` are the label and the year beside it, as the file writes them."""

    cell: str
    text: str
    holds_value: bool
    around: tuple[str, ...]
    finding: Finding


def blocked_cells(reading: Reading) -> tuple[BlockedCell, ...]:
    """Return the cells whose correction can let a figure in, each once, in the file's order.

    A label or unit that stands there several times is no slip, so it is not offered.
    """
    asked = {(one.finding.code, one.finding.place) for one in reading.questions}
    accepted = {row.cell for row in reading.rows}
    known: dict[str, BlockedCell] = {}
    said = _values_said(reading)
    # What is wrong with a cell comes before what is wrong with its set of shares.
    for finding in sorted(reading.findings, key=lambda one: one.code == _OF_A_SET):
        open_question = (finding.code, finding.place) in asked
        if open_question or finding.severity not in (Severity.BLOCKS, Severity.ASKS):
            continue
        for one in _cells(finding, reading.tables, said):
            if one.cell not in accepted:
                known.setdefault(one.cell, one)
    alike = Counter(one.text for one in known.values() if not one.holds_value)
    once = [one for one in known.values() if one.holds_value or alike[one.text] == 1]
    return tuple(sorted(once, key=lambda one: one.finding.place.order))


def _values_said(reading: Reading) -> frozenset[tuple[int, int | None, int | None]]:
    """The cells and rows about which something else was said: they are no part of a set."""
    stays_out = (Severity.BLOCKS, Severity.ASKS)
    return frozenset(
        figure_at(one.place)
        for one in reading.findings
        if one.code in _SAID_ALREADY or (one.severity in stays_out and one.code != _OF_A_SET)
    )


def _cells(
    finding: Finding,
    tables: Iterable[TableFound],
    said: frozenset[tuple[int, int | None, int | None]],
) -> Iterator[BlockedCell]:
    place = finding.place
    table = next((one for one in tables if _holds(one, place)), None)
    if table is None:
        return
    cells = {(one.row, one.column): one for one in table.cells}
    if finding.code in _OF_A_CELL and place.column is not None and place.row is not None:
        here = cells.get((place.row, place.column))
        text = "" if here is None else here.text
        value = here is not None and here.use is CellUse.VALUE
        yield BlockedCell(place.cell, text, value, _around(table, cells, place), finding)
    elif finding.code in _OF_THE_VALUE:
        for one in table.cells:
            if one.use is not CellUse.VALUE or not _about(finding, one):
                continue
            at = place._replace(row=one.row, column=one.column, by_cell=True)
            around = _around(table, cells, at)
            if finding.code != _OF_A_SET or _open_share(finding, at, around, said):
                yield BlockedCell(at.cell, one.text, True, around, finding._replace(place=at))


def _open_share(
    finding: Finding,
    at: Place,
    around: tuple[str, ...],
    said: frozenset[tuple[int, int | None, int | None]],
) -> bool:
    """Whether a value is of the year whose shares do not sum, and can be to blame."""
    of_year = any(str(finding.values["year"]) in text for text in around[-1:])
    return of_year and not {(at.sheet_number, at.row, c) for c in (at.column, None)} & said


def _holds(table: TableFound, place: Place) -> bool:
    if table.sheet_number != place.sheet_number or place.row is None:
        return False
    return min((table.first_row, *table.header_rows)) <= place.row <= table.last_row


def _about(finding: Finding, cell: CellFound) -> bool:
    """Whether a value is the one meant; for shares, any: their year tells."""
    if finding.code == _OF_A_SET:
        return True
    place = finding.place
    return cell.row == place.row and (not place.by_cell or cell.column == place.column)


def _around(
    table: TableFound, cells: Mapping[tuple[int, int], CellFound], place: Place
) -> tuple[str, ...]:
    """Return the label and the year of a cell, as far as the table has them."""
    if place.row in table.header_rows:
        return ()
    same_row = [one for one in table.cells if one.row == place.row and one.column != place.column]
    above = [cells[r, place.column or 0] for r in table.header_rows if (r, place.column) in cells]
    labels = [one.text for one in same_row if one.use is CellUse.LABEL][:1]
    years = [one.text for one in (*same_row, *above) if one.use is CellUse.YEAR][:1]
    return (*labels, *years)
