"""What a reader must know beside a standing, one sentence a mark."""

from __future__ import annotations

from plantrack.method.standing import FEW_CHANGES
from plantrack.method.verdict import Mark
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.bounds import asked
from plantrack.words import Say


def marks(row: TargetRow, say: Say) -> tuple[str, ...]:
    """Return a sentence for each mark of the row's assessment, in the order of `Mark`."""
    return tuple(_sentence(row, one, say) for one in Mark if one in row.assessment.marks)


def _sentence(row: TargetRow, mark: Mark, say: Say) -> str:
    match mark:
        case Mark.SHORT_RUN:
            return say(
                "Short run: fewer than {count} yearly changes since the baseline.",
                count=FEW_CHANGES,
            )
        case Mark.SLIPPING:
            return _slipping(row, say)
        case Mark.SET_BEFORE_REVISION:
            return _revised(row, say)
        case Mark.ABOUT:
            return say("A figure used here is published as “about”.")
        case Mark.PERIOD_OVER:
            return say("The period is over: the figure of the target year alone decides.")
        case Mark.BASELINE_MET:
            return say(
                "The baseline already met the target of {bounds}, so there is no ratio.",
                bounds=asked(row, say),
            )


def _slipping(row: TargetRow, say: Say) -> str:
    goal = row.assessment.goal
    if goal is not None and goal.corridor:
        return say(
            "Slipping: at the pace of the last figures it would leave the corridor by {year}.",
            year=goal.year,
        )
    return say("Slipping: the latest figure is worse than the one before it.")


def _revised(row: TargetRow, say: Say) -> str:
    """Name the break and its reason where the plan states them."""
    baseline = row.assessment.baseline
    if row.series is None or baseline is None:
        return say("The target was set before the series was revised.")
    cut = row.plan.break_at(row.series.id, baseline.year)
    if cut is None:
        return say("The target was set before the series was revised.")
    return say(
        "The target was set before the series was revised in {year}: {reason}",
        year=cut.first_year_after,
        reason=say.text(cut.reason),
    )
