"""What a slide of the deck holds as pages: a chart, or tables as far as they fit."""

from __future__ import annotations

from dataclasses import dataclass

from plantrack.charts.native import Kind, Native, Role
from plantrack.deck import Slide
from plantrack.exports.slides import sheet
from plantrack.exports.slides.chart_style import COLUMNS, COVERS, MARKERS
from plantrack.exports.slides.grid import Laid, laid, of_native, of_table
from plantrack.exports.slides.paging import paged
from plantrack.model import Status
from plantrack.words import Say
from plantrack.words.terms import status_word

Key = tuple[tuple[str, str, Status], ...]  # letter and cover of each status in the chart


@dataclass(frozen=True, slots=True)
class Content:
    """One page: a chart or tables, the remarks above them and the key of their figures' status."""

    chart: Native | None = None
    tables: tuple[Laid, ...] = ()
    remarks: tuple[str, ...] = ()
    key: Key = ()


def contents(slide: Slide, room: float, say: Say) -> list[Content]:
    """Return the pages of a slide in a body `room` points high; at least one."""
    charts = slide.native() if slide.native is not None else ()
    drawn = [one for one in charts if one.kind not in (Kind.BARS, Kind.WORDS)]
    if drawn:
        return [Content(one, remarks=one.remarks, key=key_of(one)) for one in drawn]
    grids = [of_native(one, say) for one in charts] or (
        [grid for grid in (of_table(slide.table),) if grid.headings]
    )
    remarks = tuple(dict.fromkeys(remark for one in charts for remark in one.remarks))
    left = room - remarks_height(remarks)
    pages = paged([laid(grid, left) for grid in grids], left)
    return [Content(tables=tuple(page), remarks=remarks) for page in pages] or [Content()]


def key_of(chart: Native) -> Key:
    """Return the letters of the statuses in a chart, firmest first."""
    found = {
        status
        for one in chart.series
        if one.role is Role.FIGURE
        for status in one.statuses.values()
    }
    ordered = [status for status in Status if status in found]
    if chart.kind is Kind.COLUMNS:
        return tuple((COLUMNS[one][1], COLUMNS[one][0], one) for one in ordered)
    if chart.kind is Kind.LINES:
        return tuple((MARKERS[one][2], MARKERS[one][1], one) for one in ordered)
    return ()


def key_words(key: Key, say: Say) -> list[tuple[str, str, str]]:
    """Return each letter with its colour and its word, and the room to the next."""
    found = []
    for letter, cover, status in key:
        colour = COVERS["half"] if cover == "half" else "accent1"
        found.append((f"{letter} ", colour, f"{status_word(status, say)}   "))
    return found


def remarks_height(remarks: tuple[str, ...]) -> float:
    """Return the room of remarks, with the space below them."""
    told = sum(sheet.height_of(one, sheet.INNER, sheet.TEXT) for one in remarks)
    return told + sheet.GAP if told else 0.0
