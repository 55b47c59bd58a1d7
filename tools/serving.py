"""Start a server, wait until it answers, and say how long it took and how much memory it used."""

from __future__ import annotations

import os
import resource
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 60.0  # seconds


@dataclass(frozen=True)
class Started:
    """One start of a server, ended again."""

    seconds: float
    megabytes: float


def started(command: Sequence[str], folder: Path, *, ours: bool, page: bool = False) -> Started:
    """Start `command` on a free port, optionally draw one page, stop it, and return the cost.

    Our own server takes its port from the environment, a plain Streamlit from a flag.
    """
    port = _free_port()
    environment = {**os.environ, "PLANTRACK_PORT": str(port)} if ours else dict(os.environ)
    asked = list(command) if ours else [*command, f"--server.port={port}"]
    began = time.perf_counter()
    server = subprocess.Popen(
        asked,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not _healthy(port):
            if server.poll() is not None or time.perf_counter() - began > PATIENCE:
                raise RuntimeError("the server did not start: try `make run` and read what it says")
            time.sleep(0.02)
        seconds = time.perf_counter() - began
        if page:
            _draw(port)
        memory = _resident_megabytes(server.pid)
        return Started(seconds, memory)
    finally:
        server.terminate()
        server.wait()


def _draw(port: int) -> None:
    """Open the first page in a headless browser, because only a session runs the script."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--no-first-run"]
        )
        window = browser.new_page()
        window.goto(f"http://127.0.0.1:{port}/")
        window.wait_for_selector("[data-testid='stMarkdown'], [data-testid='stHeading']")
        window.wait_for_timeout(1500)
        browser.close()


def _resident_megabytes(process: int) -> float:
    """Resident memory from Linux's own account; elsewhere the peak of all children so far."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    line = next(one for one in status.read_text("utf-8").splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


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
