"""What the first screen says on the seeds as published (METHOD, sections 4 to 10)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from plantrack import words
from plantrack.method.verdict import Reason
from plantrack.model import Standing
from plantrack.plan import PREFERRED
from plantrack.scorecard import Scorecard, TargetRow, scorecard
from plantrack.scorecard.telling import counts_sentence, headline, ratio, required, takeaway
from plantrack.scorecard.telling.arithmetic import steps
from plantrack.seeds import load

ENGLISH, VIETNAMESE = words.of("en"), words.of("vi")
SEEDS = Path(__file__).resolve().parents[2] / "seeds"

SHARES = ("share_agriculture", "share_industry", "share_services", "share_product_taxes")
ORDER = (
    "grdp_per_capita",
    "grdp_growth_industry",
    "grdp_growth_product_taxes",
    "grdp_growth_services",
    "grdp_growth",
    "rank_economic_scale",
    "rank_grdp_per_capita",
    *SHARES,
    "grdp_growth_agriculture",
)


@cache
def first_screen(choice: str = PREFERRED) -> Scorecard:
    seeds = load(SEEDS)
    return scorecard(seeds.plan, seeds.figures, seeds.plan.default_target_set, choice)


def row(indicator: str, choice: str = PREFERRED) -> TargetRow:
    found = first_screen(choice).of_indicator(indicator)
    assert found is not None
    return found


def plain(text: str) -> str:
    return text.replace("\N{NARROW NO-BREAK SPACE}", " ")


def lines(indicator: str) -> list[str]:
    told = steps(row(indicator), ENGLISH, first_screen().values)
    return [plain(line) for step in told for line in step.lines]


def test_the_order_on_screen_is_worst_first() -> None:
    assert tuple(one.indicator.id for one in first_screen().ordered) == ORDER


def test_the_standings() -> None:
    behind = ("grdp_growth", "grdp_per_capita", *ORDER[1:4])
    assert {one.indicator.id: one.standing for one in first_screen().rows} == {
        **dict.fromkeys(behind, Standing.BEHIND),
        **dict.fromkeys(SHARES, Standing.NOT_ASSESSED),
        "rank_economic_scale": Standing.NOT_MET_YET,
        "rank_grdp_per_capita": Standing.NOT_MET_YET,
        "grdp_growth_agriculture": Standing.REACHED,
    }


def test_the_counts_in_words() -> None:
    assert counts_sentence(first_screen(), ENGLISH) == (
        "12 targets: 5 behind, 2 rank not met yet, 4 cannot be assessed yet, 1 reached."
    )
    assert counts_sentence(first_screen(), VIETNAMESE) == (
        "12 chỉ tiêu: 5 chậm tiến độ, 2 chưa đạt thứ hạng, 4 chưa đánh giá được, 1 đạt."
    )


def test_the_headline() -> None:
    assert plain(headline(first_screen(), ENGLISH)) == (
        "GRDP per capita must grow 16.2 % a year from now (2026–2030) to reach 150 million VND "
        "per person in 2030; it has grown 10.8 % a year (2024–2025, current prices, estimate)."
    )
    assert headline(first_screen(), VIETNAMESE) == (
        "GRDP bình quân đầu người cần tăng bình quân 16,2%/năm giai đoạn 2026–2030 để đạt 150 "
        "triệu đồng/người vào năm 2030; giai đoạn 2024–2025 tăng bình quân 10,8%/năm (giá hiện "
        "hành, ước tính)."
    )


@pytest.mark.parametrize(
    ("indicator", "shown", "needed"),
    [
        ("grdp_per_capita", "0.738", "+16.2 % a year"),
        ("grdp_growth", "0.848", "+9.23 / +11.26 % a year"),
        ("grdp_growth_industry", "0.739", "+15.22 / +17.29 % a year"),
        ("grdp_growth_services", "0.834", "+9.35 / +11.38 % a year"),
        ("grdp_growth_product_taxes", "0.789", "+9.72 / +11.76 % a year"),
    ],
)
def test_ratios_and_what_is_needed_from_now(indicator: str, shown: str, needed: str) -> None:
    assert ratio(row(indicator), ENGLISH) == shown
    assert plain(required(row(indicator), ENGLISH, from_now=True)) == needed


@pytest.mark.parametrize(
    ("indicator", "needed"),
    [
        ("grdp_growth_industry", 15.2),
        ("grdp_growth_services", 9.3),
        ("grdp_growth_product_taxes", 9.7),
    ],
)
def test_needed_growth_of_the_sectors_to_one_decimal(indicator: str, needed: float) -> None:
    lowest = row(indicator).assessment.required_from_now.low
    assert lowest is not None
    assert round(lowest * 100, 1) == needed


def test_without_estimates_per_capita_is_far_behind() -> None:
    found = row("grdp_per_capita")
    assert found.firm is not None
    assert found.firm.standing is Standing.FAR_BEHIND
    assert ratio(replace(found, assessment=found.firm), ENGLISH) == "0.537"


def test_the_sector_averages_rest_on_estimates_only() -> None:
    for indicator in (*ORDER[1:4], "grdp_growth_agriculture"):
        firm = row(indicator).firm
        assert firm is not None
        assert firm.reason is Reason.ESTIMATES_ONLY


def test_per_capita_in_detail() -> None:
    shown = lines("grdp_per_capita")
    assert "150 ÷ 70.95 = 2.114; fifth root 1.1615 → 16.2 % a year" in shown
    assert "On track from 74.97 million VND per person in 2025 (ratio 0.95)" in shown
    assert "Behind from 68.40 million VND per person in 2025 (ratio 0.60)" in shown
    assert "ln(70.95 ÷ 57.83) ÷ ln(1.1459) = 1.50; 1.50 − 2 = −0.50 years" in shown
    assert "57.83 × 1.14587² = 75.93 million VND per person" in shown
    assert any(line.endswith("= 118.29 million VND per person in 2030") for line in shown)
    assert "The figure of 2033 would be the first to reach 150 million VND per person." in shown
    assert any(line.endswith("= 1.50") for line in shown)  # the acceleration


def test_growth_in_three_series() -> None:
    nso, provincial, documents = (
        plain(required(row("grdp_growth", choice), ENGLISH, from_now=True))
        for choice in (PREFERRED, "province", "documents")
    )
    assert nso == "+9.23 / +11.26 % a year"
    assert provincial == "+8.91 / +10.93 % a year"
    assert documents == "+8.45 / +9.88 % a year"


def test_growth_in_detail() -> None:
    shown = lines("grdp_growth")
    assert (
        "1.0675 × 1.0663 × 1.0684 × 1.0567 × 1.0806 = 1.3887; fifth root 1.0679 → 6.79 % a year"
    ) in shown
    assert "ln(1.3887) ÷ ln(1.0800) = 4.27; 4.27 − 5 = −0.73 years" in shown


def test_the_documents_ask_fourteen_per_cent_of_per_capita() -> None:
    assert plain(required(row("grdp_per_capita", "documents"), ENGLISH, from_now=True)) == (
        "+14.0 % a year"
    )


def test_the_shares_show_the_distance_to_their_corridor_today() -> None:
    assert plain(takeaway(row("share_agriculture"), ENGLISH)) == (
        "Share of agriculture, forestry and fisheries in GRDP is 20.51 % (2025, estimate), 7.51 "
        "points above the corridor of 12–13 %; it cannot be assessed until the 2026 figure is "
        "published, because the series was revised in 2025."
    )
    assert takeaway(row("share_product_taxes"), VIETNAMESE) == (
        "Tỷ trọng thuế sản phẩm trừ trợ cấp sản phẩm trong GRDP ở mức 4,21% năm 2025 (ước tính), "
        "trong khoảng mục tiêu 4–5%; chưa đánh giá được cho đến khi có số liệu năm 2026, vì "
        "chuỗi số liệu thay đổi từ năm 2025."
    )


def test_places_by_the_peers_of_each_time() -> None:
    def places(indicator: str) -> dict[int, dict[int, int]]:
        ranking = row(indicator).ranking
        assert ranking is not None
        return {
            len(version.peers.members): {place.year: place.place for place in version.places}
            for version in ranking.versions
        }

    per_capita, size = places("rank_grdp_per_capita"), places("rank_economic_scale")
    assert [per_capita[14][year] for year in (2023, 2024, 2025)] == [6, 6, 8]
    assert [per_capita[9][year] for year in (2023, 2024, 2025)] == [4, 4, 6]
    assert set(size[14].values()) == {7}
    assert set(size[9].values()) == {6}


def test_places_show_the_rate_to_match_by_two_windows() -> None:
    def rates(indicator: str) -> list[str]:
        return [line.rsplit(" → ", 1)[1] for line in lines(indicator) if " → " in line]

    assert rates("rank_grdp_per_capita") == ["16.5 % a year", "10.6 % a year"]
    assert rates("rank_economic_scale") == ["24.7 % a year", "21.0 % a year"]
    assert "0.43 million VND per person" in takeaway(row("rank_grdp_per_capita"), ENGLISH)
