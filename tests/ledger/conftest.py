"""Stores to test: the contract runs on every engine listed here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plantrack.ledger import EmbeddedStore, Store
from plantrack.plan import Plan
from tests.ledger import plans

ENGINES = {"embedded": EmbeddedStore}

Open = Callable[..., Store]


@pytest.fixture(params=sorted(ENGINES))
def open_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Open]:
    """Open a store of the plan at a name in a fresh folder; everything is closed afterwards."""
    opened: list[Store] = []

    def opening(name: str = "plan.duckdb", plan: Plan | None = None, **options: object) -> Store:
        engine = ENGINES[request.param]
        store: Store = engine(tmp_path / name, plan or plans.plan(), **options)
        opened.append(store)
        return store

    yield opening
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: Open) -> Store:
    return open_store()
