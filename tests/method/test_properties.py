"""What holds for every figure, not only for the ones worked out by hand."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plantrack.method.goal import Goal
from plantrack.method.observation import Observation
from plantrack.method.rates import RateUndefined, periods_until, rate, value_after
from plantrack.method.standing import assess
from plantrack.method.verdict import Assessment
from plantrack.model import Direction, Form, Measure, Standing, Status
from tests.method.situations import CUTOFFS, asked, assessed, average_growth

PACED = st.sampled_from([Measure.COMPOUND, Measure.POINTS])
levels_above_zero = st.floats(0.01, 1e9)
any_float = st.floats(allow_nan=False, allow_infinity=False)
years_between = st.integers(1, 30)
# Worst to best among the standings a pace can earn before the target year.
BY_PACE = (
    Standing.MOVING_AWAY,
    Standing.FAR_BEHIND,
    Standing.BEHIND,
    Standing.ON_TRACK,
    Standing.REACHED,
)
tenths = st.integers(1, 20_000).map(lambda n: Decimal(n) / 10)


# The algebra of rates.


@given(PACED, levels_above_zero, levels_above_zero, years_between)
def test_going_on_at_the_required_rate_reaches_the_bound(
    measure: Measure, start: float, bound: float, periods: int
) -> None:
    required = rate(measure, start, bound, periods)
    reached = value_after(measure, start, required, periods)
    assert reached == pytest.approx(bound, rel=1e-6, abs=1e-6)


@given(PACED, levels_above_zero, st.floats(-0.5, 0.5), years_between)
def test_a_rate_put_into_a_level_comes_back_out(
    measure: Measure, start: float, yearly: float, periods: int
) -> None:
    end = value_after(measure, start, yearly, periods)
    assume(measure is Measure.POINTS or end > 1e-9)
    tolerance = 1e-6 * max(1.0, start)
    assert rate(measure, start, end, periods) == pytest.approx(yearly, abs=tolerance)


@given(PACED, st.floats(1, 1e6), st.floats(-0.3, 0.3), years_between)
def test_the_years_a_pace_takes_are_the_years_it_was_given(
    measure: Measure, start: float, yearly: float, periods: int
) -> None:
    assume(abs(yearly) > 1e-3)
    end = value_after(measure, start, yearly, periods)
    taken = periods_until(measure, start, end, yearly)
    assert taken == pytest.approx(periods, rel=1e-4)


@given(any_float, any_float, st.integers(-5, 50), st.sampled_from(Measure))
def test_a_rate_is_a_finite_real_number_or_undefined(
    start: float, end: float, periods: int, measure: Measure
) -> None:
    try:
        found = rate(measure, start, end, periods)
    except RateUndefined:
        return  # refused, as METHOD section 2 asks
    assert isinstance(found, float)
    assert math.isfinite(found)


# On the path.


@given(PACED, st.floats(1, 1e6), st.floats(1, 1e6), st.integers(1, 6))
def test_exactly_on_the_path_the_ratio_is_1_and_the_time_distance_0(
    measure: Measure, start: float, bound: float, elapsed: int
) -> None:
    assume(abs(bound - start) > 1e-3 * start)
    on_path = value_after(measure, start, rate(measure, start, bound, 7), elapsed)
    more = bound > start
    goal = Goal(
        form=Form.AT_LEAST if more else Form.AT_MOST,
        measure=measure,
        low=bound if more else None,
        high=None if more else bound,
        direction=Direction.MORE if more else Direction.LESS,
        baseline_year=2023,
        year=2030,
    )
    known = [
        Observation(2023, start, 0.0, Status.OFFICIAL),
        Observation(2023 + elapsed, on_path, 0.0, Status.OFFICIAL),
    ]
    found = assess(goal, known, (), CUTOFFS)
    assert found.standing is Standing.ON_TRACK
    assert found.ratio == pytest.approx(1, abs=1e-6)
    assert found.due is not None
    assert found.due.years == pytest.approx(0, abs=1e-6)
    assert found.acceleration == pytest.approx(1, abs=1e-6)


# Symmetries.


def graded(
    values: tuple[Decimal, Decimal, Decimal],
    measure: Measure,
    scale: int = 1,
    decimals: int = 1,
    direction: Direction = Direction.MORE,
) -> Assessment:
    before, latest, bound = (value * scale for value in values)
    bounds = {"low": bound} if direction is Direction.MORE else {"high": bound}
    form = Form.AT_LEAST if direction is Direction.MORE else Form.AT_MOST
    question = asked(form, measure=measure, decimals=decimals, **bounds)
    return assessed(question, {2023: before, 2025: latest})


@given(st.tuples(tenths, tenths, tenths), PACED, st.sampled_from([1000, 1_000_000]))
def test_another_unit_changes_no_standing(
    values: tuple[Decimal, Decimal, Decimal], measure: Measure, scale: int
) -> None:
    here = graded(values, measure)
    there = graded(values, measure, scale, decimals=1 - len(str(scale)) + 1)
    assert (here.standing, here.reason) == (there.standing, there.reason)


@given(st.tuples(tenths, tenths, tenths))
def test_less_is_better_mirrors_more_is_better_for_points(
    values: tuple[Decimal, Decimal, Decimal],
) -> None:
    upward = graded(values, Measure.POINTS)
    downward = graded(values, Measure.POINTS, scale=-1, direction=Direction.LESS)
    assert (upward.standing, upward.reason) == (downward.standing, downward.reason)
    assert upward.ratio == (None if downward.ratio is None else pytest.approx(downward.ratio))
    assert upward.gap.low == -(downward.gap.high or 0)


@given(tenths, tenths, tenths, tenths, PACED)
def test_where_more_is_better_a_higher_latest_figure_never_stands_worse(
    before: Decimal, bound: Decimal, one: Decimal, other: Decimal, measure: Measure
) -> None:
    lower, higher = sorted((one, other))
    assume(before < bound)
    worse = graded((before, lower, bound), measure)
    better = graded((before, higher, bound), measure)
    assert BY_PACE.index(worse.standing) <= BY_PACE.index(better.standing)


@given(tenths, tenths, tenths, tenths)
def test_more_growth_in_any_year_never_lowers_an_averages_standing(
    first: Decimal, second: Decimal, third: Decimal, extra: Decimal
) -> None:
    growth = {2021: first / 100, 2022: second / 100, 2023: third / 100}
    more = {**growth, 2022: growth[2022] + extra}
    worse, better = (assessed(average_growth(), known).standing for known in (growth, more))
    assert BY_PACE.index(worse) <= BY_PACE.index(better)


# Segments.


@given(
    st.dictionaries(st.integers(2000, 2022), tenths, max_size=8),
    st.lists(tenths, min_size=2, max_size=5),
    PACED,
)
def test_a_figure_outside_the_newest_segment_changes_nothing(
    earlier: dict[int, Decimal], newest: list[Decimal], measure: Measure
) -> None:
    question = asked(Form.AT_LEAST, low=1500, measure=measure, decimals=1, breaks=[2023])
    segment = {2023 + place: value for place, value in enumerate(newest)}
    assert assessed(question, {**earlier, **segment}) == assessed(question, segment)
