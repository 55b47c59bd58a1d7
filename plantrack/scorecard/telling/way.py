"""Arithmetic of the share of the way covered, beside the share of time passed."""

from __future__ import annotations

from collections.abc import Callable
from math import log

from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.digits import enough, settled
from plantrack.scorecard.telling.lines import least_digits, shown
from plantrack.scorecard.telling.steps import Step, told
from plantrack.scorecard.telling.values import averaged
from plantrack.words import Number, Say

SHARE_DECIMALS = 1


def way_steps(row: TargetRow, say: Say) -> tuple[Step, ...]:
    """Return the share of the way covered beside the share of time passed."""
    verdict = row.assessment
    baseline, latest, goal, way = verdict.baseline, verdict.latest, verdict.goal, verdict.way
    bound = goal.bound(verdict.deciding) if goal is not None and verdict.deciding else None
    if way is None or baseline is None or latest is None or goal is None or bound is None:
        return ()
    levels = (baseline.value, latest.value, bound)
    lines = []
    if not averaged(row):
        formula = _share(row, levels, way.linear, _straight, "({l} − {f}) ÷ ({e} − {f})", say)
        lines.append(say("straight: {formula}", formula=formula))
    if way.on_path is not None:
        formula = _share(row, levels, way.on_path, _along, "ln({l} ÷ {f}) ÷ ln({e} ÷ {f})", say)
        lines.append(say("along the path: {formula}", formula=formula))
    elapsed, span = latest.year - baseline.year, goal.year - baseline.year
    passed = f"{elapsed} ÷ {span} = {say.percent(settled(100 * elapsed / span))}"
    return told(say("Share of the way"), *lines, say("time passed: {formula}", formula=passed))


def _straight(first: Number, last: Number, end: Number) -> float:
    return 100 * (float(last) - float(first)) / (float(end) - float(first))


def _along(first: Number, last: Number, end: Number) -> float:
    return 100 * log(float(last) / float(first)) / log(float(end) / float(first))


def _share(
    row: TargetRow,
    levels: tuple[float, float, float],
    share: float,
    again: Callable[[Number, Number, Number], float],
    formula: str,
    say: Say,
) -> str:
    """Put the first, last and end level into `formula` (f, l, e) with digits enough."""
    digits = enough(levels, share * 100, SHARE_DECIMALS, again, start=least_digits(row, *levels))
    first, last, end = (shown(one, digits, say) for one in levels)
    result = say.percent(settled(share * 100), SHARE_DECIMALS)
    return f"{formula.format(f=first, l=last, e=end)} = {result}"
