"""The command line: `python -m plantrack serve`, `backup`, `restore`, `doctor`, `rebuild`.

Why a command cannot run is said in Vietnamese and in English, with a way out; exit status 1, or
64 for a mistyped command and 78 for a setting that cannot be used.
"""

from __future__ import annotations

import sys
from pathlib import Path

from plantrack import __version__, log
from plantrack.commands import COMMANDS, CannotRun
from plantrack.commands.parser import MISCONFIGURED, Parser
from plantrack.ledger import LedgerUnavailable, Unavailable
from plantrack.settings import Settings, SettingsProblem

EXIT_STATUS = """\
mã kết thúc / exit status:
   0  đã làm xong / done
   1  không làm được, có nêu lý do / could not be done, and it is said why
  64  lệnh viết chưa đúng / the command is mistyped
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
    sys.exit(main())
