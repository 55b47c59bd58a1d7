"""Values invented for the example file: small steps from the latest figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import cycle

from plantrack.intake.changes import earlier_changes
from plantrack.intake.past import Past
from plantrack.intake.template_rows import TemplateRow
from plantrack.model import Direction, Formula, Measure, Status
from plantrack.plan import Plan

USUAL_GROWTH = 0.02  # where a series has moved too seldom to show its pace
USUAL_POINTS = 0.3


def invented(plan: Plan, past: Past, rows: Sequence[TemplateRow]) -> list[TemplateRow]:
    """Return the rows with values, as estimates; rows without an earlier figure are left out."""
    values = {
        row.series.id: value for row in rows if (value := _next_value(plan, past, row)) is not None
    }
    for whole in plan.wholes():
        parts = [row for row in rows if row.indicator.id in whole.operands]
        shares = _shares(plan, past, whole, parts)
        for row in parts:
            values.pop(row.series.id, None)
        values.update(shares)
    return [
        replace(row, value=values[row.series.id], status=Status.ESTIMATE)
        for row in rows
        if row.series.id in values
    ]


def _next_value(plan: Plan, past: Past, row: TemplateRow) -> Decimal | None:
    latest = _latest(past, row)
    if latest is None:
        return None
    year, value = latest
    step = _step(plan, past, row) * (row.year - year)
    indicator = row.indicator
    if indicator.measure is Measure.RANK:
        return value
    sign = -1 if _should_fall(plan, indicator.id) else 1
    moved = (
        float(value) * (1 + sign * step)
        if indicator.measure is Measure.COMPOUND
        else float(value) + sign * step
    )
    new = _rounded(Decimal(repr(moved)), indicator.decimals)
    if indicator.floor is not None:
        new = max(new, indicator.floor)
    return new if indicator.ceiling is None else min(new, indicator.ceiling)


def _shares(
    plan: Plan, past: Past, whole: Formula, parts: Sequence[TemplateRow]
) -> dict[str, Decimal]:
    """Return shares that sum to the whole: parts gain and lose in turn, the largest the rest."""
    latest = {row.series.id: found[1] for row in parts if (found := _latest(past, row))}
    total = plan.indicators[whole.indicator].ceiling
    if not latest or len(latest) < len(whole.operands) or total is None:
        return {}
    step = Decimal(repr(min(_step(plan, past, row) for row in parts)))
    step = min(step, min(latest.values()) / 2)
    decimals = max(row.indicator.decimals for row in parts)
    shares = {
        series: _rounded(value + sign * step, decimals)
        for (series, value), sign in zip(latest.items(), cycle((-1, 1)), strict=False)
    }
    largest = max(shares, key=lambda series: shares[series])
    shares[largest] += total - sum(shares.values())
    return shares


def _step(plan: Plan, past: Past, row: TemplateRow) -> float:
    """The mean yearly change so far, half of it in points: an example must not look like a jump.

    Levels move by the whole mean: below the growth they stand beside they would not fit it.
    """
    measure, series = row.indicator.measure, row.series.id
    changes = earlier_changes(measure, past.reported(series), plan.segment_starts(series))
    if not changes:
        return USUAL_GROWTH if measure is Measure.COMPOUND else USUAL_POINTS
    mean = sum(changes) / len(changes)
    return mean if measure is Measure.COMPOUND else mean / 2


def _latest(past: Past, row: TemplateRow) -> tuple[int, Decimal] | None:
    earlier = {y: v for y, v in past.reported(row.series.id).items() if y < row.year}
    return max(earlier.items()) if earlier else None


def _should_fall(plan: Plan, indicator: str) -> bool:
    targets = plan.targets_of(plan.default_target_set)
    return any(t.indicator == indicator and t.direction is Direction.LESS for t in targets)


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
