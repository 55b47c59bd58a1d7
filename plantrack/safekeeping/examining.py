"""The latest look at an open ledger, shared by every reader and by the command `doctor`.

It reads the whole ledger and its files: not once for each page someone opens.
"""

from __future__ import annotations

from datetime import datetime
from threading import Lock
from weakref import WeakKeyDictionary

from plantrack.ledger import EmbeddedStore
from plantrack.opening import Opened
from plantrack.safekeeping.doctor import examine_open
from plantrack.safekeeping.findings import Report
from plantrack.settings import Settings

_examining = Lock()
_latest: WeakKeyDictionary[EmbeddedStore, Report] = WeakKeyDictionary()


def examined_since(opened: Opened, settings: Settings, moment: datetime) -> Report:
    """Return a report of the newest revision made at `moment` or later (UTC, naive)."""
    with _examining:
        known = _latest.get(opened.store)
        newest = opened.store.revision()
        if known is None or known.revision != newest or known.made_at < moment:
            known = examine_open(opened, settings)
            _latest[opened.store] = known
        return known
