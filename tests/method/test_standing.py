"""The seven rules in their order, breaks, qualifiers, marks, and the standing without estimates."""

from __future__ import annotations

import dataclasses

import pytest

from plantrack.method.assessment import without_estimates
from plantrack.method.goal import Bound
from plantrack.method.levels import Question
from plantrack.method.rates import Undefined
from plantrack.method.verdict import Assessment, Mark, Reason
from plantrack.model import Figure, Form, Measure, Qualifier, Standing, Status, Use
from tests.method.situations import asked, assessed, average_growth, corridor, figure, figures

ESTIMATE, PRELIMINARY = Status.ESTIMATE, Status.PRELIMINARY
PER_CAPITA = asked(Form.AT_LEAST, low=150, measure=Measure.COMPOUND)
NATIONAL_OFFICE = (
    figure(2023, 57.83, Status.NOT_STATED),
    figure(2024, 62.36, PRELIMINARY),
    figure(2025, 70.95, ESTIMATE),
)


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


# Rule 6: undefined rates.


@pytest.mark.parametrize(("baseline", "latest"), [(0, 5), (-3, 5), (5, 0), (5, -3)])
def test_a_compound_rate_needs_levels_above_zero(baseline: float, latest: float) -> None:
    found = assessed(PER_CAPITA, {2023: baseline, 2024: latest})
    assert outcome(found) == (NOT_ASSESSED, Reason.RATE_UNDEFINED)
    assert found.undefined is Undefined.NOT_ABOVE_ZERO


def test_rule_6_wins_over_no_change() -> None:
    none_left = asked(Form.AT_MOST, high=0, measure=Measure.COMPOUND)
    assert assessed(none_left, {2023: 10, 2024: 10}).reason is Reason.RATE_UNDEFINED


@pytest.mark.parametrize("qualifier", [Qualifier.OVER, Qualifier.UP_TO])
@pytest.mark.parametrize("which", [2023, 2024])
def test_over_and_up_to_never_enter_a_rate(qualifier: Qualifier, which: int) -> None:
    known = tuple(
        figure(year, value, qualifier=qualifier if year == which else Qualifier.EXACT)
        for year, value in ((2023, 22000), (2024, 23000))
    )
    found = assessed(asked(Form.AT_LEAST, low=50000, measure=Measure.COMPOUND), known)
    assert outcome(found) == (NOT_ASSESSED, Reason.ONE_SIDED)
    assert (found.missing_year, found.observed) == (which, None)


def test_about_may_enter_a_rate_and_is_marked() -> None:
    known = (figure(2023, 57.83), figure(2025, 71, qualifier=Qualifier.ABOUT))
    found = assessed(PER_CAPITA, known)
    assert found.standing is Standing.BEHIND
    assert Mark.ABOUT in found.marks


# Rule 7: the pace.


@pytest.mark.parametrize(
    ("latest", "standing"),
    [
        (19.99, Standing.FAR_BEHIND),  # within the rounding: no change
        (19.98, Standing.MOVING_AWAY),
        (20.01, Standing.FAR_BEHIND),
        (25.99, Standing.FAR_BEHIND),
        (26, Standing.BEHIND),  # exactly 0.60
        (29.49, Standing.BEHIND),
        (29.5, Standing.ON_TRACK),  # exactly 0.95
        (30, Standing.ON_TRACK),
        (60, Standing.ON_TRACK),
    ],
)
def test_the_ratio_is_graded_unrounded_at_its_cut_offs(latest: float, standing: Standing) -> None:
    # 20 (2023) -> 90 (2030): ten points a year.
    assert assessed(asked(Form.AT_LEAST, low=90), {2023: 20, 2024: latest}).standing is standing


@pytest.mark.parametrize("base", ["0.1", "12345.6", "1000000"])
@pytest.mark.parametrize(("ratio", "standing"), [("0.95", "on_track"), ("0.60", "behind")])
def test_the_noise_of_floats_never_moves_a_ratio_below_its_cut_off(
    base: str, ratio: str, standing: str
) -> None:
    start, step = float(base), 0.7
    question = asked(Form.AT_LEAST, low=round(start + 7 * step, 4), decimals=8)
    latest = round(start + float(ratio) * step, 4)
    assert assessed(question, {2023: base, 2024: latest}).standing.value == standing


def test_a_share_that_hardly_falls_is_far_behind() -> None:
    found = assessed(corridor(), {2024: 21.51, 2025: 21.00})
    assert found.standing is Standing.FAR_BEHIND
    assert found.ratio == pytest.approx(0.36, abs=0.005)


@pytest.mark.parametrize("latest", [21.51, 21.52, 21.50])
def test_a_change_within_the_rounding_is_no_change_and_far_behind(latest: float) -> None:
    found = assessed(corridor(), {2024: 21.51, 2025: latest})
    assert outcome(found) == (Standing.FAR_BEHIND, Reason.NO_CHANGE)
    assert (found.ratio, found.acceleration) == (0, None)
    assert found.projection is not None
    assert found.projection.first_year is None


def test_the_rounding_is_that_of_the_two_figures_as_printed() -> None:
    coarse = figure(2024, 21.5, decimals=1)  # half units: 0.05 and 0.005
    for value, reason in ((21.45, Reason.NO_CHANGE), (21.44, Reason.PACE)):
        assert assessed(corridor(), (coarse, figure(2025, value, decimals=2))).reason is reason


def test_the_wrong_way_is_moving_away() -> None:
    found = assessed(corridor(), {2024: 21.51, 2025: 22.0})
    assert outcome(found) == (Standing.MOVING_AWAY, Reason.PACE)


@pytest.mark.parametrize("scale", [1e-6, 1, 1e12])
@pytest.mark.parametrize("measure", [Measure.POINTS, Measure.COMPOUND])
def test_tiny_and_huge_values_are_graded_alike(scale: float, measure: Measure) -> None:
    question = asked(Form.AT_LEAST, low=150 * scale, measure=measure, decimals=10)
    found = assessed(question, {2023: 57.83 * scale, 2025: 70.95 * scale})
    expected = {Measure.POINTS: Standing.FAR_BEHIND, Measure.COMPOUND: Standing.BEHIND}
    assert found.standing is expected[measure]


def test_points_may_be_zero_or_negative() -> None:
    balance = asked(Form.AT_LEAST, low=7)
    assert assessed(balance, {2023: -7, 2024: -5}).ratio == pytest.approx(1)
    assert assessed(balance, {2023: 0, 2024: 1}).ratio == pytest.approx(1)


def test_the_overview_lists_the_worst_standing_first() -> None:
    assert [standing.value for standing in Standing] == [
        "missed",
        "moving_away",
        "far_behind",
        "behind",
        "overshot",
        "not_met_yet",
        "not_assessed",
        "on_track",
        "reached",
    ]


# Breaks.


def test_after_a_break_the_first_figure_is_the_baseline_and_the_standing_awaits_a_second() -> None:
    broken = corridor(since=2023, breaks=[2025])
    found = assessed(broken, {2023: 21.9, 2024: 21.51, 2025: 20.51})
    assert outcome(found) == (NOT_ASSESSED, Reason.AWAITS_SECOND_FIGURE)
    assert found.missing_year == 2026
    assert Mark.SET_BEFORE_REVISION in found.marks
    assert found.observed is None


def test_the_second_figure_after_a_break_starts_the_standing_from_the_first() -> None:
    broken = corridor(since=2023, breaks=[2025])
    found = assessed(broken, {2023: 21.9, 2024: 21.51, 2025: 20.5, 2026: 19})
    assert found.baseline is not None
    assert found.baseline.year == 2025
    assert found.required.high == pytest.approx(-1.5)
    assert found.standing is Standing.ON_TRACK
    assert Mark.SET_BEFORE_REVISION in found.marks


@pytest.mark.parametrize("first_year_after", [2015, 2023, 2026])
def test_a_break_before_the_baseline_or_after_the_latest_figure_changes_nothing(
    first_year_after: int,
) -> None:
    known = {2014: 12, 2022: 25, 2023: 21.9, 2025: 20.51}
    broken = corridor(since=2023, breaks=[first_year_after])
    assert assessed(broken, known) == assessed(corridor(since=2023), known)


def test_only_the_newest_of_several_segments_counts() -> None:
    broken = corridor(since=2020, breaks=[2022, 2024])
    found = assessed(broken, {2020: 30, 2022: 28, 2023: 27, 2024: 21, 2025: 20})
    assert found.baseline is not None
    assert found.baseline.year == 2024


def test_nothing_is_computed_between_the_figures_on_either_side_of_a_break() -> None:
    found = assessed(corridor(since=2024, breaks=[2025]), {2024: 21.51, 2025: 20.51})
    assert (found.observed, found.ratio, found.way, found.due) == (None, None, None, None)


# Without estimates.


def test_per_capita_is_behind_and_without_estimates_far_behind() -> None:
    whole, firm = (
        assessed(PER_CAPITA, NATIONAL_OFFICE),
        without_estimates(PER_CAPITA, NATIONAL_OFFICE),
    )
    assert whole.standing is Standing.BEHIND
    assert firm is not None
    assert firm.standing is Standing.FAR_BEHIND
    assert firm.ratio == pytest.approx(0.537, abs=0.0005)


def test_there_is_nothing_to_leave_out_where_the_latest_figure_is_no_estimate() -> None:
    assert without_estimates(PER_CAPITA, NATIONAL_OFFICE[:2]) is None
    middle = (figure(2023, 57.83), figure(2024, 62, ESTIMATE), figure(2025, 70.95))
    assert without_estimates(PER_CAPITA, middle) is None


def test_an_estimated_baseline_stays() -> None:
    known = (figure(2023, 57.83, ESTIMATE), figure(2024, 62.36), figure(2025, 70.95, ESTIMATE))
    firm = without_estimates(PER_CAPITA, known)
    assert firm is not None
    assert firm.baseline is not None
    assert (firm.baseline.year, firm.standing) == (2023, Standing.FAR_BEHIND)


@pytest.mark.parametrize("stray", [(), (figure("2024H1", 60),), (figure("2024-2025", 66),)])
def test_a_standing_with_no_other_figure_rests_on_estimates_only(
    stray: tuple[Figure, ...],
) -> None:
    known = (figure(2023, 57.83), *stray, figure(2025, 70.95, ESTIMATE))
    firm = without_estimates(PER_CAPITA, known)
    assert firm is not None
    assert outcome(firm) == (NOT_ASSESSED, Reason.ESTIMATES_ONLY)


def test_a_sector_average_of_one_estimated_span_rests_on_estimates_only() -> None:
    known = [figure("2021-2025", 6.14, ESTIMATE)]
    firm = without_estimates(average_growth(2.5, 3.5), known)
    assert firm is not None
    assert firm.reason is Reason.ESTIMATES_ONLY


def test_an_average_rests_on_its_weakest_figure() -> None:
    known = (figure(2021, 6.75, ESTIMATE), figure(2022, 6.63))
    assert without_estimates(average_growth(), known) is not None


def test_a_revised_estimate_that_became_the_baseline_leaves_estimates_only() -> None:
    broken = corridor(since=2023, breaks=[2025])
    known = (figure(2023, 21.9), figure(2025, 20.51, ESTIMATE), figure(2026, 19, ESTIMATE))
    firm = without_estimates(broken, known)
    assert firm is not None
    assert firm.reason is Reason.ESTIMATES_ONLY


# Marks.


@pytest.mark.parametrize(
    ("years", "short"), [((2025,), True), ((2024, 2025), True), ((2024, 2025, 2026), False)]
)
def test_fewer_than_three_yearly_changes_are_a_short_run(
    years: tuple[int, ...], short: bool
) -> None:
    values = {2023: 57.83, **{year: 60 + year - 2023 for year in years}}
    assert (Mark.SHORT_RUN in assessed(PER_CAPITA, values).marks) is short


def test_one_figure_over_five_years_is_no_short_run() -> None:
    assert Mark.SHORT_RUN not in assessed(average_growth(), {"2021-2025": 7.1}).marks
    assert Mark.SHORT_RUN in assessed(average_growth(), {"2021-2022": 6.95}).marks
