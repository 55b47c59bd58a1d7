"""A draft over a reload, decisions about rows, and a check that is stopped."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from plantrack.ledger.store import Store
from plantrack.ui import resources
from plantrack.ui.update import checking
from plantrack.update import drafts as kept
from plantrack.update.recording import repeated
from tests.pages.conftest import Reader, calm
from tests.pages.test_update import (
    LEAP,
    ORIGIN,
    POVERTY,
    UNEMPLOYMENT,
    file,
    for_real,
    keys,
    open_with,
    press,
    record,
    shown,
    state_origin,
    upload,
    value_of,
)


@pytest.fixture(autouse=True)
def _second_plan(second_plan: Path) -> None:
    """The small plan: every journey is the same on any plan."""


@pytest.fixture
def store() -> Store:
    return resources.opened().store


@pytest.fixture
def folder(fresh_ledger: Path) -> Path:
    return fresh_ledger.parent / "drafts"


def id_of(session: AppTest) -> str:
    value = session.query_params["draft"]
    return value if isinstance(value, str) else value[0]


def drafts_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*"))


def choose_row(session: AppTest, cell: str) -> AppTest:
    (button,) = (one for one in session.button if f"edit_open_{cell}_" in str(one.key))
    return calm(button.click().run())


def button(session: AppTest, name: str, cell: str) -> str:
    (key,) = (str(one.key) for one in session.button if f"edit_{name}_{cell}_" in str(one.key))
    return key


def field(session: AppTest, name: str) -> str:
    """Return the key of a field or button that decides about a row."""
    elements = [*session.text_input, *session.selectbox, *session.button]
    (key,) = (str(one.key) for one in elements if f"edit_{name}" in str(one.key))
    return key


def correct(session: AppTest, cell: str, value: str, reason: str = "misprint") -> AppTest:
    session = choose_row(session, cell)
    session.text_input(key=field(session, "value")).set_value(value)
    session.text_input(key=field(session, "reason")).set_value(reason)
    return calm(session.button(key=field(session, "correct")).click().run())


def test_a_draft_goes_on_after_a_reload_with_everything_decided(
    read: Reader, store: Store, folder: Path
) -> None:
    session = open_with(read, LEAP, UNEMPLOYMENT)
    session = state_origin(for_real(calm(session.checkbox[0].check().run())))
    session = correct(session, "D3", "5.8")
    identifier = id_of(session)
    assert drafts_in(folder) == [identifier]

    again = for_real(read("update", lang="en", draft=identifier))
    assert again.checkbox[0].value is True
    assert [again.text_input(key=f"update_{name}").value for name in ORIGIN] == list(
        ORIGIN.values()
    )
    assert "Unemployment rate, 2025: 5.7 → 5.8\u202f% (cell D3; misprint)" in shown(again)
    press(state_origin(again))
    assert value_of(store, "poverty_bureau", 2025) == Decimal("3.1")
    assert value_of(store, "unemployment_bureau", 2025) == Decimal("5.8")
    assert drafts_in(folder) == [], "recorded: the draft is gone"


def test_the_address_of_a_draft_that_is_gone_says_so_once(read: Reader) -> None:
    session = open_with(read, POVERTY)
    identifier = id_of(session)
    record(session)
    again = read("update", lang="en", draft=identifier)
    assert "is no longer kept" in again.warning[0].value
    assert "draft" not in again.query_params
    assert len(again.file_uploader) == 1
    assert not calm(again.run()).warning


@pytest.mark.parametrize("name", ["../plan.duckdb", "0" * 32, "%00"])
def test_an_address_opens_nothing_but_a_draft(read: Reader, name: str) -> None:
    session = read("update", lang="en", draft=name)
    assert "is no longer kept" in session.warning[0].value
    assert len(session.file_uploader) == 1


def test_a_refused_file_has_no_draft(read: Reader, folder: Path) -> None:
    session = open_with(read, "literasy,,2025,88,%,,")
    assert "draft" not in session.query_params
    assert not folder.exists()
    assert "This draft" not in shown(session)


def test_letting_go_of_the_file_lets_go_of_its_draft(read: Reader, folder: Path) -> None:
    session = open_with(read, POVERTY)
    assert len(drafts_in(folder)) == 1
    session = calm(session.button(key="update_another").click().run())
    assert drafts_in(folder) == []
    assert "draft" not in session.query_params
    assert not session.warning


def test_another_file_replaces_the_draft(read: Reader, folder: Path) -> None:
    session = open_with(read, POVERTY)
    first = id_of(session)
    session = calm(session.button(key="update_another").click().run())
    session = upload(session, file(UNEMPLOYMENT))
    assert drafts_in(folder) == [id_of(session)] != [first]


def test_without_room_the_work_goes_on_and_says_so(
    read: Reader, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST_DRAFTS", 0)
    session = open_with(read, POVERTY)
    assert "only as long as this page is open" in shown(session)
    assert "draft" not in session.query_params
    record(session)
    assert store.revision() == 2


def test_a_draft_stays_with_its_session_over_another_page(read: Reader) -> None:
    session = open_with(read, POVERTY)
    identifier = id_of(session)
    calm(session.switch_page("pages/growth.py").run())
    session = calm(session.switch_page("pages/update.py").run())
    assert id_of(session) == identifier


def test_a_revision_that_came_while_a_draft_lay_is_looked_at_first(read: Reader) -> None:
    identifier = id_of(for_real(open_with(read, POVERTY)))
    record(open_with(read, UNEMPLOYMENT))
    again = for_real(read("update", lang="en", draft=identifier))
    assert "Revision 2 arrived while you were at work" in shown(again)
    assert "update_record" not in keys(again)


def test_a_misprint_is_put_right_before_it_is_recorded(read: Reader, store: Store) -> None:
    """3.1 for 10.2: the jump is stopped, and the value as printed goes in with both kept."""
    session = open_with(read, LEAP)
    assert "update_record" not in keys(session)
    session = correct(session, "D2", "10.2", "10.2 in the printed yearbook")
    assert not session.checkbox
    assert "was entered on the review in place of 3.1" in shown(session)
    record(session)
    assert value_of(store, "poverty_bureau", 2025) == Decimal("10.2")
    entry = store.history()[-1]
    edits = json.loads(json.dumps(entry.decisions["edits"]))
    (edit,) = edits
    assert (edit["read"]["value"], edit["recorded"]["value"]) == ("3.1", "10.2")
    assert edit["reason"] == "10.2 in the printed yearbook"
    assert repeated(store, entry) == store.figures_of(2)
    told = (
        "Poverty rate, 2025 (cell D2): the file says 3.1, official, recorded was 10.2, official: "
        "10.2 in the printed yearbook"
    )
    assert told in shown(read("history", lang="en"))


def test_a_row_is_left_out_at_one_press_and_taken_back(read: Reader, store: Store) -> None:
    session = open_with(read, POVERTY, UNEMPLOYMENT)
    session = calm(session.button(key=button(session, "drop", "D2")).click().run())
    assert "1 row can be recorded." in session.success[0].value.replace("\\", "")
    assert "left out (no reason given)" in shown(session)
    session.text_input(key=field(session, "why")).set_value("another province's")
    session = calm(session.run())
    assert "left out (another province's)" in shown(session)
    session = calm(session.button(key=field(session, "undo")).click().run())
    assert "2 rows can be recorded." in session.success[0].value.replace("\\", "")
    assert store.revision() == 1


def test_a_cell_that_is_no_number_is_put_right_and_recorded(read: Reader, store: Store) -> None:
    session = open_with(read, POVERTY, "unemployment,,2025,many,%,official,")
    assert "Unemployment" not in "".join(row.value for row in session.success)
    session = choose_row(session, "D3")
    session.text_input(key=field(session, "text")).set_value("5.7")
    session.text_input(key=field(session, "reason")).set_value("said by telephone")
    session = calm(session.button(key=field(session, "correct")).click().run())
    assert "Cell D3: “many” → “5.7” (said by telephone)" in shown(session)
    record(session)
    assert value_of(store, "unemployment_bureau", 2025) == Decimal("5.7")
    entry = store.history()[-1]
    assert repeated(store, entry) == store.figures_of(2)
    assert "Cell D3: the file says “many”, it was read as “5.7”: said by telephone" in shown(
        read("history", lang="en")
    )


def test_of_two_rows_that_disagree_the_wrong_one_is_left_out(read: Reader, store: Store) -> None:
    session = open_with(read, POVERTY, POVERTY.replace("10.2", "10.4"))
    session = calm(session.button(key=button(session, "drop", "D3")).click().run())
    assert "“10.4” (cell D3): left out" in shown(session)
    record(session)
    assert value_of(store, "poverty_bureau", 2025) == Decimal("10.2")
    assert repeated(store, store.history()[-1]) == store.figures_of(2)


@pytest.mark.parametrize(
    ("language", "value", "reason", "said"),
    [
        ("en", "10.3", "", "Give the reason"),
        ("en", "10,3", "misprint", "cannot be read as one number"),
        ("vi", "10.3", "lỗi in", "Không đọc được “10.3” thành một số"),
        ("en", "10.2", "misprint", "Nothing differs"),
    ],
)
def test_a_decision_that_is_not_complete_says_what_is_missing(
    read: Reader, language: str, value: str, reason: str, said: str
) -> None:
    session = correct(open_with(read, POVERTY, lang=language), "D2", value, reason)
    assert said in session.error[0].value.replace("\\", "")
    assert not any("edit_undo" in key for key in keys(session))


def test_series_of_rows_that_name_none_are_chosen_for_the_file(read: Reader, store: Store) -> None:
    session = open_with(read, "output_growth,,2025,2.0,%,estimate,")
    (series,) = (one for one in session.selectbox if "update_series" in str(one.key))
    record(calm(series.set_value("chamber").run()))
    assert [figure.series for figure in store.figures_of(2)] == ["output_growth_chamber"]
    assert store.history()[-1].decisions["series"] == "chamber"


def test_a_check_that_takes_its_time_shows_it_and_can_be_stopped(
    read: Reader, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "_AT_ONCE", 0.0)
    session = open_with(read, POVERTY)
    assert session.success, "shown while it read, and gone since"
    assert "update_stop_1" not in keys(session)
    session.session_state["update_stopped"] = True  # as its button leaves it
    session = calm(session.run())
    assert len(session.file_uploader) == 1
    assert drafts_in(folder) == []
