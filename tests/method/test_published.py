"""The published methods themselves: their cut-offs, their refusals, and never green backwards."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plantrack.method.published import (
    Course,
    Cutoffs,
    Outcome,
    above_cutoffs,
    compound_outcome,
    compound_ratio,
    from_cutoffs,
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
from plantrack.method.published_projection import (
    projected_share,
    projection_outcome,
    recent_change,
)
from plantrack.method.rates import RateUndefined, Undefined
from plantrack.model import Direction, Standing, Threshold
from tests.method.published_cases import (
    EUROSTAT_FAMILY,
    GROWTH_WITHOUT_TARGET,
    PROGRESS_CHART_2022,
    STRAIGHT_LINE,
)

GERMAN = Cutoffs(0.95, 0.80, 0)

GREEN = {Outcome.SUBSTANTIAL, Outcome.MODERATE, Outcome.TARGET_ACHIEVED}

levels = st.floats(1.0, 1000.0)
years = st.integers(1, 10)
directions = st.sampled_from(Direction)


@given(levels, levels, levels, years, years, directions)
def test_a_change_in_the_wrong_direction_is_never_green(
    baseline: float, latest: float, target: float, elapsed: int, left: int, direction: Direction
) -> None:
    course = Course(baseline, latest, target, elapsed, elapsed + left, direction)
    worse = latest < baseline if direction is Direction.MORE else latest > baseline
    assume(worse and not course.achieved and baseline != target)
    assume(abs(latest - baseline) > 1e-6 and abs(target - baseline) > 1e-6)
    assert compound_outcome(course, EUROSTAT_FAMILY) is Outcome.DETERIORATION
    assert straight_line_outcome(course, STRAIGHT_LINE) is Outcome.DETERIORATION
    assert progress_chart_outcome(course, PROGRESS_CHART_2022) not in GREEN
    pace = growth_pace(baseline, latest, elapsed, direction)
    factor = limit_factor(baseline, target)
    assert growth_outcome(pace, GROWTH_WITHOUT_TARGET, factor) is Outcome.DETERIORATION
    assert growth_score(pace, factor) < -2.5
    assert target_score(course) < -2.5
    figures = {2020: baseline, 2021: baseline, 2022: baseline, 2023: latest}
    projected = projection_outcome(figures, target, 2023 + left, direction, GERMAN)
    assert projected is Outcome.DETERIORATION


def test_a_met_target_is_achieved_under_every_method() -> None:
    course = Course(50.31, 49.0, 48.0, 1, 6, Direction.MORE)
    assert compound_outcome(course, EUROSTAT_FAMILY) is Outcome.TARGET_ACHIEVED
    assert straight_line_outcome(course, STRAIGHT_LINE) is Outcome.TARGET_ACHIEVED
    assert progress_chart_outcome(course, PROGRESS_CHART_2022) is Outcome.TARGET_ACHIEVED
    assert target_score(course) == 5
    assert projection_outcome({2024: 49.0}, 48.0, 2030, Direction.MORE, GERMAN) is (
        Outcome.TARGET_ACHIEVED
    )


@pytest.mark.parametrize(
    ("value", "at_or_above", "strictly_above"),
    [
        (0.95, Outcome.SUBSTANTIAL, Outcome.MODERATE),
        (0.50, Outcome.MODERATE, Outcome.LIMITED),
        (-0.10, Outcome.LIMITED, Outcome.DETERIORATION),
        (-0.11, Outcome.DETERIORATION, Outcome.DETERIORATION),
    ],
)
def test_only_the_progress_chart_puts_a_value_on_a_cutoff_in_the_worse_band(
    value: float, at_or_above: Outcome, strictly_above: Outcome
) -> None:
    assert from_cutoffs(value, PROGRESS_CHART_2022) is at_or_above
    assert above_cutoffs(value, PROGRESS_CHART_2022) is strictly_above


def test_one_figure_is_no_course() -> None:
    course = Course(59.8, 59.8, 50.0, 0, 7, Direction.MORE)
    for outcome in (compound_outcome, straight_line_outcome, progress_chart_outcome):
        with pytest.raises(RateUndefined) as undefined:
            outcome(course, EUROSTAT_FAMILY)
        assert undefined.value.reason is Undefined.NO_PERIODS


def test_a_target_equal_to_the_baseline_asks_no_pace() -> None:
    course = Course(20.0, 19.0, 20.0, 1, 6, Direction.MORE)
    for ratio in (compound_ratio, straight_line_ratio):
        with pytest.raises(RateUndefined) as undefined:
            ratio(course)
        assert undefined.value.reason is Undefined.NO_PACE


def test_a_zero_target_has_a_straight_line_and_no_compound_ratio() -> None:
    course = Course(10.0, 6.0, 0.0, 2, 5, Direction.LESS)
    assert straight_line_ratio(course) == pytest.approx(1.0)
    with pytest.raises(RateUndefined) as undefined:
        compound_ratio(course)
    assert undefined.value.reason is Undefined.NOT_ABOVE_ZERO


def test_cutoffs_are_read_from_thresholds_and_must_fall() -> None:
    thresholds = [
        Threshold("method", None, Standing.MOVING_AWAY, "origin"),
        Threshold("method", Decimal("0"), Standing.FAR_BEHIND, "origin"),
        Threshold("method", Decimal("0.95"), Standing.ON_TRACK, "origin"),
        Threshold("method", Decimal("0.60"), Standing.BEHIND, "origin"),
    ]
    assert Cutoffs.of(thresholds) == EUROSTAT_FAMILY
    with pytest.raises(KeyError):
        Cutoffs.of(thresholds[:2])
    with pytest.raises(ValueError, match="must fall"):
        Cutoffs(0.5, 0.6, 0)


def test_every_outcome_has_the_standing_it_is_compared_with() -> None:
    assert [outcome.standing for outcome in Outcome] == [
        Standing.REACHED,
        Standing.ON_TRACK,
        Standing.BEHIND,
        Standing.FAR_BEHIND,
        Standing.MOVING_AWAY,
    ]


def test_the_recent_change_is_the_mean_of_the_last_five() -> None:
    figures = {2017: 99.0, 2018: 90.0, 2019: 10.0, 2020: 11.0, 2021: 13.0, 2022: 14.0, 2023: 18.0}
    figures[2024] = 20.0
    assert recent_change(figures) == pytest.approx(2.0)


@pytest.mark.parametrize(
    "figures",
    [
        {},
        {2022: 1.0, 2023: 2.0, 2024: 3.0},
        {2019: 1.0, 2020: 1.0, 2022: 1.0, 2023: 2.0, 2024: 3.0},
    ],
)
def test_fewer_than_four_consecutive_figures_are_not_projected(figures: dict[int, float]) -> None:
    with pytest.raises(RateUndefined) as undefined:
        projection_outcome(figures, 10.0, 2030, Direction.MORE, GERMAN)
    assert undefined.value.reason is Undefined.NO_PERIODS


@pytest.mark.parametrize(
    ("target", "outcome"),
    [
        (9.0, Outcome.SUBSTANTIAL),  # overshoots: 10 at the target year
        (10.0, Outcome.SUBSTANTIAL),  # reaches
        (10.2, Outcome.SUBSTANTIAL),  # misses by 3.2 % of the remaining 6.2
        (10.5, Outcome.MODERATE),  # by 7.7 % of 6.5
        (11.5, Outcome.MODERATE),  # by exactly 20 % of 7.5
        (11.6, Outcome.LIMITED),  # by 21 % of 7.6
        (40.0, Outcome.LIMITED),
    ],
)
def test_the_german_rule_grades_the_miss_by_the_remaining_distance(
    target: float, outcome: Outcome
) -> None:
    figures = {2021: 1.0, 2022: 2.0, 2023: 3.0, 2024: 4.0}
    assert projection_outcome(figures, target, 2030, Direction.MORE, GERMAN) is outcome


def test_standing_still_before_the_target_is_the_wrong_way_for_the_german_rule() -> None:
    figures = dict.fromkeys(range(2021, 2025), 4.0)
    outcome = projection_outcome(figures, 10.0, 2030, Direction.MORE, GERMAN)
    assert outcome is Outcome.DETERIORATION


@pytest.mark.parametrize(("target", "target_year"), [(10.0, 2024), (3.0, 2030), (4.0, 2030)])
def test_nothing_is_projected_once_the_target_is_due_or_met(
    target: float, target_year: int
) -> None:
    figures = {2021: 1.0, 2022: 2.0, 2023: 3.0, 2024: 4.0}
    with pytest.raises(RateUndefined) as undefined:
        projected_share(figures, target, target_year, Direction.MORE)
    assert undefined.value.reason is Undefined.PERIOD_OVER


@pytest.mark.parametrize(
    ("baseline", "limit", "factor"),
    [
        (0.0, 100.0, 1.0),
        (100.0, 100.0, 0.0),
        (200.0, 100.0, 1.0),
        (150.0, 100.0, 1 - 0.5**4.44),
        (50.0, 100.0, 1 - 0.5**4.44),
        (-50.0, -100.0, 1 - 0.5**4.44),
        (12.0, 0.0, 1.0),
        (0.0, 0.0, 1.0),
    ],
)
def test_cutoffs_shrink_alike_at_equal_distances_from_a_limit(
    baseline: float, limit: float, factor: float
) -> None:
    assert limit_factor(baseline, limit) == pytest.approx(factor)


def test_at_the_limit_holding_it_is_enough_and_leaving_it_is_not() -> None:
    factor = limit_factor(100.0, 100.0)
    assert growth_outcome(0.0, GROWTH_WITHOUT_TARGET, factor) is Outcome.SUBSTANTIAL
    assert growth_score(0.0, factor) == 5
    assert growth_outcome(-0.001, GROWTH_WITHOUT_TARGET, factor) is Outcome.DETERIORATION
    assert growth_score(-0.001, factor) == pytest.approx(-2.625)


@pytest.mark.parametrize(
    ("pace", "score"),
    [(-0.03, -5), (-0.02, -5), (0.0, -2.5), (0.005, 0), (0.015, 2.5), (0.02, 5), (0.3, 5)],
)
def test_the_growth_score_bends_where_open_sdg_draws_it(pace: float, score: float) -> None:
    assert growth_score(pace) == pytest.approx(score)
    assert growth_score(pace * 0.5 if pace > 0 else pace, factor=0.5) == pytest.approx(score)
