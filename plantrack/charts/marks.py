"""The few marks charts are made of. Positions down the page are pixels, laid out beforehand.

A place across the page is either on the chart's scale (`x`) or in pixels from the left edge
(`px`, negative from the right edge), so that a drawing stretches while its columns stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

import altair as alt

from plantrack.charts.look import Look
from plantrack.charts.scales import Across
from plantrack.charts.shapes import CIRCLE, STATUS_FILL
from plantrack.model import Status

Row = dict[str, Any]
Rows = list[Row]

DOWN: Final = alt.Y("y:Q", scale=None, axis=None)
_EDGE: Final = alt.expr("datum.px < 0 ? width + datum.px : datum.px")


def data(rows: Iterable[Row]) -> alt.InlineData:
    return alt.InlineData(values=[dict(row) for row in rows])


def text(
    x: float | None,
    y: float,
    words: str | list[str],
    *,
    colour: str,
    size: float,
    weight: int = 400,
    align: str = "left",
    px: float | None = None,
) -> Row:
    """Return one label: on the scale at `x`, or `px` pixels from an edge; lines as a list."""
    lines = words if isinstance(words, list) else [words]
    return {
        **({"x": x} if px is None else {"px": px}),
        "y": y,
        "words": "\n".join(lines),
        "colour": colour,
        "size": size,
        "weight": weight,
        "align": align,
        "angle": 0,
    }


def block(
    lines: list[str],
    px: float,
    y: float,
    colour: str,
    size: float,
    look: Look,
    *,
    weight: int = 400,
    align: str = "left",
) -> Row:
    """Return one label of several lines centred on `y`: Vega hangs lines below the first."""
    first = y - (len(lines) - 1) * line_height(look) / 2
    return text(None, first, lines, colour=colour, size=size, weight=weight, align=align, px=px)


def line_height(look: Look) -> int:
    return round(look.body * 1.3)


def texts(rows: Sequence[Row], scale: Across | None, look: Look) -> list[alt.Chart]:
    """Return the labels as at most two layers: those on the scale and those at the edges."""
    return _placed(rows, scale, lambda some: _labels(some, look))


def _labels(rows: Sequence[Row], look: Look) -> alt.Chart:
    layer: alt.Chart = (
        alt.Chart(data(rows))
        .mark_text(
            align=alt.expr("datum.align"),
            baseline="middle",
            lineBreak="\n",
            lineHeight=line_height(look),
            fontWeight=alt.expr("datum.weight"),
            angle=alt.expr("datum.angle"),
        )
        .encode(
            text="words:N",
            color=alt.Color("colour:N", scale=None),
            size=alt.Size("size:Q", scale=None),
        )
    )
    return layer


def point(
    x: float | None,
    y: float,
    shape: str,
    *,
    fill: str = "transparent",
    stroke: str = "transparent",
    size: float = 110,
    told: str = "",
    px: float | None = None,
) -> Row:
    """Return one drawn shape; `size` is the area of its box in square pixels."""
    return {
        **({"x": x} if px is None else {"px": px}),
        "y": y,
        "shape": shape,
        "fill": fill,
        "stroke": stroke,
        "size": size,
        "opacity": 1,
        "told": told,
    }


def figure(
    x: float | None,
    y: float,
    status: Status,
    look: Look,
    *,
    told: str = "",
    colour: str = "",
    px: float | None = None,
) -> Rows:
    """Return the circle of a figure: its ring on the background, then what its status fills."""
    ink = colour or look.colours.main
    ring = point(x, y, CIRCLE, fill=look.colours.background, stroke=ink, told=told, px=px)
    inner = point(x, y, STATUS_FILL[status], fill=ink, told=told, px=px)
    return [{**ring, "status": status.value}, {**inner, "status": status.value}]


def points(rows: Sequence[Row], scale: Across | None, *, width: float = 2) -> list[alt.Chart]:
    """Return the shapes as at most two layers: those on the scale and those at the edges."""
    return _placed(rows, scale, lambda some: _shapes(some, width))


def _shapes(rows: Sequence[Row], width: float) -> alt.Chart:
    layer: alt.Chart = (
        alt.Chart(data(rows))
        .mark_point(strokeWidth=width, strokeCap="round", opacity=1)
        .encode(
            shape=alt.Shape("shape:N", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
            size=alt.Size("size:Q", scale=None),
            fillOpacity=alt.FillOpacity("opacity:Q", scale=None),
            tooltip=alt.Tooltip("told:N"),
        )
    )
    return layer


def _placed(
    rows: Sequence[Row], scale: Across | None, layer: Callable[[Sequence[Row]], alt.Chart]
) -> list[alt.Chart]:
    on_scale = [row for row in rows if "px" not in row]
    at_edge = [row for row in rows if "px" in row]
    layers = []
    if on_scale and scale is not None:
        layers.append(layer(on_scale).encode(x=scale.x, y=DOWN))
    if at_edge:
        layers.append(layer(at_edge).encode(x=alt.value(_EDGE), y=DOWN))
    return layers
