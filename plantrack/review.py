"""What recording some rows would change: figures old → new, standings before → after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from plantrack.model import Figure, Operation, Period
from plantrack.plan import PREFERRED, Plan
from plantrack.scorecard import TargetRow, Values, scorecard

Key = tuple[str, str, Period]


class Change(StrEnum):
    """What a row does to the figure that stands."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


class Cause(StrEnum):
    """Why a target's row moves: a year it did not have, a restated figure, or both.

    Revisions that stand already can also move it by another plan definition or a withdrawal.
    """

    NEW_YEAR = "new_year"
    RESTATED = "restated"
    BOTH = "both"
    PLAN = "plan"
    WITHDRAWAL = "withdrawal"


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One row beside the figure it replaces (None = there was none)."""

    figure: Figure
    replaced: Figure | None

    @property
    def kind(self) -> Change:
        if self.replaced is None:
            return Change.NEW
        return Change.SAME if says_the_same(self.figure, self.replaced) else Change.CHANGED


@dataclass(frozen=True, slots=True)
class TargetChange:
    """A target's row before and after, with what caused it to move."""

    before: TargetRow
    after: TargetRow
    cause: Cause

    @property
    def standing_changes(self) -> bool:
        return self.before.standing is not self.after.standing


@dataclass(frozen=True, slots=True)
class ComputedChange:
    """A figure of the plan's own place that a formula gives, before and after (None = none)."""

    indicator: str
    year: int
    before: Figure | None
    after: Figure | None


@dataclass(frozen=True)
class Review:
    """Everything a reader looks at before recording."""

    figures: tuple[FigureChange, ...]
    targets: tuple[TargetChange, ...]  # of every target set, those that move at all
    computed: tuple[ComputedChange, ...] = ()  # products that move, targeted or not

    @cached_property
    def recordable(self) -> tuple[Figure, ...]:
        """The rows that would change anything."""
        return tuple(c.figure for c in self.figures if c.kind is not Change.SAME)

    @cached_property
    def standings(self) -> tuple[TargetChange, ...]:
        return tuple(change for change in self.targets if change.standing_changes)


def review(
    plan: Plan, current: Iterable[Figure], rows: Sequence[Figure], choice: str = PREFERRED
) -> Review:
    """Compare `rows` with the `current` figures and every target set before and after."""
    standing: dict[Key, Figure] = {figure.key: figure for figure in current}
    changes = tuple(FigureChange(row, standing.get(row.key)) for row in rows)
    moving = [change for change in changes if change.kind is not Change.SAME]
    if not moving:
        return Review(changes, ())
    after = {**standing, **{change.figure.key: change.figure for change in moving}}
    targets = (
        TargetChange(before_row, after_row, cause)
        for target_set in plan.target_sets
        for before_row, after_row in zip(
            scorecard(plan, standing.values(), target_set, choice).rows,
            scorecard(plan, after.values(), target_set, choice).rows,
            strict=True,
        )
        if (cause := _cause(plan, before_row, after_row, moving)) is not None
    )
    computed = _computed(plan, Values(plan, standing.values(), choice), after.values(), choice)
    return Review(changes, tuple(targets), tuple(computed))


def _computed(
    plan: Plan, before: Values, figures: Iterable[Figure], choice: str
) -> Iterator[ComputedChange]:
    """Yield the products that differ, oldest year first, where no series gives the figure."""
    after = Values(plan, figures, choice)
    for formula in plan.formulas:
        indicator = formula.indicator
        if plan.series_in_use(indicator, choice) is not None:
            continue
        was = {f.period.last_year: f for f in before.computed_figures(indicator, plan.geography)}
        now = {f.period.last_year: f for f in after.computed_figures(indicator, plan.geography)}
        for year in sorted({*was, *now}):
            if was.get(year) != now.get(year):
                yield ComputedChange(indicator, year, was.get(year), now.get(year))


def _cause(
    plan: Plan, before: TargetRow, after: TargetRow, changes: Sequence[FigureChange]
) -> Cause | None:
    """Return why a row moved, or None when nothing about it did."""
    if before.assessment == after.assessment and before.firm == after.firm:
        return None
    kinds = {change.kind for change in changes if feeds(plan, change.figure, after)}
    if kinds == {Change.NEW}:
        return Cause.NEW_YEAR
    return Cause.RESTATED if kinds == {Change.CHANGED} else Cause.BOTH


def feeds(plan: Plan, figure: Figure, row: TargetRow) -> bool:
    """Whether a figure is an input of a target's row, computed inputs included."""
    indicator = plan.series[figure.series].indicator
    return indicator in _inputs(plan, row.indicator.id)


def _inputs(plan: Plan, indicator: str) -> frozenset[str]:
    formulas = (plan.formula(indicator), plan.formula(indicator, "merged"))
    found = {indicator}
    for formula in formulas:
        if formula is None or formula.operation is Operation.WEIGHTED_SUM:
            continue
        for operand in formula.operands:
            if operand not in found and operand != indicator:
                found |= _inputs(plan, operand)
    return frozenset(found)


def says_the_same(figure: Figure, other: Figure) -> bool:
    """Whether two figures say the same; where they were read does not matter."""
    return (figure.value, figure.status, figure.qualifier, figure.use) == (
        other.value,
        other.status,
        other.qualifier,
        other.use,
    )
