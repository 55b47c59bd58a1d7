"""Stored figures and a target → levels and a goal in one unit (METHOD sections 3 and 5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from plantrack.method.average import (
    START_INDEX,
    GrowthFigure,
    chained_index,
    covering,
    target_index,
)
from plantrack.method.goal import Goal, Passing
from plantrack.method.observation import (
    Observation,
    combined_qualifier,
    half_unit,
    may_be_graded,
    weakest,
    yearly_observations,
)
from plantrack.method.pace import CutOff
from plantrack.method.rates import RateUndefined, Undefined, finite
from plantrack.model import (
    Figure,
    Form,
    Indicator,
    Measure,
    Milestone,
    Qualifier,
    Status,
    Target,
)

# What these ask of each year, or in sum, has no meaning for an average over the years.
_NO_AVERAGE = (Form.HOLD, Form.CHANGE_PER_YEAR, Form.CUMULATIVE)


@dataclass(frozen=True, slots=True)
class Question:
    """A target with everything of the plan that its assessment depends on."""

    target: Target
    indicator: Indicator
    milestones: Sequence[Milestone]
    segment_starts: Sequence[int]
    cutoffs: Sequence[CutOff]

    @property
    def chained(self) -> bool:
        """Whether the years of the period are linked, so that every one of them is needed."""
        return (
            self.indicator.measure is Measure.AVERAGE_GROWTH or self.target.form is Form.CUMULATIVE
        )


def levels(question: Question, figures: Sequence[Figure]) -> tuple[Goal, tuple[Observation, ...]]:
    """Return the goal and the levels it is judged on, both in one unit.

    A period average becomes the chained index, a cumulated target the sum so far. Raises
    `RateUndefined` where no level follows: growth of -100 % or less, "over" beside "up to", or a
    form that says nothing about an average.
    """
    target, indicator = question.target, question.indicator
    goal = Goal(
        form=target.form,
        measure=indicator.measure,
        low=_float(target.low),
        high=_float(target.high),
        direction=target.direction,
        baseline_year=target.baseline_year,
        year=target.year,
        floor=_float(indicator.floor),
        ceiling=_float(indicator.ceiling),
        milestones=tuple(
            Passing(m.year, _float(m.low), _float(m.high)) for m in question.milestones
        ),
    )
    if indicator.measure is Measure.AVERAGE_GROWTH:
        return _on_index(goal, target, figures, indicator.decimals)
    if target.form is Form.CUMULATIVE:
        return _so_far(goal, target, figures, indicator.decimals)
    return goal, yearly_observations(figures, indicator.decimals)


def first_gap(
    target: Target, observations: Sequence[Observation], figures: Sequence[Figure]
) -> int | None:
    """Return the first year of the period that lacks a figure though a later one exists."""
    reached = observations[-1].year if observations else target.period.start.year - 1
    if reached >= target.year or newest_year(figures) <= reached:
        return None
    return reached + 1


def newest_year(figures: Sequence[Figure]) -> int:
    """The last year any gradable whole-year figure covers; 0 without one."""
    gradable = (f for f in figures if may_be_graded(f) and f.period.years)
    return max((f.period.last_year for f in gradable), default=0)


def _on_index(
    goal: Goal, target: Target, figures: Sequence[Figure], decimals: int
) -> tuple[Goal, tuple[Observation, ...]]:
    start = target.period.start.year
    if target.form in _NO_AVERAGE:
        raise RateUndefined(Undefined.NO_PACE)
    goal = _goal_on_index(goal, start)
    chain, by_span = _chain(figures, start, target.year)
    index = chained_index(chain)
    observations = [_index_base(start - 1)] if index else []
    relative = 0.0
    statuses: list[Status] = []
    qualifiers: list[Qualifier] = []
    for growth, (year, level) in zip(chain, index[1:], strict=True):
        figure = by_span[growth.first, growth.last]
        # The rounding of each growth figure adds up along the chain, relative to the level.
        unit = half_unit(decimals if figure.decimals is None else figure.decimals) / 100
        relative += growth.years * unit / (1 + growth.growth)
        statuses.append(figure.status)
        qualifiers.append(figure.qualifier)
        observations.append(
            Observation(
                year=year,
                value=level,
                half_unit=finite(level * relative),
                status=weakest(statuses),
                qualifier=combined_qualifier(qualifiers),
                years=growth.years,
            )
        )
    return goal, tuple(observations)


def _goal_on_index(goal: Goal, start: int) -> Goal:
    """The index each average leads to, from 100 in the year before `start`."""

    def index(average: float | None, year: int) -> float | None:
        return None if average is None else target_index(average / 100, year - start + 1)

    return replace(
        goal,
        low=index(goal.low, goal.year),
        high=index(goal.high, goal.year),
        baseline_year=start - 1,
        floor=0.0,
        ceiling=None,
        milestones=tuple(
            Passing(m.year, index(m.low, m.year), index(m.high, m.year)) for m in goal.milestones
        ),
    )


def _index_base(year: int) -> Observation:
    """The start of a chained index: 100 by definition, so nothing about it is estimated."""
    return Observation(year, START_INDEX, 0.0, Status.OFFICIAL)


def _chain(
    figures: Sequence[Figure], first_year: int, last_year: int
) -> tuple[tuple[GrowthFigure, ...], Mapping[tuple[int, int], Figure]]:
    """The growth figures that cover the period from its first year, and the figure behind each."""
    spans = {
        (f.period.start.year, f.period.last_year): f
        for f in figures
        if may_be_graded(f) and f.period.years and f.period.last_year <= last_year
    }
    growth = [
        GrowthFigure(first, last, float(figure.value) / 100)
        for (first, last), figure in spans.items()
    ]
    return covering(growth, first_year), spans


def _so_far(
    goal: Goal, target: Target, figures: Sequence[Figure], decimals: int
) -> tuple[Goal, tuple[Observation, ...]]:
    """The sum so far, from 0 in the year before the period; it stops at a missing year."""
    start = target.period.start.year
    chain, by_span = _chain(figures, start, target.year)
    goal = replace(goal, measure=Measure.POINTS, baseline_year=start - 1, floor=None, ceiling=None)
    if not chain:
        return goal, ()
    observations = [Observation(start - 1, 0.0, 0.0, Status.OFFICIAL)]
    statuses: list[Status] = []
    qualifiers: list[Qualifier] = []
    for span in chain:
        figure = by_span[span.first, span.last]
        statuses.append(figure.status)
        qualifiers.append(figure.qualifier)
        unit = half_unit(decimals if figure.decimals is None else figure.decimals)
        observations.append(
            Observation(
                year=span.last,
                value=finite(observations[-1].value + float(figure.value)),
                half_unit=observations[-1].half_unit + unit,
                status=weakest(statuses),
                qualifier=combined_qualifier(qualifiers),
                years=span.years,
            )
        )
    return goal, tuple(observations)


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
