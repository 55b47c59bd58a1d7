"""Yearly changes: percent a year, points a year, or the unit a year."""

from __future__ import annotations

from itertools import pairwise

from plantrack.model import Measure
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.digits import settled
from plantrack.scorecard.telling.gaps import joined, nearest_first
from plantrack.scorecard.telling.values import (
    AVERAGE_DECIMALS,
    averaged,
    in_percent,
    measure,
    ranked,
    unit,
    with_unit,
)
from plantrack.words import Say
from plantrack.words.numbers import rounded

RATE_DECIMALS = 1
POINTS_DECIMALS = 2
MOST_DECIMALS = 6  # digits added so that two paces that differ never read the same


def pace(
    row: TargetRow, rate: float, say: Say, *, signed: bool = False, decimals: int | None = None
) -> str:
    """Return a yearly change: "16.2 % a year", "−1.50 points a year", "12.0 persons a year".

    `rate` as the method gives it: a decimal for compound and average growth, else units a year.
    """
    shown = pace_decimals(row) if decimals is None else decimals
    if measure(row) is not Measure.POINTS:
        return say.rate(settled(rate * 100), shown, signed=signed)
    if in_percent(row):
        return say.points_rate(settled(rate), shown, signed=signed)
    write = say.signed if signed else say.number
    return say("{value} a year", value=with_unit(row, write(settled(rate), shown), say))


def pace_scale(row: TargetRow) -> int:
    """Return what a yearly change of the method is multiplied by to be told: 100 for percent."""
    return 1 if measure(row) is Measure.POINTS else 100


def pace_unit(row: TargetRow, say: Say) -> str:
    """Return the unit of a yearly change as a heading: "% a year"; empty for a place: no pace."""
    if ranked(row):
        return ""
    if measure(row) is not Measure.POINTS:
        return say("% a year")
    if in_percent(row):
        return say("percentage points a year")
    return say("{unit} a year", unit=unit(row, say))


def pace_decimals(row: TargetRow) -> int:
    if averaged(row):
        return AVERAGE_DECIMALS
    if measure(row) is not Measure.POINTS:
        return RATE_DECIMALS
    least = POINTS_DECIMALS if in_percent(row) else 1
    return max(least, row.indicator.decimals)


def telling_decimals(row: TargetRow, *rates: float) -> int:
    """Return the decimals with which different paces do not read the same, nor as zero."""
    scale, decimals = pace_scale(row), pace_decimals(row)
    ordered = sorted({0.0, *(float(settled(rate * scale)) for rate in rates)})
    while decimals < MOST_DECIMALS and any(
        rounded(one, decimals) == rounded(other, decimals) for one, other in pairwise(ordered)
    ):
        decimals += 1
    return decimals


def required(row: TargetRow, say: Say, *, from_now: bool = False) -> str:
    """Return the yearly change needed to both bounds, from the baseline or from now."""
    verdict = row.assessment
    pair = verdict.required_from_now if from_now else verdict.required
    paces = [pair.to(bound) for bound in nearest_first(row)]
    return joined(
        [one for one in paces if one is not None],
        lambda value: _bare_pace(row, value, say),
        lambda value: pace(row, value, say, signed=True),
    )


def observed(row: TargetRow, say: Say) -> str:
    """Return the yearly change since the baseline; empty when it is not known."""
    rate = row.assessment.observed
    return "" if rate is None else pace(row, rate, say, signed=True)


def _bare_pace(row: TargetRow, rate: float, say: Say) -> str:
    return say.signed(settled(rate * pace_scale(row)), pace_decimals(row))
