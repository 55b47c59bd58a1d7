"""The ledger in one DuckDB file, open in one process at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from threading import Lock, RLock
from zoneinfo import ZoneInfo

import duckdb

from plantrack import log
from plantrack.ledger import reading, saving
from plantrack.ledger.backups import Backup, backups_in, begin, finish
from plantrack.ledger.connection import open_ledger, refusing
from plantrack.ledger.copying import copy_ledger
from plantrack.ledger.definition import differing
from plantrack.ledger.digests import table_digests
from plantrack.ledger.faults import Fault
from plantrack.ledger.in_force import TARGET_SET, plan_after, plan_at
from plantrack.ledger.invariants import examine
from plantrack.ledger.manifest import Occasion
from plantrack.ledger.past import Past
from plantrack.ledger.raw import KeptFiles
from plantrack.ledger.reasons import Unavailable
from plantrack.ledger.refusals import (
    AlreadyRecorded,
    CannotWithdraw,
    LedgerUnavailable,
    NothingToRecord,
    StaleRevision,
)
from plantrack.ledger.store import Key, Saved, Snapshot
from plantrack.ledger.withdrawals import irrevocable, withdrawing
from plantrack.ledger.writing import Draft, append_revision
from plantrack.model import Figure, Revision, RevisionKind
from plantrack.plan import Plan

_open_locations: set[Path] = set()
_opening = Lock()


def utc_now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


class EmbeddedStore:
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
        self.location = location.resolve()
        self.seeded = plan
        self._clock = clock
        self._kept = KeptFiles.beside(self.location)
        self.backups = backups or self._kept.backups
        self._writing = RLock()
        self._closed = False
        with _opening:
            if self.location in _open_locations:
                raise LedgerUnavailable(Unavailable.OPEN_HERE, self.location)
            self._connection = open_ledger(self.location, plan.id, self._back_up_before_upgrade)
            _open_locations.add(self.location)
        try:
            with self._work() as cursor:
                self._in_force = plan_at(cursor, plan, self._past(cursor))
                self.unclaimed = self._kept.set_aside(reading.claimed_files(cursor))
        except BaseException:
            self.close()
            raise

    @property
    def plan(self) -> Plan:
        """The plan the next revision is made under: the seeds and the standing target sets."""
        return self._in_force

    def plan_without(self, revision: int) -> Plan:
        with self._work() as cursor:
            return plan_after(cursor, self.seeded, self._past(cursor), withdrawing(revision))

    def revision(self) -> int:
        with self._work() as cursor:
            return self._past(cursor).head

    def current(
        self, geographies: Iterable[str] | None = None, series: Iterable[str] | None = None
    ) -> Snapshot:
        with self._work() as cursor:
            return reading.snapshot(cursor, self.seeded.id, self._past(cursor), geographies, series)

    def as_of(self, revision: int) -> Snapshot:
        with self._work() as cursor:
            return reading.snapshot(cursor, self.seeded.id, self._past(cursor).until(revision))

    def at(self, day: date) -> Snapshot:
        midnight = datetime.combine(
            day + timedelta(days=1), time.min, tzinfo=ZoneInfo(self.seeded.time_zone)
        )
        end = midnight.astimezone(UTC).replace(tzinfo=None)
        with self._work() as cursor:
            past = self._past(cursor)
            made = [entry.revision for entry in past.entries if entry.made_at < end]
            return reading.snapshot(cursor, self.seeded.id, past.until(max(made, default=0)))

    def definition(self, digest: str) -> str:
        with self._work() as cursor:
            rows = cursor.execute(
                "SELECT definition FROM definitions WHERE plan_id = ? AND plan_digest = ?",
                [self.seeded.id, digest],
            ).fetchall()
        if not rows:
            raise LedgerUnavailable(Unavailable.NO_DEFINITION, self.location, digest)
        return str(rows[0][0])

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
        with self._writing, self._work() as cursor:
            past = self._past(cursor)
            if raw is not None and (kind is RevisionKind.RECORD or TARGET_SET in draft.decisions):
                self._refuse_recorded(cursor, past, draft, raw)
            sources = reading.recorded_sources(cursor, self.seeded.id, past)
            draft.refuse_unknown_origins({*self.plan.sources, *sources})
            return self._append(cursor, past, draft, expecting)

    def withdraw(self, revision: int, *, expecting: int, by: str, reason: str) -> int:
        draft = withdrawing(revision, by, reason)
        with self._writing, self._work() as cursor:
            past = self._past(cursor)
            history = reading.history(cursor, self.seeded.id, past)
            why = irrevocable(history, revision)
            if why is not None:
                raise CannotWithdraw(why, revision)
            return self._append(cursor, past, draft, expecting)

    def history(self) -> tuple[Revision, ...]:
        with self._work() as cursor:
            return reading.history(cursor, self.seeded.id, self._past(cursor))

    def figures_of(self, revision: int) -> tuple[Figure, ...]:
        with self._work() as cursor:
            self._past(cursor).until(revision)
            return reading.figures_of(cursor, self.seeded.id, revision)

    def replaced_by(self, revision: int) -> Mapping[Key, Figure | None]:
        rows = self.figures_of(revision)
        before = {figure.key: figure for figure in self.as_of(max(revision - 1, 0)).figures}
        return {row.key: before.get(row.key) for row in rows}

    def keep(self, content: bytes, name: str = "") -> str:
        with self._writing, refusing(self._kept.uploads):
            return self._kept.keep(content, name)

    def raw(self, digest: str) -> bytes:
        with refusing(self._kept.uploads):
            return self._kept.read(digest)

    def backup(self, path: Path) -> None:
        path = path.resolve()
        with self._writing, self._work() as cursor, refusing(path):
            if path.exists():
                raise LedgerUnavailable(Unavailable.PLACE_TAKEN, path)
            path.parent.mkdir(parents=True, exist_ok=True)
            copy_ledger(cursor, self._kept, path)

    def back_up(self, occasion: Occasion) -> Backup:
        """Make a backup in `backups` and check it; readers go on, writers wait for the copy."""
        with self._writing, self._work() as cursor, refusing(self.backups):
            begun = begin(cursor, self._kept, self.backups, occasion)
        with refusing(self.backups):
            return finish(begun)

    def examine(self) -> tuple[Fault, ...]:
        """Return everything that is wrong with the ledger and its kept files."""
        with self._writing, self._work() as cursor:
            return examine(cursor, self._kept)

    def differing_definition(self, plan: Plan) -> tuple[str, ...]:
        """Return the tables that no longer hold the rows of a kept definition."""
        with self._work() as cursor:
            return differing(cursor, plan)

    @property
    def kept(self) -> KeptFiles:
        return self._kept

    def save(self, kind: str, name: str, value: object, by: str) -> None:
        with self._writing, self._work() as cursor:
            saving.save(cursor, self.seeded.id, Saved(kind, name, value, by, self._clock()))

    def saved(self, kind: str) -> tuple[Saved, ...]:
        with self._work() as cursor:
            return saving.saved(cursor, self.seeded.id, kind)

    def forget(self, kind: str, name: str) -> None:
        with self._writing, self._work() as cursor:
            saving.forget(cursor, self.seeded.id, kind, name)

    @property
    def closed(self) -> bool:
        return self._closed

    def close(self) -> None:
        with self._writing, _opening:
            self._closed = True
            self._connection.close()
            _open_locations.discard(self.location)

    @contextmanager
    def _work(self) -> Iterator[duckdb.DuckDBPyConnection]:
        if self._closed:
            raise LedgerUnavailable(Unavailable.CLOSED, self.location)
        with refusing(self.location), self._connection.cursor() as cursor:
            yield cursor

    def _back_up_before_upgrade(self, cursor: duckdb.DuckDBPyConnection) -> None:
        """Once: a start that fails after it and is tried again finds what it made."""
        with refusing(self.backups):
            made = backups_in(self.backups, self.seeded.id)
            tables = table_digests(cursor)
            if not any(
                one.manifest.occasion is Occasion.BEFORE_UPGRADE and one.manifest.tables == tables
                for one in made
            ):
                finish(begin(cursor, self._kept, self.backups, Occasion.BEFORE_UPGRADE))

    def _past(self, cursor: duckdb.DuckDBPyConnection) -> Past:
        return reading.past(cursor, self.seeded.id)

    def _refuse_recorded(
        self, cursor: duckdb.DuckDBPyConnection, past: Past, draft: Draft, raw: str
    ) -> None:
        for revision in reading.same_rows(cursor, self.seeded.id, raw, draft.rows_digest):
            if revision not in past.withdrawn:
                raise AlreadyRecorded(revision)

    def _append(
        self, cursor: duckdb.DuckDBPyConnection, past: Past, draft: Draft, expecting: int
    ) -> int:
        if expecting != past.head:
            raise StaleRevision(past.head, expecting)
        number = past.head + 1
        # A clock set back must not put a revision before the one it follows.
        made_at = max([self._clock(), *(entry.made_at for entry in past.entries[-1:])])
        if draft.raw is not None:
            self._kept.read(draft.raw)
        plan = plan_after(cursor, self.seeded, past, draft)
        self._kept.describe(draft.raw, number, draft.described(number, made_at, plan))
        append_revision(cursor, plan, draft, number, made_at)
        self._in_force = plan
        log.event("revision", kind=draft.kind.value, revision=number, who=draft.by)
        return number
