"""Taking a revision back: which ones can be, and what is appended for it."""

from __future__ import annotations

from collections.abc import Sequence

from plantrack.ledger.reasons import Irrevocable
from plantrack.ledger.writing import Draft
from plantrack.model import Revision, RevisionKind


def withdrawing(revision: int, by: str = "", reason: str = "") -> Draft:
    """Return the withdrawal of a revision, before it has its number."""
    return Draft(RevisionKind.WITHDRAWAL, (), by, reason, withdraws=revision)


def irrevocable(history: Sequence[Revision], revision: int) -> Irrevocable | None:
    """Return why `revision` cannot be withdrawn, or None when it can."""
    if not 1 <= revision <= len(history):
        return Irrevocable.UNKNOWN
    if revision == 1:
        return Irrevocable.FIRST
    entry = history[revision - 1]
    if entry.kind is RevisionKind.PLAN and "seeds" in entry.decisions:
        return Irrevocable.PLAN_AT_START
    return None if entry.stands else Irrevocable.ALREADY_WITHDRAWN
