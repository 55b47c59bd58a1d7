"""What every opened ledger answers, whether it may be written or only be read."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path

import duckdb

from plantrack.ledger import reading
from plantrack.ledger.definition import differing
from plantrack.ledger.past import Past
from plantrack.ledger.raw import KeptFiles
from plantrack.ledger.reasons import Unavailable
from plantrack.ledger.refusals import LedgerUnavailable
from plantrack.ledger.store import Snapshot
from plantrack.model import Figure, Revision
from plantrack.plan import Plan


class OpenedLedger(ABC):
    """The revisions of one ledger file; each question is asked on a cursor of its own."""

    def __init__(self, location: Path, plan_id: str) -> None:
        self.location = location
        self.plan_id = plan_id
        self.kept = KeptFiles.beside(location)

    @abstractmethod
    def _work(self) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
        """Give a cursor; what the engine raises meanwhile becomes `LedgerUnavailable`."""

    def revision(self) -> int:
        with self._work() as cursor:
            return self._past(cursor).head

    def current(
        self, geographies: Iterable[str] | None = None, series: Iterable[str] | None = None
    ) -> Snapshot:
        with self._work() as cursor:
            return reading.snapshot(cursor, self.plan_id, self._past(cursor), geographies, series)

    def as_of(self, revision: int) -> Snapshot:
        with self._work() as cursor:
            return reading.snapshot(cursor, self.plan_id, self._past(cursor).until(revision))

    def definition(self, digest: str) -> str:
        with self._work() as cursor:
            found = reading.definition(cursor, self.plan_id, digest)
        if found is None:
            raise LedgerUnavailable(Unavailable.NO_DEFINITION, self.location, digest)
        return found

    def history(self) -> tuple[Revision, ...]:
        with self._work() as cursor:
            return reading.history(cursor, self.plan_id, self._past(cursor))

    def figures_of(self, revision: int) -> tuple[Figure, ...]:
        with self._work() as cursor:
            self._past(cursor).until(revision)
            return reading.figures_of(cursor, self.plan_id, revision)

    def differing_definition(self, plan: Plan) -> tuple[str, ...]:
        """Return the tables that no longer hold the rows of a kept definition."""
        with self._work() as cursor:
            return differing(cursor, plan)

    def _past(self, cursor: duckdb.DuckDBPyConnection) -> Past:
        return reading.past(cursor, self.plan_id)
