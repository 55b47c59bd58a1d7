"""A matching confirmed once is remembered for the next file of the same shape, until removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from plantrack.intake.matchings import KIND
from plantrack.ledger.store import Store
from plantrack.ui import resources
from plantrack.update.recording import repeated
from tests.pages.conftest import Reader, calm
from tests.pages.test_drafts import id_of
from tests.pages.test_questions import question
from tests.pages.test_update import record, shown

FIRST = "Indicator;Unit;2024;2025\nPoverty rat;%;11,0;10,2\n"
NEXT = "Indicator;Unit;2024;2025\nPoverty rat;%;11,0;10,1\n"


@pytest.fixture(autouse=True)
def _second_plan(second_plan: Path) -> None:
    """The small plan: every journey is the same on any plan."""


@pytest.fixture
def store() -> Store:
    return resources.opened().store


def give(read: Reader, content: str, lang: str = "en") -> AppTest:
    session = read("update", lang=lang)
    return calm(session.file_uploader[0].upload("office.csv", content.encode()).run())


@pytest.fixture
def recorded(read: Reader) -> None:
    """A file whose label was confirmed, recorded by Ana Novak."""
    record(calm(question(give(read, FIRST)).set_value("poverty").run()))


@pytest.mark.usefixtures("recorded")
@pytest.mark.parametrize(("lang", "said"), [("en", "is matched as on"), ("vi", "theo lần khớp")])
def test_the_next_file_is_matched_and_says_when_and_by_whom(
    read: Reader, store: Store, lang: str, said: str
) -> None:
    session = give(read, NEXT, lang)
    assert question(session).value == "poverty"
    assert said in shown(session)
    assert "Ana Novak, Planning" in shown(session)
    record(calm(session.checkbox[0].check().run()))
    entry = store.history()[-1]
    assert entry.decisions["matched"]["by"] == "Ana Novak, Planning"  # type: ignore[index]
    assert repeated(store, entry) == store.figures_of(3)


@pytest.mark.usefixtures("recorded")
def test_it_outlives_the_program_and_is_gone_once_removed(read: Reader) -> None:
    resources.close()
    session = give(read, NEXT)
    assert question(session).value == "poverty"
    session = calm(session.button(key="update_forget_matching").click().run())
    assert question(session).value is None
    assert "is matched as on" not in shown(session)
    assert resources.opened().store.saved(KIND) == ()
    assert question(give(read, NEXT)).value is None


@pytest.mark.usefixtures("recorded")
def test_an_answer_taken_back_on_this_file_stays_open(read: Reader) -> None:
    session = calm(question(give(read, NEXT)).set_value(None).run())
    assert question(session).value is None
    again = read("update", lang="en", draft=id_of(session))
    assert question(again).value is None


def test_what_was_answered_but_not_recorded_is_not_remembered(read: Reader, store: Store) -> None:
    calm(question(give(read, FIRST)).set_value("poverty").run())
    assert store.saved(KIND) == ()
    assert question(give(read, FIRST)).value is None
