"""Seed files → the plan and its figures, or every inconsistency at once.

A folder of CSV files describes a plan (see `schema`). `load` reads it; `plan_from_definition`
rebuilds the same plan from the canonical JSON a ledger keeps.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from plantrack.model import Figure
from plantrack.plan import Plan
from plantrack.seeds import figure_rules, nouns, plan_rules, series_rules, target_rules
from plantrack.seeds.assembly import plan_of
from plantrack.seeds.cells import sound_rows
from plantrack.seeds.definition import archive_of, digest_of, is_figure, tables_of
from plantrack.seeds.problems import Findings, Place, SeedProblem, SeedProblems
from plantrack.seeds.reading import Row, Tables, read

__all__ = [
    "Place",
    "Row",
    "SeedProblem",
    "SeedProblems",
    "Seeds",
    "Tables",
    "build",
    "load",
    "plan_from_definition",
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
    plan, figures = _build(read(folder))
    return Seeds(plan, figures, archive_of(folder))


def build(tables: Tables) -> Plan:
    """Return the plan the tables describe. Raises `SeedProblems` with every inconsistency."""
    return _build(tables)[0]


def plan_from_definition(definition: str) -> Plan:
    """Return the plan a kept definition describes, with its digest.

    It equals the plan the definition was written from, also where a table was added since.
    """
    plan = build(tables_of(definition))
    return replace(plan, definition=definition, digest=digest_of(definition))


def _build(tables: Tables) -> tuple[Plan, tuple[Figure, ...]]:
    findings = Findings(tables.problems)
    rows = sound_rows(tables, findings)
    # Where a row could not be read, nothing is said to be absent: it may be that row.
    unread = frozenset(problem.file for problem in findings.problems)
    plan_rules.check(rows, unread, findings)
    series_rules.check(rows, unread, findings)
    target_rules.check(rows, unread, findings)
    figure_rules.check(rows, findings)
    findings.raise_if_any()
    figures = tuple(nouns.figure(row) for row in rows["figures"] if is_figure(row.row))
    return plan_of(tables, rows), figures
