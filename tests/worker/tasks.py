"""What the children of these tests are given to do."""

from __future__ import annotations

import mmap
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

Report = Callable[[float], None]


def add(report: Report, one: int, other: int) -> int:
    report(0.5)
    return one + other


def print_noise(_: Report) -> str:
    sys.stdout.write("<script>alert(1)</script>\n")
    sys.stdout.flush()
    sys.stderr.write("noise\n")
    os.write(1, b"noise")
    return "quiet"


def compute_for_ever(_: Report) -> None:
    while True:
        pass


def sleep_for_ever(report: Report) -> None:
    report(0.25)
    time.sleep(600)


def take_memory(_: Report, size: int) -> int:
    return len(bytearray(size))


def hold(_: Report, megabytes: int) -> int:
    kept = [os.urandom(2**20) for _ in range(megabytes)]
    return len(kept)


def claim(_: Report, megabytes: int) -> int:
    """Reserve addresses as an engine of JavaScript does: nothing may be written there."""
    size = megabytes * 2**20
    with mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=mmap.PROT_READ):
        return megabytes


def raise_something(_: Report) -> None:
    raise LookupError("Bảng nào?")


def die(_: Report, number: int) -> None:
    os.kill(os.getpid(), number)
    signal.pause()


def leave_a_trace(_: Report, path: str) -> None:
    Path(path).write_bytes(b"trace")


def process(_: Report) -> int:
    return os.getpid()


def unpicklable(_: Report) -> object:
    return lambda: None


_REMEMBERED: list[int] = []


def remember(_: Report, number: int) -> list[int]:
    _REMEMBERED.append(number)
    return _REMEMBERED


def length(_: Report, content: bytes) -> int:
    return len(content)
