"""The commands of `python -m plantrack`, one module each; a new one is one line here."""

from __future__ import annotations

from plantrack.commands import backup, check, doctor, export, rebuild, record, restore, serve
from plantrack.commands.command import CannotRun, Command

__all__ = ["COMMANDS", "CannotRun", "Command"]

COMMANDS = (
    serve.COMMAND,
    check.COMMAND,
    record.COMMAND,
    export.COMMAND,
    backup.COMMAND,
    restore.COMMAND,
    doctor.COMMAND,
    rebuild.COMMAND,
)
