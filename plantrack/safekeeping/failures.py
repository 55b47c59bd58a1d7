"""The last scheduled backup that failed, kept until one succeeds: no failure passes unseen."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from plantrack.ledger.disk import write_whole
from plantrack.model import Text

_NAME = "last_failure.json"


def note_failure(place: Path, sentence: Text) -> None:
    """Write down why; a disk too full even for that is told by the doctor's look at the disk."""
    moment = datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    content = {"at": moment, "vi": sentence.vi, "en": sentence.en}
    write_whole(place / _NAME, json.dumps(content, ensure_ascii=False).encode())


def forget_failure(place: Path) -> None:
    (place / _NAME).unlink(missing_ok=True)


def last_failure(place: Path) -> Text | None:
    try:
        content = json.loads((place / _NAME).read_bytes())
        return Text(content["vi"], content["en"])
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (ValueError, KeyError, TypeError):  # cut off by the very failure it was to tell
        return Text(f"{place / _NAME} không đọc được.", f"{place / _NAME} cannot be read.")
