"""Places among peers: no pace colour, only the place and what it takes (METHOD section 6)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plantrack.method.assessment import PeerValues, assess_published_rank, assess_rank
from plantrack.method.observation import Observation
from plantrack.method.ranking import place, position, rate_to_match
from plantrack.method.rates import RateUndefined
from plantrack.method.verdict import Assessment, Mark, Reason
from plantrack.model import Form, Measure, Qualifier, Standing, Status
from tests.method.situations import asked, assessed, figure

TOP_FIVE = asked(Form.TOP, k=5, measure=Measure.RANK).target
# GRDP per capita of the nine provinces of the region, million VND.
IN_2025 = {
    "cao_bang": 49.59,
    "lang_son": 70.95,
    "dien_bien": 53.39,
    "lai_chau": 79.43,
    "son_la": 71.38,
    "tuyen_quang": 54.61,
    "lao_cai": 84.67,
    "thai_nguyen": 112.41,
    "phu_tho": 111.34,
}


def peers(values: dict[str, float], year: int = 2025, missing: tuple[str, ...] = ()) -> PeerValues:
    return PeerValues(year, values, missing, Status.ESTIMATE)


def outcome(found: Assessment) -> tuple[Standing, Reason]:
    return found.standing, found.reason


def test_a_province_outside_the_top_five_has_not_met_it_yet_and_no_pace_colour() -> None:
    found = assess_rank(TOP_FIVE, "lang_son", peers(IN_2025))
    assert outcome(found) == (Standing.NOT_MET_YET, Reason.OUTSIDE_TOP)
    assert found.rank is not None
    assert (found.rank.place, found.rank.of, found.rank.places_to_go) == (6, 9, 1)
    assert (found.rank.kth, found.rank.kth_value) == ("son_la", 71.38)
    assert (found.ratio, found.observed, found.way) == (None, None, None)


def test_the_gap_to_the_fifth_is_0_43_million() -> None:
    found = position("lang_son", IN_2025, 5, 2025)
    assert found.kth_value is not None
    assert found.kth_value - IN_2025["lang_son"] == pytest.approx(0.43)


def test_inside_the_top_five_is_reached_today_with_the_margin_over_the_first_outside() -> None:
    found = assess_rank(TOP_FIVE, "son_la", peers(IN_2025))
    assert outcome(found) == (Standing.REACHED, Reason.WITHIN_TOP)
    assert found.rank is not None
    assert (found.rank.first_outside, found.rank.first_outside_value) == ("lang_son", 70.95)


@pytest.mark.parametrize(
    ("subject", "standing"), [("son_la", Standing.REACHED), ("lang_son", Standing.MISSED)]
)
def test_the_target_years_place_decides(subject: str, standing: Standing) -> None:
    found = assess_rank(TOP_FIVE, subject, peers(IN_2025, year=2030))
    assert found.standing is standing
    assert Mark.PERIOD_OVER in found.marks


def test_a_place_after_the_target_year_decides_nothing_and_is_still_shown() -> None:
    found = assess_rank(TOP_FIVE, "son_la", peers(IN_2025, year=2031))
    assert outcome(found) == (Standing.NOT_ASSESSED, Reason.TARGET_YEAR_MISSING)
    assert found.missing_year == 2030
    assert found.rank is not None
    assert found.rank.place == 5


def test_equal_values_share_the_better_place() -> None:
    assert place(70, [80, 70, 60]) == 2
    level = {**IN_2025, "lang_son": 71.38}
    assert position("lang_son", level, 5, 2025).place == 5
    assert position("son_la", level, 5, 2025).place == 5


def test_whoever_shares_the_last_place_inside_is_not_the_first_outside() -> None:
    level = {**IN_2025, "lang_son": 71.38}
    assert position("lang_son", level, 5, 2025).first_outside == "tuyen_quang"


def test_where_all_are_inside_nobody_is_outside() -> None:
    found = position("a", {"a": 1.0, "b": 1.0}, 1, 2025)
    assert (found.inside, found.first_outside) == (True, None)


def test_a_peer_without_a_value_leaves_the_place_open() -> None:
    found = assess_rank(TOP_FIVE, "lang_son", peers(IN_2025, missing=("bac_kan",)))
    assert outcome(found) == (Standing.NOT_ASSESSED, Reason.PEERS_MISSING)
    assert found.missing_year == 2025


def test_without_its_own_value_or_any_a_province_has_no_place() -> None:
    others = {name: value for name, value in IN_2025.items() if name != "lang_son"}
    for known in (None, peers(others)):
        found = assess_rank(TOP_FIVE, "lang_son", known)
        assert outcome(found) == (Standing.NOT_ASSESSED, Reason.NO_FIGURES)


@pytest.mark.parametrize("k", [None, 0])
def test_a_top_of_nobody_is_no_target(k: int | None) -> None:
    found = assess_rank(replace(TOP_FIVE, k=k), "lang_son", peers(IN_2025))
    assert outcome(found) == (Standing.NOT_ASSESSED, Reason.BOUND_MISSING)
    published = assess_published_rank(replace(TOP_FIVE, k=k), [published_place(2024, 16)], 63)
    assert published.reason is Reason.BOUND_MISSING


@pytest.mark.parametrize("k", [0, 10])
def test_a_place_among_too_few_is_a_mistake_of_the_program(k: int) -> None:
    with pytest.raises(ValueError, match="of only 9"):
        position("lang_son", IN_2025, k, 2025)


def published_place(year: int, value: int) -> Observation:
    return Observation(year, value, 0.5, Status.OFFICIAL)


def test_a_published_place_is_met_or_not_met_yet_and_decided_in_the_target_year() -> None:
    top_ten = replace(TOP_FIVE, k=10)
    for year, value, standing in (
        (2024, 16, Standing.NOT_MET_YET),
        (2024, 10, Standing.REACHED),
        (2030, 11, Standing.MISSED),
        (2030, 9, Standing.REACHED),
        (2031, 9, Standing.NOT_ASSESSED),
    ):
        assert (
            assess_published_rank(top_ten, [published_place(year, value)], 63).standing is standing
        )


def test_a_later_published_place_never_replaces_the_target_years() -> None:
    places = [published_place(2030, 12), published_place(2031, 5)]
    assert assess_published_rank(replace(TOP_FIVE, k=10), places, 63).standing is Standing.MISSED


@pytest.mark.parametrize(
    ("value", "standing"),
    [(15, Standing.REACHED), (16, Standing.NOT_MET_YET), (60, Standing.NOT_MET_YET)],
)
def test_a_place_asked_for_as_at_most_15_has_no_pace_either(value: int, standing: Standing) -> None:
    at_most = asked(Form.AT_MOST, high=15, measure=Measure.RANK, decimals=0)
    for known in ({2024: value}, {2023: 14, 2024: value}, {2023: 40, 2024: value}):
        found = assessed(at_most, known)
        assert (found.standing, found.ratio, found.observed) == (standing, None, None)


def test_a_place_of_at_most_15_is_decided_by_the_target_year() -> None:
    at_most = asked(Form.AT_MOST, high=15, measure=Measure.RANK, decimals=0)
    assert assessed(at_most, {2024: 20, 2030: 16}).standing is Standing.MISSED


def test_up_to_16th_leaves_a_place_of_at_most_15_open() -> None:
    at_most = asked(Form.AT_MOST, high=15, measure=Measure.RANK, decimals=0)
    found = assessed(at_most, [figure(2024, 16, qualifier=Qualifier.UP_TO)])
    assert outcome(found) == (Standing.NOT_ASSESSED, Reason.ONE_SIDED)


def test_the_rate_to_match_looks_at_the_others_alone_each_at_its_own_pace() -> None:
    then, now = {"a": 100.0, "b": 50.0}, {"a": 110.0, "b": 100.0}
    first = rate_to_match(80, then, now, k=1, pace_periods=1, periods=1)
    assert (first.peer, first.projected) == ("b", pytest.approx(200))
    assert first.required == pytest.approx(1.5)
    second = rate_to_match(80, then, now, k=2, pace_periods=1, periods=1)
    assert (second.peer, second.projected) == ("a", pytest.approx(121))


def test_there_is_no_rate_to_match_among_fewer_others() -> None:
    with pytest.raises(RateUndefined):
        rate_to_match(80, {"a": 1.0}, {"a": 1.0}, k=2, pace_periods=1, periods=1)
