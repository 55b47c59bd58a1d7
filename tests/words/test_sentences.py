"""Sentences, dates and lists in both languages."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from plantrack import words
from plantrack.model import Qualifier, Standing, Text
from plantrack.words import MissingWord, capitalised
from plantrack.words.terms import STANDINGS, qualified, standing_word

VIETNAMESE = words.of("vi")
ENGLISH = words.of("en")


def test_the_words_of_a_language_are_read_once() -> None:
    assert words.of("vi") is words.of("vi")


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="'fr'"):
        words.of("fr")


def test_english_is_the_message_itself() -> None:
    assert ENGLISH("Year {year}", year=2030) == "Year 2030"


def test_a_message_without_vietnamese_is_never_shown_in_english() -> None:
    with pytest.raises(MissingWord, match=r"no Vietnamese for 'Nobody wrote this'.*\.po"):
        VIETNAMESE("Nobody wrote this")
    with pytest.raises(MissingWord):
        VIETNAMESE.many("{count} unwritten thing", "{count} unwritten things", 2)


def test_a_bare_float_cannot_enter_a_sentence() -> None:
    with pytest.raises(TypeError, match=r"\{rate\}"):
        ENGLISH("It grew {rate}", rate=16.15)


def test_braces_in_a_value_are_text() -> None:
    assert ENGLISH("Note: {note}", note="{count}") == "Note: {count}"


def test_a_count_takes_its_plural_and_its_thousands_mark() -> None:
    singular = "{count} part of the address does not exist here and was ignored: {parts}."
    plural = "{count} parts of the address do not exist here and were ignored: {parts}."
    assert ENGLISH.many(singular, plural, 1, parts="a").startswith("1 part of")
    assert ENGLISH.many(singular, plural, 0, parts="").startswith("0 parts of")
    assert ENGLISH.many(singular, plural, 1200, parts="a").startswith("1,200 parts of")
    assert VIETNAMESE.many(singular, plural, 1, parts="a").startswith("1 phần của")
    assert VIETNAMESE.many(singular, plural, 1200, parts="a").startswith("1.200 phần của")


def test_dates_are_written_day_first() -> None:
    day = date(2026, 1, 2)
    assert VIETNAMESE.date(day) == "02/01/2026"
    assert ENGLISH.date(day) == "2 January 2026"


def test_a_moment_is_shown_in_the_time_zone_of_the_plan() -> None:
    stored = datetime(2025, 12, 31, 17, 30)  # noqa: DTZ001 - the ledger stores naive UTC
    assert VIETNAMESE.moment(stored, "Asia/Ho_Chi_Minh") == "01/01/2026 00:30"
    assert ENGLISH.moment(stored, "Asia/Ho_Chi_Minh") == "1 January 2026, 00:30"
    with pytest.raises(ValueError, match="naive"):
        ENGLISH.moment(stored.replace(tzinfo=UTC), "Asia/Ho_Chi_Minh")


def test_lists_end_with_and() -> None:
    assert ENGLISH.listed([]) == ""
    assert ENGLISH.listed(["a"]) == "a"
    assert ENGLISH.listed(["a", "b", "c"]) == "a, b and c"
    assert VIETNAMESE.listed(["a", "b"]) == "a và b"


def test_a_text_of_the_plan_is_read_in_the_language() -> None:
    assert VIETNAMESE.text(Text("Tỉnh", "Province")) == "Tỉnh"


def test_every_standing_has_its_own_word_in_both_languages() -> None:
    for say in (VIETNAMESE, ENGLISH):
        assert len({standing_word(standing, say) for standing in Standing}) == len(Standing)
    assert set(STANDINGS) == set(Standing)
    assert standing_word(Standing.FAR_BEHIND, VIETNAMESE) == "chậm nhiều so với tiến độ"


def test_the_word_of_the_origin_stays_with_the_figure() -> None:
    assert qualified(Qualifier.OVER, "22.000", VIETNAMESE) == "trên 22.000"
    assert qualified(Qualifier.EXACT, "22,000", ENGLISH) == "22,000"


def test_a_term_opening_a_sentence_has_a_capital() -> None:
    assert capitalised("đạt") == "Đạt"
    assert capitalised("") == ""
