"""Where the ledger of the settings lies, found without opening it or needing sound seeds."""

from __future__ import annotations

from pathlib import Path

from plantrack import seeds
from plantrack.ledger.raw import KeptFiles
from plantrack.seeds import SeedProblems
from plantrack.settings import DEFAULT_SEEDS, Settings


def ledger_of(settings: Settings) -> Path:
    """Return the ledger file. Raises `SeedProblems` when only the seeds could name it."""
    if settings.ledger is not None or settings.seeds.resolve() == DEFAULT_SEEDS:
        return settings.ledger_for("").resolve()
    name = plan_of(settings)
    if name is None:
        raise SeedProblems(seeds.read(settings.seeds).problems)
    return settings.ledger_for(name).resolve()


def plan_of(settings: Settings) -> str | None:
    """Return the id of the plan in the seeds; None when they do not say one."""
    rows = seeds.read(settings.seeds)["plan"]
    return (rows[0].cells.get("id") or None) if len(rows) == 1 else None


def backups_of(settings: Settings, ledger: Path) -> Path:
    return settings.backups or KeptFiles.beside(ledger).backups
