"""Figures of one year held against each other (METHOD sections 7 and 8).

Each check uses the file's figures over the recorded ones, within one compiler's series, and says
nothing where one of its parts is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plantrack.intake.candidates import Candidate
from plantrack.intake.findings import Amount, Finding, found
from plantrack.intake.past import Past
from plantrack.method.structure import contribution_check
from plantrack.model import Formula, Indicator, Measure, Operation, Series, Unit
from plantrack.plan import Plan

PRODUCT_TOLERANCE = Decimal("0.001")  # METHOD section 8: within 0.1 % of GRDP


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure of a computed indicator: never recorded, but good for checking."""

    indicator: Indicator
    unit: Unit
    year: int
    value: Decimal

    @property
    def amount(self) -> Amount:
        return Amount(self.value, self.unit.name)


class Years:
    """The file's new figures over the recorded ones."""

    def __init__(self, past: Past, new: Iterable[Candidate]) -> None:
        self.plan: Plan = past.plan
        self._past = past
        self._new = {one.key: one for one in new}

    def candidate(self, series: Series | None, year: int) -> Candidate | None:
        return None if series is None else self._new.get((series.id, year))

    def value(self, series: Series | None, year: int) -> Decimal | None:
        if series is None:
            return None
        one = self._new.get((series.id, year))
        return one.value if one is not None else self._past.reported(series.id).get(year)

    def series(self, indicator: str, like: Series) -> Series | None:
        """The series of `like`'s compiler, or else the preferred one."""
        own = self.plan.series_in_use(indicator, like.compiler)
        return own or self.plan.series_in_use(indicator)


def cross_checks(past: Past, new: Sequence[Candidate]) -> list[Finding]:
    """Return what does not fit together, each finding at a figure of the file it is about."""
    years = Years(past, new)
    findings: list[Finding] = []
    for formula in past.plan.formulas:
        if formula.applies_to != "any":
            continue
        if _is_growth(past.plan, formula):
            findings += _growth_of_parts(years, formula, new)
        elif formula.operation is Operation.PRODUCT:
            findings += _vintages(years, formula, new)
    return findings


def product_check(
    past: Past, new: Sequence[Candidate], stated: Iterable[Stated]
) -> Iterator[Finding]:
    """Yield stated products (GRDP) that are not their factors' (per capita x population).

    The finding stands at a factor of the file, so that recording it takes a tick.
    """
    years = Years(past, new)
    plan = past.plan
    for one in stated:
        formula = plan.formula(one.indicator.id)
        if formula is None or formula.operation is not Operation.PRODUCT:
            continue
        rows: list[Candidate] = []
        product = Decimal(1)
        for operand in formula.operands:
            candidates = [c for c in new if c.indicator.id == operand and c.year == one.year]
            series = candidates[0].series if candidates else plan.series_in_use(operand)
            value = years.value(series, one.year)
            if value is None:
                break
            rows += candidates[:1]
            product *= value * plan.units[plan.indicators[operand].unit].factor
        else:
            computed = product / one.unit.factor
            if rows and abs(computed - one.value) > abs(one.value) * PRODUCT_TOLERANCE:
                yield found(
                    "product_apart",
                    rows[0].cell,
                    indicator=one.indicator.name,
                    year=one.year,
                    stated=one.amount,
                    computed=Amount(computed.quantize(one.value), one.unit.name),
                    factors=tuple(plan.indicators[operand].name for operand in formula.operands),
                )


def _is_growth(plan: Plan, formula: Formula) -> bool:
    measure = plan.indicators[formula.indicator].measure
    return formula.operation is Operation.WEIGHTED_SUM and measure is Measure.AVERAGE_GROWTH


def _growth_of_parts(years: Years, formula: Formula, new: Sequence[Candidate]) -> Iterator[Finding]:
    """Yield a total growth its parts cannot add up to: outside them all, or apart from their mean.

    Weights are the shares of the year before, at current prices, which is why it only warns.
    """
    pairs = [tuple(operand.split("*")) for operand in formula.operands]
    for total in new:
        if total.indicator.id != formula.indicator:
            continue
        growths = [years.value(years.series(part, total.series), total.year) for part, _ in pairs]
        if any(growth is None for growth in growths):
            continue
        parts = [growth for growth in growths if growth is not None]
        about = {"indicator": total.indicator.name, "year": total.year, "value": total.amount}
        if not min(parts) <= total.value <= max(parts):
            amounts = tuple(Amount(part, total.unit.name) for part in parts)
            yield found("total_outside_parts", total.cell, **about, parts=amounts)
            continue
        shares = [
            years.value(years.series(share, total.series), total.year - 1) for _, share in pairs
        ]
        weights = [float(share) for share in shares if share is not None]
        if len(weights) < len(pairs):
            continue
        check = contribution_check(weights, [float(part) for part in parts], float(total.value))
        if not check.holds:
            weighted = Amount(Decimal(f"{check.weighted:.2f}"), total.unit.name)
            yield found("weighted_sum_apart", total.cell, **about, weighted=weighted)


def _vintages(years: Years, formula: Formula, new: Sequence[Candidate]) -> Iterator[Finding]:
    """Yield a level whose growth leaves no room for prices: it stands on another vintage.

    (1 + level) (1 + population) = (1 + real growth) (1 + prices); prices below zero are the sign.
    """
    level, population = formula.operands
    totals = [f.indicator for f in years.plan.formulas if _is_growth(years.plan, f)]
    for one in new:
        if one.indicator.id != level or not totals:
            continue
        before = years.value(one.series, one.year - 1)
        people = years.series(population, one.series)
        real = years.value(years.series(totals[0], one.series), one.year)
        now, then = years.value(people, one.year), years.value(people, one.year - 1)
        if not before or not now or not then or real is None:
            continue
        prices = (one.value / before) * (now / then) / (1 + real / 100) - 1
        if prices < 0 and real > -100:
            yield found(
                "vintages_mixed",
                one.cell,
                indicator=one.indicator.name,
                year=one.year,
                value=one.amount,
                before=Amount(before, one.unit.name),
                before_year=one.year - 1,
                real=real,
                prices=Decimal(f"{float(prices) * 100:.1f}"),
            )
