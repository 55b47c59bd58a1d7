"""The log: one JSON line an event, with its UTC time; who, what, which revision, no figures.

log.event("recorded", who="Trần Thị Lan", revision=8)
{"time": "2026-02-03T04:05:06Z", "event": "recorded", "who": "Trần Thị Lan", "revision": 8}
"""

from __future__ import annotations

import json
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

_EVENT = re.compile(r"[a-z]+(_[a-z]+)*")
_lock = Lock()
_destination: Path | None = None


def write_to(file: Path | None) -> None:
    """Send events to the end of `file` from now on; None = standard error."""
    global _destination  # one log a process
    with _lock:
        _destination = file


def event(name: str, **fields: str | int | bool | None) -> None:
    """Write one event. Raises TypeError for anything that could be a figure (float, Decimal).

    A log that cannot be written must not undo what it reports: the line then goes to standard
    error, followed by the reason.
    """
    if not _EVENT.fullmatch(name):
        raise ValueError(f"an event is named in lower case with underscores, not {name!r}")
    for field, value in fields.items():
        if value is not None and not isinstance(value, str | int):
            raise TypeError(f"{field} is a {type(value).__name__}: the log carries no figures")
    entry = {"time": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), "event": name, **fields}
    line = json.dumps(entry, ensure_ascii=False) + "\n"
    with _lock:
        if _destination is None:
            _to_terminal(line)
            return
        try:
            with _destination.open("a", encoding="utf-8") as file:
                file.write(line)
        except OSError as problem:
            reason = {"time": entry["time"], "event": "log_unavailable", "reason": str(problem)}
            _to_terminal(line + json.dumps(reason, ensure_ascii=False) + "\n")


def _to_terminal(lines: str) -> None:
    """Write in the terminal's encoding; a letter it lacks is escaped rather than fatal."""
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(lines.encode(encoding, "backslashreplace").decode(encoding))
    sys.stderr.flush()
