"""Plan and figures → one row a target, with the sentences that tell it."""

from plantrack.scorecard.computed import PeerVersion, Value, Values
from plantrack.scorecard.ranks import Match, Ranking, RankVersion
from plantrack.scorecard.rows import Scorecard, TargetRow, scorecard

__all__ = [
    "Match",
    "PeerVersion",
    "RankVersion",
    "Ranking",
    "Scorecard",
    "TargetRow",
    "Value",
    "Values",
    "scorecard",
]
