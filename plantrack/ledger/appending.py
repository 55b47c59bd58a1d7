"""Adding a revision: everything that speaks against it is looked for before a row is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import duckdb

from plantrack import log
from plantrack.ledger import reading
from plantrack.ledger.in_force import TARGET_SET, plan_after
from plantrack.ledger.past import Past
from plantrack.ledger.raw import KeptFiles
from plantrack.ledger.refusals import AlreadyRecorded, CannotWithdraw, StaleRevision
from plantrack.ledger.withdrawals import irrevocable
from plantrack.ledger.writing import Draft, append_revision
from plantrack.model import RevisionKind
from plantrack.plan import Plan


@dataclass(slots=True)
class Appending:
    """Adds to the ledger of one plan. Nobody else may record while a method runs.

    `seeded` is the plan as the seeds define it, `in_force` that with the standing target sets.
    """

    seeded: Plan
    in_force: Plan
    kept: KeptFiles
    clock: Callable[[], datetime]

    def commit(self, cursor: duckdb.DuckDBPyConnection, draft: Draft, expecting: int) -> int:
        past = reading.past(cursor, self.seeded.id)
        once = draft.kind is RevisionKind.RECORD or TARGET_SET in draft.decisions
        if draft.raw is not None and once:
            self._refuse_recorded(cursor, past, draft, draft.raw)
        sources = reading.recorded_sources(cursor, self.seeded.id, past)
        draft.refuse_unknown_origins({*self.in_force.sources, *sources})
        return self._append(cursor, past, draft, expecting)

    def withdraw(
        self, cursor: duckdb.DuckDBPyConnection, draft: Draft, revision: int, expecting: int
    ) -> int:
        past = reading.past(cursor, self.seeded.id)
        why = irrevocable(reading.history(cursor, self.seeded.id, past), revision)
        if why is not None:
            raise CannotWithdraw(why, revision)
        return self._append(cursor, past, draft, expecting)

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
        made_at = max([self.clock(), *(entry.made_at for entry in past.entries[-1:])])
        if draft.raw is not None:
            self.kept.read(draft.raw)
        plan = plan_after(cursor, self.seeded, past, draft)
        self.kept.describe(draft.raw, number, draft.described(number, made_at, plan))
        append_revision(cursor, plan, draft, number, made_at)
        self.in_force = plan
        log.event("revision", kind=draft.kind.value, revision=number, who=draft.by)
        return number
