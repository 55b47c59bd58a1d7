"""Whether a backup is still what it was when it was made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plantrack.ledger import schema
from plantrack.ledger.backups import Backup, content_of
from plantrack.ledger.connection import refusing
from plantrack.ledger.digests import digest_of_file
from plantrack.ledger.manifest import CopiedFile, Manifest
from plantrack.ledger.reasons import Unavailable
from plantrack.ledger.refusals import LedgerUnavailable
from plantrack.model import Text

_TAKE_ANOTHER = Text("Hãy dùng bản sao lưu khác.", "Use another backup.")


def read_backup(folder: Path) -> Backup:
    """Return the backup in a folder; raises `LedgerUnavailable` when it is none."""
    try:
        return Backup(folder, Manifest.read(folder))
    except OSError as problem:
        detail = problem.strerror or str(problem)
        raise LedgerUnavailable(Unavailable.NOT_A_BACKUP, folder, detail) from problem
    except ValueError as problem:
        raise LedgerUnavailable(Unavailable.NOT_A_BACKUP, folder, str(problem)) from problem


def wrong_with(backup: Backup, *, rows: bool = True) -> tuple[Text, ...]:
    """Return a sentence for everything in a backup that is not what its manifest says.

    Every file is held against its digest; with `rows`, the ledger is opened and every table
    held against its own.
    """
    problems = list(_files(backup))
    if problems or not rows:
        return tuple(problems)
    if backup.manifest.schema_step > len(schema.STEPS):
        raise LedgerUnavailable(
            Unavailable.NEWER_SCHEMA,
            backup.ledger,
            f"{backup.manifest.schema_step} > {len(schema.STEPS)}",
        )
    with refusing(backup.ledger, Unavailable.DAMAGED):
        if content_of(backup.ledger) != backup.manifest.tables:
            problems.append(_told(backup, "plan.duckdb", "khác bản kê", "is not as listed"))
    return tuple(problems)


def _files(backup: Backup) -> Iterator[Text]:
    for listed in backup.manifest.files:
        path = backup.folder / listed.path
        if not path.resolve().is_relative_to(backup.folder.resolve()):
            yield _told(backup, listed.path, "nằm ngoài thư mục", "lies outside its folder")
        elif not path.is_file():
            yield _told(backup, listed.path, "không còn", "is gone")
        elif not _is_as_listed(path, listed):
            yield _told(backup, listed.path, "đã bị thay đổi", "was changed")


def _is_as_listed(path: Path, listed: CopiedFile) -> bool:
    return path.stat().st_size == listed.size and digest_of_file(path) == listed.digest


def _told(backup: Backup, path: str, vi: str, en: str) -> Text:
    return Text(
        f"Bản sao lưu {backup.folder}: tệp {path} {vi}. {_TAKE_ANOTHER.vi}",
        f"Backup {backup.folder}: the file {path} {en}. {_TAKE_ANOTHER.en}",
    )
