"""The yearly update as an official meets it: look first, then record once, or nothing happens."""

from __future__ import annotations

import json
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest
from streamlit.runtime.scriptrunner_utils.exceptions import StopException
from streamlit.testing.v1 import AppTest

from plantrack import words
from plantrack.intake.template import FileKind, write_example
from plantrack.ledger.reasons import Unavailable
from plantrack.ledger.refusals import LedgerUnavailable
from plantrack.ledger.store import Store
from plantrack.model import Period, RevisionKind
from plantrack.ui import resources
from plantrack.ui.history.kept_file import file_name
from plantrack.ui.update import recording
from tests.pages.conftest import Reader, calm

ENGLISH = "indicator,series,year,value,unit,status,note"
ORIGIN = {"title": "Yearbook 2025", "publisher": "Bureau", "published": "June 2026"}
POVERTY = "poverty,,2025,10.2,%,official,"
UNEMPLOYMENT = "unemployment,,2025,5.7,%,official,"
LEAP = "poverty,,2025,3.1,%,official,"
SHARES = (
    "share_farming,,2025,10.2,% of output,official,",
    "share_making,,2025,33.0,% of output,official,",
    "share_serving,,2025,56.8,% of output,official,",
)


@pytest.fixture(autouse=True)
def _second_plan(second_plan: Path) -> None:
    """The small plan: every journey is the same on any plan."""


@pytest.fixture
def store() -> Store:
    return resources.opened().store


def file(*lines: str) -> bytes:
    return "\n".join([ENGLISH, *lines, ""]).encode()


def upload(session: AppTest, content: bytes, name: str = "figures.csv") -> AppTest:
    return calm(session.file_uploader[0].upload(name, content).run())


def open_with(read: Reader, *lines: str, lang: str = "en") -> AppTest:
    return upload(read("update", lang=lang), file(*lines))


def for_real(session: AppTest) -> AppTest:
    (choice,) = (one for one in session.segmented_control if "copy" in str(one.key))
    return calm(choice.set_value(False).run())


def state_origin(session: AppTest, **changed: str) -> AppTest:
    for name, text in {**ORIGIN, **changed}.items():
        session.text_input(key=f"update_{name}").set_value(text)
    session.text_input(key="recorder_name").set_value("Ana Novak, Planning")
    return calm(session.run())


def press(session: AppTest) -> AppTest:
    return calm(session.button(key="update_record").click().run())


def record(session: AppTest) -> AppTest:
    return press(state_origin(for_real(session)))


def shown(session: AppTest) -> str:
    """Everything the page says, Markdown's backslashes removed."""
    kinds = "markdown caption info warning error success header subheader html checkbox expander"
    said = []
    for kind in kinds.split():
        for element in session.get(kind):
            said.append(str(getattr(element, "value", "")) + str(getattr(element, "label", "")))
            said.append(str(getattr(element.proto, "body", "")))
    return "\n".join(said).replace("\\", "")


def value_of(store: Store, series: str, year: int) -> Decimal | None:
    key = (series, "dolina", Period.of_year(year))
    return next((f.value for f in store.current().figures if f.key == key), None)


def keys(session: AppTest) -> set[str]:
    return {button.key for button in session.button if button.key}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_template_and_example_are_offered_as_csv_and_xlsx(read: Reader, language: str) -> None:
    session = read("update", lang=language)
    assert [button.key for button in session.download_button] == [
        "update_template_csv",
        "update_template_xlsx",
        "update_example_fictitious_csv",
        "update_example_fictitious_xlsx",
    ]


@pytest.fixture
def _real_plan(_second_plan: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PLANTRACK_SEEDS")


@pytest.mark.usefixtures("_real_plan")
@pytest.mark.parametrize(
    ("compiler", "templates", "said"),
    [
        ("province", 4, "invented figures of the next year"),
        ("nso_first", 2, "There is no example for the chosen series"),
        ("vcci", 0, "choose another series above to get a template"),
    ],
)
def test_only_what_holds_rows_is_offered_and_what_is_missing_is_explained(
    read: Reader, compiler: str, templates: int, said: str
) -> None:
    session = read("update", lang="en", series=compiler)
    assert len(session.download_button) == templates
    assert said in shown(session)


def test_the_size_a_file_may_have_is_said_beside_the_field(
    read: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "at most 20 MB" in shown(read("update", lang="en"))
    monkeypatch.setenv("PLANTRACK_MAX_UPLOAD_MB", "3")
    assert "tối đa 3 MB" in shown(read("update", lang="vi"))


@pytest.mark.parametrize("kind", FileKind)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_example_is_accepted_and_recorded(
    read: Reader, store: Store, language: str, kind: FileKind
) -> None:
    plan, figures = resources.opened().plan, store.current().figures
    content = write_example(plan, figures, words.of(language), kind)
    session = upload(read("update", lang=language), content, f"example.{kind.value}")
    assert len(session.success) == 1
    record(session)
    assert store.revision() == 2
    assert value_of(store, "poverty_bureau", 2025) == Decimal("10.3")


def test_an_accepted_file_is_recorded_with_who_and_from_where(read: Reader, store: Store) -> None:
    session = open_with(read, POVERTY)
    assert session.success[0].value.replace("\\", "") == (
        "The file is accepted: 1 row can be recorded."
    )
    session = record(session)
    assert "Recorded as revision 2." in session.success[0].value
    entry = store.history()[-1]
    assert (entry.kind, entry.made_by) == (RevisionKind.RECORD, "Ana Novak, Planning")
    assert file_name(entry) == "figures.csv"
    assert store.raw(entry.raw_digest or "") == file(POVERTY)
    (figure,) = store.figures_of(2)
    source = store.current().sources[figure.origin]
    assert (source.title, source.publisher, source.published) == tuple(ORIGIN.values())


def test_after_recording_the_form_is_empty_and_the_way_on_is_shown(read: Reader) -> None:
    session = record(open_with(read, POVERTY))
    assert len(session.file_uploader) == 1
    assert "update_record" not in keys(session)
    again = for_real(upload(session, file(UNEMPLOYMENT)))
    assert [again.text_input(key=f"update_{name}").value for name in ORIGIN] == ["", "", ""]
    assert not again.success[0].value.startswith("Recorded")


def test_what_would_change_stands_there_before_anything_is_recorded(
    read: Reader, store: Store
) -> None:
    said = shown(open_with(read, POVERTY))
    assert "In other target sets 1 standing would change." in said
    assert "10.7" in said
    assert "10.2" in said
    assert store.revision() == 1


def test_the_readers_target_set_comes_first(read: Reader) -> None:
    session = upload(read("update", lang="en", set="council_2025"), file(POVERTY, UNEMPLOYMENT))
    said = shown(session)
    assert "1 standing of this target set would change." in said
    assert "Poverty rate: from “cannot be assessed yet” to “missed”, because of a new year" in said


def test_a_restated_past_year_is_asked_for_marked_and_everything_it_moves_is_listed(
    read: Reader, store: Store
) -> None:
    session = open_with(read, "inhabitants,,2020,310.0,thousand persons,official,")
    said = shown(session)
    assert "already recorded as 308.4" in said
    session = calm(session.checkbox[0].check().run())
    said = shown(session)
    assert "<b>Restated" in said
    assert "Computed figures that would move with them" in said
    assert store.revision() == 1


def test_a_warned_row_is_recorded_only_after_a_tick(read: Reader, store: Store) -> None:
    session = open_with(read, LEAP, UNEMPLOYMENT)
    assert "1 of them goes in only after a tick." in session.warning[0].value.replace("\\", "")
    without = record(session)
    assert without.success
    assert value_of(store, "poverty_bureau", 2025) is None
    assert value_of(store, "unemployment_bureau", 2025) == Decimal("5.7")


def test_a_ticked_warning_goes_in(read: Reader, store: Store) -> None:
    session = open_with(read, LEAP)
    assert "update_record" not in keys(session)
    assert "No row is ticked" in shown(session)
    record(calm(session.checkbox[0].check().run()))
    assert value_of(store, "poverty_bureau", 2025) == Decimal("3.1")
    assert store.history()[-1].decisions["ticked"] == ["D2"]


def test_a_tick_does_not_carry_over_to_another_file(read: Reader) -> None:
    session = open_with(read, LEAP)
    calm(session.checkbox[0].check().run())
    calm(session.button(key="update_another").click().run())
    session = upload(session, file("poverty,,2025,2.9,%,official,"))
    assert session.checkbox[0].value is False


def test_shares_of_a_year_are_ticked_and_recorded_all_or_none(read: Reader, store: Store) -> None:
    leap = ("share_farming,,2025,20.2,% of output,official,", *SHARES[1:2])
    rest = "share_serving,,2025,46.8,% of output,official,"
    session = open_with(read, *leap, rest, POVERTY)
    assert len(session.checkbox) == 1
    record(session)
    assert value_of(store, "share_making_bureau", 2025) is None
    session = upload(session, file(*leap, rest))
    record(calm(session.checkbox[0].check().run()))
    series = ("share_farming_bureau", "share_making_bureau", "share_serving_bureau")
    assert sum(value_of(store, one, 2025) or 0 for one in series) == 100


def test_blocked_rows_stay_out_are_listed_with_a_remedy_and_the_rest_goes_in(
    read: Reader, store: Store
) -> None:
    blocked = ("literasy,,2025,88,%,,", "unemployment,,2025,many,%,,", *SHARES[:2])
    session = open_with(read, POVERTY, *blocked)
    said = shown(session)
    assert "3 findings keep rows out: they are listed below with what to do" in said
    for listed in ("“literasy” is not an indicator", "“many” is not a number", "incomplete"):
        assert listed in said
    assert "Write digits only" in said
    record(session)
    assert [figure.series for figure in store.figures_of(2)] == ["poverty_bureau"]


@pytest.mark.parametrize(
    ("language", "name", "content"),
    [
        ("vi", "figures.csv", file("literasy,,2025,88,%,,")),
        ("en", "figures.csv", b""),
        ("vi", "figures.xlsx", b"PK\x03\x04 torn"),
        ("en", "figures.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("vi", "photo.png", b"\x89PNG\r\n\x1a\n"),
        ("en", "figures.csv", b"\xff\xfe\x00\xd8" * 40),
    ],
)
def test_a_refused_file_says_what_to_do_and_leaves_nothing(
    read: Reader, store: Store, fresh_ledger: Path, language: str, name: str, content: bytes
) -> None:
    before = everything_below(fresh_ledger.parent)
    session = upload(read("update", lang=language), content, name)
    refused = {"vi": "Không tiếp nhận tệp này", "en": "The file is refused"}[language]
    assert session.error[0].value.startswith(refused)
    assert any("<table" in one.proto.body for one in session.get("html"))
    assert "update_record" not in keys(session)
    assert everything_below(fresh_ledger.parent) == before
    assert store.revision() == 1


def everything_below(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.name != "log.jsonl"}


def test_unchanged_rows_are_said_and_left_out(read: Reader) -> None:
    session = open_with(read, POVERTY, "poverty,,2022,12.0,%,official,")
    assert "1 row says what is recorded already and changes nothing." in shown(session)
    assert "update_record" in keys(for_real(session))


def test_on_a_copy_the_ledger_is_never_touched(read: Reader, store: Store) -> None:
    before = store.current()
    session = open_with(read, POVERTY, *SHARES)
    said = shown(session)
    assert "The ledger stays at revision 1" in said
    assert "13 targets: " in said
    calm(session.run())
    for_real(session)
    assert store.revision() == 1
    assert store.current() == before


def test_an_older_revision_offers_no_update(read: Reader) -> None:
    session = read("update", lang="en", revision="1")
    assert not session.file_uploader
    assert not session.download_button
    assert "switch to the newest" in session.info[-1].value


def test_nothing_is_recorded_before_origin_and_name_are_given(read: Reader, store: Store) -> None:
    session = press(for_real(open_with(read, POVERTY)))
    assert "Nothing was recorded yet" in session.error[0].value
    session = press(state_origin(session, title="   "))
    assert "Nothing was recorded yet" in session.error[0].value
    assert store.revision() == 1
    press(state_origin(session))
    assert store.revision() == 2


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "example.org"])
def test_an_address_that_is_none_is_not_recorded(read: Reader, store: Store, url: str) -> None:
    session = state_origin(for_real(open_with(read, POVERTY)), url=url)
    assert "beginning with https" in shown(session)
    press(session)
    assert store.revision() == 1


def note(store: Store) -> int:
    return store.commit(
        RevisionKind.NOTE, (), expecting=store.revision(), by="Somebody else", note="Seen"
    )


def test_whoever_comes_second_is_told_and_looks_again(read: Reader, store: Store) -> None:
    session = open_with(read, LEAP)
    session = state_origin(for_real(calm(session.checkbox[0].check().run())))
    note(store)
    session = press(session)
    assert store.revision() == 2
    assert "Revision 2 arrived while you were at work" in shown(session)
    assert "update_record" not in keys(session)
    assert session.checkbox[0].value is True
    assert session.text_input(key="update_title").value == ORIGIN["title"]
    session = calm(session.button(key="update_look_again").click().run())
    press(session)
    assert store.revision() == 3
    assert value_of(store, "poverty_bureau", 2025) == Decimal("3.1")


def test_a_revision_that_arrives_unnoticed_is_never_recorded_over(
    read: Reader, store: Store
) -> None:
    session = for_real(open_with(read, POVERTY))
    note(store)
    session = state_origin(session)  # the page ran again: the new revision is what it shows now
    assert "Revision 2 arrived while you were at work" in shown(session)
    assert "update_record" not in keys(session)


def test_the_second_is_told_which_standings_the_first_moved(read: Reader) -> None:
    first, second = open_with(read, POVERTY), for_real(open_with(read, UNEMPLOYMENT))
    record(first)
    said = shown(calm(second.run()))
    assert "Revision 2 added 1 figure: Poverty rate, 2025: 10.2" in said
    assert "In other target sets 1 standing changed." in said


def test_a_tick_is_asked_for_again_when_something_else_is_found_meanwhile(
    read: Reader, store: Store
) -> None:
    session = open_with(read, LEAP, UNEMPLOYMENT)
    session = calm(session.checkbox[0].check().run())
    record(open_with(read, POVERTY))
    session = calm(session.run())
    assert "already recorded as 10.2" in shown(session)
    assert session.checkbox[0].value is False
    assert store.revision() == 2


def test_the_same_file_in_two_windows_is_recorded_once(read: Reader, store: Store) -> None:
    first, second = (state_origin(for_real(open_with(read, POVERTY))) for _ in range(2))
    press(first)
    session = press(second)
    assert store.revision() == 2
    assert "is already recorded as revision 2" in session.error[-1].value
    assert "This very file is already recorded as revision 2." in shown(session)


def test_a_second_press_records_nothing(read: Reader, store: Store) -> None:
    session = state_origin(for_real(open_with(read, POVERTY)))
    button = session.button(key="update_record")
    press(session)
    button.click()
    session = calm(session.run())
    assert store.revision() == 2
    assert "Recorded as revision 2." in session.success[0].value
    assert not session.error


@pytest.mark.parametrize("heard", [True, False], ids=["heard", "taken for the first"])
def test_what_a_second_press_breaks_off_is_recorded_once_and_told(
    read: Reader, store: Store, monkeypatch: pytest.MonkeyPatch, *, heard: bool
) -> None:
    """The program ends a press that is at work for the next one, wherever it has got to."""
    session = state_origin(for_real(open_with(read, POVERTY)))
    button = session.button(key="update_record")
    with monkeypatch.context() as broken_off:
        broken_off.setattr(recording, "forget_origin", _ended_by_a_press)
        button.click().run()
    assert store.revision() == 2
    session = calm((button.click() if heard else button).run())
    assert store.revision() == 2
    assert "Recorded as revision 2." in shown(session)
    assert not session.error
    assert "update_record" not in keys(session)


def _ended_by_a_press() -> None:
    raise StopException


def test_a_failure_while_recording_leaves_the_ledger_and_the_form_as_they_were(
    read: Reader, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = state_origin(for_real(open_with(read, POVERTY)))
    before = store.current()

    def full(*_: object, **__: object) -> int:
        raise LedgerUnavailable(Unavailable.DISK, Path("plan.duckdb"), "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("plantrack.ledger.appending.append_revision", full)
        session = press(session)
    assert "Nothing was changed" in session.error[0].value
    assert (store.revision(), store.current()) == (1, before)
    press(session)
    assert store.revision() == 2


def test_a_failure_nobody_expected_is_told_with_a_reference_and_records_nothing(
    read: Reader, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = state_origin(for_real(open_with(read, POVERTY)))

    def broken(*_: object, **__: object) -> int:
        raise RuntimeError("10.2")

    with monkeypatch.context() as patch:
        patch.setattr("plantrack.ledger.appending.append_revision", broken)
        session = session.button(key="update_record").click().run()
    assert "Nothing was lost" in session.error[1].value
    assert store.revision() == 1
    assert session.text_input(key="update_title").value == ORIGIN["title"]


def test_file_origin_ticks_and_choice_survive_another_language_and_another_page(
    read: Reader,
) -> None:
    session = open_with(read, LEAP)
    session = state_origin(for_real(calm(session.checkbox[0].check().run())))
    calm(session.segmented_control(key="frame_language").set_value("vi").run())
    assert "Tệp được tiếp nhận" in session.warning[0].value
    calm(session.switch_page("pages/growth.py").run())
    session = calm(session.switch_page("pages/update.py").run())
    assert session.checkbox[0].value is True
    assert session.text_input(key="update_title").value == ORIGIN["title"]
    assert "update_record" in keys(session)


def test_a_fictitious_file_says_what_recording_it_means(read: Reader, store: Store) -> None:
    plan, figures = resources.opened().plan, store.current().figures
    example = write_example(plan, figures, words.of("en"), FileKind.CSV)
    session = for_real(upload(read("update", lang="en"), example))
    assert "until the revision is withdrawn" in shown(session)


def test_a_check_and_a_recording_stand_in_the_log_without_figures(
    read: Reader, fresh_ledger: Path
) -> None:
    session = record(open_with(read, POVERTY))
    calm(session.run())
    text = (fresh_ledger.parent / "log.jsonl").read_text("utf-8")
    events = [json.loads(line) for line in text.splitlines()]
    (checked,) = (event for event in events if event["event"] == "checked")
    (recorded,) = (event for event in events if event["event"] == "recorded")
    assert (checked["verdict"], checked["revision"]) == ("accepted", 1)
    assert (recorded["who"], recorded["revision"]) == ("Ana Novak, Planning", 2)
    assert checked["file"] == recorded["file"]
    assert "10.2" not in text


HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "$x^2$",
    ":red[x]",
    "**x** _y_ `z`",
    "<script>alert(1)</script>",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_file_says_is_shown_as_it_is(read: Reader, store: Store, text: str) -> None:
    quoted = '"' + text.replace('"', '""') + '"'
    session = open_with(read, f"{quoted},,2025,88,%,,{quoted}", f"poverty,,2025,{quoted},%,,", LEAP)
    tables = "\n".join(element.proto.body for element in session.get("html"))
    assert "<img" not in tables
    assert "<script" not in tables
    assert f"“{text}” is not an indicator" in unescape(tables)
    session = calm(session.checkbox[0].check().run())
    session = state_origin(for_real(session), title=text, publisher=text)
    calm(session.button(key="update_another").click().run())
    session = upload(session, file(LEAP), f"{text.replace('/', '')}.csv")
    given = next(one.value for one in session.markdown if "material/description" in one.value)
    assert "<" not in given.replace("\\<", "")
    assert "[" not in given.replace("\\[", "")
    assert store.revision() == 1


def test_pasted_cells_are_read_like_a_file(read: Reader, store: Store) -> None:
    session = read("update", lang="en")
    cells = "Indicator\tUnit\t2024\t2025\nPoverty rate\t%\t10,7\t10,2\n"
    session.text_area(key="update_pasted").set_value(cells)
    (button,) = (one for one in session.button if one.label == "Read these cells")
    session = calm(button.click().run())
    assert "Pasted cells" in shown(session)
    assert "update_pasted" not in [one.key for one in session.text_area]
    record(session)
    assert value_of(store, "poverty_bureau", 2025) == Decimal("10.2")
    entry = store.history()[-1]
    assert store.raw(entry.raw_digest or "").decode() == cells


def test_a_file_that_repeats_what_is_recorded_is_no_refusal(read: Reader) -> None:
    session = open_with(read, "poverty,,2022,12.0,%,official,")
    assert "The file holds nothing new" in session.info[0].value
    assert not session.error


def test_many_warnings_are_ticked_at_one_press(read: Reader, store: Store) -> None:
    years = (2020, 2021, 2022, 2023)
    session = open_with(read, *(f"poverty,,{year},12.{year % 10}5,%,official," for year in years))
    assert len(session.checkbox) == len(years)
    (button,) = (one for one in session.button if "tick_all" in str(one.key))
    session = calm(button.click().run())
    assert all(one.value for one in session.checkbox)
    record(session)
    assert len(store.figures_of(2)) == len(years)


def test_what_is_said_of_many_cells_is_said_once_with_them(read: Reader) -> None:
    head, jobs = "Indicator;Unit;2023;2024;2025", "Unemployment rate;%;5,1;5,2;5,3"
    waste = "Waste recycled;%;38,1;38,2;38,3"
    table = "\n".join((head, jobs, "Poverty rate;%;9x;9x;9x", waste, "")).encode()
    said = shown(upload(read("update", lang="en"), table))
    assert "Cell C3: “9x” is not a number. Also in D3, E3." in said


def test_beside_a_tick_stands_what_was_found_about_that_figure_alone(read: Reader) -> None:
    table = b"Indicator;Unit;2021;2022\nPoverty rate;%;12,1;12,2\nUnemployment rate;%;5,1;5,2\n"
    session = upload(read("update", lang="en"), table)
    said = [one.value.replace("\\", "") for one in session.caption]
    assert sum("Poverty rate, 2021 is already recorded" in one for one in said) == 1
