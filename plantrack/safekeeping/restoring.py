"""Putting a backup in place: checked first, never over a ledger without being told to.

A ledger that is replaced is kept aside, and so is every file that differs. Original files the
backup does not know stay where they are: the next start sets them aside as belonging to no
revision, and what was recorded after the backup can be uploaded again from them.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from plantrack import log
from plantrack.ledger import Backup, LedgerUnavailable, Unavailable, read_only, wrong_with
from plantrack.ledger.connection import refusing
from plantrack.ledger.digests import digest_of_file
from plantrack.ledger.disk import dropped_on_failure, put_in_place, sync_file, sync_folder
from plantrack.ledger.raw import KeptFiles
from plantrack.model import RevisionKind, Text


class NotWhole(Exception):
    """The backup is not what its manifest says; nothing was restored."""

    def __init__(self, problems: tuple[Text, ...]) -> None:
        super().__init__("; ".join(one.en for one in problems))
        self.sentence = Text(
            "\n".join(one.vi for one in problems), "\n".join(one.en for one in problems)
        )


@dataclass(frozen=True, slots=True)
class Restored:
    """`aside` is where the replaced ledger lies now; `later` the original files recorded after
    the backup, which the restored ledger does not know.
    """

    location: Path
    revision: int
    aside: Path | None
    later: tuple[Path, ...]


def restore(backup: Backup, location: Path, *, replace: bool = False) -> Restored:
    """Put a backup in place as the ledger at `location`, with its original files.

    Raises `NotWhole`, and `LedgerUnavailable` when the place is taken or in use. Killed at any
    moment, it leaves at `location` the old ledger or the restored one, each whole.
    """
    location = location.resolve()
    problems = wrong_with(backup)
    if problems:
        raise NotWhole(problems)
    with refusing(location):
        _refuse_place(backup, location, replace=replace)
        location.parent.mkdir(parents=True, exist_ok=True)
        for left in location.parent.glob(f"{location.name}.restored-*"):
            left.unlink()  # of a restore that was killed
        unfinished = location.with_name(f"{location.name}.restored-{os.getpid()}")
        place = _place_aside(location)
        kept = KeptFiles.beside(location)
        with dropped_on_failure(unfinished):
            shutil.copyfile(backup.ledger, unfinished)
            sync_file(unfinished)
            _copy_kept(KeptFiles.beside(backup.ledger), kept, place / "uploads")
            _keep_aside(location, place)
        if location.exists():
            unfinished.replace(location)
            sync_folder(location.parent)
        else:
            put_in_place(unfinished, location)
    log.event("restored", plan=backup.manifest.plan, revision=backup.manifest.revision)
    return Restored(
        location,
        backup.manifest.revision,
        place if place.exists() else None,
        _later(kept, {Path(one.path).name for one in backup.manifest.files}),
    )


def _refuse_place(backup: Backup, location: Path, *, replace: bool) -> None:
    """Raise unless `location` is free, or may be replaced and nobody has it open."""
    if not location.exists():
        return
    if not location.is_file():
        raise LedgerUnavailable(Unavailable.INTO_A_FOLDER, location)
    if not replace:
        raise LedgerUnavailable(Unavailable.WOULD_REPLACE, location)
    try:
        with read_only(location) as ledger:
            held = ledger.plan_id
    except LedgerUnavailable as refusal:
        if refusal.reason is Unavailable.LOCKED:
            raise
        return  # a damaged ledger is what a backup is for
    if held != backup.manifest.plan:
        detail = f"{held} ≠ {backup.manifest.plan}"
        raise LedgerUnavailable(Unavailable.OVER_ANOTHER_PLAN, location, detail)


def _place_aside(location: Path) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    home = KeptFiles.beside(location).uploads.parent / "replaced"
    place, count = home / stamp, 1
    while place.exists():
        count += 1
        place = home / f"{stamp}-{count}"
    return place


def _keep_aside(location: Path, place: Path) -> None:
    """Give the old ledger a second name before its own is given away; its journal goes along,
    also one whose ledger is gone: DuckDB would read it into the restored one.
    """
    journal = location.with_name(f"{location.name}.wal")
    if not location.exists() and not journal.exists():
        return
    place.mkdir(parents=True, exist_ok=True)
    if location.exists():
        os.link(location, place / location.name)
    if journal.exists():
        journal.replace(place / journal.name)
    sync_folder(place)


def _copy_kept(source: KeptFiles, kept: KeptFiles, aside: Path) -> None:
    kept.uploads.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.uploads.glob("*")):
        standing = kept.uploads / path.name
        if standing.exists():
            if digest_of_file(standing) == digest_of_file(path):
                continue
            aside.mkdir(parents=True, exist_ok=True)
            shutil.copy2(standing, aside / path.name)
        unfinished = standing.with_name(f"{standing.name}.unfinished")
        shutil.copyfile(path, unfinished)
        sync_file(unfinished)
        unfinished.replace(standing)
    sync_folder(kept.uploads)


def _later(kept: KeptFiles, known: Iterable[str]) -> tuple[Path, ...]:
    """Return the uploaded files (not their decisions, not seeds) the backup does not know."""
    by_start = (RevisionKind.SEED, RevisionKind.PLAN)
    seeds = {digest for digest, found in kept.descriptions() if found.get("kind") in by_start}
    unknown = (path for path in sorted(kept.uploads.glob("*")) if path.name not in known)
    return tuple(path for path in unknown if path.suffix != ".json" and path.stem not in seeds)
