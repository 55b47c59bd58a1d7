"""What an older revision shows: the figures and the plan as they were, and nothing later."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from plantrack.ui import resources
from tests.pages.conftest import Reader, calm
from tests.second_plan import SECOND_PLAN

Edit = Callable[..., None]


@pytest.fixture
def edit(fresh_ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Edit:
    """Start again on seeds in which a text was replaced: `edit(old, new, file, ...)`."""
    assert not fresh_ledger.exists()
    seeds = copytree(SECOND_PLAN, tmp_path / "seeds")
    monkeypatch.setenv("PLANTRACK_SEEDS", str(seeds))
    resources.opened()

    def replaced(old: str, new: str, *files: str) -> None:
        for file in files:
            text = (seeds / file).read_text("utf-8")
            assert old in text
            (seeds / file).write_text(text.replace(old, new), "utf-8")
        resources.close()
        resources.opened()

    return replaced


def test_an_older_revision_is_shown_under_the_plan_it_was_made_under(
    edit: Edit, read: Reader
) -> None:
    before = resources.opened().plan
    edit(before.name.en, "The renamed plan", "plan.csv")
    assert "The renamed plan" in read(lang="en").title[0].value
    older = read(lang="en", revision="1")
    assert before.name.en in older.title[0].value.replace("\\", "")
    assert any(before.digest[:8] in caption.value for caption in older.caption)


def test_a_target_set_only_an_older_plan_knows_can_be_shown_at_its_revision_alone(
    edit: Edit, read: Reader
) -> None:
    gone = next(iter(resources.opened().plan.target_sets))
    edit(gone, "another_set", "target_sets.csv", "targets.csv", "plan.csv")
    newest = read(lang="en", set=gone)
    assert gone in newest.warning[0].value.replace("\\", "")
    older = read(lang="en", set=gone, revision="1")
    assert not older.warning
    assert older.query_params["set"] in (gone, [gone])
    calm(older.button(key="frame_newest").click().run())


def test_a_revision_of_thousands_of_digits_is_ignored_with_a_line(read: Reader) -> None:
    assert "revision=9999" in read(lang="en", revision="9" * 5000).warning[0].value
