"""Findings by their columns: how a hundred thousand of them go from one process to another.

Sent one by one each costs a call; as a few long columns they were measured at a tenth of that.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from operator import itemgetter
from typing import Any

from plantrack.intake.findings import Finding, Place

# Codes, values, and a column for each field of a place.
Columns = tuple[tuple[Any, ...], ...]


def columns_of(findings: Sequence[Finding]) -> Columns:
    """Return the columns of `findings`."""
    codes, places, values = _columns(findings, len(Finding._fields))
    return (codes, values, *_columns(places, len(Place._fields)))


def of_columns(columns: Columns) -> tuple[Finding, ...]:
    """Return the findings whose columns these are."""
    codes, values, *places = columns
    at = map(partial(tuple.__new__, Place), zip(*places, strict=True))
    return tuple(map(partial(tuple.__new__, Finding), zip(codes, at, values, strict=True)))


def _columns(rows: Sequence[tuple[Any, ...]], width: int) -> Columns:
    return tuple(tuple(map(itemgetter(number), rows)) for number in range(width))
