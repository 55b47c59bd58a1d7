"""One target read in every series of its indicator, and its indicator in every target set."""

from __future__ import annotations

from dataclasses import dataclass

from plantrack.method.assessment import assess_target, without_estimates
from plantrack.method.verdict import Assessment
from plantrack.model import Figure, Form, Series, Target
from plantrack.plan import Plan
from plantrack.scorecard.computed import Values
from plantrack.scorecard.rows import TargetRow, question, target_row


@dataclass(frozen=True, slots=True)
class Reading:
    """A target assessed in one series; never a mix of two."""

    series: Series
    figures: tuple[Figure, ...]
    assessment: Assessment
    firm: Assessment | None
    in_use: bool


def readings(plan: Plan, values: Values, row: TargetRow) -> tuple[Reading, ...]:
    """Return the target in each series of its indicator that has figures of its place.

    Readers hold documents with other figures than the preferred series: both are shown, side by
    side. Empty for places among peers, whose values come from one series only.
    """
    if row.target.form is Form.TOP:
        return ()
    found = []
    for series in plan.series_of(row.indicator.id):
        figures = values.figures_of(series.id, row.target.geography)
        if not figures:
            continue
        asked = question(plan, row.target, plan.segment_starts(series.id))
        in_use = row.series is not None and series.id == row.series.id
        found.append(
            Reading(
                series,
                figures,
                assess_target(asked, figures),
                without_estimates(asked, figures),
                in_use,
            )
        )
    return tuple(sorted(found, key=lambda reading: not reading.in_use))


def in_other_sets(plan: Plan, values: Values, target: Target) -> tuple[TargetRow, ...]:
    """Return the rows of the same indicator in the other target sets, in plan order."""
    return tuple(
        target_row(plan, values, other)
        for other in plan.targets.values()
        if other.indicator == target.indicator and other.target_set != target.target_set
    )
