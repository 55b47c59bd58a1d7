"""A rebuilt ledger equals the old one, or says which revision does not and why."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from plantrack import __version__
from plantrack.commands.rebuild_words import outcome_told
from plantrack.intake import rules
from plantrack.intake.numbers import Number
from plantrack.ledger import EmbeddedStore, read_only
from plantrack.ledger.raw import KeptFiles
from plantrack.model import RevisionKind
from plantrack.opening import Opened, open_plan
from plantrack.safekeeping.outcomes import FirstLost, Step
from plantrack.safekeeping.rebuilding import definitions_of, rebuild
from plantrack.safekeeping.replay_sources import FromFiles, FromLedger
from plantrack.update.choosing import consents
from plantrack.update.decisions import Decisions, File
from plantrack.update.reading import read
from plantrack.update.recording import record, update_of
from tests.safekeeping.journeys import (
    content,
    example,
    settings_in,
    standings,
    upload,
)
from tests.update.updates import HEADER, SOURCE, edit, seeded, update


def rebuilt(opened: Opened, folder: Path) -> tuple[Step, ...]:
    opened.store.close()
    with read_only(opened.store.location) as ledger:
        return rebuild(FromLedger(ledger), folder / "plan.duckdb", definitions_of(ledger))


def outcomes(steps: tuple[Step, ...]) -> list[str]:
    return [step.outcome.value for step in steps]


def reopened(folder: Path, opened: Opened) -> EmbeddedStore:
    return EmbeddedStore(folder / "plan.duckdb", opened.plan)


def test_every_revision_made_again_equals_the_old_one(opened: Opened, tmp_path: Path) -> None:
    before, shown = content(opened.store), standings(opened)
    assert outcomes(rebuilt(opened, tmp_path / "new")) == ["equal"] * 5
    again = reopened(tmp_path / "new", opened)
    assert content(again) == before, "history, figures as of each revision, and saved things"
    assert standings(Opened(opened.plan, again, ())) == shown
    assert again.examine() == ()
    again.close()


def test_rows_left_out_and_rows_ticked_are_decided_as_they_were(
    opened: Opened, tmp_path: Path
) -> None:
    upload(opened, example(opened, times=3), "jumps.csv")
    entry = opened.store.history()[5]
    assert entry.decisions["ticked"], "what jumps is recorded after a tick only"
    assert entry.decisions["left_out"]
    before = opened.store.figures_of(6)
    assert outcomes(rebuilt(opened, tmp_path / "new")) == ["equal"] * 6
    again = reopened(tmp_path / "new", opened)
    assert again.figures_of(6) == before
    again.close()


def test_edits_and_rows_dropped_with_a_reason_are_repeated(tmp_path: Path) -> None:
    store = seeded(tmp_path / "data" / "plan.duckdb")
    made = update(store, edit("D2", "41.5"), edit("D4", drop=True))
    number = record(store, made, SOURCE, expecting=1, by="Ana", note="yearbook")
    assert number == 2
    told = store.history()[1].decisions["edits"]
    assert isinstance(told, list)
    assert [one["recorded"] is None for one in told] == [False, True]
    before = content(store)
    opened = Opened(store.plan, store, ())
    assert outcomes(rebuilt(opened, tmp_path / "new")) == ["equal", "equal"]
    again = reopened(tmp_path / "new", opened)
    assert content(again) == before
    again.close()


def test_answers_to_the_questions_of_reading_are_repeated(tmp_path: Path) -> None:
    """A label the plan does not have: the file is read as it was answered."""
    store = seeded(tmp_path / "data" / "plan.duckdb")
    plan, current = store.plan, store.current().figures
    file = File("figures.csv", f"{HEADER}\nrecycing,,2025,40.5,%,estimate,\n".encode())
    asked = read(lambda _: None, file.content, file.name, plan, current, "preferred", {})
    answers = {one.id: "recycling" for one in asked.questions}
    assert answers
    decisions = Decisions(answers=answers)
    reading = read(lambda _: None, file.content, file.name, plan, current, "preferred", answers)
    found = update_of(file, decisions, reading, plan, current)
    ticked = replace(decisions, ticks=frozenset(consents(found.decided)))
    made = update_of(file, ticked, reading, plan, current)
    assert [row.figure.series for row in made.rows] == ["recycling_bureau"]
    record(store, made, SOURCE, expecting=1, by="Ana", note="")
    opened = Opened(plan, store, ())
    assert outcomes(rebuilt(opened, tmp_path / "new")) == ["equal", "equal"]


def test_a_revision_that_is_gone_from_the_ledger_keeps_its_number(
    opened: Opened, tmp_path: Path
) -> None:
    opened.store.close()
    with duckdb.connect(str(opened.store.location)) as connection:
        connection.execute("DELETE FROM revisions WHERE revision = 3")
    assert outcomes(rebuilt(opened, tmp_path / "new"))[:3] == ["equal", "equal", "lost"]
    again = reopened(tmp_path / "new", opened)
    assert again.revision() == 5
    again.close()


@pytest.mark.parametrize("note", ["", "{", "[]", '{"revision": 2}'])
def test_a_note_that_cannot_be_read_costs_one_revision_of_a_rebuild_from_files(
    opened: Opened, tmp_path: Path, note: str
) -> None:
    opened.store.close()
    kept = KeptFiles.beside(opened.store.location)
    (second,) = kept.uploads.glob("*.revision-2.json")
    second.write_text(note)
    steps = rebuild(FromFiles(kept), tmp_path / "new" / "plan.duckdb", {})
    assert outcomes(steps) == ["repeated", "lost", "repeated", "repeated", "repeated"]


def test_a_file_that_is_gone_costs_one_revision_of_a_rebuild_from_files(
    opened: Opened, tmp_path: Path
) -> None:
    opened.store.close()
    kept = KeptFiles.beside(opened.store.location)
    (upload,) = kept.uploads.glob("*.csv")
    upload.unlink()
    steps = rebuild(FromFiles(kept), tmp_path / "new" / "plan.duckdb", {})
    assert outcomes(steps) == ["repeated", "lost", "repeated", "repeated", "repeated"]


def test_rebuilding_changes_nothing_of_the_old_ledger(opened: Opened, tmp_path: Path) -> None:
    opened.store.close()
    home = opened.store.location.parent
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    rebuilt(opened, tmp_path / "new")
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


def test_a_changed_reading_rule_is_named_with_the_figures_it_changes(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rule "a cell's number is what it says" is changed to "rounded to a whole number"."""
    from plantrack.intake import values

    read = values.read_number

    def rounded(text: str, mark: str, *, settled: bool = False) -> object:
        number = read(text, mark, settled=settled)
        if not isinstance(number, Number):
            return number
        return Number(number.value.to_integral_value(), number.decimals)

    monkeypatch.setattr(values, "read_number", rounded)
    steps = rebuilt(opened, tmp_path / "new")
    assert outcomes(steps) == ["equal", "changed_rule", "consequence", "equal", "consequence"], (
        "while it was withdrawn, the revision made no difference"
    )
    assert steps[1].differences
    told = outcome_told(steps[1]).en.splitlines()
    assert told[0] == (
        "Revision 2: DIFFERENT, because a reading rule changed: the same file and decisions, read "
        f"otherwise by version {__version__} of the program than by version {__version__}."
    )
    assert " → " in told[1]


def test_a_revision_that_no_rule_reads_any_more_keeps_its_number(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "plantrack.update.recording.read",
        lambda *_given, **_named: rules.Reading((), (), rules.Verdict.REFUSED),
    )
    steps = rebuilt(opened, tmp_path / "new")
    assert outcomes(steps)[1] == "changed_rule"
    again = reopened(tmp_path / "new", opened)
    assert [entry.kind.value for entry in again.history()][:2] == ["seed", "note"]
    assert again.revision() == 5
    again.close()


def test_rows_changed_behind_the_program_s_back_are_found_and_set_right(
    opened: Opened, tmp_path: Path
) -> None:
    right = opened.store.as_of(2).figures
    opened.store.close()
    with duckdb.connect(str(opened.store.location)) as connection:
        connection.execute("UPDATE figures SET value = value + 1 WHERE revision = 2")
    assert outcomes(rebuilt(opened, tmp_path / "new"))[:3] == [
        "equal",
        "changed_rule",
        "consequence",
    ]
    again = reopened(tmp_path / "new", opened)
    assert again.as_of(2).figures == right
    again.close()


def test_rows_that_were_not_read_from_a_template_are_copied(opened: Opened, tmp_path: Path) -> None:
    store = opened.store
    first = store.figures_of(1)[0]
    store.commit(RevisionKind.RECORD, [first], expecting=5, by="a command", note="")
    assert outcomes(rebuilt(opened, tmp_path / "new"))[5] == "copied"


def test_changed_seeds_are_replayed_with_the_plan_of_their_time(
    opened: Opened, tmp_path: Path
) -> None:
    store = opened.store
    store.close()
    changed = tmp_path / "seeds"
    changed.mkdir()
    for path in settings_in(tmp_path / "data").seeds.glob("*.csv"):
        (changed / path.name).write_bytes(path.read_bytes())
    targets = changed / "targets.csv"
    lines = targets.read_text(encoding="utf-8").splitlines()
    lines[-1] = lines[-1].rsplit(",", 2)[0] + ",nói thêm,said later"
    targets.write_text("\n".join(lines) + "\n", encoding="utf-8")
    again = open_plan(settings_in(tmp_path / "data", seeds=changed))
    assert [entry.kind.value for entry in again.store.history()][5:] == ["plan"]
    upload(again, example(again), "next_year.csv")
    assert outcomes(rebuilt(again, tmp_path / "new")) == ["equal"] * 7


def test_from_the_files_alone_everything_but_saved_things_comes_back(
    opened: Opened, tmp_path: Path
) -> None:
    (history, states, _) = content(opened.store)  # type: ignore[misc]
    opened.store.close()
    source = FromFiles(KeptFiles.beside(opened.store.location))
    opened.store.location.unlink()
    steps = rebuild(source, tmp_path / "new" / "plan.duckdb", {})
    assert outcomes(steps) == ["repeated"] * 5
    again = reopened(tmp_path / "new", opened)
    assert content(again) == (history, states, ())
    again.close()


def test_a_revision_whose_note_is_gone_keeps_its_number_in_a_rebuild_from_files(
    opened: Opened, tmp_path: Path
) -> None:
    opened.store.close()
    kept = KeptFiles.beside(opened.store.location)
    (kept.uploads / "no-file.revision-3.json").unlink()
    steps = rebuild(FromFiles(kept), tmp_path / "new" / "plan.duckdb", {})
    assert outcomes(steps) == ["repeated", "repeated", "lost", "repeated", "repeated"]
    again = reopened(tmp_path / "new", opened)
    assert again.current().figures == opened_figures(again)
    assert again.revision() == 5
    again.close()


def opened_figures(store: EmbeddedStore) -> object:
    """What stood after the upload, which the withdrawal of its withdrawal brought back."""
    return store.as_of(2).figures


def test_without_the_seeds_a_rebuild_says_that_it_cannot(opened: Opened, tmp_path: Path) -> None:
    opened.store.close()
    kept = KeptFiles.beside(opened.store.location)
    (first,) = kept.uploads.glob("*.revision-1.json")
    first.unlink()
    with pytest.raises(FirstLost) as refused:
        rebuild(FromFiles(kept), tmp_path / "new" / "plan.duckdb", {})
    assert refused.value.number == 1


def test_beside_each_revision_without_a_file_lies_what_repeats_it(opened: Opened) -> None:
    kept = opened.store.kept
    found = json.loads((kept.uploads / "no-file.revision-4.json").read_bytes())
    assert (found["kind"], found["withdraws"], found["note"]) == ("withdrawal", 2, "wrong file")
