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
from plantrack.ui import draft as drafts
from plantrack.ui.address import Address
from plantrack.ui.pages import PAGES
from plantrack.ui.session import Choices
from plantrack.ui.view import View

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
    consents = drafts.consents(reading)
    rows = drafts.chosen_rows(reading, dict.fromkeys(list(consents)[:1], True))
    source = drafts.stated_source("Yearbook", "Bureau", "2026", "")
    draft = drafts.Draft(name, content, turn=1)
    return drafts.record(view_of(opened), draft, reading, rows, source, by="Ana", note="yearbook")


def view_of(opened: Opened) -> View:
    """Return what the update page records through: the newest revision, preferred series."""
    store, plan = opened.store, opened.plan
    return View(
        page=PAGES["update"],
        say=words.of("en"),
        plan=plan,
        store=store,
        snapshot=store.current(),
        newest=store.revision(),
        choices=Choices("en", plan.default_target_set, PREFERRED, None),
        address=Address(),
        theme="light",
        narrow=False,
        record=None,
    )


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
