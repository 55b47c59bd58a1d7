"""A chart as an office program draws it: its categories, its series and the words beside them.

Made from the same values as the drawing, so that whoever edits a slide finds the same numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from math import ceil, floor

from plantrack.charts.scales import decimals_of, ticks
from plantrack.charts.tables import TableRow
from plantrack.model import Standing, Status

_TICKS = 5  # on a slide the words are large


class Kind(StrEnum):
    """Lines and columns stand over years; bars lie in a table, one row a category."""

    LINES = "lines"
    COLUMNS = "columns"
    STACKED = "stacked columns"
    BARS = "bars"
    WORDS = "words"  # a table: what it holds has no length to draw


class Role(StrEnum):
    """What a series is, which decides how it is drawn."""

    FIGURE = "figure"
    EARLIER = "earlier"  # of a structure before a break
    AVERAGE = "average"  # one figure over several years
    FORESEEN = "foreseen"
    PLANNED = "planned"
    BOUND = "bound"  # of a range, or a level to hold
    PACE = "pace"  # where the observed pace leads
    AIM = "aim"
    DUE = "due"
    REQUIRED = "required"
    NEEDED = "needed"  # required from now
    SO_FAR = "so far"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Series:
    """One value for each category, None where there is none.

    `labels` are written beside a value and `statuses` say how settled it is, both by place.
    `heading` is the column of cells that holds the same values, where the name is another.
    """

    name: str
    role: Role
    values: tuple[float | None, ...]
    labels: Mapping[int, str] = field(default_factory=dict)
    statuses: Mapping[int, Status] = field(default_factory=dict)
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Native:
    """A chart and what stands beside it.

    `unit` names the scale, `ticks` are its round values from end to end, `decimals` those of the
    values. Of bars `before` and `after` are the cells left and right of each, by heading, and
    `standings` end the row; a heading that is a series' name is the key of its bars. `subject` is
    the row that stands out, -1 where it lies in another part, `above` how many rows lie above a
    line. `remarks` must be read with it.
    """

    kind: Kind
    categories: tuple[str, ...]
    series: tuple[Series, ...] = ()
    unit: str = ""
    decimals: int = 0
    ticks: tuple[float, ...] = (0.0, 1.0)
    remarks: tuple[str, ...] = ()
    before: tuple[TableRow, ...] = ()
    after: tuple[TableRow, ...] = ()
    standings: tuple[Standing, ...] = ()
    subject: int | None = None
    above: int | None = None

    def part(self, start: int, stop: int) -> Native:
        """Return the categories from `start` up to `stop`, on the same scale."""
        subject, above = self.subject, self.above
        if subject is not None:
            subject = subject - start if start <= subject < stop else -1
        if above is not None:
            above = above - start if start < above <= stop else None
        return replace(
            self,
            categories=self.categories[start:stop],
            series=tuple(_part(one, start, stop) for one in self.series),
            before=self.before[start:stop],
            after=self.after[start:stop],
            standings=self.standings[start:stop],
            subject=subject,
            above=above,
        )


def _part(series: Series, start: int, stop: int) -> Series:
    return replace(
        series,
        values=series.values[start:stop],
        labels={at - start: one for at, one in series.labels.items() if start <= at < stop},
        statuses={at - start: one for at, one in series.statuses.items() if start <= at < stop},
    )


def round_ticks(low: float, high: float) -> tuple[float, ...]:
    """Return the ticks of a slide, whole numbers wherever the span has more than one.

    An office program writes decimals with the marks of its machine, whatever the language.

    >>> round_ticks(55.6, 57.4)
    (55.0, 56.0, 57.0, 58.0)
    """
    found = ticks(low, high, _TICKS)
    if decimals_of(found) and high - low > 1:
        found = [float(one) for one in range(floor(low), ceil(high) + 1)]
    return tuple(found)


def over_years(
    name: str,
    role: Role,
    values: Mapping[int, float],
    years: range,
    *,
    labels: Mapping[int, str] | None = None,
    statuses: Mapping[int, Status] | None = None,
) -> Series:
    """Return a series with a place for each year; everything is given by year."""
    return Series(
        name=name,
        role=role,
        values=tuple(values.get(year) for year in years),
        labels={year - years.start: one for year, one in (labels or {}).items()},
        statuses={year - years.start: one for year, one in (statuses or {}).items()},
    )
