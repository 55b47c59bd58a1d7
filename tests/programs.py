"""Programs of their own that work until they end, are killed, or kill themselves."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

PATIENCE = 90.0  # seconds a program may take on a busy machine
KILLED = -9
_MOST_STARTS = 5  # of a program that is to be killed
_IMPORTED = (
    "tests.ledger.killed",
    "tests.safekeeping.harmed",
    "tests.update.killed",
    "tests.update.killed_set",
    # DuckDB imports them at the first query with a parameter, which takes seconds.
    "pandas",
    "pyarrow",
)


def server() -> ForkServerContext:
    """Return what starts programs from a server that has imported what they need."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(_IMPORTED))
    return context


def told_by(
    programs: ForkServerContext, work: Callable[..., None], *arguments: object, told: Path
) -> list[str]:
    """Run a program to its end and return the lines it wrote down."""
    program = _started(programs, work, (*arguments, told))
    assert _ended(program) == 0, f"it ended with {program.exitcode}"
    return told.read_text(encoding="utf-8").splitlines() if told.exists() else []


def kills_itself(
    programs: ForkServerContext, work: Callable[..., None], *arguments: object
) -> None:
    """Run a program that dies by its own hand."""
    program = _started(programs, work, arguments)
    assert _ended(program) == KILLED, f"it must be killed, not end by itself: {program.exitcode}"


def killed(
    programs: ForkServerContext,
    work: Callable[..., None],
    *arguments: object,
    told: Path,
    moment: float,
    lines: int = 1,
) -> int:
    """Start a program, kill it a moment after it told some lines, return what it had finished.

    Its file may be refused for a moment while the last holder is still going away: one that ends
    by itself is started again, a few times.
    """
    for _ in range(_MOST_STARTS):
        told.unlink(missing_ok=True)
        program = _started(programs, work, (*arguments, told))
        deadline = time.monotonic() + PATIENCE
        while program.is_alive() and _lines(told) < lines and time.monotonic() < deadline:
            time.sleep(0.001)
        enough = _lines(told) >= lines
        if enough:
            time.sleep(moment)
        program.kill()
        program.join(PATIENCE)
        assert enough or time.monotonic() < deadline, "it told nothing, and did not end either"
        if enough and program.exitcode == KILLED:
            numbers = [int(word) for word in told.read_text().split() if word.isdigit()]
            return max(numbers, default=0)
    raise AssertionError(f"it ended by itself each time, at last with {program.exitcode}")


def _started(
    programs: ForkServerContext, work: Callable[..., None], arguments: tuple[object, ...]
) -> ForkServerProcess:
    program = programs.Process(target=work, args=arguments, daemon=True)
    program.start()
    return program


def _ended(program: ForkServerProcess) -> int | None:
    program.join(PATIENCE)
    if program.is_alive():
        program.kill()
        program.join(PATIENCE)
        raise AssertionError("it did not end")
    return program.exitcode


def _lines(told: Path) -> int:
    return told.read_bytes().count(b"\n") if told.exists() else 0
