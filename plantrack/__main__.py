"""The command line: `python -m plantrack serve`, `backup`, `restore`, `doctor`, `rebuild`.

Why a command cannot run is said in Vietnamese and in English, with a way out; exit status 1.
"""

from __future__ import annotations

import argparse
import sys

from plantrack import __version__, log
from plantrack.commands import COMMANDS, CannotRun
from plantrack.ledger.refusals import LedgerUnavailable
from plantrack.settings import Settings, SettingsProblem


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m plantrack")
    parser.add_argument("--version", action="version", version=__version__)
    names = parser.add_subparsers(dest="command", required=True)
    for command in COMMANDS:
        command.add_arguments(names.add_parser(command.name, help=command.help))
    asked = parser.parse_args(arguments)
    try:
        settings = Settings.from_environment()
    except SettingsProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    log.write_to(settings.log)
    command = next(one for one in COMMANDS if one.name == asked.command)
    try:
        return command.run(settings, asked)
    except (CannotRun, LedgerUnavailable) as refusal:
        print(refusal.sentence.vi, refusal.sentence.en, sep="\n", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
