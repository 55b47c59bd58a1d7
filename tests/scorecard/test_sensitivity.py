"""How sure a standing is: every published method, the nearest cut-off, the usual revisions."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from plantrack.method.rates import Undefined
from plantrack.model import Standing, Status
from plantrack.scorecard import Scorecard, TargetRow, scorecard
from plantrack.scorecard.published import Unfit, disagreeing, grades, recent_figures
from plantrack.scorecard.sensitivity import Sensitivity, methods_disagree, sensitivity
from plantrack.scorecard.telling.sensitivity import summary, told_cutoffs, told_grade, what_if
from plantrack.seeds import Seeds, load
from plantrack.words import of
from tests.builders import row_of
from tests.scorecard.cases import CASES

ROOT = Path(__file__).resolve().parents[2]
EN, VI = of("en"), of("vi")


@cache
def seeds(folder: str) -> Seeds:
    return load(ROOT / folder)


def card(folder: str = "seeds", target_set: str | None = None) -> Scorecard:
    found = seeds(folder)
    return scorecard(found.plan, found.figures, target_set or found.plan.default_target_set)


def of_indicator(indicator: str, scores: Scorecard | None = None) -> Sensitivity:
    scores = scores or card()
    row = scores.of_indicator(indicator)
    assert row is not None
    return sensitivity(row, scores.values)


def told(found: Sensitivity) -> dict[str, tuple[str | None, float | None]]:
    return {
        grade.method: (
            grade.standing and grade.standing.value,
            None if grade.value is None else round(grade.value, 3),
        )
        for grade in found.grades
    }


def test_per_capita_is_behind_here_and_far_behind_on_a_straight_line() -> None:
    found = of_indicator("grdp_per_capita")
    assert told(found) == {
        "eurostat_family": ("behind", 0.738),
        "straight_line": ("far_behind", 0.498),
        "un_2022": ("behind", 0.738),
        "german_projection": ("far_behind", 0.338),
        "growth_bands": ("on_track", 0.108),
    }
    assert summary(found, EN) == (
        "The methods disagree. Here the standing is “behind”; Straight line: “far behind” and "
        "Projection of the German statistical office: “far behind”."
    )
    assert "0.498 of the pace required" in [told_grade(found.row, g, EN) for g in found.grades]
    assert "bằng 0,498 tốc độ cần đạt" in [told_grade(found.row, g, VI) for g in found.grades]


def test_growth_alone_never_makes_the_methods_disagree() -> None:
    found = of_indicator("grdp_growth_industry")
    assert told(found)["growth_bands"] == ("on_track", 0.089)
    assert not found.disagreeing
    assert not methods_disagree(found.row)


def test_the_nearest_cut_off_stands_in_the_unit_of_the_indicator() -> None:
    found = of_indicator("grdp_per_capita")
    assert found.margin is not None
    assert found.margin.value == pytest.approx(68.40, abs=0.005)
    assert found.margin.difference == pytest.approx(-2.55, abs=0.005)
    assert found.margin.standing is Standing.FAR_BEHIND
    assert what_if(found, EN)[0] == (
        "Nearest cut-off: were the figure of 2025 2.55 million VND per person lower, at 68.40 "
        "million VND per person, the standing would turn to “far behind”."
    )


def test_a_cut_off_beside_the_figure_is_never_no_distance_away() -> None:
    scores = card("tests/plans/second")
    found = of_indicator("share_farming", scores)
    assert found.margin is not None
    assert 0 < found.margin.difference < 0.05
    assert what_if(found, EN)[0] == (
        "Nearest cut-off: were the figure of 2024 0.04 points higher, at "
        "10.64\N{NARROW NO-BREAK SPACE}%, the standing would turn to “behind”."
    )
    assert what_if(found, VI)[0].startswith("Ngưỡng gần nhất: nếu số liệu năm 2024 cao hơn 0,04")


def test_of_a_period_average_the_nearest_cut_off_is_growth_of_the_latest_year() -> None:
    """Growth of 12.235 % in 2025 takes the chain of the five years to 0.95 of the path."""
    found = of_indicator("grdp_growth")
    assert found.margin is not None
    chain = 1.0675 * 1.0663 * 1.0684 * 1.0567 * (1 + found.margin.value / 100)
    assert chain ** (1 / 5) - 1 == pytest.approx(0.95 * 0.08, abs=1e-9)
    assert found.margin.difference == pytest.approx(found.margin.value - 8.06)


def test_the_latest_growth_moves_as_past_first_estimates_did() -> None:
    found = of_indicator("grdp_growth")
    assert [(one.year, one.first.value, one.later.value, one.value) for one in found.revised] == [
        (2020, Decimal("2.03"), Decimal("3.9"), Decimal("9.93")),
        (2022, Decimal("7.22"), Decimal("6.63"), Decimal("7.47")),
        (2024, Decimal("6.01"), Decimal("5.67"), Decimal("7.72")),
    ]
    assert what_if(found, VI)[-1] == (
        "Nếu số liệu năm 2025 thay đổi như số liệu năm 2024 (6,01 → 5,67), thành 7,72%: "
        "“chậm tiến độ”."
    )


def test_a_moved_estimate_can_turn_a_yearly_target() -> None:
    found = of_indicator("grdp_growth", card(target_set="yearly_2025"))
    assert found.row.standing is Standing.REACHED
    assert [one.assessment.standing.value for one in found.revised] == [
        "reached",
        "missed",
        "reached",
    ]


def test_an_amount_moves_in_proportion() -> None:
    (one,) = of_indicator("grdp_per_capita").revised
    assert one.value == Decimal("72.41")  # 70.95 * 62.36 / 61.1


def test_a_settled_figure_is_not_moved() -> None:
    found = seeds("seeds")
    settled = [replace(figure, status=Status.OFFICIAL) for figure in found.figures]
    scores = scorecard(found.plan, settled, "decision_236")
    assert not of_indicator("grdp_growth", scores).revised


def test_a_plan_that_keeps_no_first_estimates_tells_of_none() -> None:
    found = seeds("seeds")
    plan = replace(found.plan, first_estimates={})
    scores = scorecard(plan, found.figures, "decision_236")
    assert not of_indicator("grdp_growth", scores).revised


def test_other_series_stand_beside_the_one_in_use() -> None:
    told_lines = what_if(of_indicator("grdp_growth"), EN)
    assert "In the series of Provincial reports: “behind”." in told_lines
    assert "Without estimates the standing stays “behind”." in told_lines


def test_a_method_says_why_it_says_nothing() -> None:
    by_method = {g.method: g for g in of_indicator("grdp_growth_industry").grades}
    assert by_method["german_projection"].why_not is Undefined.NO_PERIODS


WHOLE = seeds("tests/plans/second").plan.thresholds


def with_all_methods(name: str) -> TargetRow:
    row = CASES[name]
    return replace(row, plan=replace(row.plan, thresholds=WHOLE))


@pytest.mark.parametrize("name", CASES)
def test_every_kind_of_target_gets_a_grade_or_a_reason_from_every_method(name: str) -> None:
    row = with_all_methods(name)
    found = grades(row)
    assert len(found) == 5
    assert all((grade.outcome is None) is (grade.why_not is not None) for grade in found)
    for say in (EN, VI):
        assert all(told_grade(row, grade, say) and told_cutoffs(grade, say) for grade in found)
    if row.standing is Standing.REACHED:
        assert not disagreeing(row, found)


@pytest.mark.parametrize(
    ("name", "why_not"),
    [
        ("zero", Undefined.NOT_ABOVE_ZERO),
        ("cumulative", Undefined.NOT_ABOVE_ZERO),
        ("rank out", Unfit.RANK),
        ("place published", Unfit.RANK),
        ("missed", Unfit.PERIOD_OVER),
        ("overshot below", Unfit.CORRIDOR_CROSSED),
        ("left", Unfit.BASELINE_MET),
        ("hold lost", Unfit.BASELINE_MET),
        ("awaits", Unfit.NOT_ASSESSED),
    ],
)
def test_where_a_compound_ratio_is_undefined_the_reason_is_told(
    name: str, why_not: Undefined | Unfit
) -> None:
    assert grades(with_all_methods(name))[0].why_not is why_not


def test_a_target_of_zero_can_still_be_read_on_a_straight_line() -> None:
    by_method = {g.method: g for g in grades(with_all_methods("zero"))}
    assert by_method["straight_line"].value == pytest.approx(5 / 2 / (10 / 7))
    assert not disagreeing(with_all_methods("zero"), tuple(by_method.values()))


def test_a_change_within_the_rounding_is_none_under_every_method() -> None:
    by_method = {g.method: g for g in grades(with_all_methods("no change"))}
    assert by_method["eurostat_family"].value == 0
    assert by_method["straight_line"].standing is Standing.FAR_BEHIND


def test_points_graded_by_the_compound_ratio_may_differ_from_the_standing() -> None:
    """From 8 in 2023 to 3 in 2030: 7 in 2025 is 0.70 of the points, 0.51 of the rates."""
    row = with_all_methods("at most")
    by_method = {g.method: g for g in grades(row)}
    assert row.standing is Standing.BEHIND
    assert by_method["straight_line"].value == pytest.approx(0.70)
    assert by_method["eurostat_family"].standing is Standing.FAR_BEHIND
    assert methods_disagree(row)


def test_less_is_better_is_graded_in_its_own_direction() -> None:
    by_method = {g.method: g for g in grades(with_all_methods("range less"))}
    assert by_method["eurostat_family"].value == pytest.approx(
        (1 - (50 / 60) ** (1 / 2)) / (1 - (30 / 60) ** (1 / 7))
    )


def test_a_corridor_is_graded_towards_its_nearer_edge() -> None:
    by_method = {g.method: g for g in grades(with_all_methods("corridor up"))}
    assert by_method["straight_line"].value == pytest.approx((1 / 2) / (4 / 7))


def test_the_projection_keeps_to_the_newest_segment() -> None:
    years = {year: str(10 + year - 2018) for year in range(2018, 2026)}
    row = row_of(years, low="40", baseline=2018, breaks=(2023,))
    row = replace(row, plan=replace(row.plan, thresholds=WHOLE))
    assert sorted(recent_figures(row)) == [2023, 2024, 2025]
    by_method = {g.method: g for g in grades(row)}
    assert by_method["german_projection"].why_not is Undefined.NO_PERIODS


def test_a_method_without_its_three_cut_offs_in_the_plan_is_not_shown() -> None:
    row = with_all_methods("behind")
    fewer = tuple(t for t in WHOLE if (t.method, t.standing) != ("un_2022", Standing.BEHIND))
    found = grades(replace(row, plan=replace(row.plan, thresholds=fewer)))
    assert [grade.method for grade in found] == [
        "eurostat_family",
        "straight_line",
        "german_projection",
        "growth_bands",
    ]


def test_growth_bands_shrink_near_a_ceiling() -> None:
    row = row_of({2023: "80.3", 2029: "85.1"}, low="95", ceiling="100")
    growth = grades(replace(row, plan=replace(row.plan, thresholds=WHOLE)))[-1]
    assert growth.factor == pytest.approx(0.6225, abs=5e-5)
    assert growth.standing is Standing.ON_TRACK
    assert told_cutoffs(growth, VI) == "0,93% / 0,31% / 0%"


@pytest.mark.parametrize("folder", ["seeds", "tests/plans/second"])
def test_every_target_of_every_set_can_be_told_in_both_languages(folder: str) -> None:
    for target_set in seeds(folder).plan.target_sets:
        scores = card(folder, target_set)
        for row in scores.rows:
            found = sensitivity(row, scores.values)
            for say in (EN, VI):
                assert summary(found, say)
                assert all(what_if(found, say))


def test_points_are_said_to_be_a_choice_beside_the_compound_ratio() -> None:
    row = with_all_methods("at most")
    found = sensitivity(row, scorecard(row.plan, row.figures, "decision").values)
    assert any("a choice made here" in one for one in what_if(found, EN))
    assert not any("a choice made here" in one for one in what_if(of_indicator("grdp_growth"), EN))


def test_the_series_that_give_no_standing_are_named() -> None:
    names = "Plan documents; Provincial reports; Provincial reports, first estimates"
    assert (
        f"In 4 other series the target cannot be assessed: {names}; "
        "Provincial reports, old series before 2017."
    ) in what_if(of_indicator("grdp_per_capita"), EN)
    unassessed = of_indicator("share_agriculture")
    assert unassessed.row.standing is Standing.NOT_ASSESSED
    assert not any("other series" in one for one in what_if(unassessed, EN))
