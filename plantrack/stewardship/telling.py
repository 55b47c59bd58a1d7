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
    """Return a sentence for each target: what is stated anew, otherwise, or no longer."""
    return [_sentence(change, target_name(plan, change.target, say), say) for change in changes]


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


def _sentence(change: Change, name: str, say: Say) -> str:
    clauses = "; ".join(_clauses(change, say))
    if clauses.endswith("”"):  # people's own words end as they end
        return say("{name}: {clauses}", name=name, clauses=clauses)
    return say("{name}: {clauses}.", name=name, clauses=clauses)


def _clauses(change: Change, say: Say) -> list[str]:
    before, after = change.before, change.after
    told = []
    if after.department != before.department:
        told.append(_department(before, after, say))
    if after.due != before.due:
        told.append(_due(after.due, say))
    if after.explanation != before.explanation:
        told.append(_explanation(after.explanation, say))
    return told


def _department(before: Stewardship, after: Stewardship, say: Say) -> str:
    if not after.department:
        return say("no department is stated any more")
    if not before.department:
        return say("{department} answers for it", department=after.department)
    return say(
        "{department} answers for it, no longer {former}",
        department=after.department,
        former=before.department,
    )


def _due(due: Due | None, say: Say) -> str:
    if due is None:
        return say("no day is stated any more for its next figure")
    return say("the figure of {year} is due on {day}", year=due.year, day=say.date(due.on))


def _explanation(said: Explanation | None, say: Say) -> str:
    if said is None:
        return say("its standing is no longer explained")
    return say(
        "its standing “{standing}” is explained on {day}: “{text}”",
        standing=standing_word(said.standing, say),
        day=say.date(said.on),
        text=" ".join(said.text.split()),
    )
