"""Every chart, in both languages and themes, for a hall and for a phone, becomes a picture."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from plantrack.charts import render
from plantrack.charts.composition import composition_chart
from plantrack.charts.finish import Spec
from plantrack.charts.gaps import gap_chart
from plantrack.charts.growth import growth_bars
from plantrack.charts.look import PHONE, WIDE, Caption, Look
from plantrack.charts.path import path_chart
from plantrack.charts.peers import peers_of
from plantrack.charts.ranking import ranking_bars
from plantrack.charts.rates import rate_chart
from plantrack.charts.structure import corridor_chart
from plantrack.model import Text
from plantrack.scorecard import Scorecard
from plantrack.scorecard.structure import Structure
from plantrack.scorecard.telling import takeaway
from plantrack.words import Say, of

CAPTION = Caption("Tỷ trọng và tốc độ", "Biểu đồ")
LOOKS = [WIDE, PHONE, Look(theme="dark"), Look(width=680), Look(width=1920, text=1.6)]
Drawn = Callable[[Say, Look], Spec]


def drawings(card: Scorecard, structure: Structure) -> dict[str, Drawn]:
    """Every chart of the program on the seeded plan."""
    found: dict[str, Drawn] = {
        "gaps": lambda say, look: gap_chart(card.ordered, say, caption=CAPTION, look=look),
        "rates": lambda say, look: rate_chart(card.ordered, say, caption=CAPTION, look=look),
        "shares": lambda say, look: corridor_chart(structure, say, caption=CAPTION, look=look),
        "mix": lambda say, look: composition_chart(structure, say, caption=CAPTION, look=look),
    }
    for row in card.rows:
        if row.ranking is not None:
            for place, version in enumerate(row.ranking.versions):
                peers = peers_of(row, card.values, version)
                assert peers is not None
                found[f"{row.target.id} {place}"] = lambda say, look, peers=peers: ranking_bars(
                    peers, say, caption=CAPTION, look=look
                )
            continue
        found[row.target.id] = lambda say, look, row=row: path_chart(
            row, say, caption=Caption(takeaway(row, say), takeaway(row, say)), look=look
        )
        if "growth" in row.indicator.id:
            found[f"{row.target.id} bars"] = lambda say, look, row=row: growth_bars(
                row, say, caption=CAPTION, look=look
            )
    return found


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("look", LOOKS[1:4], ids=lambda look: f"{look.theme}-{look.width}")
def test_every_chart_is_complete_and_holds_its_own_data(
    card: Scorecard, structure: Structure, language: str, look: Look
) -> None:
    for name, draw in drawings(card, structure).items():
        spec = draw(of(language), look)
        assert spec["description"], name
        assert spec["config"]["font"].startswith("Noto Sans"), name
        assert spec["background"] == look.colours.background, name
        assert "datasets" not in spec, name
        json.dumps(spec, allow_nan=False)


@pytest.mark.parametrize(("language", "look"), [("vi", WIDE), ("en", PHONE)])
def test_every_chart_becomes_a_picture_without_a_warning(
    card: Scorecard,
    structure: Structure,
    language: str,
    look: Look,
    capfd: pytest.CaptureFixture[str],
) -> None:
    for name, draw in drawings(card, structure).items():
        picture = render.png(draw(of(language), look), scale=0.5)
        assert picture.startswith(b"\x89PNG"), name
        width = int.from_bytes(picture[16:20])
        assert width == look.width // 2, f"{name}: something is cut or pushes the drawing wider"
    assert capfd.readouterr() == ("", "")


def test_a_control_character_in_a_name_does_not_end_the_program(card: Scorecard) -> None:
    row = card.ordered[0]
    row = replace(row, indicator=replace(row.indicator, name=Text("a\x07b", "a\x07b")))
    assert "a b" in render.svg(gap_chart((row,), of("vi"), caption=CAPTION))


def test_a_warning_of_the_renderer_would_be_seen(
    card: Scorecard, capfd: pytest.CaptureFixture[str]
) -> None:
    spec = gap_chart(card.ordered, of("vi"), caption=CAPTION)
    spec["layer"][0] |= {"mark": "bar", "encoding": {"shape": {"field": "y"}}}  # bars have no shape
    render.png(spec, scale=0.2)
    assert "WARN" in capfd.readouterr().err


def test_a_drawing_keeps_its_words_as_text(card: Scorecard) -> None:
    drawing = render.svg(gap_chart(card.ordered, of("vi"), caption=CAPTION))
    assert "GRDP bình quân đầu người" in drawing
    assert "<text" in drawing


def test_the_font_of_the_charts_is_the_one_the_program_brings() -> None:
    assert (render.FONTS / "NotoSans-Regular.ttf").exists()


@pytest.mark.parametrize(("language", "decimal"), [("vi", ","), ("en", ".")])
def test_numbers_of_the_drawing_follow_the_language(
    card: Scorecard, language: str, decimal: str
) -> None:
    spec = gap_chart(card.ordered, of(language), caption=CAPTION)
    locale = spec["config"]["locale"]
    assert locale["number"]["decimal"] == decimal
    assert len(locale["time"]["months"]) == 12
    assert len(locale["time"]["days"]) == 7
