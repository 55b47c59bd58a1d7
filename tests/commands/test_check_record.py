"""`check` and `record` in a terminal: exit status, JSON, and what is in the ledger afterwards."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from plantrack.__main__ import main
from plantrack.ledger import EmbeddedStore
from plantrack.model import RevisionKind
from plantrack.settings import ROOT
from plantrack.update.recording import repeated
from tests.update.target_sets import GROWTH, MORE_POVERTY, file
from tests.update.updates import HEADER, SECOND, second_plan

CLEAN = "recycling,,2025,40.5,%,estimate,"
WARNED = "unemployment,,2025,44.4,%,estimate,"
UNKNOWN = "recycing,,2025,40.5,%,estimate,"
ORIGIN = ("--title", "Yearbook", "--publisher", "Bureau", "--published", "2026", "--by", "Ana")


@pytest.fixture(autouse=True)
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PLANTRACK_SEEDS", str(SECOND))
    monkeypatch.setenv("PLANTRACK_DATA", str(tmp_path))
    monkeypatch.setenv("PLANTRACK_LEDGER", str(tmp_path / "plan.duckdb"))
    monkeypatch.setenv("PLANTRACK_LOG", str(tmp_path / "log.jsonl"))
    return tmp_path / "plan.duckdb"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command on a file of these rows: its exit status, its JSON, what stderr says."""

    def run_command(command: str, *rows: str, options: tuple[str, ...] = ()) -> Any:
        file = tmp_path / "figures.csv"
        file.write_text("\n".join([HEADER, *rows]) + "\n", "utf-8")
        status = main([command, str(file), "--json", *options])
        out, err = capsys.readouterr()
        return status, json.loads(out) if out else None, err

    return run_command


def history(ledger: Path) -> list[RevisionKind]:
    store = EmbeddedStore(ledger, second_plan().plan)
    kinds = [entry.kind for entry in store.history()]
    store.close()
    return kinds


@pytest.mark.parametrize(
    ("rows", "status", "verdict"),
    [
        ((CLEAN,), 0, "accepted"),
        ((CLEAN, WARNED), 1, "accepted_with_warnings"),
        ((CLEAN, UNKNOWN), 1, "accepted_with_warnings"),
        ((UNKNOWN,), 2, "refused"),
    ],
)
def test_the_exit_status_of_a_check_is_its_verdict(
    run: Any, ledger: Path, rows: tuple[str, ...], status: int, verdict: str
) -> None:
    found, answer, _ = run("check", *rows)
    assert (found, answer["verdict"]) == (status, verdict)
    assert history(ledger) == [RevisionKind.SEED], "nothing was recorded"


def test_json_tells_figures_with_cells_findings_and_standings(run: Any) -> None:
    _, answer, _ = run("check", CLEAN, WARNED)
    clean, warned = answer["figures"]
    assert (clean["cell"], clean["series"], clean["value"], clean["needs_tick"]) == (
        "D2",
        "recycling_bureau",
        "40.5",
        False,
    )
    assert (warned["cell"], warned["needs_tick"], warned["findings"]) == ("D3", True, ["jump"])
    (finding,) = answer["findings"]
    assert (finding["code"], finding["severity"], finding["cell"]) == ("jump", "warns", "D3")
    assert finding["sentence"]["en"].startswith("Row 3: Unemployment rate, 2025: from ")
    assert finding["sentence"]["vi"].startswith("Dòng 3: Tỷ lệ thất nghiệp, năm 2025: so với ")
    assert finding["remedy"]["en"] == "Check the value against its origin, then tick the row."
    assert answer["questions"] == []
    assert answer["revision"] == 1
    assert {"target", "before", "after", "cause"} == set(answer["standings"][0])


def test_a_file_is_recorded_with_its_cells_and_its_recorder(run: Any, ledger: Path) -> None:
    status, answer, _ = run("record", CLEAN, options=ORIGIN)
    assert (status, answer["recorded"], answer["cells_recorded"]) == (0, 2, ["D2"])
    store = EmbeddedStore(ledger, second_plan().plan)
    entry = store.history()[-1]
    (figure,) = store.figures_of(2)
    assert (entry.made_by, figure.locator, str(figure.value)) == ("Ana", "D2", "40.5")
    assert store.raw(entry.raw_digest or "").startswith(HEADER.encode())
    store.close()


@pytest.mark.parametrize(("tick", "cells"), [("none", ["D2"]), ("all", ["D2", "D3"])])
def test_warned_rows_go_in_only_when_ticked(run: Any, tick: str, cells: list[str]) -> None:
    status, answer, _ = run("record", CLEAN, WARNED, options=(*ORIGIN, "--tick", tick))
    assert (status, answer["recorded"], answer["cells_recorded"]) == (1, 2, cells)


def test_nothing_ticked_of_rows_that_all_need_one_records_nothing(run: Any, ledger: Path) -> None:
    status, answer, _ = run("record", WARNED, options=ORIGIN)
    assert (status, answer["recorded"]) == (2, None)
    assert "--tick all" in answer["refusal"]["en"]
    assert history(ledger) == [RevisionKind.SEED]


def test_a_refused_file_is_not_kept(run: Any, ledger: Path) -> None:
    status, answer, _ = run("record", UNKNOWN, options=ORIGIN)
    assert (status, answer["recorded"], answer["refusal"]) == (2, None, None)
    assert not list((ledger.parent / "uploads").glob("*.csv"))


def test_the_recorder_can_stand_in_the_environment(
    run: Any, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    status, answer, told = run("record", CLEAN, options=ORIGIN[:-2])
    assert (status, answer) == (3, None)
    assert "--by" in told
    assert not ledger.exists()
    monkeypatch.setenv("PLANTRACK_USER", "Trần Thị Lan")
    assert run("record", CLEAN, options=ORIGIN[:-2])[0] == 0


def test_rows_that_name_no_series_go_to_the_one_chosen(run: Any) -> None:
    growth = "output_growth,,2025,2.0,%,estimate,"
    _, answer, _ = run("check", growth, options=("--series", "chamber"))
    assert [one["series"] for one in answer["figures"]] == ["output_growth_chamber"]
    status, _, told = run("check", growth, options=("--series", "nobody"))
    assert status == 3
    assert "preferred, bureau, chamber" in told


def test_what_is_not_about_the_file_has_a_status_of_its_own(
    tmp_path: Path, ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "none.csv")]) == 3
    assert "cannot be read" in capsys.readouterr().err
    ledger.write_bytes(b"not a ledger")
    (tmp_path / "a.csv").write_text(HEADER)
    assert main(["check", str(tmp_path / "a.csv")]) == 3


@pytest.mark.parametrize(
    "options",
    [
        ("--answers", "[1]"),
        ("--answers", "{"),
        ("--answers", '{"a": 1}'),
        ("--answers", "no-such-file.json"),
        ("--edits", "{}"),
        ("--edits", "[]"),
        ("--edits", '[{"cell": "D2"}]'),
        ("--edits", '[{"cell": "D2", "value": "41"}]'),
        ("--edits", '[{"cell": "D2", "value": "many", "reason": "x"}]'),
        ("--edits", '[{"cell": "D2", "value": "NaN", "reason": "x"}]'),
        ("--edits", '[{"cell": "2", "drop": true}]'),
        ("--edits", '[{"cell": "D2", "drop": true}, {"cell": "D2", "drop": true}]'),
        ("--edits", '[{"cell": "D2", "delete": true}]'),
        (*ORIGIN, "--url", "ftp://x"),
        (*ORIGIN, "--title", "  "),
    ],
)
def test_an_option_that_means_nothing_is_refused(run: Any, options: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        run("record", CLEAN, options=options)
    assert ended.value.code == 64, "no verdict on the file: 1 and 2 are"


def test_a_setting_that_cannot_be_used_is_no_verdict_on_the_file(
    run: Any, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANTRACK_PORT", "everywhere")
    assert run("check", CLEAN)[0] == 78
    assert not ledger.exists()


def test_a_mistake_of_the_program_is_no_verdict_on_the_file(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "sitecustomize.py").write_text(
        "import plantrack.opening\n"
        "def open_plan(settings): raise RuntimeError('a mistake')\n"
        "plantrack.opening.open_plan = open_plan\n"
    )
    file = tmp_path / "figures.csv"
    file.write_text(HEADER)
    ended = subprocess.run(
        [sys.executable, "-m", "plantrack", "check", str(file)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{broken}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 70
    assert "RuntimeError: a mistake" in ended.stderr


def test_figures_without_an_origin_are_not_recorded(run: Any, ledger: Path) -> None:
    status, answer, told = run("record", CLEAN, options=ORIGIN[2:])
    assert (status, answer) == (3, None)
    assert "--title, --publisher and --published" in told
    assert history(ledger) == [RevisionKind.SEED]


@pytest.fixture
def goals(tmp_path: Path) -> Path:
    path = tmp_path / "goals.csv"
    path.write_bytes(file(GROWTH, MORE_POVERTY).content)
    return path


def test_a_target_set_is_checked_beside_the_one_in_force(
    goals: Path, ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(goals), "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert [one["code"] for one in answer["findings"]] == ["direction_opposite"]
    wrong = answer["target_set"]["targets"][1]
    assert (wrong["direction"], wrong["in_force"]["direction"]) == ("more", "less")
    assert (wrong["standing"], wrong["flips"], wrong["needs_tick"]) == ("reached", True, True)
    assert wrong["in_force"]["standing"] != "reached"
    assert main(["check", str(goals)]) == 1
    assert "-> at least 8 %: reached (direction, form, bound)" in told(capsys)
    assert history(ledger) == [RevisionKind.SEED]


def test_a_target_set_is_recorded_only_when_what_it_flips_is_ticked(
    goals: Path, ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["record", str(goals), "--by", "Ana", "--json"]) == 2
    assert "--tick all" in json.loads(capsys.readouterr().out)["refusal"]["en"]
    assert history(ledger) == [RevisionKind.SEED]
    assert main(["record", str(goals), "--by", "Ana", "--tick", "all", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["recorded"] == 2
    assert history(ledger) == [RevisionKind.SEED, RevisionKind.PLAN]
    assert main(["check", str(goals)]) == 2, "its document is a target set of the plan by now"
    assert "[blocks] B3" in told(capsys)


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\xa0", " ")


def test_on_the_terminal_every_finding_is_said_in_both_languages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "figures.csv"
    file.write_text("\n".join([HEADER, CLEAN, UNKNOWN]), "utf-8")
    assert main(["record", str(file), *ORIGIN]) == 1
    told = capsys.readouterr().out
    assert "[asks] A3" in told
    assert "“recycing” is not an indicator of the plan." in told
    assert "“recycing” không phải là chỉ tiêu của quy hoạch." in told
    assert "revision 2: 1" in told


def test_answers_and_edits_of_a_file_do_what_the_page_does(
    run: Any, ledger: Path, tmp_path: Path
) -> None:
    rows = (UNKNOWN, WARNED, "clean_rivers,,2025,many,%,,")
    _, answer, _ = run("check", *rows)
    (question,) = answer["questions"]
    assert question["answer"] is None
    assert {"value": "recycling", "vi": "Tỷ lệ tái chế rác", "en": "Waste recycled"} in (
        question["choices"]
    )
    answers, edits = tmp_path / "answers.json", tmp_path / "edits.json"
    answers.write_text(json.dumps({question["id"]: "recycling"}), "utf-8")
    decided = [
        {"cell": "D2", "value": "40.6", "status": "preliminary", "reason": "misprint"},
        {"cell": "D3", "drop": True},
        {"cell": "D4", "text": "95.0", "reason": "by telephone"},
    ]
    edits.write_text(json.dumps(decided), "utf-8")
    options = ("--answers", str(answers), "--edits", str(edits))
    status, answer, _ = run("record", *rows, options=(*ORIGIN, *options))
    assert (status, answer["recorded"], answer["cells_recorded"]) == (0, 2, ["D2", "D4"])
    store = EmbeddedStore(ledger, second_plan().plan)
    entry = store.history()[-1]
    assert {str(figure.value) for figure in store.figures_of(2)} == {"40.6", "95"}
    kept = entry.decisions["edits"]
    assert [one["cell"] for one in kept] == ["D4", "D2", "D3"]  # type: ignore[attr-defined]
    assert repeated(store, entry) == store.figures_of(2)
    store.close()


def test_what_was_matched_before_is_used_again_and_said(run: Any) -> None:
    _, answer, _ = run("check", UNKNOWN)
    (question,) = answer["questions"]
    given = ("--answers", json.dumps({question["id"]: "recycling"}))
    run("record", UNKNOWN, options=(*ORIGIN, *given))
    again = UNKNOWN.replace("2025", "2024")
    _, answer, _ = run("check", again)
    assert (answer["matching"]["by"], answer["matching"]["answers"]) == ("Ana", [question["id"]])
    assert [one["indicator"] for one in answer["figures"]] == ["recycling"]
    _, answer, _ = run("check", again, options=("--no-matching",))
    assert (answer["matching"], answer["figures"]) == (None, [])


def test_an_edit_of_a_cell_no_row_was_read_from_is_refused(run: Any, ledger: Path) -> None:
    edit = '[{"cell": "D9", "drop": true}]'
    status, _, said = run("record", CLEAN, options=(*ORIGIN, "--edits", edit))
    assert status == 3
    assert "no row was read from: D9" in said
    assert history(ledger) == [RevisionKind.SEED]
