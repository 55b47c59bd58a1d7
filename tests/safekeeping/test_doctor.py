"""The doctor finds what could cost figures, says what to do, and changes nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from plantrack.ledger import (
    Broken,
    EmbeddedStore,
    LedgerUnavailable,
    Occasion,
    read_only,
    reasons,
)
from plantrack.ledger.faults import Fault
from plantrack.model import RevisionKind
from plantrack.opening import Opened
from plantrack.safekeeping.doctor import examine_closed, examine_open
from plantrack.safekeeping.findings import Report, Severity
from plantrack.safekeeping.machine import Room, other_packages, room_findings
from plantrack.settings import DEFAULT_SEEDS, Settings
from tests.safekeeping.journeys import SECOND


def backed_up(settings: Settings) -> None:
    assert settings.ledger is not None
    with read_only(settings.ledger) as ledger:
        ledger.back_up(settings.data / "backups", Occasion.ASKED)


def told(report: Report, severity: Severity | None = None) -> str:
    chosen = report.findings if severity is None else report.of(severity)
    assert all(one.sentence.vi != one.sentence.en for one in chosen)
    return "\n".join(one.sentence.en for one in chosen)


def change(settings: Settings, statement: str) -> None:
    with duckdb.connect(str(settings.ledger)) as connection:
        connection.execute(statement)


def test_of_a_sound_ledger_with_a_backup_nothing_is_found(settings: Settings) -> None:
    backed_up(settings)
    before = {path: path.read_bytes() for path in settings.data.rglob("*") if path.is_file()}
    assert examine_closed(settings).findings == ()
    after = {path: path.read_bytes() for path in settings.data.rglob("*") if path.is_file()}
    assert after == before, "looking changes nothing"


def test_the_program_that_serves_finds_the_same(settings: Settings, opened: Opened) -> None:
    opened.store.back_up(Occasion.ASKED)
    assert examine_open(opened, settings).findings == ()


HARMS = (
    ("DELETE FROM revisions WHERE revision = 3", Broken.NUMBERS),
    ("DELETE FROM figures WHERE revision = 2 AND position = 1", Broken.ROWS),
    (
        "UPDATE figures SET value = value + 1 WHERE revision = 2 AND position = 1",
        Broken.ROWS_DIGEST,
    ),
    (
        "INSERT INTO figures SELECT * REPLACE (9 AS revision) FROM figures LIMIT 1",
        Broken.STRAY_ROWS,
    ),
    ("UPDATE definitions SET definition = '{}'", Broken.DEFINITION),
    ("UPDATE revisions SET withdraws = 9 WHERE revision = 4", Broken.WITHDRAWAL),
    ("UPDATE revisions SET made_at = '2001-01-01' WHERE revision = 4", Broken.TIME),
    ("UPDATE revisions SET made_at = '2999-01-01' WHERE revision = 5", Broken.FUTURE),
    ("UPDATE figures SET origin = 'hearsay' WHERE revision = 2", Broken.ORIGIN),
    ("UPDATE schema_steps SET step = 7 WHERE step = 2", None),
    ("INSERT INTO saved VALUES ('coast', 'k', 'n', '1', 'b', '2026-01-01')", Broken.PLAN),
    (
        "CREATE OR REPLACE VIEW current_figures AS SELECT plan_id, series, geography, "
        "period_start, period_end, value + 1 AS value, revision FROM figures",
        Broken.VIEW,
    ),
    ("UPDATE revisions SET decisions = '{}' WHERE revision = 2", Broken.DECISIONS),
    ("UPDATE revisions SET note = 'another' WHERE revision = 4", Broken.DECISIONS),
    ("DROP VIEW current_figures CASCADE", Broken.VIEW),
)


@pytest.mark.parametrize(("harm", "broken"), HARMS, ids=[harm for harm, _ in HARMS])
def test_every_broken_promise_of_a_ledger_is_found(
    settings: Settings, harm: str, broken: Broken | None
) -> None:
    change(settings, harm)
    report = examine_closed(settings)
    problems = told(report, Severity.PROBLEM)
    if broken is None:
        assert "made by a newer version of this program" in problems
        return
    sentence = Fault(broken, "§").sentence.en.partition("§")[0]
    assert sentence in problems, problems


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM plans",
        "INSERT INTO plans VALUES ('coast', now()::TIMESTAMP)",
        "UPDATE revisions SET kind = 'odd' WHERE revision = 3",
        "UPDATE revisions SET decisions = 'odd' WHERE revision = 2",
        "UPDATE figures SET status = 'odd' WHERE revision = 2",
        "DROP TABLE figures CASCADE",
    ],
)
def test_what_no_program_writes_is_told_as_damage_and_is_not_backed_up(
    settings: Settings, harm: str
) -> None:
    change(settings, harm)
    report = examine_closed(settings)
    assert "is damaged and cannot be read" in told(report, Severity.PROBLEM)
    assert "restore --replace" in told(report, Severity.PROBLEM)
    if "decisions" not in harm and "kind" not in harm:
        with pytest.raises(LedgerUnavailable, match=f"The ledger {settings.ledger} is damaged"):
            backed_up(settings)


def test_the_note_of_a_withdrawal_is_missed_as_well(settings: Settings) -> None:
    (settings.data / "uploads" / "no-file.revision-4.json").unlink()
    assert "taken on revision 4 is gone or differs" in told(
        examine_closed(settings), Severity.PROBLEM
    )


def test_a_ledger_of_another_plan_is_the_finding(settings: Settings) -> None:
    other = replace(settings, seeds=DEFAULT_SEEDS)
    found = told(examine_closed(other), Severity.PROBLEM)
    assert "holds another plan (dolina ≠ " in found
    assert "The seeds no longer hold" not in told(examine_closed(other))


def test_a_file_where_the_backups_should_lie_is_found_with_everything_else(
    settings: Settings,
) -> None:
    (settings.data / "backups").write_text("in the way")
    (settings.data / "uploads" / "no-file.revision-4.json").unlink()
    found = told(examine_closed(settings), Severity.PROBLEM)
    assert "backups is a file, and the program needs a folder there." in found
    assert "taken on revision 4" in found


def test_what_is_no_manifest_at_all_hides_nothing(settings: Settings) -> None:
    backed_up(settings)
    (manifest,) = (settings.data / "backups").glob("*/manifest.json")
    manifest.unlink()
    manifest.mkdir()
    found = told(examine_closed(settings), Severity.WARNING)
    assert "cannot be read: do not count on it" in found
    assert "There is no backup in" in found


def test_a_backup_of_a_ledger_with_faults_is_said_to_be_one(settings: Settings) -> None:
    backed_up(settings)
    change(settings, "UPDATE figures SET value = value + 1 WHERE revision = 2")
    backed_up(settings)
    found = told(examine_closed(settings), Severity.WARNING)
    assert "The last backup was made when the ledger already had faults." in found


def test_a_definition_s_rows_are_held_against_the_definition(settings: Settings) -> None:
    change(settings, "UPDATE definition_targets SET low = low + 1")
    assert "definition differ from it in definition_targets" in told(examine_closed(settings))


def kept_of(settings: Settings, revision: int) -> Path:
    (described,) = (settings.data / "uploads").glob(f"*.revision-{revision}.json")
    digest = described.name.partition(".")[0]
    (path,) = (p for p in described.parent.glob(f"{digest}.*") if "revision" not in p.name)
    return path


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (Path.unlink, "The original file of revision 2 ("),
        (lambda path: path.write_bytes(b"other"), "The original file of revision 2 ("),
        (
            lambda path: path.with_name(f"{path.stem}.revision-2.json").unlink(),
            "The note of the decisions taken on revision 2 (",
        ),
    ],
)
def test_an_original_file_gone_or_changed_is_found(
    settings: Settings, harm: Callable[[Path], object], sentence: str
) -> None:
    harm(kept_of(settings, 2))
    assert sentence in told(examine_closed(settings), Severity.PROBLEM)


def test_a_ledger_that_cannot_be_opened_is_the_finding(settings: Settings) -> None:
    assert settings.ledger is not None
    settings.ledger.write_bytes(settings.ledger.read_bytes()[:100_000])
    report = examine_closed(settings)
    assert report.revision is None
    assert "Restore the latest backup" in told(report, Severity.PROBLEM)
    assert "There is no backup" in told(report, Severity.WARNING)


def test_a_ledger_that_is_gone_is_the_finding(settings: Settings) -> None:
    assert settings.ledger is not None
    settings.ledger.unlink()
    assert "There is no ledger" in told(examine_closed(settings), Severity.PROBLEM)


def test_a_seed_figure_somebody_recorded_over_is_not_silently_kept_out(
    settings: Settings, opened: Opened, tmp_path: Path
) -> None:
    store = opened.store
    first = next(one for one in store.figures_of(1) if one.period.year)
    store.commit(RevisionKind.RECORD, [first], expecting=5, by="Ana", note="as published")
    store.close()
    seeds = changed_seeds(tmp_path, first.series, str(first.value), "77.7")
    assert (
        f"The seeds hold another figure for {first.series}, {first.geography}, "
        f"{first.period.year}, but the one recorded in revision 6 stands."
    ) in told(examine_closed(replace(settings, seeds=seeds)), Severity.WARNING)


def changed_seeds(tmp_path: Path, series: str, old: str, new: str) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    for path in SECOND.glob("*.csv"):
        (folder / path.name).write_bytes(path.read_bytes())
    figures = folder / "figures.csv"
    lines = figures.read_text(encoding="utf-8").splitlines()
    place = next(
        n for n, line in enumerate(lines) if line.startswith(series) and f",{old}," in line
    )
    lines[place] = lines[place].replace(f",{old},", f",{new},", 1)
    figures.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_seed_figures_that_come_in_at_the_next_start_are_announced(
    settings: Settings, tmp_path: Path
) -> None:
    assert settings.ledger is not None
    with read_only(settings.ledger) as ledger:
        first = next(one for one in ledger.figures_of(1) if one.period.year)
    seeds = changed_seeds(tmp_path, first.series, str(first.value), "77.7")
    found = told(examine_closed(replace(settings, seeds=seeds)))
    assert "The seeds hold 1 new or changed figure: the next start records it." in found


def test_seed_figures_whose_revision_was_withdrawn_are_listed(
    settings: Settings, opened: Opened, tmp_path: Path
) -> None:
    from plantrack.opening import open_plan

    first = next(one for one in opened.store.figures_of(1) if one.period.year)
    opened.store.close()
    seeds = changed_seeds(tmp_path, first.series, str(first.value), "77.7")
    later = replace(settings, seeds=seeds)
    again = open_plan(later)
    again.store.withdraw(6, expecting=6, by="Boris", reason="misprint")
    again.store.close()
    found = told(examine_closed(later), Severity.WARNING)
    assert "1 figure of the seeds does not stand, because the revision that brought it" in found
    assert first.series in found


def test_inconsistent_seeds_are_found_and_the_ledger_is_examined_all_the_same(
    settings: Settings, tmp_path: Path
) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "plan.csv").write_bytes((SECOND / "plan.csv").read_bytes())
    report = examine_closed(replace(settings, seeds=seeds))
    assert report.revision == 5
    assert "targets.csv: " in told(report, Severity.PROBLEM)


def test_a_backup_that_is_late_or_harmed_is_found(settings: Settings) -> None:
    assert "There is no backup in" in told(examine_closed(settings), Severity.WARNING)
    backed_up(settings)
    (manifest,) = (settings.data / "backups").glob("*/manifest.json")
    text = manifest.read_text(encoding="utf-8")
    made = datetime.now(UTC).replace(tzinfo=None)
    aged = [made - timedelta(hours=49), made + timedelta(days=9)]
    said = []
    for moment in aged:
        lines = [
            f' "made_at": "{moment.isoformat()}",' if '"made_at"' in line else line
            for line in text.splitlines()
        ]
        manifest.write_text("\n".join(lines), encoding="utf-8")
        said.append(told(examine_closed(settings), Severity.WARNING))
    assert "The last backup is 49 hours old and one is due every 24 hours." in said[0]
    assert "dated in the future: the clock of this machine was set back" in said[1]
    manifest.with_name("plan.duckdb").write_bytes(b"other")
    assert "the file plan.duckdb was changed" in told(examine_closed(settings), Severity.WARNING)
    manifest.write_text("cut off")
    assert "cannot be read: do not count on it" in told(examine_closed(settings), Severity.WARNING)


def test_files_that_belong_to_no_revision_are_listed(settings: Settings) -> None:
    (settings.data / "unclaimed").mkdir()
    (settings.data / "unclaimed" / "left.csv").write_text("x")
    assert "1 file in" in told(examine_closed(settings), Severity.NOTE)


@pytest.mark.parametrize(
    ("free", "expected"),
    [(60, []), (9, [Severity.WARNING]), (4, [Severity.PROBLEM])],
)
def test_a_disk_nine_tenths_full_is_said_and_one_without_room_is_a_problem(
    free: int, expected: list[Severity]
) -> None:
    giga = 2**30
    found = list(room_findings(Path("data"), Room(100 * giga, free * giga), needed=5 * giga))
    assert [one.severity for one in found] == expected
    if free == 9:
        assert found[0].sentence.en == (
            "The disk of data is 91\N{NARROW NO-BREAK SPACE}% full, 9,216 MB are left. Make room "
            "before it is needed."
        )


def test_a_ledger_anyone_may_change_is_found(settings: Settings) -> None:
    assert settings.ledger is not None
    os.chmod(settings.ledger, 0o666)  # noqa: PTH101, S103
    assert "Anyone on this machine may change" in told(examine_closed(settings), Severity.WARNING)


def test_packages_other_than_the_pinned_ones_are_named() -> None:
    pinned = f"duckdb==0.0.1 \\\n    --hash=sha256:0\nno-such-package==1.0 \\\n{''}"
    found = other_packages(pinned + "only-elsewhere==2.0 ; sys_platform == 'win32' \\\n")
    assert found == (f"duckdb {duckdb.__version__} ≠ 0.0.1", "no-such-package – ≠ 1.0")


def test_a_revision_of_a_newer_program_is_said(settings: Settings) -> None:
    change(settings, "UPDATE revisions SET program_version = '99.0.0' WHERE revision = 5")
    assert "made by version 99.0.0" in told(examine_closed(settings), Severity.WARNING)


def test_every_fault_has_a_sentence_in_both_languages_that_says_what_to_do() -> None:
    for broken in Broken:
        sentence = Fault(broken, "7").sentence
        assert "{" not in sentence.vi + sentence.en
        assert "7" in sentence.vi
        assert "7" in sentence.en
        assert sentence.vi != sentence.en
    assert set(reasons.UNAVAILABLE) == set(reasons.Unavailable)


def test_a_report_goes_through_a_file_whole(settings: Settings) -> None:
    report = examine_closed(settings)
    assert Report.from_json(report.as_json()) == report


def test_the_store_itself_examines_what_it_has_open(opened: Opened) -> None:
    store: EmbeddedStore = opened.store
    assert store.examine() == ()
    path = store.kept.path(store.history()[1].raw_digest or "")
    assert path is not None
    path.unlink()
    assert [fault.broken for fault in store.examine()] == [Broken.KEPT_FILE_GONE]
