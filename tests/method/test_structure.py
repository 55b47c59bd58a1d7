"""Shares of a whole: sums, corridors, the mix they allow (METHOD section 7)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from plantrack.method.rates import RateUndefined, points_rate
from plantrack.method.structure import (
    contribution_check,
    corridors_feasible,
    implied_growth,
    near_edge,
    shares_sum,
    tightened,
)

CORRIDORS = [(12.0, 13.0), (32.0, 33.0), (50.0, 51.0), (4.0, 5.0)]
SHARES_2025 = [20.51, 28.06, 47.22, 4.21]


def shares(*values: str) -> list[Decimal]:
    return [Decimal(value) for value in values]


def test_four_shares_may_miss_100_by_what_their_rounding_explains_and_no_more() -> None:
    assert shares_sum(shares("20.51", "28.06", "47.22", "4.23"), 2).holds  # 100.02
    assert not shares_sum(shares("20.51", "28.06", "47.22", "4.24"), 2).holds
    assert shares_sum(shares("20.5", "28.1", "47.2", "4.4"), 1).tolerance == Decimal("0.2")


def test_shares_mixed_from_two_origins_do_not_pass() -> None:
    mixed = shares_sum(shares("20.28", "28.33", "47.22", "4.21"), 2)
    assert (mixed.total, mixed.holds) == (Decimal("100.04"), False)


def test_a_missing_share_does_not_pass() -> None:
    assert not shares_sum(shares("20.51", "28.06", "47.22"), 2).holds


def test_the_corridors_leave_room_for_a_mix_of_100() -> None:
    assert corridors_feasible(CORRIDORS)
    assert not corridors_feasible([(60, 70), (41, 50)])
    assert not corridors_feasible([(10, 40), (10, 50)])


def test_corridors_that_only_just_add_up_are_feasible() -> None:
    assert corridors_feasible([(0.1, 0.2)] * 10, whole=1.0)
    assert corridors_feasible([(0.0, 0.1)] * 10, whole=1.0)


def test_the_other_ranges_change_nothing_in_these_corridors() -> None:
    assert tightened(CORRIDORS) == tuple(CORRIDORS)


def test_a_range_is_cut_to_what_the_others_leave() -> None:
    assert tightened([(10, 60), (30, 50), (30, 40)]) == ((10, 40), (30, 50), (30, 40))
    assert tightened([(0, 100), (40, 100), (40, 100)]) == ((0, 20), (40, 60), (40, 60))


def test_no_mix_is_made_up_where_none_is_feasible() -> None:
    with pytest.raises(ValueError, match="adds up to 100"):
        tightened([(60, 70), (41, 50)])


def test_the_near_edges_of_the_corridors_sum_to_99_21_from_2025() -> None:
    edges = [near_edge(v, *c) for v, c in zip(SHARES_2025, CORRIDORS, strict=True)]
    assert sum(edges) == pytest.approx(99.21)


def test_paces_to_a_mix_that_sums_to_100_sum_to_zero() -> None:
    mix = [13, 32.5, 50, 4.5]
    paces = [points_rate(v, goal, 5) for v, goal in zip(SHARES_2025, mix, strict=True)]
    assert sum(paces) == pytest.approx(0, abs=1e-12)


def test_a_share_that_must_fall_still_lets_its_sector_grow() -> None:
    assert implied_growth(0.16, 20.51, 13, 5) == pytest.approx(0.0589, abs=0.00005)
    assert implied_growth(0.16, 20.51, 20.51, 5) == pytest.approx(0.16)


@pytest.mark.parametrize(
    ("growth", "share", "target", "periods"),
    [(0.1, 0, 13, 5), (0.1, 20, 0, 5), (-1, 20, 13, 5), (0.1, 20, 13, 0)],
)
def test_implied_growth_is_undefined_without_levels_above_zero_and_years(
    growth: float, share: float, target: float, periods: int
) -> None:
    with pytest.raises(RateUndefined):
        implied_growth(growth, share, target, periods)


def test_contributions_hold_within_a_tenth_of_a_point_and_not_beyond() -> None:
    assert contribution_check([50, 50], [7, 7.2], 7.0).holds  # 7.1
    assert not contribution_check([50, 50], [7, 7.22], 7.0).holds


def test_the_documents_sector_rates_agree_with_their_total() -> None:
    # Weights: published contribution over growth of the first half of 2023, unrounded.
    weights = [83 / 4.05, 173 / 6.93, 258 / 5.2, 18 / 3.63]
    assert [round(weight, 1) for weight in weights] == [20.5, 25.0, 49.6, 5.0]
    found = contribution_check(weights, [6.55, 8.18, 6.77, 5.39], 7.0)
    assert found.weighted == pytest.approx(7.01, abs=0.005)
    assert found.holds


def test_contributions_need_one_weight_for_each_growth() -> None:
    with pytest.raises(ValueError, match="argument"):
        contribution_check([50, 50], [7], 7.0)
