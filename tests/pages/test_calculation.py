"""The overview offers the calculation behind it, in the whole target set, as two files."""

from __future__ import annotations

from pathlib import Path

from tests.pages.blocks import shown
from tests.pages.conftest import Reader


def test_the_overview_offers_the_calculation_as_a_table_and_as_json(read: Reader) -> None:
    session = read("overview", lang="en")
    labels = [one.proto.label for one in session.get("download_button")]
    assert labels == ["Download the calculation (CSV)", "Download the calculation (JSON)"]
    assert "enough to compute each standing again without this program" in shown(session)


def test_vietnamese_readers_of_another_plan_are_offered_it_too(
    second_plan: Path, read: Reader
) -> None:
    session = read("overview", lang="vi")
    assert second_plan.exists()
    labels = [one.proto.label for one in session.get("download_button")]
    assert labels == ["Tải bảng tính toán (CSV)", "Tải bảng tính toán (JSON)"]
