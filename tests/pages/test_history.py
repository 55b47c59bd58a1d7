"""The history: what each revision changed in words, and taking one back."""

from __future__ import annotations

from dataclasses import asdict, replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Element

from plantrack.ledger import CannotWithdraw, EmbeddedStore, StaleRevision
from plantrack.model import Figure, Period, RevisionKind, Source, Status, Text
from plantrack.ui import resources
from plantrack.ui.kept_file import FILE_NAME
from plantrack.ui.withdrawing import can_be_withdrawn
from tests.pages.conftest import Reader, calm

OUTPUT = "output_per_person_bureau"
FILE = b"Indicator,2025\nOutput per person,24.5\n"
REPORT = Source("report", "Half-year report", "Bureau", "2026", "", "open", Text("", ""))


@pytest.fixture
def store(second_plan: Path) -> EmbeddedStore:
    assert not second_plan.exists()
    return resources.opened().store


def output(store: EmbeddedStore, year: int, value: str) -> Figure:
    like = next(
        f for f in store.current().figures if f.series == OUTPUT and f.geography == "dolina"
    )
    return replace(
        like,
        period=Period.of_year(year),
        value=Decimal(value),
        status=Status.OFFICIAL,
        origin="report",
        revision=None,
    )


@pytest.fixture
def recorded(store: EmbeddedStore) -> EmbeddedStore:
    """Revision 2 restates 2024 and adds 2025, from a file, by Ana *Kovač*."""
    store.commit(
        RevisionKind.RECORD,
        [output(store, 2024, "23.9"), output(store, 2025, "24.5")],
        expecting=1,
        by="Ana *Kovač*",
        note="From the <b>report</b>",
        raw=store.keep(FILE, "report.csv"),
        decisions={"sources": [asdict(REPORT)], FILE_NAME: "report_2025.csv"},
    )
    return store


@pytest.fixture
def taken_back(recorded: EmbeddedStore) -> EmbeddedStore:
    """Revision 3 withdraws revision 2, and revision 4 withdraws revision 3."""
    recorded.withdraw(2, expecting=2, by="Boris", reason="wrong place")
    recorded.withdraw(3, expecting=3, by="Cilka", reason="right after all")
    return recorded


def shown(session: AppTest) -> str:
    """Everything a reader reads, without the backslashes that keep Markdown out."""
    kinds = ("header", "subheader", "markdown", "caption")
    elements = [one for kind in kinds for one in session.get(kind) if isinstance(one, Element)]
    return "\n".join(one.value for one in elements).replace("\\", "")


def answers(session: AppTest) -> list[str]:
    return [e.value.replace("\\", "") for e in (*session.success, *session.error)]


def ask(session: AppTest, revision: int) -> AppTest:
    return calm(session.button(key=f"history_withdraw_{revision}").click().run())


def confirm(session: AppTest, *, name: str = "Dana", reason: str = "mistaken") -> AppTest:
    session.text_input(key="recorder_name").set_value(name)
    session.text_area(key="history_reason").set_value(reason)
    return calm(session.button(key="history_confirm").click().run())


def test_newest_first_with_what_changed_and_why(taken_back: EmbeddedStore, read: Reader) -> None:
    session = read("history", lang="en")
    assert taken_back.revision() == 4
    assert session.header[0].value == ("4 revisions of the figures, newest first; 1 is withdrawn")
    assert [one.value.replace("\\", "") for one in session.subheader] == [
        "Revision 4 · Withdrawal",
        "Revision 3 · Withdrawal",
        "Revision 2 · Recorded figures",
        "Revision 1 · Plan's own figures",
    ]
    text = shown(session)
    assert (
        "Revision 2 changed 1 figure and added 1 figure: Output per person, 2024: 25.4 → 23.9 "
        "thousand euros per person; Output per person, 2025: 24.5 thousand euros per person."
    ) in text
    assert (
        "moved from “on track” to “behind”, because figures for 2025 were added and those for "
        "2024 changed."
    ) in text
    assert (
        "Revision 4 withdrew revision 3 (the withdrawal of revision 2) and so changed 1 figure "
        "and added 1 figure: "
    ) in text
    assert "because revision 3 was withdrawn." in text
    assert "Reason: right after all" in text
    assert "Withdrawn by revision 4 (the withdrawal of revision 3) on " in text


def test_vietnamese_says_the_same(taken_back: EmbeddedStore, read: Reader) -> None:
    assert taken_back.revision() == 4
    text = shown(read("history", lang="vi"))
    assert "Phiên bản 2 điều chỉnh 1 số liệu và bổ sung 1 số liệu: " in text
    assert "2024: 25,4 → 23,9 " in text
    assert "chuyển từ “đúng tiến độ” sang “chậm tiến độ”, vì số liệu năm 2025 được bổ sung" in text
    assert "(tự khai, chưa xác minh)" in text


def test_what_people_wrote_is_shown_as_they_wrote_it(recorded: EmbeddedStore, read: Reader) -> None:
    session = read("history", lang="en")
    assert recorded.revision() == 2
    assert any("Ana \\*Kovač\\* (stated, not verified)" in one.value for one in session.caption)
    assert any("\\<b\\>report" in one.value for one in session.markdown)


def test_a_revision_names_its_file_and_where_its_figures_come_from(
    recorded: EmbeddedStore, read: Reader
) -> None:
    text = shown(read("history", lang="en"))
    assert recorded.revision() == 2
    assert "2 figures · file report_2025.csv · source: Half-year report" in text


def test_the_kept_file_and_the_tables_come_when_the_details_are_opened(
    recorded: EmbeddedStore, read: Reader
) -> None:
    session = read("history", lang="en")
    assert not session.get("download_button")
    session.session_state["history_details_2"] = True
    calm(session.run())
    (button,) = session.get("download_button")
    assert button.proto.label.replace("\\", "") == "Download the file: report_2025.csv"
    tables = "".join(one.proto.body for one in session.get("html"))
    assert '<td class="text" data-label="Replaces">revision 1</td>' in tables
    assert recorded.raw(recorded.history()[1].raw_digest or "") == FILE


def test_a_kept_file_that_is_gone_is_said_and_hides_nothing_else(
    recorded: EmbeddedStore, second_plan: Path, read: Reader
) -> None:
    digest = recorded.history()[1].raw_digest
    (kept,) = (one for one in second_plan.parent.rglob(f"{digest}.csv"))
    kept.unlink()
    session = read("history", lang="en")
    session.session_state["history_details_2"] = True
    calm(session.run())
    assert "There is no original file" in session.warning[0].value
    assert "Revision 1" in session.subheader[-1].value


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


def test_an_as_of_view_ends_at_its_revision_and_offers_no_withdrawal(
    taken_back: EmbeddedStore, read: Reader
) -> None:
    session = read("history", lang="en", revision="2")
    assert taken_back.revision() == 4
    assert len(session.subheader) == 2
    assert "withdrawn" not in shown(session).lower()
    assert not [b for b in session.button if (b.key or "").startswith("history_withdraw")]


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


def test_every_revision_links_to_the_pages_as_of_it(recorded: EmbeddedStore, read: Reader) -> None:
    session = read("history", lang="en")
    links = [one.proto for one in session.get("page_link")]
    assert [one.query_string.split("revision=")[1] for one in links] == ["2", "1"]
    assert recorded.revision() == 2


def test_a_long_history_begins_with_the_newest_and_shows_the_rest_when_asked(
    store: EmbeddedStore, read: Reader
) -> None:
    for number in range(1, 13):
        store.commit(RevisionKind.NOTE, [], expecting=number, by="Boris", note=f"note {number}")
    session = read("history", lang="en")
    assert len(session.subheader) == 10
    calm(session.button(key="history_older").click().run())
    assert len(session.subheader) == 13


def test_a_ledger_without_a_revision_says_so_and_leads_to_the_update_page(
    second_plan: Path, read: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not second_plan.exists()
    monkeypatch.setattr("plantrack.opening.bring_in", lambda _found, _store: ())
    session = read("history", lang="en")
    assert session.header[0].value == "No revision of the figures yet"
    assert "No figure has been recorded yet." in session.info[0].value
    assert len(session.get("page_link")) == 1


def test_a_definition_this_program_no_longer_accepts_hides_only_what_its_revision_changed(
    store: EmbeddedStore, second_plan: Path, read: Reader
) -> None:
    plan = store.plan
    resources.close()
    definition = plan.definition.replace('"at_least"', '"at_any_price"')
    digest = sha256(definition.encode()).hexdigest()
    assert digest != plan.digest
    older = EmbeddedStore(second_plan, replace(plan, definition=definition, digest=digest))
    older.commit(RevisionKind.NOTE, [], expecting=1, by="Boris", note="made under the older rules")
    older.close()
    resources.opened().store.commit(RevisionKind.NOTE, [], expecting=2, by="Boris", note="newer")
    session = read("history", lang="en")
    assert len(session.subheader) == 3
    assert shown(session).count("does not accept the plan definition") == 2  # 2, and 3 beside 2
    assert "made under the older rules" in shown(session)
