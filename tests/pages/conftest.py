"""Pages as a reader's session sees them: `AppTest` from `dashboard.py` on a ledger of its own."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from plantrack.ledger import EmbeddedStore
from plantrack.opening import open_plan
from plantrack.settings import Settings
from plantrack.ui import resources
from plantrack.ui.errors import FAILURE
from tests.pages.small_history import record_report, withdraw_and_take_back
from tests.second_plan import SECOND_PLAN

ROOT = Path(__file__).resolve().parents[2]

PATIENCE = 90.0  # seconds a page may take on a busy machine

Reader = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def _own_main() -> Iterator[None]:
    """`AppTest` leaves the page as the main module, which every child process would then run."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


@pytest.fixture
def fresh_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A ledger that does not exist yet."""
    ledger = tmp_path / "plan.duckdb"
    monkeypatch.setenv("PLANTRACK_DATA", str(tmp_path))
    monkeypatch.setenv("PLANTRACK_LEDGER", str(ledger))
    monkeypatch.setenv("PLANTRACK_LOG", str(tmp_path / "log.jsonl"))
    resources.close()
    yield ledger
    resources.close()


@pytest.fixture
def second_plan(fresh_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Another province's plan instead of the one in `seeds/`."""
    monkeypatch.setenv("PLANTRACK_SEEDS", str(SECOND_PLAN))
    return fresh_ledger


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Data folders as the first page leaves them, each made once a run."""

    @cache
    def folder(seeds: Path) -> Path:
        data = tmp_path_factory.mktemp("seeded")
        open_plan(Settings(seeds=seeds, data=data, ledger=data / "plan.duckdb")).close()
        return data

    return folder


@pytest.fixture
def store(second_plan: Path) -> EmbeddedStore:
    """The second plan as opened the first time: its own figures are revision 1."""
    assert not second_plan.exists()
    return resources.opened().store


@pytest.fixture
def recorded(store: EmbeddedStore) -> EmbeddedStore:
    """What a bureau published is revision 2."""
    record_report(store)
    return store


@pytest.fixture
def taken_back(recorded: EmbeddedStore) -> EmbeddedStore:
    """It was withdrawn, and the withdrawal withdrawn: revisions 3 and 4."""
    withdraw_and_take_back(recorded)
    return recorded


@pytest.fixture
def read(fresh_ledger: Path, seeded: Callable[[Path], Path]) -> Reader:
    """Open a page as a reader would: `read("target", lang="en")` returns the run session."""

    def read_page(page: str = "overview", **address: str) -> AppTest:
        seeds = Settings.from_environment().seeds
        if not fresh_ledger.exists() and seeds in (ROOT / "seeds", SECOND_PLAN):
            shutil.copytree(seeded(seeds), fresh_ledger.parent, dirs_exist_ok=True)
        session = AppTest.from_file(ROOT / "dashboard.py", default_timeout=PATIENCE)
        session.query_params.update(address)
        if page != "overview":
            session.run()
            session.query_params.update(address)
            session.switch_page(f"pages/{page}.py")
        return calm(session.run())

    return read_page


def calm(session: AppTest) -> AppTest:
    """Return the session; fails with what happened where its page could not be shown."""
    if FAILURE in session.session_state:
        pytest.fail(session.session_state[FAILURE])
    assert not session.exception, session.exception[0].message
    return session
