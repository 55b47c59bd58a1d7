"""Growth bars: from zero, none graded, the average of a period drawn as one."""

from __future__ import annotations

import pytest

from plantrack.charts.growth import growth_bars
from plantrack.charts.look import PHONE, Look
from plantrack.charts.palette import palette
from plantrack.model import Form, Measure
from plantrack.words import of
from tests.builders import PERCENT, row_of
from tests.charts.reading import CAPTION, label, rows, words

EN, VI = of("en"), of("vi")
GROWTH = {
    "unit": PERCENT, "measure": Measure.AVERAGE_GROWTH, "form": Form.RANGE_MORE,
    "low": "8", "high": "9", "start": 2021, "baseline": 2020,
}  # fmt: skip
NSO = {
    2020: "3.9",
    2021: "6.75",
    2022: "6.63",
    2023: "6.84",
    2024: "5.67 preliminary",
    2025: "8.06 estimate",
}


@pytest.mark.parametrize("look", [Look(), PHONE, Look(theme="dark")])
def test_every_bar_starts_at_zero(look: Look) -> None:
    spec = growth_bars(row_of(NSO, **GROWTH), EN, caption=CAPTION, look=look)
    bars = list(rows(spec, "rect"))
    zero = label(spec, "0" if "0" in words(spec) else "0.0")["y"]
    assert len(bars) == 6
    assert {bar["y"] for bar in bars} == {zero}


def test_a_year_of_falling_output_hangs_below_zero() -> None:
    spec = growth_bars(row_of({2021: "-2.5", 2022: "6"}, **GROWTH), EN, caption=CAPTION)
    falling, rising = sorted(rows(spec, "rect"), key=lambda bar: float(bar["x"]))
    assert falling["y2"] > falling["y"] == rising["y"] > rising["y2"]
    assert "−2.50" in words(spec)


def test_no_year_is_graded_by_colour() -> None:
    spec = growth_bars(row_of(NSO, **GROWTH), EN, caption=CAPTION)
    colours = {bar[part] for bar in rows(spec, "rect") for part in ("fill", "stroke")}
    assert colours == {palette("light").main}


def test_how_full_a_bar_is_tells_how_settled_its_figure_is() -> None:
    spec = growth_bars(row_of(NSO, **GROWTH), EN, caption=CAPTION)
    cover = {bar["status"]: bar["opacity"] for bar in rows(spec, "rect")}
    assert cover["official"] > cover["preliminary"] > cover["estimate"]


def test_the_band_of_the_target_lies_across_its_whole_period() -> None:
    spec = growth_bars(row_of(NSO, **GROWTH), EN, caption=CAPTION)
    band = list(rows(spec, "area"))
    assert (band[0]["x"], band[-1]["x"]) == (2020.5, pytest.approx(2030.4))


def test_the_average_so_far_is_a_line_over_its_years() -> None:
    spec = growth_bars(row_of(NSO, **GROWTH), VI, caption=CAPTION)
    (line,) = [r for r in rows(spec, "rule") if r.get("thick") == 3]
    assert (line["x"], line["x2"]) == (2020.5, 2025.5)
    assert "bình quân 2021–2025: 6,79%/năm" in words(spec)


def test_an_average_over_several_years_is_one_bar_over_all_of_them() -> None:
    spec = growth_bars(row_of({(2021, 2022): "6.95", 2023: "7.0"}, **GROWTH), EN, caption=CAPTION)
    wide, narrow = sorted(rows(spec, "rect"), key=lambda bar: float(bar["x"]))
    assert wide["x2"] - wide["x"] > narrow["x2"] - narrow["x"] + 0.9


def test_a_span_that_yearly_figures_cover_is_not_drawn_twice() -> None:
    spec = growth_bars(row_of({(2021, 2022): "6.7", **NSO}, **GROWTH), EN, caption=CAPTION)
    assert len(list(rows(spec, "rect"))) == len(NSO)


def test_a_target_of_another_measure_has_no_growth_bars() -> None:
    with pytest.raises(ValueError, match="average growth"):
        growth_bars(row_of({2023: "57.83"}, low="150"), EN, caption=CAPTION)


def test_without_growth_figures_there_is_nothing_to_draw() -> None:
    with pytest.raises(ValueError, match="no growth figure"):
        growth_bars(row_of({}, **GROWTH), EN, caption=CAPTION)
