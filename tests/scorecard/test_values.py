"""Numbers about a row with their units: what stands in a cell."""

from __future__ import annotations

import pytest

from plantrack import words
from plantrack.method.pace import CutOff
from plantrack.model import Direction, Form, Qualifier, Standing, Status
from plantrack.scorecard.telling import (
    bounds,
    gap,
    latest,
    level,
    number,
    observed,
    observed_years,
    pace,
    required,
    status_note,
    time_distance,
    unit,
    years,
)
from plantrack.scorecard.telling.digits import enough, faithful_ratio, settled
from plantrack.scorecard.telling.ordinals import ordinal
from plantrack.scorecard.telling.roots import raised, root
from tests.builders import PERCENT, row_of
from tests.scorecard.cases import CASES

ENGLISH, VIETNAMESE = words.of("en"), words.of("vi")
CUTOFFS = (
    CutOff(0.95, Standing.ON_TRACK),
    CutOff(0.60, Standing.BEHIND),
    CutOff(0.0, Standing.FAR_BEHIND),
    CutOff(None, Standing.MOVING_AWAY),
)


def both(written: str) -> str:
    """The narrow space before a percent sign, as a plain one."""
    return written.replace("\N{NARROW NO-BREAK SPACE}", " ")


def test_a_level_carries_its_unit_and_the_decimals_of_its_indicator() -> None:
    row = CASES["behind"]
    assert level(row, 70.95, ENGLISH) == "70.95 million VND per person"
    assert level(row, 70.95, VIETNAMESE) == "70,95 triệu đồng/người"
    assert number(row, 1234.5, ENGLISH) == "1,234.50"
    assert unit(row, VIETNAMESE) == "triệu đồng/người"
    assert both(level(CASES["awaits"], 20.51, ENGLISH)) == "20.51 %"
    assert level(CASES["awaits"], 20.51, VIETNAMESE) == "20,51%"
    assert level(CASES["place published"], 14.0, ENGLISH) == "14th"


@pytest.mark.parametrize(
    ("case", "english", "vietnamese"),
    [
        ("behind", "at least 150 million VND per person", "tối thiểu 150 triệu đồng/người"),
        ("at most", "at most 3 %", "tối đa 3%"),
        ("awaits", "12–13 %", "12–13%"),
        ("average", "8–9 % a year", "8–9%/năm"),
        ("yearly target", "at least 8.75 %", "tối thiểu 8,75%"),
        ("rank out", "top 2", "thuộc nhóm 2 tỉnh đứng đầu"),
        ("place published", "10th or better", "thứ 10 trở lên"),
        ("hold", "at least 95 % every year", "duy trì tối thiểu 95% hằng năm"),
        ("change a year", "−3 to −2 points a year", "−3 đến −2 điểm phần trăm/năm"),
        ("change compound", "5–6 % a year", "5–6%/năm"),
        ("cumulative", "166–168 projects", "166–168 dự án"),
        (
            "path less",
            "2027: at most 7 %; 2030: at most 5 %",
            "năm 2027: tối đa 7%; năm 2030: tối đa 5%",
        ),
        (
            "bound about",
            "at least about 150 million VND per person",
            "tối thiểu khoảng 150 triệu đồng/người",
        ),
        ("bound missing", "not stated", "không nêu"),
    ],
)
def test_bounds_are_told_as_the_target_set_states_them(
    case: str, english: str, vietnamese: str
) -> None:
    assert both(bounds(CASES[case], ENGLISH)) == english
    assert bounds(CASES[case], VIETNAMESE) == vietnamese


def test_a_bound_with_its_own_word_needs_no_other() -> None:
    row = row_of({}, unit=PERCENT, low="99", qualifier=Qualifier.OVER)
    assert both(bounds(row, ENGLISH)) == "over 99 %"
    assert bounds(row, VIETNAMESE) == "trên 99%"


@pytest.mark.parametrize(
    ("case", "english", "vietnamese"),
    [
        ("behind", "+79.05 million VND per person", "+79,05 triệu đồng/người"),
        ("awaits", "−7.51 / −8.51 points", "−7,51 / −8,51 điểm phần trăm"),
        ("overshot below", "+1.00 / +2.00 points", "+1,00 / +2,00 điểm phần trăm"),
        ("average", "+1.21 / +2.21 points", "+1,21 / +2,21 điểm phần trăm"),
        ("secured", "−3.64 / −2.64 points", "−3,64 / −2,64 điểm phần trăm"),
        ("cumulative", "+71 / +73 projects", "+71 / +73 dự án"),
        ("rank out", "1 place to go", "còn 1 bậc"),
        ("rank in", "within the target places", "đã trong nhóm mục tiêu"),
        ("place published", "4 places to go", "còn 4 bậc"),
        ("over open", "", ""),
        ("no figures", "", ""),
    ],
)
def test_the_gap_goes_to_both_bounds_the_nearest_first(
    case: str, english: str, vietnamese: str
) -> None:
    assert gap(CASES[case], ENGLISH) == english
    assert gap(CASES[case], VIETNAMESE) == vietnamese


def test_paces_are_told_in_the_measure_of_the_indicator() -> None:
    behind, share = CASES["behind"], CASES["corridor far"]
    assert both(pace(behind, 0.1615, ENGLISH)) == "16.2 % a year"
    assert pace(behind, 0.1615, VIETNAMESE, signed=True) == "+16,2%/năm"
    assert pace(share, -1.5, ENGLISH) == "−1.50 points a year"
    assert pace(share, -1.585, VIETNAMESE) == "−1,59 điểm phần trăm/năm"
    assert both(pace(CASES["average"], 0.0923, ENGLISH)) == "9.23 % a year"
    assert pace(CASES["cumulative"], 35.5, ENGLISH) == "35.5 projects a year"
    assert pace(CASES["cumulative"], 35.5, VIETNAMESE) == "35,5 dự án/năm"


def test_needed_paces_go_to_both_bounds_from_the_baseline_and_from_now() -> None:
    row = CASES["average"]
    assert both(required(row, ENGLISH)) == "+8.00 / +9.00 % a year"
    assert both(required(row, ENGLISH, from_now=True)) == "+9.23 / +11.26 % a year"
    assert both(observed(row, ENGLISH)) == "+6.79 % a year"
    assert observed(CASES["no figures"], ENGLISH) == ""


@pytest.mark.parametrize(
    ("case", "english", "vietnamese"),
    [
        ("behind", "0.5 years late", "chậm 0,5 năm"),
        ("on track", "0.5 years ahead", "sớm 0,5 năm"),
        ("away", "behind its starting point", "lùi so với điểm xuất phát"),
        ("at target", "at least 5.0 years ahead", "sớm ít nhất 5,0 năm"),
        ("close paces", "on the path", "đúng lộ trình"),
        ("overshot below", "", ""),
        ("awaits", "", ""),
    ],
)
def test_the_distance_in_time(case: str, english: str, vietnamese: str) -> None:
    assert time_distance(CASES[case], ENGLISH) == english
    assert time_distance(CASES[case], VIETNAMESE) == vietnamese


def test_the_distance_in_time_can_be_shown_to_two_decimals() -> None:
    assert time_distance(CASES["average"], VIETNAMESE, 2) == "chậm 0,73 năm"


def test_the_latest_figure_stands_with_year_price_basis_and_status() -> None:
    assert latest(CASES["behind"], ENGLISH) == (
        "70.95 million VND per person (2025, current prices, estimate)"
    )
    assert latest(CASES["behind"], VIETNAMESE) == (
        "70,95 triệu đồng/người năm 2025 (giá hiện hành, ước tính)"
    )
    assert both(latest(CASES["about"], ENGLISH)) == "about 98 % (2025)"
    assert latest(CASES["up to below"], VIETNAMESE) == "đến 98% năm 2025"
    assert latest(CASES["no figures"], ENGLISH) == ""


def test_only_unsettled_figures_carry_the_word_for_it() -> None:
    assert status_note(Status.OFFICIAL, ENGLISH) == ""
    assert status_note(Status.NOT_STATED, VIETNAMESE) == ""
    assert status_note(Status.ESTIMATE, VIETNAMESE) == "ước tính"
    assert status_note(Status.PRELIMINARY, ENGLISH) == "preliminary"


def test_years_of_a_change_begin_after_the_baseline() -> None:
    assert observed_years(CASES["behind"], ENGLISH) == "2024–2025"
    assert observed_years(CASES["one year so far"], ENGLISH) == "2024"
    assert years(2026, 2026, VIETNAMESE) == "2026"


def test_a_ratio_is_never_shown_across_a_cut_off() -> None:
    assert str(faithful_ratio(0.738, CUTOFFS)) == "0.738"
    assert str(faithful_ratio(0.59996, CUTOFFS)) == "0.59996"
    assert str(faithful_ratio(0.94996, CUTOFFS)) == "0.94996"
    assert str(faithful_ratio(0.60004, CUTOFFS)) == "0.600"
    assert str(faithful_ratio(-0.0001, CUTOFFS)) == "-0.0001"


def test_digits_are_added_until_the_result_can_be_repeated() -> None:
    assert enough((10.7637, 14.5861), 0.737952, 3, lambda a, b: a / b, start=2) == 3
    assert enough((0.0004, 3.0), 0.000133, 3, lambda a, b: b / a, start=1) == 12


def test_a_float_is_shown_without_the_noise_of_its_arithmetic() -> None:
    assert settled((11 - 26.33) / 6) == -2.555


def test_roots_are_words_and_powers_raised_digits() -> None:
    assert [root(n, ENGLISH) for n in (2, 3, 5, 10, 12)] == [
        "square root",
        "cube root",
        "fifth root",
        "tenth root",
        "12th root",
    ]
    assert [root(n, VIETNAMESE) for n in (2, 4, 12)] == ["căn bậc hai", "căn bậc bốn", "căn bậc 12"]
    assert raised("1.08", 10) == "1.08¹⁰"
    assert raised("1.08", 1) == "1.08"


def test_english_ordinals() -> None:
    assert [ordinal(n, ENGLISH) for n in (1, 2, 3, 4, 11, 12, 13, 21, 112)] == [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "11th",
        "12th",
        "13th",
        "21st",
        "112th",
    ]
    assert ordinal(1, VIETNAMESE) == "thứ 1"


def test_a_change_of_a_percentage_is_told_in_points_never_in_percent() -> None:
    for row in CASES.values():
        if row.indicator.unit != "percent" or row.target.form is Form.TOP:
            continue
        if row.indicator.measure == "points":
            for say in (ENGLISH, VIETNAMESE):
                told = observed(row, say) + required(row, say) + gap(row, say)
                assert "%" not in told


def test_nothing_is_ever_minus_zero() -> None:
    row = row_of(
        {2023: "20.51", 2025: "20.509"},
        unit=PERCENT,
        form=Form.AT_MOST,
        high="20.507",
        direction=Direction.LESS,
    )
    for say in (ENGLISH, VIETNAMESE):
        told = f"{gap(row, say)} {observed(row, say)}"
        assert "\N{MINUS SIGN}0.00 " not in told
        assert "\N{MINUS SIGN}0,00 " not in told
