"""A ledger nobody else has open, looked at without changing a byte of it or of its files.

Needs no plan and no seeds: for backups, the doctor and rebuilding, which have to work when those
are what is wrong. Files of older schema steps are read as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from plantrack.ledger import reading, saving, schema
from plantrack.ledger.backups import Backup, begin, finish
from plantrack.ledger.connection import connect_read_only, read_everything, refusing
from plantrack.ledger.faults import Fault
from plantrack.ledger.invariants import examine
from plantrack.ledger.manifest import Occasion
from plantrack.ledger.reasons import Unavailable
from plantrack.ledger.refusals import LedgerUnavailable
from plantrack.ledger.revisions import OpenedLedger
from plantrack.ledger.store import Saved


class ReadOnlyLedger(OpenedLedger):
    """The revisions of a closed ledger file. Raises `LedgerUnavailable` as a store does."""

    def __init__(self, location: Path, connection: duckdb.DuckDBPyConnection) -> None:
        step = schema.applied_steps(connection)
        if step is None:
            raise LedgerUnavailable(Unavailable.NOT_A_LEDGER, location)
        if step > len(schema.STEPS):
            detail = f"{step} > {len(schema.STEPS)}"
            raise LedgerUnavailable(Unavailable.NEWER_SCHEMA, location, detail)
        super().__init__(location, reading.plan_of(connection))
        self.step = step
        self._cursor = connection

    @property
    def up_to_date(self) -> bool:
        return self.step == len(schema.STEPS)

    def raw(self, digest: str) -> bytes:
        return self.kept.read(digest)

    def saved(self) -> tuple[Saved, ...]:
        """Return the saved things of every kind."""
        return saving.all_saved(self._cursor, self.plan_id)

    def examine(self) -> tuple[Fault, ...]:
        return examine(self._cursor, self.kept)

    def back_up(self, place: Path, occasion: Occasion) -> Backup:
        with refusing(place):
            return finish(begin(self._cursor, self.kept, place, occasion))

    @contextmanager
    def _work(self) -> Iterator[duckdb.DuckDBPyConnection]:
        yield self._cursor


@contextmanager
def read_only(location: Path) -> Iterator[ReadOnlyLedger]:
    """Open a ledger file that exists; every block of it is read once.

    Raises `LedgerUnavailable`, with LOCKED while a program that serves has it open.
    """
    location = location.resolve()
    with refusing(location, Unavailable.DAMAGED):
        if not location.is_file():
            reason = Unavailable.IS_A_FOLDER if location.exists() else Unavailable.NO_LEDGER
            raise LedgerUnavailable(reason, location)
        with connect_read_only(location) as connection:
            read_everything(connection)
            yield ReadOnlyLedger(location, connection)
