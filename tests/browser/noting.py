"""The server as it is, which also records a note whenever a test asks: run as a module.

Only the process that serves may open the ledger, so a second person's revision has to be made
inside it. A test asks by creating `note` in the data folder; the file goes when it is recorded.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

from plantrack.__main__ import main
from plantrack.model import RevisionKind
from plantrack.ui import resources


def record_notes(asked: Path) -> None:
    while True:
        time.sleep(0.2)
        if asked.exists():
            store = resources.opened().store
            store.commit(
                RevisionKind.NOTE, (), expecting=store.revision(), by="Another reader", note="Seen"
            )
            asked.unlink()


if __name__ == "__main__":
    asked = Path(os.environ["PLANTRACK_DATA"]) / "note"
    threading.Thread(target=record_notes, args=(asked,), daemon=True).start()
    sys.exit(main(["serve"]))
