"""How sure a standing is: other methods, the nearest cut-off, other series, usual revisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from plantrack.method.assessment import assess_target
from plantrack.method.levels import levels
from plantrack.method.observation import may_be_graded
from plantrack.method.verdict import Assessment, Reason
from plantrack.model import Figure, Measure, Standing, Status
from plantrack.scorecard.computed import Values
from plantrack.scorecard.published import Grade, disagreeing, grades
from plantrack.scorecard.readings import readings
from plantrack.scorecard.rows import TargetRow, cutoffs, question

_UNSETTLED = (Status.ESTIMATE, Status.PRELIMINARY)


@dataclass(frozen=True, slots=True)
class Margin:
    """How far the latest figure lies from the nearest cut-off, in the indicator's unit.

    `value` is the latest figure at the cut-off, `difference` what it lies above (+) or below (-)
    the figure as published; `standing` is what it earns there (at or just beyond). Of a period
    average both are percent growth a year of the latest figure.
    """

    value: float
    difference: float
    from_ratio: float
    standing: Standing


@dataclass(frozen=True, slots=True)
class Revised:
    """The standing if the latest figure moved as the first estimate of `year` did."""

    year: int
    first: Figure
    later: Figure
    value: Decimal  # the latest figure moved likewise
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """Everything that would give a target another standing."""

    row: TargetRow
    grades: tuple[Grade, ...]
    disagreeing: tuple[Grade, ...]
    margin: Margin | None
    other_series: tuple[TargetRow, ...]  # the target in the series that are not in use
    revised: tuple[Revised, ...]  # oldest year first


def sensitivity(row: TargetRow, values: Values) -> Sensitivity:
    """Return what the standing of `row` depends on besides the figures themselves."""
    found = grades(row)
    return Sensitivity(
        row=row,
        grades=found,
        disagreeing=disagreeing(row, found),
        margin=margin(row),
        other_series=tuple(
            one for one in readings(row.plan, values, row) if one.series != row.series
        ),
        revised=tuple(_revised(row, values)),
    )


def methods_disagree(row: TargetRow) -> bool:
    """Whether a published method that regards the target says something else."""
    return bool(disagreeing(row, grades(row)))


def margin(row: TargetRow) -> Margin | None:
    """Return the nearest cut-off of the standing; None where no ratio decides."""
    ratio = row.assessment.ratio
    if row.assessment.reason is not Reason.PACE or ratio is None:
        return None
    found = []
    for crossing in row.assessment.crossings:
        moved, published = _as_figure(row, crossing.value), _as_figure(row)
        if moved is None or published is None:
            continue
        ahead = ratio < crossing.from_ratio
        standing = crossing.standing if ahead else _below(row, crossing.from_ratio)
        found.append(Margin(moved, moved - published, crossing.from_ratio, standing))
    return min(found, key=lambda one: abs(one.difference), default=None)


def _below(row: TargetRow, cutoff: float) -> Standing:
    """The standing just below a cut-off."""
    lower = (
        step.standing
        for step in cutoffs(row.plan)
        if step.from_ratio is None or step.from_ratio < cutoff
    )
    return next(lower)


def _as_figure(row: TargetRow, level: float | None = None) -> float | None:
    """The latest figure that leads to `level` (None = as it is), in the indicator's unit.

    The level itself, except where levels are chained: then the growth or amount of the latest
    figure that takes the chain there.
    """
    latest = row.assessment.latest
    if latest is None:
        return None
    asked = question(row.plan, row.target, row.segment_starts)
    value = latest.value if level is None else level
    if not asked.chained:
        return value
    _, chain = levels(asked, row.figures)
    before = next((o.value for o in reversed(chain) if o.year < latest.year), None)
    if before is None:
        return None
    if row.indicator.measure is not Measure.AVERAGE_GROWTH:
        return value - before
    if value <= 0:
        return None
    return float(((value / before) ** (1 / latest.years) - 1) * 100)


def _revised(row: TargetRow, values: Values) -> Iterator[Revised]:
    """The standing for each past move of a first estimate, where the latest may still move."""
    series, latest = row.series, _latest_figure(row)
    if series is None or latest is None or latest.status not in _UNSETTLED:
        return
    first_series = row.plan.first_estimates.get(series.id)
    if first_series is None:
        return
    later = {f.period: f for f in row.figures if may_be_graded(f)}
    for first in values.figures_of(first_series, row.target.geography):
        now = later.get(first.period)
        if now is None or not may_be_graded(first) or first.period.year is None:
            continue
        if now.period == latest.period or now.status is Status.ESTIMATE:
            continue  # not revised yet
        value = _moved(row, latest.value, first.value, now.value)
        if value is None:
            continue
        changed = tuple(replace(f, value=value) if f == latest else f for f in row.figures)
        asked = question(row.plan, row.target, row.segment_starts)
        yield Revised(first.period.last_year, first, now, value, assess_target(asked, changed))


def _latest_figure(row: TargetRow) -> Figure | None:
    """The one figure whose year the standing rests on."""
    latest = row.assessment.latest
    if latest is None or row.assessment.rank is not None:
        return None
    return next(
        (
            figure
            for figure in reversed(row.figures)
            if may_be_graded(figure) and figure.period.year == latest.year
        ),
        None,
    )


def _moved(row: TargetRow, latest: Decimal, first: Decimal, later: Decimal) -> Decimal | None:
    """Amounts move in proportion, percentages and the like by the same number of points.

    Rounded to the indicator's decimals: a figure is published with no more.
    """
    if row.indicator.measure is Measure.COMPOUND:
        if first <= 0:
            return None
        value = latest * later / first
    else:
        value = latest + later - first
    return value.quantize(Decimal(1).scaleb(-row.indicator.decimals))
