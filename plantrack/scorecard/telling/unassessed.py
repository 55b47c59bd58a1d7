"""Why a target cannot be assessed yet, and what the figures say all the same."""

from __future__ import annotations

from typing import Final

from plantrack.method.rates import Undefined
from plantrack.method.verdict import Reason
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.aims import away, latest
from plantrack.scorecard.telling.bounds import bounds
from plantrack.scorecard.telling.values import subject
from plantrack.words import Say, mark

UNDEFINED: Final = {
    Undefined.NOT_ABOVE_ZERO: mark(
        "a rate of growth needs levels above zero; the indicator must be measured in points"
    ),
    Undefined.NO_PERIODS: mark("no year lies between the figures"),
    Undefined.NOT_FINITE: mark("the rate is beyond every number"),
    Undefined.PERIOD_OVER: mark("the period is over"),
    Undefined.NO_PACE: mark("there is no pace to compare with"),
    Undefined.ONE_SIDED: mark("a figure given only as “over” or “up to” never enters a rate"),
}


def unassessed(row: TargetRow, say: Say) -> str:
    """Return the finding on a target without a standing, naming what is missing."""
    name = say.text(row.indicator.name)
    verdict = _verdict(row, say)
    today, where = latest(row, say), away(row, say)
    if not today:
        return say("{name}: {verdict}.", name=name, verdict=verdict)
    if not where:
        return say(
            "{subject} {latest}; {verdict}.",
            subject=subject(row, say),
            latest=today,
            verdict=verdict,
        )
    return say(
        "{subject} {latest}, {away}; {verdict}.",
        subject=subject(row, say),
        latest=today,
        away=where,
        verdict=verdict,
    )


def _verdict(row: TargetRow, say: Say) -> str:
    """Return "it cannot be assessed until the 2026 figure is published" and the like."""
    verdict = row.assessment
    awaited, baseline = verdict.missing_year, verdict.baseline
    ahead = verdict.reason is Reason.YEAR_MISSING and not _passed(row, awaited)
    if awaited is not None and (ahead or verdict.reason is Reason.NOT_AFTER_BASELINE):
        return say("it cannot be assessed until the {year} figure is published", year=awaited)
    if verdict.reason is Reason.AWAITS_SECOND_FIGURE and awaited and baseline is not None:
        return say(
            "it cannot be assessed until the {year} figure is published, "
            "because the series was revised in {revised}",
            year=awaited,
            revised=baseline.year,
        )
    if verdict.reason is Reason.REGIONAL:
        return because(row, say)
    return say("it cannot be assessed yet, because {why}", why=because(row, say))


def _passed(row: TargetRow, year: int | None) -> bool:
    """Whether figures go beyond `year`, so that its figure is missing and not merely awaited."""
    return any(year is not None and figure.period.last_year > year for figure in row.figures)


def because(row: TargetRow, say: Say, *, beside: bool = False) -> str:
    """Return the reason as a clause without a full stop; `beside` what is asked, not saying it."""
    verdict = row.assessment
    year = verdict.missing_year
    match verdict.reason:
        case Reason.NO_SERIES if not row.plan.series_of(row.indicator.id):
            return say("no figures of this indicator have been found yet")
        case Reason.NO_SERIES:
            return say("the chosen series has no figures of this indicator")
        case Reason.NO_FIGURES:
            return say("no yearly figure of the series in use is recorded")
        case Reason.BOUND_MISSING:
            return say("the target value is not stated")
        case Reason.BASELINE_MISSING:
            return say("the figure of the baseline year {year} is missing", year=year or 0)
        case Reason.YEAR_MISSING:
            return say("the figure of {year}, which the period needs, is missing", year=year or 0)
        case Reason.TARGET_YEAR_MISSING:
            return say("the figure of the target year {year} is missing", year=year or 0)
        case Reason.NOT_AFTER_BASELINE:
            return say(
                "there is no figure after the baseline year; the first to count is that of {year}",
                year=year or 0,
            )
        case Reason.AWAITS_SECOND_FIGURE:
            return _awaits(row, year or 0, say)
        case Reason.BREAK_IN_PERIOD:
            return _break(row, say)
        case Reason.RATE_UNDEFINED:
            undefined = verdict.undefined or Undefined.NO_PACE
            return say(UNDEFINED[undefined])
        case Reason.ONE_SIDED:
            return say(
                "the figure of {year} is given only as “over” or “up to”, which does not settle it",
                year=year or 0,
            )
        case Reason.ESTIMATES_ONLY:
            return say("only estimates lie after the baseline year")
        case Reason.PEERS_MISSING:
            return say("figures of some of the peers in {year} are missing", year=year or 0)
        case Reason.REGIONAL if beside:
            place = row.plan.geographies[row.target.geography].name
            return say("set for {place}: shown, not graded", place=say.text(place))
        case Reason.REGIONAL:
            return say(
                "the target of {bounds} was set for {place} and is shown, not graded",
                bounds=bounds(row, say),
                place=say.text(row.plan.geographies[row.target.geography].name),
            )
        case _:
            raise ValueError(f"{verdict.reason} does not leave a target without a standing")


def _awaits(row: TargetRow, year: int, say: Say) -> str:
    """The series was revised; its first new figure is the baseline, the second is awaited."""
    baseline = row.assessment.baseline
    return say(
        "the series was revised in {revised}, so the first figure to count is that of {year}",
        revised=baseline.year if baseline is not None else year - 1,
        year=year,
    )


def _break(row: TargetRow, say: Say) -> str:
    """A sum or a chain would cross a break, whose year is named."""
    starts = row.plan.segment_starts(row.series.id) if row.series is not None else ()
    inside = [start for start in starts if start > row.target.period.start.year]
    if not inside:  # a computed indicator breaks where one of its parts does
        return say("figures before and after a revision of the series are not comparable")
    return say(
        "the series was revised in {year}, and figures before and after are not comparable",
        year=inside[0],
    )
