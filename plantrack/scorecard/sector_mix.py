"""Growth targets of the parts against the target ranges of their shares (METHOD section 7)."""

from __future__ import annotations

from dataclasses import dataclass

from plantrack.method.average import target_index
from plantrack.method.coherence import implied_shares
from plantrack.method.goal import Bound
from plantrack.method.rates import RateUndefined, compound_rate
from plantrack.model import Target
from plantrack.scorecard.growth import counterpart
from plantrack.scorecard.rows import Scorecard, TargetRow
from plantrack.scorecard.structure import Part, Structure, YearMix


@dataclass(frozen=True, slots=True)
class ImpliedPart:
    """One part: its growth (a decimal a year), its share at the start and in the target year."""

    part: Part
    growth_row: TargetRow
    growth: float
    now: float
    then: float
    beyond: Bound | None  # the bound of its target range that `then` lies beyond


@dataclass(frozen=True, slots=True)
class ImpliedMix:
    """The shares the growth targets of the parts lead to, at constant relative prices.

    `whole_period`: from the year before the period at the middle of each target; else from the
    latest shares at the growth still needed to reach it.
    """

    start: int
    year: int
    whole_period: bool
    parts: tuple[ImpliedPart, ...]


def implied_mix(card: Scorecard, structure: Structure) -> ImpliedMix | None:
    """Return the shares implied; None unless every part has a growth target and a share.

    No share is guessed: where the year before the period has none, the latest ones are the start.
    """
    growths = [_growth_row(card, part) for part in structure.parts]
    rows = [row for row in growths if row is not None]
    periods = {row.target.period for row in rows}
    if not rows or len(rows) < len(structure.parts) or len(periods) > 1:
        return None
    (period,) = periods
    before = period.start.year - 1
    first = next((mix for mix in structure.years if mix.year == before), None)
    mix = first or structure.latest
    if mix is None or mix.year >= period.last_year or not mix.one_origin:
        return None
    try:
        return _mix(structure, rows, mix, whole_period=first is not None)
    except RateUndefined:
        return None


def _growth_row(card: Scorecard, part: Part) -> TargetRow | None:
    growth = counterpart(card.plan, part.indicator.id)
    return card.of_indicator(growth) if growth is not None else None


def _mix(
    structure: Structure, rows: list[TargetRow], mix: YearMix, *, whole_period: bool
) -> ImpliedMix | None:
    found = [_middle(row.target) if whole_period else _still_needed(row, mix.year) for row in rows]
    growths = [growth for growth in found if growth is not None]
    if len(growths) < len(rows):
        return None
    year = rows[0].target.year
    shares = [float(mix.shares[part.indicator.id].value) for part in structure.parts]
    implied = implied_shares(shares, growths, year - mix.year)
    parts = tuple(
        ImpliedPart(part, row, one.growth, one.now, one.then, _beyond(part, one.then))
        for part, row, one in zip(structure.parts, rows, implied, strict=True)
    )
    return ImpliedMix(mix.year, year, whole_period, parts)


def _middle(target: Target) -> float | None:
    stated = [float(one) for one in (target.low, target.high) if one is not None]
    return sum(stated) / len(stated) / 100 if stated else None


def _still_needed(row: TargetRow, year: int) -> float | None:
    """Growth a year from `year` that brings the whole period to the middle of its target."""
    middle, latest = _middle(row.target), row.assessment.latest
    if middle is None or latest is None or latest.year != year:
        return None
    aim = target_index(middle, len(row.target.period.years))
    return compound_rate(latest.value, aim, row.target.year - year)


def _beyond(part: Part, share: float) -> Bound | None:
    goal = part.row.assessment.goal if part.row is not None else None
    return goal.side_of(share) if goal is not None else None
