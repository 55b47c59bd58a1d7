"""`restore`: a backup put in place, never over a ledger without `--replace`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack.commands.command import CannotRun, Command, tell
from plantrack.commands.serving import find_ledger
from plantrack.model import Text
from plantrack.settings import Settings

if TYPE_CHECKING:
    from plantrack.ledger import Backup
    from plantrack.safekeeping.restoring import Restored


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "backup",
        type=Path,
        metavar="BACKUP",
        help="thư mục bản sao lưu, hoặc “latest” / folder of a backup, or “latest”",
    )
    parser.add_argument(
        "--to",
        type=Path,
        metavar="FILE",
        help="tệp cơ sở dữ liệu mới; mặc định theo thiết đặt / new ledger file; as set by default",
    )
    parser.add_argument(
        "--replace",
        action="store_true",
        help="thay cơ sở dữ liệu đang có, giữ lại bản cũ / replace the ledger, keeping the old one",
    )


def run(settings: Settings, arguments: Namespace) -> int:
    """Check a backup, put it in place, say what it holds and what came after it."""
    from plantrack.safekeeping.restoring import NotWhole, restore

    location = arguments.to.absolute() if arguments.to is not None else find_ledger(settings)
    backup = _backup(settings, arguments.backup)
    try:
        restored = restore(backup, location, replace=arguments.replace)
    except NotWhole as problem:
        raise CannotRun(problem.sentence) from problem
    told(restored, backup)
    return 0


def _backup(settings: Settings, folder: Path) -> Backup:
    from plantrack.ledger import LedgerUnavailable, Unavailable, latest_in, read_backup
    from plantrack.safekeeping.places import backups_of, plan_of

    if folder != Path("latest"):
        return read_backup(folder.absolute())
    place = backups_of(settings, find_ledger(settings))
    latest = latest_in(place, plan_of(settings))
    if latest is None:
        raise LedgerUnavailable(Unavailable.NO_BACKUP, place)
    return latest


def told(restored: Restored, backup: Backup) -> None:
    tell(
        Text(
            f"Đã khôi phục đến phiên bản {restored.revision} vào {restored.location}, từ bản sao "
            f"lưu {backup.folder.name}.",
            f"Restored to revision {restored.revision} in {restored.location}, from the backup "
            f"{backup.folder.name}.",
        )
    )
    if backup.manifest.faults:
        tell(
            Text(
                "Cơ sở dữ liệu đã có lỗi khi được sao lưu: hãy chạy lệnh doctor, hoặc khôi phục "
                "một bản sao lưu cũ hơn.",
                "The ledger already had faults when it was backed up: run the command doctor, or "
                "restore an older backup.",
            )
        )
    if restored.aside is not None:
        tell(
            Text(
                f"Những gì bị thay thế được giữ trong {restored.aside}.",
                f"What was replaced is kept in {restored.aside}.",
            )
        )
    if restored.later:
        names = "\n".join(f"  {path}" for path in restored.later)
        tell(
            Text(
                f"Số tệp gốc được ghi sau bản sao lưu này: {len(restored.later)}; hãy tải lên lại:",
                f"Original files recorded after this backup: {len(restored.later)}; upload them "
                f"again:\n{names}",
            )
        )


COMMAND = Command(
    "restore",
    "khôi phục một bản sao lưu / restore a backup",
    run,
    add_arguments,
)
