"""A note says who answers for a target; it never touches a figure or a standing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from plantrack import words
from plantrack.ledger import EmbeddedStore, StaleRevision
from plantrack.model import RevisionKind
from plantrack.opening import Opened, open_plan
from plantrack.safekeeping.rebuilding import Outcome, rebuild
from plantrack.safekeeping.replay_sources import FromFiles
from plantrack.stewardship import Stewardship, record_notes, stewards_at, stewards_without
from plantrack.stewardship.stated import changes
from plantrack.stewardship.telling import change_sentences
from tests.safekeeping.journeys import settings_in, standings
from tests.stewardship.statements import OUTPUT, POVERTY, output_note


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    found = open_plan(settings_in(tmp_path))
    yield found
    found.close()


def note(opened: Opened, *notes: Stewardship, by: str = "Ana") -> int:
    store = opened.store
    return record_notes(store, notes, expecting=store.revision(), by=by)


def stated(opened: Opened, revision: int | None = None) -> dict[str, tuple[object, ...]]:
    store = opened.store
    known = stewards_at(store.history(), store.revision() if revision is None else revision)
    return {target: one.stated for target, one in known.items()}


def test_a_note_changes_no_figure_and_no_standing_of_any_target_set(opened: Opened) -> None:
    before, figures = standings(opened), opened.store.current().figures
    number = note(opened, output_note())
    assert opened.store.revision() == number == 2
    assert opened.store.current().figures == figures
    assert standings(opened) == before
    assert len(before) > 10
    assert opened.store.current().plan_digest == opened.plan.digest
    entry = opened.store.history()[-1]
    assert (entry.kind, entry.rows, entry.raw_digest) == (RevisionKind.NOTE, 0, None)


def test_what_was_stated_is_read_back_whole_with_who_stated_it(opened: Opened) -> None:
    note(opened, output_note(), by="Boris")
    read = stewards_at(opened.store.history(), 2)[OUTPUT]
    assert read.stated == output_note().stated
    assert (read.revision, read.by) == (2, "Boris")
    assert read.at == opened.store.history()[-1].made_at


def test_the_newest_note_of_a_target_holds_and_its_withdrawal_brings_the_former_back(
    opened: Opened,
) -> None:
    store = opened.store
    note(opened, output_note("Department of Works"))
    note(opened, output_note("Treasury"))
    assert stated(opened)[OUTPUT][0] == "Treasury"
    assert stewards_without(store.history(), 3)[OUTPUT].department == "Department of Works"
    store.withdraw(3, expecting=3, by="Boris", reason="wrong office")
    assert stated(opened)[OUTPUT][0] == "Department of Works"
    assert stated(opened, 3)[OUTPUT][0] == "Treasury", "what stood then is still told"
    assert stated(opened, 1) == {}


def test_an_emptied_note_states_nothing(opened: Opened) -> None:
    note(opened, output_note())
    note(opened, Stewardship(OUTPUT))
    assert stated(opened) == {}


def test_two_notes_on_one_target_in_one_revision_are_a_mistake(opened: Opened) -> None:
    with pytest.raises(ValueError, match="one note for each target"):
        note(opened, output_note(), output_note("Treasury"))
    assert opened.store.revision() == 1


def test_whoever_looked_at_an_older_revision_records_nothing(opened: Opened) -> None:
    note(opened, output_note())
    with pytest.raises(StaleRevision):
        record_notes(opened.store, [output_note("Treasury")], expecting=1, by="Boris")
    assert stated(opened)[OUTPUT][0] == "Department of Works"


def test_a_note_survives_a_backup_and_a_rebuild_from_the_kept_files_alone(
    opened: Opened, tmp_path: Path
) -> None:
    note(opened, output_note(), Stewardship(POVERTY, "Social office"))
    opened.store.withdraw(2, expecting=2, by="Boris", reason="too early")
    opened.store.withdraw(3, expecting=3, by="Boris", reason="not too early")
    expected, kept = stated(opened), opened.store.kept
    assert len(expected) == 2
    backup = tmp_path / "copy" / "plan.duckdb"
    opened.store.backup(backup)
    opened.close()
    assert _stated_in(backup, opened) == expected, "a backup is another ledger"
    again = tmp_path / "again" / "plan.duckdb"
    steps = rebuild(FromFiles(kept), again, {})
    assert {step.outcome for step in steps} <= {Outcome.REPEATED, Outcome.EQUAL}
    assert _stated_in(again, opened) == expected, "from files alone"


def _stated_in(ledger: Path, opened: Opened) -> dict[str, tuple[object, ...]]:
    store = EmbeddedStore(ledger, opened.plan)
    known = stewards_at(store.history(), store.revision())
    store.close()
    return {target: one.stated for target, one in known.items()}


def test_the_history_tells_a_note_in_words_in_both_languages(opened: Opened) -> None:
    note(opened, output_note())
    history = opened.store.history()
    told = [
        change_sentences(
            changes(stewards_at(history, 1), stewards_at(history, 2)), opened.plan, words.of(one)
        )
        for one in ("en", "vi")
    ]
    assert told == [
        [
            "Output per person (2029, Charter 2019–2029): Department of Works answers for it; "
            "the figure of 2025 is due on 30 June 2026; its standing “on track” is explained on "
            "1 March 2026: “Two mills stood still.”"
        ],
        [
            "Sản lượng bình quân đầu người (năm 2029, Hiến chương 2019–2029): Department of Works "
            "chịu trách nhiệm; hạn có số liệu năm 2025 là ngày 30/06/2026; giải trình ngày "
            "01/03/2026 về kết quả “đúng tiến độ”: “Two mills stood still.”"
        ],
    ]


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (replace(output_note(), department="Treasury"), "Treasury answers for it, no longer "),
        (replace(output_note(), department=""), "no department is stated any more"),
        (replace(output_note(), due=None), "no day is stated any more for its next figure"),
        (replace(output_note(), explanation=None), "its standing is no longer explained"),
    ],
)
def test_only_what_is_stated_otherwise_is_told(
    opened: Opened, after: Stewardship, told: str
) -> None:
    (sentence,) = change_sentences(
        changes({OUTPUT: output_note()}, {OUTPUT: after}), opened.plan, words.of("en")
    )
    assert told in sentence
    assert ";" not in sentence
    assert changes({OUTPUT: after}, {OUTPUT: after}) == ()


def test_a_target_the_plan_no_longer_has_is_told_by_its_id(opened: Opened) -> None:
    gone = Stewardship("gone_2029", "Treasury")
    (sentence,) = change_sentences(changes({}, {gone.target: gone}), opened.plan, words.of("en"))
    assert sentence == "gone_2029: Treasury answers for it."
