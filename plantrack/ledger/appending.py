"""Adding a revision: everything that speaks against it is looked for before a row is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import duckdb

from plantrack import log
from plantrack.ledger import reading
from plantrack.ledger.past import Past
from plantrack.ledger.raw import KeptFiles
from plantrack.ledger.reasons import Irrevocable
from plantrack.ledger.refusals import AlreadyRecorded, CannotWithdraw, StaleRevision
from plantrack.ledger.writing import Draft, append_revision
from plantrack.model import Revision, RevisionKind
from plantrack.plan import Plan


@dataclass(frozen=True, slots=True)
class Appending:
    """Adds to the ledger of one plan. Nobody else may record while a method runs."""

    plan: Plan
    kept: KeptFiles
    clock: Callable[[], datetime]

    def commit(self, cursor: duckdb.DuckDBPyConnection, draft: Draft, expecting: int) -> int:
        past = reading.past(cursor, self.plan.id)
        if draft.raw is not None and draft.kind is RevisionKind.RECORD:
            self._refuse_recorded(cursor, past, draft, draft.raw)
        sources = reading.recorded_sources(cursor, self.plan.id, past)
        draft.refuse_unknown_origins({*self.plan.sources, *sources})
        return self._append(cursor, past, draft, expecting)

    def withdraw(
        self, cursor: duckdb.DuckDBPyConnection, draft: Draft, revision: int, expecting: int
    ) -> int:
        past = reading.past(cursor, self.plan.id)
        why = irrevocable(reading.history(cursor, self.plan.id, past), revision)
        if why is not None:
            raise CannotWithdraw(why, revision)
        return self._append(cursor, past, draft, expecting)

    def _refuse_recorded(
        self, cursor: duckdb.DuckDBPyConnection, past: Past, draft: Draft, raw: str
    ) -> None:
        for revision in reading.same_rows(cursor, self.plan.id, raw, draft.rows_digest):
            if revision not in past.withdrawn:
                raise AlreadyRecorded(revision)

    def _append(
        self, cursor: duckdb.DuckDBPyConnection, past: Past, draft: Draft, expecting: int
    ) -> int:
        if expecting != past.head:
            raise StaleRevision(past.head, expecting)
        number = past.head + 1
        # A clock set back must not put a revision before the one it follows.
        made_at = max([self.clock(), *(entry.made_at for entry in past.entries[-1:])])
        if draft.raw is not None:
            self.kept.read(draft.raw)
        self.kept.describe(draft.raw, number, draft.described(number, made_at, self.plan))
        append_revision(cursor, self.plan, draft, number, made_at)
        log.event("revision", kind=draft.kind.value, revision=number, who=draft.by)
        return number


def irrevocable(history: Sequence[Revision], revision: int) -> Irrevocable | None:
    """Return why `revision` cannot be withdrawn, or None when it can."""
    if not 1 <= revision <= len(history):
        return Irrevocable.UNKNOWN
    if revision == 1:
        return Irrevocable.FIRST
    entry = history[revision - 1]
    if entry.kind is RevisionKind.PLAN and "seeds" in entry.decisions:
        return Irrevocable.PLAN_AT_START
    return None if entry.stands else Irrevocable.ALREADY_WITHDRAWN
