"""Labels name things whatever their case, spacing and diacritics; near ones are only suggested."""

from __future__ import annotations

import unicodedata

import pytest

from plantrack.intake.cells import Cell, Kind
from plantrack.intake.matching import Labels
from plantrack.intake.years import Unyearly, read_year
from tests.intake.reading import read, rows

LABELS = Labels(
    [
        ("urban", "Tỷ lệ đô thị hóa"),
        ("poverty", "Tỷ lệ hộ nghèo"),
        ("melon", "Dưa"),
        ("coconut", "Dừa"),
    ]
)


@pytest.mark.parametrize(
    "label",
    [
        "Tỷ lệ đô thị hóa",
        "TỶ LỆ ĐÔ THỊ HÓA",
        "  tỷ lệ   đô thị hóa ",
        "ty le do thi hoa",
        "TY LE DO THI HOA",
        unicodedata.normalize("NFD", "Tỷ lệ đô thị hóa"),
    ],
)
def test_spelling_does_not_hide_a_name(label: str) -> None:
    assert LABELS.find(label).only == "urban"


def test_near_name_is_suggested_and_not_taken() -> None:
    match = LABELS.find("Tỷ lệ đô thị hoas")
    assert match.only is None
    assert match.suggestions[0] == "urban"


def test_diacritics_decide_where_they_are_written() -> None:
    assert LABELS.find("dừa").only == "coconut"
    assert LABELS.find("dua").ids == ("melon", "coconut")


def test_foreign_label_has_no_suggestion() -> None:
    assert LABELS.find("zzz qqq 123") == LABELS.find("")


@pytest.mark.parametrize("label", ["per_capita", "GRDP/người", "grdp  binh quan dau nguoi"])
def test_id_alias_and_name_find_the_same_indicator(label: str) -> None:
    reading = read(rows(f"{label},,2026,70.5,million VND,,"))
    assert [row.figure.series for row in reading.rows] == ["per_capita_office"]


@pytest.mark.parametrize(
    "text",
    [
        "6 tháng 2026",
        "6T/2026",
        "Q1/2026",
        "quý IV/2026",
        "H1 2026",
        "first half of 2026",
        "9 months 2026",
        "2021-2025",
        "2021–22",
        "2021 đến 2025",
        "bình quân 2021",
        "average 2021",
        "giai đoạn 2021",
        "03/2026",
    ],
)
def test_span_is_not_taken_for_a_year(text: str) -> None:
    assert read_year(Cell(text)) is Unyearly.SPAN


@pytest.mark.parametrize(
    "cell", [Cell("26"), Cell("20260"), Cell("2026.5"), Cell("2026-01-01", Kind.DATE), Cell("MMXX")]
)
def test_year_is_four_digits(cell: Cell) -> None:
    assert read_year(cell) is Unyearly.NOT_A_YEAR
