"""The structure page: shares against their ranges, the years, and what they imply."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantrack.ui import resources
from plantrack.ui.asking import read_percentage
from tests.pages.blocks import rows, shown
from tests.pages.conftest import Reader, calm

SHARES = "Shares against their target ranges"


def test_the_shares_stand_against_their_ranges_with_the_pace_to_both_bounds(read: Reader) -> None:
    session = read("structure", lang="en")
    assert session.header[0].value.startswith("Structure of GRDP in 2025, estimate")
    table = rows(session, SHARES)
    assert [row[1:5] for row in table] == [
        ["20.51 % 2025", "12–13 % 2030", "−7.51 / −8.51 points above the range",
         "−1.50 / −1.70 points a year 2026–2030"],
        ["28.06 % 2025", "32–33 % 2030", "+3.94 / +4.94 points below the range",
         "+0.79 / +0.99 points a year 2026–2030"],
        ["47.22 % 2025", "50–51 % 2030", "+2.78 / +3.78 points below the range",
         "+0.56 / +0.76 points a year 2026–2030"],
        ["4.21 % 2025", "4–5 % 2030", "−0.21 / +0.79 points inside the range",
         "none: inside to its edges: −0.04 / +0.16 points a year"],
    ]  # fmt: skip
    assert {row[5] for row in table} == {"Cannot be assessed yet"}
    assert "No share can be assessed yet: the series was revised in 2025" in shown(session)


def test_a_reader_learns_of_the_old_structure_the_break_and_what_is_missing(read: Reader) -> None:
    told = shown(read("structure", lang="en"))
    assert "The corridor was set on the old structure." in told
    assert "Between 2024 and 2025 lies a break, across which nothing is computed" in told
    assert "Shares of 2023 (4 of 4 missing): Not found in the documents searched." in told
    assert "20.51 + 28.06 + 47.22 + 4.21 = 100.00; one origin" in told
    assert "13 + 32 + 50 + 4.21 = 99.21" in told


def test_vietnamese_readers_get_decimal_commas(read: Reader) -> None:
    told = shown(read("structure", lang="vi"))
    assert "20,51 + 28,06 + 47,22 + 4,21 = 100,00" in told
    assert "−1,50 / −1,70 điểm phần trăm/năm" in told
    assert "12 + 32 + 50 + 4 = 98" in told


def test_the_suggested_growth_of_the_whole_is_marked_as_an_assumption(read: Reader) -> None:
    session = read("structure", lang="vi")
    assert session.text_input[0].value == "17,1"
    told = shown(session)
    assert "Đây là giả định, không phải mục tiêu của quy hoạch và không được lưu lại." in told
    assert rows(session, "Nếu tổng thể tăng 17,1%/năm")[0][3] == "+5,2 / +6,9%/năm"


@pytest.mark.parametrize("typed", ["16", "16,0", "16.0 %"])
def test_a_reader_sets_the_growth_of_the_whole(read: Reader, typed: str) -> None:
    session = read("structure", lang="en")
    before = resources.opened().store.revision()
    calm(session.text_input[0].set_value(typed).run())
    table = rows(session, "If the whole grows 16.0 % a year")
    assert [row[3] for row in table] == [
        "+4.2 / +5.9 % a year",
        "+19.1 / +19.8 % a year",
        "+17.3 / +17.8 % a year",
        "+14.8 / +20.1 % a year",
    ]
    assert resources.opened().store.revision() == before


@pytest.mark.parametrize("typed", ["a lot", "1,2,3", "-100", "101"])
def test_what_is_not_a_growth_is_refused_with_an_example(read: Reader, typed: str) -> None:
    session = read("structure", lang="en")
    calm(session.text_input[0].set_value(typed).run())
    assert f"“{typed}” is not a percentage above −100 and up to 100." in shown(session)
    assert "Set a growth of the whole" in shown(session)


def test_a_number_is_read_with_the_mark_of_the_language_first() -> None:
    assert str(read_percentage("7,5", "vi")) == "7.5"
    assert str(read_percentage("7.5", "vi")) == "7.5"
    assert read_percentage("", "vi") is None


def test_growth_target_and_share_of_one_part_stand_side_by_side(read: Reader) -> None:
    session = read("structure", lang="en")
    table = rows(session, "Growth of a part and its share")
    assert [row[3] for row in table[:2]] == ["Reached", "Cannot be assessed yet"]
    assert "The two do not contradict" in shown(session)


def test_the_published_contributions_check_the_growth_rates(read: Reader) -> None:
    told = shown(read("structure", lang="en"))
    assert "20.5 % × 6.55 + 25.0 % × 8.18 + 49.6 % × 6.77 + 5.0 % × 5.39 = 7.01 %" in told


def test_shares_of_a_finished_set_are_reached_or_missed(read: Reader) -> None:
    session = read("structure", lang="en", set="kh_140")
    assert [row[5] for row in rows(session, SHARES)] == ["Missed", "Missed", "Missed", "Reached"]
    assert not session.text_input, "a period that is over implies no growth"


def test_ranges_of_the_region_are_shown_beside_the_province_but_not_graded(read: Reader) -> None:
    session = read("structure", lang="en", set="region_programme")
    first = rows(session, SHARES)[0]
    assert first[1:5] == ["20.51 % 2025", "12–13 % 2030", "–", "–"]
    assert "shown, not graded" in first[5]


@pytest.mark.parametrize("target_set", ["yearly_2026", "congress_2025", "kh_23"])
def test_a_set_without_shares_names_the_sets_that_have_them(read: Reader, target_set: str) -> None:
    session = read("structure", lang="en", set=target_set)
    plan = resources.opened().plan
    assert "sets no target for the shares" in shown(session)
    links = {element.proto.label for element in session.get("page_link")}
    assert plan.target_sets["decision_236"].name.en in links
    assert plan.target_sets["yearly_2026"].name.en not in links


def test_a_series_without_shares_says_where_they_are(read: Reader) -> None:
    told = shown(read("structure", lang="en", series="documents"))
    assert "has no year with all of its parts" in told
    assert "They are in: Provincial reports." in told


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_second_plan_has_its_own_structure(
    second_plan: Path, read: Reader, language: str
) -> None:
    assert second_plan
    told = shown(read("structure", lang=language))
    sums = {"vi": "10,6 + 32,6 + 56,8 = 100,0", "en": "10.6 + 32.6 + 56.8 = 100.0"}
    assert sums[language] in told


def test_an_older_revision_shows_the_structure_it_knew(read: Reader) -> None:
    session = read("structure", lang="en", revision="1")
    assert "As of revision 1" in shown(session)
    assert len(rows(session, SHARES)) == 4
