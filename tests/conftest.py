"""What every test shares: one fixed Hypothesis profile, and how long a run may be."""

from __future__ import annotations

from collections.abc import Iterator
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from plantrack import log
from plantrack.settings import Settings
from tests.programs import server

LONG = Settings.from_environment().test_long

# Derandomized: the same examples on every machine, so a red run is a change, never luck.
# A busy machine is no defect of a formula: no deadline.
settings.register_profile(
    "plantrack",
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=1000 if LONG else 60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("plantrack")


@pytest.fixture(scope="session")
def long_run() -> bool:
    """Whether the large counts are asked for (`make test-long`)."""
    return LONG


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    """The file the log of this program is written to meanwhile."""
    file = tmp_path / "log.jsonl"
    log.write_to(file)
    yield file
    log.write_to(None)


@pytest.fixture(scope="session")
def programs() -> ForkServerContext:
    """What starts programs of their own (see `tests.programs`)."""
    return server()
