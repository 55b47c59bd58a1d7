"""Period averages on the chained index (METHOD section 5)."""

from __future__ import annotations

import pytest

from plantrack.method.average import (
    GrowthFigure,
    best_run,
    catch_up_rate,
    covering,
    geometric_average,
    rest_of_year_rate,
)
from plantrack.method.rates import RateUndefined, Undefined
from plantrack.method.verdict import Assessment, Mark, Reason
from plantrack.model import Qualifier, Standing, Status
from tests.method.situations import assessed, average_growth, figure

NSO = {2021: 6.75, 2022: 6.63, 2023: 6.84, 2024: 5.67, 2025: 8.06}
DOCUMENTS = {"2021-2022": 6.95, 2023: 7.0}


def outcome(found: Assessment) -> tuple[Standing, Reason]:
    return found.standing, found.reason


def test_the_national_office_series_stands_behind_at_an_index_of_138_87() -> None:
    found = assessed(average_growth(), NSO)
    assert found.latest is not None
    assert found.latest.value == pytest.approx(138.87, abs=0.005)
    assert found.standing is Standing.BEHIND
    assert found.ratio == pytest.approx(0.848, abs=0.0005)


def test_the_documents_series_of_a_span_and_a_year_needs_8_45_to_9_88() -> None:
    found = assessed(average_growth(), DOCUMENTS)
    assert found.observed == pytest.approx(0.0697, abs=0.00005)
    assert found.required_from_now.low == pytest.approx(0.0845, abs=0.00005)
    assert found.required_from_now.high == pytest.approx(0.0988, abs=0.00005)


def test_one_average_over_five_years_gives_the_index_at_its_last_year_only() -> None:
    found = assessed(average_growth(), {"2021-2025": 7.1})
    assert found.latest is not None
    assert (found.latest.year, found.latest.years) == (2025, 5)
    assert found.required_from_now.low == pytest.approx(0.0891, abs=0.00005)


def test_a_single_years_growth_gives_no_standing_of_its_own() -> None:
    # 9.5 % in the last year is above the target; the average is not.
    found = assessed(average_growth(), {2021: 5, 2022: 5, 2023: 9.5})
    assert found.standing is Standing.BEHIND


def test_an_index_at_its_final_level_is_secured_before_the_last_year() -> None:
    agriculture = average_growth(2.5, 3.5)
    found = assessed(agriculture, {"2021-2025": 6.14})
    assert outcome(found) == (Standing.REACHED, Reason.AT_TARGET_LEVEL)
    for later in range(2026, 2031):  # zero growth keeps it
        stands = {"2021-2025": 6.14, **dict.fromkeys(range(2026, later + 1), 0)}
        assert assessed(agriculture, stands).standing is Standing.REACHED


def test_an_average_above_the_target_so_far_is_on_track_and_not_reached() -> None:
    assert assessed(average_growth(), {2021: 9, 2022: 9}).standing is Standing.ON_TRACK


@pytest.mark.parametrize(
    ("year", "low", "high", "growth", "standing"),
    [
        (2023, 7, 7.5, 6.84, Standing.MISSED),
        (2023, 7, 7.5, 7.0, Standing.REACHED),
        (2025, 7.7, 8, 8.06, Standing.REACHED),
        (2025, 8.75, None, 8.06, Standing.MISSED),
    ],
)
def test_a_one_year_growth_target_is_reached_or_missed_by_that_years_growth(
    year: int, low: float, high: float | None, growth: float, standing: Standing
) -> None:
    found = assessed(average_growth(low, high, by=year), {year - 1: 1.0, year: growth})
    assert found.standing is standing


def test_a_one_year_growth_target_needs_no_figure_of_the_year_before() -> None:
    assert assessed(average_growth(7, by=2023), {2023: 7.0}).standing is Standing.REACHED


def test_a_one_year_target_whose_year_was_left_out_names_it_though_a_later_year_is_known() -> None:
    found = assessed(average_growth(7, by=2023), {2022: 6.63, 2024: 5.67})
    assert outcome(found) == (Standing.NOT_ASSESSED, Reason.TARGET_YEAR_MISSING)
    assert found.missing_year == 2023


def test_a_period_that_has_not_begun_waits_for_its_first_year() -> None:
    found = assessed(average_growth(10, by="2026-2030"), NSO)
    assert outcome(found) == (Standing.NOT_ASSESSED, Reason.YEAR_MISSING)
    assert found.missing_year == 2026


def test_growth_after_the_period_changes_nothing() -> None:
    council = average_growth(7, 7.5, by="2021-2025")
    assert assessed(council, {**NSO, 2026: 30}) == assessed(council, NSO)


def test_a_span_that_reaches_beyond_the_period_does_not_hide_its_last_year() -> None:
    council = average_growth(7, 7.5, by="2021-2025")
    assert assessed(council, {**NSO, "2025-2026": 9}).standing is Standing.MISSED


def test_an_average_is_judged_as_far_as_its_chain_reaches() -> None:
    found = assessed(average_growth(), {2021: 6.75, 2022: 6.63, 2024: 5.67})
    assert found.latest is not None
    assert found.latest.year == 2022


def test_a_missing_first_year_leaves_an_average_not_assessed_naming_it() -> None:
    found = assessed(average_growth(), {2020: 3.9, 2022: 6.63, 2023: 6.84})
    assert outcome(found) == (Standing.NOT_ASSESSED, Reason.YEAR_MISSING)
    assert found.missing_year == 2021


@pytest.mark.parametrize("last", [2025, 2026])
def test_a_period_that_is_over_with_a_year_missing_is_not_assessed(last: int) -> None:
    found = assessed(
        average_growth(7, 7.5, by="2021-2025"), {2021: 6.75, 2022: 6.63, 2024: 5.67, last: 8}
    )
    assert outcome(found) == (Standing.NOT_ASSESSED, Reason.YEAR_MISSING)
    assert found.missing_year == 2023
    assert Mark.PERIOD_OVER in found.marks


@pytest.mark.parametrize("growth", [-100, -120])
def test_growth_that_leaves_nothing_cannot_be_chained(growth: int) -> None:
    found = assessed(average_growth(), {2021: 7, 2022: growth})
    assert outcome(found) == (Standing.NOT_ASSESSED, Reason.RATE_UNDEFINED)
    assert found.undefined is Undefined.NOT_ABOVE_ZERO


def test_a_break_inside_the_period_leaves_an_average_not_assessed() -> None:
    found = assessed(average_growth(breaks=[2024]), NSO)
    assert outcome(found) == (Standing.NOT_ASSESSED, Reason.BREAK_IN_PERIOD)


@pytest.mark.parametrize("first_year_after", [2015, 2021, 2026])
def test_a_break_before_the_first_growth_figure_or_after_the_last_changes_nothing(
    first_year_after: int,
) -> None:
    broken = average_growth(breaks=[first_year_after])
    assert assessed(broken, NSO) == assessed(average_growth(), NSO)


def test_half_years_and_quarters_are_never_chained() -> None:
    known = [figure("2021H1", 20), figure(2021, 6.75)]
    assert assessed(average_growth(), known) == assessed(average_growth(), known[1:])


@pytest.mark.parametrize(
    ("qualifier", "growth", "standing"),
    [
        (Qualifier.OVER, 7, Standing.REACHED),
        (Qualifier.OVER, 6.9, Standing.NOT_ASSESSED),
        (Qualifier.UP_TO, 6.9, Standing.MISSED),
        (Qualifier.UP_TO, 7, Standing.NOT_ASSESSED),
    ],
)
def test_over_7_percent_settles_a_target_of_at_least_7(
    qualifier: Qualifier, growth: float, standing: Standing
) -> None:
    known = [figure(2023, growth, qualifier=qualifier)]
    assert assessed(average_growth(7, 7.5, by=2023), known).standing is standing


def test_over_in_one_year_and_up_to_in_another_settle_nothing() -> None:
    known = [figure(2021, 20, qualifier=Qualifier.OVER), figure(2022, 1, qualifier=Qualifier.UP_TO)]
    found = assessed(average_growth(), known)
    assert outcome(found) == (Standing.NOT_ASSESSED, Reason.ONE_SIDED)


def test_about_anywhere_in_the_chain_is_marked() -> None:
    known = [figure(2021, 7, qualifier=Qualifier.ABOUT), figure(2022, 6.63)]
    assert Mark.ABOUT in assessed(average_growth(), known).marks


def test_an_index_is_as_settled_as_its_weakest_figure() -> None:
    known = [figure(2021, 7, Status.PRELIMINARY), figure(2022, 6.63, Status.NOT_STATED)]
    latest = assessed(average_growth(), known).latest
    assert latest is not None
    assert latest.status is Status.PRELIMINARY


def chain(*spans: tuple[int, int]) -> list[tuple[int, int]]:
    figures = [GrowthFigure(first, last, 0.07) for first, last in spans]
    return [(f.first, f.last) for f in covering(figures, 2021)]


def test_the_chain_without_a_gap_that_reaches_furthest_is_used() -> None:
    assert chain((2021, 2021), (2022, 2022), (2021, 2025)) == [(2021, 2025)]
    assert chain((2021, 2021), (2022, 2022), (2024, 2025)) == [(2021, 2021), (2022, 2022)]


def test_among_chains_that_reach_as_far_the_one_with_most_yearly_figures_is_used() -> None:
    years = [(year, year) for year in range(2021, 2024)]
    assert chain((2021, 2023), (2021, 2022), *years) == years
    later_years = [(2023, 2023), (2024, 2024)]
    mostly_yearly = [(2021, 2022), *later_years]
    assert chain((2021, 2021), (2022, 2024), *mostly_yearly) == mostly_yearly


def test_the_chain_never_depends_on_the_order_of_the_figures() -> None:
    spans = [(2021, 2022), (2023, 2023), (2021, 2021), (2022, 2023)]
    assert chain(*spans) == chain(*reversed(spans)) == [(2021, 2021), (2022, 2023)]


def test_many_overlapping_spans_are_no_burden() -> None:
    spans = [(a, b) for a in range(2021, 2071) for b in range(a, 2071)]
    assert len(chain(*spans)) == 50


def test_the_average_of_percentages_is_geometric() -> None:
    assert geometric_average([1.0, -0.5]) == 0


def test_a_complete_period_leaves_nothing_to_catch_up() -> None:
    with pytest.raises(RateUndefined) as undefined:
        catch_up_rate(0.08, 2, [0.07, 0.07])
    assert undefined.value.reason is Undefined.PERIOD_OVER


def test_the_rest_of_the_year_needs_the_more_the_more_of_it_is_reported() -> None:
    assert rest_of_year_rate(0.065, 0.0372, 0.465) == pytest.approx(0.0892, abs=0.00005)
    assert rest_of_year_rate(0.065, 0.0566, 0.24) == pytest.approx(0.0677, abs=0.00005)
    with pytest.raises(RateUndefined):
        rest_of_year_rate(0.065, 0.0566, 1)


def test_the_best_run_needs_consecutive_years() -> None:
    growth = {2018: 0.0775, 2019: 0.0657, 2021: 0.09}
    assert best_run(growth, 1) == GrowthFigure(2021, 2021, 0.09)
    best = best_run(growth, 2)
    assert best is not None
    assert (best.first, best.last) == (2018, 2019)
    assert best.growth == pytest.approx(0.0716, abs=0.00005)
    assert best_run(growth, 3) is None
    assert best_run({2020: -1.0, 2021: 0.09}, 2) is None
