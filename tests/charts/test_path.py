"""The path chart: what is joined, what is not, and years that stay years."""

from __future__ import annotations

from itertools import pairwise

import pytest

from plantrack.charts.look import PHONE, Look
from plantrack.charts.path import path_chart
from plantrack.charts.path_data import path_data
from plantrack.charts.path_frame import apart, year_frame
from plantrack.charts.shapes import LEVEL
from plantrack.model import Direction, Form, Measure
from plantrack.words import of
from tests.builders import PERCENT, PLACE, PROJECTS, row_of
from tests.charts.reading import CAPTION, circles, diamonds, domain, label, rows, shapes, words

EN, VI = of("en"), of("vi")
PER_CAPITA = {2022: "50.98", 2023: "57.83", 2024: "62.36 preliminary", 2025: "70.95 estimate"}
GROWTH = {
    "unit": PERCENT, "measure": Measure.AVERAGE_GROWTH, "form": Form.RANGE_MORE,
    "low": "8", "high": "9", "start": 2021, "baseline": 2020,
}  # fmt: skip
SHARE = {
    "unit": PERCENT, "measure": Measure.POINTS, "form": Form.BETWEEN, "low": "12", "high": "13",
    "direction": Direction.LESS,
}  # fmt: skip


def joined(spec: dict[str, object]) -> list[tuple[float, float]]:
    """The pairs of years a reported line joins."""
    return sorted((r["x"], r["x2"]) for r in rows(spec, "rule") if r.get("thick") in (3, 1.5))


def test_each_figure_shows_its_status() -> None:
    spec = path_chart(row_of(PER_CAPITA, low="150"), EN, caption=CAPTION)
    assert [(c["x"], c["status"]) for c in circles(spec)] == [
        (2022, "official"), (2023, "official"), (2024, "preliminary"), (2025, "estimate"),
    ]  # fmt: skip


@pytest.mark.parametrize("look", [Look(), PHONE])
def test_the_target_lies_inside_the_plot_and_the_scale(look: Look) -> None:
    spec = path_chart(row_of(PER_CAPITA, low="150"), EN, caption=CAPTION, look=look)
    (target,) = diamonds(spec)
    low, high = domain(spec)
    assert low < target["x"] < high
    bottom = label(spec, "2030")["y"]
    assert 0 < target["y"] < min(c["y"] for c in circles(spec)) < bottom


def test_years_are_words_without_thousands_marks() -> None:
    for say in (EN, VI):
        said = words(path_chart(row_of(PER_CAPITA, low="150"), say, caption=CAPTION))
        assert {"2022", "2026", "2030"} <= set(said)
        assert not any("2,0" in one or "2.0" in one for one in said)


def test_the_axis_says_where_it_starts_when_not_at_zero() -> None:
    row = row_of({2023: "95", 2024: "96"}, low="99", unit=PERCENT, measure=Measure.POINTS)
    assert any("axis starts at" in said for said in words(path_chart(row, EN, caption=CAPTION)))


def test_the_axis_says_nothing_when_it_starts_at_zero() -> None:
    spec = path_chart(row_of({2023: "10", 2024: "20"}, low="150"), VI, caption=CAPTION)
    assert not any("trục bắt đầu" in said for said in words(spec))


def test_nothing_is_joined_across_a_break_and_its_reason_is_said() -> None:
    row = row_of(
        {2023: "22.1", 2024: "21.51", 2025: "20.51", 2026: "20.0"}, breaks=(2025,), **SHARE
    )
    spec = path_chart(row, EN, caption=CAPTION)
    assert joined(spec) == [(2023, 2024), (2025, 2026)]
    assert label(spec, "break before 2025: New definition.")


def test_a_missing_year_is_joined_by_a_thinner_line() -> None:
    spec = path_chart(row_of({2023: "57.83", 2025: "70.95"}, low="150"), EN, caption=CAPTION)
    (line,) = [r for r in rows(spec, "rule") if (r.get("x"), r.get("x2")) == (2023, 2025)]
    assert line["thick"] == 1.5


def test_an_average_over_several_years_is_a_bar_over_them_and_no_point() -> None:
    row = row_of({(2021, 2022): "49.26", 2023: "59.8", 2024: "61.1"}, low="150")
    spec = path_chart(row, EN, caption=CAPTION)
    assert [c["x"] for c in circles(spec)] == [2023, 2024]
    (bar,) = [r for r in rows(spec, "rule") if r.get("thick") == 4]
    assert (bar["x"], bar["x2"]) == (pytest.approx(2020.65), pytest.approx(2022.35))
    assert label(spec, "average of 2021–2022: 49.26")


def test_a_projection_is_shown_but_not_joined() -> None:
    spec = path_chart(
        row_of({2023: "57.83", 2024: "62.36", 2026: "79 projection"}, low="150"), EN,
        caption=CAPTION,
    )  # fmt: skip
    assert joined(spec) == [(2023, 2024)]
    assert (2026, "projection") in [(c["x"], c["status"]) for c in circles(spec)]


def test_the_planned_path_runs_from_the_baseline_to_the_target_at_a_constant_rate() -> None:
    data = path_data(row_of(PER_CAPITA, low="150"), EN)
    assert [point.year for point in data.planned] == list(range(2023, 2031))
    rates = {round(b.value / a.value, 9) for a, b in pairwise(data.planned)}
    assert len(rates) == 1
    assert data.planned[-1].value == pytest.approx(150)
    assert [point.year for point in data.projected] == list(range(2025, 2031))


def test_points_lead_to_their_corridor_in_a_straight_line() -> None:
    data = path_data(row_of({2024: "21.51", 2025: "21.00"}, baseline=2024, **SHARE), EN)
    steps = {round(b.value - a.value, 9) for a, b in pairwise(data.planned)}
    assert len(steps) == 1
    spec = path_chart(data.row, EN, caption=CAPTION)
    assert {row["line"] for row in rows(spec, "area")} == {"corridor"}
    assert len(diamonds(spec)) == 2


def test_the_level_due_by_then_lies_above_a_figure_that_is_late() -> None:
    spec = path_chart(row_of(PER_CAPITA, low="150"), VI, caption=CAPTION)
    (due,) = shapes(spec, LEVEL)
    latest = next(c for c in circles(spec) if c["x"] == 2025)
    assert (due["x"], due["y"] < latest["y"]) == (2025, True)
    assert label(spec, "cần đạt 75,93")["y"] < label(spec, "70,95 (2025, ước tính)")["y"]


def test_a_period_average_is_drawn_on_its_index_between_both_paths() -> None:
    growth = {2021: "6.75", 2022: "6.63", 2023: "6.84", 2024: "5.67", 2025: "8.06 estimate"}
    row = row_of(growth, **GROWTH)
    data = path_data(row, EN)
    assert [round(one.value, 2) for one in data.observations][::5] == [100, 138.87]
    spec = path_chart(row, EN, caption=CAPTION)
    assert {r["line"] for r in rows(spec, "area")} == {"range"}
    assert any(said.startswith("index, 2020 = 100") for said in words(spec))
    assert 2020 not in [circle["x"] for circle in circles(spec)]
    assert {"target 8\u202f% a year", "target 9\u202f% a year"} <= set(words(spec))


def test_without_any_figure_the_target_is_drawn_alone() -> None:
    spec = path_chart(row_of({}, low="150"), EN, caption=CAPTION)
    assert circles(spec) == []
    assert [diamond["x"] for diamond in diamonds(spec)] == [2030]


def test_without_figures_and_target_value_there_is_nothing_to_draw() -> None:
    with pytest.raises(ValueError, match="neither figures nor a target value"):
        path_chart(row_of({}), EN, caption=CAPTION)


def test_milestones_are_all_drawn() -> None:
    row = row_of(
        {2023: "57.83", 2024: "62.36"}, form=Form.PATH,
        milestones={2025: ("75", None), 2030: ("150", None)},
    )  # fmt: skip
    assert [d["x"] for d in diamonds(path_chart(row, EN, caption=CAPTION))] == [2025, 2030]


def test_values_below_zero_have_their_place_on_the_scale() -> None:
    row = row_of(
        {2023: "-4", 2024: "-2"}, low="3", unit=PROJECTS, measure=Measure.POINTS, decimals=0
    )
    spec = path_chart(row, EN, caption=CAPTION)
    first, second = circles(spec)
    assert first["y"] > second["y"] > diamonds(spec)[0]["y"]


def test_a_place_among_peers_has_no_path() -> None:
    rank = row_of({2025: "6"}, unit=PLACE, measure=Measure.RANK, form=Form.TOP, k=5, decimals=0)
    with pytest.raises(ValueError, match="place among peers"):
        path_chart(rank, EN, caption=CAPTION)


def test_labels_are_moved_apart_and_keep_their_order() -> None:
    moved = apart([100, 101, 102], 20)
    assert moved == sorted(moved)
    assert all(b - a >= 19.9 for a, b in pairwise(moved))


def test_a_scale_of_one_value_still_has_room() -> None:
    frame = year_frame(2025, 2025, [5.0], Look(), strip=10, right=10)
    assert frame.low < 5 < frame.high


def test_a_baseline_at_the_foot_of_the_scale_is_told_above_it() -> None:
    row = row_of({2023: "0", 2024: "30", 2025: "70"}, low="150", measure=Measure.POINTS)
    spec = path_chart(row, EN, caption=CAPTION)
    told = label(spec, "0.00 (baseline)")
    assert told["y"] + 2 * told["size"] < label(spec, "2025")["y"]
