"""How documents word their targets: understood whole, or said not to be understood."""

from __future__ import annotations

from decimal import Decimal

import pytest

from plantrack.intake.targets.wording import WordedForm, Wording, read_wording
from plantrack.model import PriceBasis

AT_LEAST, AT_MOST = WordedForm.AT_LEAST, WordedForm.AT_MOST
RANGE, EXACT = WordedForm.RANGE, WordedForm.EXACT


def worded(text: str) -> Wording:
    wording = read_wording(text)
    assert wording is not None, text
    return wording


@pytest.mark.parametrize(
    ("text", "form", "low", "high"),
    [
        ("trên 9%", AT_LEAST, "9", None),
        ("không dưới 67,5%", AT_LEAST, "67.5", None),
        ("từ 180 triệu đồng trở lên", AT_LEAST, "180", None),
        ("≥ 95%", AT_LEAST, "95", None),
        ("dưới 5%", AT_MOST, None, "5"),
        ("không quá 1.234.567 người", AT_MOST, None, "1234567"),
        ("5% trở xuống", AT_MOST, None, "5"),
        ("8,4% đến 8,8%", RANGE, "8.4", "8.8"),
        ("166 – 168 nghìn tỷ đồng", RANGE, "166", "168"),
        ("22.000 người", EXACT, "22000", "22000"),
    ],
)
def test_words_give_form_and_bounds(
    text: str, form: WordedForm, low: str | None, high: str | None
) -> None:
    wording = worded(text)
    assert wording.form is form
    assert wording.low == (None if low is None else Decimal(low))
    assert wording.high == (None if high is None else Decimal(high))


def test_words_around_the_number_are_read_in_any_writing() -> None:
    wording = worded(
        "  Đến năm 2030, đạt khoảng TRÊN 130 triệu đồng/người/năm (giá so sánh 2010). "
    )
    assert (wording.form, wording.low, wording.about) == (AT_LEAST, Decimal(130), True)
    assert (wording.first_year, wording.last_year) == (None, 2030)
    assert (wording.unit, wording.per_year) == ("triệu đồng/người", True)
    assert wording.price_basis is PriceBasis.CONSTANT_2010
    assert worded("dưới 5%, giai đoạn 2021-2025").first_year == 2021


@pytest.mark.parametrize(
    "text",
    [
        "",
        "gấp đôi",
        "gần 9%",  # just below, or about?
        "từ 8%",  # from 8 % to what?
        "trên dưới 5%",  # about, not over
        "không trên 5%",
        "trên 8 - 9%",  # a side and a range at once
        "9 - 8%",
        "8.4%",  # neither a decimal comma nor thousands
        "145 triệu đồng - 150 tỷ đồng",
        "giảm 2 - 3%/năm",  # a fall needs its sign
        "tăng 9%",
        "9% (giá so sánh)",  # of which year?
        "giai đoạn 2030 - 2021 đạt 9%",
        "giai đoạn 2021 - 2025 đạt 9%, giai đoạn 2026 - 2030 đạt 10%",
        "đạt trên 180 triệu đồng, trong đó nông thôn 120 triệu đồng",
        "at least 9%",
    ],
)
def test_what_is_not_understood_for_certain_is_not_read(text: str) -> None:
    assert read_wording(text) is None
