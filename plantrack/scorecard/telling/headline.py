"""The sentence above the overview, and how many targets have which standing."""

from __future__ import annotations

from plantrack.method.verdict import Reason
from plantrack.model import Standing
from plantrack.scorecard.rows import Scorecard, TargetRow
from plantrack.scorecard.telling.takeaway import takeaway
from plantrack.words import Say
from plantrack.words.terms import standing_word

_PACED = (Reason.PACE, Reason.NO_CHANGE)
_ON_COURSE = (Standing.ON_TRACK, Standing.REACHED)


def headline(scorecard: Scorecard, say: Say) -> str:
    """Return the finding that matters most: of the most urgent target that has a pace.

    Without one the most urgent target's; without any figure, what is missing.
    """
    if not scorecard.rows:
        return say("This target set has no targets.")
    if not any(row.assessment.latest is not None for row in scorecard.rows):
        return say.many(
            "No target can be assessed yet: the figures of {count} target are missing.",
            "No target can be assessed yet: the figures of {count} targets are missing.",
            len(scorecard.rows),
        )
    return takeaway(headline_row(scorecard), say)


def headline_row(scorecard: Scorecard) -> TargetRow:
    """The row the headline speaks of; raises ValueError for a target set without targets."""
    if not scorecard.rows:
        raise ValueError(f"target set {scorecard.target_set} has no targets")
    paced = (
        row
        for row in scorecard.ordered
        if row.assessment.reason in _PACED and row.standing not in _ON_COURSE
    )
    return next(paced, scorecard.ordered[0])


def counts_sentence(scorecard: Scorecard, say: Say) -> str:
    """Return "12 targets: 5 behind, 2 rank not met yet, 4 cannot be assessed yet, 1 reached."."""
    counted = [
        say("{count} {standing}", count=count, standing=standing_word(standing, say))
        for standing, count in scorecard.counts.items()
    ]
    return say.many(
        "{count} target: {standings}.",
        "{count} targets: {standings}.",
        len(scorecard.rows),
        standings=", ".join(counted),
    )
