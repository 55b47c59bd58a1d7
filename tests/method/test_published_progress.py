"""Progress as other offices publish it: same figures, same value, same status.

Each case at the tolerance it was published with; wrong outputs that were published are asserted as
what must not come out here.
"""

from __future__ import annotations

import pytest

from plantrack.method.published import (
    Course,
    Outcome,
    compound_outcome,
    compound_ratio,
    desired,
    from_cutoffs,
    meets,
    pace_ratio,
    progress_chart_outcome,
    straight_line_outcome,
    straight_line_ratio,
)
from plantrack.method.published_growth import (
    growth_outcome,
    growth_pace,
    growth_score,
    limit_factor,
    target_score,
)
from plantrack.method.rates import RateUndefined, Undefined, compound_rate, points_rate
from plantrack.model import Direction
from tests.method.published_cases import (
    EUROSTAT_FAMILY,
    GROWTH_WITHOUT_TARGET,
    PROGRESS_CHART_2022,
    STRAIGHT_LINE,
    Case,
    cases,
    within,
)

# The publishers' other spellings of the four bands.
BANDS = {
    "substantial": Outcome.SUBSTANTIAL,
    "moderate": Outcome.MODERATE,
    "fair": Outcome.MODERATE,
    "limited": Outcome.LIMITED,
    "deterioration": Outcome.DETERIORATION,
}


def direction_of(inputs: Case) -> Direction:
    return Direction.MORE if inputs["direction"] == 1 else Direction.LESS


def course_of(inputs: Case) -> Course:
    return Course(
        baseline=inputs["base_value"],
        latest=inputs["current_value"],
        target=inputs["target"],
        elapsed=inputs["current_year"] - inputs["base_year"],
        span=inputs["target_year"] - inputs["base_year"],
        direction=direction_of(inputs),
    )


def open_sdg(inputs: Case) -> tuple[float, float, Outcome]:
    """Return value, score and outcome, with or without a target."""
    if inputs["target"] is not None:
        course = course_of(inputs)
        ratio = compound_ratio(course)
        return ratio, target_score(course), compound_outcome(course, EUROSTAT_FAMILY)
    pace = growth_pace(
        inputs["base_value"],
        inputs["current_value"],
        inputs["current_year"] - inputs["base_year"],
        direction_of(inputs),
    )
    limit = inputs.get("limit")
    factor = limit_factor(inputs["base_value"], limit) if limit is not None else 1.0
    return pace, growth_score(pace, factor), growth_outcome(pace, GROWTH_WITHOUT_TARGET, factor)


def assert_open_sdg(inputs: Case, expected: Case, value_within: float, score_within: float) -> None:
    if expected["status"] == "not_available":
        with pytest.raises(RateUndefined) as undefined:
            open_sdg(inputs)
        assert undefined.value.reason is Undefined.NO_PERIODS
        return
    value, score, outcome = open_sdg(inputs)
    assert outcome.value == expected["status"]
    if "progress_value" in expected:
        assert value == pytest.approx(expected["progress_value"], rel=0, abs=value_within)
        assert score == pytest.approx(expected["score"], rel=0, abs=score_within)


@cases("open_sdg_v2_statcan")
def test_open_sdg_and_statistics_canada_publish_the_same_value_score_and_status(
    case: Case,
) -> None:
    tolerance = case.get("tolerance", {"progress_value": 0.0, "score": 0.0})
    assert_open_sdg(
        case["inputs"], case["expected"], tolerance["progress_value"], tolerance["score"]
    )


@cases("statcan-cif-main-1-1-1", "statcan-cif-main-14-1-1", "statcan-cif-main-9-3-1")
def test_the_straight_line_ratio_beside_it_is_the_one_computed_for_the_case(
    case: Case,
) -> None:
    ratio = straight_line_ratio(course_of(case["inputs"]))
    assert ratio == pytest.approx(case["expected"]["aux_linear_ratio_not_official"], abs=5e-7)
    band = case["expected"]["aux_band_if_linear_not_official"]
    assert from_cutoffs(ratio, EUROSTAT_FAMILY) is BANDS[band]


@cases("statcan-cif-main-6-1-1")
def test_a_target_near_zero_sets_the_two_methods_two_bands_apart(case: Case) -> None:
    course = course_of(case["inputs"])
    ratio = straight_line_ratio(course)
    assert ratio == pytest.approx(case["expected"]["aux_linear_ratio_not_official"], abs=5e-7)
    assert straight_line_outcome(course, STRAIGHT_LINE) is Outcome.SUBSTANTIAL
    assert compound_outcome(course, EUROSTAT_FAMILY) is Outcome.LIMITED


@cases("statcan-cif-main-3-13-1")
def test_leaving_a_target_already_met_is_never_green_though_both_paces_are_negative(
    case: Case,
) -> None:
    course = course_of(case["inputs"])
    wrong = case["expected"]["aux_linear_ratio_not_official"]
    naive = points_rate(course.baseline, course.latest, course.elapsed) / points_rate(
        course.baseline, course.target, course.span
    )
    assert naive == pytest.approx(wrong, abs=5e-7)
    assert straight_line_ratio(course) == pytest.approx(-wrong, abs=5e-7)
    assert straight_line_outcome(course, STRAIGHT_LINE) is Outcome.DETERIORATION
    assert progress_chart_outcome(course, PROGRESS_CHART_2022) is Outcome.DETERIORATION


@cases("eustat_eurostat_thresholds")
def test_the_basque_office_publishes_the_same_growth_without_a_target(case: Case) -> None:
    pace, _, _ = open_sdg(case["inputs"])
    assert pace == pytest.approx(
        case["expected"]["progress_value"], rel=0, abs=case["tolerance"]["progress_value"]
    )


@cases("revision_scenario")
def test_a_restated_figure_target_or_definition_moves_the_status_as_published(
    case: Case,
) -> None:
    for moment in ("before", "after"):
        assert_open_sdg(
            case["inputs"][moment],
            case["expected"][moment],
            case["tolerance"],
            case["tolerance"],
        )
    statuses = {case["expected"][moment]["status"] for moment in ("before", "after")}
    assert (len(statuses) > 1) is case["expected"]["status_changed"]


@cases("rev-direction-bug")
def test_a_false_achievement_shows_itself_by_a_negative_pace(case: Case) -> None:
    course = course_of(case["inputs"]["before"])
    assert course.achieved
    assert compound_ratio(course) < 0
    assert meets(course.baseline, course.target, course.direction)


@cases("rev-epsilon-1")
def test_a_zero_target_is_undefined_and_never_replaced_by_a_small_number(
    case: Case,
) -> None:
    with pytest.raises(RateUndefined) as undefined:
        open_sdg({**case["inputs"]["after"], "target": 0})
    assert undefined.value.reason is Undefined.NOT_ABOVE_ZERO


@cases("unpc-electricity")
def test_progress_chart_ratio_and_band_of_access_to_electricity(case: Case) -> None:
    course, expected, near = course_of(case["inputs"]), case["expected"], within(case)
    assert compound_rate(course.baseline, course.latest, course.elapsed) == near(
        expected["cagr_actual"]
    )
    assert compound_rate(course.baseline, course.target, course.span) == near(
        expected["cagr_required"]
    )
    assert compound_ratio(course) == near(expected["ratio"])
    assert progress_chart_outcome(course, PROGRESS_CHART_2022) is BANDS[expected["status_un"]]
    assert compound_outcome(course, EUROSTAT_FAMILY) is BANDS[expected["band_eurostat_statcan"]]


@cases("unpc-energy-intensity")
def test_a_good_fall_against_a_required_fall_is_a_positive_ratio(case: Case) -> None:
    inputs, expected, near = case["inputs"], case["expected"], within(case)
    observed = compound_rate(
        inputs["base_value"], inputs["current_value"], inputs["current_year"] - inputs["base_year"]
    )
    ratio = pace_ratio(observed, inputs["required_rate"], direction_of(inputs))
    assert ratio == near(expected["correct_ratio_with_signed_required_rate"])
    assert ratio != near(expected["printed_ratio_in_notebook"])


@cases("unpc-abs-bug")
def test_a_fall_where_more_is_better_is_never_green(case: Case) -> None:
    pace = desired(case["inputs"]["cagr"], direction_of(case["inputs"]))
    outcome = growth_outcome(pace, GROWTH_WITHOUT_TARGET)
    assert outcome is BANDS[case["expected"]["required_output"]]
    # What the notebook did: the size of the change without its direction.
    wrong = growth_outcome(abs(pace), GROWTH_WITHOUT_TARGET)
    assert wrong is Outcome.SUBSTANTIAL
    assert case["expected"]["wrong_output_in_notebook"].startswith("Substantial")


@cases("method_sensitivity")
def test_the_flagship_changes_band_with_the_method(case: Case) -> None:
    inputs, expected, near = case["inputs"], case["expected"], within(case)
    course = Course(
        inputs["base"],
        inputs["current"],
        inputs["target"],
        inputs["current_year"] - inputs["base_year"],
        inputs["target_year"] - inputs["base_year"],
        Direction.MORE,
    )
    assert compound_ratio(course) == near(expected["cagr_ratio"])
    assert compound_outcome(course, EUROSTAT_FAMILY) is BANDS[expected["cagr_band"]]
    assert straight_line_ratio(course) == near(expected["linear_ratio"])
    assert straight_line_outcome(course, STRAIGHT_LINE) is BANDS[expected["linear_band"]]
    from_now = compound_rate(
        inputs["current"], inputs["target"], inputs["target_year"] - inputs["current_year"]
    )
    assert 100 * from_now == near(expected["required_from_now_percent"])
