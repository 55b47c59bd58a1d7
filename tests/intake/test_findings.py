"""Each finding, whole sentence and remedy, in both languages: `finding_cases.txt` is the list.

A case is a file, its verdict, and everything said about it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from plantrack.intake.catalogue import CATALOGUE
from plantrack.intake.catalogue_sets import SET_FINDINGS
from plantrack.intake.catalogue_update import UPDATE_FINDINGS
from plantrack.intake.findings import Place, found
from tests.intake.reading import read, said
from tests.intake.test_workbook import FILES

LONG_CELL = "{2001 letters}"


@dataclass(frozen=True)
class Case:
    code: str
    verdict: str
    file: str
    english: list[str]
    vietnamese: list[str]


def _case(text: str) -> Case:
    head, _, rest = text.partition("\n")
    code, _, verdict = head.partition(": ")
    file, _, spoken = rest.partition("\n--- en\n")
    english, _, vietnamese = spoken.partition("\n--- vi\n")
    long = file.replace(LONG_CELL, "x" * 2001)
    return Case(code, verdict, long, english.splitlines(), vietnamese.strip().splitlines())


def _cases() -> list[Case]:
    text = Path(__file__).with_name("finding_cases.txt").read_text("utf-8")
    return [_case(part) for part in text.removeprefix("=== ").split("\n=== ")]


CASES = _cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_file_is_told_everything_that_is_wrong_with_it(case: Case) -> None:
    reading = read(case.file)
    assert [said(finding, "en") for finding in reading.findings] == case.english
    assert [said(finding, "vi") for finding in reading.findings] == case.vietnamese
    assert reading.verdict == case.verdict


@pytest.mark.parametrize("case", CASES[:-1], ids=lambda case: case.code)
def test_case_shows_the_finding_it_is_named_after(case: Case) -> None:
    assert case.code in {finding.code for finding in read(case.file).findings}


def test_every_finding_of_the_catalogue_has_a_case() -> None:
    of_files = {case.code for case in CASES[:-1]} | {file.code for file in FILES}
    others = {*UPDATE_FINDINGS, *SET_FINDINGS}  # in tests/update and test_set_findings
    assert set(CATALOGUE) - others == of_files


def test_code_outside_the_catalogue_is_a_programmers_error() -> None:
    with pytest.raises(KeyError, match="no finding 'mystery' in the catalogue"):
        found("mystery", Place())
