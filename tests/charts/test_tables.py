"""Beside each chart stands a table with the same figures."""

from __future__ import annotations

import pytest

from plantrack.charts.peers import peers_of
from plantrack.charts.tables import (
    TableRow,
    composition_table,
    corridor_table,
    gap_table,
    growth_table,
    path_table,
    ranking_table,
    rate_table,
)
from plantrack.scorecard import Scorecard
from plantrack.scorecard.structure import Structure
from plantrack.words import of
from tests.builders import row_of

EN, VI = of("en"), of("vi")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_table_has_the_same_columns_in_every_row(
    card: Scorecard, structure: Structure, language: str
) -> None:
    say = of(language)
    rank = card.of_indicator("rank_grdp_per_capita")
    growth, level = card.of_indicator("grdp_growth"), card.of_indicator("grdp_per_capita")
    assert rank is not None
    assert rank.ranking is not None
    assert growth is not None
    assert level is not None
    peers = peers_of(rank, card.values, rank.ranking.versions[0])
    assert peers is not None
    tables: list[list[TableRow]] = [
        gap_table(card.ordered, say),
        rate_table(card.ordered, say),
        path_table(level, say),
        path_table(growth, say),
        growth_table(growth, say),
        corridor_table(structure, say),
        composition_table(structure, say),
        ranking_table(peers, say),
    ]
    for table in tables:
        assert table
        assert len({tuple(row) for row in table}) == 1


def test_the_gap_table_keeps_every_target_even_without_a_position(card: Scorecard) -> None:
    table = gap_table(card.ordered, VI)
    assert len(table) == len(card.rows)
    assert table[0] == {
        "Chỉ tiêu": "GRDP bình quân đầu người",
        "Năm cơ sở": "57,83 triệu đồng/người (2023)",
        "Số liệu mới nhất": "70,95 triệu đồng/người năm 2025 (giá hiện hành, ước tính)",
        "Mức cần đạt theo lộ trình": "75,93 triệu đồng/người",
        "Mục tiêu đặt ra": "tối thiểu 150 triệu đồng/người (2030)",
        "Khoảng cách": "+79,05 triệu đồng/người",
        "Đánh giá": "Chậm tiến độ",
    }


def test_what_is_not_known_is_left_empty() -> None:
    (row,) = rate_table([row_of({2025: "70.95"}, low="150")], EN)
    assert row["Achieved a year"] == row["Years"] == row["Required from the baseline"] == ""
    assert row["Required from now"] == "+16.2\u202f% a year"


def test_a_span_keeps_its_years_in_the_table_of_a_path() -> None:
    table = path_table(row_of({(2021, 2022): "49.26", 2023: "59.8"}, low="150"), EN)
    assert [row["Year"] for row in table if row["Figure"]] == ["2023", "2021–2022"]


def test_the_start_of_an_index_is_no_figure_with_a_status(card: Scorecard) -> None:
    growth = card.of_indicator("grdp_growth")
    assert growth is not None
    first = path_table(growth, EN)[0]
    assert (first["Year"], first["Status"]) == ("2020", "")
