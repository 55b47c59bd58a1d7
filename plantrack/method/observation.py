"""From stored figures to what a standing is computed on: yearly levels of one segment."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plantrack.method.rates import RateUndefined, Undefined
from plantrack.model import Figure, Qualifier, Status, Use

# From the weakest to the firmest word a publisher gives a figure.
_FIRMNESS = (
    Status.PROJECTION,
    Status.ESTIMATE,
    Status.PRELIMINARY,
    Status.NOT_STATED,
    Status.OFFICIAL,
)


@dataclass(frozen=True, slots=True)
class Observation:
    """A level in a year, with half a unit of its last printed decimal.

    `years` counts the yearly changes the figure brings (a span average brings several).
    """

    year: int
    value: float
    half_unit: float
    status: Status
    qualifier: Qualifier = Qualifier.EXACT
    years: int = 1

    @property
    def one_sided(self) -> bool:
        """Whether the origin gives only a bound ("over", "up to"): never part of a rate."""
        return self.qualifier in (Qualifier.OVER, Qualifier.UP_TO)


def weakest(statuses: Iterable[Status]) -> Status:
    """Return the weakest status among the inputs of a computed value.

    >>> weakest([Status.OFFICIAL, Status.ESTIMATE]).value
    'estimate'
    """
    return min(statuses, key=_FIRMNESS.index)


def half_unit(decimals: int) -> float:
    """Return half a unit of the last of `decimals` (-3: printed to the nearest thousand).

    >>> half_unit(2), half_unit(-3)
    (0.005, 500.0)
    """
    return float(f"5e{-(decimals + 1)}")


def may_be_graded(figure: Figure) -> bool:
    """Whether a figure may carry a standing: never context, never a projection."""
    return figure.use is Use.FIGURE and figure.status is not Status.PROJECTION


def yearly_observations(figures: Iterable[Figure], decimals: int) -> tuple[Observation, ...]:
    """Return the yearly levels among `figures` of one series and place, oldest first.

    `decimals` are the indicator's, used where a figure's origin prints no own.
    """
    yearly = (f for f in figures if may_be_graded(f) and f.period.year is not None)
    return tuple(
        Observation(
            year=figure.period.last_year,
            value=float(figure.value),
            half_unit=half_unit(decimals if figure.decimals is None else figure.decimals),
            status=figure.status,
            qualifier=figure.qualifier,
        )
        for figure in sorted(yearly, key=lambda f: f.period)
    )


def combined_qualifier(qualifiers: Iterable[Qualifier]) -> Qualifier:
    """Return what a sum or product of levels so qualified is; growing inputs let it grow.

    Raises `RateUndefined` where some are lower and some upper bounds: neither bounds the result.
    """
    found = set(qualifiers)
    if {Qualifier.OVER, Qualifier.UP_TO} <= found:
        raise RateUndefined(Undefined.ONE_SIDED)
    weakest_first = (Qualifier.OVER, Qualifier.UP_TO, Qualifier.ABOUT)
    return next((q for q in weakest_first if q in found), Qualifier.EXACT)


def newest_segment_start(
    observations: Sequence[Observation], segment_starts: Sequence[int]
) -> int | None:
    """Return the first year of the segment the newest observation lies in; None = never cut."""
    if not observations:
        return None
    newest = max(observation.year for observation in observations)
    return max((start for start in segment_starts if start <= newest), default=None)


def no_change(first: Observation, second: Observation) -> bool:
    """Whether two levels differ by no more than the sum of their half units."""
    rounding = first.half_unit + second.half_unit
    difference = abs(second.value - first.value)
    # Subtracting floats leaves noise in the last place of the larger level.
    noise = 2 * math.ulp(max(abs(first.value), abs(second.value)))
    return difference <= rounding + noise
