"""Stewardship in words: on a target's page, in the history, and in whatever leaves as a file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plantrack.plan import Plan
from plantrack.scorecard import TargetRow
from plantrack.stewardship.notes import Due, Explanation, Stewardship
from plantrack.stewardship.stated import Change
from plantrack.words import Say
from plantrack.words.terms import standing_word


def explained(said: Explanation, say: Say) -> str:
    """Return when, by whom and of which standing an explanation was written."""
    return say(
        "Explanation of {day} by {name} (stated, not verified), for the standing “{standing}” of "
        "revision {revision}",
        day=say.date(said.on),
        name=said.by,
        standing=standing_word(said.standing, say),
        revision=said.revision,
    )


def outdated(said: Explanation, row: TargetRow, series: str, say: Say) -> str:
    """Return that the standing is another one by now; nothing while it is the same.

    An explanation of the standing in another series is not held against this one.
    """
    if said.standing is row.standing or said.series != series:
        return ""
    return say(
        "Since this explanation the standing changed from “{before}” to “{after}”.",
        before=standing_word(said.standing, say),
        after=standing_word(row.standing, say),
    )


def due_sentence(due: Due, row: TargetRow, today: date, say: Say) -> str:
    """Return whether the figure due has come, is awaited, or was due before `today`."""
    if arrived(due, row):
        return say("the figure of {year} is recorded", year=due.year)
    if due.on < today:
        return say("the figure of {year}, past due", year=due.year)
    return say("the figure of {year}", year=due.year)


def arrived(due: Due, row: TargetRow) -> bool:
    """Whether the series in use has a figure of the year that was due."""
    latest = row.assessment.latest
    known = {figure.period.last_year for figure in row.figures}
    return due.year in known or (latest is not None and latest.year >= due.year)


def change_sentences(changes: Iterable[Change], plan: Plan, say: Say) -> list[str]:
    """Return a sentence for each thing stated anew, otherwise, or no longer."""
    return [
        sentence
        for change in changes
        for sentence in _sentences(change, target_name(plan, change.target, say), say)
    ]


def target_name(plan: Plan, target: str, say: Say) -> str:
    """Return the indicator with the target's year and set; the id of one the plan lost."""
    found = plan.targets.get(target)
    if found is None:
        return target
    return say(
        "{indicator} ({year}, {target_set})",
        indicator=say.text(plan.indicators[found.indicator].name),
        year=found.year,
        target_set=say.text(plan.target_sets[found.target_set].name),
    )


def _sentences(change: Change, name: str, say: Say) -> list[str]:
    before, after = change.before, change.after
    told = []
    if after.department != before.department:
        told.append(_department(before, after, name, say))
    if after.explanation != before.explanation:
        told.append(_explanation(after.explanation, name, say))
    if after.due != before.due:
        told.append(_due(after.due, name, say))
    return told


def _department(before: Stewardship, after: Stewardship, name: str, say: Say) -> str:
    if not after.department:
        return say("{name}: no department is stated any more.", name=name)
    if not before.department:
        return say("{name}: {department} answers for it.", name=name, department=after.department)
    return say(
        "{name}: {department} answers for it, no longer {former}.",
        name=name,
        department=after.department,
        former=before.department,
    )


def _explanation(said: Explanation | None, name: str, say: Say) -> str:
    if said is None:
        return say("{name}: its standing is no longer explained.", name=name)
    return say(
        "{name}: its standing “{standing}” is explained on {day}: “{text}”",
        name=name,
        standing=standing_word(said.standing, say),
        day=say.date(said.on),
        text=said.text,
    )


def _due(due: Due | None, name: str, say: Say) -> str:
    if due is None:
        return say("{name}: it is no longer stated when its next figure is due.", name=name)
    return say(
        "{name}: the figure of {year} is due on {day}.",
        name=name,
        year=due.year,
        day=say.date(due.on),
    )
