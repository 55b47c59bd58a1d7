"""Rules 6 and 7 of a standing: undefined rates, and the ratio of paces."""

from __future__ import annotations

import pytest

from plantrack.method.rates import Undefined
from plantrack.method.verdict import Assessment, Mark, Reason
from plantrack.model import Form, Measure, Qualifier, Standing
from tests.method.situations import asked, assessed, corridor, figure

PER_CAPITA = asked(Form.AT_LEAST, low=150, measure=Measure.COMPOUND)


def outcome(found: Assessment) -> tuple[Standing, Reason]:
    return found.standing, found.reason


NOT_ASSESSED = Standing.NOT_ASSESSED


# Rule 6: undefined rates.


@pytest.mark.parametrize(("baseline", "latest"), [(0, 5), (-3, 5), (5, 0), (5, -3)])
def test_a_compound_rate_needs_levels_above_zero(baseline: float, latest: float) -> None:
    found = assessed(PER_CAPITA, {2023: baseline, 2024: latest})
    assert outcome(found) == (NOT_ASSESSED, Reason.RATE_UNDEFINED)
    assert found.undefined is Undefined.NOT_ABOVE_ZERO


def test_rule_6_wins_over_no_change() -> None:
    none_left = asked(Form.AT_MOST, high=0, measure=Measure.COMPOUND)
    assert assessed(none_left, {2023: 10, 2024: 10}).reason is Reason.RATE_UNDEFINED


@pytest.mark.parametrize("qualifier", [Qualifier.OVER, Qualifier.UP_TO])
@pytest.mark.parametrize("which", [2023, 2024])
def test_over_and_up_to_never_enter_a_rate(qualifier: Qualifier, which: int) -> None:
    known = tuple(
        figure(year, value, qualifier=qualifier if year == which else Qualifier.EXACT)
        for year, value in ((2023, 22000), (2024, 23000))
    )
    found = assessed(asked(Form.AT_LEAST, low=50000, measure=Measure.COMPOUND), known)
    assert outcome(found) == (NOT_ASSESSED, Reason.ONE_SIDED)
    assert (found.missing_year, found.observed) == (which, None)


def test_about_may_enter_a_rate_and_is_marked() -> None:
    known = (figure(2023, 57.83), figure(2025, 71, qualifier=Qualifier.ABOUT))
    found = assessed(PER_CAPITA, known)
    assert found.standing is Standing.BEHIND
    assert Mark.ABOUT in found.marks


# Rule 7: the pace.


@pytest.mark.parametrize(
    ("latest", "standing"),
    [
        (19.99, Standing.FAR_BEHIND),  # within the rounding: no change
        (19.98, Standing.MOVING_AWAY),
        (20.01, Standing.FAR_BEHIND),
        (25.99, Standing.FAR_BEHIND),
        (26, Standing.BEHIND),  # exactly 0.60
        (29.49, Standing.BEHIND),
        (29.5, Standing.ON_TRACK),  # exactly 0.95
        (30, Standing.ON_TRACK),
        (60, Standing.ON_TRACK),
    ],
)
def test_the_ratio_is_graded_unrounded_at_its_cut_offs(latest: float, standing: Standing) -> None:
    # 20 (2023) -> 90 (2030): ten points a year.
    assert assessed(asked(Form.AT_LEAST, low=90), {2023: 20, 2024: latest}).standing is standing


@pytest.mark.parametrize("base", ["0.1", "12345.6", "1000000"])
@pytest.mark.parametrize(("ratio", "standing"), [("0.95", "on_track"), ("0.60", "behind")])
def test_the_noise_of_floats_never_moves_a_ratio_below_its_cut_off(
    base: str, ratio: str, standing: str
) -> None:
    start, step = float(base), 0.7
    question = asked(Form.AT_LEAST, low=round(start + 7 * step, 4), decimals=8)
    latest = round(start + float(ratio) * step, 4)
    assert assessed(question, {2023: base, 2024: latest}).standing.value == standing


def test_a_share_that_hardly_falls_is_far_behind() -> None:
    found = assessed(corridor(), {2024: 21.51, 2025: 21.00})
    assert found.standing is Standing.FAR_BEHIND
    assert found.ratio == pytest.approx(0.36, abs=0.005)


@pytest.mark.parametrize("latest", [21.51, 21.52, 21.50])
def test_a_change_within_the_rounding_is_no_change_and_far_behind(latest: float) -> None:
    found = assessed(corridor(), {2024: 21.51, 2025: latest})
    assert outcome(found) == (Standing.FAR_BEHIND, Reason.NO_CHANGE)
    assert (found.ratio, found.acceleration) == (0, None)
    assert found.projection is not None
    assert found.projection.first_year is None


def test_the_rounding_is_that_of_the_two_figures_as_printed() -> None:
    coarse = figure(2024, 21.5, decimals=1)  # half units: 0.05 and 0.005
    for value, reason in ((21.45, Reason.NO_CHANGE), (21.44, Reason.PACE)):
        assert assessed(corridor(), (coarse, figure(2025, value, decimals=2))).reason is reason


def test_the_wrong_way_is_moving_away() -> None:
    found = assessed(corridor(), {2024: 21.51, 2025: 22.0})
    assert outcome(found) == (Standing.MOVING_AWAY, Reason.PACE)


@pytest.mark.parametrize("scale", [1e-6, 1, 1e12])
@pytest.mark.parametrize("measure", [Measure.POINTS, Measure.COMPOUND])
def test_tiny_and_huge_values_are_graded_alike(scale: float, measure: Measure) -> None:
    question = asked(Form.AT_LEAST, low=150 * scale, measure=measure, decimals=10)
    found = assessed(question, {2023: 57.83 * scale, 2025: 70.95 * scale})
    expected = {Measure.POINTS: Standing.FAR_BEHIND, Measure.COMPOUND: Standing.BEHIND}
    assert found.standing is expected[measure]


def test_points_may_be_zero_or_negative() -> None:
    balance = asked(Form.AT_LEAST, low=7)
    assert assessed(balance, {2023: -7, 2024: -5}).ratio == pytest.approx(1)
    assert assessed(balance, {2023: 0, 2024: 1}).ratio == pytest.approx(1)


def test_the_overview_lists_the_worst_standing_first() -> None:
    assert [standing.value for standing in Standing] == [
        "missed",
        "moving_away",
        "far_behind",
        "behind",
        "overshot",
        "not_met_yet",
        "not_assessed",
        "on_track",
        "reached",
    ]
