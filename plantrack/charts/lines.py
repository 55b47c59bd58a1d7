"""Strokes, curves, bands and bars. Positions down the page are pixels, as in `marks`."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from plantrack.charts.look import Look
from plantrack.charts.marks import DOWN, Row, data
from plantrack.charts.scales import Across


def stroke(
    start: float, end: float, y: float, colour: str, thick: float, end_y: float | None = None
) -> Row:
    """Return a stroke from `start` to `end` at the height `y`, or down to `end_y`."""
    end_y = y if end_y is None else end_y
    return {"x": start, "x2": end, "y": y, "y2": end_y, "colour": colour, "thick": thick}


def strokes(rows: Sequence[Row], scale: Across, *, dash: Sequence[float] = ()) -> list[alt.Chart]:
    """Return the strokes as one layer, or none where there is nothing to draw."""
    if not rows:
        return []
    return [
        alt.Chart(data(rows))
        .mark_rule(strokeCap="butt", strokeDash=list(dash))
        .encode(
            x=scale.x,
            x2="x2:Q",
            y=DOWN,
            y2="y2:Q",
            color=alt.Color("colour:N", scale=None),
            strokeWidth=alt.StrokeWidth("thick:Q", scale=None),
        )
    ]


def curves(
    rows: Sequence[Row], scale: Across, colour: str, width: float, dash: Sequence[float] = ()
) -> list[alt.Chart]:
    """Return lines through points (`x`, `y`), one for each value of `line`."""
    if not rows:
        return []
    layer: alt.Chart = (
        alt.Chart(data(rows))
        .mark_line(color=colour, strokeWidth=width, strokeDash=list(dash), strokeCap="butt")
        .encode(x=scale.x, y=DOWN, detail="line:N")
    )
    return [layer]


def bands(rows: Sequence[Row], scale: Across, colour: str) -> list[alt.Chart]:
    """Return areas between `y` and `y2` along `x`, one for each value of `line`."""
    if not rows:
        return []
    layer: alt.Chart = (
        alt.Chart(data(rows))
        .mark_area(color=colour, opacity=1)
        .encode(x=scale.x, y=DOWN, y2="y2:Q", detail="line:N")
    )
    return [layer]


def boxes(rows: Sequence[Row], scale: Across) -> list[alt.Chart]:
    """Return rectangles from `x` to `x2` and `y` to `y2` with fill, stroke and opacity."""
    if not rows:
        return []
    layer: alt.Chart = (
        alt.Chart(data(rows))
        .mark_rect(strokeWidth=2)
        .encode(
            x=scale.x,
            x2="x2:Q",
            y=DOWN,
            y2="y2:Q",
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
            fillOpacity=alt.FillOpacity("opacity:Q", scale=None),
            tooltip=alt.Tooltip("told:N"),
        )
    )
    return [layer]


def rows_between(heights: Sequence[float], look: Look) -> alt.Chart:
    """Return fine lines across the whole chart, above each row."""
    lines = alt.Chart(data({"y": y} for y in heights))
    layer: alt.Chart = lines.mark_rule(color=look.colours.grid).encode(y=DOWN)
    return layer
