"""The shapes of a path chart: figures by status, the level due, the target."""

from __future__ import annotations

from plantrack.charts.look import Look
from plantrack.charts.marks import Rows, figure, point
from plantrack.charts.path_data import PathData
from plantrack.charts.path_frame import YearFrame
from plantrack.charts.shapes import DIAMOND, LEVEL
from plantrack.charts.values import noted, short, target_label
from plantrack.model import Figure, Form
from plantrack.scorecard import TargetRow, telling
from plantrack.scorecard.paths import Observation
from plantrack.words import Say
from plantrack.words.terms import qualified


def shapes(data: PathData, frame: YearFrame, look: Look, say: Say) -> Rows:
    """Return every shape of the chart; the target lies on top of the paths that lead to it."""
    c, row = look.colours, data.row
    found: Rows = []
    for one in data.figures:
        told = _told(row, one, say)
        found += figure(one.year, frame.y(one.value), one.status, look, told=told)
    for foreseen in data.foreseen:
        y = frame.y(float(foreseen.value))
        told = _told_figure(row, foreseen, say)
        found += figure(foreseen.period.last_year, y, foreseen.status, look, told=told)
    verdict = row.assessment
    if verdict.due is not None and verdict.latest is not None:
        told = say("due by then on the path")
        y = frame.y(verdict.due.value)
        found.append(point(verdict.latest.year, y, LEVEL, fill=c.text, size=420, told=told))
    for aim in data.aims:
        for value in aim.values:
            at = frame.y(value)
            told = target_label(row, say)
            if row.target.form is Form.PATH:
                told = noted(short(row, value, say), (str(aim.year),), say)
            found.append(
                point(aim.year, at, DIAMOND, fill=c.background, stroke=c.main, size=150, told=told)
            )
    return found


def _told(row: TargetRow, one: Observation, say: Say) -> str:
    value = qualified(one.qualifier, short(row, one.value, say), say)
    return noted(value, (str(one.year), telling.status_note(one.status, say)), say)


def _told_figure(row: TargetRow, one: Figure, say: Say) -> str:
    value = qualified(one.qualifier, short(row, float(one.value), say), say)
    when = str(one.period.last_year)
    return noted(value, (when, telling.status_note(one.status, say)), say)
