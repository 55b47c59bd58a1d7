"""Rates, averages, shares and places as others published them, each at its own tolerance."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from plantrack.method.average import catch_up_rate, rest_of_year_rate
from plantrack.method.published import meets
from plantrack.method.ranking import position
from plantrack.method.rates import compound_rate, compound_value, points_rate, points_value
from plantrack.method.structure import corridors_feasible, shares_sum, tightened
from plantrack.model import Direction
from tests.method.published_cases import Case, cases, within


def percent_change(start: float, end: float) -> float:
    return 100 * compound_rate(start, end, 1)


@cases("cagr")
def test_years_are_counted_between_figures(case: Case) -> None:
    inputs, expected, near = case["inputs"], case["expected"], within(case)
    periods = inputs["target_year"] - inputs["base_year"]
    required = 100 * compound_rate(inputs["base"], inputs["target"], periods)
    assert required == near(expected["percent"])
    assert required != near(expected["wrong_if_8_periods"])
    one_too_many = 100 * compound_rate(inputs["base"], inputs["target"], periods + 1)
    assert one_too_many == near(expected["wrong_if_8_periods"])


@cases("target_version")
def test_competing_targets_each_ask_their_own_rate(case: Case) -> None:
    inputs, near = case["inputs"], within(case)
    for target in inputs["targets"]:
        required = compound_rate(
            inputs["current"], target, inputs["target_year"] - inputs["current_year"]
        )
        assert 100 * required == near(case["expected"][f"required_{target}"])


@cases("who_aroc")
def test_a_constant_rate_path_arrives_at_its_target(case: Case) -> None:
    inputs, expected, near = case["inputs"], case["expected"], within(case)
    years = inputs["target_year"] - inputs["start_year"]
    rate = compound_rate(inputs["start"], inputs["target"], years)
    assert rate == near(expected["rate_derived_by_us"])
    assert compound_value(inputs["start"], rate, years) == near(expected["v2025"])


@cases("igme-change")
def test_child_mortality_fell_by_the_published_percentage(case: Case) -> None:
    fall = -percent_change(case["inputs"]["start"], case["inputs"]["end"])
    assert fall == pytest.approx(case["expected"]["percent"], rel=0, abs=5e-5)
    assert fall == within(case)(case["expected"]["published_rounded"])


@cases("undp-mongolia-deaths")
def test_infant_deaths_changed_by_the_published_percentage(case: Case) -> None:
    change = percent_change(case["inputs"]["start"], case["inputs"]["end"])
    assert change == pytest.approx(case["expected"]["percent"], rel=0, abs=5e-5)
    assert change == within(case)(case["expected"]["published_rounded"])


@cases("vn-2015-2020-levels")
def test_growth_of_levels_is_the_published_rounded_growth(case: Case) -> None:
    expected, near = case["expected"], within(case)
    names = ("gdp", "percap")
    for name, published in zip(names, expected["published"], strict=True):
        change = percent_change(*case["inputs"][name])
        assert change == pytest.approx(expected[f"{name}_percent"])
        assert change == near(published)


@cases("cagr_multiple")
def test_a_multiple_is_one_plus_the_change_over_the_whole_span(case: Case) -> None:
    inputs, expected = case["inputs"], case["expected"]
    start, end = inputs["gdp"]
    assert 1 + compound_rate(start, end, 1) == pytest.approx(expected["gdp_multiple"])
    change = percent_change(*inputs["percap"])
    assert change == pytest.approx(expected["percap_percent"])
    assert change == within(case)(expected["published_percap_percent"])


@cases("currency_basis")
def test_the_same_target_is_another_distance_in_another_currency(case: Case) -> None:
    near = within(case)
    dollars = percent_change(*case["inputs"]["usd"])
    dong = percent_change(*case["inputs"]["vnd_m"])
    assert dollars == near(case["expected"]["usd_percent"])
    assert dong == near(case["expected"]["vnd_percent"])
    assert dollars != near(dong)


@cases("percent_vs_percentage_point")
def test_a_relative_cut_is_not_a_cut_in_points(case: Case) -> None:
    inputs, expected, near = case["inputs"], case["expected"], within(case)
    relative = compound_value(inputs["start_percent"], -inputs["reduction"] / 100, 1)
    assert relative == near(expected["relative"])
    assert relative != near(expected["wrong_if_read_as_pp"])
    in_points = points_value(inputs["start_percent"], -inputs["reduction"], 1)
    assert in_points == near(expected["wrong_if_read_as_pp"])


@cases("eea-observed-pp")
def test_a_share_moves_in_points_a_year(case: Case) -> None:
    inputs, expected, near = case["inputs"], case["expected"], within(case)
    first, last = inputs["from_year"], inputs["to_year"]
    series = inputs["series"]
    pace = points_rate(series[str(first)], series[str(last)], last - first)
    assert pace == pytest.approx(expected["pp_per_year"])
    assert pace == near(expected["published_rounded"])


@cases("ls-share-pp")
def test_a_share_falls_to_both_ends_of_its_corridor_in_points_a_year(case: Case) -> None:
    inputs, near = case["inputs"], within(case)
    years = inputs["target_year"] - inputs["current_year"]
    for bound in ("high", "low"):
        pace = points_rate(inputs["current"], inputs[bound], years)
        assert pace == near(case["expected"][f"pp_per_year_to_{bound}"])


@cases("linear_path")
def test_a_published_straight_path_is_followed_within_its_own_rounding(case: Case) -> None:
    inputs, expected, near = case["inputs"], case["expected"], within(case)
    step = points_rate(
        inputs["base"], inputs["target"], inputs["target_year"] - inputs["base_year"]
    )
    assert step == pytest.approx(expected["exact_step"])
    for year, published in expected["published_path"].items():
        assert points_value(inputs["base"], step, int(year) - inputs["base_year"]) == near(
            published
        )


@cases("gap")
def test_the_gap_of_a_share_is_in_points_not_in_percent(case: Case) -> None:
    current, target = case["inputs"]["current"], case["inputs"]["target"]
    near = within(case)
    assert points_rate(current, target, 1) == near(case["expected"]["gap_pp"])
    assert percent_change(current, target) != near(case["expected"]["gap_pp"])


@cases("ls-catchup-2026-2030", "ls-catchup-2024-2030")
def test_the_rest_of_the_period_must_make_up_for_its_beginning(case: Case) -> None:
    inputs, near = case["inputs"], within(case)
    percents = inputs.get("observed") or [inputs["observed_avg"]] * inputs["observed_years"]
    observed = [percent / 100 for percent in percents]
    for bound in ("low", "high"):
        needed = catch_up_rate(inputs[f"target_{bound}"] / 100, inputs["years"], observed)
        assert 100 * needed == near(case["expected"][bound])


@cases("ls-catchup-2026-2030")
def test_the_new_official_goal_brackets_what_the_upper_bound_still_needs(
    case: Case,
) -> None:
    goal = re.match(r"([\d.]+)-([\d.]+)%/yr", case["expected"]["official_new_goal"])
    assert goal is not None
    inputs = case["inputs"]
    needed = catch_up_rate(
        inputs["target_high"] / 100,
        inputs["years"],
        [inputs["observed_avg"] / 100] * inputs["observed_years"],
    )
    assert float(goal[1]) <= 100 * needed <= float(goal[2])


@cases("india-10th-plan")
def test_a_plan_average_is_caught_up_geometrically_not_arithmetically(case: Case) -> None:
    inputs, expected = case["inputs"], case["expected"]
    observed = [percent / 100 for percent in inputs["observed"]]
    needed = 100 * catch_up_rate(inputs["target_avg"] / 100, inputs["years"], observed)
    assert needed == pytest.approx(expected["required_geometric"])
    assert needed != pytest.approx(expected["required_arithmetic"])
    assert needed > case["tolerance"]["must_exceed"]


@cases("vn-mpi-2023-65", "vn-gso-2024-65")
def test_the_rest_of_the_year_must_do_what_the_ministry_published(case: Case) -> None:
    inputs, expected = case["inputs"], case["expected"]
    part = "h1" if "h1" in inputs else "q1"
    needed = 100 * rest_of_year_rate(
        inputs["year_target"] / 100, inputs[part] / 100, inputs[f"{part}_weight"]
    )
    computed = expected["required_h2"] if part == "h1" else expected["required_rest"]
    assert needed == pytest.approx(computed)
    assert needed == within(case)(expected["published"])


@cases("range_target_period_average")
def test_a_range_where_more_is_better_is_met_from_its_low_bound(case: Case) -> None:
    expected, near = case["expected"], within(case)
    verdicts = []
    for (_, low, _, average), shortfall in zip(
        case["inputs"]["periods"], expected["shortfall_to_low_pp"], strict=True
    ):
        met = meets(average, low, Direction.MORE)
        verdicts.append("met" if met else "missed")
        assert (0 if met else points_rate(average, low, 1)) == near(shortfall)
    assert verdicts == expected["verdicts"]


@cases("shares_sum")
def test_the_parts_of_a_province_sum_to_the_whole_and_their_changes_to_nothing(
    case: Case,
) -> None:
    parts = case["inputs"]["share_2025_and_change_pp_since_2020"]
    expected, near = case["expected"], within(case)
    shares_now = [Decimal(str(share)) for share, _ in parts.values()]
    shares_then = [Decimal(str(share)) for share in expected["share_2020"].values()]
    assert shares_sum(shares_now, 2).holds
    assert shares_sum(shares_then, 2).holds
    assert float(shares_sum(shares_now, 2).total) == near(expected["sum_2025"])
    assert sum(change for _, change in parts.values()) == near(expected["sum_change"])
    for name, (share, change) in parts.items():
        assert points_value(share, -change, 1) == near(expected["share_2020"][name])


@cases("share_range")
def test_ranges_of_shares_must_leave_room_for_a_whole(case: Case) -> None:
    ranges = [(low, high) for low, high in case["inputs"]["ranges"]]
    expected = case["expected"]
    assert sum(low for low, _ in ranges) == expected["sum_low"]
    assert sum(high for _, high in ranges) == expected["sum_high"]
    assert corridors_feasible(ranges) is expected["feasible"]
    assert tightened(ranges) == tuple(ranges)
    first_low, first_high = ranges[0]
    too_high = [(first_low + 3, first_high + 3), *ranges[1:]]
    assert sum(low for low, _ in too_high) == 101
    assert not corridors_feasible(too_high)


@cases("rank_target")
def test_the_same_place_among_fewer_peers_is_another_result(case: Case) -> None:
    inputs, expected = case["inputs"], case["expected"]
    k = int(inputs["target"].removeprefix("top "))
    for letter, when in (("a", "before"), ("b", "after")):
        rank, peers = inputs[f"rank_{letter}"]
        values = {f"peer_{place}": float(-place) for place in range(1, peers + 1)}
        result = position(f"peer_{rank}", values, k, 2025)
        assert (result.place, result.of, result.inside) == (rank, peers, True)
        assert round(result.place / peers, 4) == expected[f"position_{letter}"]
        assert round(result.k / peers, 4) == expected[f"top5_share_of_peers_{when}"]
