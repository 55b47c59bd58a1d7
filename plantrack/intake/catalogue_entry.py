"""What the catalogue keeps for each code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What a finding does to its row (for shares: to that year's set)."""

    BLOCKS = "blocks"  # cannot be stored truthfully
    ASKS = "asks"  # stays out until the reader answers
    WARNS = "warns"  # goes in only after a tick
    NOTES = "notes"  # said only


@dataclass(frozen=True, slots=True)
class Entry:
    """`hint` follows the sentence when the finding has suggestions."""

    severity: Severity
    sentence: str
    remedy: str
    hint: str | None = None
