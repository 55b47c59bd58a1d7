"""The administrator's page says what the doctor finds and which backups there are."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from plantrack.ledger import Occasion
from plantrack.safekeeping import examining
from plantrack.settings import Settings
from plantrack.ui import resources
from tests.pages.conftest import Reader, calm


def html(session: AppTest) -> str:
    return "".join(one.proto.body for one in session.get("html"))


@pytest.fixture(autouse=True)
def examined_anew() -> None:
    examining._latest.clear()


def test_without_a_backup_the_page_says_so_and_what_to_do(second_plan: Path, read: Reader) -> None:
    session = read("health", lang="en")
    assert second_plan.exists()
    assert session.header[0].value == "Recorded figures are safe; 1 thing should be looked at"
    assert "There is no backup in" in session.warning[0].value
    assert "none yet" in html(session)


def test_the_last_backup_and_its_check_are_shown(second_plan: Path, read: Reader) -> None:
    assert not second_plan.exists()
    backup = resources.opened().store.back_up(Occasion.SCHEDULED)
    session = read("health", lang="en")
    assert session.header[0].value == "Recorded figures are safe; nothing has to be done"
    shown = html(session)
    assert "up to revision 1" in shown
    assert "reopened and compared with the ledger" in shown
    assert "by the clock" in shown
    captions = "".join(one.value for one in session.caption).replace("\\", "")
    assert f"They lie in {backup.folder.parent}." in captions


def test_vietnamese_says_the_same(second_plan: Path, read: Reader) -> None:
    assert not second_plan.exists()
    resources.opened().store.back_up(Occasion.BEFORE_UPGRADE)
    session = read("health", lang="vi")
    assert session.header[0].value == "Số liệu đã ghi an toàn; không có việc cần xử lý"
    assert "trước khi nâng cấp" in html(session)


def test_a_problem_is_shown_above_all_and_gone_once_it_is_mended(
    second_plan: Path, read: Reader
) -> None:
    assert not second_plan.exists()
    store = resources.opened().store
    store.back_up(Occasion.ASKED)
    path = store.kept.path(store.history()[0].raw_digest or "")
    assert path is not None
    content = path.read_bytes()
    path.unlink()
    session = read("health", lang="en")
    title = session.header[0].value.replace("\\", "")
    assert title == "1 thing puts recorded figures at risk: act now"
    assert "The original file of revision 1" in session.error[0].value.replace("\\", "")
    path.write_bytes(content)
    calm(session.run())
    assert session.error, "one look serves all readers for a while"
    examining._latest.clear()  # some seconds later
    calm(session.button(key="health_again").click().run())
    assert not session.error


def test_what_the_command_doctor_found_meanwhile_is_on_the_page(
    second_plan: Path, read: Reader
) -> None:
    assert not second_plan.exists()
    opened = resources.opened()
    opened.store.back_up(Occasion.ASKED)
    session = read("health", lang="en")
    assert not session.error
    path = opened.store.kept.path(opened.store.history()[0].raw_digest or "")
    assert path is not None
    path.unlink()
    now = datetime.now(UTC).replace(tzinfo=None)
    examining.examined_since(opened, Settings.from_environment(), now)
    assert "The original file of revision 1" in calm(session.run()).error[0].value.replace("\\", "")


def test_the_page_offers_no_work_a_stranger_could_fill_the_disk_with(
    second_plan: Path, read: Reader
) -> None:
    session = read("health", lang="en")
    assert second_plan.exists()
    keys = {one.key for one in session.button if (one.key or "").startswith("health")}
    assert keys == {"health_again"}
