"""The ledger in one DuckDB file, open in one process at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from threading import Lock, RLock
from zoneinfo import ZoneInfo

import duckdb

from plantrack.ledger import reading, saving
from plantrack.ledger.appending import Appending
from plantrack.ledger.backups import Backup, back_up_before_upgrade, begin, finish
from plantrack.ledger.connection import open_ledger, refusing
from plantrack.ledger.copying import copy_ledger
from plantrack.ledger.faults import Fault
from plantrack.ledger.in_force import plan_after, plan_at
from plantrack.ledger.invariants import examine
from plantrack.ledger.manifest import Occasion
from plantrack.ledger.reasons import Unavailable
from plantrack.ledger.refusals import LedgerUnavailable, NothingToRecord
from plantrack.ledger.revisions import OpenedLedger
from plantrack.ledger.store import Key, Saved, Snapshot
from plantrack.ledger.withdrawals import withdrawing
from plantrack.ledger.writing import Draft
from plantrack.model import Figure, RevisionKind
from plantrack.plan import Plan

_open_locations: set[Path] = set()
_opening = Lock()


def utc_now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


class EmbeddedStore(OpenedLedger):
    """`Store` on a DuckDB file; threads share it, each unit of work on a cursor of its own.

    `seeded` is the plan as the seeds define it, `plan` that with the standing target sets.
    """

    def __init__(
        self,
        location: Path,
        plan: Plan,
        *,
        clock: Callable[[], datetime] = utc_now,
        backups: Path | None = None,
    ) -> None:
        """Open the ledger of `plan`, as the seeds define it.

        Raises `SeedProblems` where a target set recorded in it no longer fits that plan.
        """
        super().__init__(location.resolve(), plan.id)
        self.seeded = plan
        self.backups = backups or self.kept.backups
        self._clock = clock
        self._writing = RLock()
        self._closed = False
        with _opening:
            if self.location in _open_locations:
                raise LedgerUnavailable(Unavailable.OPEN_HERE, self.location)
            self._connection = open_ledger(self.location, plan.id, self._back_up_before_upgrade)
            _open_locations.add(self.location)
        self._file = _file_at(self.location)
        try:
            with self._work() as cursor:
                in_force = plan_at(cursor, plan, self._past(cursor))
                self.unclaimed = self.kept.set_aside(reading.claimed_files(cursor))
        except BaseException:
            self.close()
            raise
        self._appending = Appending(plan, in_force, self.kept, clock)

    @property
    def plan(self) -> Plan:
        """The plan the next revision is made under: the seeds and the standing target sets."""
        return self._appending.in_force

    def plan_without(self, revision: int) -> Plan:
        with self._work() as cursor:
            return plan_after(cursor, self.seeded, self._past(cursor), withdrawing(revision))

    def at(self, day: date) -> Snapshot:
        midnight = datetime.combine(
            day + timedelta(days=1), time.min, tzinfo=ZoneInfo(self.seeded.time_zone)
        )
        end = midnight.astimezone(UTC).replace(tzinfo=None)
        with self._work() as cursor:
            past = self._past(cursor)
            made = [entry.revision for entry in past.entries if entry.made_at < end]
            return reading.snapshot(cursor, self.plan_id, past.until(max(made, default=0)))

    def replaced_by(self, revision: int) -> Mapping[Key, Figure | None]:
        rows = self.figures_of(revision)
        before = {figure.key: figure for figure in self.as_of(max(revision - 1, 0)).figures}
        return {row.key: before.get(row.key) for row in rows}

    def commit(
        self,
        kind: RevisionKind,
        rows: Sequence[Figure],
        *,
        expecting: int,
        by: str,
        note: str,
        raw: str | None = None,
        decisions: Mapping[str, object] | None = None,
    ) -> int:
        if kind is RevisionKind.WITHDRAWAL:
            raise ValueError("a withdrawal is made by withdraw()")
        if not rows and kind in (RevisionKind.SEED, RevisionKind.RECORD):
            raise NothingToRecord
        draft = Draft(kind, tuple(rows), by, note, raw, None, decisions or {})
        with self._changing() as cursor:
            return self._appending.commit(cursor, draft, expecting)

    def withdraw(self, revision: int, *, expecting: int, by: str, reason: str) -> int:
        draft = withdrawing(revision, by, reason)
        with self._changing() as cursor:
            return self._appending.withdraw(cursor, draft, revision, expecting)

    def keep(self, content: bytes, name: str = "") -> str:
        with self._writing, refusing(self.kept.uploads):
            return self.kept.keep(content, name)

    def raw(self, digest: str) -> bytes:
        with refusing(self.kept.uploads):
            return self.kept.read(digest)

    def backup(self, path: Path) -> None:
        path = path.resolve()
        with self._writing, self._work() as cursor, refusing(path):
            if path.exists():
                raise LedgerUnavailable(Unavailable.PLACE_TAKEN, path)
            path.parent.mkdir(parents=True, exist_ok=True)
            copy_ledger(cursor, self.kept, path)

    def back_up(self, occasion: Occasion) -> Backup:
        """Make a backup in `backups` and check it; readers go on, writers wait for the copy."""
        with self._writing, self._work() as cursor, refusing(self.backups):
            begun = begin(cursor, self.kept, self.backups, occasion)
        with refusing(self.backups):
            return finish(begun)

    def examine(self) -> tuple[Fault, ...]:
        """Return everything that is wrong with the ledger and its kept files."""
        with self._writing, self._work() as cursor:
            return examine(cursor, self.kept)

    def save(self, kind: str, name: str, value: object, by: str) -> None:
        with self._changing() as cursor:
            saving.save(cursor, self.plan_id, Saved(kind, name, value, by, self._clock()))

    def saved(self, kind: str) -> tuple[Saved, ...]:
        with self._work() as cursor:
            return saving.saved(cursor, self.plan_id, kind)

    def forget(self, kind: str, name: str) -> None:
        with self._changing() as cursor:
            saving.forget(cursor, self.plan_id, kind, name)

    @property
    def moved(self) -> bool:
        """Whether the file was moved, deleted or replaced since it was opened: what would be
        recorded from now on, nobody would find again.
        """
        return _file_at(self.location) != self._file

    @property
    def closed(self) -> bool:
        return self._closed

    def close(self) -> None:
        with self._writing, _opening:
            self._closed = True
            self._connection.close()
            _open_locations.discard(self.location)

    @contextmanager
    def _changing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._writing, self._work() as cursor:
            if self.moved:
                raise LedgerUnavailable(Unavailable.MOVED, self.location)
            yield cursor

    @contextmanager
    def _work(self) -> Iterator[duckdb.DuckDBPyConnection]:
        if self._closed:
            raise LedgerUnavailable(Unavailable.CLOSED, self.location)
        with refusing(self.location), self._connection.cursor() as cursor:
            yield cursor

    def _back_up_before_upgrade(self, cursor: duckdb.DuckDBPyConnection) -> None:
        with refusing(self.backups):
            back_up_before_upgrade(cursor, self.kept, self.backups)


def _file_at(location: Path) -> tuple[int, int] | None:
    """Return what tells one file from another under the same name; None where there is none."""
    try:
        found = location.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
