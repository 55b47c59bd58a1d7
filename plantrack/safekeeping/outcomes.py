"""What became of each revision that was made again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plantrack.model import Figure, Period, RevisionKind


class Outcome(StrEnum):
    """What became of one revision."""

    EQUAL = "equal"
    COPIED = "copied"  # not made from a file that can be read again: its rows were taken over
    CHANGED_RULE = "changed_rule"
    CONSEQUENCE = "consequence"  # differs because an earlier revision does
    REPEATED = "repeated"  # made again, with nothing left to compare it with
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure of one series, place and period before and after; None: not recorded."""

    key: tuple[str, str, Period]
    before: Figure | None
    after: Figure | None


@dataclass(frozen=True, slots=True)
class Step:
    number: int
    kind: RevisionKind | None
    outcome: Outcome
    read_by: str = ""  # the program version that recorded it
    differences: tuple[Difference, ...] = ()


class CannotReplay(Exception):
    """A revision's plan is not accepted by this version; nothing after it can be rebuilt."""

    def __init__(self, number: int, version: str, reason: str) -> None:
        super().__init__(reason)
        self.number, self.version, self.reason = number, version, reason


class FirstLost(Exception):
    """Nothing is left of the revision that brought the plan: nothing can be made again."""

    def __init__(self, number: int) -> None:
        super().__init__(f"nothing is left of revision {number}")
        self.number = number
