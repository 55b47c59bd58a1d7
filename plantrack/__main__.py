"""The command line: `python -m plantrack serve`, `backup`, `restore`, `doctor`, `rebuild`.

Why a command cannot run is said in Vietnamese and in English, with a way out; exit status 1.
A misspelt command line ends with 64, settings that cannot be used with 78 and a mistake of the
program with 70, as in sysexits.h: 1 and 2 of `check` and `record` are verdicts on a file.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from typing import Final, NoReturn

from plantrack import __version__, log
from plantrack.commands import COMMANDS, CannotRun
from plantrack.ledger.refusals import LedgerUnavailable
from plantrack.settings import Settings, SettingsProblem

USAGE: Final = 64
MISTAKE: Final = 70
SETTINGS: Final = 78


class _Parser(argparse.ArgumentParser):
    """Ends a misspelt command line with a status no command means anything else by."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{self.prog}: error: {message}\n")


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit status."""
    parser = _Parser(prog="python -m plantrack")
    parser.add_argument("--version", action="version", version=__version__)
    names = parser.add_subparsers(dest="command", required=True)
    for command in COMMANDS:
        command.add_arguments(names.add_parser(command.name, help=command.help))
    asked = parser.parse_args(arguments)
    try:
        settings = Settings.from_environment()
    except SettingsProblem as problem:
        print(problem, file=sys.stderr)
        return SETTINGS
    log.write_to(settings.log)
    command = next(one for one in COMMANDS if one.name == asked.command)
    try:
        return command.run(settings, asked)
    except (CannotRun, LedgerUnavailable) as refusal:
        print(refusal.sentence.vi, refusal.sentence.en, sep="\n", file=sys.stderr)
        return 1


if __name__ == "__main__":
    try:
        status = main()
    except Exception:  # noqa: BLE001 - told whole, but not with 1, which says something of a file
        traceback.print_exc()
        status = MISTAKE
    sys.exit(status)
