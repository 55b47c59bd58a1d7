"""One past made once a run, copied for each test that may harm it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from plantrack.opening import Opened, open_plan
from plantrack.settings import Settings
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
