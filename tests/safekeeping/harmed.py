"""Programs that back up, restore and record until they are killed, or cannot write any more."""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

import duckdb

from plantrack.ledger import EmbeddedStore, LedgerUnavailable, Occasion, read_backup, read_only
from plantrack.model import RevisionKind
from plantrack.safekeeping.restoring import restore
from tests.ledger.plans import figure, plan

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
