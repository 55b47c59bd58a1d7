"""What a revision changed is told as two states compared, each under its own plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from plantrack.chronicle import Effect, Move, State, effect, withdrawn_at, without
from plantrack.ledger import EmbeddedStore
from plantrack.model import Figure, RevisionKind, Standing
from plantrack.opening import bring_in
from plantrack.plan import Plan
from plantrack.review import Cause
from plantrack.seeds import load, plan_from_definition
from tests.second_plan import OUTPUT, SECOND_PLAN, output
from tests.seed_edits import edit

TARGET = "output_per_person_2029"


@pytest.fixture(scope="module")
def plan() -> Plan:
    return load(SECOND_PLAN).plan


@pytest.fixture
def store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    """A ledger that holds the second plan's own figures as revision 1."""
    found = load(SECOND_PLAN)
    opened = EmbeddedStore(tmp_path / "plan.duckdb", found.plan)
    bring_in(found, opened)
    yield opened
    opened.close()


def record(store: EmbeddedStore, *rows: Figure) -> int:
    head = store.revision()
    return store.commit(RevisionKind.RECORD, rows, expecting=head, by="Ana", note="")


def withdraw(store: EmbeddedStore, revision: int) -> int:
    return store.withdraw(revision, expecting=store.revision(), by="Ana", reason="mistaken")


def state(store: EmbeddedStore, revision: int) -> State | None:
    if not revision:
        return None
    snapshot = store.as_of(revision)
    return State(plan_from_definition(store.definition(snapshot.plan_digest)), snapshot.figures)


def changed_by(store: EmbeddedStore, revision: int) -> Effect:
    after = state(store, revision)
    assert after is not None
    kind = store.history()[revision - 1].kind
    return effect(state(store, revision - 1), after, kind)


def told(effect: Effect) -> list[tuple[int, str | None, str | None]]:
    """Year, old value, new value."""
    return [
        (
            move.figure.period.last_year,
            str(move.before.value.normalize()) if move.before else None,
            str(move.after.value.normalize()) if move.after else None,
        )
        for move in effect.figures
    ]


def standings(effect: Effect) -> dict[str, tuple[Standing | None, Standing | None, Cause]]:
    return {
        move.row.target.id: (
            move.before.standing if move.before else None,
            move.after.standing if move.after else None,
            move.cause,
        )
        for move in effect.standings
    }


def test_the_first_revision_adds_every_figure_and_moves_no_standing(store: EmbeddedStore) -> None:
    first = changed_by(store, 1)
    assert len(first.figures) == len(store.current().figures)
    assert {move.kind for move in first.figures} == {Move.ADDED}
    assert first.standings == ()


def test_a_new_year_that_falls_behind_is_told_with_its_cause(store: EmbeddedStore) -> None:
    record(store, output(store, 2025, "25.5"))
    change = changed_by(store, 2)
    assert told(change) == [(2025, None, "25.5")]
    assert standings(change)[TARGET] == (Standing.ON_TRACK, Standing.BEHIND, Cause.NEW_YEAR)


def test_a_restated_year_is_told_old_and_new_with_the_revision_it_replaces(
    store: EmbeddedStore,
) -> None:
    record(store, output(store, 2024, "23.9"))
    change = changed_by(store, 2)
    assert told(change) == [(2024, "25.4", "23.9")]
    replaced = change.figures[0].before
    assert replaced is not None
    assert replaced.revision == 1
    assert standings(change)[TARGET][2] is Cause.RESTATED


def test_a_new_year_beside_a_restated_one_has_both_causes(store: EmbeddedStore) -> None:
    record(store, output(store, 2024, "23.9"), output(store, 2025, "24.5"))
    assert standings(changed_by(store, 2))[TARGET][2] is Cause.BOTH


def test_a_figure_published_again_unchanged_is_no_change(store: EmbeddedStore) -> None:
    same = next(f for f in store.current().figures if f.series == OUTPUT)
    record(store, replace(same, locator="another table", revision=None))
    change = changed_by(store, 2)
    assert change.figures == ()
    assert change.standings == ()


def test_a_withdrawal_puts_back_what_stood_and_says_it_is_the_cause(store: EmbeddedStore) -> None:
    record(store, output(store, 2024, "23.9"), output(store, 2025, "24.5"))
    withdraw(store, 2)
    change = changed_by(store, 3)
    assert told(change) == [(2024, "23.9", "25.4"), (2025, "24.5", None)]
    before, after, cause = standings(change)[TARGET]
    assert (after, before) == standings(changed_by(store, 2))[TARGET][:2]
    assert cause is Cause.WITHDRAWAL


def test_a_withdrawal_of_a_withdrawal_brings_the_figures_back(store: EmbeddedStore) -> None:
    record(store, output(store, 2025, "24.5"))
    withdraw(store, 2)
    withdraw(store, 3)
    assert told(changed_by(store, 4)) == [(2025, None, "24.5")]


def test_only_the_plan_is_the_cause_where_only_the_plan_changed(tmp_path: Path) -> None:
    seeds = copytree(SECOND_PLAN, tmp_path / "seeds")
    store = EmbeddedStore(tmp_path / "plan.duckdb", load(seeds).plan)
    bring_in(load(seeds), store)
    store.close()
    edit(seeds, "targets|3|low|60")  # twice the output per person
    found = load(seeds)
    store = EmbeddedStore(tmp_path / "plan.duckdb", found.plan)
    bring_in(found, store)
    change = changed_by(store, 2)
    store.close()
    assert change.figures == ()
    assert standings(change) == {TARGET: (Standing.ON_TRACK, Standing.FAR_BEHIND, Cause.PLAN)}


def test_a_target_the_plan_dropped_has_no_standing_afterwards(plan: Plan) -> None:
    targets = {key: one for key, one in plan.targets.items() if key != TARGET}
    smaller = replace(plan, targets=targets, digest="another")
    figures = load(SECOND_PLAN).figures
    dropped = effect(State(plan, figures), State(smaller, figures), RevisionKind.PLAN)
    assert standings(dropped) == {TARGET: (Standing.ON_TRACK, None, Cause.PLAN)}
    added = effect(State(smaller, figures), State(plan, figures), RevisionKind.PLAN)
    assert standings(added) == {TARGET: (None, Standing.ON_TRACK, Cause.PLAN)}


def test_what_a_withdrawal_would_leave_is_what_it_leaves(store: EmbeddedStore) -> None:
    record(store, output(store, 2024, "23.9"), output(store, 2025, "24.5"))
    record(store, output(store, 2025, "24.7"))
    for taken_back in (2, 3, 4, 6, 5):  # 4 withdraws 2; 6 withdraws that; 5 withdraws 3
        expected = set(without(store, taken_back))
        withdraw(store, taken_back)
        assert set(store.current().figures) == expected, f"without {taken_back}"


def test_looking_at_a_withdrawal_changes_nothing(store: EmbeddedStore) -> None:
    record(store, output(store, 2025, "24.5"))
    before = store.current()
    without(store, 2)
    assert store.current() == before


def test_what_was_withdrawn_later_still_stood_then(store: EmbeddedStore) -> None:
    record(store, output(store, 2025, "24.5"))
    withdraw(store, 2)
    withdraw(store, 3)
    history = store.history()
    assert [dict(withdrawn_at(history, n)) for n in (2, 3, 4)] == [{}, {2: 3}, {3: 4}]
