"""Averages in every series, realism, opposite targets and the rest of a year, in words."""

from __future__ import annotations

import pytest

from plantrack import words
from plantrack.method.goal import Bound
from plantrack.method.rates import RateUndefined
from plantrack.scorecard import scorecard
from plantrack.scorecard.growth import GrowthReport, growth_reports
from plantrack.scorecard.part_years import (
    open_targets,
    part_year_figures,
    rest_of_year,
    yearly_targets,
)
from plantrack.scorecard.telling import latest_value
from plantrack.scorecard.telling.growth import (
    band_note,
    needed_heading,
    needed_to,
    pair_sentence,
    realism,
    result_elsewhere,
)
from plantrack.scorecard.telling.part_year import rest_arithmetic, rest_sentence
from tests.scorecard.test_structure_telling import card, no_breaking, seeds

ENGLISH, VIETNAMESE = words.of("en"), words.of("vi")


def report(target_set: str = "decision_236") -> GrowthReport:
    return growth_reports(seeds().plan, card(target_set))[0]


def test_the_band_is_said_to_grade_no_single_year() -> None:
    told = no_breaking(band_note(report().row, ENGLISH))
    assert told.startswith(
        "The target of 8–9 % a year is an average over 2021–2030. No single year"
    )
    assert band_note(report("yearly_2025").row, ENGLISH) == ""


def test_every_series_has_its_own_average_and_its_own_need() -> None:
    told = {
        row.series.compiler: (
            latest_value(row, VIETNAMESE),
            needed_to(row, Bound.LOW, VIETNAMESE),
            needed_to(row, Bound.HIGH, VIETNAMESE),
        )
        for row in report().readings
        if row.series is not None and row.assessment.latest is not None
    }
    assert told == {
        "nso": ("6,79%/năm", "9,23%/năm", "11,26%/năm"),
        "documents": ("6,97%/năm", "8,45%/năm", "9,88%/năm"),
        "province": ("7,10%/năm", "8,91%/năm", "10,93%/năm"),
    }


def test_a_heading_names_the_bound_as_the_set_states_it() -> None:
    assert needed_heading(report().row, Bound.LOW, VIETNAMESE) == "Còn cần mỗi năm để đạt 8%"
    assert needed_heading(report("resolution_25").row, Bound.HIGH, VIETNAMESE) == ""


def test_what_is_needed_is_held_against_the_best_year_and_the_best_run() -> None:
    year, firm, run = map(no_breaking, realism(report(), ENGLISH))
    assert year == (
        "Needed 2026–2030: 9.23 % a year. No year since 2018 has grown as fast; the best was "
        "8.06 % in 2025, estimate."
    )
    assert firm == "Without estimates the best was 7.75 % in 2018."
    assert run == (
        "5 years in a row, as many as remain, have averaged 6.79 % a year at most (2021–2025, "
        "estimate)."
    )


def test_a_target_before_its_first_year_is_held_against_the_past_as_it_stands() -> None:
    year, *_ = map(no_breaking, realism(report("congress_2025"), ENGLISH))
    assert year.startswith("Needed 2026–2030: 10.00 % a year. No year since 2018")


def test_a_target_of_one_year_needs_plain_percent() -> None:
    year, *_ = map(no_breaking, realism(report("yearly_2026"), ENGLISH))
    assert year.startswith("Needed 2026: 10.00 %. No year since 2018")


def test_a_series_with_a_gap_in_the_period_is_held_against_nothing() -> None:
    gap = growth_reports(seeds().plan, card("decision_236", "province_first"))[0]
    assert gap.best_years
    assert realism(gap, ENGLISH) == ()


def test_a_past_as_fast_as_needed_is_said_so() -> None:
    second = seeds(second=True)
    found = scorecard(second.plan, second.figures, second.plan.default_target_set)
    year, run = map(no_breaking, realism(growth_reports(second.plan, found)[0], ENGLISH))
    assert "The best year since 2018 grew as fast or faster: 4.60 % in 2021." in year
    assert run.startswith(
        "5 years in a row, as many as remain, have averaged 1.64 % a year at most"
    )


def test_nothing_is_needed_of_a_target_that_is_over() -> None:
    assert realism(report("kh_140"), ENGLISH) == ()


def test_growth_above_its_target_and_a_share_that_must_fall_are_one_fact() -> None:
    growth = card().of_indicator("grdp_growth_agriculture")
    share = card().of_indicator("share_agriculture")
    assert growth is not None
    assert share is not None
    told = no_breaking(pair_sentence(growth, share, ENGLISH))
    assert "6.14 % a year (over 2021–2025, constant 2010 prices, estimate)" in told
    assert "against a target of 2.5–3.5 % a year: reached" in told
    assert "now 20.51 % (2025, estimate), must fall to 12–13 % by 2030" in told
    assert "Hai điều này không mâu thuẫn" in pair_sentence(growth, share, VIETNAMESE)


def test_another_series_that_settles_a_yearly_target_otherwise_is_named() -> None:
    told = [result_elsewhere(row, ENGLISH) for row in report("yearly_2023").readings]
    assert no_breaking(told[1]) == "Plan documents: 7.00 % (2023, constant 2010 prices), reached"
    assert told[-1] == ""  # a series with nothing to settle it says nothing


def test_only_yearly_targets_of_the_province_without_their_figure_are_open() -> None:
    found = yearly_targets(card(), "grdp_growth")
    assert [row.target.year for row in found] == [2023, 2024, 2025, 2025, 2026]
    assert [row.target.id for row in open_targets(found)] == ["yearly_2026_grdp_growth"]


def test_parts_of_a_year_are_listed_apart_newest_first() -> None:
    found = part_year_figures(seeds().plan, card().values, "grdp_growth")
    assert [str(figure.value) for figure in found] == ["8.37", "8.27", "4.72", "5.32", "6.72"]
    drawn = {figure.period for figure in report().row.figures}
    assert not drawn & {figure.period for figure in found}


def test_the_rest_of_the_year_is_told_with_its_assumption_and_its_arithmetic() -> None:
    row = report("yearly_2026").row
    rest = rest_of_year(row.target, 0.0837, 0.45)
    told = no_breaking(rest_sentence(row, rest, 0.0837, 0.45, ENGLISH))
    assert told == (
        "For 2026 to grow 10–11 %, the rest of the year must grow 11.33 % to 13.15 %, if the part "
        "reported so far grew 8.37 % and weighs 45.0 % of the year (an assumption)."
    )
    assert [no_breaking(one) for one in rest_arithmetic(row, rest, 0.0837, 0.45, ENGLISH)] == [
        "(10 − 0.450 × 8.37) ÷ (1 − 0.450) = 11.33 %",
        "(11 − 0.450 × 8.37) ÷ (1 − 0.450) = 13.15 %",
    ]


def test_a_weight_of_the_whole_year_leaves_no_rest() -> None:
    with pytest.raises(RateUndefined):
        rest_of_year(report("yearly_2026").row.target, 0.08, 1.0)
