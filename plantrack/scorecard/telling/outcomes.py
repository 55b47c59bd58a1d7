"""Findings on targets whose year has come, or whose figure is or was at the target."""

from __future__ import annotations

from plantrack.method.goal import Bound
from plantrack.model import Form
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.aims import latest, target_years
from plantrack.scorecard.telling.bounds import bounds
from plantrack.scorecard.telling.paces import differences
from plantrack.scorecard.telling.values import averaged, bound_value, distance
from plantrack.words import Say


def decided(row: TargetRow, say: Say) -> str:
    """Return the finding once the figure of the target year exists."""
    told = {
        "name": say.text(row.indicator.name),
        "latest": latest(row, say),
        "bounds": bounds(row, say),
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
    form = row.target.form
    told = {
        "name": say.text(row.indicator.name),
        "latest": latest(row, say),
        "bounds": bounds(row, say),
    }
    if averaged(row):
        return _secured(row, told["name"], told["latest"], say)
    if form is Form.CUMULATIVE:
        return say(
            "{name}: the sum of {bounds} for {years} is already reached: {latest}.",
            years=target_years(row, say),
            **told,
        )
    year = row.target.year
    if form is Form.BETWEEN:
        return say(
            "{name} is {latest}, inside the corridor of {bounds}; it must stay there until {year}.",
            year=year,
            **told,
        )
    if form is Form.HOLD:
        return _held(row, told, say)
    return say(
        "{name} is {latest}, at the target of {bounds}; it must hold until {year}.",
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
            "{name} is {latest}; the target of {bounds} is held and must hold until {year}.",
            year=year,
            **told,
        )
    return say(
        "{name} is {latest}; the target of {bounds} is held now, was not in {missed}, "
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
        "{name} is {latest}, {distance} outside the target of {bounds}, "
        "which it still met in {year}.",
        name=say.text(row.indicator.name),
        latest=latest(row, say),
        distance=distance(row, abs(left[0]), say) if left else "",
        bounds=bounds(row, say),
        year=baseline.year if baseline is not None else "",
    )


def overshot(row: TargetRow, say: Say) -> str:
    """Return the finding on a corridor crossed from one side to the other."""
    left = differences(row)
    apart = distance(row, abs(left[0]), say) if left else ""
    told = {
        "name": say.text(row.indicator.name),
        "latest": latest(row, say),
        "distance": apart,
        "bounds": bounds(row, say),
    }
    if left and left[0] < 0:
        return say(
            "{name} went through the corridor of {bounds} and is {latest}, {distance} above it.",
            **told,
        )
    return say(
        "{name} went through the corridor of {bounds} and is {latest}, {distance} below it.",
        **told,
    )
