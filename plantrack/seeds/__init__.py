"""Seed files → the plan and its figures, or every inconsistency at once.

A folder of CSV files describes a plan (see `schema`). `load` reads it; `plan_from_definition`
rebuilds the same plan from the canonical JSON a ledger keeps.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from plantrack.model import Figure
from plantrack.plan import Plan
from plantrack.seeds import nouns
from plantrack.seeds.assembly import plan_of
from plantrack.seeds.definition import archive_of, digest_of, is_figure, tables_of
from plantrack.seeds.problems import Place, SeedProblem, SeedProblems
from plantrack.seeds.reading import Row, Tables, read
from plantrack.seeds.recorded_sets import (
    AddedProblem,
    Recorded,
    added_problems,
    plan_with_sets,
)
from plantrack.seeds.rules import plan_from, rows_of

__all__ = [
    "AddedProblem",
    "Place",
    "Recorded",
    "Row",
    "SeedProblem",
    "SeedProblems",
    "Seeds",
    "Tables",
    "added_problems",
    "build",
    "load",
    "plan_from_definition",
    "plan_with_sets",
    "read",
]


@dataclass(frozen=True)
class Seeds:
    """A plan, its figures, and the files they came from as one archive (zip)."""

    plan: Plan
    figures: tuple[Figure, ...]
    archive: bytes


def load(folder: Path) -> Seeds:
    """Read the seed files of `folder`. Raises `SeedProblems` with every inconsistency."""
    tables = read(folder)
    rows = rows_of(tables)
    figures = tuple(nouns.figure(row) for row in rows["figures"] if is_figure(row.row))
    return Seeds(plan_of(tables, rows), figures, archive_of(folder))


def build(tables: Tables) -> Plan:
    """Return the plan the tables describe. Raises `SeedProblems` with every inconsistency."""
    return plan_from(tables)


def plan_from_definition(definition: str) -> Plan:
    """Return the plan a kept definition describes, with its digest.

    It equals the plan the definition was written from, also where a table was added since.
    """
    plan = build(tables_of(definition))
    return replace(plan, definition=definition, digest=digest_of(definition))
