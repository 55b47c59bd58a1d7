"""Plan and figures → one row a target: what the overview shows and every page builds on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from plantrack.method.assessment import assess_target, without_estimates
from plantrack.method.levels import Question
from plantrack.method.pace import CutOff
from plantrack.method.verdict import Assessment, Reason, not_assessed
from plantrack.model import (
    Figure,
    Form,
    Indicator,
    MissingFigure,
    Series,
    Standing,
    Target,
)
from plantrack.plan import PREFERRED, STANDING_METHOD, Plan
from plantrack.scorecard.computed import Values
from plantrack.scorecard.ranks import Ranking, ranking

_ORDER = {standing: place for place, standing in enumerate(Standing)}


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One target with the series it is read in, its figures, its assessment, and why."""

    target: Target
    indicator: Indicator
    series: Series | None
    figures: tuple[Figure, ...]
    assessment: Assessment
    firm: Assessment | None  # the standing without estimates; None where none is used
    missing: tuple[MissingFigure, ...]
    ranking: Ranking | None = None  # only for "top k of a peer set"
    plan: Plan = field(kw_only=True, repr=False, compare=False)  # units, places, breaks, cut-offs
    segment_starts: tuple[int, ...] = field(default=(), kw_only=True)  # first years after breaks

    @property
    def standing(self) -> Standing:
        return self.assessment.standing

    @property
    def computed(self) -> bool:
        """Whether the figures come from a formula on other indicators, made when read."""
        return self.series is None and bool(self.figures)

    @property
    def firm_differs(self) -> bool:
        return self.firm is not None and self.firm.standing is not self.standing


@dataclass(frozen=True)
class Scorecard:
    """All targets of one set under one series choice, in plan order."""

    plan: Plan
    target_set: str
    choice: str
    rows: tuple[TargetRow, ...]
    values: Values = field(repr=False, compare=False)

    @cached_property
    def ordered(self) -> tuple[TargetRow, ...]:
        """Rows worst first; ties by ratio, lowest first, then plan order."""
        return tuple(sorted(self.rows, key=_urgency))

    @cached_property
    def counts(self) -> Mapping[Standing, int]:
        """How many targets have each standing, worst first; standings no target has are absent."""
        counted = Counter(row.standing for row in self.rows)
        return {standing: counted[standing] for standing in Standing if counted[standing]}

    def row(self, target: str) -> TargetRow | None:
        return next((row for row in self.rows if row.target.id == target), None)

    def of_indicator(self, indicator: str) -> TargetRow | None:
        return next((row for row in self.rows if row.indicator.id == indicator), None)


def _urgency(row: TargetRow) -> tuple[int, float]:
    ratio = row.assessment.ratio
    return (_ORDER[row.standing], ratio if ratio is not None else float("inf"))


def scorecard(
    plan: Plan, figures: Iterable[Figure], target_set: str, choice: str = PREFERRED
) -> Scorecard:
    """Assess every target of `target_set` on `figures` under the series `choice`.

    Raises KeyError for a target set the plan does not have.
    """
    values = Values(plan, figures, choice)
    targets = plan.targets_of(plan.target_sets[target_set].id)
    rows = tuple(target_row(plan, values, target) for target in targets)
    return Scorecard(plan, target_set, choice, rows, values)


def target_row(plan: Plan, values: Values, target: Target) -> TargetRow:
    """Assess one target. A regional target is shown, not graded."""
    indicator = plan.indicators[target.indicator]
    if target.form is Form.TOP:
        found = ranking(plan, values, target)
        missing = _missing(plan, found.series, target.geography)
        return TargetRow(
            target,
            indicator,
            found.series,
            found.figures,
            found.assessment,
            found.firm,
            missing,
            found,
            plan=plan,
        )
    series = plan.series_in_use(indicator.id, values.choice)
    if series is not None:
        figures = values.figures_of(series.id, target.geography)
    else:
        figures = values.computed_figures(indicator.id, target.geography)
    firm: Assessment | None = None
    starts = tuple(values.breaks(indicator.id))
    if target.geography != plan.geography:
        assessment = not_assessed(Reason.REGIONAL)
    elif series is None and not figures:
        assessment = not_assessed(Reason.NO_SERIES)
    else:
        asked = question(plan, target, starts)
        assessment = assess_target(asked, figures)
        firm = without_estimates(asked, figures)
    missing = _missing(plan, series, target.geography)
    return TargetRow(
        target,
        indicator,
        series,
        figures,
        assessment,
        firm,
        missing,
        plan=plan,
        segment_starts=starts,
    )


def question(plan: Plan, target: Target, segment_starts: Sequence[int]) -> Question:
    """Return what the method needs of the plan to assess `target` in one series."""
    return Question(
        target=target,
        indicator=plan.indicators[target.indicator],
        milestones=tuple(m for m in plan.milestones if m.target == target.id),
        segment_starts=segment_starts,
        cutoffs=cutoffs(plan),
    )


def cutoffs(plan: Plan, method: str = STANDING_METHOD) -> tuple[CutOff, ...]:
    return tuple(
        CutOff(None if t.from_ratio is None else float(t.from_ratio), t.standing)
        for t in plan.cutoffs(method)
    )


def _missing(plan: Plan, series: Series | None, geography: str) -> tuple[MissingFigure, ...]:
    if series is None:
        return ()
    return tuple(m for m in plan.missing if m.series == series.id and m.geography == geography)
