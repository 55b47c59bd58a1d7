"""Programs that back up, restore and record until they are killed, or cannot write any more."""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Callable
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

import duckdb

from plantrack.ledger import EmbeddedStore, LedgerUnavailable, Occasion, read_backup, read_only
from plantrack.model import RevisionKind
from plantrack.safekeeping.restoring import restore
from tests.ledger.plans import figure, plan

PATIENCE = 90.0  # seconds a program may take on a busy machine
_MOST_STARTS = 5  # of a program that is to be killed
_NOBODY = 65534


def back_up_for_ever(location: Path, told: Path) -> None:
    """Record and back up in turns; write down each number once both are done."""
    witness = quietly(told)
    store = EmbeddedStore(location, plan())
    os.write(witness, b"opened\n")
    while True:
        number = record(store)
        store.back_up(Occasion.ASKED)
        os.write(witness, f"{number}\n".encode())


def restore_for_ever(location: Path, backups: tuple[Path, Path], told: Path) -> None:
    """Replace the ledger by one backup and the other in turns."""
    witness = quietly(told)
    turn = 0
    while True:
        restore(read_backup(backups[turn % 2]), location, replace=True)
        turn += 1
        os.write(witness, f"{turn}\n".encode())


def quietly(told: Path) -> int:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
    return os.open(told, os.O_WRONLY | os.O_APPEND | os.O_CREAT)


def record(store: EmbeddedStore) -> int:
    number = store.revision() + 1
    rows = [figure(1900 + n, str(number)) for n in range(40)]
    raw = store.keep(f"file {number}".encode())
    return store.commit(RevisionKind.RECORD, rows, expecting=number - 1, by="Lan", note="", raw=raw)


def on_a_full_disk(location: Path, work: str, largest: int, told: Path) -> None:
    """Do a piece of work in a process whose files may not grow beyond `largest` bytes."""
    witness = quietly(told)
    store = EmbeddedStore(location, plan())
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
    try:
        if work == "backup":
            store.back_up(Occasion.ASKED)
        elif work == "keep":
            store.keep(b"x" * (largest + 1))
        else:
            long_note = os.urandom(largest).hex()
            store.commit(RevisionKind.NOTE, (), expecting=3, by="Lan", note=long_note)
    except LedgerUnavailable as refused:
        os.write(witness, f"{refused.reason.value}\n{refused.sentence.en}\n".encode())


def restore_on_a_full_disk(backup: Path, location: Path, largest: int, told: Path) -> None:
    witness = quietly(told)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
    try:
        restore(read_backup(backup), location, replace=True)
    except LedgerUnavailable as refused:
        os.write(witness, f"{refused.reason.value}\n".encode())


def as_nobody(location: Path, backup: Path | None, told: Path) -> None:
    """Restore a backup, or make one, as a user who may read everything and write nothing."""
    witness = quietly(told)
    if os.getuid() == 0:
        os.setuid(_NOBODY)
    try:
        if backup is not None:
            restore(read_backup(backup), location, replace=True)
            return
        with read_only(location) as ledger:
            os.write(witness, f"{ledger.revision()}\n".encode())
            ledger.back_up(location.parent / "backups", Occasion.ASKED)
    except LedgerUnavailable as refused:
        os.write(witness, f"{refused.reason.value} {refused.sentence.en}\n".encode())


def leave_a_journal(location: Path, _told: Path) -> None:
    """Write what stays in the journal alone, and end as in a power cut."""
    connection = duckdb.connect(str(location))
    for number in range(9):
        connection.execute(
            "INSERT INTO saved VALUES ('highlands_plan', 'k', ?, '1', 'b', now()::TIMESTAMP)",
            [str(number)],
        )
    os._exit(0)


def told_by(
    programs: ForkServerContext, work: Callable[..., None], *arguments: object, told: Path
) -> list[str]:
    """Run a program to its end and return the lines it wrote down."""
    program = _started(programs, work, (*arguments, told))
    program.join(PATIENCE)
    if program.is_alive():
        program.kill()
    assert program.exitcode == 0, f"it ended with {program.exitcode}"
    return told.read_text(encoding="utf-8").splitlines() if told.exists() else []


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
        if enough and program.exitcode == -9:
            numbers = [int(word) for word in told.read_text().split() if word.isdigit()]
            return max(numbers, default=0)
    raise AssertionError(f"it ended by itself each time, at last with {program.exitcode}")


def _started(
    programs: ForkServerContext, work: Callable[..., None], arguments: tuple[object, ...]
) -> ForkServerProcess:
    program = programs.Process(target=work, args=arguments, daemon=True)
    program.start()
    return program


def _lines(told: Path) -> int:
    return told.read_bytes().count(b"\n") if told.exists() else 0
