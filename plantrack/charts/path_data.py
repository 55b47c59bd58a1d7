"""What a path chart draws: figures as reported, the planned path, where the pace leads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plantrack.model import Figure, Form, Status, Use
from plantrack.scorecard import TargetRow, telling
from plantrack.scorecard.paths import (
    Bound,
    Observation,
    Path,
    levels_of,
    planned_path,
    projected_path,
)
from plantrack.words import Say


@dataclass(frozen=True, slots=True)
class Aim:
    """What is asked for a year; one of the bounds may be missing."""

    year: int
    low: float | None
    high: float | None

    @property
    def values(self) -> tuple[float, ...]:
        return tuple(value for value in (self.low, self.high) if value is not None)


@dataclass(frozen=True, slots=True)
class Cut:
    """A break before `year`: nothing joins the figures on both sides."""

    year: int
    reason: str


@dataclass(frozen=True, slots=True)
class PathData:
    """Levels in the unit of the row (index points for a period average)."""

    row: TargetRow
    segments: tuple[tuple[Observation, ...], ...]
    spans: tuple[Figure, ...]
    foreseen: tuple[Figure, ...]
    cuts: tuple[Cut, ...]
    aims: tuple[Aim, ...]
    planned: Path
    range: tuple[Path, Path] | None
    projected: Path

    @property
    def observations(self) -> tuple[Observation, ...]:
        return tuple(one for segment in self.segments for one in segment)

    @property
    def figures(self) -> tuple[Observation, ...]:
        """The observations that are figures: the start of an index or a sum is none."""
        made = 1 if _chained(self.row) else 0
        return self.observations[made:]

    @property
    def first_year(self) -> int:
        return min(self._years())

    @property
    def last_year(self) -> int:
        return max(self._years())

    @property
    def values(self) -> tuple[float, ...]:
        """Every level drawn, so that the vertical scale holds them all."""
        paths = (self.planned, self.projected, *(self.range or ()))
        due = self.row.assessment.due
        return (
            *(one.value for one in self.observations),
            *(float(figure.value) for figure in (*self.spans, *self.foreseen)),
            *(value for aim in self.aims for value in aim.values),
            *(point.value for path in paths for point in path),
            *((due.value,) if due is not None else ()),
        )

    def _years(self) -> Iterator[int]:
        yield from (aim.year for aim in self.aims)
        yield from (one.year for one in self.observations)
        yield from (year for span in self.spans for year in span.period.years)
        yield from (figure.period.last_year for figure in self.foreseen)
        baseline = self.row.assessment.baseline
        if baseline is not None:
            yield baseline.year
        elif not self.aims:
            yield self.row.target.year


def path_data(row: TargetRow, say: Say) -> PathData:
    """Return what is drawn of a row. Raises ValueError for a place among peers: it has no path."""
    if row.assessment.rank is not None or row.target.form is Form.TOP:
        raise ValueError(f"{row.target.id} is a place among peers and has no path")
    levels = levels_of(row)
    cuts = _cuts(row, levels, say)
    verdict = row.assessment
    both = (planned_path(verdict, Bound.LOW), planned_path(verdict, Bound.HIGH))
    ranged = row.target.form in (Form.RANGE_MORE, Form.RANGE_LESS, Form.CHANGE_PER_YEAR)
    held = row.target.form is Form.HOLD or verdict.deciding is None
    return PathData(
        row=row,
        segments=_segments(levels, [cut.year for cut in cuts]),
        spans=() if _chained(row) else _spans(row.figures),
        foreseen=() if _chained(row) else _foreseen(row.figures),
        cuts=cuts,
        aims=_aims(row),
        planned=() if held else planned_path(verdict, verdict.deciding or Bound.LOW),
        range=both if ranged and all(both) else None,
        projected=projected_path(verdict),
    )


def _chained(row: TargetRow) -> bool:
    """Whether levels are linked year by year, so that single figures do not lie among them."""
    return telling.averaged(row) or row.target.form is Form.CUMULATIVE


def _cuts(row: TargetRow, levels: Sequence[Observation], say: Say) -> tuple[Cut, ...]:
    if row.series is None or not levels:
        return ()
    found = []
    for start in row.plan.segment_starts(row.series.id):
        cut = row.plan.break_at(row.series.id, start)
        if cut is not None and levels[0].year < start <= levels[-1].year:
            found.append(Cut(start, say.text(cut.reason)))
    return tuple(found)


def _segments(
    levels: Sequence[Observation], starts: Sequence[int]
) -> tuple[tuple[Observation, ...], ...]:
    edges = [*starts, 10**6]
    segments, rest = [], list(levels)
    for edge in edges:
        segments.append(tuple(one for one in rest if one.year < edge))
        rest = [one for one in rest if one.year >= edge]
    return tuple(segment for segment in segments if segment)


def _spans(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Averages over several whole years: never a point on a yearly line."""
    return tuple(f for f in figures if f.use is Use.FIGURE and len(f.period.years) > 1)


def _foreseen(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    return tuple(
        f
        for f in figures
        if f.use is not Use.REJECT and f.status is Status.PROJECTION and f.period.year is not None
    )


def _aims(row: TargetRow) -> tuple[Aim, ...]:
    """The target in its year; every milestone of a path."""
    goal = row.assessment.goal
    if goal is None:
        return ()
    if row.target.form is Form.PATH:
        return tuple(Aim(stone.year, stone.low, stone.high) for stone in goal.milestones)
    return (Aim(goal.year, goal.low, goal.high),)
