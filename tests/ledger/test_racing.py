"""Several writers at once, in threads and in programs: no number twice, no row lost."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest

from plantrack.ledger import EmbeddedStore, LedgerUnavailable, StaleRevision, Unavailable
from plantrack.model import RevisionKind
from tests.ledger.plans import figure, plan

WRITERS, EACH = 6, 5

OPEN_AGAIN = """
import sys
from pathlib import Path
from plantrack.ledger import EmbeddedStore, LedgerUnavailable
from tests.ledger.plans import plan
try:
    EmbeddedStore(Path(sys.argv[1]), plan())
except LedgerUnavailable as refused:
    print(refused.reason, refused.sentence.en)
else:
    print("opened")
"""


def another_program_opens(location: Path) -> str:
    answer = subprocess.run(
        [sys.executable, "-c", OPEN_AGAIN, str(location)],
        capture_output=True,
        text=True,
        check=True,
    )
    return answer.stdout


def record(store: EmbeddedStore, writer: int, count: int) -> None:
    """Record until it is let in, as a person who compares again each time."""
    row = replace(figure(2023, str(count)), geography=f"place_{writer}")
    raw = store.keep(f"{writer} {count}".encode())
    recorded = False
    while not recorded:
        with suppress(StaleRevision):
            store.commit(
                RevisionKind.RECORD,
                [row],
                expecting=store.revision(),
                by=str(writer),
                note="",
                raw=raw,
            )
            recorded = True


def test_writers_in_threads_are_let_in_one_by_one(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "plan.duckdb", plan())
    together = Barrier(WRITERS)

    def writing(writer: int) -> None:
        together.wait()
        for count in range(EACH):
            record(store, writer, count)

    with ThreadPoolExecutor(WRITERS) as threads:
        for done in [threads.submit(writing, writer) for writer in range(WRITERS)]:
            done.result()
    history = store.history()
    assert [entry.number for entry in history] == list(range(1, WRITERS * EACH + 1))
    assert all(store.raw(entry.raw_digest or "") for entry in history)
    assert {one.value for one in store.current().figures} == {EACH - 1}
    store.close()


def test_of_many_who_looked_at_one_revision_exactly_one_is_let_in(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "plan.duckdb", plan())
    together = Barrier(WRITERS)

    def writing(writer: int) -> str:
        together.wait()
        try:
            store.commit(
                RevisionKind.RECORD, [figure(2020 + writer)], expecting=0, by="Lan", note=""
            )
        except StaleRevision:
            return "stale"
        return "recorded"

    with ThreadPoolExecutor(WRITERS) as threads:
        answers = sorted(threads.map(writing, range(WRITERS)))
    assert answers == ["recorded", *["stale"] * (WRITERS - 1)]
    assert store.revision() == 1
    store.close()


def test_readers_see_whole_revisions_while_someone_writes(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "plan.duckdb", plan())
    years = range(2021, 2031)

    def writing() -> None:
        for count in range(20):
            rows = [figure(year, str(count)) for year in years]
            store.commit(RevisionKind.RECORD, rows, expecting=count, by="Lan", note="")

    with ThreadPoolExecutor(3) as threads:
        done = threads.submit(writing)
        while not done.done():
            shown = list(threads.map(lambda _: store.current(), range(2)))
            for now in shown:
                assert len(now.figures) == (len(years) if now.revision else 0)
                assert {one.revision for one in now.figures} <= {now.revision}
        done.result()
    assert not store.location.with_name("plan.duckdb.wal").exists(), "all is in the file itself"
    store.close()


def test_a_second_program_is_refused_with_one_clear_sentence(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "plan.duckdb", plan())
    answer = another_program_opens(store.location)
    assert answer.startswith(f"locked The ledger {store.location} is open in another program (PID ")
    assert answer.endswith("Close that program and start again; nothing is lost.\n")
    store.close()
    assert another_program_opens(store.location) == "opened\n"


def test_a_backup_does_not_let_a_second_program_in(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "plan.duckdb", plan())
    store.backup(tmp_path / "copy.duckdb")
    assert another_program_opens(store.location).startswith("locked")
    store.close()


def test_one_process_holds_a_ledger_once(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "plan.duckdb", plan())
    with pytest.raises(LedgerUnavailable) as refused:
        EmbeddedStore(tmp_path / "." / "plan.duckdb", plan())
    assert refused.value.reason is Unavailable.OPEN_HERE
    store.close()
    EmbeddedStore(tmp_path / "plan.duckdb", plan()).close()
