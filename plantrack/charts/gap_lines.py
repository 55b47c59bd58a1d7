"""Where each target stands between its baseline (0) and its deciding bound (100)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantrack.charts.values import baseline_label, latest_label, target_label
from plantrack.model import Standing, Status
from plantrack.scorecard import TargetRow, telling
from plantrack.words import Say


@dataclass(frozen=True, slots=True)
class Position:
    """Where the latest figure, the level due by then and the far bound of a range lie."""

    latest: float
    due: float | None
    beyond: float | None
    status: Status


@dataclass(frozen=True, slots=True)
class GapLine:
    """One target on the common scale; where there is no way to measure it says `words`."""

    row: TargetRow
    position: Position | None
    latest_label: str
    baseline_label: str
    target_label: str
    words: str


def gap_lines(rows: Sequence[TargetRow], say: Say) -> list[GapLine]:
    """Return one line a target, with positions where it is assessed by its pace.

    A reason that several lines share is given in full on the first of them.
    """
    lines, before = [], ""
    for row in rows:
        position = _positions(row)
        reason = _reason(row, say)
        told = say("same reason as above") if reason and reason == before else reason
        lines.append(
            GapLine(
                row=row,
                position=position,
                latest_label=latest_label(row, say),
                baseline_label=baseline_label(row, say),
                target_label=telling.unitless(row, target_label(row, say), say),
                words="" if position is not None else _plainly(row, told, say),
            )
        )
        before = reason
    return lines


def _positions(row: TargetRow) -> Position | None:
    assessment = row.assessment
    if assessment.latest is None or row.standing is Standing.NOT_ASSESSED:
        return None
    latest = _position(row, assessment.latest.value)
    if latest is None:
        return None
    due = None if assessment.due is None else _position(row, assessment.due.value)
    return Position(latest, due, _beyond(row), assessment.latest.status)


def _position(row: TargetRow, value: float) -> float | None:
    """100 * (value - baseline) / (deciding bound - baseline)."""
    goal, baseline = row.assessment.goal, row.assessment.baseline
    if goal is None or baseline is None or row.assessment.deciding is None:
        return None
    bound = goal.bound(row.assessment.deciding)
    if bound is None or bound == baseline.value or goal.met_by(baseline) is True:
        return None
    return 100 * (value - baseline.value) / (bound - baseline.value)


def _beyond(row: TargetRow) -> float | None:
    """The position of the bound that does not decide, where it lies further on."""
    goal = row.assessment.goal
    if goal is None or goal.low is None or goal.high is None:
        return None
    positions = [_position(row, goal.low), _position(row, goal.high)]
    return max((p for p in positions if p is not None and p > 100), default=None)


def _reason(row: TargetRow, say: Say) -> str:
    """Why a target has no standing; nothing for one that has."""
    if row.standing is not Standing.NOT_ASSESSED:
        return ""
    return telling.because(row, say, beside=True)


def _plainly(row: TargetRow, reason: str, say: Say) -> str:
    """The latest figure and what is asked, and why no way between them is measured."""
    asked = target_label(row, say)
    if row.assessment.latest is None:
        said = say("no figure yet; target: {target}", target=asked)
    else:
        said = say("{latest}; target: {target}", latest=latest_label(row, say), target=asked)
    return say("{figures}; {reason}", figures=said, reason=reason) if reason else said
