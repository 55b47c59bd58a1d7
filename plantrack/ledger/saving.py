"""Saved matchings, decks and scenarios: in the ledger, outside revisions."""

from __future__ import annotations

import json

import duckdb

from plantrack.ledger.schema import transaction
from plantrack.ledger.store import Saved


def save(
    cursor: duckdb.DuckDBPyConnection,
    plan_id: str,
    saved: Saved,
) -> None:
    text = json.dumps(saved.value, ensure_ascii=False, sort_keys=True)
    with transaction(cursor):
        _delete(cursor, plan_id, saved.kind, saved.name)
        cursor.execute(
            "INSERT INTO saved VALUES (?, ?, ?, ?, ?, ?)",
            [plan_id, saved.kind, saved.name, text, saved.saved_by, saved.saved_at],
        )


def saved(cursor: duckdb.DuckDBPyConnection, plan_id: str, kind: str) -> tuple[Saved, ...]:
    rows = cursor.execute(
        "SELECT kind, name, value, saved_by, saved_at FROM saved "
        "WHERE plan_id = ? AND kind = ? ORDER BY name",
        [plan_id, kind],
    ).fetchall()
    return tuple(Saved(kind, name, json.loads(value), by, at) for kind, name, value, by, at in rows)


def all_saved(cursor: duckdb.DuckDBPyConnection, plan_id: str) -> tuple[Saved, ...]:
    """Return the saved things of every kind."""
    rows = cursor.execute(
        "SELECT kind, name, value, saved_by, saved_at FROM saved WHERE plan_id = ? "
        "ORDER BY kind, name",
        [plan_id],
    ).fetchall()
    return tuple(Saved(kind, name, json.loads(text), by, at) for kind, name, text, by, at in rows)


def forget(cursor: duckdb.DuckDBPyConnection, plan_id: str, kind: str, name: str) -> None:
    with transaction(cursor):
        _delete(cursor, plan_id, kind, name)


def _delete(cursor: duckdb.DuckDBPyConnection, plan_id: str, kind: str, name: str) -> None:
    cursor.execute(
        "DELETE FROM saved WHERE plan_id = ? AND kind = ? AND name = ?", [plan_id, kind, name]
    )
