"""What holds for every figure, not only for the ones worked out by hand."""

from __future__ import annotations

import dataclasses
import math
from decimal import Decimal
from enum import Enum
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plantrack.method.assessment import (
    PeerValues,
    assess_rank,
    assess_target,
    without_estimates,
)
from plantrack.method.goal import Bound, Goal
from plantrack.method.levels import Question
from plantrack.method.observation import Observation
from plantrack.method.rates import RateUndefined, periods_until, rate, value_after
from plantrack.method.standing import assess
from plantrack.method.verdict import Assessment, Reason
from plantrack.model import Direction, Figure, Form, Measure, Qualifier, Standing, Status, Use
from tests.method.situations import CUTOFFS, asked, assessed, average_growth, figure

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


# Anything at all.

finite_values = st.one_of(
    st.integers(-(10**15), 10**15).map(Decimal),
    st.decimals(-1000, 1000, places=2),
    st.decimals("-0.001", "0.001", places=8),
    st.sampled_from([Decimal(0), Decimal(-100), Decimal("1e-8"), Decimal("1e15")]),
)
periods = st.one_of(
    st.integers(2018, 2034),
    st.sampled_from(["2021-2022", "2023-2025", "2024H1", "2021-2030"]),
)


@st.composite
def any_figure(draw: st.DrawFn) -> Figure:
    return figure(
        draw(periods),
        draw(finite_values),
        draw(st.sampled_from(Status)),
        draw(st.sampled_from(Qualifier)),
        use=draw(st.sampled_from([Use.FIGURE, Use.FIGURE, Use.FIGURE, Use.CONTEXT])),
        decimals=draw(st.one_of(st.none(), st.integers(-3, 8))),
    )


@st.composite
def any_question(draw: st.DrawFn) -> Question:
    low, high = sorted((draw(finite_values), draw(finite_values)))
    form = draw(st.sampled_from(Form))
    years = st.integers(2024, 2032)
    path = draw(st.dictionaries(years, finite_values, max_size=3)) if form is Form.PATH else {}
    return asked(
        form,
        low=draw(st.sampled_from([low, low, None])),
        high=draw(st.sampled_from([high, high, None])),
        since=draw(st.integers(2018, 2024)),
        by=draw(st.one_of(years, st.sampled_from(["2021-2025", "2021-2030"]))),
        measure=draw(st.sampled_from(Measure)),
        direction=draw(st.sampled_from(Direction)),
        floor=draw(st.sampled_from([None, 0])),
        ceiling=draw(st.sampled_from([None, 100])),
        milestones=path,
        breaks=draw(st.lists(st.integers(2018, 2032), max_size=2, unique=True)),
        k=draw(st.sampled_from([None, 0, 1, 5])),
    )


any_figures = st.lists(any_figure(), max_size=12, unique_by=lambda f: f.period)


def reals(value: object) -> list[complex]:
    """Every number inside an assessment, however deep."""
    if dataclasses.is_dataclass(value):
        return [n for f in dataclasses.fields(value) for n in reals(getattr(value, f.name))]
    if isinstance(value, (tuple, frozenset)):
        return [n for item in value for n in reals(item)]
    is_number = isinstance(value, (int, float, complex)) and not isinstance(value, Enum)
    return [value] if is_number else []


@given(any_question(), any_figures)
def test_assessing_never_raises_and_gives_only_finite_real_numbers(
    question: Question, known: list[Figure]
) -> None:
    for found in (assess_target(question, known), without_estimates(question, known)):
        for number in reals(found):
            assert isinstance(number, (int, float))
            assert math.isfinite(number)


@given(
    st.lists(any_float, min_size=1, max_size=4),
    any_float,
    any_float,
    st.sampled_from([f for f in Form if f is not Form.TOP]),
    st.sampled_from(Measure),
    st.sampled_from(Direction),
    st.sampled_from([2025, 2030]),
)
def test_no_float_however_large_or_small_breaks_a_standing(
    values: list[float],
    low: float,
    high: float,
    form: Form,
    measure: Measure,
    direction: Direction,
    year: int,
) -> None:
    goal = Goal(form, measure, min(low, high), max(low, high), direction, 2023, year)
    known = [Observation(2023 + n, v, 0.0, Status.OFFICIAL) for n, v in enumerate(values)]
    found = assess(goal, known, (), CUTOFFS)
    for number in reals(found):
        assert isinstance(number, (int, float))
        assert math.isfinite(number)


@given(any_question(), any_figures, st.randoms(use_true_random=False))
def test_the_order_of_the_figures_never_matters(
    question: Question, known: list[Figure], random: Random
) -> None:
    shuffled = list(known)
    random.shuffle(shuffled)
    assert assess_target(question, shuffled) == assess_target(question, known)


@given(any_question(), any_figures)
def test_what_is_not_assessed_says_what_is_missing_or_undefined(
    question: Question, known: list[Figure]
) -> None:
    found = assess_target(question, known)
    if found.standing is not Standing.NOT_ASSESSED:
        return
    assert found.ratio is None
    named = {
        Reason.BASELINE_MISSING,
        Reason.TARGET_YEAR_MISSING,
        Reason.YEAR_MISSING,
        Reason.NOT_AFTER_BASELINE,
        Reason.AWAITS_SECOND_FIGURE,
    }
    assert (found.missing_year is not None) or found.reason not in named
    assert (found.undefined is not None) or found.reason is not Reason.RATE_UNDEFINED


@given(any_question(), any_figures)
def test_a_standing_that_rests_on_a_pace_has_its_ratio_and_no_other_has_it_graded(
    question: Question, known: list[Figure]
) -> None:
    found = assess_target(question, known)
    if found.reason in (Reason.PACE, Reason.NO_CHANGE):
        assert found.ratio is not None
        assert found.met is not True
    if found.standing is Standing.OVERSHOT:
        assert (found.ratio, found.due, found.way) == (None, None, None)
    if found.standing in (Standing.REACHED, Standing.MISSED):
        assert found.met is (found.standing is Standing.REACHED)


@given(any_question(), any_figures)
def test_the_gap_to_every_stated_bound_is_always_given(
    question: Question, known: list[Figure]
) -> None:
    found = assess_target(question, known)
    if found.latest is None or found.goal is None:
        return
    for bound in Bound:
        assert (found.gap.to(bound) is None) is (found.goal.bound(bound) is None)


@given(st.floats(1, 1e6), st.floats(1, 1e6), st.floats(1, 1e6), st.floats(0, 1e6), PACED)
def test_both_required_rates_are_given_wherever_the_levels_allow_them(
    before: float, latest: float, low: float, width: float, measure: Measure
) -> None:
    question = asked(Form.RANGE_MORE, low=low, high=low + width, measure=measure)
    found = assessed(question, {2023: before, 2025: latest})
    assert None not in (found.required.low, found.required.high)
    assert None not in (found.required_from_now.low, found.required_from_now.high)


@given(
    st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0, 1e9), min_size=1),
    st.integers(1, 8),
    st.integers(2024, 2031),
)
def test_exactly_the_places_up_to_k_are_inside(values: dict[str, float], k: int, year: int) -> None:
    target = asked(Form.TOP, k=k, measure=Measure.RANK).target
    assume(len(values) >= k)
    for subject, own in values.items():
        found = assess_rank(target, subject, PeerValues(year, values, (), Status.OFFICIAL))
        larger = sum(value > own for value in values.values())
        assert found.met is (larger < k)
        rank = found.rank
        assert rank is not None
        if rank.first_outside_value is not None:
            assert sum(value > rank.first_outside_value for value in values.values()) >= k
