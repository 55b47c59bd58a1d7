"""A program killed in mid-commit, at any moment: the revision is there whole or not at all."""

from __future__ import annotations

import random
from collections.abc import Iterator
from multiprocessing.context import ForkServerContext
from pathlib import Path

from plantrack.ledger import EmbeddedStore
from tests.ledger.killed import ROWS, record_for_ever
from tests.ledger.plans import plan
from tests.programs import killed


def kills(count: int) -> Iterator[tuple[int, float]]:
    """After how many lines of the witness to kill (started, opened, a number), and how long
    after that in seconds: most programs die while they record one file after another."""
    moments = random.Random(20260101)  # noqa: S311 - the same moments every run
    for number in range(count):
        yield (1, 2, 3, 3, 3)[number % 5], moments.uniform(0, 0.06)


def test_a_killed_program_leaves_whole_revisions_and_their_files(
    tmp_path: Path, programs: ForkServerContext, long_run: bool
) -> None:
    location, in_flight, recorded = tmp_path / "plan.duckdb", 0, 0
    for count, (lines, moment) in enumerate(kills(200 if long_run else 60)):
        if count % 20 == 0:  # a fresh ledger now and then: its creation is killed too
            location = tmp_path / str(count) / "plan.duckdb"
            location.parent.mkdir()
        told = tmp_path / f"told_{count}"
        acknowledged = killed(
            programs, record_for_ever, location, told=told, moment=moment, lines=lines
        )
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
