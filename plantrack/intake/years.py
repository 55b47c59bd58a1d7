"""The year of a figure: one calendar year, or the reason it is none."""

from __future__ import annotations

import re
from enum import StrEnum

from plantrack.intake.cells import Cell, Kind
from plantrack.intake.matching import folded

_YEAR = re.compile(r"[12][0-9]{3}")
# Words and forms of periods that are not one year, folded: "6 tháng", "Q1/2026", "2021–2022".
SPAN = re.compile(
    r"\b(?:q|h)[1-4]\b|\bquarter|\bhalf\b|\bmonths?\b|\baverage\b|\bperiod\b"
    r"|\bquy\b|\bthang\b|\bnua\b|\bbinh quan\b|\bgiai doan\b|\b[0-9]{1,2}\s*t\b"
    r"|[12][0-9]{3}\s*(?:-|–|—|/|to|den)\s*(?:[12][0-9]{3}|[0-9]{2})\b"
    r"|\b[0-9]{1,2}\s*[-/.]\s*[12][0-9]{3}\b"
)


class Unyearly(StrEnum):
    """Why a cell is not one calendar year (codes of findings)."""

    MISSING = "year_missing"
    SPAN = "span_as_year"
    NOT_A_YEAR = "not_a_year"


def read_year(cell: Cell) -> int | Unyearly:
    """Return the year a cell holds.

    >>> read_year(Cell("2026")), read_year(Cell("6 tháng đầu năm 2026"))
    (2026, <Unyearly.SPAN: 'span_as_year'>)
    """
    if cell.empty:
        return Unyearly.MISSING
    if cell.kind is Kind.DATE:
        return Unyearly.NOT_A_YEAR
    if _YEAR.fullmatch(cell.text):
        return int(cell.text)
    return Unyearly.SPAN if SPAN.search(folded(cell.text)) else Unyearly.NOT_A_YEAR
