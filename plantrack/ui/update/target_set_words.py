"""A new target set in sentences: what it asks, which standings it flips, what it replaces."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from plantrack.intake.findings import Verdict
from plantrack.intake.rules import Reading
from plantrack.model import Form
from plantrack.scorecard import TargetRow
from plantrack.scorecard.telling import bounds
from plantrack.update.set_comparison import Beside, SetCause, SetComparison
from plantrack.words import Say, mark
from plantrack.words.terms import direction_word, form_word, standing_word

_CAUSES: Final = {
    SetCause.DIRECTION: mark("the opposite direction"),
    SetCause.FORM: mark("another form"),
    SetCause.BOUND: mark("another bound"),
    SetCause.PERIOD: mark("another period"),
    SetCause.BASELINE: mark("another baseline year"),
    SetCause.OTHER: mark("other peers or milestones"),
}

_SAYS_ITS_WAY: Final = frozenset({Form.RANGE_MORE, Form.RANGE_LESS})


def set_verdict(reading: Reading, say: Say) -> str:
    """Return what the verdict means for a file with a target set."""
    found = reading.target_set
    if found is None or found.recorded is None:
        return say(
            "The file holds a target set that cannot be recorded as it stands: a set goes in whole "
            "or not at all. Nothing was stored. Correct what is listed below and upload it again."
        )
    told = say.many(
        "The file holds the target set “{name}” with {count} target.",
        "The file holds the target set “{name}” with {count} targets.",
        len(found.rows),
        name=say.text(found.name),
    )
    if reading.verdict is Verdict.ACCEPTED:
        return told
    return f"{told} " + say("Some of them go in only after a tick.")


def flips_sentence(found: SetComparison, say: Say) -> str:
    """Return how many standings differ from those of the sets in force."""
    alone = sum(one.stood is None for one in found.targets)
    told = [
        say.many(
            "{count} standing differs from that of the set in force.",
            "{count} standings differ from those of the set in force.",
            len(found.flipping),
        )
        if found.flipping
        else say("No standing differs from that of a set in force.")
    ]
    if alone:
        told.append(
            say.many(
                "{count} target is asked by no set in force.",
                "{count} targets are asked by no set in force.",
                alone,
            )
        )
    return " ".join(told)


def told_flip(one: Beside, say: Say) -> str:
    """Return "Poverty rate, 2029: from “on track” to “reached”, because of another bound"."""
    stood = one.stood
    if stood is None:
        raise ValueError("a flip needs a target beside the new one")
    return say(
        "{target}: from “{before}” to “{after}”, because of {cause}",
        target=told_target(one.asked, say),
        before=standing_word(stood.standing, say),
        after=standing_word(one.asked.standing, say),
        cause=told_causes(one, say),
    )


def told_causes(one: Beside, say: Say) -> str:
    return say.listed([say(_CAUSES[cause]) for cause in one.causes])


def told_target(row: TargetRow, say: Say) -> str:
    return say("{name}, {years}", name=say.text(row.indicator.name), years=row.target.year)


def told_aim(row: TargetRow, say: Say) -> str:
    """Return what a target asks with its form and direction: nothing is left to be guessed."""
    aim, form = bounds(row, say), form_word(row.target.form, say)
    if row.target.form in _SAYS_ITS_WAY:
        return say("{aim} ({form})", aim=aim, form=form)
    way = direction_word(row.target.direction, say)
    return say("{aim} ({form}; {way})", aim=aim, form=form, way=way)


def told_tick(one: Beside, say: Say) -> str:
    """Return what a tick agrees to: the target, and the standing it flips."""
    told = say("{target}: {aim}", target=told_target(one.asked, say), aim=told_aim(one.asked, say))
    if one.stood is None:
        after = standing_word(one.asked.standing, say)
        return say("{told}; standing “{after}”, asked by no set in force", told=told, after=after)
    before, after = standing_word(one.stood.standing, say), standing_word(one.asked.standing, say)
    if not one.flips:
        return say("{told}; the standing stays “{after}”", told=told, after=after)
    return say("{told}; from “{before}” to “{after}”", told=told, before=before, after=after)


def place_sentence(found: SetComparison, say: Say) -> str:
    """Return what becomes of the sets that stand: nothing, or one ends where it says so."""
    name = say.text(found.target_set.name)
    first = found.target_set.in_force_from
    if found.replaced is None or first is None:
        leading = "" if found.leading is None else say.text(found.leading.name)
        if not leading:
            return say("The other sets stay as they are; “{name}” joins the choice.", name=name)
        return say(
            "The other sets stay as they are: “{leading}” is still used unless the reader chooses "
            "“{name}”.",
            leading=leading,
            name=name,
        )
    return say(
        "“{replaced}” ends on {last} and stays in the choice; from {first} on “{name}” is used "
        "unless the reader chooses another.",
        replaced=say.text(found.replaced.name),
        last=say.date(first - timedelta(days=1)),
        first=say.date(first),
        name=name,
    )
