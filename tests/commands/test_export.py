"""`export`: every file of a revision in a folder, beside a serving program too."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantrack.__main__ import main
from plantrack.exports.files import KINDS
from plantrack.model import LANGUAGES
from plantrack.opening import open_plan
from plantrack.settings import Settings
from tests.conftest import LONG
from tests.update.updates import SECOND

FEW = ("--only", "figures.csv", "--only", "calculation.json")


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PLANTRACK_SEEDS", str(SECOND))
    monkeypatch.setenv("PLANTRACK_DATA", str(tmp_path))
    monkeypatch.setenv("PLANTRACK_LEDGER", str(tmp_path / "plan.duckdb"))
    monkeypatch.setenv("PLANTRACK_LOG", str(tmp_path / "log.jsonl"))
    return tmp_path


def exported(data: Path, *options: str) -> tuple[int, list[str]]:
    """Run the command; its exit status and the names of the files in the folder."""
    folder = data / "out"
    status = main(["export", "--to", str(folder), *options])
    return status, sorted(path.name for path in folder.glob("*"))


@pytest.mark.parametrize("only", [FEW, *([()] if LONG else [])], ids=["few", "all"][: 1 + LONG])
def test_every_kind_lies_in_the_folder_in_both_languages(data: Path, only: tuple[str, ...]) -> None:
    status, names = exported(data, *only)
    assert status == 0
    count = len(only) // 2 or len(KINDS)
    for language in LANGUAGES:
        assert sum(f"_{language}_r" in name for name in names) == count


def test_one_language_of_an_earlier_revision(data: Path) -> None:
    status, names = exported(data, "--lang", "vi", "--revision", "1", *FEW)
    assert status == 0
    assert [name.rpartition("_vi_r1.")[2] for name in names] == ["json", "csv"]


def test_exporting_again_leaves_the_same_bytes(data: Path) -> None:
    exported(data, "--lang", "en", *FEW)
    before = {path.name: path.read_bytes() for path in (data / "out").iterdir()}
    exported(data, "--lang", "en", *FEW)
    assert {path.name: path.read_bytes() for path in (data / "out").iterdir()} == before


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--revision", "99"), "There is no revision 99: choose one from 1 to 1."),
        (("--set", "nothing"), "There is no target set “nothing”: choose one of"),
        (("--only", "brief"), "There is no kind of file brief: choose among"),
        (("--series", "nobody"), "There is no series “nobody”: choose one of preferred,"),
    ],
)
def test_what_does_not_exist_is_refused_with_the_choices(
    data: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], told: str
) -> None:
    assert exported(data, *options) == (1, [])
    assert told in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_said(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "out").write_text("a file")
    assert main(["export", "--to", str(data / "out"), "--lang", "vi"]) == 1
    assert str(data / "out") in capsys.readouterr().err


def test_nothing_is_recorded_by_exporting(data: Path) -> None:
    exported(data, "--lang", "vi", *FEW)
    opened = open_plan(Settings.from_environment())
    before = len(opened.store.history())
    opened.close()
    exported(data, "--lang", "vi", *FEW)
    opened = open_plan(Settings.from_environment())
    assert len(opened.store.history()) == before
    opened.close()
