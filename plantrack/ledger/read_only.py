"""A ledger nobody else has open, looked at without changing a byte of it or of its files.

Needs no plan and no seeds: for backups, the doctor and rebuilding, which have to work when those
are what is wrong. Files of older schema steps are read as they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from plantrack.ledger import reading, schema
from plantrack.ledger.backups import Backup, begin, finish
from plantrack.ledger.connection import connect_read_only, read_everything, refusing
from plantrack.ledger.definition import differing
from plantrack.ledger.faults import Fault
from plantrack.ledger.invariants import examine
from plantrack.ledger.manifest import Occasion
from plantrack.ledger.past import Past
from plantrack.ledger.raw import KeptFiles
from plantrack.ledger.reasons import Unavailable
from plantrack.ledger.refusals import LedgerUnavailable
from plantrack.ledger.store import Saved, Snapshot
from plantrack.model import Figure, Revision
from plantrack.plan import Plan


class ReadOnlyLedger:
    """The revisions of a closed ledger file. Raises `LedgerUnavailable` as a store does."""

    def __init__(self, location: Path, connection: duckdb.DuckDBPyConnection) -> None:
        self.location = location
        self.kept = KeptFiles.beside(location)
        self._cursor = connection
        self.step = schema.applied_steps(connection)
        if self.step is None:
            raise LedgerUnavailable(Unavailable.NOT_A_LEDGER, location)
        if self.step > len(schema.STEPS):
            detail = f"{self.step} > {len(schema.STEPS)}"
            raise LedgerUnavailable(Unavailable.NEWER_SCHEMA, location, detail)
        (self.plan_id,) = (r[0] for r in connection.execute("SELECT plan_id FROM plans").fetchall())

    @property
    def up_to_date(self) -> bool:
        return self.step == len(schema.STEPS)

    def revision(self) -> int:
        return self._past().head

    def history(self) -> tuple[Revision, ...]:
        return reading.history(self._cursor, self.plan_id, self._past())

    def figures_of(self, revision: int) -> tuple[Figure, ...]:
        return reading.figures_of(self._cursor, self.plan_id, revision)

    def current(self) -> Snapshot:
        return reading.snapshot(self._cursor, self.plan_id, self._past())

    def as_of(self, revision: int) -> Snapshot:
        return reading.snapshot(self._cursor, self.plan_id, self._past().until(revision))

    def raw(self, digest: str) -> bytes:
        return self.kept.read(digest)

    def saved(self) -> tuple[Saved, ...]:
        """Return the saved things of every kind."""
        rows = self._cursor.execute(
            "SELECT kind, name, value, saved_by, saved_at FROM saved WHERE plan_id = ? "
            "ORDER BY kind, name",
            [self.plan_id],
        ).fetchall()
        return tuple(
            Saved(kind, name, json.loads(text), by, at) for kind, name, text, by, at in rows
        )

    def definition(self, digest: str) -> str:
        rows = self._cursor.execute(
            "SELECT definition FROM definitions WHERE plan_id = ? AND plan_digest = ?",
            [self.plan_id, digest],
        ).fetchall()
        if not rows:
            raise LedgerUnavailable(Unavailable.NO_DEFINITION, self.location, digest)
        return str(rows[0][0])

    def examine(self) -> tuple[Fault, ...]:
        return examine(self._cursor, self.kept)

    def differing_definition(self, plan: Plan) -> tuple[str, ...]:
        return differing(self._cursor, plan)

    def back_up(self, place: Path, occasion: Occasion) -> Backup:
        with refusing(place):
            return finish(begin(self._cursor, self.kept, place, occasion))

    def _past(self) -> Past:
        return reading.past(self._cursor, self.plan_id)


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
