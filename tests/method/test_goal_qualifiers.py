""" "Over", "up to" and "about" before a number, and what is refused instead of repaired."""

from __future__ import annotations

import pytest

from plantrack.method.goal import Bound
from plantrack.method.rates import Undefined
from plantrack.method.verdict import Assessment, Reason
from plantrack.model import Direction, Form, Measure, Qualifier, Standing
from tests.method.situations import asked, assessed, corridor, figure

MORE, LESS = Direction.MORE, Direction.LESS


def outcome(found: Assessment) -> tuple[Standing, Reason]:
    return found.standing, found.reason


# Words before a number: only where the bound settles it.


@pytest.mark.parametrize(
    ("form", "bound", "qualifier", "value", "met"),
    [
        (Form.AT_LEAST, 99, Qualifier.UP_TO, 98, False),  # "up to 98" against at least 99
        (Form.AT_LEAST, 98, Qualifier.UP_TO, 98, None),
        (Form.AT_LEAST, 98, Qualifier.OVER, 98, True),
        (Form.AT_LEAST, 99, Qualifier.OVER, 98, None),
        (Form.AT_MOST, 5, Qualifier.UP_TO, 5, True),
        (Form.AT_MOST, 5, Qualifier.UP_TO, 6, None),
        (Form.AT_MOST, 5, Qualifier.OVER, 5, False),
        (Form.AT_MOST, 5, Qualifier.OVER, 4, None),
        (Form.BETWEEN, 5, Qualifier.OVER, 7, False),
        (Form.BETWEEN, 5, Qualifier.UP_TO, 4, False),
        (Form.BETWEEN, 5, Qualifier.OVER, 5, None),
        (Form.AT_LEAST, 99, Qualifier.ABOUT, 99, True),
    ],
)
def test_over_and_up_to_settle_only_what_the_bound_settles(
    form: Form, bound: int, qualifier: Qualifier, value: float, met: bool | None
) -> None:
    low = None if form is Form.AT_MOST else bound
    high = {Form.AT_MOST: bound, Form.BETWEEN: 7}.get(form)
    found = assessed(asked(form, low=low, high=high), [figure(2024, value, qualifier=qualifier)])
    assert found.met is met


def test_the_true_value_of_over_20_lies_beyond_a_corridor_up_to_13() -> None:
    found = assessed(corridor(), [figure(2024, 20, qualifier=Qualifier.OVER), figure(2025, 18)])
    assert (found.deciding, found.reason) == (Bound.HIGH, Reason.ONE_SIDED)


def test_a_baseline_of_up_to_20_leaves_the_deciding_bound_of_a_corridor_open() -> None:
    known = [figure(2024, 20, qualifier=Qualifier.UP_TO), figure(2025, 18)]
    found = assessed(corridor(), known)
    assert (found.deciding, found.reason) == (None, Reason.ONE_SIDED)


# Refused, never repaired.


def test_a_zero_target_is_a_zero_target() -> None:
    assert assessed(asked(Form.AT_MOST, high=0), {2023: 10, 2024: 8}).gap.high == -8
    compound = assessed(asked(Form.AT_MOST, high=0, measure=Measure.COMPOUND), {2023: 10, 2024: 8})
    assert outcome(compound) == (Standing.NOT_ASSESSED, Reason.RATE_UNDEFINED)
    assert compound.undefined is Undefined.NOT_ABOVE_ZERO
    assert compound.gap.high == -8


def test_the_direction_is_declared_and_never_read_from_the_figures() -> None:
    falling = {2023: 20, 2024: 18}
    assert assessed(asked(Form.HOLD, high=13, direction=LESS), falling).ratio is not None
    assert assessed(asked(Form.HOLD, high=13, direction=MORE), falling).reason is (
        Reason.BOUND_MISSING
    )


@pytest.mark.parametrize("bounds", [{"low": 12}, {"high": 13}, {}])
def test_a_corridor_without_both_edges_is_not_assessed(bounds: dict[str, int]) -> None:
    found = assessed(asked(Form.BETWEEN, since=2024, **bounds), {2024: 20, 2025: 18})
    assert outcome(found) == (Standing.NOT_ASSESSED, Reason.BOUND_MISSING)


@pytest.mark.parametrize("form", [Form.HOLD, Form.CHANGE_PER_YEAR, Form.CUMULATIVE])
def test_what_is_asked_of_every_year_or_in_sum_says_nothing_of_an_average(form: Form) -> None:
    odd = asked(form, low=8, direction=MORE, measure=Measure.AVERAGE_GROWTH, by="2021-2030")
    found = assessed(odd, {2021: 8, 2022: 8})
    assert outcome(found) == (Standing.NOT_ASSESSED, Reason.RATE_UNDEFINED)
