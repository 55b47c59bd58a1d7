"""Shares: the corridor, the nearest edge, and what a break makes incomparable."""

from __future__ import annotations

from itertools import pairwise

import pytest

from plantrack.charts.composition import composition_chart
from plantrack.charts.look import PHONE, WIDE, Look
from plantrack.charts.palette import palette
from plantrack.charts.shapes import BEYOND_LEFT, BEYOND_RIGHT
from plantrack.charts.structure import corridor_chart
from plantrack.scorecard.structure import Structure
from plantrack.words import of
from tests.charts.reading import CAPTION, circles, domain, rows, shapes, words

EN, VI = of("en"), of("vi")


def test_the_arrow_points_to_the_near_edge_and_none_is_drawn_inside(structure: Structure) -> None:
    spec = corridor_chart(structure, EN, caption=CAPTION)
    assert [arrow["x"] for arrow in shapes(spec, BEYOND_LEFT)] == [13]
    assert [arrow["x"] for arrow in shapes(spec, BEYOND_RIGHT)] == [32, 50]
    assert "inside the range" in words(spec)


def test_a_figure_of_the_former_structure_is_grey_and_nothing_leads_from_it(
    structure: Structure,
) -> None:
    spec = corridor_chart(structure, VI, caption=CAPTION)
    grey = [c["x"] for c in circles(spec) if c["stroke"] == palette("light").grey]
    assert grey == [21.51, 23.71, 50.31, 4.47]
    starts = {r["x"] for r in rows(spec, "rule") if r.get("thick") == 2}
    assert not starts & set(grey)
    assert "cơ cấu trước đây, không so sánh được" in words(spec)


def test_the_scale_of_shares_starts_at_zero(structure: Structure) -> None:
    low, high = domain(corridor_chart(structure, EN, caption=CAPTION))
    assert low == 0
    assert high >= 51


@pytest.mark.parametrize("look", [WIDE, PHONE])
def test_a_composition_fills_each_year_from_zero_to_the_whole(
    structure: Structure, look: Look
) -> None:
    spec = composition_chart(structure, EN, caption=CAPTION, look=look)
    bars = list(rows(spec, "rect"))
    by_year: dict[float, list[tuple[float, float]]] = {}
    for bar in bars:
        by_year.setdefault(bar["y"], []).append((bar["x"], bar["x2"]))
    assert len(by_year) == len(structure.years)
    for pieces in by_year.values():
        assert pieces[0][0] == 0
        assert pieces[-1][1] == pytest.approx(100, abs=0.02)
        assert all(a[1] == b[0] for a, b in pairwise(pieces))


def test_the_break_between_two_years_is_said_where_it_lies(structure: Structure) -> None:
    spec = composition_chart(structure, EN, caption=CAPTION)
    (said,) = [r for r in rows(spec, "text") if r["words"].startswith("break before 2025")]
    before, after = sorted({bar["y"] for bar in rows(spec, "rect")})
    assert before < said["y"] < after
