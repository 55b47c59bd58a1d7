"""The real server, started as a user starts it, on a ledger of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 120


@dataclass(frozen=True)
class Server:
    """A running server: its address without a slash at the end, and where its data lies."""

    address: str
    data: Path
    process: int  # its id

    def children(self) -> dict[int, str]:
        """Return the command lines, by id, of the programs it has started and that still run."""
        listed = subprocess.run(
            ["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True
        )
        lines = [line.split(maxsplit=2) for line in listed.stdout.splitlines()]
        family = {self.process}
        for _ in lines:
            found = {int(one) for one, parent, _ in lines if int(parent) in family} - family
            if not found:
                break
            family |= found
        return {int(one): args for one, _, args in lines if int(one) in family - {self.process}}

    def computed(self) -> float:
        """Return the seconds it and the programs it started have computed so far."""
        tick, used = os.sysconf("SC_CLK_TCK"), 0
        for one in (self.process, *self.children()):
            with suppress(FileNotFoundError, ProcessLookupError):  # it has just ended
                after_name = Path(f"/proc/{one}/stat").read_text("utf-8").rpartition(")")[2]
                used += sum(map(int, after_name.split()[11:15]))
        return used / tick

    def record_note(self) -> None:
        """Have somebody else record a revision (see `noting`), and wait until it is there."""
        asked = self.data / "note"
        asked.touch()
        deadline = time.monotonic() + SECONDS_TO_START
        while asked.exists():
            if time.monotonic() > deadline:
                raise RuntimeError(f"no note: {(self.data / 'server.txt').read_text('utf-8')}")
            time.sleep(0.05)


@contextmanager
def serving(
    data: Path,
    seeds: Path | None = None,
    module: tuple[str, ...] = ("plantrack", "serve"),
    port: int | None = None,
) -> Iterator[Server]:
    """Serve until the block ends; `data` is a folder of the test's own, `port` a free one."""
    port = port or free_port()
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PLANTRACK_")}
    environment |= {"PLANTRACK_DATA": str(data), "PLANTRACK_PORT": str(port)}
    if seeds is not None:
        environment["PLANTRACK_SEEDS"] = str(seeds)
    output = data / "server.txt"
    with output.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", *module],
            cwd=ROOT,
            env=environment,
            stdout=file,
            stderr=subprocess.STDOUT,
        )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until_healthy(address, process, output)
        yield Server(address, data, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=60)


def wait_until_healthy(address: str, process: subprocess.Popen[bytes], output: Path) -> None:
    """Wait for the health address to answer ok; an unknown address answers 200 as well."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended:\n{output.read_text('utf-8')}")
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as answer:  # noqa: S310
                if answer.read() == b"ok":
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise RuntimeError(f"the server did not start:\n{output.read_text('utf-8')}")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
