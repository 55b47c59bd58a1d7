"""The target page tells how sure a standing is; the overview marks where methods disagree."""

from __future__ import annotations

from pathlib import Path

from tests.pages.blocks import rows, shown
from tests.pages.conftest import Reader


def test_per_capita_under_every_method_with_its_bands_and_source(read: Reader) -> None:
    session = read("target", lang="en", target="decision_236_grdp_per_capita")
    table = rows(session, "The same figures under published methods")
    assert [row[1:] for row in table] == [
        ["0.738 of the pace required", "0.95 / 0.60 / 0", "Behind"],
        ["0.498 of the pace required", "1.00 / 0.50 / 0", "Far behind"],
        ["0.738 of the pace required", "0.95 / 0.50 / −0.10", "Behind"],
        ["would cover 33.8 % of the remaining distance", "95 % / 80 % / 0 %", "Far behind"],
        ["10.76 % a year in the desired direction", "1.50 % / 0.50 % / 0 %", "On track"],
    ]
    assert table[1][0] == (
        "Straight line Straight-line bands as commonly described for the SDG Index"
    )
    told = shown(session)
    assert "The methods disagree. Here the standing is “behind”;" in told
    assert "2.55 million VND per person lower, at 68.40 million VND per person" in told
    assert "(61.10 → 62.36), to 72.41 million VND per person: “behind”." in told


def test_vietnamese_readers_are_told_the_same(read: Reader) -> None:
    told = shown(read("target", lang="vi", target="decision_236_grdp_growth"))
    assert "Đánh giá này chắc chắn đến đâu?" in told
    assert "bằng 0,671 tốc độ cần đạt" in told
    assert (
        "Nếu số liệu năm 2025 thay đổi như số liệu năm 2020 (2,03 → 3,90), thành 9,93%: "
        "“chậm tiến độ”."
    ) in told


def test_a_place_among_peers_is_told_to_have_no_pace(read: Reader) -> None:
    session = read("target", lang="en", target="decision_236_rank_grdp_per_capita")
    assert "No published method applies: a place among peers has no pace." in shown(session)
    assert "The same figures under published methods" not in shown(session)


def test_a_target_that_cannot_be_assessed_is_not_asked_how_sure_it_is(read: Reader) -> None:
    told = shown(read("target", lang="en", target="decision_236_share_agriculture"))
    assert "How sure is this standing?" not in told


def test_the_overview_marks_the_targets_on_which_methods_disagree(read: Reader) -> None:
    table = rows(read("overview", lang="en"), "Targets, worst first")
    marked = [row[0] for row in table if "methods disagree" in row[-1]]
    assert marked == [
        "GRDP per capita million VND per person, current prices; National Statistics Office",
        "GRDP growth constant 2010 prices; National Statistics Office",
    ]


def test_another_plan_is_told_by_its_own_methods(second_plan: Path, read: Reader) -> None:
    session = read("target", lang="en", target="output_per_person_2029")
    assert second_plan.exists()
    assert len(rows(session, "The same figures under published methods")) == 5
