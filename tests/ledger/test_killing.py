"""A program killed in mid-commit, at any moment: the revision is there whole or not at all."""

from __future__ import annotations

import multiprocessing
import random
import time
from collections.abc import Iterator
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

import pytest

from plantrack.ledger import EmbeddedStore
from tests.ledger.killed import ROWS, record_for_ever
from tests.ledger.plans import plan

PATIENCE = 90  # seconds a program may take to tell a line on a busy machine


@pytest.fixture(scope="module")
def programs() -> ForkServerContext:
    """Start programs from a server that has imported what they need.

    DuckDB imports pandas and pyarrow at the first query with a parameter, which takes seconds.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.ledger.killed", "pandas", "pyarrow"])
    return context


def kills(count: int) -> Iterator[tuple[int, float]]:
    """After how many lines of the witness to kill (started, opened, a number), and how long
    after that in seconds: most programs die while they record one file after another."""
    moments = random.Random(20260101)  # noqa: S311 - the same moments every run
    for number in range(count):
        yield (1, 2, 3, 3, 3)[number % 5], moments.uniform(0, 0.06)


def wait_for(told: Path, lines: int, program: ForkServerProcess) -> None:
    deadline = time.monotonic() + PATIENCE
    while not told.exists() or told.read_bytes().count(b"\n") < lines:
        assert program.is_alive(), f"it ended by itself with {program.exitcode}"
        assert time.monotonic() < deadline, "it told nothing, and did not end either"
        time.sleep(0.001)


def test_a_killed_program_leaves_whole_revisions_and_their_files(
    tmp_path: Path, programs: ForkServerContext, long_run: bool
) -> None:
    location, in_flight, recorded = tmp_path / "plan.duckdb", 0, 0
    for count, (lines, moment) in enumerate(kills(200 if long_run else 60)):
        if count % 20 == 0:  # a fresh ledger now and then: its creation is killed too
            location = tmp_path / str(count) / "plan.duckdb"
            location.parent.mkdir()
        told = tmp_path / f"told_{count}"
        program = programs.Process(target=record_for_ever, args=(location, told), daemon=True)
        program.start()
        wait_for(told, lines, program)
        time.sleep(moment)
        program.kill()
        program.join()
        assert program.exitcode == -9, "it must have been killed, not ended by itself"
        program.close()

        acknowledged = max((int(n) for n in told.read_text().split() if n.isdigit()), default=0)
        store = EmbeddedStore(location, plan())
        history = store.history()
        assert store.revision() == len(history)
        assert acknowledged <= store.revision(), "a revision someone was told about is there"
        for entry in history[-3:]:
            assert len(store.figures_of(entry.number)) == entry.rows == ROWS
            assert store.raw(entry.raw_digest or "") == f"file {entry.number}".encode()
        if history:
            assert {one.value for one in store.current().figures} == {len(history)}
        in_flight += bool(store.unclaimed)
        recorded += acknowledged > 0
        kept = list((location.parent / "uploads").glob("*.bin"))
        assert len(kept) == len(history), "every kept file has its revision, the others lie aside"
        store.close()
    assert in_flight >= 3, "some programs died between keeping the file and committing"
    assert recorded >= 30, "and most had recorded before"
