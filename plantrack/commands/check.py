"""`python -m plantrack check FILE`: what is in a file and what was found; nothing is recorded."""

from __future__ import annotations

import argparse

from plantrack.commands import files, told
from plantrack.commands.command import CannotRun, Command
from plantrack.ledger.refusals import LedgerUnavailable
from plantrack.settings import Settings


def run(settings: Settings, arguments: argparse.Namespace) -> int:
    """Exit status 0: notes at most; 1: with warnings; 2: refused; 3: not about the file."""
    try:
        with files.checked(settings, arguments) as found:
            if arguments.json:
                told.tell_json(told.described(found))
            else:
                told.tell(found)
            return found.status
    except (CannotRun, LedgerUnavailable) as problem:
        files.tell_problem(problem.sentence)
        return files.NOT_DONE


COMMAND = Command(
    "check",
    "đọc và kiểm tra một tệp số liệu, không ghi / read and check a file, record nothing",
    run,
    files.add_options,
)
