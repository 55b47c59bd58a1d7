"""What is not known, in a few lines: each reason once, after the targets it keeps unassessed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from plantrack.model import Standing
from plantrack.scorecard import Scorecard
from plantrack.scorecard.telling import because
from plantrack.words import Say

_NAMED: Final = 4  # targets named before a reason
_REASONS: Final = 4


def unknown(card: Scorecard, say: Say) -> list[str]:
    """Return the reasons why targets cannot be assessed; what has no room is counted."""
    found: dict[str, list[str]] = {}
    for row in card.ordered:
        if row.standing is Standing.NOT_ASSESSED:
            found.setdefault(because(row, say), []).append(say.text(row.indicator.name))
    told = [
        say("{name}: {verdict}.", name=_named(names, say), verdict=reason)
        for reason, names in list(found.items())[:_REASONS]
    ]
    more = sum(len(names) for names in list(found.values())[_REASONS:])
    if not more:
        return told
    return [
        *told,
        say.many(
            "{count} more target, for another reason; the full report has it.",
            "{count} more targets, for other reasons; the full report has them.",
            more,
        ),
    ]


def _named(names: Sequence[str], say: Say) -> str:
    more = len(names) - _NAMED
    if more <= 0:
        return "; ".join(names)
    told = say.many("{count} more target", "{count} more targets", more)
    return "; ".join([*names[:_NAMED], told])
