"""Backups: a folder each, made under another name, reopened and compared, then named.

A backup is a data folder of its own: `plan.duckdb`, `uploads/` and `manifest.json`. Nothing in it
names a machine, so it restores on any.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from plantrack import __version__, log
from plantrack.ledger import reading
from plantrack.ledger.connection import connect_read_only, refusing
from plantrack.ledger.copying import copy_ledger
from plantrack.ledger.digests import digest_of_file, table_digests
from plantrack.ledger.disk import dropped_on_failure, sync_folder
from plantrack.ledger.invariants import examine_rows
from plantrack.ledger.manifest import LEDGER, MANIFEST, CopiedFile, Manifest, Occasion
from plantrack.ledger.raw import NO_FILE, KeptFiles
from plantrack.ledger.reasons import Unavailable
from plantrack.ledger.refusals import LedgerUnavailable
from plantrack.ledger.schema import applied_steps

UNFINISHED = ".unfinished"


@dataclass(frozen=True, slots=True)
class Backup:
    folder: Path
    manifest: Manifest

    @property
    def ledger(self) -> Path:
        return self.folder / LEDGER


def begin(
    cursor: duckdb.DuckDBPyConnection, kept: KeptFiles, place: Path, occasion: Occasion
) -> Backup:
    """Copy the ledger of `cursor` and its kept files into an unfinished folder in `place`.

    Nobody may record meanwhile. `finish` checks the copy and gives it its name.
    """
    with refusing(reading.location_of(cursor), Unavailable.DAMAGED):
        begun = _described_ledger(cursor, place, occasion)
    if begun.folder.exists():
        shutil.rmtree(begun.folder)
    with dropped_on_failure(begun.folder):
        begun.folder.mkdir(parents=True)
        copy_ledger(cursor, kept, begun.ledger)
        copied = KeptFiles.beside(begun.ledger)
        claimed = {digest for _, digest in reading.claimed_files(cursor)} - {NO_FILE}
        missing = tuple(sorted(digest for digest in claimed if not copied.is_whole(digest)))
    return replace(begun, manifest=replace(begun.manifest, missing=missing))


def _described_ledger(cursor: duckdb.DuckDBPyConnection, place: Path, occasion: Occasion) -> Backup:
    """Return where a backup of the ledger is made, with what the ledger holds."""
    plan = reading.plan_of(cursor)
    past = reading.past(cursor, plan)
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    number = 1 + max((one.manifest.number for one in backups_in(place, plan)), default=0)
    stamp = now.strftime("%Y%m%dT%H%M%SZ")
    name = f"{plan}-{number:06}-{stamp}-revision-{past.head}"
    manifest = Manifest(
        plan=plan,
        number=number,
        revision=past.head,
        plan_digest=past.plan_digest,
        occasion=occasion,
        made_at=now,
        checked_at=now,
        program_version=__version__,
        engine_version=duckdb.__version__,
        schema_step=applied_steps(cursor) or 0,
        tables=table_digests(cursor),
        files=(),
        faults=tuple(dict.fromkeys(fault.broken.value for fault in examine_rows(cursor))),
    )
    return Backup(place / f".{name}.{os.getpid()}{UNFINISHED}", manifest)


def finish(begun: Backup) -> Backup:
    """Reopen the copy, compare it row by row with what was copied, write the manifest, name it.

    Raises `LedgerUnavailable` when the copy does not hold what the ledger held.
    """
    with dropped_on_failure(begun.folder):
        if content_of(begun.ledger) != begun.manifest.tables:
            raise LedgerUnavailable(Unavailable.BACKUP_DIFFERS, begun.folder)
        files = tuple(_described(begun.folder, path) for path in _files(begun.folder))
        checked = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
        manifest = replace(begun.manifest, files=files, checked_at=checked)
        manifest.write(begun.folder)
        for folder in (begun.folder / "uploads", begun.folder):
            sync_folder(folder)
    name = begun.folder.name.removeprefix(".").removesuffix(f".{os.getpid()}{UNFINISHED}")
    place = begun.folder.replace(begun.folder.with_name(name))
    sync_folder(place.parent)
    log.event(
        "backed_up", plan=manifest.plan, revision=manifest.revision, occasion=manifest.occasion
    )
    return Backup(place, manifest)


def back_up_before_upgrade(cursor: duckdb.DuckDBPyConnection, kept: KeptFiles, place: Path) -> None:
    """Once: a start that fails after it and is tried again finds what it made."""
    plan = reading.plan_of(cursor)
    tables = table_digests(cursor)
    if not any(
        one.manifest.occasion is Occasion.BEFORE_UPGRADE and one.manifest.tables == tables
        for one in backups_in(place, plan)
    ):
        finish(begin(cursor, kept, place, Occasion.BEFORE_UPGRADE))


def content_of(ledger: Path) -> object:
    """Return the digests of every table of a closed ledger file."""
    with connect_read_only(ledger) as connection:
        return table_digests(connection)


def backups_in(place: Path, plan: str | None = None) -> tuple[Backup, ...]:
    """Return the finished backups in a folder, oldest first; those of one plan where given."""
    found = (one for one in _readable(place) if plan in (None, one.manifest.plan))
    return tuple(sorted(found, key=lambda one: (one.manifest.number, one.folder.name)))


def copies_in(place: Path, plan: str | None = None) -> tuple[Backup, ...]:
    """Return the backups copied from a ledger, oldest first: not those made by rebuilding."""
    found = backups_in(place, plan)
    return tuple(one for one in found if one.manifest.occasion is not Occasion.REBUILT)


def latest_in(place: Path, plan: str | None = None) -> Backup | None:
    """Return the newest copy of a sound ledger; the newest of any where no sound one is left."""
    found = copies_in(place, plan)
    return next((one for one in reversed(found) if not one.manifest.faults), None) or (
        found[-1] if found else None
    )


def _readable(place: Path) -> Iterator[Backup]:
    for manifest in place.glob(f"[!.]*/{MANIFEST}"):
        try:
            yield Backup(manifest.parent, Manifest.read(manifest.parent))
        except (OSError, ValueError):  # doctor names it; a list holds those that can be used
            continue


def prune(place: Path, plan: str, keep: int) -> tuple[Backup, ...]:
    """Delete the oldest scheduled backups beyond the newest `keep`; return those deleted.

    None while the ledger has faults: the sound copies it can be mended from must outlast them.
    """
    scheduled = [
        one for one in backups_in(place, plan) if one.manifest.occasion is Occasion.SCHEDULED
    ]
    if scheduled and scheduled[-1].manifest.faults:
        return ()
    superfluous = tuple(scheduled[: max(len(scheduled) - keep, 0)])
    for one in superfluous:
        # Renamed first: a backup under its own name is always whole.
        shutil.rmtree(one.folder.replace(place / f".{one.folder.name}{UNFINISHED}"))
    return superfluous


def clear_unfinished(place: Path, plan: str) -> None:
    """Drop what programs left that were killed while they made or deleted a plan's backup.

    Only for the program that holds the ledger: no other can be making one now.
    """
    for folder in place.glob(f".{plan}-*{UNFINISHED}"):
        shutil.rmtree(folder)


def _files(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)


def _described(folder: Path, path: Path) -> CopiedFile:
    inside = path.relative_to(folder).as_posix()
    return CopiedFile(inside, path.stat().st_size, digest_of_file(path))
