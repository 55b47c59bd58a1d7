"""Uploaded files, kept byte for byte under their SHA-256 beside the ledger.

Writing goes through a temporary name, fsync, rename and fsync of the folder, so a file under
its digest is whole. Beside it lies one small JSON per revision made from it;
a revision made from no file (a withdrawal, a note) has its JSON alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from plantrack.ledger.digests import digest_of_file
from plantrack.ledger.disk import sync_folder, write_whole
from plantrack.ledger.reasons import Unavailable
from plantrack.ledger.refusals import LedgerUnavailable

_DEFAULT_LEDGER = "plan.duckdb"
_EXTENSION = re.compile(r"\.[a-z0-9]{1,8}")
NO_FILE = "no-file"  # in place of a digest, where a revision was made from no file
_KEPT = re.compile(
    r"(?P<digest>[0-9a-f]{64}|no-file)(\.revision-(?P<revision>\d+)\.json|\.[a-z0-9]{1,8})"
)


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """The kept files of one ledger, and those no revision claims."""

    uploads: Path
    unclaimed: Path

    @property
    def backups(self) -> Path:
        """Where backups go unless a setting says otherwise."""
        return self.uploads.parent / "backups"

    @classmethod
    def beside(cls, location: Path) -> KeptFiles:
        """Return the folders that belong to the ledger at `location`.

        The default ledger's stand beside it. Any other ledger has its own, because setting
        aside unclaimed files must never touch those of a neighbour.
        """
        home = location.parent
        if location.name != _DEFAULT_LEDGER:
            home = home / f"{location.stem}-files"
        return cls(home / "uploads", home / "unclaimed")

    def keep(self, content: bytes, name: str = "") -> str:
        digest = sha256(content).hexdigest()
        standing = self.path(digest)
        if standing is None or standing.read_bytes() != content:
            extension = Path(name).suffix.lower()
            if not _EXTENSION.fullmatch(extension):
                extension = ".bin"
            write_whole(standing or self.uploads / f"{digest}{extension}", content)
        return digest

    def path(self, digest: str) -> Path | None:
        """Return where the file of `digest` lies, or None."""
        for path in sorted(self.uploads.glob(f"{digest}.*")):
            name = _KEPT.fullmatch(path.name)
            if name and name["revision"] is None:
                return path
        return None

    def read(self, digest: str) -> bytes:
        path = self.path(digest)
        if path is None:
            raise LedgerUnavailable(Unavailable.NO_KEPT_FILE, self.uploads, digest)
        content = path.read_bytes()
        if sha256(content).hexdigest() != digest:
            raise LedgerUnavailable(Unavailable.KEPT_FILE_CHANGED, self.uploads, path.name)
        return content

    def is_whole(self, digest: str) -> bool:
        """Whether the file of `digest` is there as it was kept."""
        path = self.path(digest)
        return path is not None and digest_of_file(path) == digest

    def describe(self, digest: str | None, revision: int, decisions: Mapping[str, object]) -> None:
        """Write the decisions a revision takes on a kept file, before it is committed."""
        text = json.dumps(decisions, ensure_ascii=False, indent=1, sort_keys=True)
        name = f"{digest or NO_FILE}.revision-{revision}.json"
        write_whole(self.uploads / name, text.encode())

    def descriptions(self) -> Iterator[tuple[str | None, dict[str, Any]]]:
        """Yield what was written for every revision, with the digest of its file.

        A note that cannot be read is not among them, as one that is gone.
        """
        for path in sorted(self.uploads.glob("*.revision-*.json")):
            name = _KEPT.fullmatch(path.name)
            if name is None or name["revision"] is None:
                continue
            found = self.described(name["digest"], int(name["revision"]))
            if found is not None:
                yield None if name["digest"] == NO_FILE else name["digest"], found

    def described(self, digest: str, revision: int) -> dict[str, Any] | None:
        """Return the decisions kept for a revision; None when they are gone or unreadable."""
        try:
            found = json.loads((self.uploads / f"{digest}.revision-{revision}.json").read_bytes())
        except (FileNotFoundError, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def set_aside(self, claimed: Collection[tuple[int, str]]) -> tuple[Path, ...]:
        """Move files no revision claims to `unclaimed`, and return where they lie now.

        `claimed` pairs revisions with the digests they hold. Nothing is deleted: after a
        crash or a damaged ledger these files are what recovery reads.
        """
        digests = {digest for _, digest in claimed}
        moved = []
        for path in sorted(self.uploads.glob("*")):
            name = _KEPT.fullmatch(path.name)
            if name and name["digest"] in digests:
                described = name["revision"]
                if described is None or (int(described), name["digest"]) in claimed:
                    continue
            moved.append(self._move_aside(path))
        return tuple(moved)

    def _move_aside(self, path: Path) -> Path:
        self.unclaimed.mkdir(parents=True, exist_ok=True)
        place = self.unclaimed / path.name
        count = 1
        while place.exists() and place.read_bytes() != path.read_bytes():
            count += 1
            place = self.unclaimed / f"{path.stem}.{count}{path.suffix}"
        path.replace(place)
        sync_folder(self.unclaimed)
        return place
