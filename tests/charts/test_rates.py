"""The rate chart: a panel a unit, a circle for what was achieved, diamonds for what is asked."""

from __future__ import annotations

import pytest

from plantrack.charts.rate_lines import groups
from plantrack.charts.rates import rate_chart
from plantrack.model import Direction, Form, Measure
from plantrack.scorecard import Scorecard
from plantrack.words import of
from tests.builders import PERCENT, PLACE, row_of
from tests.charts.reading import CAPTION, circles, diamonds, label, rows, words

EN, VI = of("en"), of("vi")
PER_CAPITA = {2023: "57.83", 2025: "70.95 estimate"}


SHARE = {
    "unit": PERCENT, "measure": Measure.POINTS, "form": Form.BETWEEN, "low": "12", "high": "13",
    "direction": Direction.LESS, "baseline": 2024,
}  # fmt: skip


def test_growth_and_points_stand_in_panels_of_their_own(card: Scorecard) -> None:
    found = groups(card.ordered, EN)
    assert [group.unit for group in found] == ["% a year", "percentage points a year"]
    spec = rate_chart(card.ordered, EN, caption=CAPTION)
    assert label(spec, "% a year")["y"] < label(spec, "percentage points a year")["y"]


def test_achieved_lies_left_of_required_and_that_left_of_required_from_now() -> None:
    spec = rate_chart([row_of(PER_CAPITA, low="150")], EN, caption=CAPTION)
    (achieved,) = circles(spec)
    open_one, full_one = sorted(diamonds(spec), key=lambda diamond: float(diamond["x"]))
    assert achieved["x"] < open_one["x"] < full_one["x"]
    assert open_one["fill"] != full_one["fill"]
    assert {"+10.8", "+16.2"} <= set(words(spec))


def test_zero_is_drawn_on_every_panel() -> None:
    share = row_of({2024: "21.51", 2025: "21.00"}, **SHARE)
    spec = rate_chart([share], EN, caption=CAPTION)
    zero = label(spec, "0.0") if "0.0" in words(spec) else label(spec, "0")
    (achieved,) = circles(spec)
    assert achieved["x"] < zero["x"]
    assert "−0.51" in words(spec)


def test_a_range_shows_what_both_bounds_require_from_now() -> None:
    share = row_of({2024: "21.51", 2025: "21.00"}, **SHARE)
    spec = rate_chart([share], EN, caption=CAPTION)
    (band,) = [r for r in rows(spec, "rule") if r.get("thick") == 16]
    near = next(d["x"] for d in diamonds(spec) if d["fill"] == d["stroke"])
    assert near == pytest.approx(max(band["x"], band["x2"]))


def test_without_a_baseline_only_what_is_required_from_now_is_drawn() -> None:
    spec = rate_chart([row_of({2025: "70.95"}, low="150")], VI, caption=CAPTION)
    assert circles(spec) == []
    assert [diamond["told"] for diamond in diamonds(spec)] == ["cần đạt từ nay: +16,2"]


def test_ranks_and_targets_without_figures_have_no_line() -> None:
    rank = row_of({2025: "6"}, unit=PLACE, measure=Measure.RANK, form=Form.TOP, k=5, decimals=0)
    assert groups([rank, row_of({}, low="150")], EN) == ()


def test_a_met_target_is_not_told_to_go_on_changing(card: Scorecard) -> None:
    inside = card.of_indicator("share_product_taxes")
    assert inside is not None
    spec = rate_chart([inside], EN, caption=CAPTION)
    assert diamonds(spec) == []
    assert "−0.04 / +0.16" in words(spec)
