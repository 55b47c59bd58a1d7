"""The seven rules in their order, breaks, qualifiers, marks, and the standing without estimates."""

from __future__ import annotations

import dataclasses

import pytest

from plantrack.method.goal import Bound
from plantrack.method.levels import Question
from plantrack.method.verdict import Assessment, Mark, Reason
from plantrack.model import Figure, Form, Measure, Qualifier, Standing, Status, Use
from tests.method.situations import asked, assessed, corridor, figure, figures

PER_CAPITA = asked(Form.AT_LEAST, low=150, measure=Measure.COMPOUND)


def outcome(found: Assessment) -> tuple[Standing, Reason]:
    return found.standing, found.reason


NOT_ASSESSED = Standing.NOT_ASSESSED


# Rule 1: the figure of the target year alone decides.


def test_the_target_years_figure_short_of_the_target_is_missed_with_its_gap() -> None:
    found = assessed(PER_CAPITA, {2023: 57.83, 2030: 144.73})
    assert outcome(found) == (Standing.MISSED, Reason.NOT_MET_IN_YEAR)
    assert found.gap.low == pytest.approx(5.27)


def test_the_target_years_figure_at_the_target_is_reached() -> None:
    found = assessed(PER_CAPITA, {2023: 57.83, 2030: 150})
    assert outcome(found) == (Standing.REACHED, Reason.MET_IN_YEAR)


def test_once_the_target_year_is_over_nothing_is_required_projected_or_accelerated() -> None:
    found = assessed(PER_CAPITA, {2023: 57.83, 2030: 144.73})
    assert Mark.PERIOD_OVER in found.marks
    assert (found.required_from_now.low, found.acceleration, found.projection) == (None, None, None)
    assert found.crossings == ()


@pytest.mark.parametrize("later", [10, 200])
def test_figures_after_the_target_year_never_change_its_verdict(later: int) -> None:
    until = {2023: 57.83, 2029: 140, 2030: 144.73}
    assert assessed(PER_CAPITA, {**until, 2031: later}) == assessed(PER_CAPITA, until)


def test_a_break_after_the_target_year_changes_nothing() -> None:
    until = {2023: 57.83, 2030: 144.73}
    revised = dataclasses.replace(PER_CAPITA, segment_starts=(2031,))
    assert assessed(revised, {**until, 2031: 90}) == assessed(PER_CAPITA, until)


def test_a_later_figure_without_the_target_years_is_not_assessed_naming_that_year() -> None:
    found = assessed(PER_CAPITA, {2023: 57.83, 2029: 149, 2031: 170})
    assert outcome(found) == (NOT_ASSESSED, Reason.TARGET_YEAR_MISSING)
    assert (found.missing_year, found.met, found.ratio) == (2030, True, None)


def test_the_target_years_figure_decides_even_without_a_baseline() -> None:
    assert assessed(PER_CAPITA, {2030: 151}).standing is Standing.REACHED


def test_the_target_years_figure_decides_even_right_after_a_break() -> None:
    found = assessed(
        dataclasses.replace(PER_CAPITA, segment_starts=(2030,)), {2023: 57.83, 2030: 151}
    )
    assert outcome(found) == (Standing.REACHED, Reason.MET_IN_YEAR)
    assert Mark.SET_BEFORE_REVISION in found.marks
    assert (found.baseline, found.observed) == (None, None)


def test_rule_1_wins_over_an_overshot_corridor_and_a_target_left() -> None:
    assert assessed(corridor(), {2024: 21.51, 2030: 11}).standing is Standing.MISSED
    assert assessed(corridor(), {2024: 12.5, 2030: 11}).standing is Standing.MISSED


def test_a_corridor_crossed_by_the_target_year_is_missed_without_a_ratio() -> None:
    found = assessed(corridor(), {2024: 21.51, 2030: 11})
    assert (found.ratio, found.way, found.due) == (None, None, None)


def test_over_98_in_the_target_year_leaves_at_least_99_open() -> None:
    coverage = asked(Form.AT_LEAST, low=99, by=2025)
    known = (figure(2023, 90), figure(2025, 98, qualifier=Qualifier.OVER))
    found = assessed(coverage, known)
    assert outcome(found) == (NOT_ASSESSED, Reason.ONE_SIDED)
    assert Mark.PERIOD_OVER in found.marks


def test_up_to_98_in_the_target_year_misses_at_least_99() -> None:
    coverage = asked(Form.AT_LEAST, low=99, by=2025)
    known = (figure(2023, 90), figure(2025, 98, qualifier=Qualifier.UP_TO))
    assert assessed(coverage, known).standing is Standing.MISSED


def test_a_decided_target_carries_no_short_run_mark() -> None:
    assert Mark.SHORT_RUN not in assessed(PER_CAPITA, {2023: 57.83, 2030: 151}).marks


# Rule 2: what is missing is named, and the plain comparison is still given.


def test_without_its_baseline_a_target_is_not_assessed_whatever_the_neighbouring_years() -> None:
    found = assessed(PER_CAPITA, {2022: 50.98, 2024: 62.36, 2025: 70.95})
    assert outcome(found) == (NOT_ASSESSED, Reason.BASELINE_MISSING)
    assert found.missing_year == 2023


def test_inside_the_corridor_today_is_said_even_without_a_baseline() -> None:
    found = assessed(corridor(4, 5, since=2023), {2025: 4.21})
    assert outcome(found) == (NOT_ASSESSED, Reason.BASELINE_MISSING)
    assert found.met is True
    assert (found.gap.low, found.gap.high) == (pytest.approx(-0.21), pytest.approx(0.79))


def test_a_latest_figure_not_after_the_baseline_is_not_assessed_and_waits_for_the_next() -> None:
    found = assessed(PER_CAPITA, {2022: 50.98, 2023: 57.83})
    assert outcome(found) == (NOT_ASSESSED, Reason.NOT_AFTER_BASELINE)
    assert found.missing_year == 2024


def test_a_target_without_its_bound_is_not_assessed() -> None:
    found = assessed(asked(Form.AT_LEAST), {2023: 1, 2024: 2})
    assert outcome(found) == (NOT_ASSESSED, Reason.BOUND_MISSING)


def test_no_figures_is_not_assessed() -> None:
    assert outcome(assessed(PER_CAPITA, {})) == (NOT_ASSESSED, Reason.NO_FIGURES)


def test_rule_2_wins_over_a_latest_figure_that_meets_the_target() -> None:
    assert assessed(PER_CAPITA, {2025: 151}).standing is NOT_ASSESSED


@pytest.mark.parametrize(
    "stray",
    [
        figure(2026, 151, Status.PROJECTION),
        figure(2026, 151, use=Use.CONTEXT),
        figure(2026, 151, use=Use.REJECT),
        figure("2026H1", 151),
        figure("2025-2026", 151),
    ],
    ids=["projection", "context", "rejected", "half year", "span"],
)
def test_only_a_yearly_figure_meant_to_be_graded_can_be_the_latest(stray: Figure) -> None:
    until = figures({2023: 57.83, 2025: 70.95})
    assert assessed(PER_CAPITA, (*until, stray)) == assessed(PER_CAPITA, until)


# Rule 3: at the target level.


def test_a_latest_figure_at_the_target_is_reached_and_must_hold() -> None:
    found = assessed(PER_CAPITA, {2023: 57.83, 2025: 150})
    assert outcome(found) == (Standing.REACHED, Reason.AT_TARGET_LEVEL)


def test_rule_3_wins_where_the_baseline_met_the_target_too() -> None:
    found = assessed(corridor(), {2024: 12.2, 2025: 12.8})
    assert outcome(found) == (Standing.REACHED, Reason.AT_TARGET_LEVEL)
    assert Mark.BASELINE_MET in found.marks
    assert (found.ratio, found.way) == (None, None)


def test_rule_3_needs_no_rate() -> None:
    none_left = asked(Form.AT_MOST, high=0, measure=Measure.COMPOUND)
    assert assessed(none_left, {2023: 10, 2024: 0}).standing is Standing.REACHED


@pytest.mark.parametrize(
    ("question", "values", "slips"),
    [
        (asked(Form.AT_LEAST, low=90), {2023: 80, 2024: 95, 2025: 94}, True),
        (asked(Form.AT_LEAST, low=90), {2023: 80, 2024: 94, 2025: 95}, False),
        (asked(Form.AT_MOST, high=5), {2023: 9, 2024: 4, 2025: 4.5}, True),
        (asked(Form.AT_MOST, high=5), {2023: 9, 2024: 4.5, 2025: 4}, False),
        (asked(Form.AT_LEAST, low=90), {2023: 80, 2024: 95.01, 2025: 95}, False),  # rounding
        (corridor(), {2024: 12.1, 2025: 12.3}, True),  # +0.2 a year: 13.3 in 2030
        (corridor(), {2024: 12.1, 2025: 12.15}, False),
        (corridor(), {2024: 12.9, 2025: 12.6}, True),  # -0.3 a year: 11.1 in 2030
    ],
)
def test_slipping_is_worse_than_before_or_in_a_corridor_on_the_way_out(
    question: Question, values: dict[int, float], slips: bool
) -> None:
    found = assessed(question, values)
    assert found.standing is Standing.REACHED
    assert (Mark.SLIPPING in found.marks) is slips


# Rule 4: left the target.


def test_a_corridor_left_since_the_baseline_is_moving_away() -> None:
    found = assessed(corridor(50, 51), {2024: 50.31, 2025: 49.99})
    assert outcome(found) == (Standing.MOVING_AWAY, Reason.LEFT_TARGET)
    assert (found.ratio, found.way, found.due) == (None, None, None)


def test_what_left_a_corridor_must_return_to_the_edge_it_crossed() -> None:
    found = assessed(corridor(50, 51), {2024: 50.5, 2025: 49})
    assert found.deciding is None
    assert found.acceleration == pytest.approx((1 / 5) / -1.5)


def test_two_negative_rates_never_look_green() -> None:
    # 95 met "at least 90"; 85 does not. Required and observed are both falls.
    found = assessed(asked(Form.AT_LEAST, low=90), {2023: 95, 2024: 85})
    assert outcome(found) == (Standing.MOVING_AWAY, Reason.LEFT_TARGET)
    assert found.ratio is None


# Rule 5: overshot.


def test_a_corridor_crossed_is_overshot_and_has_no_ratio() -> None:
    found = assessed(corridor(), {2024: 21.51, 2027: 11})
    assert outcome(found) == (Standing.OVERSHOT, Reason.CROSSED_CORRIDOR)
    assert (found.ratio, found.way, found.due, found.crossings) == (None, None, None, ())
    assert (found.gap.low, found.deciding) == (1, Bound.HIGH)


def test_a_corridor_is_overshot_from_below_as_well() -> None:
    assert assessed(corridor(50, 51), {2024: 47.22, 2025: 52}).standing is Standing.OVERSHOT


def test_up_to_11_has_crossed_a_corridor_from_12_and_over_11_may_not_have() -> None:
    for qualifier, standing in (
        (Qualifier.UP_TO, Standing.OVERSHOT),
        (Qualifier.OVER, Standing.NOT_ASSESSED),
    ):
        known = (figure(2024, 21.51), figure(2027, 11, qualifier=qualifier))
        assert assessed(corridor(), known).standing is standing


def test_a_baseline_of_up_to_20_settles_no_crossing() -> None:
    known = (figure(2024, 20, qualifier=Qualifier.UP_TO), figure(2027, 11))
    assert outcome(assessed(corridor(), known)) == (NOT_ASSESSED, Reason.ONE_SIDED)


def test_rule_5_needs_no_defined_rate() -> None:
    balance = corridor(12, 13, measure=Measure.COMPOUND)
    assert assessed(balance, {2024: 21, 2025: -1}).standing is Standing.OVERSHOT
