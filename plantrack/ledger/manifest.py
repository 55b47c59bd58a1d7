"""What lies beside every backup: whose it is, what it holds, and the digests to check it by."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from plantrack.ledger.digests import TableDigest
from plantrack.ledger.disk import write_whole

MANIFEST = "manifest.json"
LEDGER = "plan.duckdb"
FORMAT = 1
_COUNTS = ("number", "revision", "schema_step")


class Occasion(StrEnum):
    """Why a backup was made; only scheduled ones are ever deleted by the program."""

    ASKED = "asked"
    SCHEDULED = "scheduled"
    BEFORE_UPGRADE = "before_upgrade"
    REBUILT = "rebuilt"


@dataclass(frozen=True, slots=True)
class CopiedFile:
    """A file of a backup, by its path inside it."""

    path: str
    size: int  # bytes
    digest: str  # SHA-256


@dataclass(frozen=True, slots=True)
class Manifest:
    """`number` orders the backups of a plan whatever clocks say. Moments are UTC, naive.

    `missing` names the digests of original files that were gone or changed when it was made,
    `faults` the promises (`Broken`) the rows of the ledger did not keep then.
    """

    plan: str
    number: int
    revision: int
    plan_digest: str
    occasion: Occasion
    made_at: datetime
    checked_at: datetime
    program_version: str
    engine_version: str
    schema_step: int
    tables: Mapping[str, TableDigest]
    files: tuple[CopiedFile, ...]
    missing: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()

    def write(self, folder: Path) -> None:
        content = {"format": FORMAT, **asdict(self)}
        text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True, default=_moment)
        write_whole(folder / MANIFEST, text.encode())

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """Return the manifest of a backup.

        Raises OSError when there is none and ValueError when it is not one this program reads.
        """
        content = json.loads((folder / MANIFEST).read_bytes())
        if not isinstance(content, dict) or content.pop("format", None) != FORMAT:
            raise ValueError("not a manifest of this program")
        if not all(isinstance(content.get(count), int) for count in _COUNTS):
            raise ValueError("a manifest without its numbers")
        try:
            return cls(
                **{
                    **content,
                    "occasion": Occasion(content["occasion"]),
                    "made_at": datetime.fromisoformat(content["made_at"]),
                    "checked_at": datetime.fromisoformat(content["checked_at"]),
                    "tables": {n: TableDigest(**one) for n, one in content["tables"].items()},
                    "files": tuple(CopiedFile(**one) for one in content["files"]),
                    "missing": tuple(content["missing"]),
                    "faults": tuple(content.get("faults", ())),
                }
            )
        except (KeyError, TypeError, AttributeError) as problem:
            raise ValueError(f"a manifest without {problem}") from problem


def _moment(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{value!r} does not belong in a manifest")
