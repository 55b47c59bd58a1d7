"""A figure that is asked for, in words: what exactly, in which unit, and what it is needed for."""

from __future__ import annotations

from plantrack.scorecard import TargetRow
from plantrack.scorecard.telling import bounds
from plantrack.stewardship.asking import Need, Wanted
from plantrack.words import Say


def asked_for(one: Wanted, say: Say) -> str:
    """Return the figure by name, with what about it is more than the plain figure of a year."""
    name = say.text(one.indicator.name)
    match one.special:
        case Need.BASELINE_AS_REVISED if one.revised is not None:
            return say(
                "{name}, compiled in the same way as the figures from {year} on",
                name=name,
                year=one.revised,
            )
        case Need.COMPARABLE if one.revised is not None:
            return say(
                "{name}, comparable before and after the revision of {year}",
                name=name,
                year=one.revised,
            )
        case Need.COMPARABLE:
            return say("{name}, comparable over the whole period", name=name)
        case Need.PEERS:
            return say("{name}, of every place compared", name=name)
        case Need.EXACT:
            return say("{name}, as an exact figure", name=name)
        case _:
            return name


def unit_of(one: Wanted, say: Say) -> str:
    return say.text(one.serves[0][0].plan.units[one.indicator.unit].name)


def needed_for(one: Wanted, say: Say) -> str:
    """Return which targets become assessable with the figure, and what it is to each."""
    told = [_target(row, need, say) for row, need in one.serves]
    return " ".join(dict.fromkeys(told))


def _target(row: TargetRow, need: Need, say: Say) -> str:
    target_set = say.text(row.plan.target_sets[row.target.target_set].name)
    return say(
        "To assess the target “{bounds}, {year}” ({target_set}): {need}.",
        bounds=bounds(row, say),
        year=row.target.year,
        target_set=target_set,
        need=_need(need, say),
    )


def _need(need: Need, say: Say) -> str:
    match need:
        case Need.BASELINE | Need.BASELINE_AS_REVISED:
            return say("its baseline")
        case Need.SECOND_FIGURE:
            return say("the second figure since the series was revised")
        case Need.AFTER_BASELINE:
            return say("the first figure after its baseline")
        case Need.IN_PERIOD:
            return say("its period needs the figure of this year")
        case Need.TARGET_YEAR:
            return say("the figure of its last year, which decides")
        case Need.PEERS:
            return say("the figures of all places compared")
        case Need.EXACT:
            return say("its figure is known only as “over” or “up to” so far")
        case Need.COMPARABLE | Need.SERIES:
            return say("no figure that can be computed with has been found yet")
