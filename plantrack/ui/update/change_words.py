"""What recording would change, in a sentence: standings first, of the reader's target set first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from plantrack.chronicle import StandingMove
from plantrack.review import Cause, Review, TargetChange
from plantrack.scorecard.telling import latest
from plantrack.ui.history.revision_words import target_name
from plantrack.words import Say, mark
from plantrack.words.terms import standing_word

_NAMED: Final = 4  # standings named below the sentence; the table has all of them
CAUSES: Final = {
    Cause.NEW_YEAR: mark("a new year"),
    Cause.RESTATED: mark("a restated figure"),
    Cause.BOTH: mark("a new year and a restated figure"),
}


def in_order(changes: Sequence[TargetChange], target_set: str) -> list[TargetChange]:
    """Return the changes with those of a standing first, and of `target_set` among them."""
    return sorted(
        changes,
        key=lambda one: (not one.standing_changes, one.after.target.target_set != target_set),
    )


def standings_sentence(found: Review, target_set: str, say: Say) -> str:
    """Return how many standings would change, in the reader's target set and in others."""
    own = len(_own(found, target_set))
    others = len(found.standings) - own
    if not found.targets:
        return say("No standing would change: no target of any set would move.")
    told = say("No standing of this target set would change.")
    if own:
        told = say.many(
            "{count} standing of this target set would change.",
            "{count} standings of this target set would change.",
            own,
        )
    if not others:
        return told
    also = say.many(
        "In other target sets {count} standing would change.",
        "In other target sets {count} standings would change.",
        others,
    )
    return f"{told} {also}"


def told_moves(found: Review, target_set: str, say: Say) -> list[str]:
    """Return which standings of the reader's target set would change, and why, a line each."""
    own = _own(found, target_set)
    told = [_move(change, say) for change in own[:_NAMED]]
    more = len(own) - _NAMED
    if more > 0:
        told.append(say.many("{count} more below", "{count} more below", more))
    return told


def _own(found: Review, target_set: str) -> list[TargetChange]:
    return [one for one in found.standings if one.after.target.target_set == target_set]


def _move(change: TargetChange, say: Say) -> str:
    return say(
        "{target}: from “{before}” to “{after}”, because of {cause}",
        target=told_target(change, say),
        before=standing_word(change.before.standing, say),
        after=standing_word(change.after.standing, say),
        cause=told_cause(change, say),
    )


def told_target(change: TargetChange, say: Say) -> str:
    """Return the target as the history names it."""
    return target_name(StandingMove(change.before, change.after, change.cause), say)


def told_cause(change: TargetChange, say: Say) -> str:
    """Return "a new year: 74.24 million VND per person (2026, estimate)"."""
    cause, figure = say(CAUSES[change.cause]), latest(change.after, say)
    return say("{cause}: {figure}", cause=cause, figure=figure) if figure else cause
