"""Why a target stands where it stands, and what a reader must know beside it."""

from __future__ import annotations

import re

import pytest

from plantrack import words
from plantrack.method.verdict import Mark
from plantrack.model import Measure, Standing
from plantrack.scorecard.telling import (
    bands,
    firm_sentence,
    marks,
    missing,
    provenance,
    ratio,
    reason,
    why,
)
from tests.builders import PERCENT, row_of
from tests.scorecard.cases import CASES

ENGLISH, VIETNAMESE = words.of("en"), words.of("vi")


def plain(text: str) -> str:
    return text.replace("\N{NARROW NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("case", "english", "vietnamese"),
    [
        (
            "behind",
            "observed ÷ required from the baseline: 10.764 % a year ÷ 14.587 % a year = 0.738; "
            "from 0.60 to below 0.95: behind.",
            "mức đã đạt ÷ mức cần đạt tính từ năm cơ sở: 10,764%/năm ÷ 14,587%/năm = 0,738; "
            "từ 0,60 đến dưới 0,95: chậm tiến độ.",
        ),
        (
            "corridor far",
            "observed ÷ required from the baseline: −0.510 points a year ÷ −1.418 points a year "
            "= 0.360; from 0 to below 0.60: far behind.",
            "mức đã đạt ÷ mức cần đạt tính từ năm cơ sở: −0,510 điểm phần trăm/năm ÷ −1,418 điểm "
            "phần trăm/năm = 0,360; từ 0 đến dưới 0,60: chậm nhiều so với tiến độ.",
        ),
        (
            "away",
            "observed ÷ required from the baseline: −5.13 % a year ÷ 5.96 % a year = −0.861; "
            "below 0: moving away from the target.",
            "mức đã đạt ÷ mức cần đạt tính từ năm cơ sở: −5,13%/năm ÷ 5,96%/năm = −0,861; "
            "dưới 0: diễn biến ngược mục tiêu.",
        ),
        (
            "on track",
            "observed ÷ required from the baseline: 4.881 % a year ÷ 3.819 % a year = 1.278; "
            "0.95 or more: on track.",
            "mức đã đạt ÷ mức cần đạt tính từ năm cơ sở: 4,881%/năm ÷ 3,819%/năm = 1,278; "
            "từ 0,95 trở lên: đúng tiến độ.",
        ),
        (
            "no change",
            "the change since 2023 lies within the rounding of the two figures (57.83 million VND "
            "per person and 57.84 million VND per person) and counts as none: far behind.",
            "mức thay đổi từ năm 2023 nằm trong sai số làm tròn của hai số liệu (57,83 triệu "
            "đồng/người và 57,84 triệu đồng/người) nên coi như không thay đổi: chậm nhiều so với "
            "tiến độ.",
        ),
        (
            "missed",
            "the figure of the target year alone decides: 144.73 million VND per person (2030, "
            "current prices) against the target of at least 150 million VND per person: missed.",
            "chỉ số liệu của năm mục tiêu quyết định: 144,73 triệu đồng/người năm 2030 (giá hiện "
            "hành) so với mục tiêu tối thiểu 150 triệu đồng/người: không đạt.",
        ),
        (
            "left",
            "the baseline met the target and the latest figure does not: 12.50 % in 2024, "
            "11.90 % (2025), 0.10 points below the corridor of 12–13 %: moving away from the "
            "target.",
            "năm cơ sở đã trong mục tiêu, số liệu mới nhất thì không: 12,50% năm 2024, 11,90% "
            "năm 2025, thấp hơn khoảng mục tiêu 12–13% là 0,10 điểm phần trăm: diễn biến ngược "
            "mục tiêu.",
        ),
        (
            "overshot below",
            "the corridor lies between the baseline and the latest figure: 21.51 % in 2024, "
            "11.00 % (2027), 1.00 points below the corridor of 12–13 %: outside the target "
            "range.",
            "khoảng mục tiêu nằm giữa số liệu năm cơ sở và số liệu mới nhất: 21,51% năm 2024, "
            "11,00% năm 2027, thấp hơn khoảng mục tiêu 12–13% là 1,00 điểm phần trăm: vượt ra "
            "ngoài khoảng mục tiêu.",
        ),
        (
            "rank out",
            "3rd of 3 (2025, estimate) against the target of top 2: rank not met yet.",
            "thứ 3/3 năm 2025 (ước tính) so với mục tiêu thuộc nhóm 2 tỉnh đứng đầu: chưa đạt "
            "thứ hạng.",
        ),
        (
            "baseline missing",
            "cannot be assessed yet: the figure of the baseline year 2023 is missing.",
            "chưa đánh giá được: thiếu số liệu năm cơ sở 2023.",
        ),
    ],
)
def test_the_reason_puts_the_numbers_in(case: str, english: str, vietnamese: str) -> None:
    assert plain(why(CASES[case], ENGLISH)) == english
    assert why(CASES[case], VIETNAMESE) == vietnamese


def test_every_reason_is_a_whole_sentence() -> None:
    for row in CASES.values():
        for say in (ENGLISH, VIETNAMESE):
            told = reason(row, say, revision=7)
            assert told.endswith(".")
            assert told[0].isupper() or told[0].isdigit() or told[0] == "\N{MINUS SIGN}"
            assert not re.search(r"[{}]|: ;|: \.|, ,|  ", told)


def test_a_standing_names_what_it_rests_on() -> None:
    assert provenance(CASES["behind"], 7, ENGLISH) == (
        "Basis: method: yearly change since the baseline against the yearly change needed from "
        "it; series: Statistics Office; baseline 2023; latest figure 2025 (estimate); target "
        "set: Decision 1; data revision 7."
    )
    assert provenance(CASES["average"], 7, VIETNAMESE) == (
        "Căn cứ: phương pháp: tốc độ tăng nhân dồn từ năm trước giai đoạn, so với mức bình quân "
        "cần đạt; chuỗi số liệu: Cục Thống kê; năm cơ sở 2020; số liệu mới nhất năm 2025 (ước "
        "tính); bộ chỉ tiêu: Quyết định 1; phiên bản số liệu 7."
    )
    assert "series: none;" in provenance(CASES["no series"], 7, ENGLISH)
    assert "sum so far against the sum due" in provenance(CASES["cumulative"], 7, ENGLISH)
    assert "place among the peers" in provenance(CASES["rank out"], 7, ENGLISH)


def test_the_ratio_stays_on_its_side_of_the_cut_off() -> None:
    share = {"unit": PERCENT, "measure": Measure.POINTS, "decimals": 4}
    close = row_of({2020: "0", 2025: "29.9998"}, low="100", baseline=2020, **share)
    assert close.standing is Standing.FAR_BEHIND
    assert ratio(close, ENGLISH) == "0.599996"
    assert "= 0.599996; from 0 to below 0.60: far behind." in why(close, ENGLISH)
    assert ratio(close, VIETNAMESE) == "0,599996"


def test_the_cut_offs_in_words() -> None:
    assert bands(CASES["behind"], ENGLISH) == (
        "from 0.95 on track; from 0.60 behind; from 0 far behind; "
        "below that moving away from the target"
    )


def test_the_standing_without_estimates_is_told_where_it_differs() -> None:
    assert plain(firm_sentence(CASES["behind"], ENGLISH)) == (
        "Without estimates the standing is “far behind”: it grew 7.8 % (2024, current prices, "
        "preliminary), ratio 0.537."
    )
    assert firm_sentence(CASES["behind"], VIETNAMESE) == (
        "Không tính số liệu ước tính, kết quả là “chậm nhiều so với tiến độ”: năm 2024 tăng 7,8% "
        "(giá hiện hành, sơ bộ), tỷ số 0,537."
    )
    assert firm_sentence(CASES["secured"], ENGLISH) == "The standing rests on estimates only."
    assert firm_sentence(CASES["secured"], VIETNAMESE) == (
        "Kết quả đánh giá chỉ dựa trên số liệu ước tính."
    )


def test_without_a_difference_nothing_is_said() -> None:
    assert firm_sentence(CASES["on track"], ENGLISH) == ""
    same = row_of({2023: "57.83", 2024: "62.9", 2025: "70.95 estimate"}, low="150")
    assert same.firm is not None
    assert not same.firm_differs
    assert firm_sentence(same, ENGLISH) == ""


def test_a_level_reached_only_by_an_estimate_is_told() -> None:
    row = row_of({2023: "100", 2024: "150", 2025: "149 estimate"}, low="150")
    assert firm_sentence(row, ENGLISH) == (
        "Without estimates the standing is “reached”: 150.00 million VND per person (2024, "
        "current prices)."
    )


def test_each_mark_has_its_sentence() -> None:
    told: dict[Mark, tuple[str, str]] = {}
    for row in CASES.values():
        found = [mark for mark in Mark if mark in row.assessment.marks]
        english, vietnamese = marks(row, ENGLISH), marks(row, VIETNAMESE)
        assert len(found) == len(english) == len(vietnamese)
        told |= dict(zip(found, zip(english, vietnamese, strict=True), strict=True))
    assert set(told) == set(Mark)
    assert told[Mark.SHORT_RUN] == (
        "Short run: fewer than 3 yearly changes since the baseline.",
        "Chuỗi ngắn: chưa đủ 3 lần thay đổi hằng năm kể từ năm cơ sở.",
    )
    assert told[Mark.PERIOD_OVER] == (
        "The period is over: the figure of the target year alone decides.",
        "Giai đoạn đã kết thúc: chỉ số liệu của năm mục tiêu quyết định.",
    )
    assert told[Mark.ABOUT] == (
        "A figure used here is published as “about”.",
        "Có số liệu được công bố dạng “khoảng”.",
    )


def test_a_target_set_before_a_revision_says_so_with_the_reason() -> None:
    assert marks(CASES["awaits"], ENGLISH) == (
        "The target was set before the series was revised in 2025: New definition.",
    )
    assert marks(CASES["awaits"], VIETNAMESE) == (
        "Mục tiêu được đặt ra trước khi chuỗi số liệu thay đổi năm 2025: Đổi cách tính.",
    )


def test_slipping_inside_a_corridor_names_the_year_it_would_be_left() -> None:
    assert (
        "Slipping: at the pace of the last figures it would leave the corridor by 2030."
        in marks(CASES["inside slipping"], ENGLISH)
    )


def test_a_missing_figure_says_why_and_whom_to_ask() -> None:
    assert missing(CASES["baseline missing"], ENGLISH) == (
        "2023: Not found. Ask the Statistics Office.",
    )
    assert missing(CASES["baseline missing"], VIETNAMESE) == (
        "Năm 2023: Không tìm thấy. Đề nghị Cục Thống kê cung cấp.",
    )
    assert missing(CASES["behind"], ENGLISH) == ()
