"""The log of standings: every change since the first revision, in words, and as a file."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from shutil import copytree

import pytest
from streamlit.testing.v1 import AppTest

from plantrack import __version__
from plantrack.chronicle import StandingMove
from plantrack.ledger import EmbeddedStore
from plantrack.review import Cause
from plantrack.scorecard import scorecard
from plantrack.seeds import load
from plantrack.ui import resources
from plantrack.ui.history.plan_causes import PlanCause, plan_causes
from plantrack.ui.history.standing_log import log_csv, standing_log
from tests.pages.blocks import rows
from tests.pages.conftest import Reader, calm
from tests.second_plan import SECOND_PLAN
from tests.seed_edits import edit

LOG = "Every change of a standing since the first revision"
TARGET = "output_per_person_2029"


def opened_log(session: AppTest) -> AppTest:
    session.session_state["history_log"] = True
    return calm(session.run())


def test_every_change_of_a_standing_is_told_newest_first(
    taken_back: EmbeddedStore, read: Reader
) -> None:
    assert taken_back.revision() == 4
    table = rows(opened_log(read("history", lang="en")), LOG)
    assert [row[:2] for row in table] == [
        [
            "Output per person moved from “on track” to “behind”",
            "Revision 3 was withdrawn",
        ],
        [
            "Output per person moved from “behind” to “on track”",
            "Revision 2 was withdrawn",
        ],
        [
            "Output per person moved from “on track” to “behind”",
            "Figures for 2025 were added and those for 2024 changed",
        ],
    ]
    assert table[-1][2].startswith("no. 2 ")
    assert table[-1][2].endswith("Ana *Kovač* (stated, not verified)")


def test_the_log_says_by_whose_method_every_standing_is_judged(
    taken_back: EmbeddedStore, read: Reader
) -> None:
    session = opened_log(read("history", lang="en"))
    assert taken_back.revision() == 4
    told = f"judged by the method of program version {__version__}"
    assert any(told in one.value for one in session.caption)


def test_nothing_is_compared_until_the_log_is_opened(
    taken_back: EmbeddedStore, read: Reader
) -> None:
    session = read("history", lang="en")
    assert taken_back.revision() == 4
    assert not session.get("download_button")
    assert LOG not in "".join(one.proto.body for one in session.get("html"))
    (button,) = opened_log(session).get("download_button")
    assert button.proto.label == "Download the log of all target sets (3 changes, CSV)"


def test_an_as_of_view_ends_its_log_at_its_revision(
    taken_back: EmbeddedStore, read: Reader
) -> None:
    session = opened_log(read("history", lang="vi", revision="2"))
    assert taken_back.revision() == 4
    (row,) = rows(session, "Mọi thay đổi đánh giá từ phiên bản đầu tiên")
    assert row[0].endswith("chuyển từ “đúng tiến độ” sang “chậm tiến độ”")


def test_a_ledger_with_its_first_revision_alone_has_no_log(second_plan: Path, read: Reader) -> None:
    session = read("history", lang="en")
    assert second_plan.exists()
    assert LOG not in [one.label for one in session.expander]


def test_the_file_holds_every_change_and_runs_no_formula(taken_back: EmbeddedStore) -> None:
    taken_back.withdraw(4, expecting=4, by="=cmd()", reason='+1 for "that"')
    view = _view(taken_back)
    log = standing_log(taken_back.history(), "preferred")
    content = log_csv(view, log)  # type: ignore[arg-type]  # a view with all the log needs
    assert content.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert table[0] == [
        *("Revision", "Kind of revision", "Recorded on", "Recorded by", "Target set"),
        *("Target", "Before", "After", "Because", "Note"),
    ]
    assert [row[0] for row in table[1:]] == ["5", "4", "3", "2"]
    assert table[1][3] == "'=cmd() (stated, not verified)"
    assert table[1][9] == '\'+1 for "that"'
    assert table[4][5:9] == [
        "Output per person",
        "on track",
        "behind",
        "figures for 2025 were added and those for 2024 changed",
    ]


@pytest.mark.parametrize(
    ("edits", "causes"),
    [
        ("targets|{row}|low|26", (PlanCause.TARGET,)),
        ("targets|{row}|note_en|As amended && targets|{row}|note_vi|Sửa đổi", ()),
        ("thresholds|2|from_ratio|1.05", (PlanCause.CUTOFFS,)),
        ("breaks|2|!copy| && breaks|3|series|output_per_person_bureau", (PlanCause.SERIES,)),
        ("indicators|{indicator}|measure|points && formulas|5|!drop|", (PlanCause.METHOD,)),
    ],
)
def test_a_changed_plan_says_which_part_of_it_matters(
    tmp_path: Path, edits: str, causes: tuple[PlanCause, ...]
) -> None:
    folder = copytree(SECOND_PLAN, tmp_path / "seeds")
    places = {
        name: _row_of(folder / f"{name}s.csv", wanted)
        for name, wanted in (("target", TARGET), ("indicator", "output_per_person"))
    }
    edit(folder, edits.format(row=places["target"], indicator=places["indicator"]))
    before, after = (
        scorecard(found.plan, found.figures, found.plan.default_target_set).row(TARGET)
        for found in (load(SECOND_PLAN), load(folder))
    )
    assert plan_causes(StandingMove(before, after, Cause.PLAN)) == causes


def test_a_target_that_changed_is_named_as_the_cause(
    second_plan: Path, tmp_path: Path, read: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert resources.opened().store.revision() == 1
    folder = copytree(SECOND_PLAN, tmp_path / "seeds")
    edit(folder, f"targets|{_row_of(folder / 'targets.csv', TARGET)}|low|60")
    monkeypatch.setenv("PLANTRACK_SEEDS", str(folder))
    resources.close()
    session = opened_log(read("history", lang="en"))
    assert second_plan.exists()
    assert [row[:2] for row in rows(session, LOG)] == [
        ["Output per person moved from “on track” to “far behind”", "The target was changed"]
    ]


def _row_of(path: Path, wanted: str) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        return next(n for n, row in enumerate(csv.reader(file), start=1) if row[0] == wanted)


def _view(store: EmbeddedStore) -> object:
    from types import SimpleNamespace

    from plantrack.words import of

    return SimpleNamespace(say=of("en"), plan=resources.opened().plan, store=store)
