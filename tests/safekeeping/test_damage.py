"""What happens to disks, files, processes and clocks costs no recorded revision, and is said."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from multiprocessing.context import ForkServerContext
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from plantrack.ledger import (
    EmbeddedStore,
    LedgerUnavailable,
    Occasion,
    Unavailable,
    backups_in,
    clear_unfinished,
    read_only,
    wrong_with,
)
from plantrack.ledger.raw import KeptFiles
from plantrack.model import RevisionKind
from plantrack.opening import open_plan
from plantrack.safekeeping.failures import last_failure
from plantrack.safekeeping.keeper import Keeper
from plantrack.safekeeping.rebuilding import rebuild
from plantrack.safekeeping.replay_sources import FromFiles
from plantrack.safekeeping.restoring import restore
from plantrack.settings import Settings
from tests.ledger.plans import figure, plan
from tests.programs import killed, told_by
from tests.safekeeping.harmed import (
    as_nobody,
    back_up_for_ever,
    leave_a_journal,
    on_a_full_disk,
    record,
    restore_for_ever,
    restore_on_a_full_disk,
)
from tests.safekeeping.journeys import content


@pytest.mark.parametrize("work", ["record", "backup", "keep"])
def test_a_full_disk_ends_in_one_sentence_and_keeps_every_revision(
    location: Path, programs: ForkServerContext, tmp_path: Path, work: str
) -> None:
    told = tmp_path / "told"
    reason, sentence = told_by(programs, on_a_full_disk, location, work, 1_000_000, told=told)
    assert reason == Unavailable.DISK.value, sentence
    assert "Check the disk and its free space, then try again." in sentence
    store = EmbeddedStore(location, plan())
    assert store.revision() == 3
    assert store.examine() == ()
    assert backups_in(store.backups) == (), "half a backup is none"
    assert list(store.backups.glob(".*")) == [], "and takes no room"
    assert store.back_up(Occasion.ASKED).manifest.revision == 3, "and once there is room"
    assert record(store) == 4
    store.close()


def test_restoring_on_a_full_disk_leaves_the_old_ledger_and_takes_no_room(
    location: Path, programs: ForkServerContext, tmp_path: Path
) -> None:
    with read_only(location) as ledger:
        backup = ledger.back_up(tmp_path / "backups", Occasion.ASKED).folder
    before = {path: path.read_bytes() for path in location.parent.rglob("*") if path.is_file()}
    told = tmp_path / "told"
    lines = told_by(programs, restore_on_a_full_disk, backup, location, 1_000_000, told=told)
    assert lines == [Unavailable.DISK.value]
    after = {path: path.read_bytes() for path in location.parent.rglob("*") if path.is_file()}
    assert after == before


@pytest.fixture
def public(location: Path) -> Iterator[Path]:
    """The ledger in a folder anyone may enter, which pytest's own folders are not."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        home = Path(shutil.copytree(location.parent, Path(folder) / "data"))
        yield home / "plan.duckdb"
        for path in (home, *home.rglob("*")):
            path.chmod(0o755)


def close_to_writing(location: Path) -> None:
    for path in location.parent.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    location.parent.chmod(0o555)


def test_in_a_read_only_folder_a_backup_says_so_and_the_ledger_can_be_read(
    public: Path, programs: ForkServerContext, tmp_path: Path
) -> None:
    close_to_writing(public)
    revision, refused = told_by(programs, as_nobody, public, None, told=tmp_path / "told")
    assert revision == "3"
    assert refused.startswith("no_permission No permission to read and write")


def test_restoring_into_a_read_only_folder_says_so(
    public: Path, programs: ForkServerContext, tmp_path: Path
) -> None:
    with read_only(public) as ledger:
        backup = ledger.back_up(public.parent / "backups", Occasion.ASKED)
    before = public.read_bytes()
    close_to_writing(public)
    (refused,) = told_by(programs, as_nobody, public, backup.folder, told=tmp_path / "told")
    assert refused.startswith("no_permission No permission")
    assert public.read_bytes() == before


def test_a_program_killed_while_it_backs_up_leaves_whole_backups_and_the_ledger(
    location: Path, programs: ForkServerContext, tmp_path: Path, long_run: bool
) -> None:
    moments = random.Random(20261122)  # noqa: S311 - the same moments every run
    seen = 0
    for turn in range(60 if long_run else 3):
        told = tmp_path / f"told_{turn}"
        lines, moment = 1 + turn % 2, moments.uniform(0, 0.6)
        done = killed(programs, back_up_for_ever, location, told=told, moment=moment, lines=lines)
        store = EmbeddedStore(location, plan())
        assert store.revision() >= max(done, seen)
        seen = store.revision()
        made = backups_in(store.backups)
        for backup in made[-2:]:
            assert wrong_with(backup) == ()
        assert not done or done in [one.manifest.revision for one in made]
        assert store.examine() == ()
        clear_unfinished(store.backups, "highlands_plan")
        store.close()
    assert seen > 3


def test_a_program_killed_while_it_restores_leaves_one_ledger_or_the_other_whole(
    location: Path, programs: ForkServerContext, tmp_path: Path, long_run: bool
) -> None:
    with read_only(location) as ledger:
        first = ledger.back_up(tmp_path / "backups", Occasion.ASKED)
    store = EmbeddedStore(location, plan())
    record(store)
    second = store.back_up(Occasion.ASKED)
    store.close()
    moments = random.Random(20261123)  # noqa: S311 - the same moments every run
    for turn in range(60 if long_run else 3):
        told = tmp_path / f"told_{turn}"
        both, moment = (first.folder, second.folder), moments.uniform(0, 0.3)
        killed(programs, restore_for_ever, location, both, told=told, moment=moment)
        with read_only(location) as ledger:
            assert ledger.revision() in (3, 4)
            assert ledger.examine() == ()
    restore(first, location, replace=True)
    assert not list(location.parent.glob("plan.duckdb.restored-*")), "the next one tidies up"


@pytest.mark.parametrize("share", [0.0, 0.2, 0.7])
def test_after_a_power_cut_in_the_database_file_a_backup_brings_everything_back(
    settings: Settings, share: float
) -> None:
    opened = open_plan(settings)
    before = content(opened.store)
    backup = opened.store.back_up(Occasion.ASKED)
    opened.close()
    location = opened.store.location
    whole = location.read_bytes()
    location.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(LedgerUnavailable, match="restore --replace") as refused:
        open_plan(settings)
    assert refused.value.reason is Unavailable.DAMAGED
    restored = restore(backup, location, replace=True)
    assert restored.aside is not None
    assert (restored.aside / location.name).stat().st_size == int(len(whole) * share)
    again = open_plan(settings)
    assert content(again.store) == before
    again.close()


def test_without_any_backup_the_original_files_bring_the_revisions_back(
    settings: Settings, tmp_path: Path
) -> None:
    opened = open_plan(settings)
    history, states, _saved = content(opened.store)  # type: ignore[misc]
    opened.close()
    location = opened.store.location
    location.write_bytes(location.read_bytes()[:200_000])
    steps = rebuild(FromFiles(KeptFiles.beside(location)), tmp_path / "new" / "plan.duckdb", {})
    assert len(steps) == 5
    again = EmbeddedStore(tmp_path / "new" / "plan.duckdb", opened.plan)
    assert content(again) == (history, states, ())
    again.close()


@pytest.fixture(scope="module")
def journalled(
    three_recorded: Path, programs: ForkServerContext, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A ledger with the journal a program leaves that ends in the middle of its work."""
    folder = tmp_path_factory.mktemp("journalled")
    location = Path(shutil.copytree(three_recorded, folder / "data")) / "plan.duckdb"
    told_by(programs, leave_a_journal, location, told=folder / "told")
    assert location.with_name("plan.duckdb.wal").stat().st_size > 0
    return location


def test_a_truncated_journal_costs_neither_a_revision_nor_a_backup(
    journalled: Path, tmp_path: Path, long_run: bool
) -> None:
    left = journalled.with_name("plan.duckdb.wal").read_bytes()
    home = Path(shutil.copytree(journalled.parent, tmp_path / "data"))
    location, journal = home / "plan.duckdb", home / "plan.duckdb.wal"
    before = journalled.read_bytes()
    for length in range(0, len(left), max(1, len(left) // (200 if long_run else 12))):
        location.write_bytes(before)
        journal.write_bytes(left[:length])
        with read_only(location) as ledger:
            assert (ledger.revision(), ledger.examine()) == (3, ()), length
    with read_only(location) as ledger:
        assert wrong_with(ledger.back_up(home / "backups", Occasion.ASKED)) == ()
    store = EmbeddedStore(location, plan())
    assert record(store) == 4, "and recording goes on"
    store.close()


def test_a_journal_overwritten_anywhere_is_refused_or_harmless(
    journalled: Path, tmp_path: Path, long_run: bool
) -> None:
    """Refused with the way out, which works: every recorded revision is in the ledger itself."""
    left = journalled.with_name("plan.duckdb.wal").read_bytes()
    home = Path(shutil.copytree(journalled.parent, tmp_path / "data"))
    location, journal = home / "plan.duckdb", home / "plan.duckdb.wal"
    refused = []
    for place in range(0, len(left) - 8, max(1, len(left) // (200 if long_run else 12))):
        journal.write_bytes(left[:place] + b"\xff" * 8 + left[place + 8 :])
        try:
            with read_only(location) as ledger:
                assert (ledger.revision(), ledger.examine()) == (3, ()), place
        except LedgerUnavailable as problem:
            refused.append(problem.sentence.en)
            journal.unlink()
            with read_only(location) as ledger:
                assert ledger.revision() == 3
    assert refused
    assert all("move only the .wal file aside" in sentence for sentence in refused)


def test_a_missing_database_is_not_taken_for_a_new_beginning(settings: Settings) -> None:
    opened = open_plan(settings)
    backup = opened.store.back_up(Occasion.ASKED)
    opened.close()
    opened.store.location.unlink()
    kept = sorted(path.name for path in (settings.data / "uploads").iterdir())
    with pytest.raises(LedgerUnavailable) as refused:
        open_plan(settings)
    assert refused.value.reason is Unavailable.LEDGER_GONE
    assert "Restore a backup with the command restore" in refused.value.sentence.en
    assert sorted(path.name for path in (settings.data / "uploads").iterdir()) == kept
    restore(backup, opened.store.location)
    again = open_plan(settings)
    assert again.store.revision() == 5
    again.close()


@pytest.mark.parametrize("becomes", ["gone", "another"])
def test_into_a_file_that_was_moved_away_meanwhile_nothing_more_is_recorded(
    location: Path, tmp_path: Path, becomes: str
) -> None:
    """Whoever was told of a revision there would never find it again."""
    store = EmbeddedStore(location, plan())
    location.rename(tmp_path / "moved")
    if becomes == "another":
        shutil.copyfile(tmp_path / "moved", location)
    for work in (lambda: record(store), lambda: store.save("deck", "a", 1, "Lan")):
        with pytest.raises(LedgerUnavailable) as refused:
            work()
        assert refused.value.reason is Unavailable.MOVED
    backup = store.back_up(Occasion.ASKED)
    store.close()
    assert wrong_with(backup) == (), "what it says to do works"
    restored = restore(backup, location, replace=True)
    assert restored.revision == 3
    again = EmbeddedStore(location, plan())
    assert record(again) == 4
    again.close()


def test_a_raw_file_gone_missing_comes_back_from_the_backup(location: Path) -> None:
    store = EmbeddedStore(location, plan())
    backup = store.back_up(Occasion.ASKED)
    path = store.kept.path(store.history()[1].raw_digest or "")
    assert path is not None
    path.unlink()
    with pytest.raises(LedgerUnavailable) as refused:
        store.raw(path.stem)
    assert "Restore that folder from the latest backup." in refused.value.sentence.en
    assert len(store.current().figures) == 40, "and the figures do not need it"
    shutil.copy2(backup.folder / "uploads" / path.name, path)
    assert store.examine() == ()
    store.close()


def test_a_clock_that_jumps_back_keeps_revisions_and_backups_in_order(tmp_path: Path) -> None:
    moments = iter([datetime(2026, 5, day) for day in (3, 2, 1)])  # noqa: DTZ001 - UTC, naive
    store = EmbeddedStore(tmp_path / "plan.duckdb", plan(), clock=lambda: next(moments))
    for number in range(3):
        store.commit(
            RevisionKind.RECORD, [figure(2020 + number)], expecting=number, by="Lan", note=""
        )
    dated = [entry.made_at for entry in store.history()]
    assert dated == sorted(dated)
    assert store.examine() == ()
    numbers = [store.back_up(Occasion.SCHEDULED).manifest.number for _ in range(2)]
    assert numbers == [1, 2]
    store.close()


@pytest.fixture
def keeper(settings: Settings) -> Iterator[tuple[Keeper, Settings]]:
    opened = open_plan(settings)
    keeper = Keeper(opened, settings)
    yield keeper, settings
    keeper.stop()
    opened.close()


def test_a_scheduled_backup_that_fails_is_remembered_until_one_succeeds(
    keeper: tuple[Keeper, Settings],
) -> None:
    keeping, settings = keeper
    place = settings.data / "backups"
    place.mkdir()
    (settings.data / "uploads" / "odd").mkdir()  # a folder where files are expected
    keeping.start()
    wait_until(lambda: last_failure(place) is not None)
    sentence = last_failure(place)
    assert sentence is not None
    assert "Check the disk" in sentence.en
    assert backups_in(place) == ()


def test_the_first_scheduled_backup_is_made_at_once(keeper: tuple[Keeper, Settings]) -> None:
    keeping, settings = keeper
    keeping.start()
    wait_until(lambda: len(backups_in(settings.data / "backups")) == 1)
    time.sleep(1.2)
    assert len(backups_in(settings.data / "backups")) == 1, "and the next when it is due"


def wait_until(true: Callable[[], bool], patience: timedelta = timedelta(seconds=60)) -> None:
    deadline = time.monotonic() + patience.total_seconds()
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)
