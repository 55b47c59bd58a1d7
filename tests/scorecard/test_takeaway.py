"""The finding as a title: one sentence for every standing, reason, form and measure."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest

from plantrack import words
from plantrack.method.verdict import Reason
from plantrack.model import Form, Measure, Standing
from plantrack.scorecard import Scorecard, TargetRow
from plantrack.scorecard.telling import counts_sentence, headline, takeaway
from tests.builders import card_of
from tests.scorecard.cases import CASES

ENGLISH, VIETNAMESE = words.of("en"), words.of("vi")
SENTENCES = Path(__file__).with_name("takeaways.csv")
PRAISE_OR_BLAME = re.compile(
    r"!|fail|succe|excellent|poor|good|bad|unfortunately|xuất sắc|thất bại|yếu kém|vượt bậc"
)

with SENTENCES.open(encoding="utf-8", newline="") as file:
    EXPECTED = list(csv.DictReader(file))


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda one: one["case"])
def test_the_finding_is_one_sentence_in_both_languages(expected: dict[str, str]) -> None:
    row = CASES[expected["case"]]
    assert row.standing == expected["standing"]
    assert row.assessment.reason == expected["reason"]
    assert takeaway(row, ENGLISH) == expected["en"]
    assert takeaway(row, VIETNAMESE) == expected["vi"]


def test_every_case_has_its_sentence() -> None:
    assert [one["case"] for one in EXPECTED] == list(CASES)


def test_every_standing_reason_form_and_measure_is_told() -> None:
    rows = CASES.values()
    assert {row.standing for row in rows} == set(Standing)
    # "Rests on estimates only" is a reason of the standing without estimates, never of a row.
    assert {row.assessment.reason for row in rows} == set(Reason) - {Reason.ESTIMATES_ONLY}
    assert {row.target.form for row in rows} == set(Form)
    assert {row.indicator.measure for row in rows} == set(Measure)


@pytest.mark.parametrize("say", [ENGLISH, VIETNAMESE], ids=["en", "vi"])
@pytest.mark.parametrize("name", CASES)
def test_a_finding_is_whole_and_neutral(name: str, say: words.Say) -> None:
    sentence = takeaway(CASES[name], say)
    assert sentence.endswith(".")
    assert sentence[0].isupper()
    assert "  " not in sentence
    assert not re.search(r"[{}]|, ,| ;|\.\.|\(\)", sentence)
    assert not PRAISE_OR_BLAME.search(sentence.lower())
    assert not re.search("[-\N{MINUS SIGN}]0([.,]0+)?(?![.,0-9])", sentence)


@pytest.mark.parametrize("name", CASES)
def test_both_languages_state_the_same_numbers(name: str) -> None:
    row = CASES[name]
    vietnamese = takeaway(row, VIETNAMESE).translate(str.maketrans(",.", ".,"))
    assert numbers(takeaway(row, ENGLISH)) == numbers(vietnamese)


def numbers(sentence: str) -> list[str]:
    """The numbers of a sentence in English marks; the two languages may order them differently."""
    return sorted(re.findall(r"\d+(?:\.\d+)?", sentence.replace("/", " ")))


def combined(*rows: TargetRow) -> Scorecard:
    """One scorecard of rows assessed one by one."""
    card = card_of({}, low="150")
    return replace(card, rows=rows)


def test_the_headline_is_the_most_urgent_finding_with_a_pace() -> None:
    card = card_of({2023: "57.83", 2025: "70.95 estimate"}, low="150")
    assert headline(card, ENGLISH) == takeaway(card.rows[0], ENGLISH)


def test_a_missed_target_does_not_hide_one_that_can_still_be_reached() -> None:
    missed, behind = CASES["missed"], CASES["behind"]
    card = combined(missed, behind)
    assert card.ordered[0] is missed
    assert headline(card, ENGLISH) == takeaway(behind, ENGLISH)


def test_a_target_on_track_does_not_hide_a_missed_one() -> None:
    missed = CASES["missed"]
    assert headline(combined(missed, CASES["on track"]), ENGLISH) == takeaway(missed, ENGLISH)


def test_without_any_figure_the_headline_says_what_is_missing() -> None:
    card = card_of({}, low="150")
    assert headline(card, ENGLISH) == (
        "No target can be assessed yet: the figures of 1 target are missing."
    )
    assert headline(card, VIETNAMESE) == (
        "Chưa đánh giá được chỉ tiêu nào: còn thiếu số liệu của 1 chỉ tiêu."
    )


def test_a_set_without_targets_says_so() -> None:
    assert headline(combined(), ENGLISH) == "This target set has no targets."
    assert headline(combined(), VIETNAMESE) == "Bộ chỉ tiêu này không có chỉ tiêu nào."


def test_counts_name_only_the_standings_there_are_worst_first() -> None:
    card = combined(CASES["on track"], CASES["missed"], CASES["behind"], CASES["range more"])
    assert counts_sentence(card, ENGLISH) == "4 targets: 1 missed, 2 behind, 1 on track."
    assert counts_sentence(card, VIETNAMESE) == (
        "4 chỉ tiêu: 1 không đạt, 2 chậm tiến độ, 1 đúng tiến độ."
    )
