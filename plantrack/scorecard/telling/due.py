"""Arithmetic of the value due by now, the time distance, and the share of the way."""

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
    formula = _periods(row, baseline.value, latest.value, required, reached, say)
    written = say.number(settled(reached), YEARS_DECIMALS)
    result = say.signed(settled(reached - elapsed), YEARS_DECIMALS)
    return say(
        "{formula} = {reached}; {reached} − {elapsed} = {years} years",
        formula=formula,
        reached=written,
        elapsed=elapsed,
        years=result,
    )


def _periods(
    row: TargetRow, first: float, last: float, required: float, reached: float, say: Say
) -> str:
    """How many years the path takes from the baseline to the latest level."""
    if measure(row) is Measure.POINTS:
        digits = enough(
            (required,),
            reached,
            YEARS_DECIMALS,
            lambda step: (last - first) / float(step),
            start=pace_decimals(row),
        )
        level_digits = least_digits(row, first, last)
        levels = f"({shown(last, level_digits, say)} − {shown(first, level_digits, say)})"
        return f"{levels} ÷ {term(required, digits, say)}"
    scale = START_INDEX if averaged(row) else 1.0

    def again(factor: Number) -> float:
        return log(last / first) / log(float(factor))

    digits = enough((1 + required,), reached, YEARS_DECIMALS, again, start=ROOT_DECIMALS)
    factor = say.number(settled(1 + required), digits)
    if averaged(row):
        return f"ln({say.number(settled(last / scale), ROOT_DECIMALS)}) ÷ ln({factor})"
    level_digits = least_digits(row, first, last)
    levels = f"{shown(last, level_digits, say)} ÷ {shown(first, level_digits, say)}"
    return f"ln({levels}) ÷ ln({factor})"


def way_steps(row: TargetRow, say: Say) -> tuple[Step, ...]:
    """Return the share of the way covered beside the share of time passed."""
    verdict = row.assessment
    baseline, latest, goal, way = verdict.baseline, verdict.latest, verdict.goal, verdict.way
    bound = goal.bound(verdict.deciding) if goal is not None and verdict.deciding else None
    if way is None or baseline is None or latest is None or goal is None or bound is None:
        return ()
    digits = least_digits(row, baseline.value, latest.value, bound)
    first, last, end = (shown(one, digits, say) for one in (baseline.value, latest.value, bound))
    lines = []
    if not averaged(row):
        share = say.percent(settled(way.linear * 100))
        lines.append(
            say("straight: {formula}", formula=f"({last} − {first}) ÷ ({end} − {first}) = {share}")
        )
    if way.on_path is not None:
        share = say.percent(settled(way.on_path * 100))
        formula = f"ln({last} ÷ {first}) ÷ ln({end} ÷ {first}) = {share}"
        lines.append(say("along the path: {formula}", formula=formula))
    elapsed, span = latest.year - baseline.year, goal.year - baseline.year
    passed = f"{elapsed} ÷ {span} = {say.percent(settled(100 * elapsed / span))}"
    return told(say("Share of the way"), *lines, say("time passed: {formula}", formula=passed))
