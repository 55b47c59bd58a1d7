"""A program killed while it records a target set: the whole set stands, or nothing of it."""

from __future__ import annotations

from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

from plantrack.opening import open_plan
from plantrack.update.decisions import File
from tests.programs import kills_itself
from tests.safekeeping.journeys import settings_in
from tests.update.killed_set import STEPS, record_and_die
from tests.update.target_sets import POVERTY, RECYCLING, file, recorded

SET = "set_council_12_2026"


@pytest.mark.parametrize("step", STEPS)
def test_a_killed_program_leaves_the_whole_set_or_none_of_it(
    tmp_path: Path, programs: ForkServerContext, step: str
) -> None:
    home = tmp_path / "data"
    open_plan(settings_in(home)).close()
    kills_itself(programs, record_and_die, home, step)
    opened = open_plan(settings_in(home))
    store = opened.store
    whole = step == "committed"
    assert store.revision() == (2 if whole else 1)
    assert (SET in opened.plan.target_sets) is whole
    charter = opened.plan.target_sets["charter_2019"]
    assert (charter.in_force_to is not None and charter.in_force_to.year == 2026) is whole
    assert store.examine() == ()
    aside = {path.suffix for path in store.kept.unclaimed.glob("*")}
    match step:
        case "committed":
            assert store.raw(store.history()[-1].raw_digest or "") == written().content
            assert aside == set()
        case "keep":
            assert aside == set(), "nothing was kept yet"
        case _:
            assert ".csv" in aside, "a file without its revision lies aside"
            assert recorded(store, POVERTY, RECYCLING, line_8="charter_2019") == 2
    opened.close()


def written() -> File:
    return file(POVERTY, RECYCLING, line_8="charter_2019")
