"""Every question asked of an embedded ledger, one function a question."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType
from typing import Any

import duckdb

from plantrack.ledger.past import Entry, Past
from plantrack.ledger.raw import NO_FILE
from plantrack.ledger.rows import FIGURE_COLUMNS, UnreadableRow, figures, reading_rows, source
from plantrack.ledger.store import Snapshot
from plantrack.model import Figure, Revision, RevisionKind, Source

Cursor = duckdb.DuckDBPyConnection


def plan_of(cursor: Cursor) -> str:
    """Return the id of the one plan a ledger is kept for."""
    held = [str(row[0]) for row in cursor.execute("SELECT plan_id FROM plans").fetchall()]
    if len(held) != 1:
        raise UnreadableRow(f"plans: {', '.join(held) or '0'}")
    return held[0]


def location_of(cursor: Cursor) -> Path:
    """Return the file a ledger lies in."""
    ((path,),) = cursor.execute(
        "SELECT path FROM duckdb_databases() WHERE database_name = current_database()"
    ).fetchall()
    return Path(path)


def past(cursor: Cursor, plan_id: str) -> Past:
    rows = cursor.execute(
        "SELECT revision, withdraws, made_at, plan_digest FROM revisions WHERE plan_id = ? "
        "ORDER BY revision",
        [plan_id],
    ).fetchall()
    return Past([Entry(*row) for row in rows])


def standing_figures(
    cursor: Cursor,
    plan_id: str,
    seen: Past,
    geographies: Iterable[str] | None = None,
    series: Iterable[str] | None = None,
) -> tuple[Figure, ...]:
    """Return the newest standing figure of each key, by series, geography and period."""
    conditions = "plan_id = ? AND revision <= ? AND revision NOT IN (SELECT unnest(?::INTEGER[]))"
    values: list[object] = [plan_id, seen.head, list(seen.withdrawn)]
    for column, wanted in (("geography", geographies), ("series", series)):
        if wanted is not None:
            conditions += f" AND {column} IN (SELECT unnest(?::VARCHAR[]))"
            values.append(list(wanted))
    rows = cursor.execute(
        f"SELECT {FIGURE_COLUMNS} FROM figures WHERE {conditions} "
        "QUALIFY row_number() OVER (PARTITION BY series, geography, period_start, period_end "
        "ORDER BY revision DESC) = 1 ORDER BY series, geography, period_start, period_end",
        values,
    ).fetchall()
    return figures(rows)


def snapshot(
    cursor: Cursor,
    plan_id: str,
    seen: Past,
    geographies: Iterable[str] | None = None,
    series: Iterable[str] | None = None,
) -> Snapshot:
    return Snapshot(
        seen.head,
        seen.plan_digest,
        standing_figures(cursor, plan_id, seen, geographies, series),
        MappingProxyType(recorded_sources(cursor, plan_id, seen)),
    )


def recorded_sources(cursor: Cursor, plan_id: str, seen: Past) -> dict[str, Source]:
    """Return the origins people recorded, each as its newest standing revision gave it."""
    rows = cursor.execute(
        "SELECT id, title, publisher, published, url, licence, note_vi, note_en FROM origins "
        "WHERE plan_id = ? AND revision <= ? QUALIFY row_number() OVER (PARTITION BY id ORDER BY "
        "revision NOT IN (SELECT unnest(?::INTEGER[])) DESC, revision DESC) = 1 ORDER BY id",
        [plan_id, seen.head, list(seen.withdrawn)],
    ).fetchall()
    return {row[0]: source(row) for row in rows}


def definition(cursor: Cursor, plan_id: str, digest: str) -> str | None:
    """Return the canonical JSON of a plan definition; None when the ledger does not keep it."""
    rows = cursor.execute(
        "SELECT definition FROM definitions WHERE plan_id = ? AND plan_digest = ?",
        [plan_id, digest],
    ).fetchall()
    return str(rows[0][0]) if rows else None


def figures_of(cursor: Cursor, plan_id: str, revision: int) -> tuple[Figure, ...]:
    rows = cursor.execute(
        f"SELECT {FIGURE_COLUMNS} FROM figures WHERE plan_id = ? AND revision = ? "
        "ORDER BY position",
        [plan_id, revision],
    ).fetchall()
    return figures(rows)


def history(cursor: Cursor, plan_id: str, seen: Past) -> tuple[Revision, ...]:
    rows = cursor.execute(
        "SELECT revision, kind, made_at, made_by, note, plan_digest, program_version, "
        "raw_digest, row_count, withdraws, decisions FROM revisions "
        "WHERE plan_id = ? AND revision <= ? ORDER BY revision",
        [plan_id, seen.head],
    ).fetchall()
    with reading_rows():
        return tuple(_revision(row, seen) for row in rows)


def _revision(row: tuple[Any, ...], seen: Past) -> Revision:
    return Revision(
        number=row[0],
        kind=RevisionKind(row[1]),
        made_at=row[2],
        made_by=row[3],
        note=row[4],
        plan_digest=row[5],
        program_version=row[6],
        raw_digest=row[7],
        rows=row[8],
        withdraws=row[9],
        withdrawn_by=seen.withdrawn.get(row[0]),
        decisions=json.loads(row[10]),
    )


def claimed_files(cursor: Cursor) -> set[tuple[int, str]]:
    """Return every revision with the digest of its file, NO_FILE where it was made from none."""
    rows = cursor.execute("SELECT revision, raw_digest FROM revisions").fetchall()
    return {(row[0], row[1] or NO_FILE) for row in rows}


def same_rows(cursor: Cursor, plan_id: str, raw: str, digest: str) -> list[int]:
    """Return the revisions made from file `raw` with rows of `digest`, ascending."""
    rows = cursor.execute(
        "SELECT revision FROM revisions WHERE plan_id = ? AND raw_digest = ? "
        "AND rows_digest = ? ORDER BY revision",
        [plan_id, raw, digest],
    ).fetchall()
    return [row[0] for row in rows]
