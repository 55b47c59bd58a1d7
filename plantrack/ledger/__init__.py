"""Append-only revisions of a plan's figures and of the plan itself."""

from plantrack.ledger.embedded import EmbeddedStore
from plantrack.ledger.reasons import Irrevocable, Unavailable
from plantrack.ledger.refusals import (
    AlreadyRecorded,
    CannotWithdraw,
    LedgerUnavailable,
    NothingToRecord,
    Refusal,
    StaleRevision,
)
from plantrack.ledger.store import Key, Saved, Snapshot, Store

__all__ = [
    "AlreadyRecorded",
    "CannotWithdraw",
    "EmbeddedStore",
    "Irrevocable",
    "Key",
    "LedgerUnavailable",
    "NothingToRecord",
    "Refusal",
    "Saved",
    "Snapshot",
    "StaleRevision",
    "Store",
    "Unavailable",
]
