"""What is shown beside a standing: gaps, way, time, acceleration, projection, cut-offs."""

from __future__ import annotations

import pytest

from plantrack.method.pace import CutOff, standing_at
from plantrack.method.verdict import Assessment
from plantrack.model import Form, Measure, Standing
from tests.method.situations import CUTOFFS, asked, assessed, average_growth, corridor

PER_CAPITA = asked(Form.AT_LEAST, low=150, measure=Measure.COMPOUND)
TEN_A_YEAR = asked(Form.AT_LEAST, low=90)  # from 20 in 2023


def per_capita() -> Assessment:
    return assessed(PER_CAPITA, {2023: 57.83, 2025: 70.95})


def test_the_gap_is_signed_to_both_bounds() -> None:
    found = assessed(corridor(), {2024: 21.51, 2025: 20.51})
    assert (found.gap.low, found.gap.high) == (pytest.approx(-8.51), pytest.approx(-7.51))


def test_both_bounds_get_a_required_rate_though_one_decides() -> None:
    found = assessed(corridor(), {2024: 21.51, 2025: 20.51})
    assert (found.required_from_now.high, found.required_from_now.low) == (
        pytest.approx(-1.502),
        pytest.approx(-1.702),
    )


def test_a_compound_path_has_a_share_of_the_way_in_logarithms_beside_the_straight_one() -> None:
    way = per_capita().way
    assert way is not None
    assert way.linear == pytest.approx((70.95 - 57.83) / (150 - 57.83))
    assert way.on_path == pytest.approx(0.2145, abs=0.0001)  # straight: 0.142, elapsed: 0.286


def test_points_have_the_straight_share_only() -> None:
    way = assessed(TEN_A_YEAR, {2023: 20, 2024: 30}).way
    assert way is not None
    assert (way.linear, way.on_path) == (pytest.approx(1 / 7), None)


def test_exactly_on_the_path_nothing_is_due_early_or_late() -> None:
    found = assessed(TEN_A_YEAR, {2023: 20, 2025: 40})
    assert found.due is not None
    assert (found.ratio, found.due.difference, found.due.years) == (1, 0, 0)


def test_time_distance_is_when_the_value_was_due_minus_its_year() -> None:
    ahead = assessed(TEN_A_YEAR, {2023: 20, 2025: 50}).due
    behind = assessed(TEN_A_YEAR, {2023: 20, 2025: 35}).due
    assert ahead is not None
    assert behind is not None
    assert (ahead.years, behind.years) == (pytest.approx(1), pytest.approx(-0.5))


def test_time_distance_below_the_starting_point_is_not_a_number_of_years() -> None:
    due = assessed(TEN_A_YEAR, {2023: 20, 2025: 15}).due
    assert due is not None
    assert (due.years, due.difference) == (None, -25)


def test_time_distance_is_capped_at_the_target_year() -> None:
    due = assessed(TEN_A_YEAR, {2023: 20, 2025: 120}).due
    assert due is not None
    assert (due.years, due.capped) == (5, True)


def test_at_the_target_itself_the_time_distance_is_not_called_capped() -> None:
    due = assessed(TEN_A_YEAR, {2023: 20, 2025: 90}).due
    assert due is not None
    assert (due.years, due.capped) == (5, False)


def test_acceleration_is_required_from_now_over_observed() -> None:
    assert per_capita().acceleration == pytest.approx(1.50, abs=0.005)


def test_acceleration_below_one_may_slow_and_below_zero_must_turn() -> None:
    slow = assessed(TEN_A_YEAR, {2023: 20, 2025: 70}).acceleration
    turn = assessed(TEN_A_YEAR, {2023: 20, 2025: 10}).acceleration
    assert slow == pytest.approx(4 / 25)
    assert turn == pytest.approx(16 / -5)


def test_the_first_whole_year_that_meets_the_bound_is_named() -> None:
    projected = per_capita().projection
    assert projected is not None
    assert projected.value == pytest.approx(118.3, abs=0.05)
    assert (projected.first_year, projected.not_before) == (2033, None)


def test_a_year_met_exactly_is_that_year_and_not_the_next() -> None:
    # (0.4 - 0.1) / 0.1 is 3.0000000000000004 in floats.
    found = assessed(asked(Form.AT_LEAST, low="0.4"), {2023: 0, 2024: "0.1"})
    assert found.projection is not None
    assert found.projection.first_year == 2027


@pytest.mark.parametrize(
    ("latest", "first", "not_before"),
    [(22.6, 2050, None), (22.5, None, 2050), (22.0, None, 2050), (19, None, None)],
)
def test_beyond_twenty_years_after_the_target_year_only_not_before_is_said(
    latest: float, first: int | None, not_before: int | None
) -> None:
    # 20 (2023) -> 90: at 2.6 a year 26.9 periods, the 2050 figure; at 2.5 a year 2051.
    projected = assessed(TEN_A_YEAR, {2023: 20, 2024: latest}).projection
    assert projected is not None
    assert (projected.first_year, projected.not_before) == (first, not_before)


def test_a_projection_stays_within_the_natural_limits() -> None:
    coverage = asked(Form.AT_LEAST, low=99, floor=0, ceiling=100)
    projected = assessed(coverage, {2023: 90, 2024: 96}).projection
    assert projected is not None
    assert (projected.value, projected.limited, projected.first_year) == (100, True, 2025)


def test_a_bound_beyond_the_natural_limit_has_no_first_year() -> None:
    coverage = asked(Form.AT_LEAST, low=101, ceiling=100)
    projected = assessed(coverage, {2023: 90, 2024: 96}).projection
    assert projected is not None
    assert (projected.first_year, projected.not_before) == (None, None)


def test_a_falling_share_stops_at_its_floor() -> None:
    projected = assessed(asked(Form.AT_MOST, high=1, floor=0), {2023: 12, 2024: 6}).projection
    assert projected is not None
    assert (projected.value, projected.first_year) == (0, 2025)


def test_the_value_at_which_each_cut_off_would_be_crossed_earns_exactly_that_standing() -> None:
    crossed = {c.standing: c.value for c in per_capita().crossings}
    assert crossed[Standing.BEHIND] == pytest.approx(68.40, abs=0.005)
    assert crossed[Standing.ON_TRACK] == pytest.approx(74.97, abs=0.005)
    for standing, value in crossed.items():
        at_cut_off = assessed(
            asked(Form.AT_LEAST, low=150, measure=Measure.COMPOUND, decimals=9),
            {2023: 57.83, 2025: repr(value + 1e-9)},
        )
        assert at_cut_off.standing is standing


def test_an_index_is_late_by_seventy_three_hundredths_of_a_year() -> None:
    growth = {2021: 6.75, 2022: 6.63, 2023: 6.84, 2024: 5.67, 2025: 8.06}
    due = assessed(average_growth(), growth).due
    assert due is not None
    assert due.value == pytest.approx(146.93, abs=0.005)
    assert due.years == pytest.approx(-0.73, abs=0.005)


@pytest.mark.parametrize(
    ("ratio", "standing"),
    [
        (0.95, Standing.ON_TRACK),
        (0.95 - 1e-7, Standing.BEHIND),
        (0.60, Standing.BEHIND),
        (0.1 * 6, Standing.BEHIND),
        (0.60 - 1e-7, Standing.FAR_BEHIND),
        (0.0, Standing.FAR_BEHIND),
        (-1e-12, Standing.MOVING_AWAY),
        (1e12, Standing.ON_TRACK),
    ],
)
def test_a_ratio_at_a_cut_off_earns_the_better_standing(ratio: float, standing: Standing) -> None:
    assert standing_at(ratio, CUTOFFS) is standing


def test_cut_offs_without_an_open_end_refuse_a_ratio_below_them() -> None:
    with pytest.raises(ValueError, match="no cut-off"):
        standing_at(-1, [CutOff(0.0, Standing.FAR_BEHIND)])
