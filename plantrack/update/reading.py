"""The one place that reads a file into rows and findings; run in a child by `plantrack.worker`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from plantrack.intake.rules import Reading, read_file
from plantrack.model import Figure
from plantrack.plan import Plan

# As a worker names it.
READ: Final = f"{__name__}:read"
_NO_ORIGIN: Final = ""  # until it is stated: it decides neither findings nor comparison


def read(
    report: Callable[[float], None],
    data: bytes,
    name: str,
    plan: Plan,
    current: Sequence[Figure],
    series: str,
    answers: Mapping[str, str],
) -> Reading:
    """Return what a file holds against the figures that stand; `report` hears of the progress."""
    report(0.0)
    return read_file(
        data,
        name,
        plan,
        current,
        answers=answers,
        series_choice=series,
        origin=_NO_ORIGIN,
        report=report,
    )
