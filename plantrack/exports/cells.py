"""Cells of the files that leave: what a person wrote never runs as a formula."""

from __future__ import annotations

from typing import Final

# A spreadsheet runs a cell that starts so as a formula.
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def inert(cell: str) -> str:
    """Return the cell so that no spreadsheet takes it for a formula.

    >>> inert("=1+1"), inert("GRDP")
    ("'=1+1", 'GRDP')
    """
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
