"""The commands of `python -m plantrack`, one module each; a new one is one line here."""

from __future__ import annotations

from plantrack.commands import serve
from plantrack.commands.command import CannotRun, Command

__all__ = ["COMMANDS", "CannotRun", "Command"]

COMMANDS = (serve.COMMAND,)
