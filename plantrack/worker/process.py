"""Starting a child, waiting for it, ending it: what it did comes back as a value."""

from __future__ import annotations

import os
import queue
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from threading import BoundedSemaphore, Lock, Thread
from time import monotonic
from typing import BinaryIO, Final

from plantrack.worker.children import RESERVE, Child, end
from plantrack.worker.frames import pickled, read_frame
from plantrack.worker.limits import Limits

_TICK: Final = 0.1  # seconds between two looks at the clock


class Ended(StrEnum):
    """Why a child gave no result."""

    TOO_LONG = "too_long"
    TOO_MUCH_MEMORY = "too_much_memory"
    CANCELLED = "cancelled"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Failed:
    """No result: why, and for the log what the child said."""

    why: Ended
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a task returned."""

    value: object


@dataclass(frozen=True, slots=True)
class Progress:
    """How long a child has been at work, and its share of the work where it tells."""

    seconds: float
    share: float | None


Watcher = Callable[[Progress], None]


class Worker:
    """One child at a time: starting another ends the one before. One Worker a session.

    All Workers of a program share the machine: no more children run than it has processors,
    the others wait, and waiting is part of what is watched but not of their time.
    """

    _room = BoundedSemaphore(max(os.cpu_count() or 1, 2))

    def __init__(self) -> None:
        self._lock = Lock()
        self._child: Child | None = None
        self._turn = 0

    def run(
        self,
        task: str,
        arguments: Sequence[object],
        limits: Limits,
        watch: Watcher = lambda _: None,
    ) -> Outcome | Failed:
        """Return what the task "module:function" returns for `arguments`, or why nothing came.

        `watch` is called about ten times a second. What it raises ends the child, and goes on.
        """
        with self._lock:
            self._turn += 1
            turn = self._turn
            self._end_child()
        begun = monotonic()
        while not self._room.acquire(timeout=_TICK):
            watch(Progress(monotonic() - begun, None))
            if turn != self._turn:
                return Failed(Ended.CANCELLED)
        try:
            return self._attended(turn, task, arguments, limits, watch)
        finally:
            self._room.release()
            RESERVE.refill()

    def cancel(self) -> None:
        """End what runs now; `run` then returns that it was cancelled."""
        with self._lock:
            self._turn += 1
            self._end_child()

    @property
    def busy(self) -> bool:
        return self._child is not None and self._child.poll() is None

    def _attended(
        self, turn: int, task: str, arguments: Sequence[object], limits: Limits, watch: Watcher
    ) -> Outcome | Failed:
        # In two frames: the child is held to the limits before it is given anything else.
        limited = pickled((limits.memory, limits.reserved, limits.cpu_seconds))
        job = limited + pickled((task, tuple(arguments)))
        with self._lock:
            if turn != self._turn:
                return Failed(Ended.CANCELLED)
            child = self._child = RESERVE.child_for(task)
        try:
            answer = _answer(child, job, limits, watch)
        finally:
            end(child)
        return Failed(Ended.CANCELLED) if turn != self._turn else answer

    def _end_child(self) -> None:
        if self._child is not None:
            end(self._child)
            self._child = None


def _answer(child: Child, job: bytes, limits: Limits, watch: Watcher) -> Outcome | Failed:
    """Wait for the result, the end of the child or the end of its time."""
    frames: queue.Queue[tuple[str, object]] = queue.Queue()
    Thread(target=_converse, args=(child, job, frames), daemon=True).start()
    begun, share = monotonic(), None
    while True:
        seconds = monotonic() - begun
        if seconds > limits.wall_seconds:
            return Failed(Ended.TOO_LONG)
        watch(Progress(seconds, share))
        with suppress(queue.Empty):
            kind, value = frames.get(timeout=_TICK)
            match kind:
                case "progress":
                    share = float(str(value))
                case "done":
                    return Outcome(value)
                case "memory":
                    return Failed(Ended.TOO_MUCH_MEMORY)
                case "failed":
                    return Failed(Ended.FAILED, str(value))
                case _:
                    return _of_status(child.wait())


def _converse(child: Child, job: bytes, frames: queue.Queue[tuple[str, object]]) -> None:
    """Hand the job over and pass on what comes back, in a thread: pipes can block anyone."""
    into, out = _pipes(child)
    # Closing flushes, and a child that is gone is met there again.
    with suppress(OSError), into:
        into.write(job)
    with suppress(EOFError, OSError), out:
        while True:
            kind, value = read_frame(out)
            frames.put((kind, value))
    frames.put(("ended", None))


def _pipes(child: Child) -> tuple[BinaryIO, BinaryIO]:
    if child.stdin is None or child.stdout is None:
        raise AssertionError("the child was started without pipes")
    return child.stdin, child.stdout  # type: ignore[return-value]


def _of_status(status: int) -> Failed:
    """Return what the way a child ended says about why."""
    detail = f"exit status {status}"
    if os.name != "posix" or status >= 0:
        return Failed(Ended.FAILED, detail)
    if -status == signal.SIGXCPU:
        return Failed(Ended.TOO_LONG, detail)
    # What is refused memory aborts or traps; a system short of memory kills.
    if -status in (signal.SIGABRT, signal.SIGTRAP, signal.SIGKILL):
        return Failed(Ended.TOO_MUCH_MEMORY, detail)
    return Failed(Ended.FAILED, detail)
