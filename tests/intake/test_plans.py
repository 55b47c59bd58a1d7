"""Templates and examples of the plans this repository carries."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from plantrack import seeds, words
from plantrack.intake.findings import Verdict
from plantrack.intake.rules import Reading, read_template
from plantrack.intake.template import FileKind, write_example
from plantrack.intake.vocabulary import Vocabulary
from plantrack.model import LANGUAGES, Measure

ROOT = Path(__file__).resolve().parents[2]
PLANS = pytest.mark.parametrize("folder", ["seeds", "tests/plans/second"])


@cache
def loaded(folder: str) -> seeds.Seeds:
    return seeds.load(ROOT / folder)


def example(folder: str, language: str, kind: FileKind) -> Reading:
    plan, figures = loaded(folder).plan, loaded(folder).figures
    data = write_example(plan, figures, words.of(language), kind)
    return read_template(data, f"a.{kind}", plan, figures, origin=next(iter(plan.sources)))


@PLANS
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(FileKind))
def test_example_of_a_plan_is_accepted(folder: str, language: str, kind: FileKind) -> None:
    reading = example(folder, language, kind)
    assert [finding.code for finding in reading.findings] == ["fictitious"]
    assert reading.verdict is Verdict.ACCEPTED


@PLANS
def test_example_of_a_plan_holds_its_growth_and_whole_sets_of_shares(folder: str) -> None:
    plan = loaded(folder).plan
    rows = example(folder, "en", FileKind.CSV).rows
    entered = {plan.series[row.figure.series].indicator for row in rows}
    assert Measure.AVERAGE_GROWTH in {plan.indicators[one].measure for one in entered}
    for whole in plan.wholes():
        assert set(whole.operands) <= entered


@PLANS
def test_example_of_a_plan_is_of_a_later_year(folder: str) -> None:
    figures = loaded(folder).figures
    rows = example(folder, "en", FileKind.CSV).rows
    recorded = {figure.key for figure in figures}
    assert rows
    assert not recorded & {row.figure.key for row in rows}


@PLANS
def test_names_of_a_plan_find_their_own_indicators(folder: str) -> None:
    """A template is only as good as the names in it."""
    plan = loaded(folder).plan
    vocabulary = Vocabulary(plan)
    for language in LANGUAGES:
        say = words.of(language)
        for indicator in plan.indicators.values():
            label = vocabulary.indicator_label(indicator, say)
            assert vocabulary.indicators(label).only == indicator.id
        for series in plan.series.values():
            label = vocabulary.series_label(series, say)
            assert vocabulary.series(series.indicator, label).only == series.id
