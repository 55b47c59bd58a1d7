"""A plan's definition in the ledger: whole as text, and the rows its views join with."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import duckdb

from plantrack.ledger.rows import append, plain, storable
from plantrack.plan import Plan


def ensure_kept(cursor: duckdb.DuckDBPyConnection, plan: Plan) -> None:
    """Store the definition of `plan` unless the ledger has it under its digest."""
    held = cursor.execute(
        "SELECT 1 FROM definitions WHERE plan_id = ? AND plan_digest = ?", [plan.id, plan.digest]
    ).fetchall()
    if held:
        return
    for table, rows in _tables(plan).items():
        append(cursor, table, [(plan.id, plan.digest, *row) for row in rows])


def differing(cursor: duckdb.DuckDBPyConnection, plan: Plan) -> tuple[str, ...]:
    """Return the tables whose rows of `plan` are not those its definition makes."""
    return tuple(
        table
        for table, rows in _tables(plan).items()
        if _held(cursor, table, plan)
        != sorted([plan.id, plan.digest, *map(_compared, row)] for row in rows)
    )


def _held(cursor: duckdb.DuckDBPyConnection, table: str, plan: Plan) -> list[list[str]]:
    rows = cursor.execute(
        f"SELECT * FROM {table} WHERE plan_id = ? AND plan_digest = ?", [plan.id, plan.digest]
    ).fetchall()
    return sorted([_compared(cell) for cell in row] for row in rows)


def _compared(value: object) -> str:
    """Return a cell as text, the same whether it comes from the plan or from the ledger."""
    if isinstance(value, Decimal):
        return format(plain(value), "f")
    return "\0" if value is None else str(value)


def _tables(plan: Plan) -> dict[str, Iterable[tuple[object, ...]]]:
    return {
        "definitions": [(plan.definition,)],
        "definition_sources": (
            (s.id, s.title, s.publisher, s.published, s.url) for s in plan.sources.values()
        ),
        "definition_units": ((u.id, u.name.vi, u.name.en) for u in plan.units.values()),
        "definition_indicators": (
            (i.id, i.name.vi, i.name.en, i.unit, i.decimals, i.price_basis, i.measure, i.theme)
            for i in plan.indicators.values()
        ),
        "definition_series": (
            (s.id, s.indicator, s.compiler, s.preferred) for s in plan.series.values()
        ),
        "definition_breaks": ((b.series, b.first_year_after) for b in plan.breaks),
        "definition_target_sets": (
            (
                s.id,
                s.name.vi,
                s.name.en,
                s.document,
                s.adopted,
                s.in_force_from,
                s.in_force_to,
                s.source,
            )
            for s in plan.target_sets.values()
        ),
        "definition_targets": (
            (
                position,
                t.id,
                t.target_set,
                t.indicator,
                t.geography,
                t.form,
                None if t.low is None else storable(t.low),
                None if t.high is None else storable(t.high),
                t.direction,
                t.period.start,
                t.period.end,
                t.baseline_year,
                t.qualifier,
                t.price_basis,
                t.peer_set,
                t.k,
                t.origin,
            )
            for position, t in enumerate(plan.targets.values(), start=1)
        ),
    }
