"""Numbers are written as each language writes them, and rounded once."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack import words
from plantrack.words import Number, Say, numbers

VIETNAMESE = words.of("vi")
ENGLISH = words.of("en")

WRITTEN = [
    # value, decimals, English, Vietnamese
    (1234567.5, 1, "1,234,567.5", "1.234.567,5"),
    (1234, 0, "1,234", "1.234"),
    (999, 0, "999", "999"),
    (0, 2, "0.00", "0,00"),
    (-1.585, 2, "−1.59", "−1,59"),
    (2.675, 2, "2.68", "2,68"),  # the float lies below 2.675; what it prints decides
    (0.5, 0, "1", "1"),
    (-0.5, 0, "−1", "−1"),
    (1.5, 0, "2", "2"),
    (2.5, 0, "3", "3"),
    (-0.04, 1, "0.0", "0,0"),
    (-0.0, 1, "0.0", "0,0"),
    (Decimal("-0.00"), None, "0", "0"),
    (Decimal("70.95000000"), None, "70.95", "70,95"),
    (Decimal("150.00000000"), None, "150", "150"),
    (Decimal("1E+3"), None, "1,000", "1.000"),
    (Decimal("22000"), 0, "22,000", "22.000"),
    (1e22, 0, "10,000,000,000,000,000,000,000", "10.000.000.000.000.000.000.000"),
    (5e-324, 3, "0.000", "0,000"),
]


@pytest.mark.parametrize(("value", "decimals", "english", "vietnamese"), WRITTEN)
def test_a_number_has_the_marks_of_its_language(
    value: Number, decimals: int | None, english: str, vietnamese: str
) -> None:
    assert ENGLISH.number(value, decimals) == english
    assert VIETNAMESE.number(value, decimals) == vietnamese


@pytest.mark.parametrize(
    ("value", "decimals", "english", "vietnamese"),
    [
        (1.25, 1, "+1.3", "+1,3"),
        (-1.25, 1, "−1.3", "−1,3"),
        (0.04, 1, "0.0", "0,0"),
        (Decimal("2.50"), None, "+2.5", "+2,5"),
    ],
)
def test_a_signed_number_shows_plus_but_never_a_signed_zero(
    value: Number, decimals: int | None, english: str, vietnamese: str
) -> None:
    assert ENGLISH.signed(value, decimals) == english
    assert VIETNAMESE.signed(value, decimals) == vietnamese


def test_percent_and_points_stand_as_each_language_prints_them() -> None:
    narrow = "\N{NARROW NO-BREAK SPACE}"
    assert ENGLISH.percent(16.15) == f"16.2{narrow}%"
    assert VIETNAMESE.percent(16.15) == "16,2%"
    assert ENGLISH.rate(16.15) == f"16.2{narrow}% a year"
    assert VIETNAMESE.rate(16.15) == "16,2%/năm"
    assert ENGLISH.points(1.5) == "1.50 points"
    assert VIETNAMESE.points(1.5) == "1,50 điểm phần trăm"
    assert ENGLISH.points_rate(-1.585) == "−1.59 points a year"
    assert VIETNAMESE.points_rate(-1.585) == "−1,59 điểm phần trăm/năm"
    assert ENGLISH.rate(3, signed=True) == f"+3.0{narrow}% a year"
    assert VIETNAMESE.points(Decimal("0.5"), None, signed=True) == "+0,5 điểm phần trăm"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN")])
def test_what_is_not_a_number_is_never_shown_as_one(value: Number) -> None:
    with pytest.raises(ValueError, match="not a number to show"):
        ENGLISH.number(value, 1)


def test_a_float_is_never_shown_with_the_digits_of_its_storage() -> None:
    with pytest.raises(TypeError, match="how many decimals"):
        ENGLISH.number(0.1)


def test_negative_decimals_are_refused() -> None:
    with pytest.raises(ValueError, match="no fewer than 0"):
        ENGLISH.number(12, -1)


finite = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**16), max_value=10**16)
places = st.integers(0, 8)
languages = st.sampled_from([ENGLISH, VIETNAMESE])


def parsed(text: str, say: Say) -> Decimal:
    if say.language == "vi":
        text = text.translate({ord("."): None, ord(","): "."})
    return Decimal(text.replace(",", "").replace("−", "-"))


@given(finite, places, languages)
def test_a_written_number_reads_back_within_half_a_last_digit(
    value: Decimal, decimals: int, say: Say
) -> None:
    assert abs(parsed(say.number(value, decimals), say) - value) <= Decimal(5).scaleb(-decimals - 1)


@given(finite, languages)
def test_a_decimal_keeps_all_its_digits_when_none_are_asked(value: Decimal, say: Say) -> None:
    assert parsed(say.number(value), say) == value


@given(finite, places)
def test_rounding_treats_both_signs_alike(value: Decimal, decimals: int) -> None:
    assert numbers.rounded(-value, decimals) == -numbers.rounded(value, decimals)


@given(st.floats(allow_nan=False, allow_infinity=False), places, languages)
def test_a_zero_has_no_sign_and_a_hyphen_is_never_a_minus(
    value: float, decimals: int, say: Say
) -> None:
    text = say.number(value, decimals)
    assert "-" not in text
    assert text.startswith("−") == (numbers.rounded(value, decimals) < 0)
