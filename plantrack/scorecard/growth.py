"""Growth of the whole beside its parts: averages so far and what is still needed (section 5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantrack.method.average import GrowthFigure, geometric_average
from plantrack.method.observation import may_be_graded, weakest
from plantrack.method.rates import RateUndefined
from plantrack.model import Figure, Measure, Operation, Status
from plantrack.plan import Plan
from plantrack.scorecard.readings import readings
from plantrack.scorecard.rows import Scorecard, TargetRow


@dataclass(frozen=True, slots=True)
class Run:
    """Average growth over consecutive years of one series.

    `growth` is a decimal a year; `status` is the weakest of the years in it.
    """

    first: int
    last: int
    growth: float
    status: Status

    @property
    def years(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class GrowthReport:
    """A growth target read in every series, with the parts that make up its growth."""

    row: TargetRow
    readings: tuple[TargetRow, ...]
    parts: tuple[TargetRow, ...]
    best_years: tuple[Run, ...]  # the best year; if it is an estimate, the best firm one too
    best_run: Run | None  # the best run as long as the time that remains


def growth_reports(plan: Plan, card: Scorecard) -> tuple[GrowthReport, ...]:
    """Return a report for each growth target that is not part of another one."""
    growing = [row for row in card.rows if row.indicator.measure is Measure.AVERAGE_GROWTH]
    parts = {part for row in growing for part in part_indicators(plan, row.indicator.id)}
    return tuple(_report(plan, card, row) for row in growing if row.indicator.id not in parts)


def part_indicators(plan: Plan, indicator: str) -> tuple[str, ...]:
    """The growth indicators whose weighted sum is the growth of `indicator`."""
    formula = plan.formula(indicator)
    if formula is None or formula.operation is not Operation.WEIGHTED_SUM:
        return ()
    return tuple(operand.partition("*")[0] for operand in formula.operands)


def share_of(plan: Plan, growth_indicator: str) -> str | None:
    """The share indicator of the part whose growth `growth_indicator` is."""
    for formula in plan.formulas:
        if formula.operation is not Operation.WEIGHTED_SUM:
            continue
        for operand in formula.operands:
            growth, _, share = operand.partition("*")
            if growth == growth_indicator and share:
                return share
    return None


def counterpart(plan: Plan, indicator: str) -> str | None:
    """The share of the part whose growth `indicator` is, or the growth of the part it shares."""
    for formula in plan.formulas:
        if formula.operation is not Operation.WEIGHTED_SUM:
            continue
        for operand in formula.operands:
            growth, _, share = operand.partition("*")
            if share and indicator in (growth, share):
                return share if indicator == growth else growth
    return None


def _report(plan: Plan, card: Scorecard, row: TargetRow) -> GrowthReport:
    parts = (card.of_indicator(part) for part in part_indicators(plan, row.indicator.id))
    latest = row.assessment.latest
    remaining = row.target.year - latest.year if latest is not None else 0
    return GrowthReport(
        row=row,
        readings=readings(plan, card.values, row),
        parts=tuple(part for part in parts if part is not None),
        best_years=_best_years(row.figures),
        best_run=_best_run(row.figures, remaining),
    )


def _growths(figures: Sequence[Figure]) -> list[tuple[GrowthFigure, Figure]]:
    return [
        (GrowthFigure(f.period.start.year, f.period.last_year, float(f.value) / 100), f)
        for f in figures
        if may_be_graded(f) and f.period.years
    ]


def _best_years(figures: Sequence[Figure]) -> tuple[Run, ...]:
    """The best single year, and the best that is no estimate where that one is."""
    years = [(g, f) for g, f in _growths(figures) if g.years == 1]
    if not years:
        return ()
    found = [max(years, key=lambda pair: pair[0].growth)]
    if found[0][1].status is Status.ESTIMATE:
        firm = [pair for pair in years if pair[1].status is not Status.ESTIMATE]
        found += [max(firm, key=lambda pair: pair[0].growth)] if firm else []
    return tuple(Run(g.first, g.last, g.growth, f.status) for g, f in found)


def _best_run(figures: Sequence[Figure], length: int) -> Run | None:
    """The best average over `length` consecutive years of the series."""
    by_year = {g.first: (g, f) for g, f in _growths(figures) if g.years == 1}
    if length < 1:
        return None
    runs = []
    for first in by_year:
        years = [by_year.get(year) for year in range(first, first + length)]
        known = [pair for pair in years if pair is not None]
        if len(known) == length:
            rates = [growth.growth for growth, _ in known]
            run = _run(first, first + length - 1, rates, [figure for _, figure in known])
            runs += [run] if run is not None else []
    return max(runs, key=lambda run: run.growth, default=None)


def _run(first: int, last: int, rates: Sequence[float], used: Sequence[Figure]) -> Run | None:
    try:
        average = geometric_average(rates)
    except RateUndefined:
        return None
    return Run(first, last, average, weakest(figure.status for figure in used))
