"""`backup`: a checked copy of the ledger and its original files, also while the program runs."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack.commands.command import CannotRun, Command, tell
from plantrack.commands.serving import ask_about_missing, ask_serving, find_ledger
from plantrack.model import Text
from plantrack.settings import Settings

if TYPE_CHECKING:
    from plantrack.ledger import Backup


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--to",
        type=Path,
        metavar="FOLDER",
        help="chép thêm bản sao lưu vào thư mục mới này / copy it to this new folder as well",
    )


def run(settings: Settings, arguments: Namespace) -> int:
    """Make a backup and say where it lies and what it holds."""
    if arguments.to is not None and arguments.to.exists():
        raise CannotRun(
            Text(
                f"Đã có {arguments.to}; bản sao lưu không ghi đè. Hãy chọn thư mục khác.",
                f"{arguments.to} already exists, and a backup overwrites nothing. Choose another.",
            )
        )
    backup = make_backup(settings)
    if arguments.to is not None:
        backup = copy_to(backup, arguments.to)
    told(backup)
    return 0


def make_backup(settings: Settings) -> Backup:
    """Make a backup here, or have it made by the serving program that holds the ledger."""
    from plantrack.ledger import LedgerUnavailable, Occasion, Unavailable, read_backup, read_only
    from plantrack.safekeeping.places import backups_of

    location = find_ledger(settings)
    place = backups_of(settings, location)
    answer = ask_about_missing(place, location, "backup")
    if answer is not None:
        return read_backup(Path(str(answer["folder"])))
    try:
        with read_only(location) as ledger:
            return ledger.back_up(place, Occasion.ASKED)
    except LedgerUnavailable as refusal:
        if refusal.reason is not Unavailable.LOCKED:
            raise
    answer = ask_serving(place, location, "backup")
    return read_backup(Path(str(answer["folder"])))


def copy_to(backup: Backup, place: Path) -> Backup:
    """Copy a finished backup, under another name until it is whole and compared."""
    import shutil

    from plantrack.ledger import read_backup, wrong_with
    from plantrack.ledger.connection import refusing
    from plantrack.ledger.disk import dropped_on_failure

    unfinished = place.with_name(f".{place.name}.unfinished")
    with refusing(place):
        shutil.rmtree(unfinished, ignore_errors=True)
        with dropped_on_failure(unfinished):
            shutil.copytree(backup.folder, unfinished)
            problems = wrong_with(read_backup(unfinished))
            if problems:
                raise CannotRun(problems[0])
            unfinished.rename(place)
    return read_backup(place)


def told(backup: Backup) -> None:
    made = backup.manifest
    tell(
        Text(
            f"Đã sao lưu đến phiên bản {made.revision} vào {backup.folder}; đã mở lại và đối "
            f"chiếu {len(made.tables)} bảng, {len(made.files)} tệp.",
            f"Backed up to revision {made.revision} in {backup.folder}; reopened and compared: "
            f"{len(made.tables)} tables, {len(made.files)} files.",
        )
    )
    if made.faults:
        tell(
            Text(
                "Cơ sở dữ liệu có lỗi nên bản sao lưu cũng có; lệnh doctor cho biết lỗi nào.",
                "The ledger has faults, and so has this backup; the command doctor says which.",
            )
        )
    if made.missing:
        count = len(made.missing)
        tell(
            Text(
                f"Trong bản sao lưu thiếu {count} tệp gốc đã mất hoặc bị thay đổi từ trước; lệnh "
                "doctor cho biết tệp nào.",
                f"It lacks original files that were already gone or changed: {count}. The command "
                "doctor says which.",
            )
        )


COMMAND = Command(
    "backup",
    "sao lưu, cả khi chương trình đang chạy / back up, also while the program runs",
    run,
    add_arguments,
)
