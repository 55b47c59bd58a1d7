"""The one place that reads a file into rows and findings; run in a child by `plantrack.worker`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
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
    today: date | None = None,
) -> Reading:
    """Return what a file holds against the figures that stand; `report` hears of the progress.

    `today` is the day no document may be dated after (None = today where the plan is).
    """
    report(0.0)
    return read_file(
        data,
        name,
        plan,
        current,
        answers=answers,
        series_choice=series,
        origin=_NO_ORIGIN,
        today=today,
        report=report,
    )
