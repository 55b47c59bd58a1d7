"""Taking a revision back: looked at first, asked for with name and reason, done once."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from plantrack.ledger import CannotWithdraw, EmbeddedStore, StaleRevision
from plantrack.model import RevisionKind
from plantrack.ui.history.withdrawing import can_be_withdrawn
from tests.pages.conftest import Reader, calm
from tests.pages.small_history import shown


def answers(session: AppTest) -> list[str]:
    return [e.value.replace("\\", "") for e in (*session.success, *session.error)]


def ask(session: AppTest, revision: int) -> AppTest:
    return calm(session.button(key=f"history_withdraw_{revision}").click().run())


def confirm(session: AppTest, *, name: str = "Dana", reason: str = "mistaken") -> AppTest:
    session.text_input(key="recorder_name").set_value(name)
    session.text_area(key="history_reason").set_value(reason)
    return calm(session.button(key="history_confirm").click().run())


def test_a_withdrawal_shows_what_changes_back_before_anything_is_done(
    recorded: EmbeddedStore, read: Reader
) -> None:
    session = ask(read("history", lang="en"), 2)
    text = shown(session)
    assert "What withdrawing revision 2 would change" in text
    assert "2 figures would change: Output per person, 2024: 23.9 → 25.4 " in text
    assert "2025: 24.5 thousand euros per person → none" in text
    tables = "".join(one.proto.body for one in session.get("html"))
    behind_before_on_track = tables.index("Behind") < tables.index(" → ") < tables.index("On track")
    assert behind_before_on_track
    assert recorded.revision() == 2


def test_a_withdrawal_is_answered_once_with_its_own_revision(
    recorded: EmbeddedStore, read: Reader
) -> None:
    session = confirm(ask(read("history", lang="en"), 2))
    assert answers(session) == [
        "Revision 3 was made: it withdraws revision 2. Open pages follow by themselves."
    ]
    newest = recorded.history()[-1]
    assert (newest.withdraws, newest.made_by, newest.note) == (2, "Dana", "mistaken")
    assert answers(calm(session.run())) == []
    assert recorded.revision() == 3


def test_taking_a_withdrawal_back_brings_the_figures_back(
    recorded: EmbeddedStore, read: Reader
) -> None:
    before = recorded.current().figures
    session = confirm(ask(read("history", lang="en"), 2))
    assert session.button(key="history_withdraw_3").label == "Take this withdrawal back …"
    session = confirm(ask(session, 3))
    assert "Revision 4 was made: it withdraws revision 3" in answers(session)[0]
    assert set(recorded.current().figures) == set(before)


@pytest.mark.parametrize(("name", "reason"), [("", "mistaken"), ("Dana", "  "), ("", "")])
def test_without_a_name_or_a_reason_nothing_is_withdrawn(
    recorded: EmbeddedStore, read: Reader, name: str, reason: str
) -> None:
    session = confirm(ask(read("history", lang="en"), 2), name=name, reason=reason)
    assert answers(session) == [
        "Nothing was withdrawn yet: give your name and the reason, then press again."
    ]
    assert recorded.revision() == 2
    assert "Revision 3 was made" in answers(confirm(session))[0]


def test_the_name_is_asked_once_a_session(recorded: EmbeddedStore, read: Reader) -> None:
    session = confirm(ask(read("history", lang="en"), 2))
    session = ask(session, 3)
    assert session.text_input(key="recorder_name").value == "Dana"
    assert session.session_state["recorder"] == "Dana"
    assert recorded.revision() == 3


def test_cancelling_closes_the_confirmation_and_changes_nothing(
    recorded: EmbeddedStore, read: Reader
) -> None:
    session = ask(read("history", lang="en"), 2)
    calm(session.button(key="history_cancel").click().run())
    assert "would change" not in shown(session)
    assert recorded.revision() == 2


def test_a_revision_somebody_else_withdrew_meanwhile_is_said_with_what_to_do(
    recorded: EmbeddedStore, read: Reader
) -> None:
    session = ask(read("history", lang="en"), 2)
    recorded.withdraw(2, expecting=2, by="Boris", reason="wrong place")
    assert answers(confirm(session)) == [
        "Revision 2 is already withdrawn. To bring it back, withdraw the revision that withdrew it."
    ]
    assert recorded.revision() == 3


def test_a_revision_that_arrived_meanwhile_asks_to_look_again(
    recorded: EmbeddedStore, read: Reader
) -> None:
    session = ask(read("history", lang="en"), 2)
    recorded.commit(RevisionKind.NOTE, [], expecting=2, by="Boris", note="meanwhile")
    session = confirm(session)
    assert answers(session) == [
        "Revision 3 arrived meanwhile. Nothing was withdrawn: look again at what would change, "
        "then press again."
    ]
    assert "Revision 4 was made" in answers(confirm(session))[0]


def test_a_withdrawal_is_offered_exactly_where_the_ledger_allows_it(
    taken_back: EmbeddedStore,
) -> None:
    taken_back.commit(RevisionKind.NOTE, [], expecting=4, by="Boris", note="seen")
    offered = {entry.number for entry in taken_back.history() if can_be_withdrawn(entry)}
    allowed = set()
    for number in range(5, 0, -1):
        with pytest.raises((CannotWithdraw, StaleRevision)) as refused:
            taken_back.withdraw(number, expecting=0, by="Dana", reason="only asking")
        if refused.type is StaleRevision:  # the only thing in its way
            allowed.add(number)
    assert offered == allowed == {2, 4, 5}
