"""All rules of a plan, in the order they are asked, and the plan of rows that keep them."""

from __future__ import annotations

from plantrack.plan import Plan
from plantrack.seeds import figure_rules, plan_rules, series_rules, target_rules
from plantrack.seeds.assembly import plan_of
from plantrack.seeds.cells import sound_rows
from plantrack.seeds.plan_rules import Rows
from plantrack.seeds.problems import Findings
from plantrack.seeds.reading import Tables


def check(rows: Rows, findings: Findings) -> None:
    """Note everything that must hold among sound rows and does not."""
    # Where a row could not be read, nothing is said to be absent: it may be that row.
    unread = frozenset(problem.file for problem in findings.problems)
    plan_rules.check(rows, unread, findings)
    series_rules.check(rows, unread, findings)
    target_rules.check(rows, unread, findings)
    figure_rules.check(rows, findings)


def rows_of(tables: Tables) -> Rows:
    """Return the rows of tables that make up a plan; raises `SeedProblems` with all reasons."""
    findings = Findings(tables.problems)
    rows = sound_rows(tables, findings)
    check(rows, findings)
    findings.raise_if_any()
    return rows


def plan_from(tables: Tables) -> Plan:
    """Return the plan the tables describe. Raises `SeedProblems` with every inconsistency."""
    return plan_of(tables, rows_of(tables))
