"""From stored figures to the levels a target is judged on."""

from __future__ import annotations

import pytest

from plantrack.method.average import GrowthFigure
from plantrack.method.levels import levels
from plantrack.method.observation import Observation, half_unit, no_change, weakest
from plantrack.model import Figure, Form, Measure, Qualifier, Status, Use
from tests.method.situations import asked, average_growth, figure, figures

LEVEL = asked(Form.AT_LEAST, low=150)
INVESTMENT = asked(Form.CUMULATIVE, low=166, since=2020, by="2021-2025")


def years_of(known: list[Figure] | tuple[Figure, ...]) -> list[int]:
    return [observation.year for observation in levels(LEVEL, known)[1]]


def test_levels_are_in_order_whatever_the_order_of_the_figures() -> None:
    assert years_of(figures({2025: 3, 2023: 1, 2024: 2})) == [2023, 2024, 2025]


def test_only_whole_calendar_years_are_levels() -> None:
    assert years_of(figures({"2021-2022": 49.26, "2023H1": 30, 2023: 59.8})) == [2023]


def test_projections_context_and_rejected_figures_are_no_levels() -> None:
    known = (
        figure(2023, 1, Status.PROJECTION),
        figure(2024, 1, use=Use.CONTEXT),
        figure(2025, 1, use=Use.REJECT),
        figure(2026, 1),
    )
    assert years_of(known) == [2026]


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.PROJECTION])
def test_every_other_status_may_carry_a_standing(status: Status) -> None:
    assert years_of([figure(2023, 1, status)]) == [2023]


def test_decimals_are_the_origins_or_else_the_indicators() -> None:
    observed = levels(LEVEL, [figure(2023, 71, decimals=0), figure(2024, 70.95)])[1]
    assert [o.half_unit for o in observed] == [0.5, 0.005]


@pytest.mark.parametrize(("decimals", "half"), [(0, 0.5), (2, 0.005), (-3, 500)])
def test_half_a_unit_of_the_last_decimal(decimals: int, half: float) -> None:
    assert half_unit(decimals) == half


@pytest.mark.parametrize(
    ("before", "after", "unchanged"),
    [(21.51, 21.52, True), (21.51, 21.5201, False), (21.51, 21.50, True), (1e9, 1e9 + 0.01, True)],
)
def test_a_difference_up_to_both_half_units_is_within_the_rounding(
    before: float, after: float, unchanged: bool
) -> None:
    first = Observation(2024, before, 0.005, Status.OFFICIAL)
    second = Observation(2025, after, 0.005, Status.OFFICIAL)
    assert no_change(first, second) is no_change(second, first) is unchanged


def test_a_computed_value_is_as_settled_as_its_weakest_input() -> None:
    from_weakest = [
        Status.PROJECTION,
        Status.ESTIMATE,
        Status.PRELIMINARY,
        Status.NOT_STATED,
        Status.OFFICIAL,
    ]
    for place, status in enumerate(from_weakest):
        assert weakest(from_weakest[place:]) is status


def test_an_average_becomes_the_index_from_100_in_the_year_before_the_period() -> None:
    goal, observed = levels(average_growth(), figures({2021: 6.75, 2022: 6.63}))
    assert [(o.year, round(o.value, 2)) for o in observed] == [
        (2020, 100.0),
        (2021, 106.75),
        (2022, 113.83),
    ]
    assert (goal.baseline_year, goal.low, goal.high) == (
        2020,
        pytest.approx(215.89, abs=0.005),
        pytest.approx(236.74, abs=0.005),
    )


def test_the_rounding_of_growth_figures_adds_up_along_the_chain() -> None:
    observed = levels(average_growth(), figures({2021: 0, 2022: 0, "2023-2025": 0}))[1]
    assert [o.half_unit for o in observed] == pytest.approx([0, 0.005, 0.01, 0.025])


def test_growth_of_a_single_year_within_its_own_rounding_is_no_change_of_the_index() -> None:
    observed = levels(average_growth(), figures({2021: 0.004}))[1]
    assert no_change(*observed)


def test_a_sum_so_far_starts_at_zero_and_adds_years_and_spans() -> None:
    goal, observed = levels(INVESTMENT, figures({2021: 28, "2022-2023": 66}))
    assert [(o.year, o.value, o.years) for o in observed] == [
        (2020, 0, 1),
        (2021, 28, 1),
        (2023, 94, 2),
    ]
    assert (goal.measure, goal.baseline_year) == (Measure.POINTS, 2020)


def test_a_sum_stops_before_its_first_missing_year_and_at_the_end_of_its_period() -> None:
    assert [o.year for o in levels(INVESTMENT, figures({2021: 28, 2023: 35}))[1]] == [2020, 2021]
    whole = figures(dict.fromkeys(range(2020, 2028), 30))
    assert [o.year for o in levels(INVESTMENT, whole)[1]] == list(range(2020, 2026))


def test_a_sum_with_an_over_in_it_is_over() -> None:
    known = [figure(2021, 28, qualifier=Qualifier.OVER), figure(2022, 31)]
    assert [o.one_sided for o in levels(INVESTMENT, known)[1]] == [False, True, True]


def test_without_a_figure_of_its_first_year_there_is_no_index_and_no_sum() -> None:
    for question in (average_growth(), INVESTMENT):
        assert levels(question, figures({2020: 7, 2022: 7}))[1] == ()


def test_a_growth_figure_counts_the_years_it_covers() -> None:
    assert GrowthFigure(2021, 2025, 0.071).years == 5
