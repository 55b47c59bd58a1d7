"""Append-only revisions of a plan's figures and of the plan itself."""

from plantrack.ledger.backups import (
    Backup,
    backups_in,
    clear_unfinished,
    copies_in,
    latest_in,
    prune,
)
from plantrack.ledger.embedded import EmbeddedStore
from plantrack.ledger.faults import Broken, Fault
from plantrack.ledger.in_force import TARGET_SET, recorded_set
from plantrack.ledger.manifest import Manifest, Occasion
from plantrack.ledger.read_only import ReadOnlyLedger, read_only
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
from plantrack.ledger.verifying import read_backup, wrong_with

__all__ = [
    "TARGET_SET",
    "AlreadyRecorded",
    "Backup",
    "Broken",
    "CannotWithdraw",
    "EmbeddedStore",
    "Fault",
    "Irrevocable",
    "Key",
    "LedgerUnavailable",
    "Manifest",
    "NothingToRecord",
    "Occasion",
    "ReadOnlyLedger",
    "Refusal",
    "Saved",
    "Snapshot",
    "StaleRevision",
    "Store",
    "Unavailable",
    "backups_in",
    "clear_unfinished",
    "copies_in",
    "latest_in",
    "prune",
    "read_backup",
    "read_only",
    "recorded_set",
    "wrong_with",
]
