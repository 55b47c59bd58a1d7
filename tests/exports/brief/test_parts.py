"""What the files are put together from: drawings taken apart, letters, lines that hold."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from plantrack import words
from plantrack.charts.look import Look
from plantrack.charts.render import svg
from plantrack.deck import Slide
from plantrack.exports.brief.glyphs import ARROW, printable
from plantrack.exports.brief.references import References
from plantrack.exports.brief.rows import written_table
from plantrack.exports.brief.setting import drawing, pdf
from plantrack.exports.brief.together import WHOLE, together
from plantrack.exports.brief.unknown import unknown
from plantrack.exports.drawing import Place
from plantrack.exports.material import Material
from tests.exports.materials import SEEDS, before_any_figure, seeded


def one_of_each_kind(material: Material) -> list[Slide]:
    """The first slide of each kind of drawing."""
    drawn = [slide for slide in material.deck.slides if slide.drawing is not None]
    return list({slide.id.split("-")[0]: slide for slide in reversed(drawn)}.values())


@pytest.mark.parametrize("plan", SEEDS)
def test_a_drawing_taken_apart_loses_no_word_and_keeps_none_in_its_shapes(plan: str) -> None:
    for slide in one_of_each_kind(seeded(plan)):
        assert slide.drawing is not None
        spec = slide.drawing(Look(width=860))
        found = drawing(spec)
        written = re.findall(r"<t(?:ext|span)[^>]*>([^<]+)<", svg(spec))
        assert written
        assert [label.words for label in found.labels] == [printable(one) for one in written]
        assert b"<text" not in found.shapes
        assert all(0 <= label.x <= found.width for label in found.labels), slide.id
        assert all(0 <= label.y <= found.height for label in found.labels), slide.id


def test_turned_axes_move_upwards_where_words_go_right() -> None:
    assert Place(10, 20, -90).moved(5, 0) == Place(10, 15, -90)
    assert Place(10, 20, -90).moved(0, 4) == Place(14, 20, -90)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Tiê\u0301n đô\u0323", "Tiến độ"),
        ("a\x00\x1b\t\nb", "a b"),
        ("a\u200b\ufeff\u202eb", "ab"),
        ("đạt 👍 漢", "đạt \N{REPLACEMENT CHARACTER} \N{REPLACEMENT CHARACTER}"),
        (f"1 {ARROW} 2 − 3 ÷ 4", f"1 {ARROW} 2 − 3 ÷ 4"),
        ("16,2\N{NO-BREAK SPACE}%", "16,2\N{NO-BREAK SPACE}%"),
    ],
)
def test_only_composed_letters_of_the_font_are_printed(typed: str, printed: str) -> None:
    assert printable(typed) == printed


@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        ("vi", "Số liệu phiên bản 7 là", "Số liệu phiên_bản_7 là"),
        ("vi", "đạt 150 triệu đồng/người vào năm 2030", "đạt 150_triệu đồng/người vào năm_2030"),
        ("vi", "cao hơn 7,51 điểm phần trăm", "cao hơn 7,51_điểm phần trăm"),
        ("en", "1.50 points a year in 2030", "1.50_points a_year in_2030"),
        ("en", "Revision 7 of 150 million VND", "Revision_7 of 150_million VND"),
    ],
)
def test_spaces_that_must_not_break(language: str, text: str, kept: str) -> None:
    keep = together(seeded("first").plan, words.of(language))
    assert keep(text).replace("\N{NO-BREAK SPACE}", "_") == kept


@pytest.mark.parametrize("text", ["2026–2030", "16,2%/năm", "6/9", "236/QĐ-TTg", "đồng/người"])
def test_spans_and_fractions_stay_whole(text: str) -> None:
    assert re.fullmatch(WHOLE, text)


def test_publications_are_numbered_as_they_are_met_and_only_web_addresses_are_links() -> None:
    sources = dict(seeded("first").sources)
    first, second, *_ = sources
    sources[second] = replace(sources[second], url="javascript:alert(1)")
    references = References(sources)
    assert [references.of(one) for one in (second, first, second)] == ["[1]", "[2]", "[1]"]
    assert references.of("nowhere") == ""
    assert references.listed(words.of("en"))[0]["address"] == ""


def test_a_column_of_numbers_stands_at_the_right_the_first_never() -> None:
    told = written_table([{"Year": "2024", "Share": "12.4 %", "Note": "2 of them are said"}])
    assert told is not None
    assert told["sides"] == ["left", "right", "left"]
    assert written_table([]) is None


def test_reasons_without_room_are_counted() -> None:
    card = before_any_figure(seeded("first")).card
    waiting = next(row for row in card.rows if row.assessment.missing_year is not None)
    years = [replace(waiting.assessment, missing_year=2000 + place) for place in range(6)]
    rows = tuple(replace(waiting, assessment=one) for one in years)
    told = unknown(replace(card, rows=rows), words.of("en"))
    assert len(told) == 5
    assert told[-1] == "2 more targets, for other reasons; the full report has them."


def test_the_date_of_the_file_is_that_of_the_revision() -> None:
    material = seeded("second")
    assert material.made is not None
    data = {"title": "x", "plan": "x", "set": "", "figures": "", "headline": "x", "size": 14}
    data |= {"counts": [], "drawing": None, "rows": [], "left": "", "unknown": [], "basis": ""}
    content = pdf("leaders", {**data, "method": ""}, material)
    assert f"{material.made.made_at:D:%Y%m%d%H%M%S}".encode() in content
