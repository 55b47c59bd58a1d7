"""A draft is private, whole or absent, kept for a week, and never one too many."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from plantrack.intake.edits import Edit
from plantrack.model import Status
from plantrack.update import drafts as limits
from plantrack.update.decisions import Decisions, File
from plantrack.update.drafts import KEPT_FOR, Drafts, KeptDraft

NOW = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
DRAFT = KeptDraft(
    File("Số liệu.xlsx", b"PK..."),
    Decisions(
        "bureau",
        {"D2": "thousands"},
        (
            Edit("D4", "lỗi in", value=Decimal("4.40"), status=Status.ESTIMATE, note=""),
            Edit("D5", "không phải của tỉnh", drop=True),
        ),
        frozenset({"D4/jump"}),
    ),
    {"title": "Niên giám", "publisher": ""},
    "note",
    7,
)


class Clock:
    now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def drafts(tmp_path: Path, clock: Clock) -> Drafts:
    return Drafts(tmp_path / "drafts", clock)


def begun(drafts: Drafts, draft: KeptDraft = DRAFT) -> str:
    identifier = drafts.begin(draft)
    assert identifier is not None
    return identifier


def test_a_draft_opens_as_it_was_left(drafts: Drafts, tmp_path: Path) -> None:
    identifier = begun(drafts)
    assert Drafts(tmp_path / "drafts", Clock()).open(identifier) == DRAFT
    later = KeptDraft(DRAFT.file, Decisions(ticks=frozenset({"D9/restated"})), {}, "other", 8)
    assert drafts.save(identifier, later)
    assert drafts.open(identifier) == later


def test_only_its_owner_may_look_into_a_draft(drafts: Drafts) -> None:
    identifier = begun(drafts)
    for folder in (drafts.folder, drafts.folder / identifier):
        assert folder.stat().st_mode & 0o777 == 0o700


def test_ids_cannot_be_guessed_and_name_nothing_else(drafts: Drafts) -> None:
    first, second = begun(drafts), begun(drafts)
    assert first != second
    assert len(first) == 32
    for name in ("", "..", f"../drafts/{first}", first.upper(), f"unfinished-{first}"):
        assert drafts.open(name) is None or name == first
        drafts.drop(name)
    assert drafts.open(first) == drafts.open(second) == DRAFT


def test_a_dropped_draft_leaves_nothing(drafts: Drafts) -> None:
    identifier = begun(drafts)
    drafts.drop(identifier)
    assert list(drafts.folder.iterdir()) == []
    assert drafts.open(identifier) is None
    assert not drafts.save(identifier, DRAFT)


def test_a_draft_goes_a_week_after_its_last_change(drafts: Drafts, clock: Clock) -> None:
    identifier = begun(drafts)
    clock.now = NOW + timedelta(days=6)
    drafts.save(identifier, DRAFT)
    clock.now = NOW + timedelta(days=6) + KEPT_FOR
    assert drafts.open(identifier) == DRAFT
    clock.now += timedelta(seconds=1)
    assert drafts.open(identifier) is None
    assert list(drafts.folder.iterdir()) == []


def test_a_full_folder_takes_no_more_and_loses_nothing(
    drafts: Drafts, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_DRAFTS", 2)
    kept = [begun(drafts), begun(drafts)]
    assert drafts.begin(DRAFT) is None
    assert [drafts.open(one) for one in kept] == [DRAFT, DRAFT]
    clock.now += KEPT_FOR + timedelta(seconds=1)
    assert drafts.begin(DRAFT) is not None, "old ones made room"


def test_all_files_together_are_capped(drafts: Drafts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_BYTES", 5_000)
    begun(drafts, KeptDraft(File("a.csv", b"x" * 3_000)))
    assert drafts.begin(KeptDraft(File("b.csv", b"x" * 3_000))) is None


def test_decisions_are_capped(drafts: Drafts) -> None:
    identifier = begun(drafts)
    assert not drafts.save(identifier, KeptDraft(DRAFT.file, note="x" * limits.MOST_DECIDED))
    assert drafts.open(identifier) == DRAFT


def test_what_a_killed_program_left_half_made_is_swept_away(drafts: Drafts) -> None:
    identifier = begun(drafts)
    half = drafts.folder / "unfinished-0123"
    half.mkdir()
    (half / "file").write_bytes(b"half")
    (drafts.folder / "README.md").write_text("not ours")
    assert drafts.open(identifier) == DRAFT
    assert sorted(p.name for p in drafts.folder.iterdir()) == sorted([identifier, "README.md"])


def test_a_draft_whose_file_was_changed_is_not_opened(drafts: Drafts) -> None:
    identifier = begun(drafts)
    (drafts.folder / identifier / "file").write_bytes(b"something else")
    assert drafts.open(identifier) is None


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "[]",
        "{}",
        '{"edits": 1}',
        json.dumps({"saved_at": NOW.isoformat(), "name": "a.csv"}),
        json.dumps({"saved_at": "2026-01-01T00:00:00", "name": "a.csv"}),
    ],
)
def test_a_draft_that_cannot_be_read_is_as_good_as_none(drafts: Drafts, broken: str) -> None:
    identifier = begun(drafts)
    (drafts.folder / identifier / "draft.json").write_text(broken)
    assert drafts.open(identifier) is None


def test_old_drafts_are_dropped_at_a_start_and_counted(drafts: Drafts, clock: Clock) -> None:
    assert drafts.tidy() == 0
    assert not drafts.folder.exists(), "nothing is made where there is nothing to tidy"
    old = begun(drafts)
    clock.now += KEPT_FOR
    fresh = begun(drafts)
    clock.now += timedelta(seconds=1)
    assert drafts.tidy() == 1
    assert (drafts.open(old), drafts.open(fresh)) == (None, DRAFT)
