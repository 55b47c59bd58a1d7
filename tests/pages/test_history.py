"""The history: what each revision changed, in words, and what is shown of it."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from plantrack.ledger import EmbeddedStore
from plantrack.model import RevisionKind
from plantrack.ui import resources
from tests.pages.conftest import Reader, calm
from tests.pages.small_history import FILE, shown


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
    assert "Withdrawn by revision 4 on " in text


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
    assert any("\\<b>report" in one.value for one in session.markdown)


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


def test_an_as_of_view_ends_at_its_revision_and_offers_no_withdrawal(
    taken_back: EmbeddedStore, read: Reader
) -> None:
    session = read("history", lang="en", revision="2")
    assert taken_back.revision() == 4
    assert len(session.subheader) == 2
    assert "withdrawn" not in shown(session).lower()
    assert not [b for b in session.button if (b.key or "").startswith("history_withdraw")]


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
    resources.opened()
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
