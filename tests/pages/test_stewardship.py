"""Who answers for a target: stated on its page once, told everywhere, taken back like the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from streamlit.testing.v1 import AppTest

from plantrack.ledger import EmbeddedStore
from plantrack.stewardship import Due, Stewardship, record_notes, stewards_at
from plantrack.ui import resources
from tests.pages.blocks import rows, shown
from tests.pages.conftest import Reader, calm
from tests.pages.small_history import record_report
from tests.stewardship.statements import OUTPUT, POVERTY, output_note

NOBODY = (
    "Nobody has stated yet which department answers for this target, why it stands where it does, "
    "or when its next figure is due."
)


def key(name: str, target: str = OUTPUT, revision: int = 0) -> str:
    return f"steward_{name}_{target}_{revision}"


def answers(session: AppTest) -> list[str]:
    return [e.value.replace("\\", "") for e in (*session.success, *session.error)]


def press(session: AppTest) -> AppTest:
    return calm(session.button(key="steward_record").click().run())


def fill(session: AppTest, name: str = "Ana") -> AppTest:
    session.text_input(key=key("department")).set_value(" Department of\tWorks ")
    session.text_area(key=key("text")).set_value("Two mills *stood* still.\nThey run again.")
    session.date_input(key=key("due")).set_value(date(2026, 6, 30))
    session.multiselect(key=key("also")).set_value([POVERTY])
    session.text_input(key="recorder_name").set_value(name)
    return session


def known(store: EmbeddedStore) -> dict[str, Stewardship]:
    return dict(stewards_at(store.history(), store.revision()))


def test_a_target_nobody_answers_for_says_so_and_takes_a_statement(
    store: EmbeddedStore, read: Reader
) -> None:
    session = read("target", lang="en", target=OUTPUT)
    assert NOBODY in shown(session)
    session = press(fill(session))
    assert answers(session) == ["Recorded as note revision 2; no figure and no standing changed."]
    text = shown(session)
    assert NOBODY not in text
    assert "Department of Works" in text
    assert "Ana (stated, not verified)" in text
    assert "30 June 2026" in text
    assert "Two mills *stood* still. \nThey run again." in text
    assert "for the standing “on track” of revision 1" in text
    note = known(store)[OUTPUT]
    assert note.department == "Department of Works"
    assert note.due == Due(2025, date(2026, 6, 30))
    assert note.explanation is not None
    assert note.explanation.by == "Ana"


def test_the_same_department_answers_for_others_without_their_reasons(
    store: EmbeddedStore, read: Reader
) -> None:
    press(fill(read("target", lang="en", target=OUTPUT)))
    assert known(store)[POVERTY].stated == ("Department of Works", None, None)
    assert store.revision() == 2, "one revision for both"


def test_without_a_name_or_anything_new_nothing_is_recorded(
    store: EmbeddedStore, read: Reader
) -> None:
    session = press(fill(read("target", lang="en", target=OUTPUT), name=""))
    told = "Nothing was recorded yet: state something new and your name, then press again."
    assert answers(session) == [told]
    session.text_input(key="recorder_name").set_value("Ana")
    session = press(session)
    assert store.revision() == 2
    assert answers(press(session)) == [told], "what stands already is nothing new"
    assert store.revision() == 2


def test_an_explanation_left_alone_stays_whose_it_was(store: EmbeddedStore, read: Reader) -> None:
    session = press(fill(read("target", lang="en", target=OUTPUT)))
    session.text_input(key=key("department", revision=2)).set_value("Treasury")
    session.text_input(key="recorder_name").set_value("Boris")
    press(session)
    note = known(store)[OUTPUT]
    assert (note.department, note.by) == ("Treasury", "Boris")
    assert note.explanation is not None
    assert (note.explanation.by, note.explanation.revision) == ("Ana", 1)


def test_whoever_comes_second_is_told_and_records_nothing(
    store: EmbeddedStore, read: Reader
) -> None:
    session = fill(read("target", lang="en", target=OUTPUT))
    record_notes(store, [output_note("Treasury")], expecting=1, by="Boris")
    session = press(session)
    (told,) = answers(session)
    assert "Revision 2 arrived" in told
    assert known(store)[OUTPUT].department == "Treasury"


MARKED = "Since this explanation the standing changed from “on track” to “behind”."


def test_an_explanation_of_another_standing_is_marked(store: EmbeddedStore, read: Reader) -> None:
    record_report(store)
    record_notes(store, [output_note()], expecting=2, by="Ana")
    assert MARKED in shown(read("target", lang="en", target=OUTPUT))


def test_an_explanation_of_the_standing_shown_is_not_marked(
    store: EmbeddedStore, read: Reader
) -> None:
    record_notes(store, [output_note()], expecting=1, by="Ana")
    assert MARKED not in shown(read("target", lang="en", target=OUTPUT))


def test_the_overview_lists_what_is_due_until_the_figure_comes(
    store: EmbeddedStore, read: Reader
) -> None:
    assert "Figures due" not in shown(read("overview", lang="en"))
    past = Stewardship(POVERTY, "Social office", due=Due(2027, date(2020, 2, 1)))
    came = Stewardship("clean_rivers_hold", "Water office", due=Due(2020, date(2021, 2, 1)))
    record_notes(store, [output_note(), past, came], expecting=1, by="Ana")
    assert rows(read("overview", lang="en"), "Figures due") == [
        ["Poverty rate", "1 February 2020 the figure of 2027, past due", "Social office"],
        ["Output per person", told_due(), "Department of Works"],
    ]


def told_due() -> str:
    today = datetime.now(ZoneInfo(resources.opened().plan.time_zone)).date()
    over = ", past due" if date(2026, 6, 30) < today else ""
    return f"30 June 2026 the figure of 2025{over}"


def test_the_history_tells_the_note_and_its_withdrawal(store: EmbeddedStore, read: Reader) -> None:
    record_notes(store, [output_note()], expecting=1, by="Ana")
    session = read("history", lang="vi")
    sentence = "Sản lượng bình quân đầu người (năm 2029, Hiến chương 2019–2029): Department of"
    assert f"{sentence} Works chịu trách nhiệm; " in shown(session)
    calm(session.button(key="history_withdraw_2").click().run())
    assert "không còn nêu cơ quan chịu trách nhiệm; không còn nêu hạn" in shown(session)
    session.text_input(key="recorder_name").set_value("Dana")
    session.text_area(key="history_reason").set_value("nhầm cơ quan")
    calm(session.button(key="history_confirm").click().run())
    assert known(store) == {}
    assert "không còn nêu cơ quan chịu trách nhiệm" in shown(read("history", lang="vi"))


def test_as_of_an_earlier_revision_nothing_later_is_told_and_nothing_asked(
    store: EmbeddedStore, read: Reader
) -> None:
    record_notes(store, [output_note()], expecting=1, by="Ana")
    session = read("target", lang="en", target=OUTPUT, revision="1")
    assert NOBODY in shown(session)
    assert "steward_record" not in {button.key for button in session.button}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_missing_figures_stand_as_a_letter_beside_the_list(read: Reader, language: str) -> None:
    session = read("sources", lang=language)
    labels = [one.proto.label for one in session.get("download_button")]
    word = {"vi": "Tải công văn (Word)", "en": "Download the letter (Word)"}[language]
    assert word in labels
    (text,) = [one.value for one in session.code if "2023" in one.value]
    assert ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text) is (language == "vi")
    assert text.index("2023") < text.index("2026")


def test_the_letter_takes_what_its_sender_states_and_the_other_sets(read: Reader) -> None:
    session = read("sources", lang="vi")
    session.text_input(key="letter_office").set_value("Sở Tài chính")
    session.date_input(key="letter_by").set_value(date(2026, 12, 15))
    session.checkbox(key="letter_sets").set_value(True)
    calm(session.run())
    (text,) = [one.value for one in session.code if "Kính gửi" in one.value]
    assert text.startswith("SỞ TÀI CHÍNH\n")
    assert "trước ngày 15/12/2026" in text
    assert "Vốn đầu tư thực hiện toàn xã hội" in text
    calm(session.segmented_control(key="letter_language_vi").set_value("en").run())
    (text,) = [one.value for one in session.code if "To: " in one.value]
    assert "by 15 December 2026" in text


def test_a_letter_to_one_department_holds_its_figures_alone(
    fresh_ledger: Path, read: Reader
) -> None:
    assert not fresh_ledger.exists()
    note = Stewardship("decision_236_share_services", "Thống kê tỉnh")
    record_notes(resources.opened().store, [note], expecting=1, by="An")
    session = read("sources", lang="vi")
    calm(session.selectbox(key="letter_department").set_value("Thống kê tỉnh").run())
    (text,) = [one.value for one in session.code if "Kính gửi" in one.value]
    assert text.count("Tỷ trọng dịch vụ trong GRDP") == 2
    assert "công nghiệp" not in text
    other = replace(note, department="Sở Tài chính")
    record_notes(resources.opened().store, [other], expecting=2, by="An")
    calm(session.run())
    assert session.selectbox(key="letter_department").value == "", "nobody is asked any more"
    (text,) = [one.value for one in session.code if "Kính gửi" in one.value]
    assert "Sở Tài chính" in text
    assert "Thống kê tỉnh" not in text


def test_a_set_without_a_missing_figure_has_no_letter_until_others_are_asked_for(
    second_plan: Path, read: Reader
) -> None:
    session = read("sources", lang="en")
    assert second_plan.exists()
    assert "The missing figures as a letter" in shown(session)
    assert not [one.value for one in session.code if "To: " in one.value]
    calm(session.checkbox(key="letter_sets").set_value(True).run())
    (text,) = [one.value for one in session.code if "To: " in one.value]
    assert "Poverty rate. Unit: %; Year: 2025" in text
