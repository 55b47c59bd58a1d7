"""A backup is another ledger, whole, checked when it is made, and checked again when used."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from plantrack.ledger import (
    Backup,
    EmbeddedStore,
    LedgerUnavailable,
    Occasion,
    Unavailable,
    backups_in,
    clear_unfinished,
    latest_in,
    prune,
    read_backup,
    wrong_with,
)
from plantrack.model import RevisionKind
from plantrack.safekeeping.keeper import until_due
from plantrack.safekeeping.restoring import NotWhole, restore
from tests.ledger.plans import figure, plan


@pytest.fixture(scope="module")
def one_recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed data folder with one recorded file."""
    store = EmbeddedStore(tmp_path_factory.mktemp("one") / "data" / "plan.duckdb", plan())
    record(store)
    store.close()
    return store.location.parent


@pytest.fixture
def store(one_recorded: Path, tmp_path: Path) -> Iterator[EmbeddedStore]:
    home = Path(shutil.copytree(one_recorded, tmp_path / "data"))
    store = EmbeddedStore(home / "plan.duckdb", plan())
    yield store
    store.close()


def record(store: EmbeddedStore) -> int:
    number = store.revision() + 1
    raw = store.keep(f"file {number}".encode(), "figures.csv")
    return store.commit(
        RevisionKind.RECORD,
        [figure(2000 + number, str(number))],
        expecting=number - 1,
        by="Lan",
        note="",
        raw=raw,
        decisions={"number": number},
    )


def test_the_manifest_says_whose_it_is_what_it_holds_and_how_to_check_it(
    store: EmbeddedStore,
) -> None:
    backup = store.back_up(Occasion.ASKED)
    made = backup.manifest
    assert (made.plan, made.revision, made.number) == ("highlands_plan", 1, 1)
    assert made.plan_digest == store.plan.digest
    assert made.tables["figures"].rows == 1
    assert made.files[0].path == "plan.duckdb"
    assert f"uploads/{store.history()[0].raw_digest}.csv" in [one.path for one in made.files]
    assert made.engine_version == duckdb.__version__
    assert read_backup(backup.folder) == backup


def test_a_backup_is_a_ledger_of_its_own(store: EmbeddedStore) -> None:
    store.save("deck", "first", [1], "Lan")
    backup = store.back_up(Occasion.ASKED)
    record(store)
    copy = EmbeddedStore(backup.ledger, plan())
    assert copy.history() == store.history()[:1]
    assert copy.current().figures == store.as_of(1).figures
    assert copy.raw(copy.history()[0].raw_digest or "") == b"file 1"
    assert copy.saved("deck")[0].value == [1]
    copy.close()


def test_backups_are_numbered_whatever_the_clock_shows(store: EmbeddedStore) -> None:
    first = store.back_up(Occasion.ASKED)
    manifest = first.folder / "manifest.json"
    content = json.loads(manifest.read_bytes())
    later = datetime.fromisoformat(content["made_at"]) + timedelta(days=400)
    manifest.write_text(json.dumps(content | {"made_at": later.isoformat()}))
    second = store.back_up(Occasion.SCHEDULED)
    assert [one.folder for one in backups_in(store.backups)] == [first.folder, second.folder]
    now = datetime(2026, 1, 1)  # noqa: DTZ001 - UTC, naive, as manifests have it
    assert until_due(backups_in(store.backups)[:1], timedelta(hours=24), now) == timedelta(0)


def test_the_next_one_is_due_a_schedule_after_the_last_of_any_kind(store: EmbeddedStore) -> None:
    made = (store.back_up(Occasion.ASKED),)
    age, every = timedelta(hours=5), timedelta(hours=24)
    assert until_due(made, every, made[0].manifest.made_at + age) == every - age
    assert until_due(made, every, made[0].manifest.made_at + 2 * every) == timedelta(0)
    assert until_due((), every, made[0].manifest.made_at) == timedelta(0)


def test_retention_takes_the_oldest_scheduled_and_nothing_else(store: EmbeddedStore) -> None:
    asked = store.back_up(Occasion.ASKED)
    scheduled = [store.back_up(Occasion.SCHEDULED) for _ in range(3)]
    assert prune(store.backups, "coast_plan", 1) == ()
    assert prune(store.backups, "highlands_plan", 2) == (scheduled[0],)
    assert backups_in(store.backups) == (asked, *scheduled[1:])


def test_a_ledger_with_faults_never_drives_out_its_sound_backups(store: EmbeddedStore) -> None:
    sound = [store.back_up(Occasion.SCHEDULED) for _ in range(2)]
    store.close()
    with duckdb.connect(str(store.location)) as connection:
        connection.execute("UPDATE figures SET value = 999")
    again = EmbeddedStore(store.location, plan(), backups=store.backups)
    faulty = again.back_up(Occasion.SCHEDULED)
    again.close()
    assert faulty.manifest.faults == ("rows_digest",)
    assert read_backup(faulty.folder).manifest.faults == ("rows_digest",)
    assert prune(store.backups, "highlands_plan", 1) == (), "while the newest has faults"
    assert latest_in(store.backups) == sound[-1]
    restore(sound[-1], store.location, replace=True)
    mended = EmbeddedStore(store.location, plan(), backups=store.backups)
    assert mended.examine() == ()
    newest = mended.back_up(Occasion.SCHEDULED)
    mended.close()
    assert prune(store.backups, "highlands_plan", 1) == (*sound, faulty)
    assert latest_in(store.backups) == newest


def test_where_no_sound_backup_is_left_the_newest_is_the_latest(store: EmbeddedStore) -> None:
    store.close()
    assert latest_in(store.backups) is None
    with duckdb.connect(str(store.location)) as connection:
        connection.execute("UPDATE figures SET value = 999")
    again = EmbeddedStore(store.location, plan(), backups=store.backups)
    made = [again.back_up(Occasion.ASKED) for _ in range(2)]
    again.close()
    assert latest_in(store.backups) == made[-1]


def test_a_backup_that_was_not_finished_is_no_backup(store: EmbeddedStore) -> None:
    backup = store.back_up(Occasion.ASKED)
    unfinished = backup.folder.with_name(f".{backup.folder.name}.1.unfinished")
    backup.folder.rename(unfinished)
    assert backups_in(store.backups) == ()
    clear_unfinished(store.backups, "coast_plan")
    assert unfinished.exists(), "another plan's"
    clear_unfinished(store.backups, "highlands_plan")
    assert list(store.backups.iterdir()) == []


def test_an_original_file_that_is_gone_does_not_prevent_a_backup_and_is_named(
    store: EmbeddedStore,
) -> None:
    digest = store.history()[0].raw_digest or ""
    path = store.kept.path(digest)
    assert path is not None
    path.unlink()
    assert store.back_up(Occasion.ASKED).manifest.missing == (digest,)


@pytest.mark.parametrize("harm", ["ledger", "upload", "gone", "row"])
def test_a_backup_that_was_changed_since_is_not_restored(
    store: EmbeddedStore, tmp_path: Path, harm: str
) -> None:
    backup = store.back_up(Occasion.ASKED)
    (upload,) = (backup.folder / "uploads").glob("*.csv")
    if harm == "ledger":
        content = backup.ledger.read_bytes()
        backup.ledger.write_bytes(content[:5000] + b"\xff" * 8 + content[5008:])
    elif harm == "row":
        with duckdb.connect(str(backup.ledger)) as connection:
            connection.execute("UPDATE figures SET value = 999")
    elif harm == "gone":
        upload.unlink()
    else:
        upload.write_bytes(b"other")
    assert len(wrong_with(backup)) == 1
    with pytest.raises(NotWhole, match="Use another backup"):
        restore(backup, tmp_path / "restored" / "plan.duckdb")
    assert not (tmp_path / "restored").exists()


def test_rows_changed_together_with_the_file_s_digest_are_still_met(store: EmbeddedStore) -> None:
    """The rows have digests of their own: a manifest mended by hand does not hide a changed row."""
    backup = store.back_up(Occasion.ASKED)
    with duckdb.connect(str(backup.ledger)) as connection:
        connection.execute("UPDATE figures SET value = 999")
    manifest = json.loads((backup.folder / "manifest.json").read_bytes())
    mended = wrong_with_digests_of_now(backup, manifest)
    assert [one.en for one in wrong_with(mended)] == [
        f"Backup {backup.folder}: the file plan.duckdb is not as listed. Use another backup."
    ]


def wrong_with_digests_of_now(backup: Backup, manifest: dict[str, object]) -> Backup:
    from plantrack.ledger.digests import digest_of_file

    files = manifest["files"]
    assert isinstance(files, list)
    for one in files:
        path = backup.folder / one["path"]
        one |= {"size": path.stat().st_size, "digest": digest_of_file(path)}
    (backup.folder / "manifest.json").write_text(json.dumps(manifest))
    return read_backup(backup.folder)


@pytest.mark.parametrize(
    "text",
    ["", "\x00", "{}", '{"format": 1, "number": "x"}', "[]", '{"format": 1}', '{"format": 99}'],
)
def test_a_folder_without_a_manifest_of_ours_is_no_backup(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(LedgerUnavailable) as refused:
        read_backup(tmp_path)
    assert refused.value.reason is Unavailable.NOT_A_BACKUP


def test_a_restored_ledger_holds_what_was_backed_up(store: EmbeddedStore, tmp_path: Path) -> None:
    backup = store.back_up(Occasion.ASKED)
    elsewhere = shutil.move(backup.folder, tmp_path / "other machine")
    restored = restore(read_backup(Path(elsewhere)), tmp_path / "new" / "plan.duckdb")
    assert (restored.revision, restored.aside, restored.later) == (1, None, ())
    copy = EmbeddedStore(restored.location, plan())
    assert copy.history() == store.history()
    assert copy.raw(copy.history()[0].raw_digest or "") == b"file 1"
    copy.close()


def test_nothing_is_restored_over_a_ledger_without_a_word(
    store: EmbeddedStore, tmp_path: Path
) -> None:
    backup = store.back_up(Occasion.ASKED)
    store.close()
    before = store.location.read_bytes()
    with pytest.raises(LedgerUnavailable) as refused:
        restore(backup, store.location)
    assert refused.value.reason is Unavailable.WOULD_REPLACE
    assert store.location.read_bytes() == before
    with pytest.raises(LedgerUnavailable) as refused:
        restore(backup, tmp_path, replace=True)
    assert refused.value.reason is Unavailable.INTO_A_FOLDER
    assert f"Give --to the path of a file, for example {tmp_path}/plan.duckdb" in (
        refused.value.sentence.en
    )


def test_a_replaced_ledger_is_kept_and_what_came_after_the_backup_is_named(
    store: EmbeddedStore,
) -> None:
    backup = store.back_up(Occasion.ASKED)
    record(store)
    digest = store.history()[1].raw_digest
    store.close()
    before = store.location.read_bytes()
    restored = restore(backup, store.location, replace=True)
    assert restored.aside is not None
    assert (restored.aside / "plan.duckdb").read_bytes() == before
    assert [path.name for path in restored.later] == [f"{digest}.csv"]
    again = EmbeddedStore(store.location, plan())
    assert again.revision() == 1
    assert f"{digest}.csv" in [path.name for path in again.unclaimed], "to be uploaded again"
    again.close()


def test_a_ledger_of_another_plan_is_never_replaced(store: EmbeddedStore, tmp_path: Path) -> None:
    backup = store.back_up(Occasion.ASKED)
    other = EmbeddedStore(tmp_path / "coast" / "plan.duckdb", plan("coast_plan"))
    other.close()
    with pytest.raises(LedgerUnavailable) as refused:
        restore(backup, other.location, replace=True)
    assert refused.value.reason is Unavailable.OVER_ANOTHER_PLAN


def test_an_original_file_that_was_changed_is_mended_and_the_changed_one_kept(
    store: EmbeddedStore,
) -> None:
    backup = store.back_up(Occasion.ASKED)
    path = store.kept.path(store.history()[0].raw_digest or "")
    assert path is not None
    path.write_bytes(b"changed")
    store.close()
    restored = restore(backup, store.location, replace=True)
    assert path.read_bytes() == b"file 1"
    assert restored.aside is not None
    assert (restored.aside / "uploads" / path.name).read_bytes() == b"changed"


def test_a_journal_left_behind_is_not_read_into_the_restored_ledger(store: EmbeddedStore) -> None:
    backup = store.back_up(Occasion.ASKED)
    store.close()
    journal = store.location.with_name("plan.duckdb.wal")
    journal.write_bytes(b"of another ledger")
    store.location.unlink()
    restored = restore(backup, store.location)
    assert restored.aside is not None
    assert (restored.aside / "plan.duckdb.wal").read_bytes() == b"of another ledger"
    again = EmbeddedStore(store.location, plan())
    assert again.revision() == 1
    again.close()
