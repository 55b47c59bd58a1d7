"""A ledger with a past worth keeping: seeds, an upload, a note, a withdrawal taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from plantrack import words
from plantrack.intake.rules import read_template
from plantrack.intake.template import FileKind, write_example
from plantrack.ledger import EmbeddedStore
from plantrack.model import RevisionKind
from plantrack.opening import Opened, open_plan
from plantrack.plan import PREFERRED
from plantrack.scorecard import scorecard
from plantrack.settings import Settings
from plantrack.update.choosing import consents
from plantrack.update.decisions import Decisions, File, stated_source
from plantrack.update.recording import record, update_of

SECOND = Path(__file__).resolve().parents[1] / "plans" / "second"


def settings_in(folder: Path, **others: object) -> Settings:
    folder.mkdir(parents=True, exist_ok=True)
    chosen = {"seeds": SECOND, "data": folder, "ledger": folder / "plan.duckdb", **others}
    return Settings(**chosen)  # type: ignore[arg-type]


def environment_of(settings: Settings) -> dict[str, str]:
    """Return the variables that give a command these settings."""
    return {
        "PLANTRACK_SEEDS": str(settings.seeds),
        "PLANTRACK_DATA": str(settings.data),
        "PLANTRACK_LEDGER": str(settings.ledger),
        "PLANTRACK_LOG": str(settings.data / "log.jsonl"),
    }


def five_revisions(settings: Settings) -> Opened:
    """Revision 1 seeds, 2 an upload, 3 a note, 4 withdraws 2, 5 takes that back; open."""
    opened = open_plan(settings)
    store = opened.store
    upload(opened, example(opened))
    store.commit(RevisionKind.NOTE, (), expecting=2, by="Ana", note="checked by the bureau")
    store.withdraw(2, expecting=3, by="Boris", reason="wrong file")
    store.withdraw(4, expecting=4, by="Boris", reason="right after all")
    store.save("matching", "bureau's layout", {"columns": [1, 2]}, "Ana")
    return opened


def example(opened: Opened, times: int = 1) -> bytes:
    """Return a filled-in template of the year after the latest figures, each some times it."""
    figures = opened.store.current().figures
    enlarged = [replace(one, value=one.value * times) for one in figures]
    return write_example(opened.plan, enlarged, words.of("en"), FileKind.CSV)


def upload(opened: Opened, content: bytes, name: str = "figures.csv") -> int:
    """Record a file as the update page does, with the first warning ticked and others left out."""
    store, plan = opened.store, opened.plan
    figures = store.current().figures
    reading = read_template(content, name, plan, figures, origin="")
    first = list(consents(reading))[:1]
    decisions = Decisions(ticks=frozenset(first))
    update = update_of(File(name, content), decisions, reading, plan, figures)
    source = stated_source("Yearbook", "Bureau", "2026", "")
    expecting = store.revision()
    return record(store, update, source, expecting=expecting, by="Ana", note="yearbook")


def standings(opened: Opened, revision: int | None = None) -> dict[str, str]:
    """Return the standing of every target of every set at a revision (None = the newest)."""
    store, plan = opened.store, opened.plan
    at = store.current() if revision is None else store.as_of(revision)
    return {
        f"{target_set} {row.target.id}": row.standing.value
        for target_set in plan.target_sets
        for row in scorecard(plan, at.figures, target_set, PREFERRED).rows
    }


def content(store: EmbeddedStore) -> object:
    """Return all a ledger says: its history and what stood at each revision."""
    history = store.history()
    return history, [store.as_of(entry.number) for entry in history], store.saved("matching")
