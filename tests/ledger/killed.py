"""A program that records until it is killed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from plantrack.ledger import EmbeddedStore
from plantrack.model import RevisionKind
from tests.ledger.plans import figure, plan

ROWS = 40


def record_for_ever(location: Path, told: Path) -> None:
    """Commit files of `ROWS` rows one after another; write down each number once it is told."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
    witness = os.open(told, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(witness, b"started\n")
    store = EmbeddedStore(location, plan())
    os.write(witness, b"opened\n")
    while True:
        number = store.revision() + 1
        rows = [figure(1990 + n, str(number)) for n in range(ROWS)]
        store.commit(
            RevisionKind.RECORD,
            rows,
            expecting=number - 1,
            by="Lan",
            note="",
            raw=store.keep(f"file {number}".encode()),
            decisions={"number": number},
        )
        os.write(witness, f"{number}\n".encode())
