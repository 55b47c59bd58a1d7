"""All target sets side by side: which is in force on a day, what each asks, which are over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plantrack.model import Indicator, TargetSet
from plantrack.plan import Plan
from plantrack.scorecard.computed import Values
from plantrack.scorecard.readings import readings
from plantrack.scorecard.rows import Scorecard, TargetRow, target_row


@dataclass(frozen=True, slots=True)
class SetOnDay:
    """A target set on one day. `leads`: it is the one a reader gets without choosing."""

    target_set: TargetSet
    targets: int
    in_force: bool
    leads: bool


def sets_on(plan: Plan, day: date) -> tuple[SetOnDay, ...]:
    """Return every target set as it stands on `day`, in plan order."""
    leading = plan.target_set_in_force(day)
    return tuple(
        SetOnDay(one, len(plan.targets_of(one.id)), plan.in_force(one, day), one == leading)
        for one in plan.target_sets.values()
    )


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One indicator with the row of every target set that asks for it."""

    indicator: Indicator
    rows: tuple[TargetRow, ...]


def side_by_side(card: Scorecard) -> tuple[SideBySide, ...]:
    """Return the indicators more than one set asks for, then the others, in plan order.

    Targets of another place stay out: they are nobody's duty here.
    """
    plan, found = card.plan, []
    for indicator in plan.indicators.values():
        rows = tuple(
            target_row(plan, card.values, target)
            for target in plan.targets.values()
            if target.indicator == indicator.id and target.geography == plan.geography
        )
        found += [SideBySide(indicator, rows)] if rows else []
    return tuple(sorted(found, key=lambda one: len(one.rows) < 2))


@dataclass(frozen=True, slots=True)
class FinishedTarget:
    """A target of a finished set, and the same target read in the other series."""

    row: TargetRow
    elsewhere: tuple[TargetRow, ...]


@dataclass(frozen=True, slots=True)
class FinishedSet:
    """A target set whose every target fell due by the newest year with figures."""

    target_set: TargetSet
    targets: tuple[FinishedTarget, ...]


def finished_sets(card: Scorecard) -> tuple[FinishedSet, ...]:
    """Return the sets that are over, the one with most targets first."""
    newest = newest_year(card)
    found = []
    for one in card.plan.target_sets.values():
        targets = card.plan.targets_of(one.id)
        over = newest is not None and all(target.year <= newest for target in targets)
        local = [target for target in targets if target.geography == card.plan.geography]
        if over and local:
            rows = (target_row(card.plan, card.values, target) for target in local)
            found.append(FinishedSet(one, tuple(_judged(card.plan, card.values, r) for r in rows)))
    return tuple(sorted(found, key=lambda one: -len(one.targets)))


def _judged(plan: Plan, values: Values, row: TargetRow) -> FinishedTarget:
    others = readings(plan, values, row)
    return FinishedTarget(row, tuple(one for one in others if one.series != row.series))


def newest_year(card: Scorecard) -> int | None:
    """The newest year any target of the plan's place has a figure for."""
    years = [
        year
        for indicator in {target.indicator for target in card.plan.targets.values()}
        if (year := card.values.latest_year(indicator, card.plan.geography)) is not None
    ]
    return max(years, default=None)
