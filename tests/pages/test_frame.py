"""The frame around every page: what the reader chose holds, stands in the address, and is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from plantrack import __version__, words
from plantrack.ui import resources
from plantrack.ui.pages import PAGES
from tests.pages.conftest import PATIENCE, ROOT, Reader, calm


def shared(session: AppTest) -> dict[str, str]:
    return {
        key: value if isinstance(value, str) else value[0]
        for key, value in session.query_params.items()
    }


def texts(session: AppTest) -> str:
    return "\n".join(
        element.value
        for kind in ("title", "header", "subheader", "markdown", "caption", "info", "warning")
        for element in session.get(kind)
    )


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_in_both_languages(read: Reader, page: str, language: str) -> None:
    session = read(page, lang=language)
    plan = resources.opened().plan
    assert words.of(language).text(plan.name) in texts(session).replace("\\", "")
    assert not session.error
    assert shared(session)["lang"] == language


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_another_plan_runs_through_every_page(
    second_plan: Path, read: Reader, page: str, language: str
) -> None:
    session = read(page, lang=language)
    assert not session.error
    assert resources.opened().plan.name.of(language) in texts(session).replace("\\", "")
    assert second_plan.exists()


def test_without_a_word_from_the_browser_the_pages_are_vietnamese(read: Reader) -> None:
    assert shared(read())["lang"] == "vi"


def test_a_link_always_says_language_target_set_and_series(read: Reader) -> None:
    address = shared(read("growth"))
    plan = resources.opened().plan
    assert address == {"lang": "vi", "set": plan.default_target_set, "series": "preferred"}


def test_choosing_a_language_changes_words_and_address(read: Reader) -> None:
    session = read(lang="vi")
    calm(session.segmented_control(key="frame_language").set_value("en").run())
    assert shared(session)["lang"] == "en"
    assert "Figures: revision" in texts(session)


def test_choosing_a_target_set_and_a_series_stands_in_the_address(read: Reader) -> None:
    session = read("growth")
    plan = resources.opened().plan
    other = next(one for one in plan.target_sets if one != plan.default_target_set)
    compiler = next(iter(plan.series.values())).compiler
    calm(session.selectbox(key="frame_set").set_value(other).run())
    calm(session.selectbox(key="frame_series").set_value(compiler).run())
    assert shared(session)["set"] == other
    assert shared(session)["series"] == compiler


def test_what_was_chosen_holds_on_the_next_page(read: Reader) -> None:
    session = read("overview", lang="en", revision="1")
    session.query_params.clear()  # as Streamlit's own navigation does
    calm(session.switch_page("pages/growth.py").run())
    assert shared(session)["lang"] == "en"
    assert shared(session)["revision"] == "1"


def test_an_unknown_part_of_the_address_is_ignored_with_a_visible_line(read: Reader) -> None:
    session = read(lang="en", set="nobody_adopted", revision="999", colour="red")
    (line,) = session.warning
    assert line.value.replace("\\", "") == (
        "3 parts of the address do not exist here and were ignored: "
        "set=nobody_adopted, revision=999 and colour=red."
    )
    assert shared(session)["set"] == resources.opened().plan.default_target_set


def test_an_ignored_value_is_shown_as_text_not_as_markup(read: Reader) -> None:
    session = read(lang="en", target="**bold** :red[x] $1$")
    assert "\\*\\*bold\\*\\* \\:red\\[x\\] \\$1\\$" in session.warning[0].value


def test_an_as_of_view_is_marked_and_leads_back_to_the_newest(read: Reader) -> None:
    session = read("overview", lang="en", revision="1")
    assert "As of revision 1" in session.info[0].value
    calm(session.button(key="frame_newest").click().run())
    assert "revision" not in shared(session)
    assert not session.info or "As of" not in session.info[0].value


def test_the_footer_names_the_version(read: Reader) -> None:
    assert any(f"Plantrack {__version__}" in caption.value for caption in read().caption)


def test_a_ledger_that_cannot_be_read_says_so_in_both_languages_and_loses_nothing(
    fresh_ledger: Path,
) -> None:
    fresh_ledger.write_bytes(b"not a ledger" * 1000)
    before = fresh_ledger.read_bytes()
    session = AppTest.from_file(ROOT / "dashboard.py", default_timeout=PATIENCE).run()
    (error,) = session.error
    assert "Tệp được giữ nguyên" in error.value
    assert "left as it is" in error.value
    assert fresh_ledger.read_bytes() == before


def test_a_wrong_setting_says_which_and_what_to_do(
    fresh_ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANTRACK_LEGDER", str(fresh_ledger))
    session = AppTest.from_file(ROOT / "dashboard.py", default_timeout=PATIENCE).run()
    (error,) = session.error
    assert "Did you mean PLANTRACK_LEDGER?" in error.value.replace("\\", "")
