"""Breaks, the standing without estimates, and the marks beside a standing."""

from __future__ import annotations

import pytest

from plantrack.method.assessment import without_estimates
from plantrack.method.verdict import Assessment, Mark, Reason
from plantrack.model import Figure, Form, Measure, Standing, Status
from tests.method.situations import asked, assessed, average_growth, corridor, figure

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
