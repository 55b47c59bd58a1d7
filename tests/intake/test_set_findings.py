"""Each finding about a target set, whole sentence and remedy, in both languages.

`set_cases.txt` is the list: a tiny file each, its verdict, and everything said about it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plantrack import seeds
from plantrack.intake.catalogue_sets import SET_FINDINGS
from plantrack.intake.rules import Reading, read_file
from tests.intake.reading import said

SECOND = seeds.load(Path(__file__).resolve().parents[1] / "plans" / "second")
PARTS = (
    Path(__file__)
    .with_name("set_cases.txt")
    .read_text("utf-8")
    .removeprefix("=== ")
    .split("\n=== ")
)
CASES = {part.partition(": ")[0]: part for part in PARTS}


def read(text: str) -> Reading:
    today = date(2026, 6, 1)
    return read_file(
        text.encode(), "goals.csv", SECOND.plan, SECOND.figures, origin="", today=today
    )


@pytest.mark.parametrize("name", CASES)
def test_file_is_told_everything_that_is_wrong_with_it(name: str) -> None:
    head, _, rest = CASES[name].partition("\n")
    file, _, spoken = rest.partition("\n--- en\n")
    english, _, vietnamese = spoken.partition("\n--- vi\n")
    reading = read(file)
    assert [said(finding, "en") for finding in reading.findings] == english.splitlines()
    assert [said(finding, "vi") for finding in reading.findings] == vietnamese.strip().splitlines()
    assert reading.verdict == head.partition(": ")[2]
    code = name.partition(" ")[0]
    assert code in {"everything", *(finding.code for finding in reading.findings)}


def test_every_finding_about_a_target_set_has_a_case() -> None:
    assert set(SET_FINDINGS) <= set(CASES)


def test_a_set_with_anything_that_keeps_it_out_keeps_nothing_to_record() -> None:
    for name, part in CASES.items():
        reading = read(part.partition("\n")[2].partition("\n--- en\n")[0])
        refused = reading.verdict == "refused"
        assert reading.target_set is not None, name
        assert (reading.target_set.recorded is None) is refused, name
