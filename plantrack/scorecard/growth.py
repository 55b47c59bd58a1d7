"""Growth of the whole beside its parts: averages so far and what is still needed (section 5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plantrack.method.average import GrowthFigure, best_run
from plantrack.method.observation import may_be_graded, weakest
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
    return dict(_weighted_parts(plan)).get(growth_indicator)


def counterpart(plan: Plan, indicator: str) -> str | None:
    """The share of the part whose growth `indicator` is, or the growth of the part it shares."""
    growth_of = {share: growth for growth, share in _weighted_parts(plan)}
    return share_of(plan, indicator) or growth_of.get(indicator)


def _weighted_parts(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield growth and share indicator of every part of a growth that is a weighted sum."""
    for formula in plan.formulas:
        if formula.operation is Operation.WEIGHTED_SUM:
            for operand in formula.operands:
                growth, _, share = operand.partition("*")
                if share:
                    yield growth, share


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
    years = {g.first: (g.growth, f) for g, f in _growths(figures) if g.years == 1}
    if length < 1:
        return None
    best = best_run({year: growth for year, (growth, _) in years.items()}, length)
    if best is None:
        return None
    used = (years[year][1].status for year in range(best.first, best.first + length))
    return Run(best.first, best.first + length - 1, best.growth, weakest(used))
