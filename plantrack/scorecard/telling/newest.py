"""The newest year beside the pace of several: whether the last step went as fast as the way."""

from __future__ import annotations

from plantrack.model import Measure
from plantrack.scorecard.paths import levels_of
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.paces import pace
from plantrack.scorecard.telling.values import measure
from plantrack.words import Say


def newest_change(row: TargetRow, say: Say) -> str:
    """Return "2025 alone: +13.8 % a year"; empty where that is the whole pace or not known.

    Not known without the year before, and across a break of the series.
    """
    verdict = row.assessment
    levels = levels_of(row)
    if verdict.observed is None or verdict.baseline is None or len(levels) < 2:
        return ""
    before, newest = levels[-2:]
    if newest.year - before.year != 1 or before.year <= verdict.baseline.year:
        return ""
    if row.series is not None and newest.year in row.plan.segment_starts(row.series.id):
        return ""
    by_ratio = measure(row) is not Measure.POINTS
    if by_ratio and before.value <= 0:
        return ""
    change = newest.value / before.value - 1 if by_ratio else newest.value - before.value
    return say("{year} alone: {pace}", year=newest.year, pace=pace(row, change, say, signed=True))
