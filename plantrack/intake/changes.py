"""How far a series moved from one year to the next."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from plantrack.method.rates import RateUndefined, compound_rate, points_rate
from plantrack.model import Measure

Years = Mapping[int, Decimal]


def yearly_change(measure: Measure, start: Decimal, end: Decimal, periods: int) -> float | None:
    """Return the change a year: a decimal for compound measures, else in the indicator's unit.

    None where a level at or below zero has no percent change. Growth rates and ranks are compared
    in points and places: growth of growth says nothing.
    """
    rate = compound_rate if measure is Measure.COMPOUND else points_rate
    try:
        return rate(float(start), float(end), periods)
    except RateUndefined:
        return None


def earlier_changes(measure: Measure, values: Years, segment_starts: Sequence[int]) -> list[float]:
    """Return the size of each change between consecutive years of one segment."""
    changes = [
        yearly_change(measure, values[first], values[last], 1)
        for first, last in pairwise(sorted(values))
        if last - first == 1 and segment(segment_starts, first) == segment(segment_starts, last)
    ]
    return [abs(change) for change in changes if change is not None]


def segment(segment_starts: Sequence[int], year: int) -> int:
    """Return which segment of a broken series a year lies in, counted from 0."""
    return bisect_right(segment_starts, year)
