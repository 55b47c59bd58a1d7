"""What may be recorded from a file, and under which conditions."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from plantrack.intake.findings import Verdict
from plantrack.intake.rules import AcceptedRow
from plantrack.model import Period, Qualifier, Status, Text, Use
from tests.intake.reading import PLAN, read, rows, sheet
from tests.intake.small_plan import CURRENT, PROVINCE, figure

PER_CAPITA = "GRDP per capita,,2026,70.50,million VND,preliminary,first count"


def shares(year: int, farming: str, industry: str, services: str) -> tuple[str, ...]:
    return (
        f"farming,,{year},{farming},%,estimate,",
        f"industry,,{year},{industry},%,estimate,",
        f"services,,{year},{services},%,estimate,",
    )


def recorded(accepted: tuple[AcceptedRow, ...]) -> list[tuple[str, int, str]]:
    return [
        (row.figure.series, row.figure.period.last_year, str(row.figure.value)) for row in accepted
    ]


def codes(text: str) -> list[str]:
    return [finding.code for finding in read(text).findings]


def test_accepted_row_is_a_figure_with_its_origin_and_cell() -> None:
    (row,) = read(rows(PER_CAPITA)).rows
    figure = row.figure
    assert figure.key == ("per_capita_office", PROVINCE, Period.of_year(2026))
    assert (figure.value, figure.decimals) == (Decimal("70.50"), None)
    assert (figure.status, figure.qualifier, figure.use) == (
        Status.PRELIMINARY,
        Qualifier.EXACT,
        Use.FIGURE,
    )
    assert (figure.origin, figure.locator) == ("yearbook_2026", "D2")
    assert figure.note == Text("first count", "first count")
    assert not row.needs_tick


def test_status_not_given_is_not_stated() -> None:
    (row,) = read(rows("GRDP per capita,,2026,70.50,million VND,,")).rows
    assert row.figure.status is Status.NOT_STATED


def test_decimals_are_those_the_file_prints() -> None:
    (row,) = read(rows("GRDP per capita,,2026,70.5,million VND,,")).rows
    assert row.figure.decimals == 1


def test_number_cell_has_lost_its_zeros_and_counts_as_printed_like_its_indicator() -> None:
    header = ("Indicator", "Year", "Value", "Unit")
    data = sheet(header, ("GRDP per capita", 2026, 70.5, "million VND"))
    assert [row.figure.decimals for row in read(data, "a.xlsx").rows] == [None]
    data = sheet(header, ("GRDP per capita", 2026, 70.505, "million VND"))
    assert [row.figure.decimals for row in read(data, "a.xlsx").rows] == [3]


def test_figures_of_other_places_are_not_this_plans_past() -> None:
    elsewhere = replace(figure("per_capita_office", 2026, "99.00"), geography="valley_province")
    reading = read(rows(PER_CAPITA), current=(*CURRENT, elsewhere))
    assert reading.findings == ()


def test_row_without_a_series_goes_to_the_one_chosen_on_the_page() -> None:
    text = rows("GRDP per capita,,2026,70.50,million VND,,")
    assert recorded(read(text).rows)[0][0] == "per_capita_office"
    assert recorded(read(text, series_choice="reports").rows)[0][0] == "per_capita_reports"


def test_row_with_a_series_goes_there_whatever_is_chosen() -> None:
    for label in ("reports", "Báo cáo tỉnh", "per_capita_reports"):
        text = rows(f"GRDP per capita,{label},2026,70.50,million VND,,")
        assert recorded(read(text).rows)[0][0] == "per_capita_reports"


def test_blocked_row_stays_out_and_the_rest_can_be_recorded() -> None:
    reading = read(rows("literasy,,2026,97.6,%,,", PER_CAPITA))
    assert recorded(reading.rows) == [("per_capita_office", 2026, "70.50")]
    assert reading.verdict is Verdict.ACCEPTED_WITH_WARNINGS


def test_warned_row_needs_a_tick_and_its_neighbours_do_not() -> None:
    reading = read(rows("GRDP per capita,,2026,80.00,million VND,,", "literacy,,2026,97.6,%,,"))
    assert [(row.needs_tick, row.finding_codes) for row in reading.rows] == [
        (True, ("jump",)),
        (False, ()),
    ]


def test_file_whose_every_number_waits_for_an_answer_is_refused() -> None:
    assert read(rows('GRDP per capita,,2026,"70,50",million VND,,')).verdict is Verdict.REFUSED


def test_year_before_the_plan_is_a_restatement_where_the_series_has_a_figure() -> None:
    assert codes(rows("GRDP per capita,,2020,46.50,million VND,,")) == ["restated"]
    assert codes(rows("GRDP per capita,,2018,46.50,million VND,,")) == ["year_outside_plan"]


def test_settled_status_is_recorded_although_the_value_stays() -> None:
    (row,) = read(rows("GRDP per capita,,2025,66.00,million VND,official,")).rows
    assert (row.figure.status, row.needs_tick) == (Status.OFFICIAL, False)


def test_finer_of_two_agreeing_rows_is_kept() -> None:
    reading = read(
        rows("per_capita,,2026,70.5,million VND,,", "per_capita,,2026,70.52,million VND,,")
    )
    assert recorded(reading.rows) == [("per_capita_office", 2026, "70.52")]


def test_indicator_with_a_series_is_entered_although_a_formula_checks_it() -> None:
    assert PLAN.formula("literacy") is not None
    assert codes(rows("literacy,,2026,97.6,%,,")) == []


@pytest.mark.parametrize(
    ("value", "unit"), [("20.0", "%"), ("20.0%", "% of GRDP"), ("20,0 %", "%")]
)
def test_percent_sign_fits_every_percentage(value: str, unit: str) -> None:
    mark = ";" if "," in value else ","
    lines = [
        ["Chỉ tiêu", "Năm", "Giá trị" if mark == ";" else "Value", "Đơn vị"],
        ["farming", "2026", value, unit],
        ["industry", "2026", "32", unit],
        ["services", "2026", "48", unit],
    ]
    reading = read("\n".join(mark.join(line) for line in lines))
    assert [str(row.figure.value) for row in reading.rows] == ["20.0", "32", "48"]
    assert reading.findings == ()


# Jumps and slipped units


def test_change_the_series_has_made_before_is_no_jump() -> None:
    assert codes(rows("GRDP per capita,,2026,71.40,million VND,,")) == []  # 8.18 %, 2021: 8.23 %
    assert codes(rows("GRDP per capita,,2026,71.60,million VND,,")) == ["jump"]


def test_one_earlier_change_says_nothing_about_jumps() -> None:
    assert codes(rows("population,,2026,900,thousand persons,,")) == []


def test_a_slip_of_thousands_in_several_years_is_caught_in_each() -> None:
    both = rows(
        "GRDP per capita,,2026,71000,million VND,,", "GRDP per capita,,2027,75000,million VND,,"
    )
    assert codes(both) == ["unit_slip_larger", "unit_slip_larger"]


def test_a_change_shown_like_the_largest_before_is_no_jump() -> None:
    """8.24 % and the 8.23 % of 2021 would both be told as 8.2 % a year."""
    assert codes(rows("GRDP per capita,,2026,71.44,million VND,,")) == []
    assert codes(rows("GRDP per capita,,2026,71.55,million VND,,")) == ["jump"]


def test_a_jump_is_measured_from_what_is_recorded_too() -> None:
    """Two figures off alike agree with each other, and with nothing before them."""
    both = rows("per_capita,,2026,7.10,million VND,,", "per_capita,,2027,7.20,million VND,,")
    assert codes(both).count("jump") == 2


def test_jump_is_measured_a_year_across_a_gap() -> None:
    assert codes(rows("GRDP per capita,,2027,76.00,million VND,,")) == []  # 15 % in two years


def test_jump_is_measured_from_the_year_before_in_the_same_file() -> None:
    text = rows("per_capita,,2026,71.00,million VND,,", "per_capita,,2027,76.00,million VND,,")
    assert codes(text) == []


def test_restated_year_may_not_jump_towards_the_next_one_either() -> None:
    text = rows("GRDP per capita,,2024,60.00,million VND,,")
    assert codes(text) == ["jump", "restated"]


def test_nothing_is_compared_across_a_break() -> None:
    reading = read(rows(*shares(2025, "25.00", "35.00", "40.00")))
    assert {finding.code for finding in reading.findings} == {"restated"}


def test_move_across_a_break_is_not_one_the_series_has_made() -> None:
    earlier = (figure("farming_office", 2022, "25.20"), figure("farming_office", 2023, "25.10"))
    text = rows(*shares(2026, "19.51", "33.06", "47.43"))
    reading = read(text, current=(*CURRENT, *earlier))  # at most 0.1 before; 4.49 at the break
    assert [(finding.code, finding.place.row) for finding in reading.findings] == [("jump", 2)]


def test_value_a_million_times_too_small_is_asked_about() -> None:
    assert codes(rows("GRDP per capita,,2026,0.0000705,million VND,,")) == ["unit_slip_smaller"]


def test_slip_against_the_recorded_value_of_the_same_year_is_said_alone() -> None:
    assert codes(rows("GRDP per capita,,2025,66000,million VND,,")) == ["unit_slip_larger"]


# Shares stand or fall together


def test_shares_that_sum_to_the_whole_within_rounding_are_recorded() -> None:
    reading = read(rows(*shares(2026, "20.01", "32.50", "47.50")))  # 100.01, 0.015 allowed
    assert reading.verdict is Verdict.ACCEPTED
    assert {row.share_set for row in reading.rows} == {"shares/office/2026"}


def test_shares_that_do_not_sum_are_blocked_as_a_set_and_other_rows_are_not() -> None:
    reading = read(rows(*shares(2026, "20.05", "32.50", "47.50"), PER_CAPITA))
    assert recorded(reading.rows) == [("per_capita_office", 2026, "70.50")]


def test_fewer_decimals_allow_more_rounding() -> None:
    assert codes(rows(*shares(2026, "20.1", "32.5", "47.5"))) == []  # 100.1, 0.15 allowed
    assert codes(rows(*shares(2026, "20.2", "32.5", "47.5"))) == ["shares_do_not_sum"]


def test_share_printed_without_its_last_zero_is_as_precise_as_its_set() -> None:
    reading = read(rows(*shares(2026, "20.25", "32.5", "47.25")))
    assert [row.figure.decimals for row in reading.rows] == [None, None, None]
    coarse = read(rows(*shares(2026, "20.2", "32.5", "47.3")))
    assert [row.figure.decimals for row in coarse.rows] == [1, 1, 1]


def test_share_that_cannot_be_read_keeps_its_whole_set_out() -> None:
    reading = read(rows(*shares(2026, "20.00", "abc", "47.50")))
    assert [finding.code for finding in reading.findings] == ["shares_incomplete", "not_a_number"]
    assert reading.verdict is Verdict.REFUSED


def test_shares_of_two_compilers_never_make_one_set() -> None:
    farming, industry, services = shares(2026, "20.00", "32.50", "47.50")
    with_other = farming.replace("farming,,", "farming,reports,")
    assert "no_such_series" in codes(rows(with_other, industry, services))
    assert "shares_incomplete" in codes(rows(with_other, industry, services))


def test_restated_set_is_recorded_whole_so_that_it_has_one_origin() -> None:
    reading = read(rows(*shares(2025, "20.51", "32.00", "47.49")))
    assert [row.figure.series for row in reading.rows] == [
        "farming_office",
        "industry_office",
        "services_office",
    ]
    assert all(row.needs_tick for row in reading.rows)


def test_unchanged_set_is_not_recorded_again() -> None:
    text = rows(*(line.replace("estimate", "") for line in shares(2025, "20.51", "32.06", "47.43")))
    assert set(codes(text)) == {"unchanged", "nothing_to_record"}


@pytest.mark.parametrize(
    ("status", "use"), [(Status.PROJECTION, Use.FIGURE), (Status.OFFICIAL, Use.CONTEXT)]
)
def test_projections_and_context_do_not_say_how_far_a_series_moves(
    status: Status, use: Use
) -> None:
    wild = replace(figure("literacy_office", 2022, "50.0"), status=status, use=use)
    reading = read(rows("literacy,,2026,96.0,%,,"), current=(*CURRENT, wild))
    assert [finding.code for finding in reading.findings] == ["jump"]
