"""What in a changed plan moved a standing: its target, series, cut-offs, or the way it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Final

from plantrack.chronicle import StandingMove
from plantrack.model import Text
from plantrack.plan import STANDING_METHOD
from plantrack.scorecard import TargetRow
from plantrack.words import Say, mark


class PlanCause(StrEnum):
    TARGET = "target"
    SERIES = "series"
    CUTOFFS = "cutoffs"
    METHOD = "method"


_WORDS: Final[Mapping[PlanCause, str]] = {
    PlanCause.TARGET: mark("the target was changed"),
    PlanCause.SERIES: mark("the series in use or a break in it was changed"),
    PlanCause.CUTOFFS: mark("the cut-offs were changed"),
    PlanCause.METHOD: mark("the way the indicator is measured or computed was changed"),
}


_NO_WORDS: Final = Text("", "")


def plan_causes(move: StandingMove) -> tuple[PlanCause, ...]:
    """Return which parts of the plan differ for a target between two revisions.

    Empty for a target that one of the two plans does not have.
    """
    before, after = move.before, move.after
    if before is None or after is None:
        return ()
    return tuple(
        cause
        for cause, differs in (
            (PlanCause.TARGET, _target(before) != _target(after)),
            (PlanCause.SERIES, _series(before) != _series(after)),
            (PlanCause.CUTOFFS, _cutoffs(before) != _cutoffs(after)),
            (PlanCause.METHOD, _method(before) != _method(after)),
        )
        if differs
    )


def plan_cause_words(move: StandingMove, say: Say) -> str:
    """Return "the target was changed and the cut-offs were changed"; "" where none is found."""
    return say.listed([say(_WORDS[cause]) for cause in plan_causes(move)])


def _target(row: TargetRow) -> object:
    # Words beside a target move no standing.
    asked = replace(row.target, note=_NO_WORDS, origin="")
    return asked, [m for m in row.plan.milestones if m.target == asked.id]


def _series(row: TargetRow) -> object:
    return row.series.id if row.series is not None else None, row.segment_starts


def _cutoffs(row: TargetRow) -> object:
    return [(one.from_ratio, one.standing) for one in row.plan.cutoffs(STANDING_METHOD)]


def _method(row: TargetRow) -> object:
    indicator, formula = row.indicator, row.plan.formula(row.indicator.id)
    limits = (indicator.floor, indicator.ceiling)
    return indicator.measure, indicator.decimals, limits, formula, row.plan.peers
