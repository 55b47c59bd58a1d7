"""One target read in every series of its indicator, and its indicator in every target set."""

from __future__ import annotations

from dataclasses import replace

from plantrack.method.assessment import assess_target, without_estimates
from plantrack.model import Form, Target
from plantrack.plan import Plan
from plantrack.scorecard.computed import Values
from plantrack.scorecard.rows import TargetRow, question, target_row


def readings(plan: Plan, values: Values, row: TargetRow) -> tuple[TargetRow, ...]:
    """Return the target in each series of its indicator that has figures of its place.

    The series in use first; never a mix of two. Readers hold documents with other figures than
    the preferred series: both are shown, side by side. Empty for places among peers, whose
    values come from one series only.
    """
    if row.target.form is Form.TOP:
        return ()
    found = []
    for series in plan.series_of(row.indicator.id):
        figures = values.figures_of(series.id, row.target.geography)
        if not figures:
            continue
        starts = plan.segment_starts(series.id)
        asked = question(plan, row.target, starts)
        found.append(
            replace(
                row,
                series=series,
                figures=figures,
                assessment=assess_target(asked, figures),
                firm=without_estimates(asked, figures),
                missing=tuple(m for m in plan.missing if m.series == series.id),
                segment_starts=starts,
            )
        )
    return tuple(sorted(found, key=lambda one: one.series != row.series))


def in_other_sets(plan: Plan, values: Values, target: Target) -> tuple[TargetRow, ...]:
    """Return the rows of the same indicator in the other target sets, in plan order."""
    return tuple(
        target_row(plan, values, other)
        for other in plan.targets.values()
        if other.indicator == target.indicator and other.target_set != target.target_set
    )
