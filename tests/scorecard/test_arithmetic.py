"""Arithmetic with the numbers put in: what is shown can be repeated from what is shown."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack import words
from plantrack.model import Form
from plantrack.scorecard import TargetRow
from plantrack.scorecard.telling.arithmetic import steps
from plantrack.words.numbers import rounded
from tests.builders import card_of, row_of
from tests.scorecard.cases import CASES
from tests.scorecard.repeated import NUMBER, check, plain

ENGLISH, VIETNAMESE = words.of("en"), words.of("vi")
ALWAYS = (None, None)


def lines(row: TargetRow, say: words.Say = ENGLISH) -> list[str]:
    return [line for step in steps(row, say) for line in step.lines]


def test_the_arithmetic_of_a_level_in_both_languages() -> None:
    row = CASES["behind"]
    assert "150 ÷ 57.83 = 2.594; seventh root 1.1459 → 14.6\N{NARROW NO-BREAK SPACE}% a year" in (
        lines(row)
    )
    assert "150 ÷ 70.95 = 2.114; fifth root 1.1615 → 16.2\N{NARROW NO-BREAK SPACE}% a year" in (
        lines(row)
    )
    assert "150 ÷ 70,95 = 2,114; căn bậc năm 1,1615 → 16,2%/năm" in lines(row, VIETNAMESE)
    assert "ln(70.95 ÷ 57.83) ÷ ln(1.1459) = 1.50; 1.50 − 2 = −0.50 years" in lines(row)
    assert "ln(70,95 ÷ 57,83) ÷ ln(1,1459) = 1,50; 1,50 − 2 = −0,50 năm" in lines(row, VIETNAMESE)
    assert "Behind from 68.40 million VND per person in 2025 (ratio 0.60)" in lines(row)
    assert "On track from 74.97 million VND per person in 2025 (ratio 0.95)" in lines(row)
    assert "The figure of 2033 would be the first to reach 150 million VND per person." in lines(
        row
    )


def test_the_arithmetic_of_a_period_average() -> None:
    shown = [plain(line) for line in lines(CASES["average"])]
    assert (
        "1.0675 × 1.0663 × 1.0684 × 1.0567 × 1.0806 = 1.3887; fifth root 1.0679 → 6.79 % a year"
    ) in shown
    assert "1.08¹⁰ = 2.1589; 2.1589 ÷ 1.3887 = 1.555; fifth root 1.0923 → 9.23 % a year" in shown
    assert "1.09¹⁰ = 2.3674; 2.3674 ÷ 1.3887 = 1.705; fifth root 1.1126 → 11.26 % a year" in shown
    assert "ln(1.3887) ÷ ln(1.0800) = 4.27; 4.27 − 5 = −0.73 years" in shown


def test_a_growth_figure_of_several_years_is_raised_to_their_number() -> None:
    assert any(
        plain(line).startswith("1.0695² × 1.07 = 1.2239; cube root 1.0697 → 6.97 % a year")
        for line in lines(CASES["average spans"])
    )


def test_the_arithmetic_of_points() -> None:
    shown = lines(CASES["awaits"])
    assert "(13 − 20.51) ÷ 5 = −1.50 points a year" in shown
    assert "(12 − 20.51) ÷ 5 = −1.70 points a year" in shown
    assert "13 − 20.51 = −7.51 points" in shown
    assert "(13 − 20,51) ÷ 5 = −1,50 điểm phần trăm/năm" in lines(CASES["awaits"], VIETNAMESE)


def test_applying_the_cut_offs_to_points_is_said_to_be_a_choice() -> None:
    choice = (
        "The cut-offs were published for rates of growth; "
        "applying them to changes in points is a choice made here."
    )
    assert choice in lines(CASES["corridor far"])
    assert choice not in lines(CASES["behind"])


def test_a_yearly_change_asked_for_shows_the_level_it_leads_to() -> None:
    assert plain(lines(CASES["change a year"])[0]) == "10 + 3 × (−2.00) = 4.00 %"


def test_a_level_beyond_its_natural_limit_is_held_there() -> None:
    row = row_of(
        {2022: "4", 2024: "3"},
        **{**vars_of(CASES["change a year"]), "low": "-3", "high": "-2"},
    )
    assert "10" not in lines(row)[0]
    assert plain(lines(row)[0]) == (
        "4 + 3 × (−2.00) = −2.00 %, held at the natural limit of 0.00 %"
    )


def test_a_sum_shows_its_years() -> None:
    assert lines(CASES["cumulative"])[0] == "30 + 32 + 33 = 95 projects"


def test_places_show_neighbours_places_to_go_and_the_rate_to_match() -> None:
    card = card_of(
        {2020: "50", 2023: "60", 2025: "70"},
        {
            "an": {2020: "80", 2023: "90", 2025: "100"},
            "binh": {2020: "60", 2023: "70", 2025: "75"},
        },
        **{**vars_of(CASES["rank out"]), "peers": {"here": ALWAYS, "an": ALWAYS, "binh": ALWAYS}},
    )
    told = {step.title: step.lines for step in steps(card.rows[0], ENGLISH, card.values)}
    assert told["Places in 2025"] == (
        "1st: An, 100.00 million VND per person",
        "2nd: Binh, 75.00 million VND per person",
        "3rd: Here, 70.00 million VND per person",
    )
    assert told["Places to go"] == (
        "3rd of 3, target top 2",
        "1 place to go",
        "Binh: 75.00 − 70.00 = 5.00 million VND per person",
    )
    first, second = told["Rate to match in 2030"]
    assert plain(first).startswith("others at their pace of 2024–2025: Binh 89.12 million VND")
    assert plain(second).startswith("others at their pace of 2021–2025: Binh 93.75 million VND")


def test_where_nothing_can_be_computed_there_is_no_arithmetic() -> None:
    assert steps(CASES["no figures"], ENGLISH) == ()
    assert steps(CASES["regional"], VIETNAMESE) == ()


def test_a_figure_known_only_as_over_enters_no_arithmetic() -> None:
    assert steps(CASES["over open"], ENGLISH) == ()


@pytest.mark.parametrize("name", CASES)
def test_every_shown_result_follows_from_the_numbers_shown(name: str) -> None:
    for line in lines(CASES[name]):
        check(line)


@pytest.mark.parametrize(
    "wrong",
    [
        "150 ÷ 57.83 = 2.595; seventh root 1.1459 → 14.6 % a year",
        "150 ÷ 57.83 = 2.594; seventh root 1.1469 → 14.7 % a year",
        "150 ÷ 57.83 = 2.594; seventh root 1.1459 → 14.5 % a year",
        "(13 − 20.51) ÷ 5 = −1.51 points a year",
        "57.83 × 1.14587² = 75.94 million VND per person",
        "ln(70.95 ÷ 57.83) ÷ ln(1.1459) = 1.50; 1.50 − 2 = −0.51 years",
    ],
)
def test_a_wrong_digit_is_noticed(wrong: str) -> None:
    with pytest.raises(AssertionError):
        check(wrong)


@given(
    first=st.decimals("0.5", "9000", places=2),
    growth=st.floats(-0.4, 0.9),
    low=st.decimals("0.5", "20000", places=1),
    year=st.integers(2024, 2029),
)
def test_whatever_the_figures_the_numbers_shown_give_the_result(
    first: Decimal, growth: float, low: Decimal, year: int
) -> None:
    latest = rounded(float(first) * (1 + growth), 2)
    row = row_of({2023: str(first), year: str(max(latest, Decimal("0.01")))}, low=str(low))
    for line in lines(row):
        check(line)


@given(
    first=st.decimals("1", "90", places=2),
    latest=st.decimals("1", "90", places=2),
    low=st.decimals("10", "30", places=0),
    year=st.integers(2024, 2029),
)
def test_points_can_be_repeated_as_well(
    first: Decimal, latest: Decimal, low: Decimal, year: int
) -> None:
    asked = vars_of(CASES["corridor far"]) | {"low": str(low), "high": str(low + 1)}
    row = row_of({2023: str(first), year: str(latest)}, **asked | {"baseline": 2023})
    for line in lines(row):
        check(line)


@given(st.lists(st.decimals("-5", "15", places=2), min_size=1, max_size=9))
def test_averages_can_be_repeated_as_well(growth: list[Decimal]) -> None:
    figures = {2021 + place: str(value) for place, value in enumerate(growth)}
    row = row_of(figures, **vars_of(CASES["average"]))
    for line in lines(row):
        check(line)


@pytest.mark.parametrize("name", CASES)
def test_both_languages_show_the_same_numbers(name: str) -> None:
    for english, vietnamese in zip(lines(CASES[name]), lines(CASES[name], VIETNAMESE), strict=True):
        other = vietnamese.translate(str.maketrans(",.", ".,"))
        assert sorted(re.findall(NUMBER, english)) == sorted(re.findall(NUMBER, other))


def vars_of(row: TargetRow) -> dict[str, object]:
    """What a case asked, to ask it again of other figures."""
    target, indicator = row.target, row.indicator
    return {
        "unit": row.plan.units[indicator.unit],
        "name": indicator.name,
        "decimals": indicator.decimals,
        "measure": indicator.measure,
        "price_basis": indicator.price_basis,
        "floor": None if indicator.floor is None else str(indicator.floor),
        "form": target.form,
        "low": None if target.low is None else str(target.low),
        "high": None if target.high is None else str(target.high),
        "direction": target.direction,
        "start": target.period.start.year if target.form is not Form.TOP else None,
        "year": target.year,
        "baseline": target.baseline_year,
        "k": target.k,
    }
