"""Opening a ledger file: created whole, looked at before it is written, never repaired."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from plantrack.ledger import schema
from plantrack.ledger.disk import put_in_place
from plantrack.ledger.raw import KeptFiles
from plantrack.ledger.reasons import Unavailable
from plantrack.ledger.refusals import LedgerUnavailable
from plantrack.ledger.rows import UnreadableRow

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,
    # A revision is acknowledged once it is in the ledger file itself: DuckDB drops the end of a
    # truncated .wal without a word, so nothing anyone was told about may lie only there.
    "checkpoint_threshold": "1B",
}

_SIGNS = (
    ("could not set lock", Unavailable.LOCKED),
    ("being used by another process", Unavailable.LOCKED),  # Windows
    ("different configuration", Unavailable.OPEN_HERE),
    ("replaying wal", Unavailable.DAMAGED_LOG),
    ("wal file", Unavailable.DAMAGED_LOG),
    ("version number", Unavailable.NEWER_ENGINE),
    ("newer version", Unavailable.NEWER_ENGINE),
    ("permission denied", Unavailable.NO_PERMISSION),
    ("not a valid duckdb", Unavailable.DAMAGED),
    ("corrupt", Unavailable.DAMAGED),
    ("could not read", Unavailable.DAMAGED),
    ("no space left", Unavailable.DISK),
    ("file too large", Unavailable.DISK),  # a limit on the size of files
    ("has been closed", Unavailable.CLOSED),
    ("already closed", Unavailable.CLOSED),
)


@contextmanager
def refusing(location: Path, otherwise: Unavailable = Unavailable.DISK) -> Iterator[None]:
    """Turn what the driver or the system raises into one `LedgerUnavailable`."""
    try:
        yield
    except duckdb.Error as error:
        message = str(error).partition("\n")[0]
        raise LedgerUnavailable(_reason(message, otherwise), location, _detail(message)) from error
    except UnreadableRow as error:
        raise LedgerUnavailable(Unavailable.DAMAGED, location, str(error)) from error
    except PermissionError as error:
        raise LedgerUnavailable(Unavailable.NO_PERMISSION, location) from error
    except OSError as error:
        raise LedgerUnavailable(Unavailable.DISK, location, error.strerror or "") from error


BackUp = Callable[[duckdb.DuckDBPyConnection], object]


def open_ledger(location: Path, plan_id: str, before_upgrade: BackUp) -> duckdb.DuckDBPyConnection:
    """Return a connection to the ledger of `plan_id`, created if there is none.

    A file that cannot be used is refused before anything is written to it. A file of an older
    schema is handed to `before_upgrade`, which backs it up, before the steps it lacks are run.
    """
    with refusing(location, Unavailable.DAMAGED):
        location.parent.mkdir(parents=True, exist_ok=True)
        if location.exists():
            _refuse_unusable(location)
        else:
            _refuse_forgotten(location)
            _create(location, plan_id)
        with _connect(location, read_only=True) as connection:
            _refuse_foreign(location, connection, plan_id)
            read_everything(connection)
            if (schema.applied_steps(connection) or 0) < len(schema.STEPS):
                before_upgrade(connection)
        connection = _connect(location)
        try:
            with refusing(location, Unavailable.UPGRADE):
                schema.bring_up_to_date(connection)
            _clear_unfinished(location)
        except BaseException:
            connection.close()
            raise
        return connection


def connect_read_only(location: Path) -> duckdb.DuckDBPyConnection:
    """Return a connection that cannot change the file; raises the driver's errors."""
    return _connect(location, read_only=True)


def _connect(location: Path, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(str(location), read_only=read_only, config=_CONFIG)


def _create(location: Path, plan_id: str) -> None:
    """Make the file under another name, so that its own name never holds half a ledger."""
    unfinished = location.with_name(f"{location.name}.new-{os.getpid()}")
    unfinished.unlink(missing_ok=True)
    with create_file(unfinished) as connection:
        connection.execute(
            "INSERT INTO plans VALUES (?, ?)", [plan_id, datetime.now(UTC).replace(tzinfo=None)]
        )
    put_in_place(unfinished, location)


def _clear_unfinished(location: Path) -> None:
    """Drop what programs left that were killed while they made this ledger."""
    for path in location.parent.glob(f"{location.name}.new-*"):
        path.unlink(missing_ok=True)


def create_file(path: Path, steps: int | None = None) -> duckdb.DuckDBPyConnection:
    """Return a connection to a new file with nothing in it, of a schema step (None = newest)."""
    connection = _connect(path)
    schema.bring_up_to_date(connection, steps)
    return connection


def _refuse_forgotten(location: Path) -> None:
    """Refuse to start anew beside the files of recorded revisions: their ledger went missing."""
    kept = KeptFiles.beside(location)
    if any(kept.uploads.glob("*.revision-*.json")):
        raise LedgerUnavailable(Unavailable.LEDGER_GONE, location, str(kept.uploads))


def _refuse_unusable(location: Path) -> None:
    if not location.is_file():
        raise LedgerUnavailable(Unavailable.IS_A_FOLDER, location)
    usable = os.access(location, os.R_OK | os.W_OK) and os.access(location.parent, os.W_OK)
    if not usable:
        raise LedgerUnavailable(Unavailable.NO_PERMISSION, location)


def _refuse_foreign(location: Path, connection: duckdb.DuckDBPyConnection, plan_id: str) -> None:
    step = schema.applied_steps(connection)
    if step is None:
        raise LedgerUnavailable(Unavailable.NOT_A_LEDGER, location)
    if step > len(schema.STEPS):
        detail = f"{step} > {len(schema.STEPS)}"
        raise LedgerUnavailable(Unavailable.NEWER_SCHEMA, location, detail)
    held = connection.execute("SELECT plan_id FROM plans").fetchall()
    if held != [(plan_id,)]:
        detail = f"{', '.join(row[0] for row in held)} ≠ {plan_id}"
        raise LedgerUnavailable(Unavailable.OTHER_PLAN, location, detail)


def read_everything(connection: duckdb.DuckDBPyConnection) -> None:
    """Meet a damaged block now, not in the middle of someone's work."""
    for (table,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall():
        connection.execute(f'SELECT bit_xor(hash(r)) FROM "{table}" AS r').fetchall()


def _reason(message: str, otherwise: Unavailable) -> Unavailable:
    folded = message.lower()
    return next((reason for sign, reason in _SIGNS if sign in folded), otherwise)


def _detail(message: str) -> str:
    holder = re.search(r"PID \d+", message)
    return holder.group() if holder else message
