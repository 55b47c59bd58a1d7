"""Starting children, and keeping one in reserve that has its modules loaded already.

Starting Python with the readers takes longer than reading most files does. A child in reserve is a
process as fresh as any other: it serves one task, and is held to that task's limits before it is
given anything of it. It ends by itself when its standard input closes, so with this program.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final

from plantrack.settings import ROOT

_CHILD: Final = [sys.executable, "-m", "plantrack.worker.child"]
Child = subprocess.Popen[bytes]


def module_of(task: str) -> str:
    """Return the module of a task "module:function"."""
    return task.partition(":")[0]


def started(module: str) -> Child:
    """Return a new child, which loads `module` and waits for a task."""
    return subprocess.Popen(  # noqa: S603 - this Python and a module of this package
        [*_CHILD, module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
    )


def end(child: Child) -> None:
    """End a child for good and collect it; one that ended already is only collected."""
    child.kill()
    child.wait()


class Reserve:
    """One child in reserve for the tasks of one module, while a block wants it kept."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._module: str | None = None
        self._child: Child | None = None

    @contextmanager
    def kept(self, task: str) -> Iterator[None]:
        """Keep a child ready for the module of `task` until the block ends."""
        self._module = module_of(task)
        self.refill()
        try:
            yield
        finally:
            with self._lock:
                self._module, child, self._child = None, self._child, None
            if child is not None:
                _drop(child)

    @property
    def waiting(self) -> int | None:
        """The number of the process in reserve, None where none is."""
        return None if self._child is None else self._child.pid

    def child_for(self, task: str) -> Child:
        """Return the child in reserve where it suits and lives, else one started now."""
        module = module_of(task)
        with self._lock:
            child = None
            if module == self._module:
                child, self._child = self._child, None
        if child is not None and child.poll() is None:
            return child
        if child is not None:
            _drop(child)
        return started(module)

    def refill(self) -> None:
        """Start the next child where one is to be kept and none is: after a task, not beside it."""
        with self._lock:
            if self._module is not None and self._child is None:
                self._child = started(self._module)


def _drop(child: Child) -> None:
    end(child)
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            pipe.close()


RESERVE: Final = Reserve()
"""The reserve of this program; empty unless `serve` keeps it."""
