"""Target sets people recorded, put into the tables of a plan: one set of rules judges both.

A revision keeps a set as JSON: `rows`, the cells it adds to each table, and `ends`, the last day
of the sets its document replaces. The seeds stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from plantrack.model import Text
from plantrack.plan import Plan
from plantrack.seeds.cells import sound_rows
from plantrack.seeds.definition import tables_of
from plantrack.seeds.problems import Findings, SeedProblem, SeedProblems
from plantrack.seeds.reading import Row, Tables
from plantrack.seeds.rules import check, plan_from
from plantrack.seeds.schema import SCHEMA, file_of

Recorded = Mapping[str, Any]
ADDED = ("sources", "target_sets", "targets", "milestones")


@dataclass(frozen=True, slots=True)
class AddedProblem:
    """What is wrong with one row a set adds (`position` from 0 in its table)."""

    table: str
    position: int
    problem: SeedProblem


def plan_with_sets(plan: Plan, recorded: Mapping[int, Recorded]) -> Plan:
    """Return `plan` with target sets recorded in these revisions, in the order recorded.

    Raises `SeedProblems` naming the revision whose set no longer fits the plan.
    """
    tables = tables_of(plan.definition) if recorded else None
    for revision, one in recorded.items():
        if tables is None:
            break
        tables = with_set(tables, one)
        problems = _problems(tables)
        if problems:
            raise SeedProblems(_of_revision(problem, revision) for problem in problems)
    return plan if tables is None else plan_from(tables)


def added_problems(plan: Plan, recorded: Recorded) -> tuple[AddedProblem, ...]:
    """Return what the rules of the seeds say about the rows a set adds to `plan`."""
    tables = tables_of(plan.definition)
    return tuple(_added(tables, _problems(with_set(tables, recorded))))


def with_set(tables: Tables, recorded: Recorded) -> Tables:
    """Return the tables with the rows of a set after their own, and the sets it replaces ended."""
    rows = dict(tables.rows)
    for table in ADDED:
        first = _next(tables, table)
        rows[table] = (
            *tables[table],
            *(
                Row(first + place, {c.name: str(cells.get(c.name, "")) for c in SCHEMA[table]})
                for place, cells in enumerate(recorded["rows"].get(table, ()))
            ),
        )
    ends = recorded.get("ends", {})
    rows["target_sets"] = tuple(
        replace(row, cells={**row.cells, "in_force_to": ends[row.cells["id"]]})
        if row.cells["id"] in ends
        else row
        for row in rows["target_sets"]
    )
    return Tables(MappingProxyType(rows))


def _next(tables: Tables, table: str) -> int:
    """Return the number of the row after the last one of a table."""
    return max((row.number for row in tables[table]), default=1) + 1


def _problems(tables: Tables) -> tuple[SeedProblem, ...]:
    findings = Findings()
    check(sound_rows(tables, findings), findings)
    return tuple(findings.problems)


def _added(tables: Tables, problems: Sequence[SeedProblem]) -> Iterator[AddedProblem]:
    tables_by_file = {file_of(table): table for table in SCHEMA}
    for problem in problems:
        table = tables_by_file[problem.file]
        yield AddedProblem(table, problem.row - _next(tables, table), problem)


def _of_revision(problem: SeedProblem, revision: int) -> SeedProblem:
    text = Text(
        f"Bộ chỉ tiêu ghi ở phiên bản {revision} không còn khớp với quy hoạch: {problem.text.vi} "
        "Hãy khởi động với dữ liệu gốc trước đó và thu hồi phiên bản ấy, hoặc sửa dữ liệu gốc.",
        f"The target set recorded in revision {revision} no longer fits the plan: "
        f"{problem.text.en} Start with the former seeds and withdraw that revision, or correct "
        "the seeds.",
    )
    return replace(problem, text=text)
