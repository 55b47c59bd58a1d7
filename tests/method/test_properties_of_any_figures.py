"""Whatever the figures: no standing breaks, and each says what it rests on."""

from __future__ import annotations

import dataclasses
import math
from decimal import Decimal
from enum import Enum
from random import Random

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
from plantrack.method.standing import assess
from plantrack.method.verdict import Reason
from plantrack.model import Direction, Figure, Form, Measure, Qualifier, Standing, Status, Use
from tests.method.situations import CUTOFFS, asked, assessed, figure

PACED = st.sampled_from([Measure.COMPOUND, Measure.POINTS])
any_float = st.floats(allow_nan=False, allow_infinity=False)

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
