"""A ledger's backup: another ledger file with every row, and the kept files beside it.

Rows are read and written table by table. Copying the file instead would open and close it in
this process, and POSIX then drops DuckDB's lock: a second program could write to the ledger.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb

from plantrack.ledger.connection import create_file
from plantrack.ledger.digests import tables_of
from plantrack.ledger.disk import put_in_place, sync_file, sync_folder
from plantrack.ledger.raw import KeptFiles
from plantrack.ledger.rows import append
from plantrack.ledger.schema import applied_steps, transaction

_CHUNK = 50_000


def copy_ledger(cursor: duckdb.DuckDBPyConnection, kept: KeptFiles, path: Path) -> None:
    """Write everything `cursor` sees to a new ledger at `path`, which must not exist.

    The copy has the schema step of what it was copied from: an older program reads it too.
    """
    copy_files(kept, KeptFiles.beside(path))
    unfinished = path.with_name(f"{path.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    with create_file(unfinished, applied_steps(cursor)) as copy, transaction(copy):
        copy.execute("DELETE FROM schema_steps")
        for table in tables_of(cursor):
            rows = cursor.execute(f'SELECT * FROM "{table}"')
            while chunk := rows.fetchmany(_CHUNK):
                append(copy, table, chunk)
    put_in_place(unfinished, path)


def copy_files(kept: KeptFiles, place: KeptFiles) -> None:
    place.uploads.mkdir(parents=True, exist_ok=True)
    for path in kept.uploads.glob("*"):
        shutil.copy2(path, place.uploads / path.name)
        sync_file(place.uploads / path.name)
    sync_folder(place.uploads)
