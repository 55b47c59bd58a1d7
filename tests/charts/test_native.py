"""Charts for an office program hold the numbers that are drawn, no others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plantrack.charts.composition import composition_chart
from plantrack.charts.finish import Spec
from plantrack.charts.gap_lines import gap_lines
from plantrack.charts.gaps import HIGHEST, LOWEST, gap_chart
from plantrack.charts.growth import growth_bars
from plantrack.charts.growth_figures import shown_figures
from plantrack.charts.native import Kind, Native, Role, Series, round_ticks
from plantrack.charts.native_bars import (
    native_corridors,
    native_gaps,
    native_ranking,
    native_rates,
)
from plantrack.charts.native_columns import native_composition, native_growth
from plantrack.charts.native_path import native_path
from plantrack.charts.path import path_chart
from plantrack.charts.path_data import path_data
from plantrack.charts.peers import peers_of
from plantrack.charts.ranking import ranking_bars
from plantrack.charts.rates import rate_chart
from plantrack.charts.structure import corridor_chart
from plantrack.model import Form, Measure
from plantrack.scorecard import Scorecard, TargetRow
from plantrack.scorecard.structure import Structure
from plantrack.words import of
from tests.charts.reading import CAPTION, circles, diamonds, rows, words
from tests.scorecard.cases import CASES

EN = of("en")
PATHS = {
    name: row
    for name, row in CASES.items()
    if row.ranking is None and row.target.form is not Form.TOP and path_data(row, EN).values
}
# Drawn from edge to edge of a year or over a whole range: their heights are compared, not years.
WIDE = (Role.BOUND, Role.AVERAGE, Role.SO_FAR)


def heights(spec: Spec) -> Callable[[float], float]:
    """How far down a value lies, read off the numbers of the axis."""
    axis = [
        (float(row["words"].replace(",", "").replace("−", "-")), row["y"])
        for row in rows(spec, "text")
        if "px" in row and row["align"] == "right"
    ]
    (low, bottom), (high, top) = min(axis), max(axis)
    return lambda value: bottom + (value - low) / (high - low) * (top - bottom)


def drawn(spec: Spec) -> set[tuple[float | None, float]]:
    """Every end of every mark: across on the scale, and how far down."""
    found = set()
    for mark in ("point", "line", "rule", "area", "rect"):
        for row in rows(spec, mark):
            if "x" in row:
                found |= {
                    (row[x], row[y])
                    for x in ("x", "x2")
                    for y in ("y", "y2")
                    if row.get(x) is not None and row.get(y) is not None
                }
    return found


def points(chart: Native, one: Series) -> list[tuple[int, float]]:
    return [
        (int(year), value)
        for year, value in zip(chart.categories, one.values, strict=True)
        if value is not None
    ]


@pytest.mark.parametrize("name", PATHS)
def test_every_value_of_a_path_lies_where_the_drawing_has_it(name: str) -> None:
    chart, spec = native_path(PATHS[name], EN), path_chart(PATHS[name], EN, caption=CAPTION)
    y, ends = heights(spec), drawn(spec)
    for one in chart.series:
        for year, value in points(chart, one):
            near = [x for x, at in ends if abs(at - y(value)) < 0.6]
            assert near, (one.name, year, value)
            assert one.role in WIDE or year in near, (one.name, year, value)


@pytest.mark.parametrize("name", PATHS)
def test_every_figure_and_target_drawn_is_in_the_chart_with_its_status(name: str) -> None:
    chart, spec = native_path(PATHS[name], EN), path_chart(PATHS[name], EN, caption=CAPTION)
    settled = {
        (int(chart.categories[at]), status.value)
        for one in chart.series
        if one.role is Role.FIGURE
        for at, status in one.statuses.items()
    }
    foreseen = {
        (year, "projection")
        for one in chart.series
        if one.role is Role.FORESEEN
        for year, _ in points(chart, one)
    }
    assert settled | foreseen == {(row["x"], row["status"]) for row in circles(spec)}
    aims = [one for one in chart.series if one.role in (Role.AIM, Role.BOUND)]
    last = {(year, value) for one in aims for year, value in points(chart, one)[-1:]}
    drawn_years = {row["x"] for row in diamonds(spec)}
    assert {year for year, _ in last} <= drawn_years
    assert len(diamonds(spec)) >= len(last)


def test_the_scale_of_a_chart_holds_all_its_values() -> None:
    for row in PATHS.values():
        chart = native_path(row, EN)
        known = [v for one in chart.series for v in one.values if v is not None]
        assert chart.ticks[0] <= min(known) + 1e-9, row.indicator.name
        assert max(known) - 1e-9 <= chart.ticks[-1], row.indicator.name


def test_labels_beside_a_path_are_those_of_the_drawing() -> None:
    row = CASES["behind"]
    told = words(path_chart(row, EN, caption=CAPTION))
    labels = [label for one in native_path(row, EN).series for label in one.labels.values()]
    assert labels
    assert set(labels) <= set(told)


def test_columns_of_growth_and_what_they_are_held_against_are_those_drawn() -> None:
    for row in CASES.values():
        if row.indicator.measure is not Measure.AVERAGE_GROWTH or not shown_figures(row):
            continue
        chart, spec = native_growth(row, EN), growth_bars(row, EN, caption=CAPTION)
        y = heights(spec)
        marks = {round(at, 1) for _, at in drawn(spec)}
        labels = {round(one["y"], 1) for one in rows(spec, "text")}
        for one in chart.series:
            for _, value in points(chart, one):
                # A target with one bound has no band; its label stands at its height.
                assert any(abs(y(value) - at) < 0.2 for at in marks | labels), (one.name, value)


def test_bars_of_all_targets_are_as_long_as_drawn(card: Scorecard) -> None:
    measured = [line.row for line in gap_lines(card.ordered, EN) if line.position is not None]
    chart = native_gaps(measured, EN)
    places = [row["x"] for row in circles(gap_chart(measured, EN, caption=CAPTION))]
    bars = chart.series[0].values
    held = [min(max(value, LOWEST), HIGHEST) for value in bars if value is not None]
    assert held == pytest.approx(places)
    assert [one.standing for one in measured] == list(chart.standings)


def test_targets_without_a_way_are_words_not_bars(card: Scorecard) -> None:
    others = [line.row for line in gap_lines(card.ordered, EN) if line.position is None]
    chart = native_gaps(others, EN)
    assert chart.kind is Kind.WORDS
    assert not chart.series
    assert [one["Latest figure and target"] for one in chart.before] == [
        line.words for line in gap_lines(others, EN)
    ]


def test_yearly_changes_are_written_as_the_drawing_tells_them(card: Scorecard) -> None:
    told = {row["told"] for row in rows(rate_chart(card.ordered, EN, caption=CAPTION), "point")}
    for chart in native_rates(card.ordered, EN):
        for one, said in zip(
            chart.series, ("achieved", "required from the baseline"), strict=False
        ):
            for place, value in enumerate(one.values):
                cell = chart.after[place][one.name]
                assert (value is None) == (cell == "")
                assert value is None or f"{said}: {cell}" in told


def test_shares_and_their_ranges_are_those_drawn(structure: Structure) -> None:
    chart = native_corridors(structure, EN)
    spec = corridor_chart(structure, EN, caption=CAPTION)
    latest = next(one for one in chart.series if one.role is Role.FIGURE).values
    low, high = (one.values for one in chart.series if one.role is Role.BOUND)
    places = {row["x"] for row in circles(spec)}
    assert {value for value in latest if value is not None} <= places
    bands = {(r["x"], r["x2"]) for r in rows(spec, "rule") if r.get("thick") == 24}
    assert set(zip(low, high, strict=True)) == bands


def test_parts_of_a_whole_are_as_wide_as_drawn(structure: Structure) -> None:
    chart = native_composition(structure, EN)
    spec = composition_chart(structure, EN, caption=CAPTION)
    widths = sorted(row["x2"] - row["x"] for row in rows(spec, "rect"))
    values = sorted(v for one in chart.series for v in one.values if v is not None)
    assert widths == pytest.approx(values)


def test_places_are_bars_in_their_order(card: Scorecard) -> None:
    row = next(one for one in card.rows if one.ranking is not None)
    assert row.ranking is not None
    peers = next(
        found
        for version in reversed(row.ranking.versions)
        if (found := peers_of(row, card.values, version)) is not None
    )
    chart, spec = native_ranking(peers, EN), ranking_bars(peers, EN, caption=CAPTION)
    assert list(chart.series[0].values) == [bar["x2"] for bar in rows(spec, "rect")]
    assert chart.categories[chart.subject or 0] == row.plan.geographies[peers.subject].name.en


def test_half_of_a_chart_keeps_its_scale_and_knows_where_the_subject_is() -> None:
    rows_of: tuple[TargetRow, ...] = tuple(PATHS.values())[:4]
    chart = native_gaps([row for row in rows_of if gap_lines([row], EN)[0].position], EN)
    half = chart.part(0, 1)
    assert half.ticks == chart.ticks
    assert half.categories == chart.categories[:1]
    assert half.series[0].values == chart.series[0].values[:1]


def test_an_axis_counts_in_whole_numbers_where_it_can() -> None:
    assert round_ticks(55.6, 57.4) == (55.0, 56.0, 57.0, 58.0)
    assert round_ticks(0.2, 0.9)[1] - round_ticks(0.2, 0.9)[0] < 1
