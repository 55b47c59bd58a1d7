"""A ledger of any earlier schema opens in the newest program, after a backup of what it was."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import duckdb
import pytest

from plantrack import seeds
from plantrack.ledger import (
    EmbeddedStore,
    LedgerUnavailable,
    Occasion,
    Unavailable,
    backups_in,
    read_only,
    schema,
    wrong_with,
)
from plantrack.ledger.raw import KeptFiles
from plantrack.opening import Opened
from plantrack.safekeeping.doctor import examine_closed
from plantrack.safekeeping.findings import Severity
from plantrack.safekeeping.rebuilding import definitions_of, rebuild
from plantrack.safekeeping.replay_sources import FromFiles, FromLedger
from tests.safekeeping.journeys import SECOND, settings_in, standings

LEDGERS = Path(__file__).resolve().parents[1] / "ledgers"
STEPS = range(1, len(schema.STEPS) + 1)
OLDER = range(1, len(schema.STEPS))


def ledger_of(step: int, folder: Path) -> Path:
    with zipfile.ZipFile(LEDGERS / f"step_{step}.zip") as kept:
        kept.extractall(folder)
    return folder / "plan.duckdb"


def opened_at(location: Path) -> Opened:
    plan = seeds.load(SECOND).plan
    return Opened(plan, EmbeddedStore(location, plan), ())


@pytest.mark.parametrize("step", STEPS)
def test_every_schema_step_has_a_ledger_as_its_program_wrote_it(step: int, tmp_path: Path) -> None:
    location = ledger_of(step, tmp_path)
    with read_only(location) as ledger:
        assert ledger.step == step
        assert ledger.examine() == ()


@pytest.mark.parametrize("step", STEPS)
def test_it_opens_in_the_newest_with_the_same_standings(step: int, tmp_path: Path) -> None:
    with (LEDGERS / f"step_{step}.csv").open(encoding="utf-8", newline="") as file:
        expected = [tuple(row.values()) for row in csv.DictReader(file)]
    opened = opened_at(ledger_of(step, tmp_path))
    shown = [
        (str(step), str(revision), target, standing)
        for revision in range(1, opened.store.revision() + 1)
        for target, standing in standings(opened, revision).items()
    ]
    assert opened.store.examine() == ()
    assert opened.store.saved("matching")[0].value == {"columns": [1, 2]}
    opened.close()
    assert shown == expected
    with read_only(tmp_path / "plan.duckdb") as ledger:
        assert ledger.up_to_date


@pytest.mark.parametrize("step", STEPS)
def test_every_revision_of_it_is_made_again_by_the_newest_from_the_ledger_or_the_files(
    step: int, tmp_path: Path
) -> None:
    """Also where its seeds are older than a table of today: they are read as they were."""
    location = ledger_of(step, tmp_path)
    with read_only(location) as ledger:
        digests = [entry.plan_digest for entry in ledger.history()]
        made = rebuild(FromLedger(ledger), tmp_path / "a" / "plan.duckdb", definitions_of(ledger))
    assert [one.outcome.value for one in made] == ["equal"] * 5
    from_files = FromFiles(KeptFiles.beside(location))
    made = rebuild(from_files, tmp_path / "b" / "plan.duckdb", {})
    assert [one.outcome.value for one in made] == ["repeated"] * 5
    with read_only(tmp_path / "b" / "plan.duckdb") as again:
        assert [entry.plan_digest for entry in again.history()] == digests


@pytest.mark.parametrize("step", STEPS)
def test_the_doctor_does_not_take_an_older_definition_for_damage(step: int, tmp_path: Path) -> None:
    found = examine_closed(settings_in(tmp_path, ledger=ledger_of(step, tmp_path)))
    assert [one.sentence.en for one in found.of(Severity.PROBLEM)] == []


@pytest.mark.parametrize("step", OLDER)
def test_before_the_first_step_the_ledger_is_backed_up_as_it_was(step: int, tmp_path: Path) -> None:
    opened_at(ledger_of(step, tmp_path)).close()
    (backup,) = backups_in(tmp_path / "backups")
    assert backup.manifest.occasion is Occasion.BEFORE_UPGRADE
    assert backup.manifest.schema_step == step
    assert wrong_with(backup) == ()
    with read_only(backup.ledger) as ledger:
        assert ledger.step == step, "the program of that step reads its backup"
    opened_at(tmp_path / "plan.duckdb").close()
    assert len(backups_in(tmp_path / "backups")) == 1, "only an upgrade makes one"


def test_a_ledger_of_the_newest_schema_needs_no_backup_to_open(tmp_path: Path) -> None:
    opened_at(ledger_of(len(schema.STEPS), tmp_path)).close()
    assert backups_in(tmp_path / "backups") == ()


def test_a_step_that_fails_leaves_the_ledger_as_it_was_and_one_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    location = ledger_of(len(schema.STEPS), tmp_path)
    half = "CREATE TABLE half_done (a INTEGER); SELECT nothing_there FROM half_done;"
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, half))
    for _ in range(2):
        with pytest.raises(LedgerUnavailable) as refused:
            opened_at(location)
        assert refused.value.reason is Unavailable.UPGRADE
        assert "Use the former version of the program" in refused.value.sentence.en
    assert len(backups_in(tmp_path / "backups")) == 1, "trying again makes no second one"
    monkeypatch.undo()
    opened = opened_at(location)
    assert opened.store.revision() == 5
    opened.close()
    with duckdb.connect(str(location), read_only=True) as connection:
        held = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        assert ("half_done",) not in held


def test_no_step_runs_where_the_backup_before_it_cannot_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    location = ledger_of(len(schema.STEPS), tmp_path)
    (tmp_path / "backups").write_text("a file where the folder should be")
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, "CREATE TABLE another (a INTEGER)"))
    before = location.read_bytes()
    with pytest.raises(LedgerUnavailable) as refused:
        opened_at(location)
    assert refused.value.reason is Unavailable.DISK
    assert location.read_bytes() == before


def test_a_newer_ledger_is_refused_untouched_by_program_doctor_and_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    location = ledger_of(len(schema.STEPS), tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    monkeypatch.setattr(schema, "STEPS", schema.STEPS[:-1])
    with pytest.raises(LedgerUnavailable) as refused:
        opened_at(location)
    assert refused.value.reason is Unavailable.NEWER_SCHEMA
    with pytest.raises(LedgerUnavailable), read_only(location):
        pass
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
