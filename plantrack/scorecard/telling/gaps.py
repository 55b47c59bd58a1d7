"""How far the latest figure is from what the target asks, the nearest bound first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plantrack.method.goal import Bound
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.digits import settled
from plantrack.scorecard.telling.values import (
    averaged,
    distance,
    distance_decimals,
    ranked,
    stored_bound,
)
from plantrack.words import Say


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

    For a period average the difference of the bound to the average so far, in points. None for a
    figure known only as "over" or "up to": how far it lies from anything is not known.
    """
    verdict = row.assessment
    if verdict.latest is not None and verdict.latest.one_sided:
        return ()
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
    if ranked(row):
        return _places(row, say)
    return joined(
        differences(row),
        lambda value: _bare(row, value, say),
        lambda value: distance(row, value, say, signed=True),
    )


def joined(
    values: Sequence[float],
    bare: Callable[[float], str],
    whole: Callable[[float], str],
) -> str:
    """Join values by a slash; only the last carries the unit."""
    if not values:
        return ""
    *others, last = values
    return " / ".join([*map(bare, others), whole(last)])


def _bare(row: TargetRow, value: float, say: Say) -> str:
    return say.signed(settled(value), distance_decimals(row))


def _places(row: TargetRow, say: Say) -> str:
    rank = row.assessment.rank
    left = differences(row)
    to_go = rank.places_to_go if rank is not None else round(max(0.0, *(-one for one in left), 0.0))
    if not to_go:
        return say("within the target places") if row.assessment.met else ""
    return say.many("{count} place to go", "{count} places to go", to_go)
