"""Arithmetic of the value due by now and of the distance in time."""

from __future__ import annotations

from math import log

from plantrack.method.average import START_INDEX
from plantrack.method.observation import Observation
from plantrack.method.pace import Due
from plantrack.model import Measure
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.chains import asked_factor
from plantrack.scorecard.telling.digits import enough, settled
from plantrack.scorecard.telling.lines import (
    ROOT_DECIMALS,
    difference_line,
    least_digits,
    path_line,
    shown,
)
from plantrack.scorecard.telling.paces import pace_decimals
from plantrack.scorecard.telling.roots import product, raised, term
from plantrack.scorecard.telling.steps import Step, told
from plantrack.scorecard.telling.times import time_distance
from plantrack.scorecard.telling.values import averaged, measure
from plantrack.words import Number, Say
from plantrack.words.numbers import rounded

YEARS_DECIMALS = 2


def due_steps(row: TargetRow, say: Say) -> tuple[Step, ...]:
    """Return the value due in the latest year, the difference, and how early or late it is."""
    verdict = row.assessment
    baseline, latest, due = verdict.baseline, verdict.latest, verdict.due
    required = verdict.required.to(verdict.deciding)
    if baseline is None or latest is None or due is None or required is None:
        return ()
    elapsed = latest.year - baseline.year
    if averaged(row):
        lines = _index_lines(row, latest, due, elapsed, say)
    else:
        lines = [
            path_line(row, baseline.value, required, elapsed, due.value, say),
            difference_line(row, latest.value, due.value, say),
        ]
    return told(
        say("Due in {year} on the path, and the distance in time", year=latest.year),
        *lines,
        _time_line(row, baseline, latest, required, due, say),
    )


def _index_lines(
    row: TargetRow, latest: Observation, due: Due, elapsed: int, say: Say
) -> list[str]:
    """The chained index, the year before the period being 100."""
    deciding = row.assessment.deciding
    factor = asked_factor(row, deciding) if deciding is not None else None
    if factor is None:
        return []
    start = say.number(START_INDEX, 0)
    power = raised(product([(factor, 1)], say), elapsed)
    digits = enough(
        (latest.value, due.value), due.difference, 2, lambda now, then: now - then, start=2
    )
    now, then = (say.number(settled(one), digits) for one in (latest.value, due.value))
    return [
        say(
            "chained index, {year} = {start}: {formula}",
            year=latest.year - elapsed,
            start=start,
            formula=f"{start} × {power} = {then}",
        ),
        f"{now} − {then} = {say.signed(settled(due.difference), 2)}",
    ]


def _time_line(
    row: TargetRow, baseline: Observation, latest: Observation, required: float, due: Due, say: Say
) -> str:
    """Return "ln(70.95 ÷ 57.83) ÷ ln(1.1459) = 1.50; 1.50 − 2 = −0.50 years"."""
    elapsed = latest.year - baseline.year
    if due.years is None or due.capped:
        return time_distance(row, say, YEARS_DECIMALS)
    reached = due.years + elapsed
    decimals = enough(
        (reached,), due.years, YEARS_DECIMALS, lambda one: one - elapsed, start=YEARS_DECIMALS
    )
    return say(
        "{formula} = {reached}; {reached} − {elapsed} = {years} years",
        formula=_periods(row, (baseline.value, latest.value), required, reached, decimals, say),
        reached=say.number(settled(reached), decimals),
        elapsed=elapsed,
        years=say.signed(settled(due.years), YEARS_DECIMALS),
    )


def _periods(
    row: TargetRow,
    levels: tuple[float, float],
    required: float,
    reached: float,
    decimals: int,
    say: Say,
) -> str:
    """How many years the path takes from the first to the last of two levels."""
    points = measure(row) is Measure.POINTS
    step, least = (required, pace_decimals(row)) if points else (1 + required, ROOT_DECIMALS)

    def again(start: Number, end: Number, change: Number) -> float:
        if points:
            return (float(end) - float(start)) / float(change)
        return log(float(end) / float(start)) / log(float(change))

    first, last = (1.0, levels[1] / levels[0]) if averaged(row) else levels
    digits = enough(
        (first, last),
        reached,
        decimals,
        lambda start, end: again(start, end, step),
        start=ROOT_DECIMALS if averaged(row) else least_digits(row, first, last),
    )
    start, end = (rounded(settled(one), digits) for one in (first, last))
    step_digits = enough(
        (step,), reached, decimals, lambda one: again(start, end, one), start=least
    )
    if points:
        change = term(step, step_digits, say)
        return f"({shown(last, digits, say)} − {shown(first, digits, say)}) ÷ {change}"
    factor = say.number(settled(step), step_digits)
    if averaged(row):
        return f"ln({say.number(end, digits)}) ÷ ln({factor})"
    return f"ln({shown(last, digits, say)} ÷ {shown(first, digits, say)}) ÷ ln({factor})"
