"""A program that keeps a draft, records it and forgets it, over and over, until it is killed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from plantrack.intake.findings import Verdict
from plantrack.intake.rules import AcceptedRow, Reading
from plantrack.ledger import EmbeddedStore, disk, writing
from plantrack.ledger.appending import Appending
from plantrack.update.decisions import Decisions, File, stated_source
from plantrack.update.drafts import Drafts, KeptDraft
from plantrack.update.recording import Update, record
from tests.ledger.plans import figure, plan

ROWS = 40
SOURCE = stated_source("Report", "Office", "2026", "")
STEPS = ("begin", "kept_file", "described", "committing", "committed", "dropping")


def file(number: int) -> File:
    return File(f"report_{number}.csv", f"file {number}\n".encode() * 200)


def update(number: int) -> Update:
    """Return the update that makes revision `number`: rows that all carry the number."""
    rows = tuple(
        AcceptedRow(figure(1990 + n, str(number)), f"D{n + 2}", False, ()) for n in range(ROWS)
    )
    reading = Reading(rows, (), Verdict.ACCEPTED)
    return Update(file(number), Decisions(answers={"n": str(number)}), reading, reading)


def die_at(step: str, count: int) -> None:
    """Kill this program at one step of its `count`th recording, if it is one of the places."""
    done = 0

    def before(place: str, function: Callable[..., object]) -> Callable[..., object]:
        def wrapped(*arguments: object, **named: object) -> object:
            nonlocal done
            if place == step:
                done += 1
                if done == count:
                    os.kill(os.getpid(), 9)
            return function(*arguments, **named)

        return wrapped

    places: dict[str, tuple[object, str]] = {
        "begin": (Path, "rename"),
        "kept_file": (EmbeddedStore, "keep"),
        "described": (Appending, "_append"),
        "committing": (writing, "append"),
        "committed": (Drafts, "drop"),
        "dropping": (disk, "sync_folder"),
    }
    owner, name = places[step]
    setattr(owner, name, before(step, getattr(owner, name)))


def record_for_ever(home: Path, step: str, count: int, told: Path) -> None:
    """Keep, record and forget drafts; write down each thing once it is done.

    `step` names where the program kills itself at its `count`th chance; "" leaves that to others.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
    witness = os.open(told, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def tell(what: str) -> None:
        os.write(witness, f"{what}\n".encode())

    tell("started")
    store, drafts = EmbeddedStore(home / "plan.duckdb", plan()), Drafts(home / "drafts")
    if step:
        die_at(step, count)
    tell("opened")
    while True:
        number = store.revision() + 1
        made = update(number)
        identifier = drafts.begin(KeptDraft(made.file, looked_at=number - 1))
        tell(f"begun {number} {identifier}")
        drafts.save(identifier or "", KeptDraft(made.file, made.decisions, looked_at=number - 1))
        tell(f"saved {number} {identifier}")
        record(store, made, SOURCE, expecting=number - 1, by="Lan", note="")
        tell(f"recorded {number} {identifier}")
        drafts.drop(identifier or "")
        tell(f"dropped {number} {identifier}")
