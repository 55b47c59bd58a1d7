"""Kept files: whole under their digest, never deleted, each with its decisions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plantrack.ledger import EmbeddedStore, LedgerUnavailable, StaleRevision, Unavailable
from plantrack.model import RevisionKind
from tests.ledger.plans import figure, plan


def record(store: EmbeddedStore, raw: str, **decisions: object) -> int:
    return store.commit(
        RevisionKind.RECORD,
        [figure(2024)],
        expecting=store.revision(),
        by="Lan",
        note="yearbook",
        raw=raw,
        decisions=decisions,
    )


def test_beside_a_kept_file_lie_the_decisions_taken_on_it(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "plan.duckdb", plan())
    raw = store.keep(b"content", "Số liệu 2024.XLSX")
    record(store, raw, dropped=["B7"])
    store.close()
    kept = {path.name: path for path in (tmp_path / "uploads").iterdir()}
    assert set(kept) == {f"{raw}.xlsx", f"{raw}.revision-1.json"}
    described = json.loads(kept[f"{raw}.revision-1.json"].read_text())
    assert described["decisions"] == {"dropped": ["B7"]}
    assert (described["made_by"], described["revision"]) == ("Lan", 1)


@pytest.mark.parametrize("name", ["", "no extension", "odd.ex-t", "../../escape", "x.verylongone"])
def test_a_name_lends_no_more_than_a_plain_extension(tmp_path: Path, name: str) -> None:
    store = EmbeddedStore(tmp_path / "plan.duckdb", plan())
    raw = store.keep(b"content", name)
    store.close()
    assert [path.name for path in (tmp_path / "uploads").iterdir()] == [f"{raw}.bin"]


def test_a_file_no_revision_was_made_from_is_set_aside_at_the_next_start(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "plan.duckdb", plan())
    used, unused = store.keep(b"used"), store.keep(b"unused")
    record(store, used)
    with pytest.raises(StaleRevision):
        store.commit(
            RevisionKind.RECORD, [figure(2025)], expecting=0, by="Lan", note="", raw=unused
        )
    store.close()
    store = EmbeddedStore(tmp_path / "plan.duckdb", plan())
    assert store.unclaimed == (tmp_path / "unclaimed" / f"{unused}.bin",)
    assert store.unclaimed[0].read_bytes() == b"unused"
    assert store.raw(used) == b"used"
    store.close()


def test_two_ledgers_in_one_folder_leave_each_other_s_files_alone(tmp_path: Path) -> None:
    first = EmbeddedStore(tmp_path / "plan.duckdb", plan())
    second = EmbeddedStore(tmp_path / "coast.duckdb", plan("coast_plan"))
    kept = first.keep(b"first"), second.keep(b"second")
    record(first, kept[0])
    record(second, kept[1])
    first.close()
    second.close()
    first = EmbeddedStore(tmp_path / "plan.duckdb", plan())
    second = EmbeddedStore(tmp_path / "coast.duckdb", plan("coast_plan"))
    assert (first.unclaimed, second.unclaimed) == ((), ())
    assert (first.raw(kept[0]), second.raw(kept[1])) == (b"first", b"second")
    first.close()
    second.close()


def test_a_kept_file_that_changed_is_not_handed_out(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "plan.duckdb", plan())
    raw = store.keep(b"content")
    (tmp_path / "uploads" / f"{raw}.bin").write_bytes(b"changed")
    with pytest.raises(LedgerUnavailable) as refused:
        store.raw(raw)
    assert refused.value.reason is Unavailable.KEPT_FILE_CHANGED
    assert store.keep(b"content") == raw
    assert store.raw(raw) == b"content", "keeping it again mends it"
    store.close()
