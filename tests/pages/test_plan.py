"""The plan page: the plan against itself, its target sets, and what measures its words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.pages.blocks import rows, shown
from tests.pages.conftest import Reader, calm

PRICES = "What the targets together ask of prices"
PAST = "Real growth per person beside the nominal"
NEARER = "Yearly targets against the path"
SHARES = "Growth of the parts against the ranges of their shares"
FORCE = "Which targets are in force"
SETS = "All target sets, indicator by indicator"
OVER = "Target sets that are over"


def test_the_page_says_whether_the_plan_agrees_with_itself(read: Reader) -> None:
    session = read("plan", lang="en")
    told = shown(session)
    assert told.startswith("GRDP per capita of at least 150 million VND per person at current")
    assert "takes prices rising 7.4–8.4 % a year from 2025; in 2019–2025 they rose 3.5 %" in told
    assert "about 4.5 points were prices" in told
    first, second, third, *others = rows(session, PRICES)
    assert [row[4] for row in (first, second)] == ["6.0–6.9 % a year", "5.5–6.4 % a year"]
    assert third[4] == "7.4–8.4 % a year 7.2 % at the 9.23 % a year still needed"
    assert others[-2][4] == "2.5–3.4 % a year"  # 130 million with 10–11 %
    past = {row[0].strip(): row[4] for row in rows(session, PAST)}
    assert (past["2023"], past["2019–2025"]) == ("6.9 %", "3.5 %")


def test_the_year_s_plan_lies_below_every_path(read: Reader) -> None:
    session = read("plan", lang="en")
    table = [row for row in rows(session, NEARER) if row[0].startswith("GRDP per capita 2026")]
    assert [(row[3], row[5], row[6]) for row in table] == [
        ("82.41 million VND per person", "Short of the path", "+17.4 % a year"),
        ("82.41 million VND per person", "Short of the path", "+17.4 % a year"),
        ("80.08 million VND per person", "Short of the path", "+13.3 % a year"),
    ]
    assert all(row[4].endswith("current prices") for row in table)
    assert "Of 8 nearer targets 6 are short of a path" in shown(session)


def test_growth_of_the_parts_is_held_against_the_share_ranges(read: Reader) -> None:
    session = read("plan", lang="en")
    assert [row[4] for row in rows(session, SHARES)] == [
        "12.4 %", "36.2 % outside the range", "47.0 % outside the range", "4.3 %",
    ]  # fmt: skip
    told = shown(session)
    assert "Computed, not published: shares of 2025" in told
    assert "No target range is narrowed by the others." in told


def test_the_reader_s_prices_give_the_real_growth_they_take(read: Reader) -> None:
    session = read("plan", lang="vi")
    field = session.text_input[0]
    assert field.value == "3,5"
    assert "tăng trưởng thực phải là 13,1%/năm" in shown(session)
    told = shown(calm(field.set_value("4").run()))
    assert "Nếu giá tăng 4,0%/năm" in told
    assert "tăng trưởng thực phải là 12,6%/năm" in told
    told = shown(calm(session.text_input[0].set_value("").run()))
    assert "Nhập mức tăng giá để xem cần tăng trưởng thực bao nhiêu." in told


def test_the_sets_in_force_follow_the_day(read: Reader) -> None:
    session = read("plan", lang="en")
    told = shown(calm(session.date_input[0].set_value(date(2023, 6, 1)).run()))
    assert "On 1 June 2023 these are in force: Plan 140/KH-UBND" in told
    assert "Unless the reader chooses, “Plan 23/KH-UBND of 26 January 2023” is used." in told
    assert "This page uses “Decision 236/QĐ-TTg of 19 March 2024”." in told
    states = {row[0]: row[4] for row in rows(session, FORCE)}
    assert states["Decision 236/QĐ-TTg of 19 March 2024 in use on this page"] == "–"


def test_all_sets_stand_side_by_side_with_what_they_require(read: Reader) -> None:
    found = rows(read("plan", lang="en"), SETS)
    table = [row for row in found if "GRDP per capita million VND" in row[0]]
    asked = {row[1]: (row[2], row[4]) for row in table}
    assert asked["Decision 236/QĐ-TTg of 19 March 2024"] == (
        "at least 150 2030",
        "+16.2 % a year",
    )
    assert asked["Congress-term goals 2025–2030"] == (
        "at least about 130 2030",
        "+12.9 % a year",
    )


def test_a_finished_set_is_told_target_by_target(read: Reader) -> None:
    session = read("plan", lang="en")
    table = rows(session, OVER)
    assert table[0][3].startswith("Missed")
    assert "Provincial reports: 7.10 % a year" in table[0][4]
    assert table[0][4].endswith("reached")
    shares = [row for row in table if row[0].startswith("Share of")]
    assert len(shares) == 4
    assert all("set before the series was revised" in row[3] for row in shares)
    assert not any("period is over" in row[3] for row in table)
    chosen = session.selectbox(key="plan_finished_set").set_value("yearly_2025")
    assert "is over. 1 target: 1 reached." in shown(calm(chosen.run()))


def test_what_the_plan_wants_leads_to_what_measures_it(read: Reader) -> None:
    session = read("plan", lang="en")
    breakthroughs = rows(session, "Breakthroughs")
    assert len(breakthroughs) == 4
    assert "Growth of services Behind" in breakthroughs[2][2]
    assert [row[1] for row in rows(session, "Tasks")].count("No indicator measures it") == 2
    told = shown(session)
    assert "- 173 projects expected to have priority" in told
    assert "No indicator measures 3 of 6." in told  # the service industries


@pytest.mark.parametrize("target_set", ["kh_140", "yearly_2023", "region_programme"])
def test_a_set_that_asks_nothing_of_prices_says_so(read: Reader, target_set: str) -> None:
    told = shown(read("plan", lang="en", set=target_set))
    assert told.startswith("Target sets against each other and against the years")
    assert "so it implies nothing for prices" in told
    assert "Assumed price rise" not in told


def test_a_series_without_the_figures_shows_no_prices(read: Reader) -> None:
    told = shown(read("plan", lang="en", series="documents"))
    assert PRICES not in told
    assert FORCE in told


@pytest.mark.parametrize(
    ("language", "part"),
    [("vi", "đòi hỏi giá tăng 0,1–1,1%/năm kể từ năm 2024"), ("en", "rising 0.1–1.1 % a year")],
)
def test_the_second_plan_is_held_against_itself(
    second_plan: Path, read: Reader, language: str, part: str
) -> None:
    assert second_plan
    told = shown(read("plan", lang=language))
    assert part in told
    assert {"vi": "Khâu đột phá", "en": "Breakthroughs"}[language] in told


@pytest.mark.parametrize(
    ("target", "part"),
    [
        ("decision_236_grdp_per_capita", "takes prices rising 7.4–8.4 % a year from 2025"),
        ("decision_236_grdp_per_capita", "is short of the 82.41 million VND per person due"),
        ("decision_236_grdp_growth", "takes real growth of 13.1 % a year from 2025"),
        ("decision_236_share_industry", "would be 36.2 %, above 32–33 %"),
    ],
)
def test_a_target_page_says_what_the_other_targets_mean_for_it(
    read: Reader, target: str, part: str
) -> None:
    told = shown(read("target", lang="en", target=target))
    assert "Beside the plan's other targets" in told
    assert part in told


def test_a_yearly_target_is_held_against_each_path_on_its_page(read: Reader) -> None:
    address = {"set": "yearly_2026", "target": "yearly_2026_grdp_per_capita"}
    told = shown(read("target", lang="en", **address))
    assert told.count("is short of the") == 3


NONE = "No other target of the plan bears on this one."


def test_a_target_without_others_beside_it_says_so(read: Reader) -> None:
    told = shown(read("target", lang="en", target="decision_236_rank_economic_scale"))
    assert "Beside the plan's other targets" not in told
    assert NONE in told


def test_a_target_of_another_place_has_no_such_line(read: Reader) -> None:
    address = {"set": "region_programme", "target": "region_programme_grdp_per_capita"}
    told = shown(read("target", lang="en", **address))
    assert "Beside the plan's other targets" not in told
    assert NONE not in told
