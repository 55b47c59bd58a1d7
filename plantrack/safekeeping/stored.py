"""The backups that are there: how old the last one is, and whether it is still whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from plantrack.ledger import Backup, LedgerUnavailable, copies_in, wrong_with
from plantrack.ledger.manifest import MANIFEST, Manifest
from plantrack.safekeeping.failures import last_failure
from plantrack.safekeeping.findings import Area, Finding, Severity, both
from plantrack.safekeeping.places import plan_of
from plantrack.settings import Settings

_LATE = 2  # schedules passed without a backup


def stored_backups(settings: Settings, location: Path, place: Path) -> Iterator[Finding]:
    """Yield what is wrong with the backups in `place` and with the schedule."""
    failed = last_failure(place)
    if failed is not None:
        yield Finding(Severity.WARNING, Area.BACKUPS, failed)
    yield from _unreadable(place)
    made = copies_in(place, plan_of(settings))
    if not made:
        yield from _none_yet(location, place)
        return
    yield from _age(made[-1], settings)
    yield from _content(made[-1])


def _none_yet(location: Path, place: Path) -> Iterator[Finding]:
    if location.exists():
        yield Finding(
            Severity.WARNING,
            Area.BACKUPS,
            both(
                lambda say: say(
                    "There is no backup in {folder} yet. Make one: python -m plantrack backup.",
                    folder=str(place),
                )
            ),
        )


def _age(last: Backup, settings: Settings) -> Iterator[Finding]:
    now = datetime.now(UTC).replace(tzinfo=None)
    age, every = now - last.manifest.made_at, timedelta(hours=settings.backup_hours)
    if age < timedelta(0):
        yield Finding(
            Severity.WARNING,
            Area.BACKUPS,
            both(
                lambda say: say(
                    "The last backup is dated in the future: the clock of this machine was set "
                    "back. Set it right; backups go on by their numbers."
                )
            ),
        )
    elif every and age > _LATE * every:
        yield Finding(
            Severity.WARNING,
            Area.BACKUPS,
            both(
                lambda say: say(
                    "The last backup is {hours} hours old and one is due every {every} hours. "
                    "Only “python -m plantrack serve” makes them by itself: start it, or make one "
                    "now with “python -m plantrack backup”.",
                    hours=say.number(int(age / timedelta(hours=1)), 0),
                    every=say.number(settings.backup_hours, 0),
                )
            ),
        )


def _content(last: Backup) -> Iterator[Finding]:
    try:
        problems = wrong_with(last, rows=False)
    except LedgerUnavailable as refusal:
        problems = (refusal.sentence,)
    for sentence in problems:
        yield Finding(Severity.WARNING, Area.BACKUPS, sentence)
    if last.manifest.faults:
        yield Finding(
            Severity.WARNING,
            Area.BACKUPS,
            both(
                lambda say: say(
                    "The last backup was made when the ledger already had faults. No older one is "
                    "deleted; “restore latest” takes the newest made before."
                )
            ),
        )
    if last.manifest.missing:
        yield Finding(
            Severity.WARNING,
            Area.BACKUPS,
            both(
                lambda say: say.many(
                    "The last backup lacks {count} original file that was already gone or changed.",
                    "The last backup lacks {count} original files that were already gone or "
                    "changed.",
                    len(last.manifest.missing),
                )
            ),
        )


def _unreadable(place: Path) -> Iterator[Finding]:
    for path in sorted(place.glob(f"[!.]*/{MANIFEST}")):
        try:
            Manifest.read(path.parent)
        except (OSError, ValueError):
            yield _unlisted(path.parent)


def _unlisted(folder: Path) -> Finding:
    return Finding(
        Severity.WARNING,
        Area.BACKUPS,
        both(
            lambda say: say(
                "The manifest of the backup {folder} cannot be read: do not count on it.",
                folder=str(folder),
            )
        ),
    )
