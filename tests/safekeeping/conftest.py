"""Pasts made once a run and copied for each test, and programs that may be killed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from plantrack.ledger import EmbeddedStore
from plantrack.opening import Opened, open_plan
from plantrack.settings import Settings
from tests.ledger.plans import plan
from tests.safekeeping.harmed import record
from tests.safekeeping.journeys import five_revisions, settings_in


@pytest.fixture(scope="session")
def kept_past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed data folder with five revisions."""
    folder = tmp_path_factory.mktemp("past") / "data"
    five_revisions(settings_in(folder)).close()
    return folder


@pytest.fixture
def settings(kept_past: Path, tmp_path: Path) -> Settings:
    """Settings of a data folder with five revisions that nobody has open."""
    shutil.copytree(kept_past, tmp_path / "data")
    return settings_in(tmp_path / "data")


@pytest.fixture
def opened(settings: Settings) -> Iterator[Opened]:
    opened = open_plan(settings)
    yield opened
    opened.store.close()


@pytest.fixture(scope="session")
def three_recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed data folder of the small plan with three recorded files."""
    folder = tmp_path_factory.mktemp("small") / "data"
    store = EmbeddedStore(folder / "plan.duckdb", plan())
    for _ in range(3):
        record(store)
    store.close()
    return folder


@pytest.fixture
def location(three_recorded: Path, tmp_path: Path) -> Path:
    """A closed ledger with three revisions."""
    return Path(shutil.copytree(three_recorded, tmp_path / "data")) / "plan.duckdb"
