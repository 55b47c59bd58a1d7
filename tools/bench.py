"""Measure what a reader waits for: `make bench`. Times are of this machine.

Each measure is one function in `MEASURES`; it returns seconds. Runs on a copy of nothing: the
ledger is made anew in a temporary folder and deleted.
"""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60.0  # seconds


def main() -> int:
    with tempfile.TemporaryDirectory() as data:
        os.environ["PLANTRACK_DATA"] = data
        for measure in MEASURES:
            seconds = [measure() for _ in range(3)]
            name = (measure.__doc__ or "").splitlines()[0].rstrip(".")
            print(f"{statistics.median(seconds):8.2f} s  {name} (slowest {max(seconds):.2f} s)")
    return 0


def served() -> float:
    """From `python -m plantrack serve` until the server answers; the first one seeds."""
    port = _free_port()
    environment = {**os.environ, "PLANTRACK_PORT": str(port)}
    began = time.perf_counter()
    server = subprocess.Popen(
        [sys.executable, "-m", "plantrack", "serve"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not _healthy(port):
            if server.poll() is not None or time.perf_counter() - began > PATIENCE:
                raise RuntimeError("the server did not start: try `make run` and read what it says")
            time.sleep(0.02)
        return time.perf_counter() - began
    finally:
        server.terminate()
        server.wait()


def first_screen() -> float:
    """The overview in a new session, in a process that has drawn nothing yet."""
    return _script(repeat=0)


def redrawn_screen() -> float:
    """The overview drawn again in the same session."""
    return _script(repeat=1)


MEASURES: tuple[Callable[[], float], ...] = (served, first_screen, redrawn_screen)


def _script(repeat: int) -> float:
    """Seconds of the last of `1 + repeat` runs of the dashboard in one new process."""
    program = (
        "import sys, time\n"
        "from streamlit.testing.v1 import AppTest\n"
        "page = AppTest.from_file('dashboard.py', default_timeout=60)\n"
        "for _ in range(1 + int(sys.argv[1])):\n"
        "    began = time.perf_counter(); page.run(); took = time.perf_counter() - began\n"
        "assert not page.exception, page.exception\n"
        "print(took)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, str(repeat)],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    return float(ended.stdout.splitlines()[-1])


def _healthy(port: int) -> bool:
    try:
        address = f"http://127.0.0.1:{port}/_stcore/health"
        with urllib.request.urlopen(address, timeout=5) as answer:
            return bool(answer.read() == b"ok")
    except urllib.error.URLError:
        return False


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
