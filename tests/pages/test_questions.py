"""What an office's own file leaves open is asked on the page, and answered there."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Reader, calm

WIDE = "Indicator;Unit;2024;2025\nPoverty rat;%;11,0;10,2\n"


@pytest.fixture(autouse=True)
def _second_plan(second_plan: Path) -> None:
    """The small plan: every journey is the same on any plan."""


def upload(session: AppTest) -> AppTest:
    return calm(session.file_uploader[0].upload("office.csv", WIDE.encode()).run())


def question(session: AppTest) -> AppTest:
    (asked,) = (one for one in session.selectbox if "question" in str(one.key))
    return asked


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_near_name_is_asked_and_its_answer_lets_the_rows_in(read: Reader, lang: str) -> None:
    session = upload(read("update", lang=lang))
    assert not [one for one in session.button if one.key == "update_record"]
    asked = question(session)
    assert asked.value is None
    session = calm(asked.set_value("poverty").run())
    assert question(session).value == "poverty"
    assert [one for one in session.segmented_control if "copy" in str(one.key)]


def test_an_answer_can_be_taken_back(read: Reader) -> None:
    session = upload(read("update", lang="en"))
    session = calm(question(session).set_value("poverty").run())
    session = calm(question(session).set_value(None).run())
    assert not [one for one in session.segmented_control if "copy" in str(one.key)]
