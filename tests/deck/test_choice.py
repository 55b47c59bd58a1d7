"""A presenter's choice as one text: what an address carries and a name keeps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack.deck import Choice, read, restored, written
from plantrack.deck.choice import LONGEST_NOTE, as_value

IDS = st.lists(st.from_regex(r"[a-z0-9_]+(-[a-z0-9_]+)?", fullmatch=True), unique=True, max_size=5)


@given(ids=IDS, note=st.text(max_size=60))
def test_what_was_chosen_comes_back_whatever_the_note_says(ids: list[str], note: str) -> None:
    choice = Choice(tuple(ids))
    for one in ids[:1]:
        choice = choice.noted(one, note)
    assert read(written(choice)) == choice
    assert restored(as_value(choice)) == choice


def test_a_name_is_no_list() -> None:
    assert read("Quarterly meeting") is None


def test_a_slide_moves_one_place_and_stops_at_the_ends() -> None:
    choice = Choice(("a", "b", "c"))
    assert choice.moved("a", 1).slides == ("b", "a", "c")
    assert choice.moved("a", -1).slides == ("a", "b", "c")
    assert choice.moved("c", 1).slides == ("a", "b", "c")


def test_a_slide_left_out_comes_back_at_the_end() -> None:
    choice = Choice(("a", "b", "c")).without("a")
    assert choice.slides == ("b", "c")
    assert choice.with_slide("a").slides == ("b", "c", "a")


def test_an_empty_note_takes_the_note_away() -> None:
    assert Choice(("a",), {"a": "why?"}).noted("a", "  ").notes == {}


def test_a_note_stays_short_enough_for_an_address() -> None:
    assert len(Choice(("a",)).noted("a", "x" * 999).notes["a"]) == LONGEST_NOTE


def test_a_doubled_slide_is_shown_once() -> None:
    assert read("|a|b|a") == Choice(("a", "b"))


@pytest.mark.parametrize("value", [None, [], {"slides": "a"}, {"slides": ["a"], "notes": 1}])
def test_what_no_presenter_saved_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        restored(value)
