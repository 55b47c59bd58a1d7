"""The slides as a file: what a meeting sees, what an officer may edit, what a reader hears."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from pptx import Presentation
from pptx.presentation import Presentation as File

from plantrack.charts.native import Kind
from plantrack.deck import Choice, Slide
from plantrack.exports.files import KINDS, made
from plantrack.exports.material import Material
from plantrack.model import Revision, RevisionKind, Standing, Status, Text
from plantrack.seeds import load
from plantrack.words.terms import standing_word
from tests.conftest import LONG
from tests.exports.materials import SEEDS

LANGUAGES = ("vi", "en")
EVERY = [(plan, language) for plan in SEEDS for language in LANGUAGES]
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
LEAST, LEAST_FOOT = 2000, 1400  # hundredths of a point


@cache
def material(plan: str, language: str, target_set: str = "") -> Material:
    seeds = load(SEEDS[plan])
    return Material(
        plan=seeds.plan,
        figures=seeds.figures,
        sources=seeds.plan.sources,
        made=None,
        target_set=target_set or seeds.plan.default_target_set,
        language=language,
    )


@cache
def content(plan: str, language: str) -> bytes:
    return made(KINDS["slides.pptx"], material(plan, language)).content


def opened(found: bytes) -> File:
    return Presentation(io.BytesIO(found))


def file_of(found: Material) -> File:
    return opened(made(KINDS["slides.pptx"], found).content)


def titles(file: File) -> list[str]:
    found = [slide.shapes.title for slide in file.slides]
    assert all(one is not None for one in found)
    return [one.text_frame.text for one in found if one is not None]


def once(told: list[str]) -> list[str]:
    """The titles without those a long table repeats on its next page."""
    return [one for at, one in enumerate(told) if at == 0 or told[at - 1] != one]


def parts(found: bytes, pattern: str) -> Iterator[tuple[str, ElementTree.Element]]:
    with zipfile.ZipFile(io.BytesIO(found)) as archive:
        for name in archive.namelist():
            if re.search(pattern, name):
                yield name, ElementTree.fromstring(archive.read(name))  # noqa: S314 - our own


def notes_of(file: File) -> list[str]:
    found = []
    for page in file.slides:
        frame = page.notes_slide.notes_text_frame
        assert frame is not None
        found.append(frame.text)
    return found


@pytest.mark.parametrize(("plan", "language"), EVERY)
def test_titles_are_the_findings_of_the_screen_in_its_order(plan: str, language: str) -> None:
    file = opened(content(plan, language))
    assert (file.slide_width, file.slide_height) == (12192000, 6858000)
    shown = [slide.title for slide in material(plan, language).slides]
    assert once(titles(file)) == once(shown)


def test_the_file_follows_what_was_picked_ordered_and_noted() -> None:
    found = material("second", "en")
    first, second = found.deck.slides[-1], found.deck.slides[4]
    note = "Ask the bureau: = why?"
    choice = Choice((first.id, second.id), {second.id: note})
    file = file_of(replace(found, choice=choice))
    assert once(titles(file)) == [first.title, second.title]
    shapes = [shape for shape in file.slides[-1].placeholders if shape.name == "Note"]
    assert [shape.text_frame.text for shape in shapes] == [f"Note: {note}"]
    assert note in notes_of(file)[-1]
    assert all(shape.name != "Note" for shape in file.slides[0].placeholders)


@pytest.mark.parametrize(("plan", "language"), EVERY)
def test_a_chart_holds_the_values_of_its_slide_and_opens_as_a_workbook(
    plan: str, language: str
) -> None:
    """What "Edit data" opens, what is drawn before it is opened, and the slide: one set."""
    charts = [
        part
        for slide in material(plan, language).slides
        for part in (slide.native() if slide.native else ())
        if part.kind is not Kind.WORDS
    ]
    drawn = [
        shape.chart
        for page in opened(content(plan, language)).slides
        for shape in page.shapes
        if shape.has_chart
    ]
    for chart in drawn:
        book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        rows = list(book.worksheets[0].iter_rows(values_only=True))
        series = [one for plot in chart.plots for one in plot.series]
        categories = [str(name) for name in chart.plots[0].categories]
        assert [row[0] for row in rows[1:]] == categories
        for place, one in enumerate(series, start=1):
            assert rows[0][place] == one.name
            assert [row[place] for row in rows[1:]] == pytest.approx(list(one.values))
    values = sorted(
        round(value, 6)
        for chart in drawn
        for plot in chart.plots
        for one in plot.series
        for value in one.values
        if value is not None
    )
    told = sorted(
        round(value, 6)
        for part in charts
        for one in part.series
        for value in one.values
        if value is not None
    )
    assert values == told


def test_a_label_is_written_text_with_the_marks_of_its_language() -> None:
    for language, written in (("vi", "57,83"), ("en", "57.83")):
        told = [
            "".join(node.itertext())
            for _, chart in parts(content("first", language), r"charts/chart\d+\.xml$")
            for node in chart.iter(f"{C}dLbl")
        ]
        assert any(written in one for one in told)


# The order the schema wants; an office program offers to repair a file that has another.
ORDER = {
    "chartSpace": "date1904 lang roundedCorners chart spPr txPr externalData",
    "chart": "title autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs",
    "plotArea": "layout barChart lineChart catAx valAx spPr",
    "barChart": "barDir grouping varyColors ser gapWidth overlap axId",
    "lineChart": "grouping varyColors ser marker axId",
    "ser": "idx order tx spPr invertIfNegative marker dPt dLbls cat val smooth",
    "dPt": "idx invertIfNegative marker bubble3D spPr",
    "dLbls": "dLbl showLegendKey showVal showCatName showSerName showPercent showBubbleSize",
    "dLbl": "idx layout tx dLblPos showLegendKey showVal showCatName showSerName showPercent "
    "showBubbleSize",
    "marker": "symbol size spPr",
    "catAx": "axId scaling delete axPos numFmt majorTickMark minorTickMark tickLblPos spPr txPr "
    "crossAx crosses auto lblAlgn lblOffset tickLblSkip noMultiLvlLbl",
    "valAx": "axId scaling delete axPos majorGridlines numFmt majorTickMark minorTickMark "
    "tickLblPos spPr txPr crossAx crosses crossBetween majorUnit",
    "scaling": "orientation max min",
    "legend": "legendPos legendEntry overlay txPr",
    "title": "tx layout overlay",
}
POSITIONS = {"clustered": {"inBase"}, "stacked": {"ctr"}, "standard": {"l", "r"}}


@pytest.mark.parametrize(("plan", "language"), EVERY)
def test_every_chart_has_its_elements_in_the_order_of_the_schema(plan: str, language: str) -> None:
    for name, chart in parts(content(plan, language), r"charts/chart\d+\.xml$"):
        for node in chart.iter():
            tag = node.tag.removeprefix(C)
            children = [child.tag.removeprefix(C) for child in node]
            if tag in ORDER and children:
                places = [ORDER[tag].split().index(child) for child in children]
                assert places == sorted(places), (name, tag, children)
        for plot in (*chart.iter(f"{C}barChart"), *chart.iter(f"{C}lineChart")):
            grouping = plot.find(f"{C}grouping")
            assert grouping is not None
            where = {node.get("val") for node in plot.iter(f"{C}dLblPos")}
            assert where <= POSITIONS[grouping.get("val", "")], name


@pytest.mark.parametrize(("plan", "language"), EVERY)
def test_the_package_is_whole_and_every_id_its_own(plan: str, language: str) -> None:
    found = content(plan, language)
    with zipfile.ZipFile(io.BytesIO(found)) as archive:
        names = archive.namelist()
        assert len(set(names)) == len(names)
        assert not [one for one in names if "thumbnail" in one or "printer" in one]
    assert len(opened(found).slide_layouts) == 1
    for name, page in parts(found, r"slides/slide\d+\.xml$"):
        ids = [node.get("id") for node in page.iter(f"{P}cNvPr")]
        assert len(set(ids)) == len(ids), name
    ((_, presentation),) = parts(found, r"ppt/presentation\.xml$")
    masters = [node.tag.removeprefix(P) for node in presentation]
    assert masters[:3] == ["sldMasterIdLst", "notesMasterIdLst", "sldIdLst"]


@pytest.mark.parametrize(("plan", "language"), EVERY)
def test_no_letters_are_too_small_and_all_know_their_language(plan: str, language: str) -> None:
    code = {"vi": "vi-VN", "en": "en-GB"}[language]
    found = content(plan, language)
    pattern = r"ppt/(slides|charts|slideLayouts|slideMasters)/[a-zA-Z]+\d+\.xml$"
    for name, page in parts(found, pattern):
        for node in page.iter():
            if "sz" in node.attrib and node.tag in (f"{A}rPr", f"{A}defRPr", f"{A}endParaRPr"):
                least = LEAST if "/slides/" in name or "/charts/" in name else LEAST_FOOT
                assert int(node.attrib["sz"]) >= least, (name, ElementTree.tostring(node))
            if node.tag == f"{A}rPr":
                assert node.get("lang") == code, name
    for name, page in parts(found, r"notesSlides/notesSlide\d+\.xml$"):
        assert {node.get("lang") for node in page.iter(f"{A}rPr")} == {code}, name
    assert opened(found).core_properties.language == code


def test_letters_and_colours_are_the_theme_s_so_that_an_edited_slide_keeps_the_look() -> None:
    found = content("first", "vi")
    for _, theme in parts(found, r"theme/theme\d+\.xml$"):
        assert {node.get("typeface") for node in theme.iter(f"{A}latin")} == {"Arial"}
    for name, page in parts(found, r"ppt/(slides|charts)/[a-z]+\d+\.xml$"):
        named = {node.get("typeface") for node in page.iter(f"{A}latin")}
        assert named <= {"+mn-lt", "+mj-lt"}, name


@pytest.mark.parametrize(("plan", "language"), EVERY)
def test_every_chart_table_and_mark_says_what_it_shows(plan: str, language: str) -> None:
    for name, page in parts(content(plan, language), r"slides/slide\d+\.xml$"):
        frames = list(page.iter(f"{P}graphicFrame"))
        marks = [one for one in page.iter(f"{P}sp") if one.find(f".//{A}custGeom") is not None]
        for one in (*frames, *marks):
            described = one.find(f".//{P}cNvPr")
            assert described is not None
            assert described.get("descr"), (name, described.attrib)
        for table in page.iter(f"{A}tblPr"):
            assert table.get("firstRow") == "1"


def test_a_standing_is_a_shape_a_word_and_a_colour() -> None:
    found = material("first", "en")
    behind = [s.id for s in found.slides if s.standing is Standing.BEHIND][:1]
    one = replace(found, choice=Choice(tuple(behind)))
    ((_, page),) = parts(made(KINDS["slides.pptx"], one).content, r"slides/slide1\.xml$")
    word = standing_word(Standing.BEHIND, found.say).capitalize()
    coloured = [
        node
        for node in page.iter(f"{A}r")
        if "".join(node.itertext()) == word and node.find(f".//{A}srgbClr") is not None
    ]
    assert len(coloured) == 1
    assert len(list(page.iter(f"{A}custGeom"))) == 1


@pytest.mark.parametrize(("plan", "language"), EVERY)
def test_notes_hold_the_arithmetic_and_the_foot_what_it_rests_on(plan: str, language: str) -> None:
    found, file = material(plan, language), opened(content(plan, language))
    told = notes_of(file)
    for slide in found.slides:
        lines = [slide.basis, slide.sources, found.footer]
        for step in slide.arithmetic() if slide.arithmetic else ():
            lines += [step.title, *step.lines]
        assert any(slide.title in one and all(line in one for line in lines) for one in told)
    for name, page in parts(content(plan, language), r"slides/slide\d+\.xml$"):
        text = "".join(page.itertext())
        assert found.deck.plan in text, name
        assert found.deck.target_set in text, name
        assert found.deck.figures in text, name


def test_the_arithmetic_of_a_target_is_that_of_its_page() -> None:
    found = material("first", "en")
    slides = [slide for slide in found.slides if slide.id.endswith("grdp_per_capita")]
    (told,) = notes_of(file_of(replace(found, choice=Choice((slides[0].id,)))))
    assert "(70.95 ÷ 57.83)" in told
    assert "How this was computed" in told


def test_a_set_without_targets_gives_one_slide_that_says_so() -> None:
    empty = [
        one
        for one in material("first", "en").plan.target_sets
        if not material("first", "en", one).card.rows
    ]
    for target_set in empty:
        file = file_of(material("first", "en", target_set))
        assert titles(file) == ["This target set has no targets."]
    without = replace(material("second", "vi"), figures=())
    assert titles(file_of(replace(without, plan=replace(without.plan, targets={}))))


def test_a_plan_with_no_figure_after_the_baseline_is_told_truthfully() -> None:
    found = material("second", "en")
    early = replace(
        found, figures=tuple(one for one in found.figures if one.period.last_year <= 2018)
    )
    assert not any(row.standing is Standing.ON_TRACK for row in early.card.rows)
    assert once(titles(file_of(early))) == once([slide.title for slide in early.slides])


def test_a_file_says_who_made_it_and_names_no_person() -> None:
    seeds = load(SEEDS["second"])
    moment = datetime.fromisoformat("2026-01-02T03:04:05")
    digest, kind = seeds.plan.digest, RevisionKind.RECORD
    revision = Revision(7, kind, moment, "Ana", "", digest, "0.1.0", None, 1, None, None)
    held = file_of(replace(material("second", "en"), plan=seeds.plan, made=revision))
    properties = held.core_properties
    assert properties.author.startswith("Plantrack")
    assert "Ana" not in (properties.author, properties.last_modified_by)
    assert (properties.created, properties.modified) == (moment, moment)
    assert material("second", "en").deck.plan in properties.title


# ------------------------------------------------------------------------------------- attacks
HOSTILE = (
    "=1+1",
    "@sum <b>&amp;</b> \x07 \ud800 ]]>",
    "-cmd|' /C calc'!A0 " + "rất dài và không có điểm dừng " * 12,
    "+84" + "x" * 200,
)


def hostile(found: Material) -> Material:
    """The same plan with names nobody should give."""
    names = {
        key: replace(one, name=Text(HOSTILE[at % 4], HOSTILE[at % 4]))
        for at, (key, one) in enumerate(found.plan.indicators.items())
    }
    note = '=HYPERLINK("x") & <i> ' + "ghi chú dài " * 24
    plan = replace(found.plan, indicators=names)
    usual = replace(found, plan=plan)
    notes = {slide.id: note[:300] for slide in usual.deck.slides}
    return replace(usual, choice=Choice(usual.deck.usual.slides, notes))


@cache
def attacked(plan: str) -> bytes:
    return made(KINDS["slides.pptx"], hostile(material(plan, "vi"))).content


@pytest.mark.parametrize("plan", SEEDS)
def test_hostile_names_stay_words_and_break_nothing(plan: str) -> None:
    file = opened(attacked(plan))
    assert len(file.slides) > 5
    for page in file.slides:
        for shape in page.shapes:
            if shape.has_chart:
                book = shape.chart.part.chart_workbook.xlsx_part.blob
                cells = openpyxl.load_workbook(io.BytesIO(book)).worksheets[0].iter_rows()
                assert not [one for row in cells for one in row if one.data_type == "f"]


@pytest.mark.parametrize("plan", SEEDS)
def test_nothing_leaves_the_page_however_long_the_words_are(plan: str) -> None:
    for page in opened(attacked(plan)).slides:
        for shape in page.shapes:
            assert shape.top >= 0
            assert shape.top + shape.height <= 6858000, (shape.name, shape.top, shape.height)
            assert shape.left + shape.width <= 12192000, shape.name


def test_forty_targets_take_as_many_pages_as_they_need() -> None:
    found = material("second", "en")
    first = next(one for one in found.plan.targets.values() if one.id == "poverty_2029")
    many = {f"many_{at}": replace(first, id=f"many_{at}") for at in range(40)}
    file = file_of(replace(found, plan=replace(found.plan, targets=many)))
    told = " ".join("".join(p.itertext()) for _, p in parts(packed(file), r"slides/slide\d+\.xml$"))
    assert told.count("Poverty rate") >= 80


def packed(file: File) -> bytes:
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


# ------------------------------------------------------------------------ another office program
def words_of(slide: Slide) -> list[str]:
    """Words no page may lose: the finding, and the names in its chart or table."""
    charts = slide.native() if slide.native else ()
    names = [cell for one in charts for row in one.before for cell in row.values()]
    return [slide.title, *names]


@pytest.mark.parametrize(("plan", "language"), EVERY if LONG else EVERY[:1])
def test_another_office_program_opens_every_page_and_loses_no_word(
    plan: str, language: str, tmp_path: Path
) -> None:
    path = tmp_path / "slides.pptx"
    path.write_bytes(content(plan, language))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, path],
        check=True,
        capture_output=True,
        timeout=180,
    )
    told = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "slides.pdf", "-"],
        check=True,
        capture_output=True,
        timeout=60,
    ).stdout.decode()
    pages = told.split("\f")[:-1]
    file = opened(content(plan, language))
    assert len(pages) == len(file.slides)
    for title, page in zip(titles(file), pages, strict=True):
        assert "".join(title.split()) in "".join(page.split())
    everything = "".join(told.split())
    for slide in material(plan, language).slides:
        for text in words_of(slide):
            assert all(word in everything for word in text.split()), (slide.id, text)


def test_how_settled_a_figure_is_stands_in_its_marker() -> None:
    found = material("second", "en")
    path = next(slide for slide in found.slides if slide.id == "target-poverty_2029")
    ((_, chart),) = parts(
        made(KINDS["slides.pptx"], replace(found, choice=Choice((path.id,)))).content,
        r"charts/chart1\.xml$",
    )
    assert path.native is not None
    settled = path.native()[0].series[0].statuses
    points = chart.findall(f".//{C}dPt")
    assert [node.get("val") for p in points for node in p.findall(f"{C}idx")] == [
        str(at) for at in sorted(settled)
    ]
    white = f"{C}marker/{C}spPr/{A}solidFill/{A}schemeClr[@val='bg1']"
    hollow = [
        at for at, p in zip(sorted(settled), points, strict=True) if p.find(white) is not None
    ]
    assert hollow == [at for at in sorted(settled) if settled[at] is Status.ESTIMATE]
