"""A target set through the update page: looked at beside the one in force, ticked, recorded."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from plantrack.ledger import EmbeddedStore
from plantrack.ui import resources
from plantrack.ui.pages import PAGES
from tests.pages.blocks import rows, shown, tables
from tests.pages.conftest import Reader, calm
from tests.update.target_sets import GROWTH, MORE_POVERTY, OUTPUT, POVERTY, file, recorded

SET = "set_council_12_2026"
# The document of these files is dated before today and in force by now, whenever this runs.
TODAY_FIRST = {"line_5": "15/05/2024", "line_6": "1/7/2024"}


@pytest.fixture(autouse=True)
def _second_plan(second_plan: Path) -> None:
    """The small plan: every journey is the same on any plan."""


@pytest.fixture
def store(_second_plan: None) -> EmbeddedStore:
    return resources.opened().store


def given(read: Reader, *targets: str, lang: str = "en", **document: str) -> AppTest:
    session = read("update", lang=lang)
    content = file(*targets, **{**TODAY_FIRST, **document}).content
    return calm(session.file_uploader[0].upload("goals.csv", content).run())


def button(session: AppTest, key: str) -> object:
    return next((one for one in session.button if one.key == key), None)


def press(session: AppTest, key: str) -> AppTest:
    return calm(next(one for one in session.button if one.key == key).click().run())


def named(session: AppTest, name: str = "Ana") -> AppTest:
    return calm(session.text_input(key="recorder_name").set_value(name).run())


def test_page_offers_the_template_and_the_example(read: Reader) -> None:
    session = read("update", lang="en")
    session.session_state["update_set_templates"] = True
    assert [one.key for one in calm(session.run()).download_button][4:] == [
        "update_set_template_csv",
        "update_set_template_xlsx",
        "update_set_example_csv",
        "update_set_example_xlsx",
    ]


def test_file_is_recognised_and_its_targets_stand_beside_those_in_force(read: Reader) -> None:
    session = given(read, POVERTY, OUTPUT)
    told = shown(session)
    verdict = "".join(one.value for one in session.success)
    assert "The file holds the target set “Adjusted goals for 2029” with 2 targets." in verdict
    assert "“Charter 2019–2029” is still used unless the reader chooses" in told
    table = rows(session, "The new targets beside those in force")
    assert len(table) == 2
    (poverty,) = (row for row in table if row[0].startswith("Poverty rate"))
    assert "Charter 2019–2029" in poverty[1]
    assert "required a year from now" in poverty[3]
    assert "bound" in poverty[5]


def test_direction_entered_the_wrong_way_shows_what_it_flips_and_waits_for_its_tick(
    read: Reader, store: EmbeddedStore
) -> None:
    """Elsewhere a direction with the wrong sign published "target achieved"."""
    session = named(given(read, MORE_POVERTY))
    told = shown(session)
    assert "to “reached”, because of the opposite direction, another form" in told
    assert session.button(key="update_record_set").disabled
    (tick,) = session.checkbox
    assert "more is better" in tick.label
    session = calm(tick.check().run())
    assert not session.button(key="update_record_set").disabled
    assert store.revision() == 1
    press(session, "update_record_set")
    assert store.revision() == 2


def all_ticked(session: AppTest) -> AppTest:
    for tick in session.checkbox:
        tick.check()
    return calm(session.run())


def test_recorded_set_is_offered_on_every_page_and_told_in_the_history(
    read: Reader, store: EmbeddedStore
) -> None:
    session = press(named(all_ticked(given(read, POVERTY, GROWTH))), "update_record_set")
    assert "Recorded as revision 2" in "".join(one.value for one in session.success)
    assert store.plan.target_sets[SET].name.en == "Adjusted goals for 2029"
    overview = read("overview", lang="en", set=SET)
    assert "Adjusted goals for 2029" in overview.selectbox(key="frame_set").options
    assert "Growth of output" in shown(overview)
    told = shown(read("history", lang="en"))
    assert "recorded the target set “Adjusted goals for 2029” (Council 12/2026)" in told
    assert "2 targets; no figure changed." in told
    assert "Phiên bản 2 đã ghi bộ chỉ tiêu" in shown(read("history", lang="vi"))


def test_earlier_views_do_not_know_the_set(read: Reader, store: EmbeddedStore) -> None:
    recorded(store, POVERTY)
    earlier = read("overview", lang="en", set=SET, revision="1")
    assert "Adjusted goals for 2029" not in earlier.selectbox(key="frame_set").options
    assert f"set={SET}" in "".join(one.value for one in earlier.warning).replace("\\", "")


def test_withdrawing_shows_the_targets_that_go_and_the_history_says_so(
    read: Reader, store: EmbeddedStore
) -> None:
    recorded(store, POVERTY)
    session = press(read("history", lang="en"), "history_withdraw_2")
    assert "Cannot be assessed yet → not a target" in shown(session)
    store.withdraw(2, expecting=2, by="Ana", reason="wrong")
    store.withdraw(3, expecting=3, by="Ana", reason="right")
    told = shown(read("history", lang="en"))
    assert "Revision 3 took the target set “Adjusted goals for 2029” out." in told
    assert "Revision 4 brought the target set “Adjusted goals for 2029” back." in told


def test_a_set_that_replaces_the_one_in_force_leads_from_its_day(
    read: Reader, store: EmbeddedStore
) -> None:
    recorded(store, POVERTY, line_8="charter_2019", line_5="1/2/2024", line_6="1/3/2024")
    assert read("overview", lang="en").query_params["set"] == SET


def test_a_refused_set_says_why_and_offers_nothing_to_record(read: Reader) -> None:
    session = given(read, POVERTY.replace("at most", "perhaps"))
    told = "".join(one.value for one in session.error)
    assert "cannot be recorded as it stands" in told
    assert button(session, "update_record_set") is None


def test_a_draft_with_its_ticks_survives_a_reload(read: Reader) -> None:
    session = all_ticked(given(read, MORE_POVERTY))
    again = read("update", lang="en", draft=session.query_params["draft"])
    assert [tick.value for tick in again.checkbox] == [True]


HOSTILE = "<b>evil</b> *x* [a](https://e.example) $y$ :red[z]"


@pytest.mark.parametrize("page", PAGES)
def test_what_a_document_says_is_shown_as_text_on_every_page(
    read: Reader, store: EmbeddedStore, page: str
) -> None:
    lines = {f"line_{place}": HOSTILE for place in range(5)}
    recorded(store, POVERTY + HOSTILE, **lines)
    (name,) = set(store.plan.target_sets) - {"charter_2019", "council_2025", "council_2023"}
    (target,) = store.plan.targets_of(name)
    session = read(page, lang="en", set=name, target=target.id)
    kinds = ("header", "subheader", "markdown", "caption", "info", "warning", "success", "title")
    told = [one.value for kind in kinds for one in session.get(kind)]
    assert not [one for one in told if "evil" in one and "\\*x\\*" not in one]
    assert not [one for one in tables(session) if "<b>evil" in one]
