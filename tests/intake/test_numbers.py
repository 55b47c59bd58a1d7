"""Numbers are read under the declared decimal mark, or not at all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack.intake.numbers import Number, Unread, own_number, read_number

MARKS = {".": ",", ",": "."}
marks = st.sampled_from(sorted(MARKS))
values = st.decimals(min_value=-(10**12), max_value=10**12, places=4)


def written(value: Decimal, mark: str) -> str:
    return f"{value:f}".replace(".", mark)


def grouped(value: Decimal, mark: str) -> str:
    return f"{value:,f}".translate({ord(","): MARKS[mark], ord("."): mark})


@given(values, marks)
def test_what_is_written_is_read_back(value: Decimal, mark: str) -> None:
    assert read_number(written(value, mark), mark) == Number(value, 4)
    assert read_number(grouped(value, mark), mark) == Number(value, 4)


@given(values, marks)
def test_the_other_languages_number_is_never_taken(value: Decimal, mark: str) -> None:
    assert read_number(grouped(value, MARKS[mark]), mark) is Unread.WRONG_MARK


@given(st.integers(1, 999), st.integers(0, 999), marks)
def test_lone_group_of_three_digits_is_asked_about(head: int, tail: int, mark: str) -> None:
    assert read_number(f"{head}{MARKS[mark]}{tail:03}", mark) is Unread.AMBIGUOUS


@given(st.text(max_size=30), marks)
def test_any_text_is_a_number_or_a_reason(text: str, mark: str) -> None:
    number = read_number(text, mark)
    assert isinstance(number, Unread) or number.value.is_finite()


@pytest.mark.parametrize(
    ("text", "mark", "expected"),
    [
        ("70,95", ",", Number(Decimal("70.95"), 2)),
        ("70,95", ".", Unread.WRONG_MARK),
        ("29.678", ",", Unread.AMBIGUOUS),
        ("29.678.000", ",", Number(Decimal(29678000), 0)),
        ("29 678", ",", Number(Decimal(29678), 0)),
        ("29\u00a0678,5", ",", Number(Decimal("29678.5"), 1)),
        ("0,123", ",", Number(Decimal("0.123"), 3)),
        ("0.123", ",", Unread.WRONG_MARK),
        ("\u22121,50", ",", Number(Decimal("-1.50"), 2)),
        ("-0", ".", Number(Decimal(0), 0)),
        ("", ".", Unread.NOT_A_NUMBER),
        ("1e5", ".", Unread.NOT_A_NUMBER),
        ("NaN", ".", Unread.NOT_A_NUMBER),
        ("12.34.56", ".", Unread.NOT_A_NUMBER),
        ("1 2", ".", Unread.NOT_A_NUMBER),
        ("٣", ".", Unread.NOT_A_NUMBER),
        ("9" * 17, ".", Unread.TOO_LONG),
        ("0." + "1" * 9, ".", Unread.TOO_LONG),
    ],
)
def test_number_as_officials_write_it(text: str, mark: str, expected: Number | Unread) -> None:
    assert read_number(text, mark) == expected


def test_computed_value_keeps_the_digits_it_has() -> None:
    assert own_number(Decimal("7E+3")) == Number(Decimal(7000), 0)
    assert own_number(Decimal(1) / 3) is Unread.TOO_LONG


def test_no_other_decimal_mark_is_known() -> None:
    with pytest.raises(ValueError, match="neither a point nor a comma"):
        read_number("1", ";")
