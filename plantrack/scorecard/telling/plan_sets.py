"""Target sets in words: which hold on a day, and how finished ones came out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from plantrack.model import Standing, TargetSet
from plantrack.scorecard.target_sets import FinishedSet, SetOnDay
from plantrack.words import Say
from plantrack.words.terms import standing_word


def force_sentence(sets: Sequence[SetOnDay], day: date, used: TargetSet, say: Say) -> str:
    """Return which sets are in force on a day, which leads, and which one the page uses."""
    names = [say.text(one.target_set.name) for one in sets if one.in_force]
    leading = next((one.target_set for one in sets if one.leads), None)
    told = {"day": say.date(day), "used": say.text(used.name)}
    if leading is None:
        return say("On {day} no target set is in force. This page uses “{used}”.", **told)
    return say(
        "On {day} these are in force: {names}. Unless the reader chooses, “{leading}” is used. "
        "This page uses “{used}”.",
        names="; ".join(names),
        leading=say.text(leading.name),
        **told,
    )


def period_of(target_set: TargetSet, say: Say) -> str:
    """Return from when to when a set is in force."""
    first, last = target_set.in_force_from, target_set.in_force_to
    if first is None:
        return say("dates not stated")
    if last is None:
        return say("from {day}", day=say.date(first))
    return say("{first} to {last}", first=say.date(first), last=say.date(last))


def finished_sentence(finished: FinishedSet, say: Say) -> str:
    """Return "8 targets: 2 reached, 4 missed, 2 cannot be assessed yet" of a finished set."""
    counted = Counter(one.row.standing for one in finished.targets)
    standings = [
        say("{count} {standing}", count=counted[one], standing=standing_word(one, say))
        for one in Standing
        if counted[one]
    ]
    return say.many(
        "“{name}” is over. {count} target: {standings}.",
        "“{name}” is over. {count} targets: {standings}.",
        len(finished.targets),
        name=say.text(finished.target_set.name),
        standings=", ".join(standings),
    )
