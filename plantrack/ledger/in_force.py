"""The definition a revision is made under: the seeds and the target sets people recorded.

A revision that records a target set keeps it in its decisions; withdrawn with it, it is gone from
every later definition, and a withdrawal taken back brings it back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

import duckdb

from plantrack.ledger.past import Entry, Past
from plantrack.ledger.reasons import Irrevocable
from plantrack.ledger.refusals import CannotWithdraw
from plantrack.ledger.writing import Draft
from plantrack.model import RevisionKind
from plantrack.plan import Plan
from plantrack.seeds import Recorded, SeedProblems, plan_with_sets

# In the decisions of a `plan` revision: the set it records (`plantrack.seeds.Recorded`).
TARGET_SET: Final = "target_set"


def recorded_set(decisions: Mapping[str, Any]) -> Recorded | None:
    """Return the target set a revision records; None for any other revision."""
    found = decisions.get(TARGET_SET)
    return found if isinstance(found, Mapping) else None


def plan_at(cursor: duckdb.DuckDBPyConnection, seeded: Plan, past: Past) -> Plan:
    """Return the plan in force after `past`; raises `SeedProblems` where a set no longer fits."""
    return plan_with_sets(seeded, _standing_sets(cursor, seeded.id, past))


def plan_after(cursor: duckdb.DuckDBPyConnection, seeded: Plan, past: Past, draft: Draft) -> Plan:
    """Return the plan in force once `draft` is appended to `past`.

    Raises `CannotWithdraw` where a withdrawal would bring back a set that no longer fits, and
    ValueError for a draft with a set nobody checked.
    """
    number, added = past.head + 1, recorded_set(draft.decisions)
    last = past.entries[-1:]
    if not last:
        return seeded
    entry = Entry(number, draft.withdraws, last[0].made_at, "")
    sets = _standing_sets(cursor, seeded.id, Past((*past.entries, entry)))
    if added is not None:
        sets[number] = added
    try:
        return plan_with_sets(seeded, sets)
    except SeedProblems as problem:
        if draft.withdraws is not None:
            raise CannotWithdraw(Irrevocable.SET_UNFIT, draft.withdraws) from problem
        raise ValueError(str(problem)) from problem


def _standing_sets(
    cursor: duckdb.DuckDBPyConnection, plan_id: str, past: Past
) -> dict[int, Recorded]:
    rows = cursor.execute(
        "SELECT revision, decisions FROM revisions WHERE plan_id = ? AND kind = ? "
        "AND revision <= ? ORDER BY revision",
        [plan_id, RevisionKind.PLAN.value, past.head],
    ).fetchall()
    return {
        revision: found
        for revision, decisions in rows
        if revision not in past.withdrawn
        and (found := recorded_set(json.loads(decisions))) is not None
    }
