"""Which rows a template of a plan has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plantrack.intake.past import Past
from plantrack.intake.vocabulary import Vocabulary
from plantrack.model import Indicator, Series, Status, Unit
from plantrack.plan import Plan


@dataclass(frozen=True, slots=True)
class TemplateRow:
    indicator: Indicator
    series: Series
    unit: Unit
    year: int
    value: Decimal | None = None
    status: Status | None = None
    note: str = ""
    decimals: int | None = None  # as its origin prints the figure; None = the indicator's


def template_rows(
    vocabulary: Vocabulary,
    past: Past,
    indicators: Sequence[str] | None,
    year: int | None,
    series_choice: str,
) -> tuple[TemplateRow, ...]:
    """Return one row for each indicator that can be entered, in plan order."""
    plan = vocabulary.plan
    wanted = default_indicators(vocabulary) if indicators is None else tuple(indicators)
    series = {
        one: chosen
        for one in wanted
        if (chosen := plan.series_in_use(one, series_choice)) is not None
    }
    due = next_year(plan, past, tuple(series.values())) if year is None else year
    return tuple(
        TemplateRow(plan.indicators[one], chosen, plan.units[plan.indicators[one].unit], due)
        for one, chosen in series.items()
    )


def default_indicators(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the indicators of the default target set, computed ones by what they come from."""
    plan = vocabulary.plan
    targets = plan.targets_of(plan.default_target_set)
    entered = (one for target in targets for one in _entered(vocabulary, target.indicator))
    return tuple(dict.fromkeys(entered))


def _entered(vocabulary: Vocabulary, indicator: str) -> Iterator[str]:
    formula = vocabulary.computed(indicator)
    if formula is None:
        yield indicator
        return
    for operand in formula.operands:
        for part in operand.split("*"):
            yield from _entered(vocabulary, part)


def next_year(plan: Plan, past: Past, series: Sequence[Series]) -> int:
    """Return the year after the latest figure of any of the series, within the plan."""
    latest = [max(years) for one in series if (years := past.reported(one.id))]
    after = max(latest) + 1 if latest else plan.first_year
    return min(max(after, plan.first_year), plan.last_year)
