"""What one recorded revision is when it is made again from what was kept of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from plantrack import seeds
from plantrack.intake.rules import Reading, read_template
from plantrack.ledger import EmbeddedStore
from plantrack.ledger.rows import declared_sources
from plantrack.model import Figure, RevisionKind
from plantrack.opening import SEEDS_SEEN, compare
from plantrack.plan import PREFERRED, Plan
from plantrack.safekeeping.replay_sources import Recorded
from plantrack.seeds import Seeds

FILE_NAME = "file_name"  # the decision that holds the uploaded file's name
LEFT_OUT = "left_out"  # the decision that lists the cells not recorded


def seeds_of(archive: bytes) -> Seeds:
    """Return the seeds kept as an archive. Raises `SeedProblems` when they are not accepted."""
    with TemporaryDirectory(prefix="plantrack-seeds-") as folder:
        with zipfile.ZipFile(io.BytesIO(archive)) as kept:
            for name in kept.namelist():
                if Path(name).name == name:  # written by this program: no folders inside
                    (Path(folder) / name).write_bytes(kept.read(name))
        return seeds.load(Path(folder))


def made_by_start(entry: Recorded) -> bool:
    return SEEDS_SEEN in entry.decisions and entry.raw is not None


def read_again(entry: Recorded) -> bool:
    """Whether a revision was recorded from a template, with the decisions needed to reread it."""
    return (
        entry.kind is RevisionKind.RECORD and entry.raw is not None and FILE_NAME in entry.decisions
    )


def seed_rows(found: Seeds, entry: Recorded, store: EmbeddedStore) -> tuple[Figure, ...]:
    """Return the rows a start with these seeds records as a revision of the entry's kind."""
    brought, _ = compare(found, store)
    return next((rows for kind, rows in brought if kind is entry.kind), ())


def upload_rows(
    content: bytes, entry: Recorded, plan: Plan, store: EmbeddedStore
) -> tuple[Figure, ...]:
    """Return the rows the file gives under the decisions taken on it."""
    decisions: Mapping[str, Any] = entry.decisions
    sources = declared_sources(decisions)
    origin = sources[0].id if sources else ""
    reading = read_template(
        content,
        str(decisions[FILE_NAME]),
        plan,
        store.current().figures,
        series_choice=str(decisions.get("series", PREFERRED)),
        origin=origin,
    )
    return chosen(reading, decisions)


def chosen(reading: Reading, decisions: Mapping[str, Any]) -> tuple[Figure, ...]:
    """Return the rows that were not left out; one that warns needs the tick it got then."""
    left_out, ticked = set(decisions.get(LEFT_OUT, ())), set(decisions.get("ticked", ()))
    return tuple(
        replace(row.figure, revision=None)
        for row in reading.rows
        if row.cell not in left_out and (not row.needs_tick or row.cell in ticked)
    )
