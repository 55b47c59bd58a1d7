"""The path of a target as lines over years, for an office program."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.charts.axes import scale_title
from plantrack.charts.look import WIDE
from plantrack.charts.native import Kind, Native, Role, Series, over_years, round_ticks
from plantrack.charts.path_data import PathData, path_data
from plantrack.charts.path_ends import aim_words, level_written
from plantrack.charts.path_frame import year_frame
from plantrack.charts.path_labels import axis_title
from plantrack.charts.scales import decimals_of
from plantrack.charts.values import noted, short, years_of
from plantrack.model import Form
from plantrack.scorecard import TargetRow, telling
from plantrack.scorecard.paths import Path
from plantrack.words import Say, capitalised


def native_path(row: TargetRow, say: Say) -> Native:
    """Return what the path chart draws, one series a line. Raises as the path chart does."""
    data = path_data(row, say)
    if not data.values:
        raise ValueError(f"{row.target.id} has neither figures nor a target value to draw")
    years = range(data.first_year, data.last_year + 1)
    frame = year_frame(
        data.first_year,
        data.last_year,
        data.values,
        WIDE,
        strip=0,
        right=0,
        margin=not telling.averaged(row),
    )
    counted = round_ticks(frame.low, frame.high)
    return Native(
        kind=Kind.LINES,
        categories=tuple(str(year) for year in years),
        series=tuple(_series(data, years, say)),
        unit=scale_title(
            axis_title(row, say), counted[0], frame.high, decimals_of(list(counted)), say
        ),
        decimals=1 if telling.averaged(row) else row.indicator.decimals,
        ticks=counted,
        remarks=tuple(
            say("break before {year}: {reason}", year=cut.year, reason=cut.reason)
            for cut in data.cuts
        ),
    )


def _scale(row: TargetRow, counted: tuple[float, ...], high: float, say: Say) -> str:
    decimals = decimals_of(list(counted))
    return scale_title(axis_title(row, say), counted[0], high, decimals, say)


def _series(data: PathData, years: range, say: Say) -> Iterator[Series]:
    yield from _figures(data, years, say)
    yield from _averages(data, years, say)
    yield from _ways(data, years, say)
    yield from _aims(data, years, say)
    due, latest = data.row.assessment.due, data.row.assessment.latest
    if due is not None and latest is not None:
        told = say("due {value}", value=level_written(data.row, due.value, say))
        name = say("Due by then")
        yield over_years(
            name, Role.DUE, {latest.year: due.value}, years, labels={latest.year: told}
        )


def _figures(data: PathData, years: range, say: Say) -> Iterator[Series]:
    """One series a segment: an office program would join the figures on both sides of a break."""
    labels, known = _labels(data, say), {one.year for one in data.figures}
    for place, segment in enumerate(data.segments):
        name = say("Figure")
        if place:
            name = say("Figure from {year}", year=segment[0].year)
        within = {one.year for one in segment}
        yield over_years(
            name,
            Role.FIGURE,
            {one.year: one.value for one in segment},
            years,
            labels={year: told for year, told in labels.items() if year in within},
            statuses={one.year: one.status for one in segment if one.year in known},
        )


def _labels(data: PathData, say: Say) -> dict[int, str]:
    """The baseline and the latest figure, as beside the drawing's."""
    row, verdict, found = data.row, data.row.assessment, {}
    if verdict.baseline is not None and not telling.averaged(row):
        told = short(row, verdict.baseline.value, say)
        found[verdict.baseline.year] = noted(told, (say("baseline"),), say)
    if verdict.latest is not None:
        notes = (str(verdict.latest.year), telling.status_note(verdict.latest.status, say))
        value = level_written(row, verdict.latest.value, say)
        found[verdict.latest.year] = noted(value, notes, say)
    return found


def _averages(data: PathData, years: range, say: Say) -> Iterator[Series]:
    for span in data.spans:
        value = short(data.row, float(span.value), say)
        name = say("average of {years}: {value}", years=years_of(span.period), value=value)
        values = dict.fromkeys(span.period.years, float(span.value))
        yield over_years(capitalised(name), Role.AVERAGE, values, years)
    if data.foreseen:
        told = {one.period.last_year: float(one.value) for one in data.foreseen}
        yield over_years(say("Foreseen"), Role.FORESEEN, told, years)


def _ways(data: PathData, years: range, say: Say) -> Iterator[Series]:
    """What was planned, for a range to both of its bounds, and where the pace leads."""
    if data.range is not None:
        names = say("Planned path"), say("Planned path, upper bound")
        for name, path in zip(names, data.range, strict=True):
            yield over_years(name, Role.PLANNED, _levels(path), years)
    elif data.planned:
        yield over_years(say("Planned path"), Role.PLANNED, _levels(data.planned), years)
    if data.projected:
        end = data.projected[-1]
        value = level_written(data.row, end.value, say)
        told = {end.year: say("at the observed pace: {value}", value=value)}
        name = say("At the observed pace")
        yield over_years(name, Role.PACE, _levels(data.projected), years, labels=told)


def _levels(path: Path) -> dict[int, float]:
    return {point.year: point.value for point in path}


def _aims(data: PathData, years: range, say: Say) -> Iterator[Series]:
    """The target in its year; a range held in every year, and a level to hold, as lines."""
    row, form = data.row, data.row.target.form
    lines = form in (Form.BETWEEN, Form.HOLD)
    start = row.target.baseline_year if form is Form.HOLD else data.first_year
    told = {aim.year: dict(aim_words(row, aim, WIDE, say)) for aim in data.aims}
    middle = form is Form.BETWEEN  # one label in the middle of both bounds
    for bound, name in (("low", say("Target, lower bound")), ("high", say("Target, upper bound"))):
        values: dict[int, float] = {}
        labels: dict[int, str] = {}
        for aim in data.aims:
            level = aim.low if bound == "low" else aim.high
            if level is None:
                continue
            first = start if lines else aim.year
            values |= dict.fromkeys(range(first, aim.year + 1), level)
            words = told[aim.year].get(level)
            if middle:
                words = next(iter(told[aim.year].values())) if bound == "high" else None
            if words:
                labels[aim.year] = words
        if values:
            single = not any(aim.low is not None and aim.high is not None for aim in data.aims)
            shown = say("Target") if single else name
            role = Role.BOUND if lines else Role.AIM
            yield over_years(shown, role, values, years, labels=labels)
