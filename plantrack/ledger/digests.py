"""What a ledger holds, as digests: two ledgers with the same ones hold the same rows.

They rest on the text of the rows alone, so that another machine, another file layout or another
version of the engine gives the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path

import duckdb

_CHUNK = 20_000


@dataclass(frozen=True, slots=True)
class TableDigest:
    """How many rows a table has, and the SHA-256 of their text in sorted order."""

    rows: int
    digest: str


def tables_of(cursor: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
    """Return the names of the tables a file has, whatever its schema step, by name."""
    found = cursor.execute("SELECT table_name FROM duckdb_tables() ORDER BY table_name").fetchall()
    return tuple(name for (name,) in found)


def table_digests(cursor: duckdb.DuckDBPyConnection) -> Mapping[str, TableDigest]:
    return {table: _digest(cursor, table) for table in tables_of(cursor)}


def _digest(cursor: duckdb.DuckDBPyConnection, table: str) -> TableDigest:
    content, count = sha256(), 0
    rows = cursor.execute(f'SELECT * FROM "{table}" ORDER BY ALL')
    while chunk := rows.fetchmany(_CHUNK):
        count += len(chunk)
        for row in chunk:
            cells = ("\0" if cell is None else str(cell) for cell in row)
            content.update(("\x1f".join(cells) + "\x1e").encode())
    return TableDigest(count, content.hexdigest())


def digest_of_file(path: Path) -> str:
    """Return the SHA-256 of a file without holding it in memory."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
