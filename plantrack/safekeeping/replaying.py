"""What one recorded revision is when it is made again from what was kept of it."""

from __future__ import annotations

from dataclasses import replace

from plantrack.ledger import TARGET_SET, EmbeddedStore, recorded_set
from plantrack.ledger.raw import KeptFiles
from plantrack.model import Figure, RevisionKind
from plantrack.opening import SEEDS_SEEN, compare
from plantrack.plan import Plan
from plantrack.safekeeping.replay_sources import Recorded
from plantrack.seeds import Seeds
from plantrack.update.recording import FILE_NAME, rows_again
from plantrack.update.set_recording import set_again


def made_by_start(entry: Recorded) -> bool:
    return SEEDS_SEEN in entry.decisions and entry.raw is not None


def read_again(entry: Recorded) -> bool:
    """Whether a revision was recorded from a template, with the decisions needed to reread it."""
    return (
        entry.kind is RevisionKind.RECORD and entry.raw is not None and FILE_NAME in entry.decisions
    )


def records_set(entry: Recorded) -> bool:
    return entry.kind is RevisionKind.PLAN and recorded_set(entry.decisions) is not None


def set_entry(entry: Recorded, kept: KeptFiles, store: EmbeddedStore) -> Recorded:
    """Return the entry with the target set its file gives now, or with none if it is refused."""
    content = kept.read(entry.raw or "")
    found = set_again(content, entry.decisions, store.plan, store.current().figures)
    others = {key: value for key, value in entry.decisions.items() if key != TARGET_SET}
    told = others if found is None else {**others, TARGET_SET: found}
    return replace(entry, decisions=told)


def seed_rows(found: Seeds, entry: Recorded, store: EmbeddedStore) -> tuple[Figure, ...]:
    """Return the rows a start with these seeds records as a revision of the entry's kind."""
    brought, _ = compare(found, store)
    return next((rows for kind, rows in brought if kind is entry.kind), ())


def upload_rows(
    content: bytes, entry: Recorded, plan: Plan, store: EmbeddedStore
) -> tuple[Figure, ...]:
    """Return the rows the file gives under the decisions taken on it."""
    return rows_again(content, entry.decisions, plan, store.current().figures)
