"""A nearer target against the path to a later one, in words."""

from __future__ import annotations

from plantrack.method.coherence import AgainstPath
from plantrack.model import Measure
from plantrack.scorecard.nearer import NearerTarget, OnPath
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.bounds import bounds
from plantrack.scorecard.telling.paces import pace
from plantrack.scorecard.telling.times import years
from plantrack.scorecard.telling.values import (
    AVERAGE_DECIMALS,
    averaged,
    bound_value,
    level,
    stored_bound,
)
from plantrack.words import Say, mark
from plantrack.words.terms import price_basis_word

_VERDICTS = {
    AgainstPath.BELOW: mark("short of the path"),
    AgainstPath.PARTLY: mark("only its better end is on the path"),
    AgainstPath.ENOUGH: mark("on the path"),
}


def verdict_word(verdict: AgainstPath, say: Say) -> str:
    return say(_VERDICTS[verdict])


def due_level(nearer: NearerTarget, path: OnPath, say: Say) -> str:
    """Return what is due in the nearer year: a level, or for growth that year's growth."""
    if not averaged(nearer.later):
        return level(nearer.later, path.due, say)
    return say.percent(100 * (path.due / nearer.start.value - 1), AVERAGE_DECIMALS)


def bound_of(nearer: NearerTarget, path: OnPath, say: Say) -> str:
    """Return the bound of the later target a path leads to: "150 million … in 2030", "8 %"."""
    later = nearer.later
    stated = stored_bound(later, path.bound)
    if stated is None:
        return bounds(later, say)
    if later.indicator.measure is Measure.AVERAGE_GROWTH:
        period = later.target.period
        return say(
            "{rate} on average over {years}",
            rate=say.percent(stated, None),
            years=years(period.start.year, period.last_year, say),
        )
    amount = bound_value(later, path.bound, say)
    return say("{amount} in {year}", amount=amount, year=later.target.year)


def rest_pace(nearer: NearerTarget, path: OnPath, say: Say) -> str:
    """Return the pace still needed after the nearer target's better end; empty if none is."""
    if path.rest is None:
        return ""
    return pace(nearer.later, path.rest, say, signed=True)


def nearer_sentence(nearer: NearerTarget, say: Say) -> str:
    """Return where a nearer target lies, what was due, and what it leaves to the years after."""
    path = nearer.paths[0]
    told = {
        "set": set_name(nearer.row, say),
        "year": nearer.row.target.year,
        "asked": bounds(nearer.row, say),
        "name": say.text(nearer.row.indicator.name),
        "basis": _basis(nearer.row, say),
        "due": due_level(nearer, path, say),
        "later": bound_of(nearer, path, say),
        "later_set": set_name(nearer.later, say),
        "rest": rest_pace(nearer, path, say),
    }
    match path.verdict:
        case AgainstPath.BELOW:
            return say(
                "{name}{basis}: {asked} for {year} ({set}) is short of the {due} due on the path "
                "to {later} ({later_set}); even its better end leaves {rest} to the years after.",
                **told,
            )
        case AgainstPath.PARTLY:
            return say(
                "{name}{basis}: of {asked} for {year} ({set}) only the better end is on the path "
                "to {later} ({later_set}), where {due} is due; it leaves {rest} to the years "
                "after.",
                **told,
            )
        case AgainstPath.ENOUGH:
            return say(
                "{name}{basis}: {asked} for {year} ({set}) is on the path to {later} "
                "({later_set}), where {due} is due.",
                **{name: value for name, value in told.items() if name != "rest"},
            )


def set_name(row: TargetRow, say: Say) -> str:
    return say.text(row.plan.target_sets[row.target.target_set].name)


def _basis(row: TargetRow, say: Say) -> str:
    """Return " (current prices)": an amount never stands without it."""
    found = row.indicator.price_basis
    if found.value == "none":
        return ""
    return f" ({price_basis_word(found, say)})"


def summary(found: tuple[NearerTarget, ...], say: Say) -> str:
    """Return how many targets of years still open are short of a path; empty without any."""
    short = {one.row.target.id for one in found if one.verdict is AgainstPath.BELOW}
    names = {one.row.target.id for one in found}
    if not names:
        return ""
    return say.many(
        "Of {all} nearer targets {count} is short of a path to a later target.",
        "Of {all} nearer targets {count} are short of a path to a later target.",
        len(short),
        all=len(names),
    )
