"""The arithmetic of slides that show several targets: of each the part the slide is about."""

from __future__ import annotations

from collections.abc import Sequence

from plantrack.scorecard import TargetRow, Values
from plantrack.scorecard.coherence import Coherence, Requirement
from plantrack.scorecard.telling import Step, steps, why
from plantrack.scorecard.telling.level_steps import level_steps
from plantrack.scorecard.telling.paces import RATE_DECIMALS
from plantrack.scorecard.telling.standing_steps import standing_steps
from plantrack.scorecard.telling.way import way_steps
from plantrack.words import Say, capitalised

_FACTOR_DECIMALS = 5  # enough to repeat a rate of one decimal


def ways_told(rows: Sequence[TargetRow], values: Values, say: Say) -> tuple[Step, ...]:
    """Return why each target stands where it stands, and its share of the way or its place."""
    found = []
    for row in rows:
        told = steps(row, say, values)[:1] if row.ranking else way_steps(row, say)
        lines = (capitalised(why(row, say)), *(line for step in told for line in step.lines))
        found.append(Step(say.text(row.indicator.name), lines))
    return tuple(found)


def paces_told(rows: Sequence[TargetRow], say: Say) -> tuple[Step, ...]:
    """Return the ratio of each target that has one."""
    return _named(rows, [standing_steps(row, say)[:1] for row in rows], say)


def crossings_told(rows: Sequence[TargetRow], say: Say) -> tuple[Step, ...]:
    """Return where each standing would change."""
    return _named(rows, [standing_steps(row, say)[1:] for row in rows], say)


def gaps_told(rows: Sequence[TargetRow], say: Say) -> tuple[Step, ...]:
    """Return what is left to both bounds of each target."""
    return _named(rows, [level_steps(row, say)[:1] for row in rows], say)


def _named(
    rows: Sequence[TargetRow], told: Sequence[tuple[Step, ...]], say: Say
) -> tuple[Step, ...]:
    return tuple(
        Step(say.text(row.indicator.name), tuple(line for step in some for line in step.lines))
        for row, some in zip(rows, told, strict=True)
        if some
    )


def prices_told(coherence: Coherence, requirement: Requirement, say: Say) -> tuple[Step, ...]:
    """Return the price change at each bound of the growth asked; none without the population."""
    people = coherence.population
    if people is None:
        return ()

    def factor(rate: float) -> str:
        return say.number(1 + rate, _FACTOR_DECIMALS)

    lines = tuple(
        f"{factor(requirement.nominal)} × {factor(people.growth)} ÷ {factor(real)} − 1 = "
        f"{say.percent(100 * deflator, RATE_DECIMALS)}"
        for real, deflator in requirement.asked
    )
    return (Step(say("Prices = per person × people ÷ real growth, as factors a year"), lines),)
