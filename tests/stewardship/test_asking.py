"""What is asked for is what is missing: with it, the targets it is asked for are assessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plantrack.model import Figure, Form, Measure, Period, Qualifier, Standing, Status, Use
from plantrack.scorecard import TargetRow, scorecard
from plantrack.seeds import Seeds
from plantrack.stewardship import Due, Stewardship, Wanted, wanted_figures
from plantrack.stewardship.asking import Need
from tests.small_plan import Asked, plan_of
from tests.stewardship.statements import PLANS, ROOT, every_row, loaded

SHARES = ["share_agriculture", "share_industry", "share_services", "share_product_taxes"]


@pytest.fixture(scope="module")
def found() -> Seeds:
    return loaded(ROOT / "seeds")


def of_set(found: Seeds, target_set: str) -> tuple[TargetRow, ...]:
    return scorecard(found.plan, found.figures, target_set).rows


def test_the_shares_of_2023_come_first_compiled_as_since_the_revision(found: Seeds) -> None:
    wanted = wanted_figures(of_set(found, "decision_236"), {})
    assert [(one.indicator.id, one.year) for one in wanted] == [
        *((share, 2023) for share in SHARES),
        *((share, 2026) for share in SHARES),
    ]
    assert [one.looked_for for one in wanted] == [True] * 4 + [False] * 4
    assert {(one.special, one.revised) for one in wanted[:4]} == {(Need.BASELINE_AS_REVISED, 2025)}


def test_every_missing_or_inexact_year_of_a_sum_is_asked_for(found: Seeds) -> None:
    wanted = wanted_figures(of_set(found, "kh_140"), {})
    asked = [(one.year, one.special) for one in wanted if one.indicator.id == "social_investment"]
    assert asked == [(2021, None), (2022, None), (2024, None), (2025, None), (2023, Need.EXACT)]


def test_one_figure_that_serves_two_sets_is_asked_for_once(found: Seeds) -> None:
    rows = (*of_set(found, "yearly_2026"), *of_set(found, "congress_2025"))
    (one,) = [w for w in wanted_figures(rows, {}) if w.indicator.id == "grdp_per_capita"]
    assert one.year == 2026
    assert [row.target.target_set for row, _ in one.serves] == ["yearly_2026", "congress_2025"]


def test_the_department_and_the_day_are_those_stated_for_the_target(found: Seeds) -> None:
    target = "decision_236_share_services"
    note = Stewardship(target, "Sở Tài chính", due=Due(2026, date(2027, 1, 31)))
    asked = wanted_figures(of_set(found, "decision_236"), {target: note})
    told = [(one.year, one.department, one.due) for one in asked if "services" in one.indicator.id]
    assert told == [(2023, "Sở Tài chính", None), (2026, "Sở Tài chính", date(2027, 1, 31))]
    assert {one.department for one in asked if "services" not in one.indicator.id} == {""}


def test_nothing_is_asked_for_what_no_figure_settles(found: Seeds) -> None:
    assert wanted_figures(of_set(found, "region_programme"), {}) == (), "never graded"
    unstated = plan_of(Asked())
    row = scorecard(unstated, [], "decision").rows[0]
    assert row.standing is Standing.NOT_ASSESSED
    assert [one.special for one in wanted_figures([row], {})] == [Need.SERIES]


@pytest.mark.parametrize("folder", PLANS, ids=lambda one: one.name)
def test_with_the_figures_asked_for_every_target_is_assessed(folder: Path) -> None:
    found = loaded(folder)
    asked_for = [
        (row, need, one)
        for one in wanted_figures(every_row(found), {})
        for row, need in one.serves
        if row.series is not None and one.special in (None, Need.EXACT, Need.BASELINE_AS_REVISED)
    ]
    plain = {row.target.id for row, need, _ in asked_for if need is not Need.BASELINE_AS_REVISED}
    assert plain
    for target in sorted(plain):
        wanted = [
            one
            for row, _, one in asked_for
            if row.target.id == target and one.special is not Need.BASELINE_AS_REVISED
        ]
        row = next(row for row, *_ in asked_for if row.target.id == target)
        assert standing_with(found, row, wanted) is not Standing.NOT_ASSESSED, target
    for row, need, one in asked_for:
        if need is Need.BASELINE_AS_REVISED:
            as_revised = replace(found, plan=replace(found.plan, breaks=()))
            assert standing_with(as_revised, row, [one]) is not Standing.NOT_ASSESSED


def standing_with(found: Seeds, row: TargetRow, wanted: Sequence[Wanted]) -> Standing:
    """The standing once the figures asked for are there, each like the newest known one."""
    assert row.series is not None
    newest = max(
        (one for one in found.figures if one.series == row.series.id and one.use is Use.FIGURE),
        key=lambda one: one.period,
    )
    added = [like(newest, row, one.year) for one in wanted]
    keys = {one.key for one in added}
    kept = [one for one in found.figures if one.key not in keys]
    return next(
        again.standing
        for again in scorecard(found.plan, [*kept, *added], row.target.target_set).rows
        if again.target.id == row.target.id
    )


def like(figure: Figure, row: TargetRow, year: int) -> Figure:
    return replace(
        figure,
        geography=row.target.geography,
        period=Period.of_year(year),
        status=Status.OFFICIAL,
        qualifier=Qualifier.EXACT,
    )


def test_a_series_without_any_figure_is_asked_for_from_its_first_year() -> None:
    cumulative = Asked(form=Form.CUMULATIVE, low="100", start=2021, year=2025, baseline=2020)
    average = Asked(measure=Measure.AVERAGE_GROWTH, low="8", start=2021, baseline=2020)
    level = Asked(low="150", baseline=2023)
    for asked, year in ((cumulative, 2021), (average, 2021), (level, 2023)):
        (one,) = wanted_figures(scorecard(plan_of(asked), [], "decision").rows, {})
        assert (one.year, one.special, one.onwards) == (year, Need.SERIES, True)
