"""What parts of a page that the browser runs have in common: their files, and kept states."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def beside(module: str, *names: str) -> str:
    """Return what stands beside a module, given as its `__file__`, one after another; read once."""
    return "".join(Path(module).with_name(name).read_text("utf-8") for name in names)


def read_later() -> None:
    """Do nothing: a state without a callback is not kept for the run that reads it."""
