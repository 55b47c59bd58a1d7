"""Scope: a part of a province, another province and the country never become the province."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from plantrack import seeds
from plantrack.intake.places import Places
from tests.intake.files import Rows, text, workbook
from tests.intake.test_awkward import BOTH_YEARS, HEADER, PER_CAPITA, brief, told
from tests.intake.test_layouts import read

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.mark.parametrize(
    "title",
    [
        "GRDP huyện Xuân Lộc",
        "UBND HUYỆN XUÂN LỘC",
        "TÌNH HÌNH KINH TẾ - XÃ HỘI HUYỆN XUÂN LỘC, TỈNH ĐỒI",
        "UBND tỉnh Đồi\nChi cục Thống kê huyện Xuân Lộc",
        "Xuân Lộc district, Hill Province",
        "XUAN LOC DISTRICT",
        "Kinh tế thị xã Xuân Lộc",
        "Thị trấn Xuân Lộc",
        "Một số chỉ tiêu xã Xuân Lộc",
        "PHƯỜNG 5",
        "TP. Xuân Lộc, tỉnh Đồi",
        "Thành phố Đồi, tỉnh Đồi",
        "GRDP huyen Xuan Loc",
        "Khu vực nông thôn tỉnh Đồi",
    ],
)
def test_figures_of_a_part_of_the_province_never_become_its_own(title: str) -> None:
    data = workbook(((title,), HEADER, PER_CAPITA))
    assert (told(data), brief(data)) == (["another_place A1"], [])


@pytest.mark.parametrize(
    "title", ["Kinh tế tỉnh Biển Xanh", "KINH TẾ TỈNH BIỂN XANH NĂM 2026", "Green Sea province"]
)
def test_a_province_the_plan_does_not_list_is_another_all_the_same(title: str) -> None:
    data = workbook(((title,), HEADER, PER_CAPITA))
    assert (told(data), brief(data)) == (["another_place A1"], [])


@pytest.mark.parametrize(
    "title",
    [
        "TÌNH HÌNH KINH TẾ - XÃ HỘI TỈNH ĐỒI NĂM 2026",
        "Các Chỉ Tiêu Kinh Tế Xã Hội Tỉnh Năm 2026",
        "GRDP các tỉnh, thành phố trực thuộc trung ương",
        "SỐ XÃ ĐẠT CHUẨN NÔNG THÔN MỚI",
        "HỢP TÁC XÃ NÔNG NGHIỆP",
        "Tổng hợp từ các huyện, thành phố",
        "Phân theo khu vực thành thị, nông thôn",
        "CHIA THEO HUYỆN, THÀNH PHỐ",
        "POPULATION BY DISTRICT",
        "Don vi tinh: Trieu dong",
        "TP. Xuân Lộc, ngày 15 tháng 01 năm 2027",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "So sánh tỉnh Đồi và tỉnh Thung Lũng",
    ],
)
def test_a_title_that_names_no_other_place_leaves_the_figures(title: str) -> None:
    data = workbook(((title,), HEADER, PER_CAPITA))
    assert (told(data), brief(data)) == (
        [],
        ["per_capita_office 2025 66.5 @C3", "per_capita_office 2026 70.5 @D3"],
    )


def test_the_name_of_a_file_and_of_a_sheet_are_heard() -> None:
    table = (HEADER, PER_CAPITA)
    assert told(workbook(table), "GRDP_huyen_Xuan_Loc.xlsx") == ["another_place 1"]
    assert told(workbook(table, name="Huyện Xuân Lộc")) == ["another_place 1"]


def test_a_title_put_right_lets_the_figures_in() -> None:
    table = ((("Chi cục Thống kê huyện Xuân Lộc"),), HEADER, PER_CAPITA)
    put_right = {"cell:Biểu 1!A1": "Chi cục Thống kê tỉnh Đồi"}
    assert len(read(workbook(table), "a.xlsx", answers=put_right).rows) == 2


DISTRICTS: Rows = (
    ("Dân số trung bình chia theo huyện, thành phố (nghìn người)",),
    ("", 2025, 2026),
    ("Tổng số", 805, 808),
    ("Thành phố Đồi", 100, 101),
    ("Huyện Xuân Lộc", 80, 81),
)
OF_THE_TOTAL = ["population_office 2025 805 @B3", "population_office 2026 808 @C3"]


@pytest.mark.parametrize("total", ["Tổng số", "TOÀN TỈNH", "Tỉnh Đồi", "Whole province"])
@pytest.mark.parametrize("head", ["", "Huyện, thành phố", "Đơn vị hành chính"])
def test_of_a_table_by_district_only_the_total_is_the_province(total: str, head: str) -> None:
    rows = (DISTRICTS[0], (head, 2025, 2026), (total, 805, 808), *DISTRICTS[3:])
    assert brief(workbook(rows)) == OF_THE_TOTAL
    assert told(workbook(rows)) == ["other_places_not_read 2"]


def test_the_total_of_another_province_or_of_a_district_is_not_ours() -> None:
    other = (("Dân số tỉnh Thung Lũng (nghìn người)",), *DISTRICTS[1:])
    assert (told(workbook(other)), brief(workbook(other))) == (["another_place A1"], [])
    rows = (
        ("Dân số trung bình huyện Xuân Lộc (nghìn người)",),
        ("", 2025, 2026),
        ("Tổng số", 80, 81),
        ("Xã Yên Phúc", 5, 6),
        ("Phường Tam Thanh", 7, 8),
    )
    assert (told(workbook(rows)), brief(workbook(rows))) == (["another_place A1"], [])


@pytest.mark.parametrize("figures", [(5, 6), ()], ids=["rows", "headings"])
def test_communes_below_a_district_do_not_make_its_own_row_ours(figures: tuple[int, ...]) -> None:
    rows = (
        ("Kinh tế huyện Xuân Lộc",),
        HEADER,
        ("Dân số trung bình", "nghìn người", 80, 81),
        ("Xã Yên Phúc", "nghìn người", *figures),
        PER_CAPITA,
    )
    assert (told(workbook(rows)), brief(workbook(rows))) == (["another_place A1"], [])


def test_the_total_of_provinces_is_the_country() -> None:
    rows = (
        ("Dân số trung bình (nghìn người)",),
        ("", 2025, 2026),
        ("Tổng số", 98_000, 99_000),
        ("Tỉnh Thung Lũng", 600, 601),
        ("Tỉnh Biển Xanh", 700, 701),
    )
    assert (told(workbook(rows)), brief(workbook(rows))) == (["own_place_missing 2"], [])


def test_districts_under_the_row_of_their_province_are_others() -> None:
    rows = (
        HEADER,
        ("Dân số trung bình", "nghìn người", 805, 808),
        ("Thành phố Đồi", "nghìn người", 100, 101),
        ("Huyện Xuân Lộc", "nghìn người", 80, 81),
        PER_CAPITA,
    )
    assert brief(workbook(rows)) == [
        "population_office 2025 805 @C2",
        "population_office 2026 808 @D2",
        "per_capita_office 2025 66.5 @C5",
        "per_capita_office 2026 70.5 @D5",
    ]
    assert told(workbook(rows)) == ["other_places_not_read 1"]


def test_a_line_that_names_a_district_heads_the_rows_below_it() -> None:
    rows = (HEADER, PER_CAPITA, ("II. Huyện Xuân Lộc",), ("Dân số trung bình", "nghìn người", 8, 9))
    assert brief(workbook(rows)) == BOTH_YEARS
    assert told(workbook(rows)) == ["other_places_not_read 1"]


LONG = (
    ("Chỉ tiêu", "Năm", "Giá trị", "Đơn vị"),
    ("GRDP/người", 2026, "70,5", "triệu đồng"),
)


def test_the_title_of_a_table_with_one_figure_a_row_is_heard() -> None:
    district = text((("Huyện Xuân Lộc, tỉnh Đồi",), *LONG))
    assert (told(district, "a.csv"), brief(district, "a.csv")) == (["another_place A1"], [])
    half_year = text((("Số liệu 6 tháng đầu năm 2026",), *LONG))
    assert (told(half_year, "a.csv"), brief(half_year, "a.csv")) == (["part_of_a_year A1"], [])
    assert told(text(LONG), "BC 6 tháng 2026.csv") == ["part_of_a_year 1"]
    assert brief(text(LONG), "BC năm 2026.csv") == ["per_capita_office 2026 70.5 @C2"]


def test_a_table_with_one_figure_a_row_may_list_the_districts() -> None:
    rows = (
        ("Huyện, thành phố", *LONG[0]),
        ("Toàn tỉnh", *LONG[1]),
        ("Huyện Xuân Lộc", "GRDP/người", 2026, "50,1", "triệu đồng"),
    )
    assert brief(text(rows), "a.csv") == ["per_capita_office 2026 70.5 @D2"]
    assert told(text(rows), "a.csv") == ["other_places_not_read 1"]


@cache
def places(folder: str = "seeds") -> Places:
    return Places(seeds.load(SEEDS.parent / folder).plan)


@pytest.mark.parametrize(
    "title",
    [
        "Cao Lộc",
        "Hữu Lũng và Chi Lăng, tỉnh Lạng Sơn",
        "GRDP Quảng Ninh",
        "Ha Noi 2026",
        "Khánh Hoà",
        "Vùng trung du và miền núi phía Bắc",
        "GRDP_cao_loc_2026.xlsx",
        "Thành phố Cao Bằng",
    ],
)
def test_places_of_the_country_are_known_by_name(title: str) -> None:
    assert places().another([title]) is not None


@pytest.mark.parametrize(
    "title",
    [
        "Quy mô GRDP đánh giá lại",  # not Gia Lai
        "Mức cao bằng 1,2 lần bình quân",  # not Cao Bằng
        "Hòa bình và phát triển",  # not Hòa Bình
        "LẠNG SƠN SO VỚI QUẢNG NINH",
        "Lang Son in the northern midlands and mountains",
    ],
)
def test_words_that_look_like_places_are_none(title: str) -> None:
    assert places().another([title]) is None


def test_another_plan_knows_its_own_places() -> None:
    second = places("tests/plans/second")
    own = second.own_name.en.partition(" (")[0]
    assert second.another([f"{own} province"]) is None
    assert second.another([f"{own} city"]) is not None
    assert second.another(["Gorica and Vrhovo" if own == "Dolina" else "Dolina"]) is not None
