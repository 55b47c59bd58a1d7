"""How others grade the same figures: shown beside the standing, never instead of it.

Every method compares what happened with what the target asks, signs the comparison by the declared
direction, and sorts it by three cut-offs. The cut-offs are seed data; each method's own equation
and the way it treats a figure exactly on a cut-off are here. The German projection rule is in
`published_projection`; growth without a target and the Open SDG score in `published_growth`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from plantrack.method.rates import RateUndefined, Undefined, compound_rate, points_rate
from plantrack.model import Direction, Standing, Threshold


class Outcome(StrEnum):
    """What a published method says, best first, in the words of Open SDG.

    The others name the same bands: Eurostat significant / moderate / insufficient progress /
    moving away; SDG Index on track / moderately improving / stagnating / decreasing; United
    Nations substantial / fair / limited / deterioration; Germany sun / some cloud / cloud /
    thunderstorm.
    """

    TARGET_ACHIEVED = "target_achieved"
    SUBSTANTIAL = "substantial_progress"
    MODERATE = "moderate_progress"
    LIMITED = "limited_progress"
    DETERIORATION = "deterioration"

    @property
    def standing(self) -> Standing:
        """The standing this outcome is compared with when methods are set side by side."""
        return _STANDINGS[self]


_STANDINGS = {
    Outcome.TARGET_ACHIEVED: Standing.REACHED,
    Outcome.SUBSTANTIAL: Standing.ON_TRACK,
    Outcome.MODERATE: Standing.BEHIND,
    Outcome.LIMITED: Standing.FAR_BEHIND,
    Outcome.DETERIORATION: Standing.MOVING_AWAY,
}


@dataclass(frozen=True, slots=True)
class Cutoffs:
    """Where substantial, moderate and limited progress begin; below `limited` is deterioration."""

    substantial: float
    moderate: float
    limited: float

    def __post_init__(self) -> None:
        if not self.substantial >= self.moderate >= self.limited:
            raise ValueError(f"cut-offs must fall from substantial to limited: {self}")

    @classmethod
    def of(cls, thresholds: Iterable[Threshold]) -> Cutoffs:
        """Return the cut-offs of one method's thresholds; raises KeyError when one is missing."""
        begins = {t.standing: float(t.from_ratio) for t in thresholds if t.from_ratio is not None}
        return cls(begins[Standing.ON_TRACK], begins[Standing.BEHIND], begins[Standing.FAR_BEHIND])


@dataclass(frozen=True, slots=True)
class Course:
    """An indicator between its baseline and its target, in its own unit.

    `elapsed` and `span` are the years from the baseline to the latest figure and to the target.
    """

    baseline: float
    latest: float
    target: float
    elapsed: float
    span: float
    direction: Direction

    @property
    def achieved(self) -> bool:
        """Whether the latest figure meets the target; undefined before a second figure."""
        if self.elapsed <= 0:
            raise RateUndefined(Undefined.NO_PERIODS)
        return meets(self.latest, self.target, self.direction)


def meets(value: float, target: float, direction: Direction) -> bool:
    """Whether `value` is at the target or beyond it in the desired direction."""
    return value >= target if direction is Direction.MORE else value <= target


def desired(change: float, direction: Direction) -> float:
    """Return the change counted in the desired direction: below zero is the wrong way."""
    return change if direction is Direction.MORE else -change


def pace_ratio(observed: float, required: float, direction: Direction) -> float:
    """Return direction * observed / |required|, both paces a year in one measure.

    Two negative paces never divide to a green ratio: where the baseline was already beyond the
    target and the latest figure has fallen behind it, the ratio is below zero.

    >>> round(pace_ratio(-0.0189, -0.026, Direction.LESS), 2)
    0.73
    """
    if required == 0:
        raise RateUndefined(Undefined.NO_PACE)
    return desired(observed, direction) / abs(required)


def compound_ratio(course: Course) -> float:
    """Return the observed over the required compound rate.

    direction * ((latest / baseline) ** (1 / elapsed) - 1)
    / |(target / baseline) ** (1 / span) - 1|

    Eurostat family: Open SDG v2, Statistics Canada, the Basque statistics office
    (https://open-sdg.readthedocs.io/en/latest/progress-methodology/). They replace a zero by 0.001;
    here a zero is undefined, because the replacement alone can move the result by a band.

    >>> round(compound_ratio(Course(57.83, 70.95, 150, 2, 7, Direction.MORE)), 3)
    0.738
    """
    return pace_ratio(
        compound_rate(course.baseline, course.latest, course.elapsed),
        compound_rate(course.baseline, course.target, course.span),
        course.direction,
    )


def straight_line_ratio(course: Course) -> float:
    """Return the observed over the required change a year, in the indicator's unit.

    direction * ((latest - baseline) / elapsed) / |(target - baseline) / span|

    As commonly described for the SDG Index
    (https://dashboards.sdgindex.org/chapters/methodology), on levels instead of its scores.

    >>> round(straight_line_ratio(Course(57.83, 70.95, 150, 2, 7, Direction.MORE)), 3)
    0.498
    """
    return pace_ratio(
        points_rate(course.baseline, course.latest, course.elapsed),
        points_rate(course.baseline, course.target, course.span),
        course.direction,
    )


def from_cutoffs(value: float, cutoffs: Cutoffs) -> Outcome:
    """Return the band of `value`, a value on a cut-off belonging to the better band.

    >>> from_cutoffs(0.60, Cutoffs(0.95, 0.60, 0)).value
    'moderate_progress'
    """
    if value >= cutoffs.substantial:
        return Outcome.SUBSTANTIAL
    if value >= cutoffs.moderate:
        return Outcome.MODERATE
    return Outcome.LIMITED if value >= cutoffs.limited else Outcome.DETERIORATION


def above_cutoffs(value: float, cutoffs: Cutoffs) -> Outcome:
    """Return the band of `value`, a value on a cut-off belonging to the worse band.

    >>> above_cutoffs(0.50, Cutoffs(0.95, 0.50, -0.10)).value
    'limited_progress'
    """
    if value > cutoffs.substantial:
        return Outcome.SUBSTANTIAL
    if value > cutoffs.moderate:
        return Outcome.MODERATE
    return Outcome.LIMITED if value > cutoffs.limited else Outcome.DETERIORATION


def compound_outcome(course: Course, cutoffs: Cutoffs) -> Outcome:
    """Grade the compound ratio as the Eurostat family does.

    >>> course = Course(57.83, 70.95, 150, 2, 7, Direction.MORE)
    >>> compound_outcome(course, Cutoffs(0.95, 0.60, 0)).value
    'moderate_progress'
    """
    if course.achieved:
        return Outcome.TARGET_ACHIEVED
    return from_cutoffs(compound_ratio(course), cutoffs)


def straight_line_outcome(course: Course, cutoffs: Cutoffs) -> Outcome:
    """Grade the straight-line ratio in the bands commonly described for the SDG Index.

    >>> course = Course(57.83, 70.95, 150, 2, 7, Direction.MORE)
    >>> straight_line_outcome(course, Cutoffs(1.0, 0.5, 0)).value
    'limited_progress'
    """
    if course.achieved:
        return Outcome.TARGET_ACHIEVED
    return from_cutoffs(straight_line_ratio(course), cutoffs)


def progress_chart_outcome(course: Course, cutoffs: Cutoffs) -> Outcome:
    """Grade the compound ratio in the bands of the UN SDG Progress Chart 2022 (second-hand).

    Substantial, fair and limited progress lie strictly above their cut-offs.

    >>> course = Course(57.83, 70.95, 150, 2, 7, Direction.MORE)
    >>> progress_chart_outcome(course, Cutoffs(0.95, 0.50, -0.10)).value
    'moderate_progress'
    """
    if course.achieved:
        return Outcome.TARGET_ACHIEVED
    return above_cutoffs(compound_ratio(course), cutoffs)
