"""Which revisions stand, as of any revision: a withdrawal stands unless itself withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """What standing depends on in one revision."""

    revision: int
    withdraws: int | None
    made_at: datetime
    plan_digest: str


@dataclass(frozen=True, slots=True)
class Past:
    """The revisions up to one of them, ascending."""

    entries: Sequence[Entry]
    withdrawn: dict[int, int] = field(init=False, default_factory=dict)  # by the newest withdrawal

    def __post_init__(self) -> None:
        # Newest first: a withdrawal taken back by a later one takes nothing back itself.
        for entry in reversed(self.entries):
            if entry.withdraws is not None and entry.revision not in self.withdrawn:
                self.withdrawn.setdefault(entry.withdraws, entry.revision)

    @property
    def head(self) -> int:
        return self.entries[-1].revision if self.entries else 0

    @property
    def plan_digest(self) -> str:
        """The definition in force: that of the newest standing revision."""
        standing = (e for e in reversed(self.entries) if e.revision not in self.withdrawn)
        return next((e.plan_digest for e in standing), "")

    def until(self, revision: int) -> Past:
        """Return the past as it was when `revision` was the newest.

        Raises ValueError on a revision that does not exist.
        """
        if not 0 <= revision <= self.head:
            raise ValueError(f"no revision {revision}; the newest is {self.head}")
        return Past(self.entries[:revision])
