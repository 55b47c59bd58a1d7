"""What is shown beside a standing: gaps, share of the way, time, projection (METHOD section 4)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from plantrack.method.goal import Bound, Goal, within_limits
from plantrack.method.observation import Observation
from plantrack.method.rates import (
    RateUndefined,
    Undefined,
    finite,
    log_ratio,
    periods_until,
    rate,
    value_after,
)
from plantrack.model import Measure, Standing

# A first year further beyond the target year than this says nothing but "not before".
HORIZON = 20


@dataclass(frozen=True, slots=True)
class Pair:
    """One quantity to each bound; None where the bound is not stated or it is undefined."""

    low: float | None
    high: float | None

    def to(self, bound: Bound | None) -> float | None:
        if bound is None:
            return None
        return self.low if bound is Bound.LOW else self.high


def gaps(goal: Goal, latest: Observation) -> Pair:
    """Return bound minus latest to both bounds, signed, in the indicator's unit."""
    return Pair(_gap(goal.low, latest), _gap(goal.high, latest))


def _gap(bound: float | None, latest: Observation) -> float | None:
    gap = None if bound is None else bound - latest.value
    return gap if gap is not None and math.isfinite(gap) else None


def required_rates(goal: Goal, start: Observation) -> Pair:
    """Return the yearly change from `start` to both bounds in the target year."""
    return Pair(_required(goal, start, goal.low), _required(goal, start, goal.high))


def _required(goal: Goal, start: Observation, bound: float | None) -> float | None:
    if bound is None or start.one_sided:
        return None
    try:
        return rate(goal.measure, start.value, bound, goal.year - start.year)
    except RateUndefined:
        return None


@dataclass(frozen=True, slots=True)
class WayCovered:
    """Share of the way from the baseline to the bound: straight, and along a compound path.

    A linear share beside elapsed time condemns a compound path, so both are given.
    """

    linear: float
    on_path: float | None


def way_covered(goal: Goal, baseline: Observation, latest: Observation, bound: float) -> WayCovered:
    """(v - v0) / (bound - v0), and ln(v / v0) / ln(bound / v0) where levels grow by rates."""
    linear = finite((latest.value - baseline.value) / (bound - baseline.value))
    if goal.measure is Measure.POINTS or min(baseline.value, latest.value, bound) <= 0:
        return WayCovered(linear, None)
    on_path = log_ratio(baseline.value, latest.value) / log_ratio(baseline.value, bound)
    return WayCovered(linear, finite(on_path))


@dataclass(frozen=True, slots=True)
class Due:
    """Where the path stands in the latest year, and how far ahead (+) or behind (-) of it we are.

    `years` is None below the starting point (the path was never there); `capped` says the value
    lies beyond the target, whose year is the furthest the path goes.
    """

    value: float
    difference: float
    years: float | None
    capped: bool


def due_now(
    goal: Goal, baseline: Observation, latest: Observation, required: float, ratio: float
) -> Due:
    """Return the value due in the latest year on the path at `required` a year.

    In time: the year in which the latest value was due, minus the latest year.
    """
    elapsed = latest.year - baseline.year
    value = value_after(goal.measure, baseline.value, required, elapsed)
    difference = finite(latest.value - value)
    if ratio < 0:
        return Due(value, difference, None, capped=False)
    years = periods_until(goal.measure, baseline.value, latest.value, required) - elapsed
    furthest = goal.year - latest.year
    return Due(value, difference, min(years, furthest), capped=years > furthest)


@dataclass(frozen=True, slots=True)
class Projection:
    """Going on from the latest figure at the observed pace.

    `first_year` is the first whole year whose figure would meet the bound; `not_before` is set
    instead when that lies beyond the horizon; both are None when the pace leads away.
    """

    value: float
    limited: bool
    first_year: int | None
    not_before: int | None


def projection(
    goal: Goal, latest: Observation, observed: float, bound: float | None
) -> Projection | None:
    """Return the value in the target year at the pace `observed`, within natural limits.

    None where the pace leads beyond every number.
    """
    remaining = goal.year - latest.year
    try:
        free = value_after(goal.measure, latest.value, observed, remaining)
    except RateUndefined:
        return None
    value = within_limits(free, goal.floor, goal.ceiling)
    first_year, not_before = None, None
    if bound is not None:
        first_year, not_before = _first_year(goal, latest, observed, bound)
    return Projection(value, value != free, first_year, not_before)


def _first_year(
    goal: Goal, latest: Observation, observed: float, bound: float
) -> tuple[int | None, int | None]:
    if within_limits(bound, goal.floor, goal.ceiling) != bound:
        return None, None  # no figure can ever stand there
    try:
        periods = periods_until(goal.measure, latest.value, bound, observed)
    except RateUndefined:
        return None, None
    if periods < 0:
        return None, None
    # A period that ends exactly on a year must not slip to the next through float noise.
    year = latest.year + math.ceil(periods - 1e-9)
    horizon = goal.year + HORIZON
    return (year, None) if year <= horizon else (None, horizon)


@dataclass(frozen=True, slots=True)
class CutOff:
    """Standings below their cut-off ratio, in descending order of ratio."""

    from_ratio: float | None
    standing: Standing


def standing_at(ratio: float, cutoffs: Sequence[CutOff]) -> Standing:
    """Return the standing a ratio of observed to required pace earns.

    Unrounded, but equal to a cut-off within the noise that subtracting levels leaves.
    Raises ValueError when the cut-offs have no open end and the ratio lies below them all.
    """
    for cutoff in cutoffs:
        if cutoff.from_ratio is None:
            return cutoff.standing
        if ratio >= cutoff.from_ratio or math.isclose(ratio, cutoff.from_ratio, rel_tol=1e-9):
            return cutoff.standing
    raise ValueError(f"no cut-off covers the ratio {ratio}")


@dataclass(frozen=True, slots=True)
class Crossing:
    """The latest value from which the pace earns `standing`."""

    standing: Standing
    from_ratio: float
    value: float


def crossings(
    goal: Goal,
    baseline: Observation,
    latest: Observation,
    required: float,
    cutoffs: Sequence[CutOff],
) -> tuple[Crossing, ...]:
    """Return the latest value at which each cut-off would be crossed."""
    elapsed = latest.year - baseline.year
    found = []
    for cutoff in cutoffs:
        if cutoff.from_ratio is None:
            continue
        try:
            pace = cutoff.from_ratio * required
            value = value_after(goal.measure, baseline.value, pace, elapsed)
        except RateUndefined:
            continue  # no level has that pace, so it cannot be crossed
        found.append(Crossing(cutoff.standing, cutoff.from_ratio, value))
    return tuple(found)


def observed_rate(goal: Goal, baseline: Observation, latest: Observation) -> float:
    """Return the yearly change from the baseline to the latest figure; may be undefined."""
    if baseline.one_sided or latest.one_sided:
        raise RateUndefined(Undefined.ONE_SIDED)
    return rate(goal.measure, baseline.value, latest.value, latest.year - baseline.year)
