"""An update of another province's plan, from a file to its decisions."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

from plantrack import seeds
from plantrack.intake.edits import Edit
from plantrack.ledger import EmbeddedStore
from plantrack.opening import bring_in
from plantrack.seeds import Seeds
from plantrack.update.choosing import consents
from plantrack.update.decisions import Decisions, File, stated_source
from plantrack.update.reading import read
from plantrack.update.recording import Update, update_of

SECOND = Path(__file__).resolve().parents[1] / "plans" / "second"
HEADER = "indicator,series,year,value,unit,status,note"
SOURCE = stated_source("Yearbook 2025", "Bureau", "2026", "")
FILE = File(
    "yearbook_2025.csv",
    "\n".join(
        (
            HEADER,
            "recycling,,2025,40.5,%,estimate,",
            "clean_rivers,,2025,95.0,%,estimate,first count",
            "unemployment,,2025,44.4,%,estimate,",
            "poverty,,2024,9.9,%,official,",
            "share_farming,,2025,20.0,%,estimate,",
            "share_making,,2025,30.0,%,estimate,",
            "share_serving,,2025,50.0,%,estimate,",
        )
    ).encode(),
)


@cache
def second_plan() -> Seeds:
    return seeds.load(SECOND)


def seeded(location: Path) -> EmbeddedStore:
    """Return a ledger of the second plan at revision 1."""
    store = EmbeddedStore(location, second_plan().plan)
    bring_in(second_plan(), store)
    return store


def edit(cell: str, value: str | None = None, **parts: object) -> Edit:
    number = None if value is None else Decimal(value)
    return Edit(cell, "misprint", value=number, **parts)  # type: ignore[arg-type]


def update(
    store: EmbeddedStore, *edits: Edit, tick: bool = True, series: str = "preferred"
) -> Update:
    """Return the update of `FILE` with these edits, everything ticked or nothing."""
    plan, current = store.plan, store.current().figures
    reading = read(lambda _: None, FILE.content, FILE.name, plan, current, series, {})
    found = update_of(FILE, Decisions(series, edits=edits), reading, plan, current)
    ticks = frozenset(consents(found.decided)) if tick else frozenset()
    return update_of(FILE, Decisions(series, {}, edits, ticks), reading, plan, current)
