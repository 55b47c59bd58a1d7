"""How a row was computed, with the numbers put in."""

from __future__ import annotations

from plantrack.model import Form
from plantrack.scorecard.computed import Values
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.ahead import ahead_steps
from plantrack.scorecard.telling.chains import average_steps, sum_step
from plantrack.scorecard.telling.due import due_steps
from plantrack.scorecard.telling.level_steps import asked_level, level_steps
from plantrack.scorecard.telling.rank_steps import rank_steps
from plantrack.scorecard.telling.standing_steps import standing_steps
from plantrack.scorecard.telling.steps import Step
from plantrack.scorecard.telling.values import averaged, ranked
from plantrack.scorecard.telling.way import way_steps
from plantrack.words import Say

__all__ = ["Step", "steps"]


def steps(row: TargetRow, say: Say, values: Values | None = None) -> tuple[Step, ...]:
    """Return the arithmetic of a row, to both bounds of its target.

    Empty where the figures allow no computation. `values` adds the neighbours of a place among
    peers; the row itself does not know their figures.
    """
    if ranked(row):
        return rank_steps(row, values, say)
    if averaged(row):
        first = average_steps(row, say)
    elif row.target.form is Form.CUMULATIVE:
        first = (*sum_step(row, say), *level_steps(row, say))
    else:
        first = (*asked_level(row, say), *level_steps(row, say))
    return (
        *first,
        *standing_steps(row, say),
        *due_steps(row, say),
        *way_steps(row, say),
        *ahead_steps(row, say),
    )
