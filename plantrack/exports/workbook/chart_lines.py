"""What a path chart of the workbook draws, as lines of year and level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from plantrack.charts.path_data import PathData, path_data
from plantrack.charts.values import years_of
from plantrack.model import Form
from plantrack.scorecard import TargetRow, telling
from plantrack.scorecard.paths import Path
from plantrack.words import Say


class Look(Enum):
    """How a line is drawn."""

    REPORTED = auto()
    FORESEEN = auto()
    AVERAGE = auto()
    PLANNED = auto()
    PROJECTED = auto()
    ASKED = auto()
    EDGE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One column of the data and one line of the chart."""

    name: str
    look: Look
    levels: Mapping[int, float]
    label: str = ""  # where the value of the last point stands; empty = nowhere


def path_lines(row: TargetRow, say: Say) -> tuple[Line, ...]:
    """Return the lines of a target's path; empty for a place, and where nothing can be drawn.

    Figures before and after a break are lines of their own, so that nothing joins them.
    """
    if row.assessment.rank is not None or row.target.form is Form.TOP:
        return ()
    data = path_data(row, say)
    return tuple(line for line in _lines(data, say) if line.levels) if data.values else ()


def _lines(data: PathData, say: Say) -> Iterator[Line]:
    due = data.row.assessment.due
    away = "below" if due is not None and due.difference < 0 else "above"  # off the planned path
    shown = "" if telling.averaged(data.row) else away  # no reader knows the points of an index
    for number, segment in enumerate(data.segments):
        name = say("Figure")
        if number:
            name = say("Figure, series as revised in {year}", year=segment[0].year)
        label = shown if number == len(data.segments) - 1 else ""
        yield Line(name, Look.REPORTED, {one.year: one.value for one in segment}, label)
    for span in data.spans:
        name = say("Average {years}", years=years_of(span.period))
        years = (span.period.start.year, span.period.last_year)
        yield Line(name, Look.AVERAGE, dict.fromkeys(years, float(span.value)))
    foreseen = {one.period.last_year: float(one.value) for one in data.foreseen}
    yield Line(say("Projection of a publication"), Look.FORESEEN, foreseen)
    if data.range is not None:
        low, high = data.range
        yield Line(say("Planned path, lower bound"), Look.PLANNED, _levels(low))
        yield Line(say("Planned path, upper bound"), Look.PLANNED, _levels(high))
    else:
        yield Line(say("Planned path"), Look.PLANNED, _levels(data.planned))
    yield Line(say("At the observed pace"), Look.PROJECTED, _levels(data.projected))
    yield from _asked(data, say)


def _asked(data: PathData, say: Say) -> Iterator[Line]:
    """What is asked in its year; an edge all along where it is held against in every year."""
    held = data.row.target.form in (Form.HOLD, Form.BETWEEN)
    look = Look.EDGE if held else Look.ASKED
    low = {aim.year: aim.low for aim in data.aims if aim.low is not None}
    high = {aim.year: aim.high for aim in data.aims if aim.high is not None}
    both = bool(low and high) and low != high
    for name, levels, label in (
        (say("Target, lower bound") if both else say("Target"), low, "below" if both else "above"),
        (say("Target, upper bound"), high if both else {}, "above"),
        (say("Target"), {} if low else high, "above"),
    ):
        if held and levels:
            first = min(data.first_year, *levels)
            levels = {first: next(iter(levels.values())), **levels}
        yield Line(name, look, levels, "" if telling.averaged(data.row) else label)


def _levels(path: Path) -> dict[int, float]:
    return {point.year: point.value for point in path}
