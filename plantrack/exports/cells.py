"""Cells of the files that leave: what a person wrote never runs as a formula."""

from __future__ import annotations

from plantrack.intake.columns import FORMULA_STARTS


def inert(cell: str) -> str:
    """Return the cell so that no spreadsheet takes it for a formula.

    >>> inert("=1+1"), inert("GRDP")
    ("'=1+1", 'GRDP')
    """
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
