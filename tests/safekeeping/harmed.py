"""Programs that back up, restore and rebuild until they are killed, or until the disk is full."""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

from plantrack.ledger import EmbeddedStore, LedgerUnavailable, Occasion, read_backup
from plantrack.model import RevisionKind
from plantrack.safekeeping.restoring import restore
from tests.ledger.plans import figure, plan


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


def on_a_full_disk(location: Path, work: str, largest: int) -> None:
    """Do a piece of work in a process whose files may not grow beyond `largest` bytes."""
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
        sys.stdout.write(f"{refused.reason.value}\n{refused.sentence.en}\n")


if __name__ == "__main__":
    on_a_full_disk(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
