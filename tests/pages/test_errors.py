"""What nobody expected: the reader gets a reference in both languages, the log gets the place."""

from __future__ import annotations

import json
from pathlib import Path

from streamlit.testing.v1 import AppTest


def failing_page() -> None:
    from plantrack.ui import errors

    with errors.reported("growth"):
        raise ZeroDivisionError("70.95 / 0")


def failing_click() -> None:
    import streamlit as st

    from plantrack.ui import errors

    @errors.in_callback
    def record() -> None:
        raise KeyError("70.95")

    st.button("Record", on_click=record)
    st.write("The page stands.")


def test_a_failed_page_gives_a_reference_that_finds_its_line_in_the_log(log_file: Path) -> None:
    session = AppTest.from_function(failing_page).run()
    assert not session.exception
    vietnamese, english = (error.value for error in session.error)
    (line,) = log_file.read_text("utf-8").splitlines()
    entry = json.loads(line)
    assert entry["page"] == "growth"
    assert entry["error"] == "ZeroDivisionError"
    assert f"**{entry['reference']}**" in vietnamese
    assert f"**{entry['reference']}**" in english
    assert "Không mất dữ liệu" in vietnamese
    assert "Nothing was lost" in english


def test_neither_the_page_nor_the_log_repeats_a_figure_of_the_failure(log_file: Path) -> None:
    session = AppTest.from_function(failing_page).run()
    assert "70.95" not in log_file.read_text("utf-8")
    assert not any("70.95" in error.value for error in session.error)


def test_a_failed_click_leaves_its_page_standing(log_file: Path) -> None:
    session = AppTest.from_function(failing_click).run()
    session.button[0].click().run()
    assert len(session.error) == 2
    assert session.markdown[0].value == "The page stands."
    assert '"error": "KeyError"' in log_file.read_text("utf-8")
