"""The command line: `python -m plantrack serve`, `backup`, `restore`, `doctor`, `rebuild`.

Why a command cannot run is said in Vietnamese and in English, with a way out; exit status 1.
A mistyped command ends with 64, a setting that cannot be used with 78 and a mistake of the program
with 70, as in sysexits.h: 1 and 2 of `check` and `record` are verdicts on a file.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

from plantrack import __version__, log
from plantrack.commands import COMMANDS, CannotRun
from plantrack.commands.parser import MISCONFIGURED, MISTAKEN, Parser
from plantrack.ledger import LedgerUnavailable, Unavailable
from plantrack.settings import Settings, SettingsProblem

EXIT_STATUS = """\
mã kết thúc / exit status:
   0  đã làm xong / done
   1  không làm được, có nêu lý do / could not be done, and it is said why
  64  lệnh viết chưa đúng / the command is mistyped
  70  lỗi của chương trình / a mistake of the program
  78  thiết đặt không dùng được / a setting cannot be used
Một số lệnh có thêm mã riêng / some commands have more: python -m plantrack LỆNH --help"""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit status."""
    asked = parser().parse_args(arguments)
    try:
        settings = Settings.from_environment()
    except SettingsProblem as problem:
        print(problem, file=sys.stderr)
        return MISCONFIGURED
    log.write_to(settings.log)
    command = next(one for one in COMMANDS if one.name == asked.command)
    try:
        return command.run(settings, asked)
    except (CannotRun, LedgerUnavailable) as refusal:
        told = refusal.sentence
    except OSError as problem:
        place = Path(problem.filename or settings.data)
        told = LedgerUnavailable(Unavailable.DISK, place, problem.strerror or "").sentence
    print(told.vi, told.en, sep="\n", file=sys.stderr)
    return 1


def parser() -> Parser:
    """Return the parser of every command."""
    made = Parser(
        "python -m plantrack",
        "Bảng theo dõi việc thực hiện kế hoạch / Dashboards of how far a plan has come",
        EXIT_STATUS,
    )
    made.add_argument(
        "--version", action="version", version=__version__, help="xem phiên bản / show the version"
    )
    names = made.add_subparsers(
        dest="command", required=True, prog=made.prog, title="lệnh / commands"
    )
    for command in COMMANDS:
        explained = names.add_parser(
            command.name, help=command.help, description=command.help, epilog=command.epilog
        )
        command.add_arguments(explained)
    return made


if __name__ == "__main__":
    try:
        status = main()
    except Exception:  # noqa: BLE001 - told whole, but not with 1, which says something of a file
        traceback.print_exc()
        status = MISTAKEN
    sys.exit(status)
