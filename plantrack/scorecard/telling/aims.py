"""What a target is for, where a figure stands against it, and how far away."""

from __future__ import annotations

from plantrack.method.goal import Bound
from plantrack.model import Form
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.bounds import asked, bounds
from plantrack.scorecard.telling.changes import remarks
from plantrack.scorecard.telling.digits import settled
from plantrack.scorecard.telling.gaps import aimed_bound, differences, nearest_first
from plantrack.scorecard.telling.paces import pace, pace_decimals
from plantrack.scorecard.telling.places import place_of
from plantrack.scorecard.telling.times import observed_years, years
from plantrack.scorecard.telling.values import (
    averaged,
    bound_value,
    distance,
    notes,
    observed_level,
)
from plantrack.words import Say


def aim(row: TargetRow, say: Say) -> str:
    """Return "to reach 150 million VND per person in 2030" / "để đạt … vào năm 2030"."""
    bound, goal, form = aimed_bound(row), row.assessment.goal, row.target.form
    if bound is None or goal is None:
        return ""
    value = bound_value(row, bound, say)
    if averaged(row):
        return _average_aim(row, bound, value, say)
    if form is Form.CUMULATIVE:
        return say("to reach {value} over {years}", value=value, years=target_years(row, say))
    if form is Form.BETWEEN:
        return say(
            "to come within the corridor of {bounds} in {year}",
            bounds=bounds(row, say),
            year=goal.year,
        )
    if form is Form.PATH:
        return say("to reach the milestone of {value} in {year}", value=value, year=goal.year)
    return say("to reach {value} in {year}", value=value, year=goal.year)


def _average_aim(row: TargetRow, bound: Bound, value: str, say: Say) -> str:
    if row.target.period.year is not None:
        return say("to reach {value} in {year}", value=value, year=row.target.year)
    period = target_years(row, say)
    if bound is Bound.LOW:
        return say("for {years} to average at least {value}", years=period, value=value)
    return say("for {years} to average at most {value}", years=period, value=value)


def target_years(row: TargetRow, say: Say) -> str:
    """Return the years a target covers: "2021–2030", or its one year."""
    goal = row.assessment.goal
    last = (
        goal.year if goal is not None else row.target.year
    )  # of a path the milestone that decides
    return years(row.target.period.start.year, last, say)


def latest_value(row: TargetRow, say: Say) -> str:
    """Return the latest figure as a reader knows it; for a period average the average so far."""
    verdict = row.assessment
    if verdict.latest is None:
        return ""
    if verdict.rank is not None:
        return place_of(verdict.rank, say)
    if averaged(row):
        return average_so_far(row, say)
    return observed_level(row, verdict.latest, say)


def average_so_far(row: TargetRow, say: Say) -> str:
    """Return "6.79 % a year", or plain percent where only one year has passed."""
    rate = row.assessment.observed
    if rate is None:
        return ""
    if observed_years(row, say).isdigit():
        return say.percent(settled(rate * 100), pace_decimals(row))
    return pace(row, rate, say)


def latest_years(row: TargetRow, say: Say) -> str:
    """Return the year of the latest figure, or the years an average or a sum covers so far."""
    verdict = row.assessment
    if verdict.latest is None:
        return ""
    if averaged(row) or row.target.form is Form.CUMULATIVE:
        return observed_years(row, say)
    return str(verdict.latest.year)


def latest(row: TargetRow, say: Say) -> str:
    """Return "70.95 million VND per person (2025, current prices, estimate)"."""
    verdict = row.assessment
    value = latest_value(row, say)
    if verdict.latest is None or not value:
        return ""
    told = {
        "value": value,
        "years": latest_years(row, say),
        "notes": remarks(notes(row, verdict.latest, say), say),
    }
    if told["years"].isdigit():
        return say("{value} ({years}{notes})", **told)
    return say("{value} (over {years}{notes})", **told)


def away(row: TargetRow, say: Say) -> str:
    """Return where the latest figure lies: "7.51 points above the corridor of 12–13 %"."""
    verdict = row.assessment
    if verdict.goal is None or verdict.latest is None or verdict.met is None:
        return ""
    corridor = verdict.goal.corridor
    if verdict.met:
        if corridor:
            return say("inside the corridor of {bounds}", bounds=bounds(row, say))
        return say("which meets the target of {bounds}", bounds=asked(row, say))
    left, aimed = differences(row), nearest_first(row)
    if not left or not aimed:
        return ""
    apart = distance(row, abs(left[0]), say)
    if corridor:
        edges = bounds(row, say)
        if left[0] < 0:
            return say("{distance} above the corridor of {bounds}", distance=apart, bounds=edges)
        return say("{distance} below the corridor of {bounds}", distance=apart, bounds=edges)
    value = bound_value(row, aimed[0], say)
    if left[0] < 0:
        return say("{distance} above the target of {value}", distance=apart, value=value)
    return say("{distance} short of the target of {value}", distance=apart, value=value)
