"""The gap chart: 0 is the baseline, 100 the deciding bound, and no position is made up."""

from __future__ import annotations

import pytest

from plantrack.charts.gaps import HIGHEST, gap_chart
from plantrack.charts.look import PHONE
from plantrack.charts.shapes import BEYOND_LEFT, BEYOND_RIGHT, STANDING_FULL, TICK
from plantrack.charts.tokens import EDGE
from plantrack.model import Direction, Form, Measure, Standing
from plantrack.scorecard import Scorecard
from plantrack.words import of
from tests.builders import PERCENT, PLACE, row_of
from tests.charts.reading import CAPTION, circles, diamonds, domain, label, rows, shapes, words

EN, VI = of("en"), of("vi")
PER_CAPITA = {2023: "57.83", 2024: "62.36 preliminary", 2025: "70.95 estimate"}


def test_the_latest_figure_lies_as_far_as_the_value_has_come() -> None:
    spec = gap_chart([row_of(PER_CAPITA, low="150")], EN, caption=CAPTION)
    (circle,) = circles(spec)
    assert circle["x"] == pytest.approx(100 * (70.95 - 57.83) / (150 - 57.83))
    assert circle["status"] == "estimate"
    assert [diamond["x"] for diamond in diamonds(spec)] == [100]


def test_the_level_due_by_then_lies_ahead_of_a_target_that_is_late() -> None:
    spec = gap_chart([row_of(PER_CAPITA, low="150")], EN, caption=CAPTION)
    due = [tick["x"] for tick in shapes(spec, TICK) if tick["x"] > 0]
    assert due == [pytest.approx(100 * (75.93 - 57.83) / (150 - 57.83), abs=0.1)]


def test_a_share_that_falls_to_its_corridor_moves_to_the_right() -> None:
    row = row_of(
        {2024: "21.51", 2025: "21.00"},
        unit=PERCENT, measure=Measure.POINTS, form=Form.BETWEEN, low="12", high="13",
        direction=Direction.LESS, baseline=2024,
    )  # fmt: skip
    spec = gap_chart([row], EN, caption=CAPTION)
    assert circles(spec)[0]["x"] == pytest.approx(100 * 0.51 / 8.51)
    bands = [r for r in rows(spec, "rule") if r.get("thick") == 16]
    assert [(band["x"], band["x2"]) for band in bands] == [(100, pytest.approx(100 * 9.51 / 8.51))]


def test_a_value_far_beyond_the_target_is_held_at_the_edge_with_an_arrow() -> None:
    spec = gap_chart([row_of({2023: "100", 2025: "200"}, low="150")], EN, caption=CAPTION)
    assert circles(spec)[0]["x"] == HIGHEST == domain(spec)[1]
    assert len(shapes(spec, BEYOND_RIGHT)) == 1


def test_a_value_far_below_its_start_is_held_at_the_other_edge() -> None:
    spec = gap_chart([row_of({2023: "100", 2025: "60"}, low="150")], EN, caption=CAPTION)
    assert circles(spec)[0]["x"] == domain(spec)[0]
    assert len(shapes(spec, BEYOND_LEFT)) == 1


def test_a_target_without_a_baseline_has_no_position_but_its_figure_and_the_reason() -> None:
    spec = gap_chart([row_of({2025: "70.95 estimate"}, low="150")], EN, caption=CAPTION)
    assert circles(spec) == diamonds(spec) == []
    said = " ".join(words(spec))
    assert "70.95 (2025, estimate)" in said
    assert "the figure of the baseline year 2023 is missing" in said


def test_a_target_without_any_figure_says_so() -> None:
    spec = gap_chart([row_of({}, low="150")], VI, caption=CAPTION)
    assert circles(spec) == []
    assert any(said.startswith("chưa có số liệu; mục tiêu: tối thiểu 150") for said in words(spec))


def test_a_rank_is_told_in_words_because_it_is_no_distance() -> None:
    row = row_of(
        {2025: "6"}, unit=PLACE, measure=Measure.RANK, form=Form.TOP, k=5, decimals=0,
        direction=Direction.LESS,
    )  # fmt: skip
    spec = gap_chart([row], EN, caption=CAPTION)
    assert circles(spec) == diamonds(spec) == []
    assert any(said.startswith("6th") and "top 5 (2030)" in said for said in words(spec))


def test_a_share_that_left_its_corridor_has_no_way_to_measure() -> None:
    row = row_of(
        {2024: "50.31", 2025: "49.99"},
        unit=PERCENT, measure=Measure.POINTS, form=Form.BETWEEN, low="50", high="51", baseline=2024,
    )  # fmt: skip
    spec = gap_chart([row], EN, caption=CAPTION)
    assert row.standing is Standing.MOVING_AWAY
    assert circles(spec) == []
    assert label(spec, "49.99\u202f% (2025); target: 50–51\u202f% (2030)")


def test_the_rows_keep_the_order_given_and_end_with_shape_colour_and_word(card: Scorecard) -> None:
    spec = gap_chart(card.ordered, VI, caption=CAPTION)
    names = [VI.text(row.indicator.name).split()[0] for row in card.ordered]
    drawn = sorted((r["y"], r["words"]) for r in rows(spec, "text") if r.get("px") == EDGE)
    assert [said.split()[0] for _, said in drawn[: len(names)]] == names
    behind = [r for r in rows(spec, "point") if r["shape"] == STANDING_FULL[Standing.BEHIND]]
    assert {r["told"] for r in behind} == {"Chậm tiến độ"}
    assert len(behind) == card.counts[Standing.BEHIND]


def test_on_a_phone_names_stand_above_their_lines(card: Scorecard) -> None:
    spec = gap_chart(card.ordered, VI, caption=CAPTION, look=PHONE)
    name = label(spec, "GRDP bình quân đầu người (triệu đồng/người)")
    assert name["y"] < min(circle["y"] for circle in circles(spec))
    assert spec["width"] == PHONE.width


def test_a_standing_is_written_in_its_own_colour_of_the_theme(card: Scorecard) -> None:
    spec = gap_chart(card.ordered, EN, caption=CAPTION)
    assert {row["colour"] for row in rows(spec, "text") if row["words"] == "Behind"} == {"#946012"}


def test_a_reason_several_targets_share_is_given_once() -> None:
    rows_without = [row_of({2025: "70.95"}, low="150"), row_of({2025: "60"}, low="150")]
    said = words(gap_chart(rows_without, EN, caption=CAPTION))
    assert sum("the figure of the baseline year 2023 is missing" in one for one in said) == 1
    assert sum(one.endswith("same reason as above") for one in said) == 1


def test_on_a_phone_a_long_target_steps_aside_for_the_baseline(card: Scorecard) -> None:
    spec = gap_chart(card.ordered, VI, caption=CAPTION, look=PHONE)
    aim = next(one for one in rows(spec, "text") if one["words"].startswith("tối thiểu 150"))
    assert aim["words"] == "tối thiểu 150 (2030)"
