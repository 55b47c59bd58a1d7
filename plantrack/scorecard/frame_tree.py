"""The plan in words, leading to the indicators that serve it; gaps in evidence stay visible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plantrack.model import FrameItem, Indicator
from plantrack.plan import Plan
from plantrack.scorecard.rows import Scorecard, TargetRow, target_row


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator that serves an item of the frame.

    `row` is its target in the set in use, else in another set of the plan's place; None where no
    set asks for it.
    """

    indicator: Indicator
    row: TargetRow | None


@dataclass(frozen=True, slots=True)
class FrameNode:
    """An item of the frame with what stands below it and what measures it."""

    item: FrameItem
    children: tuple[FrameNode, ...]
    measures: tuple[Measured, ...]

    @property
    def indicators(self) -> tuple[Measured, ...]:
        """What measures it or anything below it, each indicator once."""
        below = (one for child in self.children for one in child.indicators)
        found = {one.indicator.id: one for one in (*below, *self.measures)}
        return tuple(found.values())

    def of_kind(self, kind: str) -> Iterator[FrameNode]:
        """Yield the items of a kind at or below this one, in plan order."""
        if self.item.kind == kind:
            yield self
        for child in self.children:
            yield from child.of_kind(kind)


def frame_tree(card: Scorecard) -> tuple[FrameNode, ...]:
    """Return the items without a parent, each with everything below it."""
    plan = card.plan
    return tuple(_node(plan, card, one) for one in plan.frame if one.parent is None)


def _node(plan: Plan, card: Scorecard, item: FrameItem) -> FrameNode:
    below = [one for one in plan.frame if one.parent == item.id]
    return FrameNode(
        item,
        tuple(_node(plan, card, one) for one in below if one.indicator is None),
        tuple(_measured(plan, card, one.indicator) for one in below if one.indicator is not None),
    )


def _measured(plan: Plan, card: Scorecard, indicator: str) -> Measured:
    row = card.of_indicator(indicator)
    if row is None:
        others = (
            target
            for target in plan.targets.values()
            if target.indicator == indicator and target.geography == plan.geography
        )
        other = next(others, None)
        row = target_row(plan, card.values, other) if other is not None else None
    return Measured(plan.indicators[indicator], row)
