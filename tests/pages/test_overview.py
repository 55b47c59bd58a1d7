"""The overview: a link shows the same targets, and numbers stand as numbers."""

from __future__ import annotations

from plantrack.ui.tables import plain_table
from tests.pages.blocks import rows, shown
from tests.pages.conftest import Reader

TABLE = "Targets, worst first"


def test_a_link_with_a_standing_shows_those_targets_alone(read: Reader) -> None:
    everything = rows(read(lang="en"), TABLE)
    late = rows(read(lang="en", standing="behind"), TABLE)
    assert 0 < len(late) < len(everything)
    assert all("Behind" in row[-1] for row in late)


def test_the_plan_is_the_first_heading_and_the_finding_the_next(read: Reader) -> None:
    session = read(lang="en")
    assert len(session.title) == 1
    assert "GRDP per capita must grow" in session.header[0].value


def test_a_set_nobody_can_assess_says_so_without_an_empty_scale(read: Reader) -> None:
    session = read(lang="en", set="region_programme")
    assert "No target can be assessed yet" in shown(session)


def test_a_column_of_numbers_is_told_from_words() -> None:
    path = [
        {"Year": "2024", "Figure": "1,5", "Note": ""},
        {"Year": "2025", "Figure": "\N{MINUS SIGN}2 %", "Note": "4 sources"},
        {"Year": "2026", "Figure": "", "Note": "a <break>"},
    ]
    table = plain_table("A path", path)
    assert table.count('class="number"') == 3  # the heading and the two values
    assert 'class="number empty"' in table
    assert "a &lt;break&gt;" in table
    assert plain_table("Nothing", []) == ""
