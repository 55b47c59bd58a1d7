"""A plan held against itself: real growth, prices and people together (METHOD section 8).

Which indicators play the amount per person, the real growth and the population is declared by an
`identity` among the formulas. Amounts in another currency or at another price basis never enter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from plantrack.method.average import geometric_average
from plantrack.method.coherence import (
    implied_deflator,
    implied_nominal_per_person,
    implied_real_growth,
    real_per_person,
)
from plantrack.method.observation import Observation, weakest
from plantrack.method.rates import RateUndefined, compound_rate
from plantrack.model import Formula, Indicator, Status
from plantrack.scorecard.nominal import PastGrowth, past_growth
from plantrack.scorecard.paths import levels_of
from plantrack.scorecard.readings import readings
from plantrack.scorecard.rows import Scorecard, TargetRow, target_row


@dataclass(frozen=True, slots=True)
class Split:
    """Growth per person at current prices over years `first` to `last`, split; decimals a year."""

    first: int
    last: int
    per_person: float
    real: float
    population: float
    deflator: float
    status: Status

    @property
    def real_per_person(self) -> float:
        return real_per_person(self.real, self.population)


@dataclass(frozen=True, slots=True)
class Requirement:
    """What an amount per person and a real growth, asked by one set, mean for prices.

    `nominal` is the growth per person needed from `start`; `deflators` are the price changes at
    the low and high bound of the growth target, at what is still needed for its low bound where
    the start is the latest figure. Decimals a year.
    """

    level: TargetRow
    growth: TargetRow
    start: Observation
    latest: bool
    nominal: float
    asked: tuple[tuple[float, float], ...]  # (real growth, deflator)
    needed: tuple[float, float] | None  # the same at the growth still needed

    @property
    def deflators(self) -> tuple[float, float]:
        """The lowest and highest price change at the growth asked."""
        found = [deflator for _, deflator in self.asked]
        return min(found), max(found)


@dataclass(frozen=True, slots=True)
class Coherence:
    """One identity of the plan: past years split, and what each target set implies."""

    per_person: Indicator
    growth: Indicator
    people: Indicator
    years: tuple[Split, ...]
    population: PastGrowth | None
    requirements: tuple[Requirement, ...]

    @property
    def average(self) -> Split | None:
        """All years of the past together, each rate a geometric average."""
        return together(self.years)

    def since(self, first: int) -> Split | None:
        """The years from `first` on together; None where one of them is missing."""
        later = tuple(split for split in self.years if split.first >= first)
        return together(later) if later and later[0].first == first else None

    def requirement_of(self, target_set: str) -> Requirement | None:
        """What a set implies from the latest figure, else from its baseline."""
        mine = [one for one in self.requirements if one.level.target.target_set == target_set]
        return next((one for one in mine if one.latest), mine[0] if mine else None)


def coherences(card: Scorecard) -> tuple[Coherence, ...]:
    """Return every identity of the plan under the series in use."""
    return tuple(_coherence(card, formula) for formula in card.plan.identities())


def _coherence(card: Scorecard, formula: Formula) -> Coherence:
    indicators = card.plan.indicators
    growth, people = formula.operands
    population = past_growth(card, people)
    return Coherence(
        per_person=indicators[formula.indicator],
        growth=indicators[growth],
        people=indicators[people],
        years=_years(card, formula.indicator, growth, people),
        population=population,
        requirements=()
        if population is None
        else _requirements(card, formula.indicator, growth, population.growth),
    )


def _years(card: Scorecard, level: str, growth: str, people: str) -> tuple[Split, ...]:
    """Each year with every figure, in one series each and never across a break."""
    place, values = card.plan.geography, card.values
    amounts = {one.year: one for one in values.observations(level, place)}
    persons = {one.year: one for one in values.observations(people, place)}
    reals = {one.year: one for one in values.observations(growth, place)}
    cuts = {*values.breaks(level), *values.breaks(people)}
    splits = []
    for before, year in pairwise(sorted(amounts)):
        whole = year == before + 1 and year in reals and {before, year} <= persons.keys()
        if not whole or year in cuts:
            continue
        used = (amounts[before], amounts[year], persons[before], persons[year], reals[year])
        try:
            splits.append(_split(year, used))
        except RateUndefined:
            continue  # a level at or below zero has no growth; the year is left out
    return _unbroken(splits)


def _split(year: int, used: tuple[Observation, ...]) -> Split:
    amount_before, amount, people_before, people, growth = used
    per_person = compound_rate(amount_before.value, amount.value, 1)
    population = compound_rate(people_before.value, people.value, 1)
    real = growth.value / 100
    deflator = implied_deflator(per_person, real, population)
    status = weakest(one.status for one in used)
    return Split(year, year, per_person, real, population, deflator, status)


def _unbroken(splits: list[Split]) -> tuple[Split, ...]:
    """The newest run of years that follow one another."""
    first = len(splits) - 1
    while first > 0 and splits[first - 1].last + 1 == splits[first].first:
        first -= 1
    return tuple(splits[max(first, 0) :])


def together(splits: tuple[Split, ...]) -> Split | None:
    """Return several years as one, each rate a geometric average; None of none."""
    if not splits:
        return None
    columns: Mapping[str, float] = {
        name: geometric_average([getattr(split, name) for split in splits])
        for name in ("per_person", "real", "population", "deflator")
    }
    return Split(
        first=splits[0].first,
        last=splits[-1].last,
        status=weakest(split.status for split in splits),
        **columns,
    )


def _requirements(
    card: Scorecard, level: str, growth: str, population: float
) -> tuple[Requirement, ...]:
    """What every set that asks for both implies, from each figure it can be counted from."""
    plan, found = card.plan, []
    for target_set in plan.target_sets:
        asked = {
            target.indicator: target_row(plan, card.values, target)
            for target in plan.targets_of(target_set)
            if target.indicator in (level, growth) and target.geography == plan.geography
        }
        if len(asked) < 2 or asked[level].target.year != asked[growth].target.year:
            continue
        for row, start, latest in _starts(card, asked[level]):
            one = _requirement(row, asked[growth], start, population, latest=latest)
            found += [one] if one is not None else []
    return tuple(found)


def _starts(card: Scorecard, row: TargetRow) -> list[tuple[TargetRow, Observation, bool]]:
    """The baseline in every series that has it, then the latest figure of the series in use."""
    goal, levels = row.assessment.goal, levels_of(row)
    if goal is None or not levels or levels[-1].year >= goal.year:
        return []  # the period is over, or there is nothing to count from
    starts: list[tuple[TargetRow, Observation, bool]] = []
    for reading in readings(card.plan, card.values, row):
        base = next((one for one in levels_of(reading) if one.year == goal.baseline_year), None)
        newest = reading.series == row.series and base == levels[-1]
        starts += [(reading, base, newest)] if base is not None else []
    known = any(newest for _, _, newest in starts)
    return starts if known else [*starts, (row, levels[-1], True)]


def _requirement(
    level: TargetRow, growth: TargetRow, start: Observation, population: float, *, latest: bool
) -> Requirement | None:
    goal = level.assessment.goal
    bound = None if goal is None else goal.low if goal.low is not None else goal.high
    bounds = [
        float(one) / 100 for one in (growth.target.low, growth.target.high) if one is not None
    ]
    if goal is None or bound is None or not bounds:
        return None
    still = growth.assessment.required_from_now.low if latest else None
    try:
        nominal = compound_rate(start.value, bound, goal.year - start.year)
        return Requirement(
            level=level,
            growth=growth,
            start=start,
            latest=latest,
            nominal=nominal,
            asked=tuple((real, implied_deflator(nominal, real, population)) for real in bounds),
            needed=None if still is None else (still, implied_deflator(nominal, still, population)),
        )
    except RateUndefined:
        return None


def real_growth_needed(requirement: Requirement, deflator: float, population: float) -> float:
    """Return the real growth a year that the amount per person needs at prices of `deflator`."""
    return implied_real_growth(requirement.nominal, deflator, population)


def amount_reached(
    requirement: Requirement, real: float, deflator: float, population: float
) -> float:
    """Return the amount per person in the target year at this real growth and these prices."""
    yearly = implied_nominal_per_person(real, deflator, population)
    value: float = requirement.start.value * (1 + yearly) ** (
        requirement.level.target.year - requirement.start.year
    )
    return value
