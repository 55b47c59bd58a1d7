"""The plan of the seeds reads the national site's tables and the province's reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from plantrack import seeds
from plantrack.intake.rules import Reading, read_file
from plantrack.intake.tables_found import LayoutKind
from plantrack.model import Figure
from tests.intake.files import page, text, workbook
from tests.intake.national_tables import (
    PROVINCES,
    YEARS,
    Own,
    Table,
    area_population,
    growth_index,
    per_capita,
)

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@cache
def first() -> seeds.Seeds:
    return seeds.load(SEEDS)


def read(
    data: bytes | str,
    name: str = "a.xlsx",
    *,
    current: Sequence[Figure] | None = None,
    answers: Mapping[str, str] | None = None,
    series_choice: str = "preferred",
) -> Reading:
    plan, figures = first().plan, first().figures if current is None else current
    raw = data.encode() if isinstance(data, str) else data
    return read_file(
        raw, name, plan, figures, answers=answers or {}, series_choice=series_choice, origin="new"
    )


def recorded(series: str) -> dict[int, Decimal]:
    own = first().plan.geography
    return {
        f.period.year: f.value
        for f in first().figures
        if f.series == series and f.geography == own and f.period.year is not None
    }


def own(series: str, base: float = 0) -> Own:
    return {year: float(value) + base for year, value in recorded(series).items() if year in YEARS}


def rounded(table: Table) -> Table:
    return [[round(c, 2) if isinstance(c, float) else c for c in row] for row in table]


TABLES = (
    ("grdp_growth_nso", growth_index, 100.0),
    ("grdp_per_capita_nso", per_capita, 0.0),
    ("population_average_nso", area_population, 0.0),
)


def test_there_are_sixty_three_provinces() -> None:
    assert len(set(PROVINCES)) == 63


@pytest.mark.parametrize(("series", "table", "base"), TABLES, ids=lambda value: str(value)[:24])
def test_own_row_is_read_from_the_years_of_the_plan(
    series: str, table: object, base: float
) -> None:
    assert callable(table)
    data = workbook(rounded(table(own(series, base))))
    nothing = [f for f in first().figures if f.series != series]
    reading = read(data, current=nothing)
    (found,) = reading.tables
    assert found.layout is LayoutKind.PLACES_AS_ROWS
    plan_years = {year: value for year, value in recorded(series).items() if 2021 <= year <= 2025}
    assert {r.figure.period.year: r.figure.value for r in reading.rows} == plan_years
    assert {r.figure.geography for r in reading.rows} == {first().plan.geography}
    assert [r.figure.status for r in reading.rows if r.figure.period.year == 2025] == ["estimate"]


@pytest.mark.parametrize(("series", "table", "base"), TABLES, ids=lambda value: str(value)[:24])
def test_recorded_years_are_unchanged_and_a_revised_one_is_a_restatement(
    series: str, table: object, base: float
) -> None:
    assert callable(table)
    values = {**own(series, base)}
    values[2023] += 0.5
    reading = read(workbook(rounded(table(values))))
    changed = [r for r in reading.rows if "restated" in r.finding_codes]
    assert [r.figure.period.year for r in changed] == [2023]
    assert all(r.needs_tick for r in changed)


def test_the_page_saved_from_a_browser_reads_the_same() -> None:
    table = rounded(growth_index(own("grdp_growth_nso", 100)))
    nothing = [f for f in first().figures if f.series != "grdp_growth_nso"]
    from_page, from_book = (
        [(r.figure.period.year, r.figure.value) for r in read(data, name, current=nothing).rows]
        for data, name in ((page(table), "E0310.xls"), (workbook(table), "E0310.xlsx"))
    )
    assert from_page == from_book != []


REPORT = (
    ("MỘT SỐ CHỈ TIÊU KINH TẾ - XÃ HỘI TỈNH LẠNG SƠN",),
    ("STT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện 2024", "Ước TH 2026", "KH 2027"),
    ("I", "KINH TẾ"),
    ("1", "Tốc độ tăng trưởng GRDP", "%", "", 8.4, 10),
    ("", "- Nông, lâm nghiệp và thuỷ sản", "%", "", 3.1, 3),
    ("", "- Công nghiệp - xây dựng", "%", "", 11.2, 12),
    ("", "- Dịch vụ", "%", "", 8.9, 9),
    ("", "- Thuế sản phẩm trừ trợ cấp sản phẩm", "%", "", 6.1, 6),
    ("2", "Cơ cấu kinh tế (%)"),
    ("", "- Nông, lâm nghiệp và thuỷ sản", "", "", 20.1, 19),
    ("", "- Công nghiệp và xây dựng", "", "", 28.5, 29),
    ("", "- Dịch vụ", "", "", 47.2, 48),
    ("", "- Thuế sản phẩm trừ trợ cấp sản phẩm", "", "", 4.2, 4),
    ("3", "GRDP bình quân đầu người", "Triệu đồng", "", 78.5, 85),
)


def test_report_of_the_province_is_read_sector_by_sector() -> None:
    rows = [list(row) for row in REPORT]
    for row in rows[9:13]:
        row[2] = "%"
    reading = read(workbook(rows), series_choice="province")
    assert [f"{r.figure.series} {r.figure.value}" for r in reading.rows] == [
        "grdp_growth_province 8.4",
        "grdp_growth_agriculture_province 3.1",
        "grdp_growth_industry_province 11.2",
        "grdp_growth_services_province 8.9",
        "grdp_growth_product_taxes_province 6.1",
        "share_agriculture_province 20.1",
        "share_industry_province 28.5",
        "share_services_province 47.2",
        "share_product_taxes_province 4.2",
        "grdp_per_capita_province 78.5",
    ]


@pytest.mark.parametrize(
    ("label", "unit", "never"),
    [
        ("Tổng kim ngạch xuất nhập khẩu", "Tỷ USD", "trade_all_goods"),
        ("Kim ngạch xuất nhập khẩu mở tờ khai tại hải quan", "Tỷ USD", "trade_all_goods"),
        ("Tổng thu ngân sách nhà nước trên địa bàn", "Tỷ đồng", "share_product_taxes"),
        ("Thuế", "%", "share_product_taxes"),
        ("Thu nhập bình quân đầu người", "Triệu đồng", "grdp_per_capita"),
        ("Thu nhập bình quân đầu người của hộ", "Triệu đồng", "grdp_per_capita"),
        ("GRDP bình quân đầu người 6 tháng", "Triệu đồng", "grdp_per_capita"),
        ("GRDP bình quân đầu người cả nước", "Triệu đồng", "grdp_per_capita"),
        ("GRDP bình quân đầu người tỉnh Cao Bằng", "Triệu đồng", "grdp_per_capita"),
    ],
)
def test_scopes_are_never_taken_for_one_another(label: str, unit: str, never: str) -> None:
    data = text((("Chỉ tiêu", "Đơn vị", "2026"), (label, unit, "71,5")))
    indicators = {first().plan.series[r.figure.series].indicator for r in read(data, "a.csv").rows}
    assert never not in indicators


@pytest.mark.parametrize(
    "title",
    ["Tình hình kinh tế - xã hội 6 tháng đầu năm 2026", "Quý I năm 2026", "9 tháng năm 2026"],
)
def test_part_of_a_year_is_no_year(title: str) -> None:
    rows = ((title,), ("Chỉ tiêu", "Đơn vị", "2026"), ("GRDP bình quân", "Triệu đồng", "35,1"))
    assert [f.code for f in read(text(rows), "a.csv").findings] == ["part_of_a_year"]


def test_figures_of_another_province_are_refused_by_their_title() -> None:
    rows = [["Niên giám thống kê tỉnh Cao Bằng"], *map(list, REPORT[1:])]
    reading = read(workbook(rows), series_choice="province")
    assert [f.code for f in reading.findings] == ["another_place"]


def test_first_estimate_beside_another_vintage_is_warned_of() -> None:
    """59.8 (first estimate) to 61.1 with 6.01 % real growth: prices would have fallen."""
    rows = (
        ("Chỉ tiêu", "Đơn vị", "2023", "2024"),
        ("GRDP bình quân đầu người", "Triệu đồng", 59.8, 61.1),
        ("Tốc độ tăng GRDP", "%", 7.0, 6.01),
    )
    reading = read(workbook(rows), series_choice="province")
    about = [f for f in reading.findings if f.code == "vintages_mixed"]
    assert [f.values["prices"] for f in about] == [Decimal("-2.8")]
