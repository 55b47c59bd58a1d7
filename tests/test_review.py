"""What recording would change, told before it is recorded: figures, standings, what follows."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

from plantrack.intake.rules import read_template
from plantrack.model import Figure, Period, Standing, Status
from plantrack.review import Cause, Change, Review, TargetChange, review
from plantrack.seeds import Seeds, load
from tests.second_plan import SECOND_PLAN

HEADER = "indicator,series,year,value,unit,status,note\n"


@cache
def dolina() -> Seeds:
    return load(SECOND_PLAN)


def standing_figure(series: str, year: int, geography: str = "dolina") -> Figure:
    key = (series, geography, Period.of_year(year))
    return next(figure for figure in dolina().figures if figure.key == key)


def restated(series: str, year: int, value: str, geography: str = "dolina") -> Figure:
    return replace(standing_figure(series, year, geography), value=Decimal(value))


def new(series: str, year: int, value: str) -> Figure:
    like = standing_figure(series, 2024)
    return replace(like, period=Period.of_year(year), value=Decimal(value))


def looked_at(*rows: Figure) -> Review:
    return review(dolina().plan, dolina().figures, rows)


def moved(found: Review) -> dict[str, TargetChange]:
    return {change.after.target.id: change for change in found.targets}


def test_a_row_stands_beside_the_figure_it_replaces() -> None:
    old = standing_figure("poverty_bureau", 2023)
    (change,) = looked_at(restated("poverty_bureau", 2023, "11.8")).figures
    assert change.kind is Change.CHANGED
    assert (change.replaced, change.figure.value) == (old, Decimal("11.8"))


def test_a_year_without_a_figure_is_new_and_replaces_nothing() -> None:
    (change,) = looked_at(new("poverty_bureau", 2025, "10.2")).figures
    assert change.kind is Change.NEW
    assert change.replaced is None


def test_nothing_moves_when_every_row_says_what_stands() -> None:
    found = looked_at(*dolina().figures)
    assert {change.kind for change in found.figures} == {Change.SAME}
    assert (found.targets, found.computed, found.recordable) == ((), (), ())


def test_where_a_figure_was_read_makes_no_change() -> None:
    elsewhere = replace(standing_figure("poverty_bureau", 2023), locator="another table")
    assert looked_at(elsewhere).figures[0].kind is Change.SAME


def test_another_status_is_a_change_although_the_value_stays() -> None:
    settled = replace(standing_figure("poverty_bureau", 2024), status=Status.OFFICIAL)
    assert looked_at(settled).figures[0].kind is Change.CHANGED


def test_a_new_year_moves_its_target_in_every_target_set() -> None:
    found = moved(looked_at(new("poverty_bureau", 2025, "10.2")))
    assert set(found) == {"poverty_2029", "poverty_2025"}
    assert found["poverty_2025"].before.standing is Standing.NOT_ASSESSED
    assert found["poverty_2025"].after.standing is Standing.MISSED
    assert {change.cause for change in found.values()} == {Cause.NEW_YEAR}


def test_a_restated_past_year_says_so_as_the_cause() -> None:
    found = moved(looked_at(restated("poverty_bureau", 2023, "10.9")))
    assert found["poverty_2023"].cause is Cause.RESTATED
    assert found["poverty_2023"].standing_changes


def test_a_new_year_and_a_restated_one_are_both_the_cause() -> None:
    rows = (new("poverty_bureau", 2025, "10.2"), restated("poverty_bureau", 2018, "14.0"))
    assert moved(looked_at(*rows))["poverty_2029"].cause is Cause.BOTH


def test_a_target_that_moves_is_listed_although_its_standing_stays() -> None:
    change = moved(looked_at(restated("poverty_bureau", 2018, "14.3")))["poverty_2029"]
    assert not change.standing_changes
    assert change.before.assessment != change.after.assessment


def test_a_place_among_peers_moves_with_the_figure_it_is_counted_from() -> None:
    change = moved(looked_at(restated("output_per_person_bureau", 2024, "28.5")))[
        "rank_output_2029"
    ]
    before, after = change.before.assessment.rank, change.after.assessment.rank
    assert before is not None
    assert after is not None
    assert (before.place, after.place) == (3, 2)
    assert change.cause is Cause.RESTATED


def test_a_product_moves_with_each_of_its_factors() -> None:
    found = looked_at(restated("inhabitants_bureau", 2020, "310.0"))
    (change,) = found.computed
    assert (change.indicator, change.year) == ("output_size", 2020)
    assert change.before is not None
    assert change.after is not None
    assert change.after.value / change.before.value == pytest.approx(
        Decimal("310.0") / Decimal("308.4")
    )


def test_a_product_appears_once_all_its_factors_are_there() -> None:
    per_person = new("output_per_person_bureau", 2025, "25.9")
    people = new("inhabitants_bureau", 2025, "304.4")
    assert looked_at(per_person).computed == ()
    (change,) = looked_at(per_person, people).computed
    assert (change.year, change.before) == (2025, None)


def test_only_what_differs_is_worth_recording() -> None:
    row = new("poverty_bureau", 2025, "10.2")
    assert looked_at(row, standing_figure("poverty_bureau", 2024)).recordable == (row,)


def test_the_incident_of_a_wrong_value_is_warned_and_its_standing_shown_before_recording() -> None:
    """A national indicator fell from progress to deterioration over 13.6 instead of 46.2."""
    plan = dolina().plan
    past = [
        replace(standing_figure("bus_reach_bureau", year), value=Decimal(value))
        for year, value in zip(
            range(2018, 2025), ("39.0", "40.1", "41.6", "42.9", "44.0", "45.1", "45.6"), strict=True
        )
    ]
    others = [figure for figure in dolina().figures if figure.series != "bus_reach_bureau"]
    standing = [*others, *past]

    def read(value: str) -> tuple[bool, list[str], TargetChange]:
        file = f"{HEADER}bus_reach,bus_reach_bureau,2025,{value},%,official,\n"
        found = read_template(file.encode(), "figures.csv", plan, standing, origin="yearbook")
        (row,) = found.rows
        (change,) = review(plan, standing, [row.figure]).targets
        return row.needs_tick, [finding.code for finding in found.findings], change

    asked, codes, wrong = read("13.6")
    assert asked
    assert codes == ["jump"]
    assert wrong.before.standing is Standing.ON_TRACK
    assert wrong.after.standing is Standing.MOVING_AWAY

    asked, codes, right = read("46.2")
    assert not asked
    assert codes == []
    assert right.after.standing is Standing.ON_TRACK
