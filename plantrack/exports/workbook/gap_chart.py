"""How far each target has come from its baseline to its target, as bars on one scale."""

from __future__ import annotations

from functools import partial
from typing import Final

from xlsxwriter.chart import Chart

from plantrack.charts.gap_lines import GapLine, gap_lines
from plantrack.exports.workbook.blocks import GRID, LOW, SMALL, Block, Placed
from plantrack.exports.workbook.book import COLOURS
from plantrack.exports.workbook.tables import Cell, Number
from plantrack.scorecard import Scorecard
from plantrack.scorecard.telling import counts_sentence
from plantrack.words import Say

_AROUND: Final = 150  # pixels: title, scale and key
_EACH: Final = 30  # pixels: the two bars of a target


def gap_block(card: Scorecard, say: Say) -> Block | None:
    """Return the bars of all targets with a way to measure; None without one."""
    lines = [line for line in gap_lines(card.ordered, say) if line.position is not None]
    if not lines:
        return None
    return Block(
        title=counts_sentence(card, say),
        targets=[line.row for line in lines],
        headings=[
            say("Indicator"),
            say("Share of the way covered"),
            say("Share of the way due by now"),
            say("Unit"),
            say("Standing"),
        ],
        rows=[_row(line, say) for line in lines],
        kind={"type": "bar", "subtype": "clustered"},
        draw=partial(_draw, say=say),
        height=max(LOW, _AROUND + _EACH * len(lines)),
    )


def _row(line: GapLine, say: Say) -> list[Cell]:
    position = line.position
    due = None if position is None or position.due is None else Number(position.due, 1)
    return [
        say.text(line.row.indicator.name),
        None if position is None else Number(position.latest, 1),
        due,
        say("% of the way"),
        line.row.standing,
    ]


def _draw(chart: Chart, at: Placed, *, say: Say) -> None:
    for column, colour in ((1, COLOURS.main), (2, COLOURS.track)):
        labels = {"value": True, "num_format": "0", "font": SMALL} if column == 1 else {}
        chart.add_series(
            {
                "name": at.heading(column),
                "categories": at.cells(0),
                "values": at.cells(column),
                "fill": {"color": colour},
                "gap": 60,
                "overlap": 0,
                **({"data_labels": labels} if labels else {}),
            }
        )
    # Worst first from the top, and the scale below: bars are drawn from the bottom otherwise.
    chart.set_y_axis(
        {"reverse": True, "num_font": SMALL, "crossing": "min", "label_position": "low"}
    )
    chart.set_x_axis(
        {
            "name": say("% of the way from the baseline (0) to the target (100)"),
            "name_font": SMALL,
            "num_format": "0",
            "num_font": SMALL,
            "major_gridlines": GRID,
            "label_position": "high",
        }
    )
