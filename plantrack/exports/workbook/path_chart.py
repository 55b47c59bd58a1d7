"""The path of one target: its figures, the planned path, the target, the observed pace."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from xlsxwriter.chart import Chart

from plantrack.charts.path_data import path_data
from plantrack.charts.path_labels import axis_title
from plantrack.exports.workbook.blocks import GRID, SMALL, Block, Placed
from plantrack.exports.workbook.book import COLOURS, plain
from plantrack.exports.workbook.chart_lines import Line, Look
from plantrack.exports.workbook.tables import Cell, Number, number_format
from plantrack.model import Qualifier, Status
from plantrack.scorecard import TargetRow, telling
from plantrack.scorecard.paths import Observation
from plantrack.words import Say
from plantrack.words.terms import qualifier_word, status_word

_INDEX_DECIMALS: Final = 1
_EVERY_YEAR: Final = 16  # years an axis has room to name
_MAIN, _GREY = COLOURS.main, COLOURS.grey
# A line of each kind: its stroke, and the shape, size and colour of its points.
_LOOKS: Final[dict[Look, tuple[dict[str, Any], tuple[str, int, str] | None]]] = {
    Look.REPORTED: ({"color": _MAIN, "width": 2.5}, ("circle", 6, _MAIN)),
    Look.FORESEEN: ({"none": True}, ("square", 6, _GREY)),
    Look.AVERAGE: ({"color": _MAIN, "width": 4}, None),
    Look.PLANNED: ({"color": _GREY, "width": 1.75, "dash_type": "dash"}, None),
    Look.PROJECTED: ({"color": _MAIN, "width": 1.75, "dash_type": "round_dot"}, None),
    Look.ASKED: ({"none": True}, ("diamond", 10, COLOURS.text)),
    Look.EDGE: ({"color": COLOURS.band_edge, "width": 1.5}, ("diamond", 7, COLOURS.text)),
}


def path_block(row: TargetRow, lines: Sequence[Line], say: Say) -> Block:
    """Return the data of a path, a year a row, and its chart."""
    years = sorted({year for line in lines for year in line.levels})
    stated = {one.year: _status(one, say) for one in path_data(row, say).figures}
    decimals = _INDEX_DECIMALS if telling.averaged(row) else row.indicator.decimals
    return Block(
        title=telling.takeaway(row, say),
        targets=[row],
        headings=[say("Unit"), say("Year"), *(line.name for line in lines), say("Status")],
        rows=[
            [*_levels(year, lines, decimals, axis_title(row, say)), stated.get(year)]
            for year in years
        ],
        kind={"type": "scatter", "subtype": "straight_with_markers"},
        draw=partial(
            _draw,
            lines=lines,
            years=years,
            style=number_format(decimals),
            unit=axis_title(row, say),
        ),
    )


def _levels(year: int, lines: Sequence[Line], decimals: int, unit: str) -> list[Cell]:
    levels = [line.levels.get(year) for line in lines]
    cells = [None if level is None else Number(level, decimals) for level in levels]
    return [unit, year, *cells]


def _status(figure: Observation, say: Say) -> str:
    """What is not settled about a figure, with the word its publication puts before it."""
    told = [] if figure.status is Status.NOT_STATED else [status_word(figure.status, say)]
    if figure.qualifier is not Qualifier.EXACT:
        told.append(qualifier_word(figure.qualifier, say))
    return ", ".join(told)


def _draw(
    chart: Chart,
    at: Placed,
    *,
    lines: Sequence[Line],
    years: Sequence[int],
    style: str,
    unit: str,
) -> None:
    for column, line in enumerate(lines, start=2):
        stroke, points = _LOOKS[line.look]
        chart.add_series(
            {
                "name": at.heading(column),
                "categories": at.cells(1),
                "values": at.cells(column),
                "line": stroke,
                "marker": _marker(points),
                **_labelled(line, years, style),
            }
        )
    # Years without a figure are passed over; a break has a line of its own on each side.
    chart.show_blanks_as("span")
    chart.set_x_axis(
        {
            "min": years[0],
            "max": max(years[-1], years[0] + 1),
            "major_unit": 1 if years[-1] - years[0] < _EVERY_YEAR else 2,
            "num_format": "0",
            "num_font": SMALL,
            "major_gridlines": {"visible": False},
            "label_position": "low",
        }
    )
    chart.set_y_axis(
        {
            "name": f" {plain(unit)}",  # a name that begins with "=" would be a reference
            "name_font": SMALL,
            "num_format": style,
            "num_font": SMALL,
            "major_gridlines": GRID,
        }
    )


def _marker(points: tuple[str, int, str] | None) -> dict[str, Any]:
    if points is None:
        return {"type": "none"}
    shape, size, colour = points
    return {"type": shape, "size": size, "fill": {"color": colour}, "border": {"color": colour}}


def _labelled(line: Line, years: Sequence[int], style: str) -> dict[str, Any]:
    """The value of the last point stands beside it, where it is told at all."""
    if not line.label:
        return {}
    last = max(line.levels)
    custom: list[dict[str, Any] | None] = [
        None if year == last else {"delete": True} for year in years
    ]
    return {
        "data_labels": {
            "value": True,
            "position": line.label,
            "num_format": style,
            "font": SMALL,
            "custom": custom,
        }
    }
