"""Who records: asked once, kept, and never taken for more than what somebody stated."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from plantrack import words
from plantrack.opening import STARTED_BY
from plantrack.ui.recorder import COOKIE, LONGEST_NAME, cookie, made_by, tidy


def page() -> None:
    import streamlit  # runs as a page of its own

    from plantrack import words as said
    from plantrack.ui.recorder import ask_recorder, recorder

    if streamlit.toggle("asked", value=True):
        ask_recorder(said.of("en"))
    streamlit.button("record", on_click=lambda: streamlit.session_state.update(by=recorder()))


def test_a_button_pressed_right_after_typing_already_knows_the_name() -> None:
    session = AppTest.from_function(page).run()
    session.text_input(key="recorder_name").set_value("  Ana\tKovač ")
    session.button[0].click().run()
    assert session.session_state["by"] == "Ana Kovač"


def test_the_name_outlives_the_page_that_asked_for_it() -> None:
    session = AppTest.from_function(page).run()
    session.text_input(key="recorder_name").set_value("Ana").run()
    session.toggle[0].set_value(False).run()
    session.button[0].click().run()
    assert session.session_state["by"] == "Ana"
    session.toggle[0].set_value(True).run()
    assert session.text_input(key="recorder_name").value == "Ana"


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "\\*Ana\\* (stated, not verified)"), ("vi", "\\*Ana\\* (tự khai, chưa xác minh)")],
)
def test_a_name_is_marked_as_stated_and_shown_as_typed(language: str, told: str) -> None:
    assert made_by("*Ana*", words.of(language)) == told


def test_what_a_start_recorded_is_not_a_person_who_stated_a_name() -> None:
    assert made_by(STARTED_BY, words.of("en")) == "the program, when it started"


def test_an_emptied_name_is_forgotten_by_the_browser() -> None:
    assert "max-age=0;" in cookie("")


@given(st.text())
def test_no_name_can_say_more_than_its_value_in_a_cookie(name: str) -> None:
    kept = tidy(name)
    first, *attributes = cookie(kept).split("; ")
    assert len(kept) <= LONGEST_NAME
    assert first.isascii()
    assert first.startswith(f"{COOKIE}=")
    assert len(attributes) == 3
    assert not set(first) & set(" ;,<>\"'\\\r\n")
