"""Sheets with a table of one figure a row and more tables beside it."""

from __future__ import annotations

import pytest

from plantrack.intake.questions import LEAVE_OUT
from tests.intake.files import text
from tests.intake.test_awkward import brief, told
from tests.intake.test_layouts import read

HEAD = ("Chỉ tiêu", "Năm", "Giá trị", "Đơn vị")
FIRST = (HEAD, ("GRDP/người", 2026, "70,5", "triệu đồng"))
SECOND = (HEAD, ("Dân số trung bình", 2026, "808", "nghìn người"))
WIDE = (("Chỉ tiêu", "Đơn vị", 2025, 2026), ("Tỷ lệ biết chữ", "%", "97,5", "97,6"))
TITLE = (("Bảng 2. Xã hội năm 2026",),)


def test_a_second_header_begins_a_second_table() -> None:
    for between in ((), ((),), ((), *TITLE), (("Ghi chú: giá hiện hành",), (), *TITLE)):
        data = text((*FIRST, *between, *SECOND))
        last = len(FIRST) + len(between) + len(SECOND)
        assert brief(data, "a.csv") == [
            "per_capita_office 2026 70.5 @C2",
            f"population_office 2026 808 @C{last}",
        ]
        assert told(data, "a.csv") == []
        assert [table.id for table in read(data, "a.csv").tables] == ["0.0", "0.1"]


@pytest.mark.parametrize("title", [(), TITLE], ids=["untitled", "titled"])
def test_years_as_columns_stand_above_or_below_it(title: tuple[tuple[str], ...]) -> None:
    below = text((*FIRST, (), *title, *WIDE))
    row = len(FIRST) + 1 + len(title) + len(WIDE)
    assert brief(below, "a.csv") == [
        "per_capita_office 2026 70.5 @C2",
        f"literacy_office 2026 97.6 @D{row}",
    ]
    above = text((*title, *WIDE, (), *FIRST))
    row = len(title) + len(WIDE)
    assert brief(above, "a.csv") == [
        f"literacy_office 2026 97.6 @D{row}",
        f"per_capita_office 2026 70.5 @C{row + 3}",
    ]
    assert (told(below, "a.csv"), told(above, "a.csv")) == ([], [])


def test_a_year_in_a_row_of_figures_begins_no_table() -> None:
    rows = (*FIRST, (), ("Dân số trung bình", 2026, "808", "nghìn người"), ("", 2025, "", ""))
    assert brief(text(rows), "a.csv")[-1] == "population_office 2026 808 @C4"


def test_a_header_that_begins_with_a_number_column_begins_a_table_too() -> None:
    rows = (("STT", *HEAD), ("1", *FIRST[1]), ("STT", *HEAD), ("1", *SECOND[1]))
    assert brief(text(rows), "a.csv") == [
        "per_capita_office 2026 70.5 @D2",
        "population_office 2026 808 @D4",
    ]


def test_other_words_over_the_same_columns_are_understood() -> None:
    rows = (
        ("Tên chỉ tiêu", "ĐVT", "Năm báo cáo", "Số liệu"),
        ("Dân số trung bình", "nghìn người", 2026, "808,5"),
    )
    assert brief(text(rows), "a.csv") == ["population_office 2026 808.5 @D2"]


PLAN = ("Kế hoạch phát triển kinh tế - xã hội năm 2026",)


def test_figures_below_a_title_that_announces_a_plan_are_asked_about_once() -> None:
    rows = text((PLAN, *FIRST, SECOND[1], ("Tỷ lệ biết chữ", 2025, "97,7", "%")))
    assert brief(rows, "a.csv") == ["literacy_office 2025 97.7 @C5"]
    (question,) = read(rows, "a.csv").questions
    assert (question.id, question.finding.place.cell) == ("reported:0.0:2026", "B3")
    reported = {question.id: question.choices[0].value}
    assert len(brief(rows, "a.csv", reported)) == 3
    assert told(rows, "a.csv", reported) == []
    left_out = {question.id: LEAVE_OUT}
    assert brief(rows, "a.csv", left_out) == ["literacy_office 2025 97.7 @C5"]
    assert told(rows, "a.csv", left_out) == []


def test_a_row_that_says_how_settled_its_figure_is_is_no_plans() -> None:
    estimated = (*FIRST[1], "ước tính")
    rows = text((PLAN, (*HEAD, "Tình trạng số liệu"), estimated))
    assert brief(rows, "a.csv") == ["per_capita_office 2026 70.5 @C3"]
    named = text((PLAN, HEAD, ("GRDP/người", "Ước 2026", "70,5", "triệu đồng")))
    assert brief(named, "a.csv") == ["per_capita_office 2026 70.5 @C3"]
