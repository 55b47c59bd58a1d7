"""Seeds as a ledger keeps them: the files of their time, also where a table was added since."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from plantrack.plan import Plan
from plantrack.seeds import Seeds, load
from plantrack.seeds.definition import digest_of
from plantrack.seeds.schema import SCHEMA, file_of


def load_archive(archive: bytes) -> Seeds:
    """Return the seeds kept as an archive. Raises `SeedProblems` when they are not accepted.

    An archive older than a table says nothing about it, and neither does the definition: its
    digest is the one the seeds had when they were kept.
    """
    with TemporaryDirectory(prefix="plantrack-seeds-") as folder, _opened(archive) as kept:
        for name in kept.namelist():
            if Path(name).name == name:  # written by this program: no folders inside
                (Path(folder) / name).write_bytes(kept.read(name))
        later = [table for table in SCHEMA if file_of(table) not in kept.namelist()]
        for table in later:
            header = ",".join(column.name for column in SCHEMA[table])
            (Path(folder) / file_of(table)).write_text(f"{header}\n", encoding="utf-8")
        found = load(Path(folder))
    return Seeds(_without(found.plan, later), found.figures, archive)


def _opened(archive: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(archive))


def _without(plan: Plan, later: Collection[str]) -> Plan:
    content = json.loads(plan.definition)
    kept = {table: rows for table, rows in content.items() if table not in later}
    definition = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return replace(plan, definition=definition, digest=digest_of(definition))
