"""Charts that leave one by one: whole when passed on alone, and true without any network."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import zipfile
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
from PIL import Image

from plantrack import words
from plantrack.charts.render import scripts
from plantrack.exports.drawing import taken_apart
from plantrack.exports.files import KINDS, made
from plantrack.exports.material import Material
from plantrack.exports.pictures import Picture
from plantrack.exports.pictures.building import every_picture
from plantrack.exports.pictures.formats import FORMATS, picture_file
from plantrack.exports.pictures.picture import HAND, PAPER
from plantrack.model import Text
from plantrack.scorecard.telling import takeaway
from tests.exports.materials import seeded

HOSTILE = '=cmd|"<b>&\x0b</script><!-- 中文 ' + "very long name of an indicator " * 12


@pytest.fixture(scope="module", params=[("first", "vi"), ("second", "en")], ids=lambda one: one[0])
def material(request: pytest.FixtureRequest) -> Material:
    return seeded(*request.param)


def one_of(material: Material, ending: str) -> Picture:
    return next(one for one in every_picture(material) if one.name.endswith(ending))


def content(material: Material, picture: Picture, extension: str) -> bytes:
    return picture_file(material, picture, extension, scripts).content


def test_every_target_with_figures_or_a_path_has_its_picture(material: Material) -> None:
    pictures = every_picture(material)
    assert [one.name for one in pictures[:2]] == ["overview_distance", "overview_pace"]
    assert len({one.name for one in pictures}) == len(pictures)
    titles = {one.title for one in pictures}
    drawn = [
        slide
        for slide in material.deck.slides
        if slide.id.startswith("target-") and slide.drawing is not None
    ]
    assert len(drawn) > 8
    assert {slide.title for slide in drawn} <= titles
    assert takeaway(material.card.ordered[0], material.say) in titles


def test_a_picture_holds_its_title_and_what_it_rests_on(material: Material) -> None:
    for picture in (one_of(material, "_distance"), one_of(material, "_path")):
        drawing = content(material, picture, "svg").decode()
        lines = taken_apart(drawing).labels
        told = " ".join(line.words for line in lines)
        assert f"<title>{escape(picture.title)}</title>" in drawing
        assert f"<desc>{escape(picture.alt)}</desc>" in drawing
        for sentence in (picture.title, *picture.foot):
            assert sentence in told
        assert words.of(material.language).text(material.plan.name) in told
        assert str(material.revision) in picture.footer


def test_a_picture_is_twice_as_fine_as_it_is_laid_out(material: Material) -> None:
    picture = one_of(material, "_path")
    width = re.search(r'width="(\d+)"', content(material, picture, "svg").decode())
    assert width is not None
    with Image.open(io.BytesIO(content(material, picture, "png"))) as image:
        assert image.width == 2 * int(width[1])
        assert image.width > 2 * PAPER.width


def test_every_word_of_a_pdf_is_found_and_its_font_is_in_it(
    material: Material, tmp_path: Path
) -> None:
    for ending in ("_distance", "_path", "_years"):
        picture = one_of(material, ending)
        file = tmp_path / f"{picture.name}.pdf"
        file.write_bytes(content(material, picture, "pdf"))
        found = printed("pdftotext", "-raw", file, "-")
        lines = taken_apart(content(material, picture, "svg").decode()).labels
        assert {word for one in lines for word in one.words.split()} <= set(found.split())
        fonts = printed("pdffonts", file).splitlines()[2:]
        assert fonts
        assert all("NotoSans" in font and " yes yes yes " in font for font in fonts)
        told = printed("pdfinfo", file)
        assert picture.title in told
        assert re.search(r"Tagged: +yes", told)
        assert re.search(r"Pages: +1\n", told)


def printed(program: str, *arguments: str | Path) -> str:
    ended = subprocess.run([program, *arguments], capture_output=True, check=True)
    return ended.stdout.decode()


def test_a_page_asks_nothing_of_any_network(material: Material) -> None:
    page = content(material, one_of(material, "_path"), "html").decode()
    own = page.replace(scripts(), "")
    assert re.findall(r'(?:src|href)\s*=\s*"(?!data:)', own) == []
    assert "default-src 'none'" in own
    assert f'<html lang="{material.language}">' in own
    assert own.count("data:font/ttf;base64,") == 2
    assert len(own) < 400_000


def test_a_page_shows_the_drawing_and_its_numbers_without_a_script(material: Material) -> None:
    picture = one_of(material, "_path")
    page = content(material, picture, "html").decode()
    body = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert body.count("<svg") == 2
    assert "<table>" in body
    assert body.count("<tr>") == len(picture.table) + 1
    for sentence in (picture.title, *picture.foot):
        assert sentence in body


def test_the_numbers_open_in_a_spreadsheet_of_the_language(material: Material) -> None:
    picture = one_of(material, "_distance")
    written = content(material, picture, "csv")
    assert written.startswith(b"\xef\xbb\xbf")
    mark = ";" if material.language == "vi" else ","
    found = list(csv.reader(io.StringIO(written.decode("utf-8-sig")), delimiter=mark))
    assert found[0] == list(picture.table[0])
    assert len(found) == 1 + len(picture.table) + 1 + 1 + len(picture.foot)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in found for cell in row)


def test_all_charts_are_in_one_folder_under_names_that_tell_them(material: Material) -> None:
    file = made(KINDS["charts.zip"], replace(material, target_set=smallest_set(material)))
    folder = zipfile.ZipFile(io.BytesIO(file.content))
    assert folder.testzip() is None
    names = folder.namelist()
    assert names[0] == "contents.txt"
    for name in names[1:]:
        assert re.fullmatch(rf"(\w+)/\w+_{material.language}_r{material.revision}\.\1", name), name
    assert len(names) % len(FORMATS) == 1


def smallest_set(material: Material) -> str:
    """The one with fewest targets, but some: a whole set takes long."""
    counts = {one: len(material.plan.targets_of(one)) for one in material.plan.target_sets}
    return min((one for one, count in counts.items() if count), key=counts.__getitem__)


def test_a_set_without_targets_says_so(material: Material) -> None:
    plan = replace(material.plan, targets={})
    file = made(KINDS["charts.zip"], replace(material, plan=plan))
    folder = zipfile.ZipFile(io.BytesIO(file.content))
    assert folder.namelist() == ["contents.txt"]
    told = material.say(
        "This target set has no targets, so there is nothing to show. Choose another."
    )
    assert told in folder.read("contents.txt").decode("utf-8-sig")


def test_a_plan_without_figures_has_pictures_too(material: Material) -> None:
    empty = replace(material, figures=())
    for picture in every_picture(empty)[:4]:
        for extension in ("svg", "pdf", "csv"):
            assert content(empty, picture, extension)


@pytest.mark.parametrize("extension", FORMATS)
def test_no_name_spoils_a_file_or_runs_in_it(material: Material, extension: str) -> None:
    name = Text(HOSTILE, HOSTILE)
    indicators = {one: replace(i, name=name) for one, i in material.plan.indicators.items()}
    plan = replace(material.plan, indicators=indicators, name=name)
    hostile = replace(material, plan=plan)
    written = content(hostile, one_of(hostile, "_path"), extension)
    assert b"\x0b" not in (written if extension in ("svg", "csv") else b"")
    if extension == "html":
        own = written.decode().replace(scripts(), "")
        assert own.count("</script>") == 2
        assert "<b>" not in own
    if extension == "csv":
        assert not re.search(rb'(^|[;,"\n])=cmd', written)


def test_the_phone_has_a_drawing_of_its_own(material: Material) -> None:
    picture = one_of(material, "_path")
    assert picture.drawing(HAND)["width"] < picture.drawing(PAPER)["width"]
