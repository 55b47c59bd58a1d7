"""The export page: every file of what is shown, made while the page stays free."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from plantrack.exports.files import KINDS
from plantrack.model import LANGUAGES
from tests.pages.blocks import shown
from tests.pages.conftest import Reader, calm

SMALL = "figures.csv"


def made(session: AppTest, *keys: str, within: float = 180) -> AppTest:
    """Look again, as the page does by itself, until files can be downloaded."""
    until = time.monotonic() + within
    while not {f"export_take_{key}" for key in keys} <= taken(session):
        assert time.monotonic() < until, shown(session)
        time.sleep(0.2)
        calm(session.run())
    return session


def taken(session: AppTest) -> set[str]:
    return {str(one.key) for one in session.get("download_button")}


def offered(session: AppTest, key: str) -> Any:
    return next(one for one in session.get("download_button") if one.key == f"export_take_{key}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_file_is_offered_and_none_is_made_unasked(
    read: Reader, language: str
) -> None:
    session = read("export", lang=language)
    buttons = {str(button.key) for button in session.button}
    assert {f"export_make_{key}" for key in KINDS} <= buttons
    assert not taken(session)


def test_a_file_asked_for_is_made_and_offered_with_its_size(read: Reader) -> None:
    session = read("export", lang="en")
    calm(session.button(key=f"export_make_{SMALL}").click().run())
    made(session, SMALL)
    assert "kB" in offered(session, SMALL).proto.label


def test_a_second_click_joins_the_queue_and_neither_file_is_lost(read: Reader) -> None:
    session = read("export", lang="en")
    calm(session.button(key="export_make_calculation.json").click().run())
    calm(session.button(key=f"export_make_{SMALL}").click().run())
    made(session, "calculation.json", SMALL)


def test_a_file_being_made_can_be_stopped_and_asked_for_again(read: Reader) -> None:
    session = read("export", lang="en")
    calm(session.button(key="export_make_charts.zip").click().run())
    calm(session.button(key=f"export_make_{SMALL}").click().run())
    calm(session.button(key="export_stop_charts.zip").click().run())
    made(session, SMALL)
    assert any(button.key == "export_make_charts.zip" for button in session.button)
    calm(session.button(key="export_make_charts.zip").click().run())
    assert any(button.key == "export_stop_charts.zip" for button in session.button)
    calm(session.button(key="export_stop_charts.zip").click().run())


def test_another_language_is_another_file(read: Reader) -> None:
    session = read("export", lang="en")
    calm(session.button(key=f"export_make_{SMALL}").click().run())
    made(session, SMALL)
    calm(session.segmented_control(key="frame_language").set_value("vi").run())
    assert not taken(session)


def test_the_slides_are_those_picked_for_the_meeting(read: Reader) -> None:
    session = read("export", lang="en", deck="|standing|sources")
    assert "Slides: your choice, 2 slides." in shown(session)


def test_an_earlier_revision_leaves_as_it_was(read: Reader) -> None:
    session = read("export", lang="en", revision="1")
    assert "made from revision 1 with" in shown(session)


def test_another_plan_leaves_the_same_way(second_plan: Path, read: Reader) -> None:  # noqa: ARG001
    session = read("export")
    calm(session.button(key=f"export_make_{SMALL}").click().run())
    made(session, SMALL)
