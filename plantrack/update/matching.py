"""The matching confirmed on a file, remembered for the next one of the same shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from plantrack import log
from plantrack.intake.matchings import KIND, Matching, remembered, restored
from plantrack.intake.rules import Reading
from plantrack.ledger.refusals import Refusal
from plantrack.ledger.store import Store


@dataclass(frozen=True, slots=True)
class KnownMatching:
    """Answers confirmed before, by whom and when (UTC, naive)."""

    matching: Matching
    by: str
    at: datetime

    def used(self, answers: Mapping[str, str]) -> tuple[str, ...]:
        """Return the questions whose answer is the remembered one."""
        known = self.matching.answers
        return tuple(key for key in known if answers.get(key) == known[key])

    def told(self) -> dict[str, str]:
        """Return what a revision keeps of it."""
        return {"by": self.by, "at": self.at.isoformat(timespec="seconds")}


def known_matching(store: Store, reading: Reading) -> KnownMatching | None:
    """Return what is remembered for files of this shape; raises the ledger's refusals."""
    if not reading.fingerprint:
        return None
    saved = next((one for one in store.saved(KIND) if one.name == reading.fingerprint), None)
    if saved is None or not isinstance(saved.value, Mapping):
        return None
    return KnownMatching(restored(saved.value), saved.saved_by, saved.saved_at)


def new_answers(known: KnownMatching | None, answers: Mapping[str, str]) -> dict[str, str]:
    """Return the remembered answers to what was not answered on this file."""
    matched = {} if known is None else known.matching.answers
    return {key: answer for key, answer in matched.items() if key not in answers}


def remember_matching(store: Store, reading: Reading, answers: Mapping[str, str], by: str) -> None:
    """Keep the answers a file was recorded with, where they differ from those known.

    Nothing that stands depends on it, so a ledger that refuses is only logged.
    """
    asked = {one.id for one in reading.questions}
    given = {key: answer for key, answer in answers.items() if key in asked}
    matching = remembered(reading.fingerprint, given)
    if matching is None:
        return
    try:
        known = known_matching(store, reading)
        if known is None or dict(known.matching.answers) != dict(matching.answers):
            store.save(KIND, matching.fingerprint, matching.as_value(), by)
    except Refusal as refusal:
        log.event("matching_not_kept", reason=type(refusal).__name__)


def forget_matching(store: Store, fingerprint: str) -> None:
    """Forget what was confirmed for files of a shape; what is recorded stays."""
    store.forget(KIND, fingerprint)
