"""The table as found: the sheet's own rows and columns, marks in words too, everything escaped."""

from __future__ import annotations

import re
from html import unescape

import pytest

from plantrack import words
from plantrack.intake.rules import Reading, read_file
from plantrack.ui.update.found_table import MOST_COLUMNS, table_as_found, told_table
from tests.intake.files import Rows, text
from tests.intake.reading import PLAN
from tests.intake.small_plan import CURRENT

HEAD = ("Chỉ tiêu", "Đơn vị", "2025", "Ước 2026")
LITERACY = ("Tỷ lệ biết chữ", "%", "97,7", "98,1")


def read(rows: Rows) -> Reading:
    return read_file(text(rows, "\t").encode(), "a.tsv", PLAN, CURRENT, origin="")


def drawn(rows: Rows, language: str = "en", table: int = 0) -> str:
    reading = read(rows)
    accepted = {row.cell for row in reading.rows}
    return table_as_found(reading.tables[table], accepted, words.of(language))


def rows_of(html: str) -> list[str]:
    return re.findall(r'<tr[^>]*><th scope="row">(.*?)</th>', html)


def kinds(html: str) -> dict[str, str]:
    cells = re.findall(r'<td class="(\w+)"><span>(.*?)</span>', html)
    return {unescape(said): kind for kind, said in cells}


def test_rows_and_columns_bear_the_sheets_own_numbers_and_letters() -> None:
    html = drawn([("Biểu 3",), (), HEAD, LITERACY])
    assert rows_of(html) == ["1", "3", "4"]
    assert re.findall(r'<th scope="col">(\w+)</th>', html) == ["A", "B", "C", "D"]


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "value that can be recorded"), ("vi", "giá trị ghi được")],
)
def test_each_cell_says_what_it_is_used_for_and_values_say_it_in_words(
    language: str, said: str
) -> None:
    html = drawn([HEAD, LITERACY, ("Tỷ lệ biết chữ nữ", "%", "x", "y")], language)
    marked = kinds(html)
    assert (marked["Ước 2026"], marked["Tỷ lệ biết chữ"], marked["%"], marked["98,1"]) == (
        "header",
        "label",
        "unit",
        "value",
    )
    assert f"<i>({said})</i>" in html
    legend = html.partition("</ul>")[0]
    assert said in legend


def test_a_value_that_stays_out_is_marked_unlike_one_that_can_be_recorded() -> None:
    marked = kinds(
        drawn([HEAD, LITERACY, ("GRDP bình quân đầu người", "triệu đồng", "66,4", "9x")])
    )
    assert (marked["66,4"], marked["9x"]) == ("value", "out")


def test_what_a_file_says_is_shown_and_never_run() -> None:
    evil = "<script>alert(1)</script>"
    formula = ("=1+1", "<img src=x onerror=alert(1)>", "1", "5")
    html = drawn([HEAD, LITERACY, (evil, "%", "1", "5"), formula])
    assert "<script" not in html
    assert "<img" not in html
    assert "=1+1" in html
    assert evil in unescape(html)


def test_of_a_long_table_the_used_rows_are_shown_and_the_rest_is_counted() -> None:
    places = tuple(f"Huyện {number}" for number in range(60))
    other = [(name, "5,1", "5,2") for name in places]
    title = ("Tỷ lệ biết chữ (%)",)
    own = (PLAN.geographies[PLAN.geography].name.vi, "97,7", "98,1")
    html = drawn([title, ("", "2025", "2026"), *other[:30], own, *other[30:]])
    shown = rows_of(html)
    assert "33" in shown
    assert len(shown) < 15
    left_out = sum(int(count) for count in re.findall(r"(\d+) rows? not shown", html))
    assert left_out + sum(row.isdigit() for row in shown) == 63


def test_a_wide_table_says_how_many_columns_are_not_shown() -> None:
    years = tuple(str(year) for year in range(1990, 2026))
    html = drawn([("Chỉ tiêu", *years), ("Tỷ lệ biết chữ", *("97,1" for _ in years))])
    assert html.count('scope="col"') == MOST_COLUMNS
    assert "17 columns not shown" in html


def test_a_table_no_figure_was_read_from_says_so() -> None:
    reading = read([("Tỉnh Cao Bằng, 6 tháng đầu năm 2025",), HEAD, LITERACY])
    (table,) = reading.tables
    assert told_table(table, words.of("en")).endswith("no figure read")
