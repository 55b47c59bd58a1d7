"""How many targets move slower than their path asks."""

from __future__ import annotations

from plantrack.scorecard.rows import Scorecard
from plantrack.words import Say


def slower_sentence(scorecard: Scorecard, say: Say) -> str:
    """Return "5 of 6 targets with a pace move slower than required."; empty without a pace."""
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
