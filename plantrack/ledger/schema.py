"""Numbered schema steps, each run once in its own transaction with its receipt."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import duckdb

from plantrack import __version__
from plantrack.ledger import tables, views

STEPS = (
    tables.REVISIONS + tables.DEFINITIONS,
    views.STANDING + views.CURRENT_FIGURES + views.TARGETS + views.BASELINES + views.COMMENTS,
)

_RECEIPTS = """
CREATE TABLE IF NOT EXISTS schema_steps (
    step INTEGER PRIMARY KEY, applied_at TIMESTAMP NOT NULL, program_version VARCHAR NOT NULL
)
"""


@contextmanager
def transaction(cursor: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Commit what the block does, or none of it."""
    cursor.begin()
    try:
        yield
    except BaseException:
        cursor.rollback()
        raise
    cursor.commit()


def applied_steps(cursor: duckdb.DuckDBPyConnection) -> int | None:
    """Return the newest step a file has, or None when it is no ledger."""
    known = cursor.execute(
        "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'schema_steps'"
    ).fetchall()
    if known == [(0,)]:
        return None
    return int(cursor.execute("SELECT coalesce(max(step), 0) FROM schema_steps").fetchall()[0][0])


def bring_up_to_date(connection: duckdb.DuckDBPyConnection, steps: int | None = None) -> None:
    """Run the steps a file lacks, up to `steps` (None = all)."""
    connection.execute(_RECEIPTS)
    done = applied_steps(connection) or 0
    for step, statements in enumerate(STEPS[done:steps], start=done + 1):
        with transaction(connection):
            connection.execute(statements)
            connection.execute(
                "INSERT INTO schema_steps VALUES (?, ?, ?)",
                [step, datetime.now(UTC).replace(tzinfo=None), __version__],
            )
