"""Drafts: a file and what was decided about it, kept on disk until it is recorded or a week old.

A draft is a folder under its id: the file, and `draft.json`. The folder appears whole, under its
own name, or not at all. Only the account the program runs under may look into it. Whoever has
the id has the draft, so ids cannot be guessed.
"""

from __future__ import annotations

import json
import re
import secrets
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Any, Final

from plantrack.ledger.disk import sync_folder, write_whole
from plantrack.update.decisions import Decisions, File, edit_of, written_edit

KEPT_FOR: Final = timedelta(days=7)  # since the last change
MOST_DRAFTS: Final = 100
MOST_BYTES: Final = 500 * 2**20  # of all drafts
MOST_DECIDED: Final = 512 * 2**10  # bytes of one draft.json
_ID: Final = re.compile(r"[0-9a-f]{32}")
_UNFINISHED: Final = "unfinished-"
_FILE: Final = "file"
_DECIDED: Final = "draft.json"
_PRIVATE: Final = 0o700


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A file on its way. `origin` holds the fields as typed so far; `looked_at` is the revision
    its comparison was last looked at against.
    """

    file: File
    decisions: Decisions = field(default_factory=Decisions)
    origin: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    looked_at: int = 0


def utc_now() -> datetime:
    return datetime.now(UTC)


class Drafts:
    """The drafts of one data folder; threads may share it."""

    def __init__(self, folder: Path, clock: Callable[[], datetime] = utc_now) -> None:
        self.folder = folder
        self._clock = clock
        self._lock = Lock()

    def begin(self, draft: KeptDraft) -> str | None:
        """Keep a new draft and return its id, or None where there is no room for another.

        Nobody else's draft makes way. Raises OSError where the disk does not take it.
        """
        with self._lock:
            self._sweep()
            if not self._has_room(len(draft.file.content)):
                return None
            identifier = secrets.token_hex(16)
            unfinished = self.folder / f"{_UNFINISHED}{identifier}"
            unfinished.mkdir(mode=_PRIVATE)
            write_whole(unfinished / _FILE, draft.file.content)
            write_whole(unfinished / _DECIDED, self._written(draft))
            unfinished.rename(self.folder / identifier)
            sync_folder(self.folder)
            return identifier

    def save(self, identifier: str, draft: KeptDraft) -> bool:
        """Keep what was decided since; False where the draft is gone or grew too large.

        Raises OSError where the disk does not take it.
        """
        with self._lock:
            place = self._place(identifier)
            written = self._written(draft)
            if place is None or len(written) > MOST_DECIDED:
                return False
            write_whole(place / _DECIDED, written)
            return True

    def open(self, identifier: str) -> KeptDraft | None:
        """Return a draft; None where there is none, any more or whole."""
        with self._lock:
            self._sweep()
            place = self._place(identifier)
            return None if place is None else _read(place)

    def drop(self, identifier: str) -> None:
        """Forget a draft; dropping what is not there changes nothing."""
        with self._lock:
            place = self._place(identifier)
            if place is not None:
                _remove(place)

    def tidy(self) -> int:
        """Drop what is too old and return how many drafts went; a folder is not made for it."""
        with self._lock:
            return self._sweep() if self.folder.is_dir() else 0

    def _place(self, identifier: str) -> Path | None:
        if not _ID.fullmatch(identifier):
            return None
        place = self.folder / identifier
        return place if place.is_dir() else None

    def _has_room(self, size: int) -> bool:
        kept = [place for place in self.folder.iterdir() if place.is_dir()]
        taken = sum(file.stat().st_size for place in kept for file in place.iterdir())
        return len(kept) < MOST_DRAFTS and taken + size <= MOST_BYTES

    def _sweep(self) -> int:
        """Drop what is over a week old, or was left half made by a program that was killed."""
        dropped = 0
        self.folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        self.folder.chmod(_PRIVATE)
        for place in list(self.folder.iterdir()):
            ours = _ID.fullmatch(place.name) is not None
            if place.name.startswith(_UNFINISHED) or (ours and self._is_old(place)):
                _remove(place)
                dropped += ours
        return dropped

    def _is_old(self, place: Path) -> bool:
        kept = _decided(place)
        try:
            saved = datetime.fromisoformat(str(kept["saved_at"]))
            return self._clock() - saved > KEPT_FOR
        except (KeyError, ValueError, TypeError):
            return True  # nothing of it could be opened again

    def _written(self, draft: KeptDraft) -> bytes:
        decisions = draft.decisions
        kept = {
            "saved_at": self._clock().isoformat(),
            "name": draft.file.name,
            "digest": draft.file.digest,
            "series": decisions.series,
            "answers": dict(decisions.answers),
            "edits": [written_edit(edit) for edit in decisions.edits],
            "ticks": sorted(decisions.ticks),
            "origin": dict(draft.origin),
            "note": draft.note,
            "looked_at": draft.looked_at,
        }
        return json.dumps(kept, ensure_ascii=False, indent=1).encode()


def _decided(place: Path) -> dict[str, Any]:
    """Return what was decided; empty where it cannot be read."""
    with suppress(OSError, ValueError):
        kept = json.loads((place / _DECIDED).read_bytes())
        return kept if isinstance(kept, dict) else {}
    return {}


def _read(place: Path) -> KeptDraft | None:
    kept = _decided(place)
    try:
        file = File(str(kept["name"]), (place / _FILE).read_bytes())
        if file.digest != kept["digest"]:
            return None
        decisions = Decisions(
            series=str(kept["series"]),
            answers={str(key): str(value) for key, value in kept["answers"].items()},
            edits=tuple(edit_of(edit) for edit in kept["edits"]),
            ticks=frozenset(str(tick) for tick in kept["ticks"]),
        )
        origin = {str(key): str(value) for key, value in kept["origin"].items()}
        return KeptDraft(file, decisions, origin, str(kept["note"]), int(kept["looked_at"]))
    except (OSError, KeyError, ValueError, TypeError, AttributeError, ArithmeticError):
        return None


def _remove(place: Path) -> None:
    """Take a draft out of sight first, so that half of one is never opened."""
    if not place.name.startswith(_UNFINISHED):
        hidden = place.with_name(f"{_UNFINISHED}{place.name}")
        with suppress(OSError):
            place = place.rename(hidden)
    if place.is_dir():
        shutil.rmtree(place, ignore_errors=True)
    else:
        place.unlink(missing_ok=True)
