"""The newest year alone stands beside the pace of several, never across a break."""

from __future__ import annotations

import pytest

from plantrack.model import Direction, Form, Measure
from plantrack.scorecard.telling.newest import newest_change
from plantrack.words import of
from tests.builders import PERCENT, row_of

PER_CAPITA = {2023: "57.83", 2024: "62.36 preliminary", 2025: "70.95 estimate"}


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "2025 alone: +13.8\u202f% a year"), ("vi", "riêng năm 2025: +13,8%/năm")],
)
def test_an_amount_is_told_by_its_growth(language: str, told: str) -> None:
    assert newest_change(row_of(PER_CAPITA, low="150"), of(language)) == told


def test_a_share_is_told_in_points() -> None:
    row = row_of(
        {2023: "22.1", 2024: "21.51", 2025: "21.0"},
        unit=PERCENT, measure=Measure.POINTS, form=Form.BETWEEN, low="12", high="13",
        direction=Direction.LESS,
    )  # fmt: skip
    assert newest_change(row, of("en")) == "2025 alone: −0.51 points a year"


def test_an_average_tells_the_growth_of_its_newest_year() -> None:
    row = row_of(
        {2021: "6.75", 2022: "6.63", 2023: "6.84", 2024: "5.67", 2025: "8.06 estimate"},
        unit=PERCENT, measure=Measure.AVERAGE_GROWTH, form=Form.RANGE_MORE,
        low="8", high="9", start=2021, baseline=2020,
    )  # fmt: skip
    assert newest_change(row, of("en")) == "2025 alone: +8.06\u202f% a year"


@pytest.mark.parametrize(
    "figures",
    [{2023: "57.83", 2024: "62.36"}, {2023: "57.83", 2025: "70.95"}, {2025: "70.95"}],
    ids=["the whole pace", "a year is missing", "no pace"],
)
def test_nothing_is_told_where_one_year_says_nothing_more(figures: dict[int, str]) -> None:
    assert newest_change(row_of(figures, low="150"), of("en")) == ""


def test_no_change_is_told_across_a_break() -> None:
    row = row_of(
        {2023: "57.83", 2024: "62.36", 2025: "70.95"}, low="150", baseline=2023, breaks=(2025,)
    )
    assert newest_change(row, of("en")) == ""
