"""Getting a meeting ready: slides picked, ordered, noted and saved; figures that stay."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from plantrack.deck import read as read_choice
from plantrack.model import RevisionKind
from plantrack.ui import resources
from plantrack.words import of
from tests.pages.blocks import shown
from tests.pages.conftest import Reader, calm

GROWTH = "growth-decision_236_grdp_growth"


def record_note() -> None:
    store = resources.opened().store
    store.commit(RevisionKind.NOTE, (), expecting=store.revision(), by="Another", note="Seen")


def order(session: AppTest) -> list[str]:
    """The ids of the slides in the deck, as the page lists them."""
    ticks = [box for box in session.checkbox if box.value]
    return [str(box.key).removeprefix("present_shown_") for box in ticks]


def asked(session: AppTest, key: str) -> str:
    value: Any = session.query_params.get(key, "")
    return value[0] if isinstance(value, list) else str(value)


def test_the_deck_is_there_before_anything_is_chosen(read: Reader) -> None:
    session = read("present", lang="en")
    slides = order(session)
    assert slides[0] == "standing"
    assert slides[-2:] == ["method", "sources"]
    assert session.header[0].value == f"{len(slides)} slides for the meeting"
    assert "deck" not in session.query_params


def test_a_slide_is_moved_left_out_and_noted_and_the_address_says_so(read: Reader) -> None:
    session = read("present", lang="en")
    before = order(session)
    calm(session.button(key=f"present_up_{before[1]}").click().run())
    assert order(session)[:2] == [before[1], before[0]]
    calm(session.checkbox(key="present_shown_method").uncheck().run())
    assert "method" not in order(session)
    calm(session.text_area(key=f"present_note_{GROWTH}").input("Ask: which year?").run())
    choice = read_choice(asked(session, "deck"))
    assert choice is not None
    assert choice.slides[:2] == (before[1], before[0])
    assert choice.notes == {GROWTH: "Ask: which year?"}

    again = read("present", lang="en", deck=asked(session, "deck"))
    assert order(again) == order(session)
    assert again.text_area(key=f"present_note_{GROWTH}").value == "Ask: which year?"
    calm(again.button(key="present_usual").click().run())
    assert order(again) == before
    assert "deck" not in again.query_params


def test_a_choice_is_saved_by_name_opened_by_its_name_and_forgotten(read: Reader) -> None:
    session = read("present", lang="en", deck="|sources:by hand|standing")
    session.text_input(key="present_name").input("June  meeting")
    calm(session.button(key="present_save").click().run())
    assert asked(session, "deck") == "June meeting"
    (saved,) = resources.opened().store.saved("deck")
    assert saved.value == {
        "slides": ["sources", "standing"],
        "notes": {"sources": "by hand"},
        "set": asked(session, "set"),
        "series": "preferred",
    }
    again = read("present", lang="en", deck="June meeting")
    assert order(again) == ["sources", "standing"]
    calm(again.button(key="present_forget_June meeting").click().run())
    assert resources.opened().store.saved("deck") == ()


def test_a_name_nobody_saved_and_slides_of_another_set_are_said_and_left_out(read: Reader) -> None:
    session = read("present", lang="en", deck="Last year")
    assert "no saved deck “Last year”" in session.warning[0].value
    session = read("present", lang="en", deck="|standing|target-of_another_set")
    assert "1 slide of this choice does not exist" in session.warning[0].value
    assert order(session) == ["standing"]
    session = read("present", lang="en", slide="nowhere")
    assert "nowhere" in session.warning[0].value


def test_the_figures_stay_whatever_is_recorded_until_the_presenter_asks(read: Reader) -> None:
    session = read("present", lang="en")
    assert asked(session, "revision") == "1"
    record_note()
    calm(session.run())
    assert "keep to revision 1" in shown(session)
    assert "Revision 2 has arrived" in shown(session)
    calm(session.button(key="present_newest").click().run())
    assert asked(session, "revision") == "2"
    assert "keep to revision 2" in shown(session)


def test_the_pages_after_the_meeting_follow_the_newest_figures(read: Reader) -> None:
    session = read("present", lang="en")
    record_note()
    session.query_params.clear()
    session.switch_page("pages/growth.py")
    calm(session.run())
    assert "revision" not in session.query_params
    assert "revision 2" in shown(session)


def test_a_reader_who_looked_back_before_the_meeting_still_looks_back_after_it(
    read: Reader,
) -> None:
    session = read("growth", lang="en", revision="1")
    record_note()
    for page in ("present", "history"):
        session.query_params.clear()
        session.switch_page(f"pages/{page}.py")
        calm(session.run())
        assert asked(session, "revision") == "1"


@pytest.mark.usefixtures("second_plan")
def test_another_plan_has_its_deck_in_both_languages(read: Reader) -> None:
    counts = set()
    for language in ("vi", "en"):
        session = read("present", lang=language)
        counts.add(len(order(session)))
        start = of(language).many(
            "{count} slide for the meeting", "{count} slides for the meeting", len(order(session))
        )
        assert session.header[0].value == start
    assert len(counts) == 1


def test_every_target_set_can_be_presented(read: Reader, fresh_ledger: Path) -> None:
    assert not fresh_ledger.exists()
    sets = list(resources.opened().plan.target_sets)
    session = read("present", lang="vi")
    for one in sets:
        calm(session.selectbox(key="frame_set").select(one).run())
        assert order(session)
