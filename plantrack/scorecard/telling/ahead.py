"""Arithmetic of what lies ahead: acceleration, and going on at the observed pace."""

from __future__ import annotations

from plantrack.method.pace import Projection
from plantrack.method.verdict import Reason
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.aims import target_years
from plantrack.scorecard.telling.digits import agreeing, settled
from plantrack.scorecard.telling.gaps import aimed_bound, aimed_from_now
from plantrack.scorecard.telling.lines import path_line
from plantrack.scorecard.telling.paces import pace, pace_decimals, pace_scale
from plantrack.scorecard.telling.steps import Step, told
from plantrack.scorecard.telling.values import averaged, bound_value, level
from plantrack.words import Say

TIMES_DECIMALS = 2


def ahead_steps(row: TargetRow, say: Say) -> tuple[Step, ...]:
    """Return how much faster the pace must be, and where the observed pace leads."""
    verdict = row.assessment
    observed, projection = verdict.observed, verdict.projection
    if observed is None:
        return ()
    found = told(say("Needed from now against the pace so far"), *_acceleration(row, observed, say))
    if projection is None or verdict.goal is None:
        return found
    year = verdict.goal.year
    return (
        *found,
        *told(
            say("At the observed pace"),
            *_projected(row, projection, observed, year, say),
            _first_year(row, projection, say),
        ),
    )


def _acceleration(row: TargetRow, observed: float, say: Say) -> tuple[str, ...]:
    needed, times = aimed_from_now(row), row.assessment.acceleration
    if needed is None or times is None:
        return ()
    scale = pace_scale(row)
    digits, decimals = agreeing(
        (needed * scale, observed * scale),
        times,
        TIMES_DECIMALS,
        lambda ahead, behind: ahead / behind,
        start=pace_decimals(row),
    )
    told_paces = (pace(row, one, say, decimals=digits) for one in (needed, observed))
    formula = " ÷ ".join(told_paces) + f" = {say.number(settled(times), decimals)}"
    if times < 0:
        return (formula, say("The direction must turn."))
    if times < 1:
        return (
            formula,
            say("The pace may slow to {times} times the pace so far.", times=_times(times, say)),
        )
    return (
        formula,
        say("The pace must be {times} times the pace so far.", times=_times(times, say)),
    )


def _times(value: float, say: Say) -> str:
    return say.number(settled(value), TIMES_DECIMALS)


def _projected(
    row: TargetRow, projection: Projection, observed: float, year: int, say: Say
) -> tuple[str, ...]:
    latest = row.assessment.latest
    if latest is None:
        return ()
    if averaged(row):
        return (
            say(
                "{years} would average {pace}.",
                years=target_years(row, say),
                pace=pace(row, observed, say),
            ),
        )
    value = level(row, projection.value, say)
    if row.assessment.reason is Reason.NO_CHANGE:
        return (say("{value} in {year}, unchanged.", value=value, year=year),)
    if projection.limited:
        return (say("{value} in {year}, the natural limit.", value=value, year=year),)
    periods = year - latest.year
    line = path_line(row, latest.value, observed, periods, projection.value, say)
    return (say("{line} in {year}", line=line, year=year),)


def _first_year(row: TargetRow, projection: Projection, say: Say) -> str:
    """The first whole year whose figure would meet the bound aimed at."""
    bound = aimed_bound(row)
    if bound is None:
        return ""
    value = bound_value(row, bound, say)
    if averaged(row):
        value = say(
            "the level that {value} over {years} leads to",
            value=value,
            years=target_years(row, say),
        )
    if projection.first_year is not None:
        return say(
            "The figure of {year} would be the first to reach {value}.",
            year=projection.first_year,
            value=value,
        )
    if projection.not_before is not None:
        return say(
            "{value} would not be reached before {year}.", value=value, year=projection.not_before
        )
    return say("This pace does not lead to {value}.", value=value)
