"""A date of publication is told as precisely as it is known, and no more."""

from __future__ import annotations

import pytest

from plantrack import words
from plantrack.words.publication import published


@pytest.mark.parametrize(
    ("stated", "vietnamese", "english"),
    [
        ("2024-04-15", "15/04/2024", "15 April 2024"),
        ("2024-03", "tháng 3/2024", "March 2024"),
        ("2024", "2024", "2024"),
        ("2024-12?", "tháng 12/2024 (chưa chắc chắn)", "December 2024 (date not certain)"),
        ("../2024-04-21", "chậm nhất 21/04/2024", "by 21 April 2024"),
        ("2021-08-16/..", "16/08/2021 hoặc sau đó", "16 August 2021 or later"),
    ],
)
def test_a_date_is_told_in_both_languages(stated: str, vietnamese: str, english: str) -> None:
    assert published(stated, words.of("vi")) == vietnamese
    assert published(stated, words.of("en")) == english


@pytest.mark.parametrize("stated", ["Quý I/2024", "2024-13", "2024-02-30", "what?", "../soon", ""])
def test_what_is_no_date_is_shown_as_printed(stated: str) -> None:
    assert published(stated, words.of("en")) == stated
