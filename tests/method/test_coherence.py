"""Real growth, prices and people: one identity, solved four ways, and where it has no answer."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack.method.coherence import (
    AgainstPath,
    against_path,
    implied_deflator,
    implied_nominal_per_person,
    implied_real_growth,
    implied_shares,
    real_per_person,
)
from plantrack.method.rates import RateUndefined, Undefined
from plantrack.model import Direction

RATES = st.floats(-0.5, 1.0)


@given(RATES, RATES, RATES)
def test_the_prices_implied_give_back_the_growth_they_came_from(
    nominal: float, real: float, people: float
) -> None:
    deflator = implied_deflator(nominal, real, people)
    assert math.isclose(implied_real_growth(nominal, deflator, people), real, abs_tol=1e-9)
    assert math.isclose(implied_nominal_per_person(real, deflator, people), nominal, abs_tol=1e-9)


@given(RATES, RATES)
def test_without_price_changes_nominal_growth_per_person_is_real(
    real: float, people: float
) -> None:
    nominal = implied_nominal_per_person(real, 0.0, people)
    assert math.isclose(nominal, real_per_person(real, people), abs_tol=1e-12)


def test_more_people_leave_less_growth_for_each() -> None:
    assert real_per_person(0.08, 0.01) < real_per_person(0.08, 0.0) == pytest.approx(0.08)


@pytest.mark.parametrize(
    "rates", [(-1.0, 0.08, 0.01), (0.1, -1.0, 0.01), (0.1, 0.08, -1.2)], ids=str
)
def test_a_loss_of_everything_implies_no_prices(rates: tuple[float, float, float]) -> None:
    with pytest.raises(RateUndefined) as refused:
        implied_deflator(*rates)
    assert refused.value.reason is Undefined.NOT_ABOVE_ZERO


@pytest.mark.parametrize(
    ("worse", "better", "direction", "expected"),
    [
        (78, 79, Direction.MORE, AgainstPath.BELOW),
        (82, 84, Direction.MORE, AgainstPath.PARTLY),
        (82.41, 90, Direction.MORE, AgainstPath.ENOUGH),
        (90, 83, Direction.LESS, AgainstPath.BELOW),
        (90, 82, Direction.LESS, AgainstPath.PARTLY),
        (82.41, 80, Direction.LESS, AgainstPath.ENOUGH),
    ],
)
def test_a_nearer_target_is_held_against_what_is_due_in_its_year(
    worse: float, better: float, direction: Direction, expected: AgainstPath
) -> None:
    assert against_path(worse, better, 82.41, direction) is expected


@given(st.lists(st.tuples(st.floats(1, 60), RATES), min_size=2, max_size=5), st.integers(1, 12))
def test_implied_shares_always_make_up_the_whole(
    parts: list[tuple[float, float]], periods: int
) -> None:
    shares, growths = zip(*parts, strict=True)
    implied = implied_shares(shares, growths, periods)
    assert math.isclose(math.fsum(one.then for one in implied), 100, rel_tol=1e-9)


def test_equal_growth_leaves_the_shares_as_they_are() -> None:
    implied = implied_shares([20.51, 28.06, 47.22, 4.21], [0.08] * 4, 5)
    assert [round(one.then, 2) for one in implied] == [20.51, 28.06, 47.22, 4.21]


@pytest.mark.parametrize(
    ("shares", "growths", "periods", "reason"),
    [
        ([40.0, 60.0], [0.1, 0.1], 0, Undefined.NO_PERIODS),
        ([0.0, 0.0], [0.1, 0.1], 5, Undefined.NOT_ABOVE_ZERO),
        ([40.0, 60.0], [0.1, -1.0], 5, Undefined.NOT_ABOVE_ZERO),
    ],
)
def test_shares_without_a_future_imply_nothing(
    shares: list[float], growths: list[float], periods: int, reason: Undefined
) -> None:
    with pytest.raises(RateUndefined) as refused:
        implied_shares(shares, growths, periods)
    assert refused.value.reason is reason
