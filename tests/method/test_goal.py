"""The ten target forms, their two bounds, and the bound that decides (METHOD section 3)."""

from __future__ import annotations

import pytest

from plantrack.method.goal import Bound
from plantrack.method.rates import Undefined
from plantrack.method.verdict import Assessment, Reason
from plantrack.model import Direction, Form, Measure, Qualifier, Standing
from tests.method.situations import asked, assessed, average_growth, corridor, figure

MORE, LESS = Direction.MORE, Direction.LESS


def outcome(found: Assessment) -> tuple[Standing, Reason]:
    return found.standing, found.reason


# Each form: a case that reaches it and one that is behind.


def test_at_least_is_reached_by_its_bound_and_not_below_it() -> None:
    at_least = asked(Form.AT_LEAST, low=95)
    assert assessed(at_least, {2023: 90, 2024: 95}).standing is Standing.REACHED
    assert assessed(at_least, {2023: 90, 2024: 90.5}).standing is Standing.BEHIND


def test_at_most_is_reached_by_its_bound_and_not_above_it() -> None:
    at_most = asked(Form.AT_MOST, high=5)
    assert assessed(at_most, {2023: 12, 2024: 5}).standing is Standing.REACHED
    assert assessed(at_most, {2023: 12, 2024: 11.3}).standing is Standing.BEHIND


def test_a_range_where_more_is_better_is_decided_by_its_low_bound() -> None:
    found = assessed(average_growth(), {2021: 8.2, 2022: 8.2})
    assert (found.standing, found.deciding) == (Standing.ON_TRACK, Bound.LOW)
    assert found.required.high == pytest.approx(0.09)


def test_a_range_where_less_is_better_is_decided_by_its_high_bound() -> None:
    found = assessed(asked(Form.RANGE_LESS, low=3, high=5), {2023: 12, 2024: 11})
    assert (found.standing, found.deciding) == (Standing.ON_TRACK, Bound.HIGH)
    assert found.ratio == pytest.approx(1)
    assert found.required.low == pytest.approx(-9 / 7)


def test_a_value_beyond_the_far_bound_of_a_range_is_still_reached() -> None:
    assert assessed(asked(Form.RANGE_LESS, low=3, high=5), {2023: 12, 2024: 1}).met is True
    assert assessed(asked(Form.RANGE_MORE, low=3, high=5), {2023: 1, 2024: 12}).met is True


@pytest.mark.parametrize(
    ("value", "inside"), [(12, True), (13, True), (11.99, False), (13.5, False)]
)
def test_a_corridor_includes_its_edges_and_nothing_beyond(value: float, inside: bool) -> None:
    assert assessed(corridor(), {2024: 20, 2025: value}).met is inside


@pytest.mark.parametrize(("baseline", "side"), [(21.51, Bound.HIGH), (8, Bound.LOW), (12.5, None)])
def test_a_corridor_is_decided_by_the_bound_on_the_side_of_the_baseline(
    baseline: float, side: Bound | None
) -> None:
    assert assessed(corridor(), {2024: baseline, 2025: 14}).deciding is side


def test_the_deciding_bound_of_a_corridor_stays_for_the_whole_period() -> None:
    # From above; the latest figure lies below the middle, the upper bound still decides.
    found = assessed(corridor(), {2024: 20, 2025: 18, 2026: 12.1})
    assert found.deciding is Bound.HIGH


def test_top_k_is_never_graded_on_the_indicators_own_level() -> None:
    found = assessed(asked(Form.TOP, k=5, measure=Measure.COMPOUND), {2023: 57.83, 2025: 70.95})
    assert outcome(found) == (Standing.NOT_ASSESSED, Reason.PEERS_MISSING)


@pytest.mark.parametrize(
    ("direction", "bounds", "value", "standing"),
    [
        (MORE, {"low": 95}, 96, Standing.REACHED),
        (MORE, {"low": 95}, 94, Standing.MOVING_AWAY),
        (LESS, {"high": 95}, 94, Standing.REACHED),
        (LESS, {"high": 95}, 96, Standing.MOVING_AWAY),
    ],
)
def test_hold_asks_at_least_or_at_most_by_its_direction(
    direction: Direction, bounds: dict[str, int], value: float, standing: Standing
) -> None:
    hold = asked(Form.HOLD, direction=direction, by="2024-2030", **bounds)
    assert assessed(hold, {2023: 95, 2024: value}).standing is standing


def test_hold_lists_the_years_in_which_it_was_not_held() -> None:
    hold = asked(Form.HOLD, low=95, direction=MORE, by="2024-2030")
    found = assessed(hold, {2022: 80, 2023: 90, 2024: 94, 2025: 95, 2026: 93, 2027: 96})
    assert found.standing is Standing.REACHED
    assert found.years_not_held == (2024, 2026)


def test_a_path_is_decided_by_the_next_milestone_after_the_latest_year() -> None:
    path = asked(Form.PATH, milestones={2025: 40, 2027: 60, 2030: 90}, by="2024-2030")
    found = assessed(path, {2023: 20, 2024: 30, 2025: 42})
    assert found.goal is not None
    assert (found.goal.year, found.goal.low) == (2027, 60)
    assert found.required.low == pytest.approx(10)  # 20 (2023) -> 60 (2027)
    assert found.standing is Standing.ON_TRACK
    assert [(m.milestone.year, m.reached) for m in found.milestones] == [(2025, True)]


def test_passed_milestones_are_listed_reached_missed_or_without_a_figure() -> None:
    path = asked(Form.PATH, milestones={2024: 25, 2025: 50, 2026: 55, 2030: 90}, by="2024-2030")
    found = assessed(path, {2023: 20, 2024: 30, 2025: 42, 2027: 50})
    listed = [(m.milestone.year, m.reached) for m in found.milestones]
    assert listed == [(2024, True), (2025, False), (2026, None)]


def test_a_missed_milestone_does_not_end_a_path() -> None:
    path = asked(Form.PATH, milestones={2025: 50, 2030: 90}, by="2024-2030")
    assert assessed(path, {2023: 20, 2025: 42}).standing is Standing.ON_TRACK


@pytest.mark.parametrize(("value", "standing"), [(90, Standing.REACHED), (89, Standing.MISSED)])
def test_only_the_last_milestone_ends_a_path(value: int, standing: Standing) -> None:
    path = asked(Form.PATH, milestones={2025: 50, 2030: 90}, by="2024-2030")
    assert assessed(path, {2023: 20, 2025: 60, 2030: value}).standing is standing


def test_a_path_of_averages_is_judged_on_the_index_each_milestone_leads_to() -> None:
    path = asked(
        Form.PATH,
        milestones={2025: 7, 2030: 8},
        since=2020,
        by="2021-2030",
        measure=Measure.AVERAGE_GROWTH,
    )
    found = assessed(path, dict.fromkeys(range(2021, 2027), 7.1))
    assert [m.reached for m in found.milestones] == [True]
    assert found.goal is not None
    assert found.goal.low == pytest.approx(215.89, abs=0.005)


def test_a_change_per_year_in_points_asks_for_the_level_it_leads_to() -> None:
    poverty = asked(Form.CHANGE_PER_YEAR, low=-3, high=-2, since=2022, by="2023-2025")
    found = assessed(poverty, {2022: 12, 2023: 10.5})
    assert found.goal is not None
    assert (found.goal.low, found.goal.high) == (3, 6)
    assert (found.deciding, found.ratio) == (Bound.HIGH, pytest.approx(0.75))


def test_a_change_per_year_in_percent_compounds() -> None:
    visits = asked(
        Form.CHANGE_PER_YEAR,
        low=10,
        high=20,
        since=2022,
        by="2023-2024",
        measure=Measure.COMPOUND,
        direction=MORE,
    )
    found = assessed(visits, {2022: 100, 2023: 110})
    assert found.goal is not None
    assert (found.goal.low, found.goal.high) == (pytest.approx(121), pytest.approx(144))
    assert found.ratio == pytest.approx(1)


def test_a_change_per_year_in_one_year_is_reached_or_missed_by_that_year() -> None:
    poverty = asked(Form.CHANGE_PER_YEAR, low=-3, high=-2, since=2022, by=2023)
    assert assessed(poverty, {2022: 12.2, 2023: 10.2}).standing is Standing.REACHED
    assert assessed(poverty, {2022: 12.2, 2023: 10.3}).standing is Standing.MISSED


def test_a_change_per_year_never_asks_beyond_the_natural_limit() -> None:
    poverty = asked(Form.CHANGE_PER_YEAR, low=-3, high=-2, since=2022, by="2023-2030", floor=0)
    found = assessed(poverty, {2022: 5, 2023: 0})
    assert found.goal is not None
    assert (found.goal.low, found.goal.high) == (0, 0)
    assert found.standing is Standing.REACHED


def test_a_change_per_year_without_its_baseline_is_not_assessed() -> None:
    poverty = asked(Form.CHANGE_PER_YEAR, low=-3, high=-2, since=2022, by=2024)
    for known in ({2023: 10}, {2023: 10, 2024: 8}):
        found = assessed(poverty, known)
        assert outcome(found) == (Standing.NOT_ASSESSED, Reason.BASELINE_MISSING)
        assert found.missing_year == 2022


def test_a_yearly_change_cannot_be_met_by_the_figure_it_starts_from() -> None:
    poverty = asked(Form.CHANGE_PER_YEAR, low=-3, high=-2, since=2022, by=2023, breaks=[2023])
    found = assessed(poverty, {2022: 12, 2023: 9})
    assert outcome(found) == (Standing.NOT_ASSESSED, Reason.BREAK_IN_PERIOD)


def test_a_change_per_year_from_over_12_leads_to_no_known_level() -> None:
    poverty = asked(Form.CHANGE_PER_YEAR, low=-3, high=-2, since=2022, by="2023-2025")
    known = (figure(2022, 12, qualifier=Qualifier.OVER), figure(2023, 5))
    assert outcome(assessed(poverty, known)) == (Standing.NOT_ASSESSED, Reason.ONE_SIDED)


def test_a_loss_of_everything_a_year_leads_to_no_level() -> None:
    fall = asked(
        Form.CHANGE_PER_YEAR, low=-100, high=-100, since=2022, by=2025, measure=Measure.COMPOUND
    )
    found = assessed(fall, {2022: 12, 2023: 9})
    assert outcome(found) == (Standing.NOT_ASSESSED, Reason.RATE_UNDEFINED)
    assert found.undefined is Undefined.NOT_ABOVE_ZERO


def investment(**more: object) -> Assessment:
    plan = asked(Form.CUMULATIVE, low=166, high=168, since=2020, by="2021-2025", **more)
    return assessed(plan, {2021: 28, 2022: 31, 2023: 35})


def test_the_ratio_of_a_cumulated_target_is_share_of_target_over_share_of_time() -> None:
    found = investment(measure=Measure.COMPOUND)
    assert found.ratio == pytest.approx((94 / 166) / (3 / 5))
    assert found.standing is Standing.BEHIND
    assert found.required_from_now.low == pytest.approx((166 - 94) / 2)
    assert found.required_from_now.high == pytest.approx((168 - 94) / 2)


def test_a_cumulated_target_starts_at_zero_in_the_year_before_the_period() -> None:
    found = investment()
    assert found.baseline is not None
    assert (found.baseline.year, found.baseline.value) == (2020, 0)


def test_a_cumulated_target_with_a_missing_year_is_not_assessed_naming_it() -> None:
    plan = asked(Form.CUMULATIVE, low=166, since=2020, by="2021-2025")
    for known, missing in (
        ({2021: 28, 2023: 35}, 2022),
        ({2022: 28, 2023: 35}, 2021),
        ({2021: 28, 2022: 31, 2023: 35, 2024: 40, 2026: 45}, 2025),
    ):
        found = assessed(plan, known)
        assert found.standing is Standing.NOT_ASSESSED
        assert found.missing_year == missing


def test_a_sum_already_at_its_target_is_reached_before_the_last_year() -> None:
    plan = asked(Form.CUMULATIVE, low=90, since=2020, by="2021-2025")
    assert assessed(plan, {2021: 28, 2022: 31, 2023: 35}).standing is Standing.REACHED
