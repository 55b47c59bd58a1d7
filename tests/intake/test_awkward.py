"""Awkward tables as offices keep them: nothing in them is guessed, and nothing lost unsaid."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.intake.files import Rows, open_document, page, text, workbook
from tests.intake.old_files import new, old
from tests.intake.test_layouts import codes, figures, read
from tests.intake.test_workbook import repacked

PER_CAPITA = ("GRDP/người", "triệu đồng", 66.5, 70.5)
PEOPLE = ("Dân số trung bình", "nghìn người", 805, 808)
HEADER = ("Chỉ tiêu", "Đơn vị", 2025, 2026)
BOTH_YEARS = ["per_capita_office 2025 66.5 @C2", "per_capita_office 2026 70.5 @D2"]


NO_ANSWERS: dict[str, str] = {}


def brief(
    data: bytes | str, name: str = "a.xlsx", answers: Mapping[str, str] = NO_ANSWERS
) -> list[str]:
    """Each accepted row as "series year value @cell"."""
    rows = figures(read(data, name, answers=answers))
    return [" ".join([*one.split()[:3], one.split()[-1]]) for one in rows]


def told(
    data: bytes | str, name: str = "a.xlsx", answers: Mapping[str, str] = NO_ANSWERS
) -> list[str]:
    """Each finding that is not about the figures recorded before, as "code cell"."""
    past = {"restated", "unchanged", "jump", "decimal_mark_inferred"}
    findings = read(data, name, answers=answers).findings
    return [
        f"{one.code} {one.place.cell.rpartition('!')[2]}".strip()
        for one in findings
        if one.code not in past
    ]


def tsv(*rows: tuple[object, ...]) -> bytes:
    return text(rows, "\t").encode()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (tsv(HEADER, ("Dân số trung bình", "nghìn người", 805, "12;8")), "not_a_number D2"),
        (tsv(("Chỉ tiêu", "Đơn vị", 2026), (*PEOPLE[:2], "12;8")), "not_a_number C2"),
        (tsv(("Chỉ tiêu", "Đơn vị", 2026), (*PEOPLE[:2], "(1,5)")), "not_a_number C2"),
        (tsv(HEADER, PER_CAPITA, (*PEOPLE[:2], "8x08")), "not_a_number C3"),
        (tsv(HEADER, PER_CAPITA, (*PEOPLE[:3], "đang cập nhật")), "not_a_number D3"),
        (tsv(HEADER, (*PEOPLE[:2], "đang cập nhật", 808)), "not_a_number C2"),
        (tsv(HEADER, (*PER_CAPITA[:3], "70-71")), "not_a_number D2"),
        (tsv(HEADER, PER_CAPITA, ("", "nghìn đồng", 66500, 70500)), "indicator_missing 3"),
        (
            tsv(("GRDP/người (triệu đồng)",), ("Năm", "GRDP/người"), (2024, 60), ("202S", 66)),
            "not_a_year A4",
        ),
        (
            tsv(("GRDP/người (triệu đồng)",), ("Năm", "GRDP/người"), (2024, 60), ("", 66)),
            "year_missing A4",
        ),
        (tsv((*HEADER, "", ""), (*PER_CAPITA, "", 99.9)), "column_not_read F1"),
        (
            tsv(("indicator", "year", "value", "unit", ""), ("literacy", 2026, 98, "%", 99)),
            "cells_skipped",
        ),
        (tsv(HEADER, PER_CAPITA, (), ("", "", "", 12.5)), "indicator_missing 4"),
        (tsv((12.5,), (), (), (), (), (), (), (), (), (), HEADER, PER_CAPITA), "cells_skipped"),
    ],
)
def test_what_cannot_be_read_under_a_year_is_told(data: bytes, expected: str) -> None:
    assert expected in told(data, "a.tsv")


def test_what_stands_below_a_table_is_no_figure() -> None:
    signed = (HEADER, PER_CAPITA, (), ("NGƯỜI LẬP BIỂU", "", "", "GIÁM ĐỐC"), ("", "", "15/1/2027"))
    assert brief(workbook(signed)) == BOTH_YEARS
    assert told(workbook(signed)) == []


LEFT = (HEADER, PER_CAPITA, PEOPLE)
SIDES: Rows = (
    ("Kinh tế tỉnh Đồi",),
    (*HEADER, "", "Chỉ tiêu", "Đơn vị", 2026),
    (*PER_CAPITA, "", "Tỷ lệ biết chữ", "%", 97.6),
    PEOPLE,
)
SIDES_FIGURES = [
    "per_capita_office 2025 66.5 @C3",
    "per_capita_office 2026 70.5 @D3",
    "literacy_office 2026 97.6 @H3",
    "population_office 2025 805 @C4",
    "population_office 2026 808 @D4",
]


@pytest.mark.parametrize("heads", [("Chỉ tiêu", "Đơn vị"), ("", "")], ids=["headed", "unheaded"])
def test_tables_side_by_side_keep_their_own_labels(heads: tuple[str, str]) -> None:
    rows = (SIDES[0], (*HEADER, "", *heads, 2026), *SIDES[2:])
    assert brief(workbook(rows)) == SIDES_FIGURES
    assert len(read(workbook(rows), "a.xlsx").tables) == 2


def test_years_down_twice_side_by_side_are_two_tables() -> None:
    rows = (
        ("GRDP/người (triệu đồng)", "", "", "Dân số trung bình (nghìn người)"),
        ("Năm", "GRDP/người", "", "Năm", "Dân số trung bình"),
        (2026, 70.5, "", 2026, 808),
    )
    assert brief(workbook(rows)) == [
        "per_capita_office 2026 70.5 @B3",
        "population_office 2026 808 @E3",
    ]


def test_a_title_over_tables_side_by_side_holds_for_all_of_them() -> None:
    half_year = (("TÌNH HÌNH 6 THÁNG ĐẦU NĂM 2026",), *SIDES[1:])
    assert brief(workbook(half_year)) == []
    assert set(told(workbook(half_year))) == {"part_of_a_year A1"}


@pytest.mark.parametrize("name", ["BC 6 tháng 2026.xlsx", "bc_6_thang_dau_nam_2026.xlsx"])
def test_a_file_of_half_a_year_has_no_figure_of_that_year(name: str) -> None:
    data = workbook((HEADER, PER_CAPITA))
    assert brief(data, name) == BOTH_YEARS[:1]
    assert told(data, name) == ["part_of_a_year D1"]


def test_a_sheet_of_a_quarter_has_no_figures_of_a_year() -> None:
    data = workbook((HEADER, PER_CAPITA), name="Quý I")
    assert brief(data) == []
    assert told(data) == ["part_of_a_year 1"]


@pytest.mark.parametrize(
    "title",
    [
        "6 THÁNG ĐẦU NĂM 2026",
        "Quý I/2026",
        "Các quý năm 2026",
        "BC_Quy_IV_2026",
        "6T2026",
        "9T 2026",
        "Q3/2026",
        "H1 2026",
        "Nửa đầu năm 2026",
        "January-September 2026",
        "tháng 9 năm 2026",
    ],
)
def test_a_title_of_months_or_quarters_keeps_the_figures_out(title: str) -> None:
    data = workbook(((title,), HEADER, PER_CAPITA))
    assert (told(data), brief(data)) == (["part_of_a_year A1"], [])


@pytest.mark.parametrize(
    "title",
    [
        "Tỉnh Đồi, ngày 15 tháng 01 năm 2027",
        "(Kèm theo Báo cáo số 15/BC-UBND ngày 12 tháng 01 năm 2027)",
        "ngày … tháng … năm 2027",
        "Kết quả thực hiện quy hoạch tỉnh",
        "QUY MÔ GRDP ĐÁNH GIÁ LẠI",
        "Bao cao quy hoach",
        "Tháng 12 và 12 tháng năm 2026",
        "Quý IV và năm 2026",
    ],
)
def test_a_date_a_plan_and_twelve_months_are_no_part_of_a_year(title: str) -> None:
    data = workbook(((title,), HEADER, PER_CAPITA))
    assert (told(data), len(brief(data))) == ([], 2)


def test_what_is_merged_downwards_holds_for_all_its_rows() -> None:
    unit = (HEADER, ("Tỷ lệ biết chữ", "%", 97.5, 97.6), ("Tốc độ tăng GRDP", "", 7, 8))
    assert "growth_office 2026 8 @D3" in brief(workbook(unit, merges=[(1, 1, 2, 1)]))
    label = (HEADER, PER_CAPITA, ("", "nghìn đồng", 66_500, 70_500))
    assert brief(workbook(label, merges=[(1, 0, 2, 0)])) == BOTH_YEARS
    assert "unit_converted D3" in told(workbook(label, merges=[(1, 0, 2, 0)]))


PLACES: Rows = (
    ("Tỉnh", *HEADER),
    ("Tỉnh Thung Lũng", "GRDP/người", "triệu đồng", 50, 51),
    ("", "Dân số trung bình", "nghìn người", 600, 601),
)


def test_a_province_beside_the_labels_keeps_its_rows_to_itself() -> None:
    merged = workbook(PLACES, merges=[(1, 0, 2, 0)])
    assert brief(merged) == []
    assert told(merged) == ["own_place_missing 1"]
    both = (*PLACES, ("Tỉnh Đồi", "GRDP/người", "triệu đồng", 66.5, 70.5))
    assert brief(workbook(both)) == [
        "per_capita_office 2025 66.5 @D4",
        "per_capita_office 2026 70.5 @E4",
    ]
    assert told(workbook(both)) == ["other_places_not_read 1"]


def test_a_line_that_names_a_province_heads_the_rows_below_it() -> None:
    other = (("Tỉnh Thung Lũng",), ("GRDP/người", "triệu đồng", 50, 51), PEOPLE)
    assert brief(workbook((HEADER, *other))) == []
    assert told(workbook((HEADER, *other))) == ["own_place_missing 1"]
    both = (HEADER, ("Tỉnh Đồi",), PER_CAPITA, *other)
    assert brief(workbook(both)) == [
        "per_capita_office 2025 66.5 @C3",
        "per_capita_office 2026 70.5 @D3",
    ]
    assert told(workbook(both)) == ["other_places_not_read 1"]


@pytest.mark.parametrize("title", ["Dân số thành phố Đồi", "Hill City", "GRDP/người của cả nước"])
def test_the_city_called_like_the_province_and_the_country_are_not_the_province(title: str) -> None:
    data = workbook(((title,), HEADER, PER_CAPITA))
    assert brief(data) == []
    assert told(data) == ["another_place A1"]


def test_the_city_called_like_the_province_is_a_row_of_its_own() -> None:
    rows = (
        ("GRDP/người (triệu đồng)",),
        ("Địa phương", 2025, 2026),
        ("Thành phố Đồi", 90, 91),
        ("Tỉnh Đồi", 66.5, 70.5),
    )
    assert brief(workbook(rows)) == [
        "per_capita_office 2025 66.5 @B4",
        "per_capita_office 2026 70.5 @C4",
    ]
    assert told(workbook(rows)) == ["other_places_not_read 2"]
    assert told(workbook(rows[:3])) == ["own_place_missing 2"]


def test_years_below_headings_of_two_levels_are_the_rows() -> None:
    rows = (
        ("Năm", "Dân số trung bình", "", "GRDP/người"),
        ("", "Tổng số (nghìn người)", "Trong đó nữ", "(triệu đồng)"),
        ("Sơ bộ 2026", 808, 400, 70.5),
    )
    data = workbook(rows, merges=[(0, 1, 0, 2)])
    assert figures(read(data, "a.xlsx")) == [
        "population_office 2026 808 preliminary @B3",
        "per_capita_office 2026 70.5 preliminary @D3",
    ]
    assert told(data) == ["indicator_suggested C2"]


@pytest.mark.parametrize(
    "heading", ["Đến 31/12/2026", "Có đến 31/12/2026", "Cuối năm 2026", "End of 2026", "2026.0"]
)
def test_the_end_of_a_year_stands_for_the_year(heading: str) -> None:
    assert brief(workbook(((*HEADER[:3], heading), PER_CAPITA))) == BOTH_YEARS


@pytest.mark.parametrize("heading", ["Đến 30/6/2026", "Giữa năm 2026", "Đến cuối tháng 6/2026"])
def test_a_day_within_a_year_is_no_year(heading: str) -> None:
    assert brief(workbook(((*HEADER[:3], heading), PER_CAPITA))) == BOTH_YEARS[:1]


YEARBOOK: Rows = (
    ("Dân số trung bình - Average population",),
    ("", "ĐVT - Unit: Nghìn người - Thousand persons"),
    ("", 2025, "Sơ bộ\nPrel. 2026"),
    ("TỔNG SỐ - TOTAL", 805, 808),
    ("Nam - Male", 400, 402),
)


def test_a_yearbook_in_two_languages_is_read_in_either() -> None:
    assert figures(read(workbook(YEARBOOK), "a.xlsx")) == [
        "population_office 2025 805 not_stated @B4",
        "population_office 2026 808 preliminary @C4",
    ]
    label = "Dân số trung bình (nghìn người) - Average population (thousand persons)"
    assert brief(workbook((("", "", 2026), (label, "", 808)))) == ["population_office 2026 808 @C2"]


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Một số chỉ tiêu", "Tổng số"),  # of what?
        ("Dân số trung bình - GRDP per capita", "Tổng số"),  # two things, not one in two languages
        ("Dân số trung bình", "Tổng số nữ"),
    ],
)
def test_a_total_of_what_is_not_said_for_certain_is_none(title: str, label: str) -> None:
    assert brief(workbook(((title,), ("", "Đơn vị", 2026), (label, "nghìn người", 808)))) == []


def test_the_total_of_a_part_is_not_the_total() -> None:
    rows = (
        ("Dân số trung bình (nghìn người)",),
        ("", 2025, 2026),
        ("I. Đồng bào dân tộc",),
        ("Tổng số", 200, 205),
    )
    assert brief(workbook(rows)) == []


def test_nothing_where_there_was_something_is_looked_at() -> None:
    zero = read(workbook((HEADER, (*PEOPLE[:3], 0))), "a.xlsx")
    assert [row.needs_tick for row in zero.rows if row.figure.period.year == 2026] == [True]


ONE_COLUMN = (("Chỉ tiêu", "Đơn vị", "Giá trị"), PER_CAPITA[:3])


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (("Tỷ lệ theo chuẩn nghèo 2022-2025, năm 2026",), ["per_capita_office 2026 66.5 @C3"]),
        (
            ("Chỉ tiêu năm 2026", "Tỉnh Đồi, ngày 15 tháng 01 năm 2027"),
            ["per_capita_office 2026 66.5 @C4"],
        ),
        (("Tỉnh Đồi, ngày 15 tháng 01 năm 2027",), []),
        (("Bình quân giai đoạn 2021-2025",), []),
    ],
)
def test_the_year_of_a_title_is_that_of_its_figures(
    titles: tuple[str, ...], expected: list[str]
) -> None:
    assert brief(workbook((*((title,) for title in titles), *ONE_COLUMN))) == expected


def test_an_average_of_years_becomes_no_year_whatever_is_answered() -> None:
    data = workbook((("Bình quân giai đoạn 2021-2025",), *ONE_COLUMN))
    assert (told(data), read(data, "a.xlsx").questions) == (["span_as_year A1"], ())


def test_figures_under_the_title_of_a_plan_are_asked_about() -> None:
    title = ("Ước thực hiện năm 2025 và kế hoạch năm 2026",)
    data = workbook((title, HEADER, PER_CAPITA))
    assert brief(data) == ["per_capita_office 2025 66.5 @C3"]
    (question,) = read(data, "a.xlsx").questions
    assert question.finding.place.cell == "Biểu 1!D2"
    assert len(read(data, "a.xlsx", answers={question.id: "reported"}).rows) == 2
    left_out = read(data, "a.xlsx", answers={question.id: "leave_out"})
    assert [f.code for f in left_out.findings if f.severity == "asks"] == []
    stated = workbook((title, (*HEADER[:3], "Ước 2026"), PER_CAPITA))
    assert len(brief(stated)) == 2


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("I. 6 THÁNG ĐẦU NĂM", "span_as_year"),
        ("Quý I", "span_as_year"),
        ("Bình quân giai đoạn 2021-2025", "span_as_year"),
        ("Kế hoạch năm 2026", "projection_as_figure"),
    ],
)
def test_rows_under_a_heading_of_another_period_are_no_years(heading: str, code: str) -> None:
    data = workbook((HEADER, (heading,), PER_CAPITA))
    assert (told(data), brief(data)) == ([f"{code} A2"], [])
    whole = workbook((HEADER, (heading,), PER_CAPITA, ("Cả năm",), PEOPLE))
    assert len(brief(whole)) == 2


@pytest.mark.parametrize("heading", ["II. Mục tiêu về xã hội", "Kế hoạch và thực hiện", "Quy mô"])
def test_other_headings_leave_the_rows_below_them(heading: str) -> None:
    assert len(brief(workbook((HEADER, (heading,), PEOPLE)))) == 2


@pytest.mark.parametrize(
    ("sheet", "file", "asked"),
    [
        ("KH 2026", "a.xlsx", "KH 2026"),
        ("Biểu 1", "Ke_hoach_KTXH_2026.xlsx", "Ke_hoach_KTXH_2026.xlsx"),
        ("Biểu 1", "Thuc_hien_ke_hoach_2026.xlsx", None),
    ],
)
def test_the_name_of_a_file_or_sheet_may_announce_a_plan(
    sheet: str, file: str, asked: str | None
) -> None:
    questions = read(workbook((HEADER, PER_CAPITA), name=sheet), file).questions
    assert [one.finding.values["text"] for one in questions] == ([asked] if asked else [])


@pytest.mark.parametrize("name", ["Khu vực nông thôn", "II. Thành thị", "Rural areas"])
def test_figures_of_towns_or_of_the_country_alone_are_not_the_province(name: str) -> None:
    section = workbook((HEADER, PER_CAPITA, (name,), PEOPLE))
    assert brief(section) == BOTH_YEARS
    assert told(section) == ["other_places_not_read 1"]


def test_the_next_numbered_heading_ends_what_a_place_heads() -> None:
    rows = (HEADER, ("I. Huyện Xuân Lộc",), PEOPLE, ("II. Kinh tế",), PER_CAPITA)
    assert brief(workbook(rows)) == [
        "per_capita_office 2025 66.5 @C5",
        "per_capita_office 2026 70.5 @D5",
    ]
    beside = (
        ("TT", *HEADER),
        ("I", "Huyện Xuân Lộc"),
        ("1", *PEOPLE),
        ("II", "Kinh tế"),
        ("1", *PER_CAPITA),
    )
    assert [one.rpartition("@")[2] for one in brief(workbook(beside))] == ["D5", "E5"]


@pytest.mark.parametrize("word", ["Số liệu", "Giá trị"])
def test_a_year_in_the_name_of_a_sheet_holds_for_its_one_column(word: str) -> None:
    data = workbook((("Chỉ tiêu", "Đơn vị", word), PER_CAPITA[:3]), name="Năm 2026")
    assert brief(data) == ["per_capita_office 2026 66.5 @C2"]


def test_headings_of_several_levels_are_read_to_the_lowest() -> None:
    pairs = (
        ("Chỉ tiêu", "Đơn vị", 2025, "", 2026, ""),
        ("", "", "KH", "TH", "KH", "Ước TH"),
        ("GRDP/người", "triệu đồng", 66, 66.5, 70, 70.5),
    )
    data = workbook(pairs, merges=[(0, 2, 0, 3), (0, 4, 0, 5)])
    assert figures(read(data, "a.xlsx")) == [
        "per_capita_office 2025 66.5 not_stated @D3",
        "per_capita_office 2026 70.5 estimate @F3",
    ]
    quarters = (
        ("Chỉ tiêu", "Đơn vị", "Năm 2026", ""),
        ("", "", "Quý IV", "Cả năm"),
        ("GRDP/người", "triệu đồng", 18.5, 70.5),
    )
    data = workbook(quarters, merges=[(0, 2, 0, 3)])
    assert brief(data) == ["per_capita_office 2026 70.5 @D3"]
    assert told(data) == ["span_as_year C2"]


def test_years_under_the_period_they_belong_to_are_years() -> None:
    header = ("Chỉ tiêu", "Đơn vị", "Giai đoạn 2024-2026", "", "")
    years = ("", "", 2025, 2026, "Bình quân 2024-2026")
    data = workbook((header, years, (*PER_CAPITA, 65.8)), merges=[(0, 2, 0, 4)])
    assert brief(data) == ["per_capita_office 2025 66.5 @C3", "per_capita_office 2026 70.5 @D3"]
    assert told(data) == ["span_as_year E2"]
    average = ("Chỉ tiêu", "Đơn vị", "Bình quân 2024-2026", "", "")
    data = workbook((average, years, (*PER_CAPITA, 65.8)), merges=[(0, 2, 0, 4)])
    assert brief(data) == []


def test_a_footnote_on_every_figure_leaves_the_figures() -> None:
    header = ("Chỉ tiêu", "Đơn vị", "2025(1)", "Ước 2026*")
    rows = (header, ("GRDP/người (2)", "triệu đồng", "66,5(1)", "70,5 *"))
    assert brief(tsv(*rows), "a.tsv") == BOTH_YEARS


def raised_open_document() -> bytes:
    plain = open_document((HEADER, ("GRDP/người", "triệu đồng", "66,5#", 70.5)))
    return _in_content(
        plain,
        ("#", '<text:span text:style-name="T1">1</text:span>'),
        (
            "<office:body>",
            '<office:automatic-styles><style:style style:name="T1" style:family="text">'
            '<style:text-properties style:text-position="33% 58%"/></style:style>'
            "</office:automatic-styles><office:body>",
        ),
    )


def _in_content(data: bytes, *changes: tuple[str, str]) -> bytes:
    def change(name: str, content: bytes) -> bytes:
        for before, after in changes if name == "content.xml" else ():
            content = content.replace(before.encode(), after.encode())
        return content

    return repacked(data, change)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (new("raised"), "a.xlsx"),
        (old("raised"), "a.xls"),
        (raised_open_document(), "a.ods"),
        (page((HEADER, (*PER_CAPITA[:2], "66,5#", 70.5))).replace(b"#", b"<sup>1</sup>"), "a.xls"),
    ],
    ids=["workbook", "old workbook", "open document", "page"],
)
def test_a_raised_digit_is_the_mark_of_a_footnote(data: bytes, name: str) -> None:
    assert brief(data, name) == BOTH_YEARS
    assert "footnote_mark C2" in told(data, name)


def test_a_hidden_column_of_a_page_is_told() -> None:
    data = page((HEADER, PER_CAPITA)).replace(b"<td>2025", b"<td style='display: none'>2025")
    assert brief(data, "a.xls") == BOTH_YEARS
    assert codes(read(data, "a.xls"))[0] == "hidden_cells"


def test_a_title_on_the_row_above_the_years_is_a_title() -> None:
    rows = (
        ("E03.12 GRDP per capita by province", "", "Mill. dongs"),
        ("", 2025, 2026),
        ("WHOLE COUNTRY", 100, 110),
        ("Hill Province", 66.5, 70.5),
    )
    assert brief(workbook(rows)) == [
        "per_capita_office 2025 66.5 @B4",
        "per_capita_office 2026 70.5 @C4",
    ]


def test_units_over_their_columns_are_no_title() -> None:
    rows = (
        ("Tên ngành", "Triệu đồng", "%"),
        ("", 2026, 2026),
        ("GRDP/người", 70.5, ""),
        ("Tỷ lệ biết chữ", "", 97.6),
    )
    assert brief(workbook(rows)) == [
        "per_capita_office 2026 70.5 @B3",
        "literacy_office 2026 97.6 @C4",
    ]
    assert told(workbook(rows)) == []  # as one unit for the whole table it would not fit


def test_years_typed_as_text_with_an_apostrophe_are_years() -> None:
    assert brief(workbook((("Chỉ tiêu", "Đơn vị", "'2025", "'2026"), PER_CAPITA))) == BOTH_YEARS
