"""What is recorded is what was looked at, and enough is kept to make it again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from plantrack.ledger import AlreadyRecorded, EmbeddedStore, StaleRevision
from plantrack.model import RevisionKind, Status
from plantrack.update.choosing import chosen_rows, consents
from plantrack.update.recording import record, repeated
from tests.update.updates import FILE, SOURCE, edit, seeded, update


@pytest.fixture
def store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    store = seeded(tmp_path / "plan.duckdb")
    yield store
    store.close()


def recorded(store: EmbeddedStore, expecting: int = 1, **asked: object) -> int:
    edits = (edit("D4", "4.4"), edit("D2", drop=True), edit("D3", status=Status.PRELIMINARY))
    found = update(store, *edits, **asked)  # type: ignore[arg-type]
    return record(store, found, SOURCE, expecting=expecting, by="Ana", note="")


def test_each_figure_knows_its_cell_and_its_origin(store: EmbeddedStore) -> None:
    rows = store.figures_of(recorded(store))
    assert [(row.series, row.locator) for row in rows] == [
        ("clean_rivers_bureau", "D3"),
        ("unemployment_bureau", "D4"),
        ("poverty_bureau", "D5"),
        ("share_farming_bureau", "D6"),
        ("share_making_bureau", "D7"),
        ("share_serving_bureau", "D8"),
    ]
    assert {row.origin for row in rows} == {SOURCE.id}


def test_decisions_hold_what_was_read_what_was_recorded_and_why(store: EmbeddedStore) -> None:
    number = recorded(store)
    (entry,) = [one for one in store.history() if one.number == number]
    edits = {one["cell"]: one for one in entry.decisions["edits"]}  # type: ignore[attr-defined]
    read = {"value": "44.4", "decimals": None, "status": "estimate", "note": ""}
    assert edits["D4"]["read"] == read
    assert edits["D4"]["recorded"] == {**read, "value": "4.4"}
    assert edits["D4"]["reason"] == "misprint"
    assert (edits["D4"]["series"], edits["D4"]["year"]) == ("unemployment_bureau", 2025)
    assert edits["D2"]["recorded"] is None
    assert edits["D2"]["read"]["value"] == "40.5"
    assert edits["D3"]["recorded"]["status"] == "preliminary"
    assert entry.decisions["file_name"] == FILE.name
    assert entry.decisions["series"] == "preferred"
    assert "D5" in entry.decisions["ticked"]  # type: ignore[operator]
    assert entry.made_by == "Ana"
    assert entry.raw_digest is not None
    assert store.raw(entry.raw_digest) == FILE.content


def test_the_same_decisions_stand_beside_the_kept_file(
    store: EmbeddedStore, tmp_path: Path
) -> None:
    number = recorded(store)
    beside = tmp_path / "uploads" / f"{FILE.digest}.revision-{number}.json"
    (entry,) = [one for one in store.history() if one.number == number]
    assert json.loads(beside.read_text("utf-8"))["decisions"] == entry.decisions


@pytest.mark.parametrize("tick", [True, False])
def test_a_revision_can_be_made_again_from_what_was_kept(
    store: EmbeddedStore, *, tick: bool
) -> None:
    number = recorded(store, tick=tick)
    store.withdraw(number, expecting=number, by="Ana", reason="")
    (entry,) = [one for one in store.history() if one.number == number]
    assert repeated(store, entry) == store.figures_of(number)


def test_only_what_was_made_from_a_file_can_be_made_again(store: EmbeddedStore) -> None:
    (seed,) = store.history()
    assert seed.kind is RevisionKind.SEED
    with pytest.raises(ValueError, match="revision 1 was not made from an uploaded file"):
        repeated(store, seed)


def test_without_ticks_warned_rows_stay_out_and_are_listed(store: EmbeddedStore) -> None:
    number = recorded(store, tick=False)
    (entry,) = [one for one in store.history() if one.number == number]
    assert entry.decisions["ticked"] == []
    left_out = entry.decisions["left_out"]
    assert "D5" in left_out  # type: ignore[operator]  # restated
    assert not {row.locator for row in store.figures_of(number)} & set(left_out)  # type: ignore[call-overload]


def test_a_value_edited_again_asks_for_its_tick_again(store: EmbeddedStore) -> None:
    first = update(store, edit("D4", "44.4"))
    ticks = frozenset(consents(first.decided))
    assert "D4" in {row.cell for row in chosen_rows(first.decided, ticks)}
    second = update(store, edit("D4", "45.5"))
    assert "D4" not in {row.cell for row in chosen_rows(second.decided, ticks)}
    assert next(r for r in second.decided.rows if r.cell == "D4").figure.value == Decimal("45.5")


def test_nothing_is_recorded_against_what_was_not_looked_at(store: EmbeddedStore) -> None:
    with pytest.raises(StaleRevision):
        recorded(store, expecting=0)
    assert store.revision() == 1


def test_the_same_file_and_decisions_are_recorded_once(store: EmbeddedStore) -> None:
    edits = (edit("D4", "4.4"),)
    found = update(store, *edits)
    record(store, found, SOURCE, expecting=1, by="Ana", note="")
    with pytest.raises(AlreadyRecorded):
        record(store, found, SOURCE, expecting=2, by="Boris", note="")
