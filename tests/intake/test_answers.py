"""Answers to a file's questions: enough to read it again, and worth keeping for the next one."""

from __future__ import annotations

from datetime import datetime

import pytest

from plantrack import words
from plantrack.intake.matchings import remembered, restored
from plantrack.intake.questions import LEAVE_OUT, meaning
from plantrack.update.matching import KnownMatching, new_answers
from tests.intake.test_layouts import codes, figures, read

HEAD = "Chỉ tiêu;Đơn vị;{year}\n"
FILE = HEAD + "Tỷ lệ biết đọc, biết chữ;%;97,6\nGRDP/người;triệu đồng;70,5\n"


def test_near_name_is_only_suggested_and_an_answer_settles_it() -> None:
    asked = read(FILE.format(year=2026))
    assert figures(asked) == ["per_capita_office 2026 70.5 not_stated @C3"]
    (question,) = asked.questions
    assert question.answer is None
    assert question.choices[0].value == "literacy"
    answered = read(FILE.format(year=2026), answers={question.id: "literacy"})
    assert figures(answered)[0] == "literacy_office 2026 97.6 not_stated @C2"
    assert [one.answer for one in answered.questions] == ["literacy"]
    assert "indicator_suggested" not in codes(answered)


def test_any_other_indicator_of_the_plan_may_be_the_answer_and_nothing_else() -> None:
    data = FILE.format(year=2026)
    (question,) = read(data).questions
    assert "schools_all" not in str(read(data, answers={question.id: "no_such_thing"}).rows)
    assert read(data, answers={question.id: "no_such_thing"}).questions[0].answer is None
    other = read(data, answers={question.id: "growth"})
    assert figures(other)[0].startswith("growth_office") or "index_or_rate" in codes(other)


def test_what_is_left_out_is_not_asked_again() -> None:
    data = FILE.format(year=2026)
    (question,) = read(data).questions
    left = read(data, answers={question.id: LEAVE_OUT})
    assert figures(left) == ["per_capita_office 2026 70.5 not_stated @C3"]
    assert "indicator_suggested" not in codes(left)


def test_the_same_answers_give_the_same_reading() -> None:
    data = FILE.format(year=2026)
    answers = {read(data).questions[0].id: "literacy"}
    assert read(data, answers=answers) == read(data, answers=answers)


def test_answers_serve_the_next_file_of_the_same_shape() -> None:
    first = read(FILE.format(year=2026))
    matching = remembered(first.fingerprint, {first.questions[0].id: "literacy"})
    assert matching is not None
    following = read(FILE.format(year=2027))
    assert following.fingerprint == matching.fingerprint
    answers = restored(matching.as_value()).answers
    assert len(read(FILE.format(year=2027), answers=answers).rows) == 2


def test_file_of_another_shape_has_another_fingerprint() -> None:
    first = read(FILE.format(year=2026))
    other = read(HEAD.format(year=2026) + "GRDP/người;triệu đồng;70,5\n")
    assert first.fingerprint != other.fingerprint


def test_fingerprint_does_not_depend_on_the_answers() -> None:
    data = "Chỉ tiêu;Đơn vị;Thực hiện\nGRDP/người;triệu đồng;70,5"
    asked = read(data)
    answered = read(data, answers={asked.questions[0].id: "2026"})
    assert asked.fingerprint == answered.fingerprint


def test_years_and_tables_are_asked_of_every_file() -> None:
    assert remembered("shape", {"year:0.0": "2026", "table": "0.0"}) is None


def test_readers_answers_win_over_remembered_ones() -> None:
    matching = remembered("shape", {"label:a": "literacy", "label:b": "schools"})
    assert matching is not None
    known = KnownMatching(matching, "Ana", datetime(2026, 1, 1))  # noqa: DTZ001  # UTC, naive
    assert new_answers(known, {"label:a": "growth"}) == {"label:b": "schools"}


@pytest.mark.parametrize("value", [{}, {"fingerprint": 1}, {"fingerprint": "a", "answers": {1: 2}}])
def test_saved_value_that_is_no_matching_is_a_programmers_error(value: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="saved matching"):
        restored(value)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_questions_and_choices_can_be_said(language: str) -> None:
    say = words.of(language)
    for data in (
        FILE.format(year=2026),
        "Chỉ tiêu;Đơn vị;2026\nTốc độ tăng GRDP;%;106,84",
        "Chỉ tiêu;Đơn vị;Thực hiện\nGRDP/người;;70,5",
        "Chỉ tiêu;Đơn vị;2026\nGRDP/người;;70,5",
        "indicator,year,value,unit,status\nliteracy,2026,97.6,%,maybe",
    ):
        for question in read(data).questions:
            assert question.sentence(say)
            assert all(meaning(choice, say) for choice in question.choices)
