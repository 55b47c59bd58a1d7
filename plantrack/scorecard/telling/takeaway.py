"""The finding on one target as a title: one sentence, no praise and no blame."""

from __future__ import annotations

from plantrack.method.verdict import Reason
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.aims import aim, away, latest
from plantrack.scorecard.telling.changes import has, must
from plantrack.scorecard.telling.outcomes import at_target, decided, left_target, outside, overshot
from plantrack.scorecard.telling.places import rank_takeaway
from plantrack.scorecard.telling.unassessed import unassessed
from plantrack.scorecard.telling.values import subject
from plantrack.words import Say, capitalised


def takeaway(row: TargetRow, say: Say) -> str:
    """Return the finding on a target row as one sentence, for every standing and reason."""
    return capitalised(_finding(row, say))


def _finding(row: TargetRow, say: Say) -> str:
    verdict = row.assessment
    if verdict.rank is not None and verdict.reason is not Reason.TARGET_YEAR_MISSING:
        return rank_takeaway(row, verdict.rank, say)
    match verdict.reason:
        case Reason.MET_IN_YEAR | Reason.NOT_MET_IN_YEAR:
            return decided(row, say)
        case Reason.AT_TARGET_LEVEL:
            return at_target(row, say)
        case Reason.LEFT_TARGET:
            return left_target(row, say)
        case Reason.CROSSED_CORRIDOR:
            return overshot(row, say)
        case Reason.PACE | Reason.NO_CHANGE:
            return _by_pace(row, say)
        case Reason.OUTSIDE_TOP:
            return outside(row, say)
        case _:
            return unassessed(row, say)


def _by_pace(row: TargetRow, say: Say) -> str:
    """What must happen to reach the target, and what has happened so far."""
    told = {
        "name": say.text(row.indicator.name),
        "must": must(row, say),
        "aim": aim(row, say),
    }
    if not told["must"]:
        return say(
            "{subject} {latest}, {away}.",
            subject=subject(row, say),
            latest=latest(row, say),
            away=away(row, say),
        )
    baseline = row.assessment.baseline
    if row.assessment.reason is Reason.NO_CHANGE and baseline is not None:
        return say(
            "{name} {must} {aim}; it has not changed since {year}.", year=baseline.year, **told
        )
    return say("{name} {must} {aim}; {has}.", has=has(row, say), **told)
