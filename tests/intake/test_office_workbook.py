"""A provincial department's workbook as it is sent: read with the plan the repository carries."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from plantrack import seeds
from plantrack.intake.rules import Reading, read_file
from tests.intake.files import Rows, workbook

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
HEAD = ("TT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện năm 2025", "Ước thực hiện năm 2026")
REPORT: Rows = (
    ("UBND TỈNH LẠNG SƠN", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("SỞ TÀI CHÍNH", "", "", "Độc lập - Tự do - Hạnh phúc"),
    ("", "", "", "Lạng Sơn, ngày 10 tháng 12 năm 2026"),
    ("BIỂU TỔNG HỢP CHỈ TIÊU THỰC HIỆN QUY HOẠCH NĂM 2026",),
    ("(Kèm theo Báo cáo số 123/BC-STC ngày 10 tháng 12 năm 2026 của Sở Tài chính)",),
    HEAD,
    ("I", "KINH TẾ"),
    ("1", "Tốc độ tăng trưởng GRDP", "%", 8.06, 9.1),
    ("", "- Nông, lâm nghiệp và thủy sản", "%", 6.14, 4.2),
    ("", "- Dịch vụ", "%", 7.1, 8.4),
    ("2", "GRDP bình quân đầu người", "Triệu đồng", 70.95, 78.5),
    ("3", "GRDP bình quân đầu người", "USD", 2850, 3020),
    ("4", "Thu ngân sách nhà nước trên địa bàn", "Tỷ đồng", "11.283,0", "12.300,5"),
    ("II", "XÃ HỘI"),
    ("5", "Tỷ lệ hộ nghèo", "%", "...", "2,1*"),
    ("*: theo chuẩn nghèo đa chiều 2022-2025",),
    ("", "", "", "NGƯỜI LẬP BIỂU", "GIÁM ĐỐC"),
)


@cache
def loaded() -> seeds.Seeds:
    return seeds.load(SEEDS)


def read(rows: Rows) -> Reading:
    plan, figures = loaded().plan, loaded().figures
    return read_file(workbook(rows), "Bieu KTXH.xlsx", plan, figures, origin="document_000")


def of_2026(reading: Reading) -> dict[str, str]:
    """Each new figure by its indicator, with its status."""
    series = loaded().plan.series
    return {
        series[row.figure.series].indicator: f"{row.figure.value.normalize():f} {row.figure.status}"
        for row in reading.rows
        if row.figure.period.year == 2026
    }


def test_what_a_department_sends_is_read_as_it_is_meant() -> None:
    assert of_2026(read(REPORT)) == {
        "grdp_growth": "9.1 estimate",
        "grdp_growth_agriculture": "4.2 estimate",
        "grdp_growth_services": "8.4 estimate",
        "grdp_per_capita": "78.5 estimate",
        "grdp_per_capita_usd": "3020 estimate",
        "budget_revenue": "12300.5 estimate",
        "poor_household_rate": "2.1 estimate",
    }


def test_the_same_table_of_one_of_its_districts_is_refused() -> None:
    of_district = (("UBND HUYỆN CAO LỘC",), *REPORT[1:])
    reading = read(of_district)
    assert ([f.code for f in reading.findings], reading.rows) == (["another_place"], ())


def test_the_growth_index_of_the_yearbook_is_found_by_its_title() -> None:
    title = (
        "Chỉ số phát triển tổng sản phẩm trên địa bàn theo giá so sánh 2010 (Năm trước = 100) - %"
    )
    rows = ((title,), ("", 2025, "Sơ bộ 2026"), ("Lạng Sơn", 108.06, 109.1))
    assert of_2026(read(rows)) == {"grdp_growth": "9.1 preliminary"}


def test_a_percent_sign_does_not_make_growth_a_share() -> None:
    label = ("", "Nông, lâm nghiệp và thủy sản", "%", 6.14, 4.2)
    reading = read((HEAD, ("I", "Tốc độ phát triển sản xuất"), label))
    assert ([f.code for f in reading.findings], reading.rows) == (["ambiguous_indicator"], ())
