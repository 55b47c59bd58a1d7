"""Every number the method page works out, as a civil servant can check it in a spreadsheet."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.method.worked_functions import FUNCTIONS, Inputs

TABLE = Path(__file__).parent.parent / "worked_examples.csv"
COLUMNS = [
    "sentence_en",
    "sentence_vi",
    "function",
    "inputs",
    "expected",
    "tolerance",
    "source",
]
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8-sig").splitlines()))


def inputs_of(row: dict[str, str]) -> Inputs:
    pairs = (item.split("=", 1) for item in row["inputs"].split(";"))
    return {name.strip(): value.strip() for name, value in pairs}


@pytest.mark.parametrize("row", [pytest.param(row, id=row["sentence_en"]) for row in ROWS])
def test_a_worked_example_gives_what_its_sentence_says(row: dict[str, str]) -> None:
    answer = FUNCTIONS[row["function"]](inputs_of(row))
    if row["tolerance"]:
        expected, tolerance = float(row["expected"]), float(row["tolerance"])
        assert answer == pytest.approx(expected, rel=0, abs=tolerance)
    else:
        assert str(answer) == row["expected"]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["sentence_en"]) for row in ROWS])
def test_a_worked_example_is_whole(row: dict[str, str]) -> None:
    assert list(row) == COLUMNS
    needed = set(COLUMNS) - {"tolerance"}
    assert [name for name in needed if not row[name].strip()] == []
    assert row["sentence_en"].endswith(".")
    assert row["sentence_vi"].endswith(".")


def test_every_sentence_stands_once() -> None:
    for language in ("sentence_en", "sentence_vi"):
        sentences = [row[language] for row in ROWS]
        assert sorted(set(sentences)) == sorted(sentences)


def test_every_function_offered_is_used() -> None:
    assert FUNCTIONS.keys() == {row["function"] for row in ROWS}


def test_an_unknown_function_fails() -> None:
    with pytest.raises(KeyError):
        test_a_worked_example_gives_what_its_sentence_says(
            {"function": "guess", "inputs": "a=1", "expected": "1", "tolerance": "0"}
        )
