"""Starting: what is in the way is said in one sentence in both languages, and nothing is lost."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plantrack.commands.parser import MISCONFIGURED
from plantrack.ledger.reasons import UNAVAILABLE, Unavailable

ROOT = Path(__file__).resolve().parent.parent
SERVE = [sys.executable, "-m", "plantrack", "serve"]
PATIENCE = 120  # seconds a start may take on a busy machine


@pytest.fixture
def port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture
def environment(tmp_path: Path, port: int) -> dict[str, str]:
    """A start that leaves the real data alone."""
    others = {name: text for name, text in os.environ.items() if not name.startswith("PLANTRACK_")}
    return others | {"PLANTRACK_DATA": str(tmp_path / "data"), "PLANTRACK_PORT": str(port)}


def refused(environment: dict[str, str], status: int = 1) -> list[str]:
    """The lines a start ends with when it cannot serve, with that exit status."""
    ended = subprocess.run(
        SERVE, cwd=ROOT, env=environment, capture_output=True, timeout=PATIENCE, check=False
    )
    assert ended.returncode == status, ended.stderr.decode()
    assert ended.stdout == b""
    return ended.stderr.decode("utf-8").splitlines()


@contextmanager
def serving(environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """A server that answers; ended when the test leaves it running."""
    server = subprocess.Popen(
        SERVE,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        deadline = time.monotonic() + PATIENCE
        while not answers(environment["PLANTRACK_PORT"]):
            assert server.poll() is None, server.communicate()
            assert time.monotonic() < deadline, "the server did not answer"
            time.sleep(0.1)
        yield server
    finally:
        if server.poll() is None:
            server.kill()
        server.communicate()


def answers(port: str) -> bool:
    try:
        address = f"http://127.0.0.1:{port}/_stcore/health"
        with urllib.request.urlopen(address, timeout=5) as answer:
            return bool(answer.read() == b"ok")
    except (urllib.error.URLError, TimeoutError):
        return False


def stop(server: subprocess.Popen[str]) -> tuple[str, str]:
    """Press Ctrl-C; return what was printed to the terminal and to standard error."""
    server.send_signal(signal.SIGINT)
    return server.communicate(timeout=PATIENCE)


def test_a_busy_port_is_said_with_a_free_one_to_use_instead(
    environment: dict[str, str], port: int
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        vietnamese, english = refused(environment)
    free = re.search(r"PLANTRACK_PORT=(\d+)", english)
    assert free is not None
    assert int(free[1]) > port
    assert english == (
        f"Port {port} is in use by another program: stop that program, or choose another port,"
        f" for example PLANTRACK_PORT={free[1]}."
    )
    assert vietnamese == (
        f"Cổng {port} đang được chương trình khác sử dụng: hãy dừng chương trình đó, hoặc chọn"
        f" cổng khác, ví dụ PLANTRACK_PORT={free[1]}."
    )


def test_an_address_of_another_machine_is_refused(environment: dict[str, str], port: int) -> None:
    _, english = refused(environment | {"PLANTRACK_HOST": "192.0.2.1"})
    assert english == (
        f"Address 192.0.2.1, port {port} cannot be opened (Cannot assign requested address):"
        " change PLANTRACK_HOST or PLANTRACK_PORT."
    )


def test_a_misspelt_setting_is_refused_before_anything_is_made(
    environment: dict[str, str], tmp_path: Path
) -> None:
    _, english = refused(environment | {"PLANTRACK_LEGDER": "x"}, MISCONFIGURED)
    assert english == (
        "PLANTRACK_LEGDER is not a setting. Did you mean PLANTRACK_LEDGER? Correct or remove it."
    )
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_ledger_is_named_and_left_as_it_is(
    environment: dict[str, str], tmp_path: Path
) -> None:
    ledger = tmp_path / "data" / "plan.duckdb"
    ledger.parent.mkdir()
    ledger.write_bytes(b"not a ledger at all" * 1000)
    before = ledger.read_bytes()
    lines = refused(environment)
    assert ledger.read_bytes() == before
    assert_says(Unavailable.DAMAGED, ledger, lines)


def test_a_ledger_open_in_another_program_is_named(
    environment: dict[str, str], tmp_path: Path
) -> None:
    ledger = tmp_path / "data" / "plan.duckdb"
    ledger.parent.mkdir()
    hold = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); input()"
    holder = subprocess.Popen(
        [sys.executable, "-c", hold, str(ledger)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        lines = refused(environment)
    finally:
        holder.communicate("\n")
    assert_says(Unavailable.LOCKED, ledger, lines)


def test_inconsistent_seeds_are_listed_and_nothing_is_half_started(
    environment: dict[str, str], tmp_path: Path
) -> None:
    seeds = tmp_path / "seeds"
    shutil.copytree(ROOT / "seeds", seeds)
    targets = seeds / "targets.csv"
    lines = targets.read_text(encoding="utf-8").splitlines()
    targets.write_text("\n".join([*lines, lines[-1]]) + "\n", encoding="utf-8")
    (seeds / "units.csv").unlink()
    said = refused(environment | {"PLANTRACK_SEEDS": str(seeds)})
    assert any(line.startswith("units.csv: ") for line in said)
    assert any(line.startswith(f"targets.csv, dòng {len(lines) + 1}") for line in said)
    assert any(line.startswith(f"targets.csv, row {len(lines) + 1}") for line in said)
    assert list(tmp_path.rglob("*.duckdb")) == []


def test_a_start_prints_the_address_and_control_c_ends_it_quietly(
    environment: dict[str, str], port: int, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    with serving(environment | {"PLANTRACK_LOG": str(log)}) as server:
        printed, said = stop(server)
    assert f"Mở / Open: http://127.0.0.1:{port}\n" in printed
    assert "Traceback" not in said
    assert server.returncode == 0
    assert '"event": "serving"' in log.read_text(encoding="utf-8")


def test_a_second_start_keeps_the_data(environment: dict[str, str], tmp_path: Path) -> None:
    with serving(environment) as server:
        stop(server)
    first = revisions(tmp_path / "data" / "plan.duckdb")
    with serving(environment) as server:
        stop(server)
    assert first > 0
    assert revisions(tmp_path / "data" / "plan.duckdb") == first


def revisions(ledger: Path) -> int:
    count = "import duckdb, sys; c = duckdb.connect(sys.argv[1], read_only=True);"
    count += "print(c.execute('SELECT count(*) FROM revisions').fetchone()[0])"
    ended = subprocess.run(
        [sys.executable, "-c", count, str(ledger)], check=True, capture_output=True, text=True
    )
    return int(ended.stdout)


def assert_says(reason: Unavailable, ledger: Path, lines: list[str]) -> None:
    """One line in each language, as the table of reasons words it, whatever the detail."""
    assert len(lines) == 2, lines
    for line, sentence in zip(lines, (UNAVAILABLE[reason].vi, UNAVAILABLE[reason].en), strict=True):
        pattern = re.escape(sentence).replace(r"\{detail\}", ".*")
        assert re.fullmatch(pattern.replace(r"\{location\}", re.escape(str(ledger))), line), line
