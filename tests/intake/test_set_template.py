"""The template of a target set is recognised and read back; the example can be recorded as is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plantrack import seeds, words
from plantrack.intake.findings import Verdict
from plantrack.intake.rules import Reading, read_file
from plantrack.intake.targets.columns import HEADERS, TargetColumn
from plantrack.intake.targets.template import write_set_example, write_set_template
from plantrack.intake.template import FileKind, write_example
from plantrack.intake.workbook import read_workbook
from plantrack.seeds import Seeds

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 6, 1)
PLANS = {"first": ROOT / "seeds", "second": ROOT / "tests" / "plans" / "second"}


@pytest.fixture(scope="module", params=PLANS)
def found(request: pytest.FixtureRequest) -> Seeds:
    return seeds.load(PLANS[request.param])


def read(found: Seeds, data: bytes, kind: FileKind) -> Reading:
    name = f"set.{kind.value}"
    return read_file(data, name, found.plan, found.figures, origin="", today=TODAY)


@pytest.mark.parametrize("kind", FileKind)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_example_is_a_target_set_ready_to_be_recorded(
    found: Seeds, kind: FileKind, language: str
) -> None:
    data = write_set_example(found.plan, found.figures, words.of(language), kind, TODAY)
    reading = read(found, data, kind)
    assert reading.target_set is not None
    assert reading.target_set.recorded is not None, reading.findings
    assert reading.target_set.rows
    assert {finding.code for finding in reading.findings} == {"fictitious"}
    assert reading.verdict is Verdict.ACCEPTED


@pytest.mark.parametrize("kind", FileKind)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_empty_template_lists_the_plans_indicators_and_asks_for_everything(
    found: Seeds, kind: FileKind, language: str
) -> None:
    say = words.of(language)
    data = write_set_template(found.plan, say, kind)
    workbook = read_workbook(data, f"set.{kind.value}")
    assert not hasattr(workbook, "code")
    texts = {cell.text for sheet in workbook.sheets for row in sheet.rows for cell in row}
    assert {say.text(HEADERS[column]) for column in TargetColumn} <= texts
    targeted = {target.indicator for target in found.plan.targets.values()}
    names = {say.text(found.plan.indicators[one].name) for one in targeted}
    assert len(names & texts) >= len(names) * 0.8, "a shared name is written by its id"
    codes = {finding.code for finding in read(found, data, kind).findings}
    assert codes == {"document_line_missing", "no_targets"}


def test_a_file_of_figures_is_no_target_set(found: Seeds) -> None:
    data = write_example(found.plan, found.figures, words.of("vi"), FileKind.XLSX)
    assert read(found, data, FileKind.XLSX).target_set is None


def test_both_languages_read_alike(found: Seeds) -> None:
    kept = [
        read(found, write_set_example(found.plan, found.figures, words.of(one), kind, TODAY), kind)
        for one in ("vi", "en")
        for kind in FileKind
    ]
    recorded = [one.target_set.recorded for one in kept if one.target_set is not None]
    assert recorded == [recorded[0]] * 4
