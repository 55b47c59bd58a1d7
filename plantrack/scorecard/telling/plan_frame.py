"""The plan's own words beside the evidence for them; where there is none, that is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plantrack.model import Standing
from plantrack.scorecard.frame_tree import FrameNode, Measured
from plantrack.words import Say, mark
from plantrack.words.terms import standing_word

# How a plan may call the kinds of its items; another kind has no heading of its own.
_KINDS = {
    "breakthrough": mark("Breakthroughs"),
    "task": mark("Tasks"),
    "service_industry": mark("Service industries"),
    "projects": mark("Priority projects"),
    "space": mark("Spatial model"),
}


def kind_heading(kind: str, say: Say) -> str:
    """Return the heading of the items of a kind; empty for a kind that is not known."""
    return say(_KINDS[kind]) if kind in _KINDS else ""


def evidence(node: FrameNode, say: Say) -> str:
    """Return what measures an item: nothing, indicators without a target, or their standings."""
    measures = node.indicators
    if not measures:
        return say("no indicator measures it")
    aimed = [one.row for one in measures if one.row is not None]
    if not aimed:
        return say.many(
            "{count} indicator, without a target in any set",
            "{count} indicators, none with a target in any set",
            len(measures),
        )
    counted = Counter(row.standing for row in aimed)
    standings = [
        say("{count} {standing}", count=counted[one], standing=standing_word(one, say))
        for one in Standing
        if counted[one]
    ]
    told = ", ".join(_with_bare(standings, len(measures) - len(aimed), say))
    return say.many(
        "{count} indicator: {standings}",
        "{count} indicators: {standings}",
        len(measures),
        standings=told,
    )


def _with_bare(standings: list[str], bare: int, say: Say) -> list[str]:
    if not bare:
        return standings
    return [*standings, say.many("{count} without a target", "{count} without targets", bare)]


def evidence_gaps(nodes: Sequence[FrameNode], say: Say) -> str:
    """Return how many items of a kind nothing measures; empty where each has an indicator."""
    without = [node for node in nodes if not node.indicators]
    if not without or len(nodes) < 2:
        return ""
    return say("No indicator measures {count} of {all}.", count=len(without), all=len(nodes))


def measured_in(measured: Measured, target_set: str, say: Say) -> str:
    """Return which other set a standing belongs to, or that no set asks for the indicator."""
    row = measured.row
    if row is None:
        return say("no target in any set")
    if row.target.target_set == target_set:
        return ""
    return say(
        "target of “{name}”", name=say.text(row.plan.target_sets[row.target.target_set].name)
    )
