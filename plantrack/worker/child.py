"""The child process: one task from standard input, its progress and result to standard output.

It loads the modules its command names, then waits for its limits, and under them for the task.
A task is named "module:function" and called with a function to report progress (a share from 0
to 1) and its own arguments. Nothing it prints reaches anyone.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any, BinaryIO

from plantrack.worker.frames import pickled, read_frame


def main() -> None:
    """Do one task and end."""
    gc.disable()  # one task, then the end: looking for cycles among a million cells takes longer
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # what a library prints must not get between the frames
    try:
        for module in sys.argv[1:]:
            import_module(module)
        _confine(*read_frame(sys.stdin.buffer))
        task, arguments = read_frame(sys.stdin.buffer)
        module, _, name = task.partition(":")
        function: Callable[..., Any] = getattr(import_module(module), name)
        answer = ("done", function(_reporter(answers), *arguments))
        frame = pickled(answer)
    except MemoryError:
        frame = pickled(("memory", ""))
    except BaseException as problem:  # noqa: BLE001 - a panic of a native reader is no Exception
        frame = pickled(("failed", f"{type(problem).__name__}: {problem}"[:500]))
    with suppress(BrokenPipeError):  # the program this child was kept in reserve for is gone
        answers.write(frame)


def _reporter(answers: BinaryIO) -> Callable[[float], None]:
    def report(share: float) -> None:
        answers.write(pickled(("progress", share)))

    return report


def _confine(memory: int, reserved: int, cpu_seconds: int) -> None:
    """Let the system hold this process to its limits; Windows has only the clock of its parent."""
    if os.name != "posix":
        return
    import resource

    # Nothing read here may leave a trace: no file, no core dump.
    # A second of computing more than allowed is there for the signal that says why it ended.
    for kind, soft, hard in (
        (resource.RLIMIT_DATA, memory, memory),
        (resource.RLIMIT_AS, memory + reserved, memory + reserved),
        (resource.RLIMIT_CPU, cpu_seconds, cpu_seconds + 1),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        _, most = resource.getrlimit(kind)
        highest = hard if most == resource.RLIM_INFINITY else min(hard, most)
        resource.setrlimit(kind, (min(soft, highest), highest))


if __name__ == "__main__":
    main()
