"""`rebuild`: a ledger made anew from what its revisions keep, held against the old one."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from plantrack.commands.command import CannotRun, Command, tell
from plantrack.commands.rebuild_words import (
    AS_BEFORE,
    first_lost,
    from_a_backup,
    no_ledger_in,
    not_replayed,
    nothing_in,
    outcome_told,
    summary,
)
from plantrack.commands.serving import find_ledger
from plantrack.settings import Settings

if TYPE_CHECKING:
    from plantrack.safekeeping.outcomes import Step

DIFFERS = 4


def add_arguments(parser: ArgumentParser) -> None:
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--from",
        dest="backup",
        type=Path,
        metavar="BACKUP",
        help="dựng lại từ bản sao lưu này / rebuild from this backup",
    )
    source.add_argument(
        "--files",
        type=Path,
        metavar="FOLDER",
        help="chỉ từ các tệp gốc trong thư mục này, khi cơ sở dữ liệu đã mất"
        " / from the original files in this folder alone, when the ledger is lost",
    )


def run(settings: Settings, arguments: Namespace) -> int:
    """Rebuild, say revision by revision whether it equals the old one, keep it as a backup."""
    from plantrack.ledger import Occasion, read_only
    from plantrack.ledger.connection import refusing
    from plantrack.safekeeping.places import backups_of

    location = find_ledger(settings)
    place = backups_of(settings, location)
    with refusing(place):
        place.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".rebuilding-", dir=place) as folder:
        made = Path(folder) / "plan.duckdb"
        steps = _rebuilt(location, arguments, made)
        for step in steps:
            tell(outcome_told(step))
        with read_only(made) as ledger:
            backup = ledger.back_up(place, Occasion.REBUILT)
    equal = all(step.outcome in AS_BEFORE for step in steps)
    tell(summary(backup.folder, equal=equal))
    return 0 if equal else DIFFERS


def _rebuilt(location: Path, arguments: Namespace, made: Path) -> tuple[Step, ...]:
    """Rebuild at `made` from what the arguments name. Raises `CannotRun`."""
    from plantrack.ledger import LedgerUnavailable, Unavailable, read_only
    from plantrack.ledger.raw import KeptFiles
    from plantrack.safekeeping.outcomes import CannotReplay, FirstLost
    from plantrack.safekeeping.rebuilding import definitions_of, rebuild
    from plantrack.safekeeping.replay_sources import FromFiles, FromLedger

    try:
        if arguments.files is not None:
            folder = arguments.files.absolute()
            steps = rebuild(FromFiles(KeptFiles(folder, folder)), made, {})
            if not steps:
                raise CannotRun(nothing_in(folder))
            return steps
        folder = location.parent if arguments.backup is None else arguments.backup.absolute()
        old = location if arguments.backup is None else folder / "plan.duckdb"
        if arguments.backup is not None and not old.is_file():
            raise CannotRun(no_ledger_in(folder))
        with read_only(old) as ledger:
            return rebuild(FromLedger(ledger), made, definitions_of(ledger))
    except FirstLost as problem:
        raise CannotRun(first_lost(problem.number, folder)) from problem
    except CannotReplay as problem:
        raise CannotRun(not_replayed(problem)) from problem
    except LedgerUnavailable as refusal:
        if refusal.reason is not Unavailable.LOCKED:
            raise
        raise CannotRun(from_a_backup(location)) from refusal


COMMAND = Command(
    "rebuild",
    "dựng lại cơ sở dữ liệu từ các tệp gốc và đối chiếu / rebuild the ledger and compare",
    run,
    add_arguments,
    epilog="""\
mã kết thúc / exit status:
   0  mọi phiên bản giống hệt / every revision is equal
   1  không dựng lại được, có nêu lý do / could not be rebuilt, and it is said why
   4  có phiên bản khác hoặc không đối chiếu được / a revision differs or cannot be compared""",
)
