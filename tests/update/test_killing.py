"""A program killed at any step of recording: whole or not at all, and nothing of it is lost."""

from __future__ import annotations

import random
from collections.abc import Iterator
from multiprocessing.context import ForkServerContext
from pathlib import Path

from plantrack.ledger import EmbeddedStore
from plantrack.update.drafts import Drafts
from tests.ledger.plans import plan
from tests.programs import killed, kills_itself
from tests.update.killed import ROWS, STEPS, file, record_for_ever


def kills(count: int) -> Iterator[tuple[str, int, float]]:
    """Where to die: at the nth chance of a step, or ("") at a moment after opening."""
    chance = random.Random(20260202)  # noqa: S311 - the same moments every run
    for number in range(count):
        if number % 2:
            yield STEPS[number // 2 % len(STEPS)], chance.randint(1, 6), 0.0
        else:
            yield "", 0, chance.uniform(0, 0.08)


def test_a_killed_program_leaves_the_revision_or_its_draft(
    tmp_path: Path, programs: ForkServerContext, long_run: bool
) -> None:
    home, in_flight, both, recorded = tmp_path, 0, 0, 0
    for count, (step, nth, moment) in enumerate(kills(200 if long_run else 60)):
        if count % 20 == 0:
            home = tmp_path / str(count)
            home.mkdir()
        told = tmp_path / f"told_{count}"
        if step:
            kills_itself(programs, record_for_ever, home, step, nth, told)
        else:
            killed(programs, record_for_ever, home, "", 0, told=told, moment=moment, lines=2)
        said = [line.split() for line in told.read_text().splitlines() if " " in line]
        store, drafts = EmbeddedStore(home / "plan.duckdb", plan()), Drafts(home / "drafts")
        head = store.revision()
        for entry in store.history()[-3:]:
            assert len(store.figures_of(entry.number)) == entry.rows == ROWS
            assert store.raw(entry.raw_digest or "") == file(entry.number).content
            assert entry.decisions["answers"] == {"n": str(entry.number)}
        assert max((int(n) for what, n, _ in said if what == "recorded"), default=0) <= head
        kept = list((home / "uploads").glob("*.csv"))
        assert len(kept) == head, "every kept file has its revision, the others lie aside"
        dropped = {identifier for what, _, identifier in said if what == "dropped"}
        for what, number, identifier in said:
            draft = drafts.open(identifier)
            if identifier in dropped:
                assert draft is None
                continue
            assert int(number) <= head or draft is not None, "recorded, or still a draft"
            if draft is not None:
                assert draft.file == file(int(number))
                assert what == "begun" or draft.decisions.answers == {"n": number}
                in_flight += int(number) > head
                both += int(number) <= head
        drafts.open("0" * 32)  # looking for any draft sweeps what was left half made
        for identifier in [path.name for path in drafts.folder.glob("*")]:
            assert drafts.open(identifier) is not None, "no half draft is left"
            drafts.drop(identifier)
        recorded += head > 0
        store.close()
    assert in_flight >= 3, "some died between the draft and the revision"
    assert both >= 3, "and some between the revision and forgetting the draft"
    assert recorded >= 30, "most had recorded before"
