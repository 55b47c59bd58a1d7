"""The growth page: the period average in every series, its parts, other sets, within the year."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.blocks import rows, shown
from tests.pages.conftest import Reader, calm

SERIES = "Average so far, in every series"
PARTS = "Growth of the parts"
SETS = "The same growth in other target sets"


def test_every_series_stands_side_by_side_with_what_it_still_needs(read: Reader) -> None:
    table = rows(read("growth", lang="en"), SERIES)
    needed = [(row[1], row[3], row[4]) for row in table]
    assert needed == [
        ("6.79 % a year 2021–2025", "9.23 % a year", "11.26 % a year"),
        ("6.97 % a year 2021–2023", "8.45 % a year", "9.88 % a year"),
        ("7.10 % a year 2021–2025", "8.91 % a year", "10.93 % a year"),
        ("–", "–", "–"),
    ]
    assert [row[5].split(" ")[0] for row in table] == ["Behind", "Behind", "Behind", "Cannot"]


def test_no_single_year_is_graded_by_the_band(read: Reader) -> None:
    told = shown(read("growth", lang="en"))
    assert "The target of 8–9 % a year is an average over 2021–2030." in told
    assert "No single year is graded by it" in told


def test_what_is_needed_is_held_against_what_has_been_done(read: Reader) -> None:
    told = shown(read("growth", lang="vi"))
    assert "Từ năm 2018 đến nay chưa năm nào tăng nhanh như vậy; cao nhất là 8,06% năm 2025" in told
    assert "Không kể số ước tính, cao nhất là 7,75% năm 2018." in told


def test_the_parts_stand_with_target_average_need_and_standing(read: Reader) -> None:
    table = rows(read("growth", lang="en"), PARTS)
    assert [(row[2].split(" ")[0], row[4].split(" ")[0]) for row in table] == [
        ("6.14", "Reached"), ("8.87", "Behind"), ("6.67", "Behind"), ("6.31", "Behind"),
    ]  # fmt: skip
    assert table[0][3].startswith("secured")
    assert table[1][3] == "+15.22 / +17.29 % a year"
    assert all("rests on estimates only" in row[4] for row in table)


def test_yearly_targets_of_other_sets_are_reached_or_missed(read: Reader) -> None:
    table = rows(read("growth", lang="en"), SETS)
    year = {row[1]: row for row in table}
    assert year["Provincial targets for 2023"][4].startswith("Missed")
    assert year["Provincial targets for 2023"][5] == (
        "Plan documents: 7.00 % (2023, constant 2010 prices), reached"
    )
    assert year["People's Council targets for 2025"][4].startswith("Reached")
    assigned = next(row for name, row in year.items() if "Resolution 25" in name)
    assert assigned[4].startswith("Missed")
    assert "Cannot be assessed yet" in year["Provincial targets for 2026"][4]


def test_the_rest_of_the_year_waits_for_two_assumptions(read: Reader) -> None:
    session = read("growth", lang="en")
    assert [field.value for field in session.text_input] == ["", ""]
    assert "Give both to see what the rest of 2026 must do." in shown(session)
    calm(session.text_input[0].set_value("8.37").run())
    calm(session.text_input[1].set_value("45").run())
    told = shown(session)
    assert "the rest of the year must grow 11.33 % to 13.15 %" in told
    assert "(an assumption)" in told
    assert "(10 − 0.450 × 8.37) ÷ (1 − 0.450) = 11.33 %" in told


def test_a_weight_of_the_whole_year_is_refused(read: Reader) -> None:
    session = read("growth", lang="en")
    calm(session.text_input[1].set_value("100").run())
    assert "“100” is not a percentage above 0 and up to 99." in shown(session)


def test_part_year_figures_are_listed_and_kept_off_the_yearly_line(read: Reader) -> None:
    told = shown(read("growth", lang="en"))
    assert "Seasonal: they never stand on the yearly line" in told
    assert "8.37" in told


@pytest.mark.parametrize(
    ("target_set", "part"),
    [
        ("kh_140", "GRDP growth missed the target of 7–7.5 % a year"),
        ("yearly_2023", "GRDP growth missed the target of 7–7.5 %"),
        ("yearly_2025", "GRDP growth reached the target of 7.7–8 %"),
        ("resolution_25", "GRDP growth missed the target of at least 8.75 %"),
        ("congress_2025", "GRDP growth: it cannot be assessed until the 2026 figure is published"),
        ("region_programme", "was set for Northern midlands and mountains"),
    ],
)
def test_each_set_has_its_own_finding(read: Reader, target_set: str, part: str) -> None:
    assert part in shown(read("growth", lang="en", set=target_set))


def test_growth_targets_of_other_indicators_follow_in_a_table(read: Reader) -> None:
    session = read("growth", lang="en", set="congress_2025")
    (row,) = rows(session, "Other growth targets of this set")
    assert row[0].startswith("Growth of exports of local goods")


def test_a_period_that_has_not_begun_has_no_averages_to_compare(read: Reader) -> None:
    told = shown(read("growth", lang="en", set="yearly_2026"))
    assert SERIES not in told
    assert "Needed 2026: 10.00 %. No year since 2018 has grown as fast" in told


def test_the_documents_series_gives_the_documents_requirement(read: Reader) -> None:
    told = shown(read("growth", lang="en", series="documents"))
    assert "GRDP growth must average 8.45 % a year from now (2024–2030)" in told


def test_a_series_without_whole_years_offers_the_preferred_one(read: Reader) -> None:
    session = read("growth", lang="en", series="province_old")
    assert "The series in use has no growth of a whole year" in shown(session)
    links = {element.proto.label for element in session.get("page_link")}
    assert "Show the plan's preferred series" in links


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_second_plan_has_its_own_growth(second_plan: Path, read: Reader, language: str) -> None:
    assert second_plan
    told = shown(read("growth", lang=language))
    assert {"vi": "2,28%/năm", "en": "2.28 % a year"}[language] in told
    assert {"vi": "1,77%/năm", "en": "1.77 % a year"}[language] in told


def test_a_year_that_starts_is_open_in_the_second_plan(second_plan: Path, read: Reader) -> None:
    assert second_plan
    session = read("growth", lang="en", set="council_2025")
    assert session.selectbox(key="growth_yearly_target").options == [
        "2025: at least 2.5 % (Council goals for 2025)".replace(" %", "\N{NARROW NO-BREAK SPACE}%")
    ]
