"""The calculation file is enough: whoever has it computes every standing again."""

from __future__ import annotations

import ast
import csv
import io
import json
import sys
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from plantrack import words
from plantrack.exports.calculation import Stand, calculation_json
from plantrack.exports.calculation_table import calculation_csv
from plantrack.exports.stewardship import stewardship_rows
from plantrack.model import Text
from plantrack.scorecard import Scorecard, scorecard
from plantrack.seeds import Seeds, load
from tests.exports import recompute as alone
from tests.scorecard.cases import CASES
from tests.stewardship.statements import OUTPUT, output_note

ROOT = Path(__file__).resolve().parents[2]
STAND = Stand(7, datetime.fromisoformat("2026-01-02T03:04:05"))
PLANS = ("seeds", "tests/plans/second")


@cache
def seeds(folder: str) -> Seeds:
    return load(ROOT / folder)


def card(
    folder: str = "seeds", target_set: str | None = None, choice: str = "preferred"
) -> Scorecard:
    found = seeds(folder)
    return scorecard(found.plan, found.figures, target_set or found.plan.default_target_set, choice)


def downloaded(scores: Scorecard) -> Any:
    return json.loads(calculation_json(scores, STAND))


EVERY = [
    (folder, target_set, choice)
    for folder in PLANS
    for target_set in seeds(folder).plan.target_sets
    for choice in ("preferred", *seeds(folder).plan.compilers)
]


@pytest.mark.parametrize(("folder", "target_set", "choice"), EVERY)
def test_every_standing_and_rate_follows_from_the_file_alone(
    folder: str, target_set: str, choice: str
) -> None:
    file = downloaded(card(folder, target_set, choice))
    for target in file["targets"]:
        answer, result = alone.recompute(file, target), target["result"]
        assert answer.standing == result["standing"], target["target"]
        if answer.ratio is None:
            continue
        side = result["deciding_bound"]
        assert answer.ratio == pytest.approx(result["ratio"], rel=1e-9)
        assert answer.observed == pytest.approx(result["observed"], rel=1e-9)
        assert answer.required == pytest.approx(result["required"][side], rel=1e-9)


# Ranks by the values of peers are in the plans of the test above: these rows hold no peers.
@pytest.mark.parametrize(
    "name", [name for name, row in CASES.items() if row.ranking is None or not row.ranking.versions]
)
def test_every_kind_of_target_follows_from_the_file_alone(name: str) -> None:
    row = CASES[name]
    scores = scorecard(row.plan, (), "decision")
    scores = replace(scores, rows=(row,))
    file = downloaded(scores)
    (target,) = file["targets"]
    assert alone.recompute(file, target).standing == row.standing.value


def test_whoever_recomputes_needs_nothing_of_this_program() -> None:
    tree = ast.parse(Path(alone.__file__).read_text("utf-8"))
    imported = {
        name.partition(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported <= sys.stdlib_module_names


def test_the_file_names_plan_revision_method_and_cut_offs() -> None:
    file = downloaded(card())
    assert file["plan"]["digest"] == seeds("seeds").plan.digest
    assert (file["revision"], file["recorded_at"]) == (7, "2026-01-02T03:04:05Z")
    assert file["method"]["id"] == "eurostat_family"
    assert [one["from_ratio"] for one in file["method"]["cutoffs"]] == [0.95, 0.6, 0, None]
    assert set(file["published_methods"]) >= {"straight_line", "german_projection"}


def test_stored_values_stand_as_they_are_printed() -> None:
    content = calculation_json(card(), STAND).decode()
    assert '"value": 70.95,' in content
    assert '"low": 150,' in content
    assert "GRDP bình quân đầu người" in content


def test_the_table_holds_a_row_a_target_from_which_the_ratio_follows() -> None:
    table = rows(calculation_csv(card(), STAND))
    assert len(table) == len(card().rows)
    row = next(one for one in table if one["indicator"] == "grdp_per_capita")
    assert row["plan_digest"] == seeds("seeds").plan.digest
    assert row["result_standing"] == "behind"
    since, until = int(row["result_baseline_year"]), int(row["result_latest_year"])
    first, last = float(row["result_baseline_value"]), float(row["result_latest_value"])
    observed = (last / first) ** (1 / (until - since)) - 1
    due = int(row["result_goal_year"])
    required = (float(row["result_goal_low"]) / first) ** (1 / (due - since)) - 1
    assert observed / required == pytest.approx(float(row["result_ratio"]), rel=1e-9)
    assert json.loads(row["figures"])[-1]["value"] == 70.95
    assert json.loads(row["method_cutoffs"])[0]["from_ratio"] == 0.95


def test_the_table_alone_gives_every_standing_again() -> None:
    for line, target in zip(
        rows(calculation_csv(card(), STAND)), downloaded(card())["targets"], strict=True
    ):
        file = {
            "plan": {"place": line["plan_place"]},
            "method": {"cutoffs": json.loads(line["method_cutoffs"])},
        }
        assert alone.recompute(file, typed(line, target)).standing == line["result_standing"]


def typed(line: dict[str, str], like: dict[str, Any]) -> dict[str, Any]:
    """A row of the table as the JSON has it: lists read, empty cells as nothing."""
    whole = ("peers", "computed_from")
    return {
        name: None
        if line[name] == ""
        else json.loads(line[name])
        if isinstance(value, int | float | list) or name in whole
        else line[name]
        for name, value in like.items()
        if name in line
    }


def test_a_name_that_would_run_as_a_formula_does_not() -> None:
    scores = card()
    first = scores.rows[0]
    named = replace(first.indicator, name=Text(vi="=1+1", en="@sum"))
    content = calculation_csv(replace(scores, rows=(replace(first, indicator=named),)), STAND)
    (row,) = rows(content)
    assert content.startswith(b"\xef\xbb\xbf")
    assert (row["name_vi"], row["name_en"]) == ("'=1+1", "'@sum")


def test_a_negative_number_stays_a_number() -> None:
    agriculture = next(
        one
        for one in rows(calculation_csv(card(), STAND))
        if one["indicator"] == "share_agriculture"
    )
    assert float(agriculture["result_gap_low"]) == pytest.approx(-8.51)


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_notes_stand_in_the_file_and_change_nothing_else_in_it() -> None:
    scores = card("tests/plans/second")
    noted = replace(STAND, stewards={OUTPUT: replace(output_note(), revision=7)})
    bare, told = (
        json.loads(calculation_json(scores, stand))["targets"] for stand in (STAND, noted)
    )
    before = [target.pop("stewardship") for target in bare]
    after = {target["target"]: target.pop("stewardship") for target in told}
    assert bare == told
    assert all(set(one.values()) == {None} for one in before)
    assert after.pop(OUTPUT) == {
        "department": "Department of Works",
        "explanation": "Two mills stood still.",
        "explained_on": "2026-03-01",
        "explained_by": "Ana",
        "explained_standing": "on_track",
        "explained_revision": 1,
        "next_figure_year": 2025,
        "next_figure_due": "2026-06-30",
        "revision": 7,
    }
    assert all(set(one.values()) == {None} for one in after.values())
    rows = list(csv.DictReader(io.StringIO(calculation_csv(scores, noted).decode("utf-8-sig"))))
    by_target = {row["target"]: row["stewardship_department"] for row in rows}
    assert by_target.pop(OUTPUT) == "Department of Works"
    assert set(by_target.values()) == {""}


def test_a_formula_somebody_wrote_as_an_explanation_stays_text() -> None:
    scores = card("tests/plans/second")
    note = replace(output_note(), department="=1+1")
    table = calculation_csv(scores, replace(STAND, stewards={OUTPUT: note})).decode("utf-8-sig")
    (row,) = [one for one in csv.DictReader(io.StringIO(table)) if one["target"] == OUTPUT]
    assert row["stewardship_department"] == "'=1+1"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        (
            "en",
            {
                "Target": "Output per person",
                "Standing": "on track",
                "Answering department": "Department of Works",
                "Explanation": "Two mills stood still.",
                "Explained on": "1 March 2026",
                "Next figure": "2025",
                "Due on": "30 June 2026",
            },
        ),
        (
            "vi",
            {
                "Mục tiêu": "Sản lượng bình quân đầu người",
                "Đánh giá": "đúng tiến độ",
                "Cơ quan chịu trách nhiệm": "Department of Works",
                "Giải trình": "Two mills stood still.",
                "Ngày giải trình": "01/03/2026",
                "Số liệu tiếp theo của năm": "2025",
                "Hạn có số liệu": "30/06/2026",
            },
        ),
    ],
)
def test_other_files_take_the_same_notes_as_written_values(
    language: str, written: dict[str, str]
) -> None:
    scores = card("tests/plans/second")
    assert stewardship_rows(scores, {}, words.of(language)) == []
    assert stewardship_rows(scores, {OUTPUT: output_note()}, words.of(language)) == [written]
