"""Targets and figures in one line each, so that a test reads as the case it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from plantrack.method.assessment import assess_target
from plantrack.method.levels import Question
from plantrack.method.pace import CutOff
from plantrack.method.verdict import Assessment
from plantrack.model import (
    Direction,
    Figure,
    Form,
    Indicator,
    Measure,
    Milestone,
    Period,
    PriceBasis,
    Qualifier,
    Standing,
    Status,
    Target,
    Text,
    Use,
)

CUTOFFS = (
    CutOff(0.95, Standing.ON_TRACK),
    CutOff(0.60, Standing.BEHIND),
    CutOff(0.0, Standing.FAR_BEHIND),
    CutOff(None, Standing.MOVING_AWAY),
)
_UPWARD = (Form.AT_LEAST, Form.RANGE_MORE, Form.PATH, Form.CUMULATIVE, Form.BETWEEN)
_NO_TEXT = Text("", "")

Number = str | int | float | Decimal


def exact(value: Number | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def period(years: int | str | Period) -> Period:
    """2023, "2021-2025", "2024H1" (a half year) or any period."""
    if isinstance(years, Period):
        return years
    if isinstance(years, int):
        return Period.of_year(years)
    if years.endswith("H1"):
        year = int(years[:4])
        return Period(date(year, 1, 1), date(year, 6, 30))
    first, _, last = years.partition("-")
    return Period.of_years(int(first), int(last or first))


def figure(
    years: int | str | Period,
    value: Number,
    status: Status = Status.OFFICIAL,
    qualifier: Qualifier = Qualifier.EXACT,
    *,
    use: Use = Use.FIGURE,
    decimals: int | None = None,
) -> Figure:
    return Figure(
        series="series",
        geography="province",
        period=period(years),
        value=Decimal(str(value)),
        decimals=decimals,
        status=status,
        qualifier=qualifier,
        use=use,
        origin="yearbook",
        locator="table 1",
        note=_NO_TEXT,
    )


def figures(by_period: Mapping[int | str, Number]) -> tuple[Figure, ...]:
    """Official, exact figures: {2023: 57.83, "2021-2022": 6.95}."""
    return tuple(figure(years, value) for years, value in by_period.items())


def asked(
    form: Form = Form.AT_LEAST,
    *,
    low: Number | None = None,
    high: Number | None = None,
    since: int = 2023,
    by: int | str = 2030,
    measure: Measure = Measure.POINTS,
    direction: Direction | None = None,
    floor: Number | None = None,
    ceiling: Number | None = None,
    decimals: int = 2,
    milestones: Mapping[int, Number] | None = None,
    breaks: Sequence[int] = (),
    k: int | None = None,
) -> Question:
    """What a target asks: `by` is its year or its span, `since` its baseline year."""
    if direction is None:
        direction = Direction.MORE if form in _UPWARD else Direction.LESS
    upward = direction is Direction.MORE
    target = Target(
        id="target",
        target_set="plan",
        indicator="indicator",
        geography="province",
        form=form,
        low=exact(low),
        high=exact(high),
        direction=direction,
        period=period(by),
        baseline_year=since,
        qualifier=Qualifier.EXACT,
        price_basis=PriceBasis.NONE,
        peer_set=None,
        k=k,
        origin="decision",
        note=_NO_TEXT,
    )
    indicator = Indicator(
        id="indicator",
        name=_NO_TEXT,
        unit="unit",
        decimals=decimals,
        price_basis=PriceBasis.NONE,
        measure=measure,
        floor=exact(floor),
        ceiling=exact(ceiling),
        theme="theme",
        parent=None,
    )
    dated = tuple(
        Milestone("target", year, exact(v) if upward else None, None if upward else exact(v))
        for year, v in (milestones or {}).items()
    )
    return Question(target, indicator, dated, tuple(breaks), CUTOFFS)


def assessed(
    question: Question, by_period: Mapping[int | str, Number] | Sequence[Figure]
) -> Assessment:
    """Assess on official figures given by year, or on figures as they are."""
    given = figures(by_period) if isinstance(by_period, Mapping) else by_period
    return assess_target(question, given)


def corridor(low: Number = 12, high: Number = 13, since: int = 2024, **more: Any) -> Question:
    """The corridor of a share, 12 to 13 in 2030 unless said otherwise."""
    return asked(Form.BETWEEN, low=low, high=high, since=since, **more)


def average_growth(
    low: Number = 8, high: Number | None = 9, by: int | str = "2021-2030", **more: Any
) -> Question:
    """Average growth over a period, 8 to 9 % over 2021 to 2030 unless said otherwise."""
    first = period(by).start.year
    return asked(
        Form.RANGE_MORE,
        low=low,
        high=high,
        since=first - 1,
        by=by,
        measure=Measure.AVERAGE_GROWTH,
        **more,
    )
