"""A new target set beside the sets in force: what each asks, and which standings it flips."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from plantrack.intake.findings import Severity
from plantrack.intake.rules import Reading
from plantrack.intake.targets.reading import SetReading
from plantrack.model import Direction, Figure, Milestone, Target, TargetSet
from plantrack.plan import PREFERRED, Plan
from plantrack.scorecard import TargetRow, scorecard
from plantrack.seeds import plan_with_sets

_NEW = 0  # stands for the revision to be: a set not yet recorded has none


class SetCause(StrEnum):
    """What a target asks otherwise than the one beside it."""

    DIRECTION = "direction"
    FORM = "form"
    BOUND = "bound"
    PERIOD = "period"
    BASELINE = "baseline"
    OTHER = "other"  # peers, milestones


@dataclass(frozen=True, slots=True)
class Beside:
    """A target of the new set, and the nearest target of a set in force (None = none asks)."""

    asked: TargetRow
    stood: TargetRow | None
    causes: tuple[SetCause, ...] = ()

    @property
    def flips(self) -> bool:
        """Whether the standing differs from the one of the target beside it."""
        return self.stood is not None and self.stood.standing is not self.asked.standing

    @property
    def opposite(self) -> bool:
        return SetCause.DIRECTION in self.causes


@dataclass(frozen=True)
class SetComparison:
    """Everything looked at before a target set is recorded.

    `plan` holds the set; `leading` is the set in force on the day of the comparison, `dropped`
    its targets the new set has none for.
    """

    plan: Plan
    target_set: TargetSet
    leading: TargetSet | None
    replaced: TargetSet | None
    targets: tuple[Beside, ...]
    dropped: tuple[TargetRow, ...]
    warned: frozenset[str]  # targets a finding asks a tick for

    @cached_property
    def flipping(self) -> tuple[Beside, ...]:
        return tuple(one for one in self.targets if one.flips)

    @cached_property
    def asked_ticks(self) -> Mapping[str, Beside]:
        """Targets that go in only after a tick, by a key of what was looked at.

        Where a bound, a direction or a standing is another one since, it is asked again.
        """
        return {
            _key(one): one
            for one in self.targets
            if one.flips or one.opposite or one.asked.target.id in self.warned
        }

    def agreed(self, ticks: Collection[str]) -> bool:
        """Whether everything that needs a tick has one: a set goes in whole or not at all."""
        return set(self.asked_ticks) <= set(ticks)


def compared_set(
    plan: Plan, figures: Iterable[Figure], reading: Reading, day: date, choice: str = PREFERRED
) -> SetComparison:
    """Compare the set of `reading`, which can be recorded, with the sets in force on `day`.

    Raises ValueError for a reading without one.
    """
    found = reading.target_set
    if found is None or found.recorded is None:
        raise ValueError("the file holds no target set that can be recorded")
    after = plan_with_sets(plan, {_NEW: found.recorded})
    standing = tuple(figures)
    asked = scorecard(after, standing, found.id, choice)
    leading = plan.target_set_in_force(day)
    others = sorted(
        (one for one in plan.target_sets.values() if plan.in_force(one, day) and one != leading),
        key=lambda one: one.adopted or date.min,
        reverse=True,
    )
    in_force = [one for one in (leading, *others) if one is not None]
    cards = [scorecard(plan, standing, one.id, choice).rows for one in in_force]
    replaced = next(iter(found.recorded["ends"]), None)
    wanted = {row.target.indicator for row in asked.rows}
    first = cards[0] if leading is not None else ()
    return SetComparison(
        plan=after,
        target_set=after.target_sets[found.id],
        leading=leading,
        replaced=None if replaced is None else plan.target_sets[replaced],
        targets=tuple(_beside(row, cards) for row in asked.rows),
        dropped=tuple(row for row in first if row.target.indicator not in wanted),
        warned=_warned(reading, found),
    )


def _beside(asked: TargetRow, cards: Iterable[tuple[TargetRow, ...]]) -> Beside:
    """Pair a target with the nearest in time of the first set that asks for its indicator."""
    for rows in cards:
        same = [
            row
            for row in rows
            if (row.target.indicator, row.target.geography)
            == (asked.target.indicator, asked.target.geography)
        ]
        if same:
            stood = min(same, key=lambda row: abs(row.target.year - asked.target.year))
            return Beside(asked, stood, _causes(stood, asked))
    return Beside(asked, None)


def _causes(stood: TargetRow, asked: TargetRow) -> tuple[SetCause, ...]:
    old, new = stood.target, asked.target
    differs = {
        SetCause.DIRECTION: old.direction is not new.direction,
        SetCause.FORM: old.form is not new.form,
        SetCause.BOUND: (old.low, old.high, old.k) != (new.low, new.high, new.k),
        SetCause.PERIOD: old.period != new.period,
        SetCause.BASELINE: old.baseline_year != new.baseline_year,
        SetCause.OTHER: old.peer_set != new.peer_set or _path(stood) != _path(asked),
    }
    return tuple(cause for cause, found in differs.items() if found)


def _path(row: TargetRow) -> list[tuple[int, object, object]]:
    return [(m.year, m.low, m.high) for m in _milestones(row.plan, row.target)]


def _milestones(plan: Plan, target: Target) -> list[Milestone]:
    return [one for one in plan.milestones if one.target == target.id]


def _warned(reading: Reading, found: SetReading) -> frozenset[str]:
    """Return the targets whose row a warning is about."""
    rows = {
        (one.place.sheet, one.place.row)
        for one in reading.findings
        if one.severity is Severity.WARNS
    }
    return frozenset(name for name, place in found.rows.items() if place in rows)


def _key(one: Beside) -> str:
    target, stood = one.asked.target, one.stood
    direction: Direction = target.direction
    parts = (
        target.id,
        target.form.value,
        direction.value,
        str(target.low),
        str(target.high),
        one.asked.standing.value,
        "" if stood is None else f"{stood.target.id}:{stood.standing.value}",
    )
    return "target:" + "/".join(parts)
