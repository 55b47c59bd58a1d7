"""Growth year by year and shares of a whole as columns, for an office program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plantrack.charts.composition import cut_before
from plantrack.charts.growth_figures import shown_figures
from plantrack.charts.native import Kind, Native, Role, Series, over_years, round_ticks
from plantrack.charts.values import noted, short, years_of
from plantrack.model import Figure
from plantrack.scorecard import TargetRow, telling
from plantrack.scorecard.structure import Structure, YearMix
from plantrack.words import Say, capitalised


def native_growth(row: TargetRow, say: Say) -> Native:
    """Return yearly growth as columns, with the average asked and the average so far as lines.

    A figure over several years is a line over them: a column a year would be a figure a year.
    Raises ValueError where there is no growth figure.
    """
    figures = shown_figures(row)
    if not figures:
        raise ValueError(f"{row.target.id} has no growth figure to draw")
    target = row.target
    first = min(*(f.period.start.year for f in figures), target.period.start.year)
    years = range(first, max(target.year, *(f.period.last_year for f in figures)) + 1)
    series = tuple(_growth(row, figures, years, say))
    values = [value for one in series for value in one.values if value is not None]
    return Native(
        kind=Kind.COLUMNS,
        categories=tuple(str(year) for year in years),
        series=series,
        unit=say("% a year"),
        decimals=row.indicator.decimals,
        ticks=round_ticks(min(0.0, *values), max(0.0, *values)),
    )


def _growth(row: TargetRow, figures: Sequence[Figure], years: range, say: Say) -> Iterator[Series]:
    yearly = {f.period.year: f for f in figures if f.period.year is not None}
    yield over_years(
        say("Growth"),
        Role.FIGURE,
        {year: float(f.value) for year, f in yearly.items()},
        years,
        labels={
            year: say.number(float(f.value), row.indicator.decimals) for year, f in yearly.items()
        },
        statuses={year: f.status for year, f in yearly.items()},
    )
    for span in (f for f in figures if f.period.year is None):
        value = short(row, float(span.value), say)
        name = say("average of {years}: {value}", years=years_of(span.period), value=value)
        values = dict.fromkeys(span.period.years, float(span.value))
        yield over_years(capitalised(name), Role.AVERAGE, values, years)
    yield from _asked(row, years, say)
    verdict = row.assessment
    if verdict.observed is not None and verdict.latest is not None and verdict.baseline is not None:
        over = range(verdict.baseline.year + 1, verdict.latest.year + 1)
        told = telling.latest_value(row, say)
        name = capitalised(say("{name}: {value}", name=say("average so far"), value=told))
        yield over_years(name, Role.SO_FAR, dict.fromkeys(over, verdict.observed * 100), years)


def _asked(row: TargetRow, years: range, say: Say) -> Iterator[Series]:
    target = row.target
    stated = [float(bound) for bound in (target.low, target.high) if bound is not None]
    name = capitalised(say("target for the average of the period"))
    for place, bound in enumerate(dict.fromkeys(stated)):
        told = say("target {value}", value=telling.bounds(row, say))
        yield over_years(
            name if place == 0 else say("Target, upper bound"),
            Role.BOUND,
            dict.fromkeys(range(target.period.start.year, target.year + 1), bound),
            years,
            labels={} if place else {target.year: told},
        )


def native_composition(structure: Structure, say: Say) -> Native:
    """Return the parts of every year whose parts are all known, stacked to the whole."""
    mixes = structure.years
    cuts = [(mix.year, cut_before(structure, mix.year)) for mix in mixes[1:]]
    return Native(
        kind=Kind.STACKED,
        categories=tuple(_year(mix, say) for mix in mixes),
        series=tuple(
            Series(
                capitalised(say.text(part.indicator.name)),
                Role.PART,
                tuple(float(mix.shares[part.indicator.id].value) for mix in mixes),
                labels={
                    place: say.number(
                        float(mix.shares[part.indicator.id].value), part.indicator.decimals
                    )
                    for place, mix in enumerate(mixes)
                },
                statuses={
                    place: mix.shares[part.indicator.id].status for place, mix in enumerate(mixes)
                },
            )
            for part in structure.parts
        ),
        unit="%",
        decimals=structure.whole.decimals,
        ticks=(0.0, 20.0, 40.0, 60.0, 80.0, 100.0),
        remarks=tuple(
            say("break before {year}: {reason}", year=year, reason=say.text(cut.reason))
            for year, cut in cuts
            if cut is not None
        ),
    )


def _year(mix: YearMix, say: Say) -> str:
    """The year, with the status all its shares have."""
    notes = {telling.status_note(share.status, say) for share in mix.shares.values()}
    return noted(str(mix.year), tuple(notes) if len(notes) == 1 else (), say)
