"""A program that records one target set and kills itself at one step of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from plantrack.ledger import EmbeddedStore, appending, definition, writing
from plantrack.opening import open_plan
from tests.safekeeping.journeys import settings_in
from tests.update.target_sets import POVERTY, RECYCLING, recorded

# Where it dies: before the file is kept, before its description, before and in the transaction,
# and once that is through.
STEPS = ("keep", "describe", "append", "definition", "rows", "committed")


def record_and_die(home: Path, step: str) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    store = open_plan(settings_in(home)).store
    places: dict[str, tuple[object, str]] = {
        "keep": (EmbeddedStore, "keep"),
        "describe": (type(store.kept), "describe"),
        "append": (appending, "append_revision"),
        "definition": (definition, "append"),
        "rows": (writing, "append"),
        "committed": (appending.log, "event"),
    }
    owner, name = places[step]
    setattr(owner, name, _dying(getattr(owner, name)))
    recorded(store, POVERTY, RECYCLING, line_8="charter_2019")


def _dying(_: Callable[..., object]) -> Callable[..., object]:
    def die(*_arguments: object, **_named: object) -> object:
        os.kill(os.getpid(), 9)
        raise SystemExit

    return die
