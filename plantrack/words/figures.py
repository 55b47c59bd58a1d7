"""A stored figure as its origin prints it."""

from __future__ import annotations

from plantrack.model import Figure, Period
from plantrack.plan import Plan
from plantrack.words import Say
from plantrack.words.terms import qualified


def written_period(period: Period, say: Say) -> str:
    """Return "2025", "2021–2022" for whole years, else first and last day."""
    if period.year is not None:
        return str(period.year)
    if period.whole_years:
        return say("{first}–{last}", first=period.start.year, last=period.last_year)
    return say("{first} to {last}", first=say.date(period.start), last=say.date(period.end))


def written_value(plan: Plan, figure: Figure, say: Say) -> str:
    """Return a figure as its origin prints it: with its own decimals and qualifier."""
    decimals = figure.decimals
    if decimals is None and figure.series in plan.series:
        decimals = plan.indicators[plan.series[figure.series].indicator].decimals
    return qualified(figure.qualifier, say.number(figure.value, decimals), say)
