"""The plan of another province, and what its bureau might publish next."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from plantrack.ledger import EmbeddedStore
from plantrack.model import Figure, Period, Status

SECOND_PLAN = Path(__file__).parent / "plans" / "second"
OUTPUT = "output_per_person_bureau"


def output(store: EmbeddedStore, year: int, value: str) -> Figure:
    """Output per person in `year`, as a new publication of the bureau would state it."""
    like = next(
        f for f in store.current().figures if f.series == OUTPUT and f.geography == "dolina"
    )
    return replace(
        like,
        period=Period.of_year(year),
        value=Decimal(value),
        status=Status.OFFICIAL,
        revision=None,
    )
