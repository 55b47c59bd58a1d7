"""The plan's definition as canonical JSON, and the seed files as one archive to keep."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path

from plantrack.model import Use
from plantrack.seeds.reading import Row, Tables
from plantrack.seeds.schema import SCHEMA, file_of

_CARRYING = (Use.FIGURE, Use.CONTEXT)
_BEGINNING = (1980, 1, 1, 0, 0, 0)  # the earliest moment a zip can hold: equal files, equal bytes


def definition_of(tables: Tables) -> str:
    """Return all tables but the figures as canonical JSON (sorted keys, UTF-8, no spaces).

    Rows of figures that are missing or rejected belong to the definition: they say what the
    plan does not know. Row order is kept, because it is the plan's order.
    """
    content = {
        table: [_cells(table, row) for row in tables[table] if _defines(table, row)]
        for table in SCHEMA
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def tables_of(definition: str) -> Tables:
    """Return the tables a definition was written from, without its figures."""
    content = json.loads(definition)
    return Tables(
        {
            # A definition older than a table says nothing about it.
            table: tuple(
                Row(number, cells) for number, cells in enumerate(content.get(table, ()), start=2)
            )
            for table in SCHEMA
        }
    )


def digest_of(definition: str) -> str:
    return hashlib.sha256(definition.encode()).hexdigest()


def archive_of(folder: Path) -> bytes:
    """Return the seed files as a zip; equal files give equal bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(file_of(table) for table in SCHEMA):
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, (folder / name).read_bytes())
    return target.getvalue()


def is_figure(row: Row) -> bool:
    """Whether a row of `figures` carries a value that is used (not missing, not rejected)."""
    return bool(row.cells["value"]) and row.cells["use"] in _CARRYING


def _defines(table: str, row: Row) -> bool:
    return table != "figures" or not is_figure(row)


def _cells(table: str, row: Row) -> dict[str, str]:
    return {column.name: row.cells[column.name] for column in SCHEMA[table]}
