"""Which figures would make a target assessable, and of whom they are asked by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from plantrack.method.verdict import Reason
from plantrack.model import Form, Indicator, Measure, Qualifier, Standing
from plantrack.scorecard import TargetRow
from plantrack.scorecard.ranks import ranked_indicator
from plantrack.stewardship.notes import Stewardship


class Need(StrEnum):
    """What a figure is needed for."""

    BASELINE = "baseline"
    BASELINE_AS_REVISED = "baseline_as_revised"  # compiled like the figures since the revision
    SECOND_FIGURE = "second_figure"  # since the revision
    AFTER_BASELINE = "after_baseline"
    IN_PERIOD = "in_period"
    TARGET_YEAR = "target_year"
    EXACT = "exact"
    COMPARABLE = "comparable"  # across a break inside the period
    PEERS = "peers"
    SERIES = "series"  # no figure at all so far: this year and every later one


# What is asked for is more, or other, than the plain figure of a year.
_SPECIAL: Final = frozenset(
    {Need.SERIES, Need.PEERS, Need.COMPARABLE, Need.BASELINE_AS_REVISED, Need.EXACT}
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One figure asked for; `serves` are the targets that wait for it, each with its need.

    `looked_for` tells a figure searched for in vain from one that is only awaited; `revised` is
    the year a series was revised in; `due` the day stated for it.
    """

    indicator: Indicator
    year: int
    serves: tuple[tuple[TargetRow, Need], ...]
    looked_for: bool = False
    revised: int | None = None
    department: str = ""
    due: date | None = None

    @property
    def special(self) -> Need | None:
        """What makes this more than the plain figure of a year; None for that one."""
        need = self.serves[0][1]
        return need if need in _SPECIAL else None

    @property
    def onwards(self) -> bool:
        """Whether every later year is asked for as well."""
        return self.special in (Need.SERIES, Need.COMPARABLE)


def wanted_figures(
    rows: Iterable[TargetRow], stewards: Mapping[str, Stewardship]
) -> tuple[Wanted, ...]:
    """Return the figures that targets without a standing wait for, once for each department.

    Those looked for in vain come first, otherwise in the order of `rows`. A target of another
    place is never graded, and one without a stated value waits for no figure.
    """
    found: dict[object, Wanted] = {}
    for row in rows:
        if row.standing is not Standing.NOT_ASSESSED:
            continue
        steward = stewards.get(row.target.id, Stewardship(row.target.id))
        for one in _wanted(row):
            stated = steward.due is not None and steward.due.year == one.year
            asked = replace(
                one,
                department=steward.department,
                due=steward.due.on if steward.due is not None and stated else None,
            )
            year = None if one.special is Need.SERIES else one.year
            key = (one.indicator.id, year, one.special, steward.department)
            found[key] = _together(found[key], asked) if key in found else asked
    return tuple(sorted(found.values(), key=lambda one: not one.looked_for))


def _together(one: Wanted, other: Wanted) -> Wanted:
    days = [day for day in (one.due, other.due) if day is not None]
    return replace(
        one,
        year=min(one.year, other.year),
        serves=(*one.serves, *other.serves),
        looked_for=one.looked_for or other.looked_for,
        due=min(days, default=None),
    )


def _wanted(row: TargetRow) -> Iterator[Wanted]:
    verdict, own = row.assessment, row.indicator
    year = verdict.missing_year
    match verdict.reason:
        case Reason.NO_SERIES | Reason.NO_FIGURES:
            yield Wanted(own, _first_year(row), ((row, Need.SERIES),))
        case Reason.BASELINE_MISSING if year is not None:
            yield Wanted(own, year, ((row, Need.BASELINE),), year in _looked_for(row))
            if not any(figure.period.last_year > year for figure in row.figures):
                yield Wanted(own, year + 1, ((row, Need.AFTER_BASELINE),))
        case Reason.AWAITS_SECOND_FIGURE if year is not None:
            yield from _since_revision(row, year)
        case Reason.NOT_AFTER_BASELINE if year is not None:
            yield Wanted(own, year, ((row, Need.AFTER_BASELINE),), year in _looked_for(row))
        case Reason.YEAR_MISSING if year is not None:
            for missing in _missing_in_period(row, year):
                yield Wanted(own, missing, ((row, Need.IN_PERIOD),), missing in _looked_for(row))
            for inexact in _one_sided(row):
                yield Wanted(own, inexact, ((row, Need.EXACT),))
        case Reason.TARGET_YEAR_MISSING if year is not None:
            yield Wanted(own, year, ((row, Need.TARGET_YEAR),), year in _looked_for(row))
        case Reason.ONE_SIDED if year is not None:
            yield Wanted(own, year, ((row, Need.EXACT),))
        case Reason.PEERS_MISSING if year is not None:
            ranked = row.plan.indicators[ranked_indicator(row.plan, own.id) or own.id]
            yield Wanted(ranked, year, ((row, Need.PEERS),))
        case Reason.BREAK_IN_PERIOD:
            start = row.target.period.start.year
            cuts = [cut for cut in row.segment_starts if cut > start]
            yield Wanted(own, start, ((row, Need.COMPARABLE),), revised=min(cuts, default=None))
        case _:
            return


def _since_revision(row: TargetRow, year: int) -> Iterator[Wanted]:
    """The next figure, or the declared baseline compiled the way the newest figures are."""
    baseline, revised = row.target.baseline_year, row.assessment.baseline
    since = None if revised is None else revised.year
    if baseline in _looked_for(row):
        serves = ((row, Need.BASELINE_AS_REVISED),)
        yield Wanted(row.indicator, baseline, serves, looked_for=True, revised=since)
    yield Wanted(row.indicator, year, ((row, Need.SECOND_FIGURE),), revised=since)


def _first_year(row: TargetRow) -> int:
    """A sum or an average starts in the first year of its period, a level at its baseline."""
    linked = row.target.form is Form.CUMULATIVE or row.indicator.measure is Measure.AVERAGE_GROWTH
    return row.target.period.start.year if linked else row.target.baseline_year


def _looked_for(row: TargetRow) -> frozenset[int]:
    return frozenset(one.period.year for one in row.missing if one.period.year is not None)


def _missing_in_period(row: TargetRow, first: int) -> list[int]:
    inside = {year for year in _looked_for(row) if first <= year <= row.target.year}
    return sorted({first, *inside})


def _one_sided(row: TargetRow) -> list[int]:
    """Years of the period given only as "over" or "up to", which no sum or average takes."""
    period = row.target.period
    return sorted(
        figure.period.last_year
        for figure in row.figures
        if figure.qualifier in (Qualifier.OVER, Qualifier.UP_TO)
        and period.start.year <= figure.period.last_year <= period.last_year
    )
