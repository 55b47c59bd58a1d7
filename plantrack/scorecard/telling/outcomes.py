"""Findings on targets whose year has come, or whose figure is or was at the target."""

from __future__ import annotations

from plantrack.method.goal import Bound
from plantrack.model import Form
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.aims import latest, target_years
from plantrack.scorecard.telling.bounds import asked
from plantrack.scorecard.telling.gaps import differences
from plantrack.scorecard.telling.values import averaged, bound_value, distance, subject
from plantrack.words import Say


def decided(row: TargetRow, say: Say) -> str:
    """Return the finding once the figure of the target year exists."""
    told = {
        "name": say.text(row.indicator.name),
        "latest": latest(row, say),
        "bounds": asked(row, say),
    }
    if row.assessment.met:
        return say("{name} reached the target of {bounds}: {latest}.", **told)
    left = differences(row)
    if not left:
        return say("{name} missed the target of {bounds}: {latest}.", **told)
    apart = distance(row, abs(left[0]), say)
    if left[0] > 0:
        return say(
            "{name} missed the target of {bounds}: {latest}, {distance} too low.",
            distance=apart,
            **told,
        )
    return say(
        "{name} missed the target of {bounds}: {latest}, {distance} too high.",
        distance=apart,
        **told,
    )


def at_target(row: TargetRow, say: Say) -> str:
    """Return the finding on a figure that meets the target before its year."""
    form, name = row.target.form, say.text(row.indicator.name)
    if averaged(row):
        return _secured(row, name, latest(row, say), say)
    told = {"latest": latest(row, say), "bounds": asked(row, say)}
    if form is Form.CUMULATIVE:
        return say(
            "{name}: the sum of {bounds} for {years} is already reached: {latest}.",
            name=name,
            years=target_years(row, say),
            **told,
        )
    told["subject"] = subject(row, say)
    goal = row.assessment.goal
    year = goal.year if goal is not None else row.target.year
    if form is Form.PATH:
        return say(
            "{subject} {latest}, already at the milestone of {year}: {bounds}.", year=year, **told
        )
    if form is Form.BETWEEN:
        return say(
            "{subject} {latest}, inside the corridor of {bounds}; it must stay there until {year}.",
            year=year,
            **told,
        )
    if form is Form.HOLD:
        return _held(row, told, say)
    return say(
        "{subject} {latest}, at the target of {bounds}; it must hold until {year}.",
        year=year,
        **told,
    )


def _secured(row: TargetRow, name: str, so_far: str, say: Say) -> str:
    """A period average that stays met even if nothing grows any more."""
    bound = row.assessment.deciding or Bound.LOW
    told = {
        "name": name,
        "latest": so_far,
        "value": bound_value(row, bound, say),
        "years": target_years(row, say),
    }
    if bound is Bound.HIGH:
        return say(
            "{name}: the growth so far leaves room for an average of at most {value} over "
            "{years}: {latest}.",
            **told,
        )
    return say(
        "{name}: an average of at least {value} over {years} is secured even at zero growth "
        "from now on: {latest}.",
        **told,
    )


def _held(row: TargetRow, told: dict[str, str], say: Say) -> str:
    missed = row.assessment.years_not_held
    year = row.target.year
    if not missed:
        return say(
            "{subject} {latest}; the target of {bounds} is held and must hold until {year}.",
            year=year,
            **told,
        )
    return say(
        "{subject} {latest}; the target of {bounds} is held now, was not in {missed}, "
        "and must hold until {year}.",
        year=year,
        missed=say.listed([str(one) for one in missed]),
        **told,
    )


def left_target(row: TargetRow, say: Say) -> str:
    """Return the finding on a target met in the baseline year and no longer."""
    baseline = row.assessment.baseline
    left = differences(row)
    return say(
        "{subject} {latest}, {distance} outside the target of {bounds}, "
        "which it still met in {year}.",
        subject=subject(row, say),
        latest=latest(row, say),
        distance=distance(row, abs(left[0]), say) if left else "",
        bounds=asked(row, say),
        year=baseline.year if baseline is not None else "",
    )


def outside(row: TargetRow, say: Say) -> str:
    """Return the finding on a published place that is not good enough yet."""
    left = differences(row)
    return say(
        "{subject} {latest}; the target is {bounds} in {year}, {distance} to go.",
        subject=subject(row, say),
        latest=latest(row, say),
        bounds=asked(row, say),
        year=row.assessment.goal.year if row.assessment.goal is not None else row.target.year,
        distance=distance(row, abs(left[0]), say) if left else "",
    )


def overshot(row: TargetRow, say: Say) -> str:
    """Return the finding on a corridor crossed from one side to the other."""
    left = differences(row)
    apart = distance(row, abs(left[0]), say) if left else ""
    told = {
        "name": say.text(row.indicator.name),
        "latest": latest(row, say),
        "distance": apart,
        "bounds": asked(row, say),
    }
    if left and left[0] < 0:
        return say(
            "{name} went through the corridor of {bounds}: {latest}, {distance} above it.",
            **told,
        )
    return say(
        "{name} went through the corridor of {bounds}: {latest}, {distance} below it.",
        **told,
    )
