"""Yearly changes, gaps and time: percent a year, points a year, or the unit a year."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from plantrack.method.goal import Bound
from plantrack.method.verdict import Mark
from plantrack.model import Measure
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.values import (
    AVERAGE_DECIMALS,
    averaged,
    distance,
    in_percent,
    measure,
    stored_bound,
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
        return say.rate(rate * 100, shown, signed=signed)
    if in_percent(row):
        return say.points_rate(rate, shown, signed=signed)
    write = say.signed if signed else say.number
    return say("{value} a year", value=with_unit(row, write(rate, shown), say))


def pace_decimals(row: TargetRow) -> int:
    if averaged(row):
        return AVERAGE_DECIMALS
    if measure(row) is not Measure.POINTS:
        return RATE_DECIMALS
    least = POINTS_DECIMALS if in_percent(row) else 1
    return max(least, row.indicator.decimals)


def telling_decimals(row: TargetRow, *rates: float) -> int:
    """Return the decimals with which different paces do not read the same, nor as zero."""
    scale = 1 if measure(row) is Measure.POINTS else 100
    decimals = pace_decimals(row)
    ordered = sorted({0.0, *(rate * scale for rate in rates)})
    while decimals < MOST_DECIMALS and any(
        rounded(one, decimals) == rounded(other, decimals) for one, other in pairwise(ordered)
    ):
        decimals += 1
    return decimals


def nearest_first(row: TargetRow) -> tuple[Bound, ...]:
    """The stated bounds, the one nearest to the figures first."""
    verdict = row.assessment
    first = verdict.deciding
    if verdict.goal is not None and verdict.goal.corridor and verdict.latest is not None:
        first = verdict.goal.side_of(verdict.latest.value) or first
    order = (Bound.HIGH, Bound.LOW) if first is Bound.HIGH else (Bound.LOW, Bound.HIGH)
    goal = verdict.goal
    return tuple(bound for bound in order if goal is not None and goal.bound(bound) is not None)


def aimed_bound(row: TargetRow) -> Bound | None:
    """The bound the way ahead leads to: the deciding one, in a corridor the edge to come back to.

    None where the latest figure meets the target.
    """
    verdict = row.assessment
    if verdict.met or verdict.goal is None or verdict.latest is None:
        return None
    if verdict.goal.corridor:
        return verdict.goal.side_of(verdict.latest.value)
    return verdict.deciding


def aimed_from_now(row: TargetRow) -> float | None:
    """The yearly change needed from now to the bound aimed at."""
    return row.assessment.required_from_now.to(aimed_bound(row))


def differences(row: TargetRow) -> tuple[float, ...]:
    """What is left to each stated bound, nearest first, in the unit a reader knows.

    For a period average the difference of the bound to the average so far, in points.
    """
    verdict = row.assessment
    found = []
    for bound in nearest_first(row):
        left = verdict.gap.to(bound)
        stored = stored_bound(row, bound)
        if averaged(row):
            if verdict.observed is None or stored is None:
                continue
            left = float(stored) - verdict.observed * 100
        if left is not None:
            found.append(left)
    return tuple(found)


def gap(row: TargetRow, say: Say) -> str:
    """Return what is left to both bounds, signed: "−7.51 / −8.51 points"; empty when unknown."""
    if row.assessment.rank is not None:
        return _places(row, say)
    return joined(
        differences(row),
        lambda value: _bare(row, value, say),
        lambda value: distance(row, value, say, signed=True),
    )


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


def joined(
    values: tuple[float, ...] | list[float],
    bare: Callable[[float], str],
    whole: Callable[[float], str],
) -> str:
    """Join values by a slash; only the last carries the unit."""
    if not values:
        return ""
    *others, last = values
    return " / ".join([*map(bare, others), whole(last)])


def _bare(row: TargetRow, value: float, say: Say) -> str:
    return say.signed(value, AVERAGE_DECIMALS if averaged(row) else row.indicator.decimals)


def _bare_pace(row: TargetRow, rate: float, say: Say) -> str:
    scale = 1 if measure(row) is Measure.POINTS else 100
    return say.signed(rate * scale, pace_decimals(row))


def _places(row: TargetRow, say: Say) -> str:
    rank = row.assessment.rank
    if rank is None or rank.inside:
        return say("within the target places")
    return say.many("{count} place to go", "{count} places to go", rank.places_to_go)


def time_distance(row: TargetRow, say: Say, decimals: int = 1) -> str:
    """Return "0.5 years late" / "chậm 0,5 năm"; empty where a path has no meaning."""
    due = row.assessment.due
    if due is None:
        return ""
    if due.years is None:
        return say("behind its starting point")
    years = say.number(abs(due.years), decimals)
    if years == say.number(0, decimals):
        return say("on the path")
    if due.years < 0:
        return say("{years} years late", years=years)
    if due.capped:
        return say("at least {years} years ahead", years=years)
    return say("{years} years ahead", years=years)


def observed_years(row: TargetRow, say: Say) -> str:
    """Return the years of the observed change, the first after the baseline to the latest."""
    verdict = row.assessment
    if verdict.baseline is None or verdict.latest is None:
        return ""
    return years(verdict.baseline.year + 1, verdict.latest.year, say)


def years_ahead(row: TargetRow, say: Say) -> str:
    verdict = row.assessment
    if verdict.latest is None or verdict.goal is None:
        return ""
    return years(verdict.latest.year + 1, verdict.goal.year, say)


def years(first: int, last: int, say: Say) -> str:
    """Return "2024–2025", or "2025" where it is one year."""
    return str(first) if first >= last else say("{first}–{last}", first=first, last=last)


def period_over(row: TargetRow) -> bool:
    return Mark.PERIOD_OVER in row.assessment.marks
