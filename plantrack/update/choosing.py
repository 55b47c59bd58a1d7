"""Which rows of a reading are recorded: those that need no tick, and those that were ticked."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from plantrack.intake.rules import AcceptedRow, Reading


def consents(reading: Reading) -> Mapping[str, tuple[AcceptedRow, ...]]:
    """Return the rows that need a tick: alone, or the whole set of shares they belong to.

    The key names what was found, and the value: a tick answers certain findings, and where
    others are found (a figure somebody recorded meanwhile) or another value was entered since,
    it is asked for again.
    """
    sets: dict[str, list[AcceptedRow]] = {}
    for row in reading.rows:
        if row.needs_tick:
            sets.setdefault(row.share_set or row.cell, []).append(row)
    return {"+".join(map(_asked, rows)): tuple(rows) for rows in sets.values()}


def _asked(row: AcceptedRow) -> str:
    return "/".join((row.cell, format(row.figure.value, "f"), *row.finding_codes))


def chosen_rows(reading: Reading, ticks: Collection[str]) -> tuple[AcceptedRow, ...]:
    """Return the rows to record: those without a warning and those whose warning was ticked."""
    agreed = {row.cell for key, rows in consents(reading).items() if key in ticks for row in rows}
    return tuple(row for row in reading.rows if not row.needs_tick or row.cell in agreed)
