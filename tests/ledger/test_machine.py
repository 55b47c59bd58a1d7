"""Any order of commits, withdrawals and restarts: the ledger agrees with a list in memory."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from plantrack.ledger import AlreadyRecorded, CannotWithdraw, EmbeddedStore, StaleRevision
from plantrack.model import Figure, RevisionKind
from tests.conftest import LONG
from tests.ledger.plans import figure, plan

Rows = tuple[Figure, ...]
ROWS = st.lists(
    st.builds(figure, st.integers(2021, 2024), st.sampled_from(("1", "2", "2.50"))),
    min_size=1,
    max_size=3,
    unique_by=lambda one: one.key,
).map(tuple)


@dataclass(frozen=True)
class Entry:
    rows: Rows
    withdraws: int | None = None
    raw: str | None = None


def withdrawn(entries: list[Entry]) -> set[int]:
    """Say by its definition which revisions are taken back: by one that is not itself."""

    def stands(number: int) -> bool:
        later = range(number + 1, len(entries) + 1)
        return not any(entries[n - 1].withdraws == number and stands(n) for n in later)

    return {n for n in range(1, len(entries) + 1) if not stands(n)}


def standing(entries: list[Entry]) -> dict[object, Figure]:
    taken_back = withdrawn(entries)
    return {
        row.key: replace(row, revision=number)
        for number, entry in enumerate(entries, start=1)
        if number not in taken_back
        for row in entry.rows
    }


class LedgerMachine(RuleBasedStateMachine):
    """The model is a list of entries; numbers are positions in it."""

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.store = EmbeddedStore(self.folder / "plan.duckdb", plan())
        self.entries: list[Entry] = []

    @rule(rows=ROWS)
    def seed(self, rows: Rows) -> None:
        self.store.commit(RevisionKind.SEED, rows, expecting=len(self.entries), by="start", note="")
        self.entries.append(Entry(rows))

    @rule(rows=ROWS, content=st.sampled_from((b"one", b"two")))
    def record(self, rows: Rows, content: bytes) -> None:
        raw = self.store.keep(content)
        taken_back = withdrawn(self.entries)
        repeated = [
            number
            for number, entry in enumerate(self.entries, start=1)
            if number not in taken_back and entry.raw == raw and set(entry.rows) == set(rows)
        ]
        if repeated:
            with pytest.raises(AlreadyRecorded) as refused:
                self._record(rows, raw)
            assert refused.value.revision == repeated[0]
        else:
            self._record(rows, raw)
            self.entries.append(Entry(rows, raw=raw))

    def _record(self, rows: Rows, raw: str) -> None:
        self.store.commit(
            RevisionKind.RECORD, rows, expecting=len(self.entries), by="Lan", note="", raw=raw
        )

    @rule(revision=st.integers(0, 9))
    def withdraw(self, revision: int) -> None:
        allowed = 1 < revision <= len(self.entries) and revision not in withdrawn(self.entries)
        if allowed:
            self._withdraw(revision)
            self.entries.append(Entry((), withdraws=revision))
        else:
            with pytest.raises(CannotWithdraw):
                self._withdraw(revision)

    def _withdraw(self, revision: int) -> None:
        self.store.withdraw(revision, expecting=len(self.entries), by="Lan", reason="")

    @rule(rows=ROWS, distance=st.sampled_from((-1, 1)))
    def record_on_another_revision(self, rows: Rows, distance: int) -> None:
        expected = len(self.entries) + distance
        with pytest.raises(StaleRevision) as refused:
            self.store.commit(RevisionKind.SEED, rows, expecting=expected, by="Lan", note="")
        assert (refused.value.head, refused.value.expected) == (len(self.entries), expected)

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = EmbeddedStore(self.folder / "plan.duckdb", plan())
        claimed = {entry.raw for entry in self.entries}
        assert not claimed & {path.stem for path in self.store.unclaimed}
        assert all(self.store.raw(raw) for raw in claimed if raw)

    @invariant()
    def current_is_what_stands(self) -> None:
        now = self.store.current()
        assert now.revision == len(self.entries)
        assert {one.key: one for one in now.figures} == standing(self.entries)

    @rule(back=st.integers(0, 5))
    def look_back(self, back: int) -> None:
        revision = max(len(self.entries) - back, 0)
        shown = self.store.as_of(revision)
        assert {one.key: one for one in shown.figures} == standing(self.entries[:revision])

    @invariant()
    def history_says_what_stands(self) -> None:
        history = self.store.history()
        assert {one.number for one in history if not one.stands} == withdrawn(self.entries)
        assert [one.withdraws for one in history] == [one.withdraws for one in self.entries]

    def teardown(self) -> None:
        self.store.close()
        with duckdb.connect(str(self.store.location), read_only=True) as connection:
            rows = connection.execute(
                "SELECT year, value, revision FROM current_figures ORDER BY year"
            ).fetchall()
        assert rows == sorted(
            (one.period.year, one.value, one.revision) for one in standing(self.entries).values()
        )
        shutil.rmtree(self.folder)


TestLedgerMachine = LedgerMachine.TestCase
TestLedgerMachine.settings = settings(
    max_examples=150 if LONG else 15, stateful_step_count=30 if LONG else 15
)
