"""The workbook holds everything, can be given back as it is, and says nothing but the truth."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from functools import cache
from itertools import product
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest

from plantrack import words
from plantrack.exports.material import Material
from plantrack.intake.findings import Severity
from plantrack.model import LANGUAGES, Figure, Period, Qualifier, Status, Use
from plantrack.review import Change, review
from plantrack.scorecard.telling import takeaway
from plantrack.update.decisions import Decisions, File
from plantrack.worker import Worker
from plantrack.worker.reading import read_file as read_in_a_child
from tests.exports.materials import SEEDS
from tests.exports.workbooks import (
    HOSTILE,
    changed,
    loaded,
    material,
    opened,
    read_back,
    renamed,
    workbook,
)
from tests.stewardship.statements import OUTPUT, output_note

EVERY = pytest.mark.parametrize(("plan", "language"), list(product(SEEDS, LANGUAGES)))


@cache
def usual(plan: str, language: str) -> bytes:
    return workbook(material(plan, language))


@cache
def to_look_at(data: bytes) -> openpyxl.Workbook:
    return opened(data)


@cache
def cells(data: bytes, name: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in to_look_at(data)[name].iter_rows(values_only=True)]


def in_template_form(of: Material) -> list[Figure]:
    """What an update can take whole, told in the words of the model."""
    return [
        one
        for one in of.figures
        if one.geography == of.plan.geography
        and one.period.year is not None
        and one.use is Use.FIGURE
        and one.status is not Status.PROJECTION
        and one.qualifier is Qualifier.EXACT
    ]


# --- Giving it back


@EVERY
def test_given_back_as_it_is_nothing_changes(plan: str, language: str) -> None:
    of = material(plan, language)
    file = File("workbook.xlsx", usual(plan, language))
    reading = read_in_a_child(Worker(), file, of.plan, of.figures, Decisions())
    counted = Counter(finding.code for finding in reading.findings)
    assert counted.pop("unchanged") == len(in_template_form(of)) > 80
    assert counted == {"sheets_left_out": 1, "nothing_to_record": 1}
    assert (reading.rows, reading.questions) == ((), ())
    assert not review(of.plan, of.figures, [row.figure for row in reading.rows]).figures


@EVERY
def test_one_changed_cell_is_the_one_change(plan: str, language: str) -> None:
    of = material(plan, language)
    say = words.of(language)
    series = {"first": "grdp_per_capita_nso", "second": "output_per_person_bureau"}[plan]
    stands = max(
        (one for one in in_template_form(of) if one.series == series), key=lambda one: one.period
    )
    asked = stands.value + 1
    indicator = of.plan.indicators[of.plan.series[series].indicator]

    def correct(book: openpyxl.Workbook) -> None:
        (cell,) = (
            row[3]
            for row in book[say("Figures")].iter_rows()
            if row[0].value == say.text(indicator.name)
            and row[2].value == stands.period.year
            and row[3].value == float(stands.value)
        )
        cell.value = float(asked)

    reading = read_back(changed(usual(plan, language), correct), of)
    (row,) = reading.rows
    assert (row.figure.series, row.figure.period, row.figure.value) == (
        series,
        stands.period,
        asked,
    )
    told = review(of.plan, of.figures, [row.figure])
    assert [change.kind for change in told.figures] == [Change.CHANGED]
    blocked = [one for one in reading.findings if one.severity is Severity.BLOCKS]
    assert not blocked


def test_what_is_changed_on_another_sheet_is_not_read() -> None:
    of = material()

    def change(book: openpyxl.Workbook) -> None:
        for name in book.sheetnames:
            if name != "Figures":
                book[name]["C6"] = 99

    reading = read_back(changed(workbook(of), change), of)
    assert not reading.rows
    (finding,) = [one for one in reading.findings if one.code == "sheets_left_out"]
    assert finding.values["sheets"] == tuple(
        name for name in opened(workbook(of)).sheetnames if name != "Figures"
    )


def test_a_workbook_without_its_figures_has_nothing_to_read() -> None:
    of = material()
    data = changed(workbook(of), lambda book: book.remove(book["Figures"]))
    codes = {one.code for one in read_back(data, of).findings}
    assert codes == {"header_missing", "sheets_left_out"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_beyond_what_a_spreadsheet_keeps_come_back_whole(language: str) -> None:
    long = ("1234567890123456.12345678", "-0.00000001", "999999999999999.9", "0.1")
    found = loaded("second").figures
    free = [one for one in found if one.series == "inhabitants_bureau"][: len(long)]
    taken = {
        one.key: replace(one, value=Decimal(value)) for one, value in zip(free, long, strict=True)
    }
    of = material(language=language, figures=tuple(taken.get(one.key, one) for one in found))
    data = workbook(of)
    limits = {
        one.code for one in read_back(data, of).findings if one.severity is not Severity.NOTES
    }
    assert limits <= {"nothing_to_record", "below_floor"}
    assert not read_back(data, of).rows
    values = [row[3] for row in cells(data, words.of(language)("Figures"))[1:]]
    assert long[0].replace(".", {"vi": ",", "en": "."}[language]) in values
    assert 0.1 in values


# --- What is in it


@EVERY
def test_every_figure_stands_with_its_origin(plan: str, language: str) -> None:
    of, say = material(plan, language), words.of(language)
    header, *rows = cells(usual(plan, language), say("Figures with origins"))[3:]
    place = {name: header.index(say(name)) for name in ("Value", "Series", "First day", "Origin")}

    def read(row: tuple[Any, ...]) -> tuple[object, ...]:
        value = str(row[place["Value"]]).replace(",", ".")
        return (row[place["Series"]], row[place["First day"]].date(), Decimal(value))

    stands = Counter((one.series, one.period.start, one.value) for one in of.figures)
    assert Counter(map(read, rows)) == stands
    assert all(row[place["Origin"]] for row in rows)
    said = Counter(row[-1] == say("yes") for row in rows)
    assert said[True] == len(in_template_form(of))


def test_why_an_update_cannot_take_a_figure_is_said_of_each() -> None:
    found = loaded("second").figures
    one = next(
        f for f in found if f.series == "output_per_person_bureau" and f.geography == "dolina"
    )
    others = {
        "of another place": replace(one, geography="basin_north"),
        "not of one calendar year": replace(one, period=Period.of_years(1990, 1991)),
        "a projection": replace(one, status=Status.PROJECTION),
        "not used for a standing": replace(one, use=Use.CONTEXT),
        "a word of its publication": replace(one, qualifier=Qualifier.ABOUT),
        "yes": replace(one, period=Period.of_year(1992)),
    }
    places = {**loaded("second").plan.geographies}
    places["basin_north"] = replace(places["dolina"], id="basin_north")
    plan = replace(loaded("second").plan, geographies=places)
    for why, figure in others.items():
        of = replace(material(), plan=plan, figures=(figure,))
        book = workbook(of)
        assert str(cells(book, "Figures with origins")[4][-1]).removeprefix("no: ").startswith(why)
        assert len(cells(book, "Figures")) == (2 if why == "yes" else 1)
        if why != "yes":
            told = [str(row[1]) for row in cells(book, "Read me")]
            assert any(why in text and text.startswith("1 figure stands") for text in told)


@EVERY
def test_the_scorecard_is_the_overview_in_numbers(plan: str, language: str) -> None:
    of, say = material(plan, language), words.of(language)
    header, *rows = cells(usual(plan, language), say("Scorecard"))[3:]
    told = [dict(zip(header, row, strict=True)) for row in rows]
    assert [one[say("Finding")] for one in told] == [takeaway(row, say) for row in of.card.ordered]
    for one, row in zip(told, of.card.ordered, strict=True):
        verdict = row.assessment
        if verdict.due is not None and verdict.due.years is not None:
            years = one[say("Years ahead (+) or behind (−) the path")]
            assert years == pytest.approx(verdict.due.years)
        if verdict.observed is not None:
            assert isinstance(one[say("Observed a year")], int | float)


def test_who_answers_for_a_target_stands_beside_it() -> None:
    of = material(stewards={OUTPUT: output_note()})
    header, *rows = cells(workbook(of), "Scorecard")[3:]
    told = [dict(zip(header, row, strict=True)) for row in rows]
    (one,) = [row for row in told if row["Answering department"]]
    assert one["Answering department"] == "Department of Works"
    assert one["Due on"] == datetime.fromisoformat("2026-06-30")
    assert "Answering department" not in cells(usual("second", "en"), "Scorecard")[3]


# --- How it is set up


@EVERY
def test_sheets_are_set_up_to_be_read_and_printed(plan: str, language: str) -> None:
    of, say = material(plan, language), words.of(language)
    book = to_look_at(usual(plan, language))
    assert book.properties.created == of.made.made_at  # type: ignore[union-attr]
    assert book.properties.title == say.text(of.plan.name)
    for sheet in book.worksheets:
        assert len(sheet.title) <= 31
        assert sheet.page_setup.orientation == "landscape"
        footer = str(sheet.oddFooter.left.text)
        assert f"{say.text(of.plan.name)} · " in footer
        assert " 7," in footer  # the revision
        if sheet.title in map(say, ("Read me", "Charts", "What is missing")):
            continue
        assert sheet.freeze_panes is not None
        assert sheet.auto_filter.ref is not None
        assert sheet.print_title_rows is not None
    formats = {row[3].number_format for row in book[say("Figures")].iter_rows(min_row=2)}
    assert len(formats) > 1
    assert not any("%" in one for one in formats)


@EVERY
def test_each_path_has_a_chart_with_its_takeaway_and_a_text_alternative(
    plan: str, language: str
) -> None:
    of, say = material(plan, language), words.of(language)
    package = zipfile.ZipFile(io.BytesIO(usual(plan, language)))
    charts = [name for name in package.namelist() if name.startswith("xl/charts/chart")]
    titles = {_title(package.read(name)) for name in charts}
    takeaways = {takeaway(row, say) for row in of.card.rows}
    assert len(titles & takeaways) == len(charts) - 1  # and the distances of all
    drawing = ElementTree.fromstring(package.read("xl/drawings/drawing1.xml"))  # noqa: S314
    told = [one.get("descr", "") for one in drawing.iter() if one.tag.endswith("}cNvPr")]
    assert len(told) == len(charts)
    assert all(any(text.startswith(title) for title in titles) for text in told)


def _title(chart: bytes) -> str:
    found = re.search(rb"<c:title><c:tx><c:strRef>.*?<c:v>(.*?)</c:v>", chart)
    assert found is not None
    return found[1].decode()


# --- Whatever the plan holds


def _texts_of(package: zipfile.ZipFile) -> Iterator[tuple[str, ElementTree.Element]]:
    for name in package.namelist():
        if name.endswith((".xml", ".rels")):
            yield name, ElementTree.fromstring(package.read(name))  # noqa: S314


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_formula_or_breaks_the_file(text: str) -> None:
    of = renamed(material(), text)
    data = workbook(of)
    package = zipfile.ZipFile(io.BytesIO(data))
    formulas = {
        name: [one.text or "" for one in root.iter() if one.tag.endswith("}f")]
        for name, root in _texts_of(package)
        if name.startswith("xl/worksheets/")
    }
    computing = [name for name, found in formulas.items() if found]
    assert len(computing) == 1  # the sheet of the calculation
    assert all(re.match(r"(IF\(|COUNTIF\(|\(?\$?[A-Z]+\d)", one) for one in formulas[computing[0]])
    book = opened(data)
    written = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    kept = text.replace("\x07", " ").replace("\t", " ")
    assert any(isinstance(one, str) and kept.strip() in one for one in written)
    assert "vbaProject.bin" not in str(package.namelist())
    codes = {finding.code for finding in read_back(data, of).findings}
    assert codes == {"unchanged", "sheets_left_out", "nothing_to_record"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_target_set_without_targets_and_a_plan_without_figures_give_a_true_file(
    language: str,
) -> None:
    plan = loaded("second").plan
    bare = replace(plan, targets={}, milestones=())
    for of in (
        replace(material(language=language), plan=bare),
        material(language=language, figures=()),
        replace(material(language=language), plan=bare, figures=(), made=None),
    ):
        data = workbook(of)
        say = words.of(language)
        rows = cells(data, say("Scorecard"))[4:]
        assert len(rows) == len(of.card.rows)
        assert len(cells(data, say("Figures"))) == 1 + len(in_template_form(of))
        assert not read_back(data, of).rows


def test_figures_up_to_the_baseline_only_leave_paces_unassessed_and_the_file_true() -> None:
    plan = loaded("second").plan
    first = min(target.baseline_year for target in plan.targets.values())
    figures = tuple(one for one in loaded("second").figures if one.period.last_year <= first)
    data = workbook(material(figures=figures))
    header, *rows = cells(data, "Scorecard")[3:]
    standings = {row[header.index("Standing")] for row in rows}
    assert standings == {"Cannot be assessed yet", "Rank not met yet"}  # a place needs one year


def test_forty_targets_have_forty_rows() -> None:
    plan = loaded("second").plan
    one = plan.targets["output_per_person_2029"]
    targets = {f"t{n}": replace(one, id=f"t{n}", low=Decimal(20 + n)) for n in range(40)}
    of = replace(material(), plan=replace(plan, targets=targets, milestones=()))
    data = workbook(of)
    assert len(cells(data, "Scorecard")) == 44
    charts = [n for n in zipfile.ZipFile(io.BytesIO(data)).namelist() if "charts/chart" in n]
    assert len(charts) == 41
