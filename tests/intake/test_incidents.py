"""Mistakes that reached the public elsewhere, stopped here before anything is recorded."""

from __future__ import annotations

from plantrack.intake.findings import Verdict
from tests.intake.test_layouts import codes, read


def test_13_6_entered_for_46_2_needs_a_tick_and_says_what_stands() -> None:
    """A wrong value moved a national indicator from substantial progress to deterioration."""
    reading = read("Chỉ tiêu;Đơn vị;2020\nGRDP/người;triệu đồng;13,6")
    assert codes(reading) == ["decimal_mark_inferred", "jump", "restated"]
    assert [row.needs_tick for row in reading.rows] == [True]
    assert reading.verdict is Verdict.ACCEPTED_WITH_WARNINGS


def test_13_6_as_a_new_year_is_a_jump() -> None:
    reading = read("Chỉ tiêu;Đơn vị;2026\nGRDP/người;triệu đồng;13,6")
    assert "jump" in codes(reading)
    assert [row.needs_tick for row in reading.rows] == [True]


def test_no_file_of_figures_can_enter_a_direction_or_a_target() -> None:
    """A direction entered with the wrong sign published "target achieved"."""
    head = "indicator,year,value,unit,direction,target"
    reading = read(f"{head}\nliteracy,2026,97.6,%,less,5")
    assert codes(reading) == ["column_ignored", "column_ignored"]
    figure = reading.rows[0].figure
    assert not hasattr(figure, "direction")
