"""How many targets lag: behind their path by now, and slower than their path asks; and what the
drawings of both show, for who cannot see them.
"""

from __future__ import annotations

from plantrack.scorecard.rows import Scorecard
from plantrack.scorecard.telling.headline import counts_sentence
from plantrack.words import Say


def late_sentence(scorecard: Scorecard, say: Say) -> str:
    """Return "5 of 6 targets with a path stand behind it." in the words of the counts."""
    dues = [row.assessment.due for row in scorecard.rows]
    on_a_path = [due for due in dues if due is not None]
    if not on_a_path:
        return say("No target has a path to be measured on yet.")
    late = sum(due.years is None or due.years < 0 for due in on_a_path)
    if not late:
        return say("Every target with a path stands on it or ahead of it.")
    return say(
        "{late} of {all} targets with a path stand behind it.", late=late, all=len(on_a_path)
    )


def slower_sentence(scorecard: Scorecard, say: Say) -> str:
    """Return "5 of 6 targets with a pace move slower than required."; says so without a pace."""
    ratios = [row.assessment.ratio for row in scorecard.rows]
    paced = [ratio for ratio in ratios if ratio is not None]
    if not paced:
        return say("No target has a pace yet.")
    slow = sum(ratio < 1 for ratio in paced)
    if not slow:
        return say("All targets with a pace move as fast as required or faster.")
    return say(
        "{slow} of {paced} targets with a pace move slower than required.",
        slow=slow,
        paced=len(paced),
    )


def distances_shown(scorecard: Scorecard, say: Say) -> str:
    """Return what a drawing of the ways of all targets shows."""
    topic = say("How far each target has come.")
    return f"{topic} {late_sentence(scorecard, say)} {counts_sentence(scorecard, say)}"


def paces_shown(scorecard: Scorecard, say: Say) -> str:
    """Return what a drawing of yearly changes shows."""
    topic = say("Yearly change, achieved and required.")
    return f"{topic} {slower_sentence(scorecard, say)}"
