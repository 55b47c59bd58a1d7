"""What all sessions of a process share: the opened plan with its store, and what it holds.

Kept by revision number and never by time: nothing in a ledger changes under its number.
"""

from __future__ import annotations

import gc
from functools import cache, lru_cache
from importlib import import_module
from threading import Lock

from plantrack import log
from plantrack.chronicle import Effect, State, effect
from plantrack.ledger.store import Snapshot, Store
from plantrack.model import Revision
from plantrack.opening import Opened, open_plan
from plantrack.plan import Plan
from plantrack.seeds import plan_from_definition
from plantrack.settings import Settings

_lock = Lock()
_held: dict[Settings, Opened] = {}
_effects: dict[tuple[Store, int, str], Effect] = {}


def opened() -> Opened:
    """Return the plan and its store, opened once for all sessions.

    Raises `SettingsProblem`, `SeedProblems` or `LedgerUnavailable`; the next call tries again.
    """
    settings = Settings.from_environment()
    with _lock:
        if settings not in _held:
            log.write_to(settings.log)
            _held[settings] = open_plan(settings)
        return _held[settings]


def close() -> None:
    """Let go of the ledger and of all that was read from it; the next `opened` opens it again."""
    with _lock:
        while _held:
            _held.popitem()[1].close()
        snapshot.cache_clear()
        revision_record.cache_clear()
        plan_of.cache_clear()
        _effects.clear()


@lru_cache(maxsize=16)
def snapshot(store: Store, revision: int) -> Snapshot:
    """Return the figures that stood when `revision` was the newest."""
    return store.as_of(revision) if revision else store.current()


def plan_at(opened: Opened, revision: int) -> Plan:
    """Return the plan in force at `revision`: what stood then is judged by what it knew.

    Raises `SeedProblems` for a definition this version of the program cannot read.
    """
    digest = snapshot(opened.store, revision).plan_digest
    return opened.plan if digest in ("", opened.plan.digest) else plan_of(opened.store, digest)


@lru_cache(maxsize=16)
def plan_of(store: Store, digest: str) -> Plan:
    """Return a plan from the definition the ledger keeps under `digest`."""
    return plan_from_definition(store.definition(digest))


def state_at(opened: Opened, revision: int) -> State | None:
    """Return the plan and the figures at `revision`; None for 0, the empty ledger."""
    if not revision:
        return None
    return State(plan_at(opened, revision), snapshot(opened.store, revision).figures)


def effect_of(opened: Opened, entry: Revision, series: str) -> Effect:
    """Return what a revision changed, in a reader's choice of series; made once."""
    key = (opened.store, entry.number, series)
    if key not in _effects:
        after = state_at(opened, entry.number)
        if after is None:
            raise ValueError("revision 0 is the empty ledger")
        before = state_at(opened, entry.number - 1)
        _effects[key] = effect(before, after, entry.kind, series)
    return _effects[key]


@lru_cache(maxsize=64)
def revision_record(store: Store, number: int) -> Revision | None:
    """Return the ledger's entry for a revision; None for revision 0, the empty ledger."""
    return next((entry for entry in store.history() if entry.number == number), None)


@cache
def warm_up() -> None:
    """Import what the first chart would wait for, and leave it out of garbage collection.

    Streamlit collects all garbage after every run; with thousands of imported objects to walk
    an empty page costs 54-64 ms, frozen out of it about 7 ms.
    """
    for name in ("altair", "pandas", "pyarrow"):
        import_module(name)
    gc.collect()
    gc.freeze()
