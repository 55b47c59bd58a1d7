"""Tables as offices lay them out: what is read from each, cell by cell."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

import pytest

from plantrack.intake.findings import Verdict
from plantrack.intake.rules import PASTED, Reading, pasted, read_file
from plantrack.intake.tables_found import CellUse, LayoutKind
from plantrack.model import Figure
from tests.intake.files import Rows, open_document, page, text, workbook, workbook_of
from tests.intake.files import old_workbook as xls
from tests.intake.reading import PLAN, TODAY
from tests.intake.small_plan import CURRENT


def read(
    data: bytes | str,
    name: str = "figures.csv",
    *,
    answers: Mapping[str, str] | None = None,
    current: tuple[Figure, ...] = CURRENT,
) -> Reading:
    raw = data.encode() if isinstance(data, str) else data
    return read_file(
        raw, name, PLAN, current, answers=answers or {}, origin="yearbook_2026", today=TODAY
    )


def figures(reading: Reading) -> list[str]:
    """Each accepted row as "series year value status @cell"."""
    return [
        f"{row.figure.series} {row.figure.period.year} {row.figure.value.normalize():f}"
        f" {row.figure.status} @{row.cell.rpartition('!')[2]}"
        for row in reading.rows
    ]


def codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.findings]


WIDE: Rows = (
    ("MỘT SỐ CHỈ TIÊU CHỦ YẾU",),
    (),
    ("STT", "Chỉ tiêu", "Đơn vị tính", 2025, "Ước 2026"),
    ("I", "KINH TẾ"),
    ("1", "GRDP bình quân đầu người", "triệu đồng", 66.5, 70.5),
    ("2", "Dân số trung bình", "nghìn người", 805, 808),
    ("II", "XÃ HỘI"),
    ("1", "Tỷ lệ biết chữ (*)", "%", "...", 97.6),
    ("", "Nguồn: Cục Thống kê"),
)
WIDE_FIGURES = [
    "per_capita_office 2025 66.5 not_stated @D5",
    "per_capita_office 2026 70.5 estimate @E5",
    "population_office 2025 805 not_stated @D6",
    "population_office 2026 808 estimate @E6",
    "literacy_office 2026 97.6 estimate @E8",
]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (workbook(WIDE), "a.xlsx"),
        (workbook(WIDE), "a.xlsm"),
        (workbook(WIDE), "a.xls"),
        (open_document(WIDE), "a.ods"),
        (xls(WIDE), "a.xls"),
        (page(WIDE), "a.xls"),
        (page(WIDE), "a.xlsx"),
        (page(WIDE, before="<!-- saved --><script>alert(1)</script>"), "a.html"),
        (text(WIDE, ";").encode(), "a.csv"),
        (text(WIDE, "\t").encode("utf-16"), "a.tsv"),
        (text(WIDE, "\t").encode("utf-16-le"), "a.tsv"),
        (text(WIDE, ";").encode("utf-16-be"), "a.csv"),
        (unicodedata.normalize("NFD", text(WIDE, ";")).encode("utf-16-le"), "a.csv"),
        (text(WIDE, "|").encode("utf-8-sig"), "a.txt"),
        (pasted(text(WIDE, "\t")), PASTED),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_same_table_is_read_alike_from_every_kind_of_file(data: bytes, name: str) -> None:
    reading = read(data, name)
    assert figures(reading) == WIDE_FIGURES
    assert [table.layout for table in reading.tables] == [LayoutKind.YEARS_AS_COLUMNS]
    assert "value_not_available" in codes(reading)


def test_table_found_shows_which_cells_were_used_and_how() -> None:
    (table,) = read(workbook(WIDE), "a.xlsx").tables
    used = {(cell.row, cell.column): cell.use for cell in table.cells}
    assert used[5, 3] is CellUse.VALUE
    assert used[5, 1] is CellUse.LABEL
    assert used[5, 2] is CellUse.UNIT
    assert used[3, 4] is CellUse.YEAR
    assert (9, 1) not in used  # a note below the table is not part of it
    assert (table.title, table.header_rows) == ("MỘT SỐ CHỈ TIÊU CHỦ YẾU", (3,))


@pytest.mark.parametrize(
    ("heading", "year", "status"),
    [
        ("2026", 2026, "not_stated"),
        ("Năm 2026", 2026, "not_stated"),
        ("Thực hiện năm 2026", 2026, "not_stated"),
        ("Prel. 2026", 2026, "preliminary"),
        ("Sơ bộ 2026", 2026, "preliminary"),
        ("Est.2026", 2026, "estimate"),
        ("Ước 2026", 2026, "estimate"),
        ("Ước thực hiện năm 2026", 2026, "estimate"),
        ("Năm 2026 (ước)", 2026, "estimate"),
        ("Chính thức 2026", 2026, "official"),
        ("31/12/2026", 2026, "not_stated"),
        ("2026*", 2026, "not_stated"),
    ],
)
def test_headings_state_the_year_and_the_status(heading: str, year: int, status: str) -> None:
    data = f"Chỉ tiêu;Đơn vị;{heading}\nGRDP/người;triệu đồng;70,5\n"
    assert figures(read(data)) == [f"per_capita_office {year} 70.5 {status} @C2"]


@pytest.mark.parametrize(
    "heading",
    ["6 tháng 2026", "Quý I/2026", "9 tháng năm 2026", "2021-2025", "Bình quân 2021-2025",
     "H1/2026", "30/6/2026", "BQ giai đoạn 2021-2025", "2026/2025"],
)  # fmt: skip
def test_spans_never_become_a_year(heading: str) -> None:
    data = f"Chỉ tiêu;Đơn vị;2026;{heading}\nGRDP/người;triệu đồng;70,5;35,2\n"
    reading = read(data)
    assert figures(reading) == ["per_capita_office 2026 70.5 not_stated @C2"]
    assert "span_as_year" in codes(reading)


def test_planned_figures_are_not_reported_ones() -> None:
    reading = read("Chỉ tiêu;Đơn vị;2026;KH 2027\nGRDP/người;triệu đồng;70,5;78\n")
    assert figures(reading) == ["per_capita_office 2026 70.5 not_stated @C2"]
    assert "projection_as_figure" in codes(reading)


def test_years_may_stand_in_rows() -> None:
    rows: Rows = (
        ("Năm", "GRDP bình quân đầu người (triệu đồng)", "Dân số trung bình (nghìn người)"),
        ("Sơ bộ 2025", 66.5, 805),
        ("Ước 2026", 70.5, 808),
        ("2021-2025", 58.1, 800),
    )
    reading = read(workbook(rows), "a.xlsx")
    assert figures(reading) == [
        "per_capita_office 2025 66.5 preliminary @B2",
        "population_office 2025 805 preliminary @C2",
        "per_capita_office 2026 70.5 estimate @B3",
        "population_office 2026 808 estimate @C3",
    ]
    assert [table.layout for table in reading.tables] == [LayoutKind.YEARS_AS_ROWS]
    assert "span_as_year" in codes(reading)


def test_one_year_may_stand_in_the_title() -> None:
    title = "Các chỉ tiêu chủ yếu ước thực hiện năm 2026"
    data = f"{title}\n\nChỉ tiêu;Đơn vị;Giá trị\nGRDP/người;triệu đồng;70,5"
    reading = read(data)
    assert figures(reading) == ["per_capita_office 2026 70.5 estimate @C4"]
    assert [table.layout for table in reading.tables] == [LayoutKind.ONE_YEAR]


def test_year_that_stands_nowhere_is_asked_for() -> None:
    data = "Chỉ tiêu;Đơn vị;Giá trị thực hiện\nGRDP/người;triệu đồng;70,5"
    asked = read(data)
    assert asked.verdict is Verdict.REFUSED
    (question,) = asked.questions
    assert figures(read(data, answers={question.id: "2026"})) == [
        "per_capita_office 2026 70.5 not_stated @C2"
    ]


def test_headers_of_two_levels_are_read_through_their_merged_cells() -> None:
    rows: Rows = (
        ("Chỉ tiêu", "GRDP bình quân đầu người (triệu đồng)", "", "Dân số trung bình", ""),
        ("", 2025, 2026, 2025, 2026),
        ("Hill Province", 66.5, 70.5, 805, 808),
        ("Valley Province", 50.1, 51.2, 600, 610),
    )
    data = workbook([*rows], merges=[(0, 1, 0, 2), (0, 3, 0, 4), (0, 0, 1, 0)])
    reading = read(data, "a.xlsx", answers={"unit:0.0:population": "thousand_persons"})
    assert figures(reading) == [
        "per_capita_office 2025 66.5 not_stated @B3",
        "per_capita_office 2026 70.5 not_stated @C3",
        "population_office 2025 805 not_stated @D3",
        "population_office 2026 808 not_stated @E3",
    ]


def test_years_above_indicators_are_read_as_well() -> None:
    rows: Rows = (
        ("Province", "2025", "", "Est.2026", ""),
        ("", "GRDP per capita (million VND)", "Average population (thousand persons)",
         "GRDP per capita (million VND)", "Average population (thousand persons)"),
        ("Hill Province", 66.5, 805, 70.5, 808),
        ("Valley Province", 50.1, 600, 51.2, 610),
    )  # fmt: skip
    assert figures(read(text(rows))) == figures(read(workbook(rows), "a.xlsx"))
    assert [row.figure.status for row in read(text(rows)).rows] == [
        "not_stated", "not_stated", "estimate", "estimate",
    ]  # fmt: skip


def test_parts_are_told_apart_by_the_whole_they_stand_under() -> None:
    rows: Rows = (
        ("Chỉ tiêu", "Đơn vị", 2026),
        ("1. Tốc độ tăng GRDP", "%", 6.8),
        ("- Nông nghiệp", "%", 3.1),
        ("- Công nghiệp", "%", 8.2),
        ("- Dịch vụ", "%", 7.5),
        ("2. Cơ cấu kinh tế", "%", 100),
        ("- Nông nghiệp", "%", 20.1),
        ("- Công nghiệp", "%", 32.4),
        ("- Dịch vụ", "%", 47.5),
    )
    assert figures(read(workbook(rows), "a.xlsx")) == [
        "growth_office 2026 6.8 not_stated @C2",
        "growth_farming_office 2026 3.1 not_stated @C3",
        "growth_industry_office 2026 8.2 not_stated @C4",
        "growth_services_office 2026 7.5 not_stated @C5",
        "farming_office 2026 20.1 not_stated @C7",
        "industry_office 2026 32.4 not_stated @C8",
        "services_office 2026 47.5 not_stated @C9",
    ]


def test_part_without_a_whole_is_asked_about() -> None:
    data = "Chỉ tiêu;Đơn vị;2026\nDịch vụ;%;47,5"
    (question,) = read(data).questions
    assert [choice.value for choice in question.choices] == [
        "services", "growth_services", "leave_out",
    ]  # fmt: skip
    answered = read(data, answers={question.id: "growth_services"})
    assert figures(answered) == ["growth_services_office 2026 47.5 not_stated @C2"]


def test_index_means_growth_when_the_table_says_so() -> None:
    rows: Rows = (
        ("Index of output by province (previous year = 100)",),
        ("", 2025, "Prel. 2026"),
        ("Whole country", 105.1, 105.9),
        ("Hill Province", 106.75, 106.84),
        ("Valley Province", 101.2, "-"),
    )
    reading = read(workbook(rows), "a.xlsx")
    assert figures(reading) == [
        "growth_office 2025 6.75 not_stated @B4",
        "growth_office 2026 6.84 preliminary @C4",
    ]
    assert all(row.needs_tick for row in reading.rows)


def test_index_that_does_not_say_so_is_asked_about() -> None:
    data = "Chỉ tiêu;Đơn vị;2026\nTốc độ tăng GRDP;%;106,84"
    (question,) = read(data).questions
    assert read(data).rows == ()
    as_index = read(data, answers={question.id: "index"})
    assert figures(as_index) == ["growth_office 2026 6.84 not_stated @C2"]
    as_rate = read(data, answers={question.id: "rate"})
    assert figures(as_rate) == ["growth_office 2026 106.84 not_stated @C2"]


@pytest.mark.parametrize(
    ("unit", "value", "stored"),
    [
        ("nghìn đồng", "70500", "70.5"),
        ("1.000 đồng", "70500", "70.5"),
        ("tr.đ", "70,5", "70.5"),
        ("Mill. dongs", "70,5", "70.5"),
        ("đồng", "70500000", "70.5"),
        ("tỷ đồng", "0,0705", "70.5"),
    ],
)
def test_units_convert_between_known_scales(unit: str, value: str, stored: str) -> None:
    reading = read(f"Chỉ tiêu;Đơn vị;2026\nGRDP/người;{unit};{value}")
    assert [f"{row.figure.value.normalize():f}" for row in reading.rows] == [stored]


def test_unit_of_the_table_stands_above_it() -> None:
    data = "GRDP theo năm\n;;Đơn vị tính: Triệu đồng\nChỉ tiêu;2025;2026\nGRDP/người;66,5;70,5"
    assert len(read(data).rows) == 2


def test_slipped_unit_is_caught_against_the_series() -> None:
    reading = read("Chỉ tiêu;Đơn vị;2026\nGRDP/người;nghìn đồng;70,5")
    assert "unit_slip_smaller" in codes(reading)
    assert reading.rows == ()


def test_spaces_and_stars_and_dots_are_told_apart() -> None:
    data = (
        "Chỉ tiêu;Đơn vị;2024;2025;2026\nDân số trung bình;người;800 123;804 500*;808 900"
        "\nTỷ lệ biết chữ;%;-;..;97,6%"
    )
    reading = read(data)
    assert [f"{row.figure.value.normalize():f}" for row in reading.rows] == [
        "800.123", "804.5", "808.9", "97.6",
    ]  # fmt: skip
    assert {"footnote_mark", "value_nothing", "value_not_available"} <= set(codes(reading))


def test_decimal_mark_is_read_off_the_column() -> None:
    comma = read("Chỉ tiêu;Đơn vị;2025;2026\nDân số trung bình;nghìn người;804,125;1.808,5")
    assert [str(row.figure.value) for row in comma.rows][:1] == ["804.125"]
    assert comma.tables[0].decimal_mark == ","
    point = read("Chỉ tiêu;Đơn vị;2026\nDân số trung bình;người;810.500\nTỷ lệ biết chữ;%;97.6")
    assert [row.figure.series for row in point.rows] == ["literacy_office"]
    assert point.tables[0].decimal_mark == "."


def test_number_that_can_be_read_in_two_ways_stays_a_question() -> None:
    data = "Chỉ tiêu;Đơn vị;2026\nDân số trung bình;người;810.500"
    (question,) = read(data).questions
    assert figures(read(data, answers={question.id: ","})) == [
        "population_office 2026 810.5 not_stated @C2"
    ]
    assert read(data, answers={question.id: "."}).rows == ()  # 810.5 persons: a slipped unit


def test_percentages_of_a_workbook_are_read_as_shown() -> None:
    rows: Rows = (("Chỉ tiêu", "Đơn vị", 2026), ("Tỷ lệ biết chữ", "%", 0.976))
    assert figures(read(workbook(rows, formats={(1, 2): "0.0%"}), "a.xlsx")) == [
        "literacy_office 2026 97.6 not_stated @C2"
    ]
    assert figures(read(open_document(rows, percent=[(1, 2)]), "a.ods")) == [
        "literacy_office 2026 97.6 not_stated @C2"
    ]


def test_fraction_of_an_old_workbook_is_asked_about() -> None:
    data = xls((("Chỉ tiêu", "Đơn vị", "Năm 2026"), ("Tỷ lệ biết chữ", "%", 0.976)))
    (question,) = read(data, "a.xls").questions
    answered = read(data, "a.xls", answers={question.id: "fraction"})
    assert figures(answered) == ["literacy_office 2026 97.6 not_stated @C2"]


def test_every_sheet_is_read_and_disagreement_is_asked_about() -> None:
    def sheet_of(value: float) -> Rows:
        return (("Chỉ tiêu", "Đơn vị", 2026), ("GRDP/người", "triệu đồng", value))

    data = workbook_of({"Cũ": sheet_of(70.5), "Mới": sheet_of(71.2)})
    asked = read(data, "a.xlsx")
    assert asked.rows == ()
    (question,) = asked.questions
    assert figures(read(data, "a.xlsx", answers={question.id: "1.0"})) == [
        "per_capita_office 2026 71.2 not_stated @C2"
    ]


def test_hidden_rows_are_read_and_said() -> None:
    reading = read(workbook(WIDE, hidden_rows=[5], hidden_columns=[3]), "a.xlsx")
    assert figures(reading) == WIDE_FIGURES
    assert "hidden_cells" in codes(reading)


@pytest.mark.parametrize(
    "title", ["Số liệu tỉnh Thung Lũng", "Key figures, Valley Province", "THUNG LŨNG 2026"]
)
def test_figures_of_another_province_never_become_ours(title: str) -> None:
    reading = read(f"{title}\nChỉ tiêu;Đơn vị;2026\nGRDP/người;triệu đồng;70,5")
    assert (codes(reading), reading.rows) == (["another_place"], ())


def test_long_table_with_a_column_of_places_keeps_to_its_own() -> None:
    data = (
        "province,indicator,year,value,unit\nHill Province,GRDP per capita,2026,70.5,million VND\n"
        "Valley Province,GRDP per capita,2026,50.1,million VND\n"
    )
    reading = read(data)
    assert figures(reading) == ["per_capita_office 2026 70.5 not_stated @D2"]
    assert codes(reading) == ["other_places_not_read"]


def test_footnotes_and_notes_below_are_no_figures() -> None:
    data = "Chỉ tiêu;Đơn vị;2026\nGRDP/người (1);triệu đồng;70,5\n\n(1) Giá hiện hành năm 2026.\n"
    assert figures(read(data)) == ["per_capita_office 2026 70.5 not_stated @C2"]


def test_row_that_counts_the_columns_belongs_to_the_header() -> None:
    data = "TT;Chỉ tiêu;Đơn vị;2025;2026\nA;B;C;1;2\n1;GRDP/người;triệu đồng;66,5;70,5"
    assert len(read(data).rows) == 2


def test_composed_and_decomposed_letters_are_the_same() -> None:
    data = "Chỉ tiêu;Đơn vị;Ước 2026\nTỷ lệ biết chữ;%;97,6"
    decomposed = read(unicodedata.normalize("NFD", data))
    assert figures(decomposed) == figures(read(data)) != []


@pytest.mark.parametrize(
    "lines",
    [
        "ChØ tiªu;§¬n vÞ;N¨m 2026\nD©n sè;ngh×n;808",
        "Chæ tieâu;Ñôn vò;Naêm 2026\nDaân soá;nghìn;808",
    ],
    ids=["TCVN3", "VNI"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "utf-16"])
def test_letters_of_old_fonts_are_refused_with_the_way_out(lines: str, encoding: str) -> None:
    assert codes(read(lines.encode(encoding))) == ["legacy_encoding"]


def test_words_over_a_column_that_change_its_meaning_keep_it_out() -> None:
    head = "Chỉ tiêu;Đơn vị;2026;2026\n;;Tổng số;Thành thị\n"
    urban = read(f"{head}Dân số trung bình;nghìn người;808;210")
    assert figures(urban) == ["population_office 2026 808 not_stated @C3"]
    assert "column_not_understood" in codes(urban)
    above = read(
        "Province;2026;2026\n;Total;Urban\n;Average population (thousand persons);"
        "Average population (thousand persons)\nHill Province;808;210\nValley Province;600;99"
    )
    assert figures(above) == ["population_office 2026 808 not_stated @B4"]
