"""The template reads back as it was written, in both languages and formats."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest

from plantrack import words
from plantrack.intake.columns import FICTITIOUS
from plantrack.intake.findings import Verdict
from plantrack.intake.template import FileKind, write_example, write_template
from plantrack.model import LANGUAGES, Direction, Figure, Status
from tests.intake.reading import PLAN, read
from tests.intake.small_plan import CURRENT, figure

BOTH = pytest.mark.parametrize("language", LANGUAGES)
KINDS = pytest.mark.parametrize("kind", list(FileKind))
MARKS = {"vi": ",", "en": "."}
DELIMITERS = {"vi": ";", "en": ","}
# Within what each series has done before, in the order of the template.
VALUES = ("70.5", "97.6", "20.00", "32.50", "47.50", "808")
ROWS = ("per_capita", "literacy", "farming", "industry", "services", "population")


def template(language: str, kind: FileKind) -> bytes:
    return write_template(PLAN, CURRENT, words.of(language), kind)


def table(data: bytes, language: str) -> list[list[str]]:
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    return list(csv.reader(text, delimiter=DELIMITERS[language]))


def filled(data: bytes, kind: FileKind, language: str) -> bytes:
    """Fill in the values as an official would."""
    if kind is FileKind.XLSX:
        book = openpyxl.load_workbook(io.BytesIO(data))
        for row, value in enumerate(VALUES, start=2):
            book.worksheets[0].cell(row, 4, float(value))
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()
    header, *lines = table(data, language)
    for line, value in zip(lines, VALUES, strict=True):
        line[3] = value.replace(".", MARKS[language])
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=DELIMITERS[language]).writerows([header, *lines])
    return text.getvalue().encode("utf-8-sig")


@BOTH
@KINDS
def test_filled_template_reads_back_without_findings(language: str, kind: FileKind) -> None:
    reading = read(filled(template(language, kind), kind, language), f"a.{kind}")
    assert [str(finding) for finding in reading.findings] == []
    assert reading.verdict is Verdict.ACCEPTED
    assert [row.figure.series for row in reading.rows] == [f"{one}_office" for one in ROWS]
    assert [row.figure.value for row in reading.rows] == [Decimal(value) for value in VALUES]
    assert {row.figure.period.year for row in reading.rows} == {2026}


@BOTH
@KINDS
def test_template_as_downloaded_has_nothing_to_record(language: str, kind: FileKind) -> None:
    reading = read(template(language, kind), f"a.{kind}")
    assert {finding.code for finding in reading.findings} == {"value_missing", "nothing_to_record"}
    assert reading.verdict is Verdict.REFUSED


def test_template_opens_in_a_vietnamese_spreadsheet() -> None:
    data = template("vi", FileKind.CSV)
    assert data.startswith(b"\xef\xbb\xbf")
    assert table(data, "vi")[:2] == [
        ["Chỉ tiêu", "Chuỗi số liệu", "Năm", "Giá trị", "Đơn vị", "Tình trạng số liệu", "Ghi chú"],
        ["GRDP bình quân đầu người", "Cục Thống kê", "2026", "", "triệu đồng", "", ""],
    ]


def test_computed_targets_are_filled_in_by_what_they_come_from() -> None:
    names = [row[0] for row in table(template("en", FileKind.CSV), "en")[1:]]
    assert "GRDP size" not in names
    assert "Average population" in names


def test_any_indicators_and_year_can_be_asked_for() -> None:
    say = words.of("en")
    data = write_template(
        PLAN, CURRENT, say, FileKind.CSV, indicators=("literacy", "schools"), year=2023
    )
    assert [row[:3] for row in table(data, "en")[1:]] == [
        ["Literacy rate", "Statistics Office", "2023"]
    ]
    data = write_template(
        PLAN, CURRENT, say, FileKind.CSV, indicators=("per_capita",), series_choice="reports"
    )
    assert [row[:3] for row in table(data, "en")[1:]] == [
        ["GRDP per capita", "Provincial reports", "2021"]
    ]


@BOTH
def test_workbook_helps_to_fill_it_in(language: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template(language, FileKind.XLSX)))
    sheet, guide = book.worksheets
    assert sheet.title == {"vi": "Biểu mẫu", "en": "Template"}[language]
    assert sheet.freeze_panes == "B2"
    assert [sheet.cell(row, 4).number_format for row in (2, 3)] == ["#,##0.00", "#,##0.0"]
    (validation,) = sheet.data_validations.dataValidation
    statuses = {"vi": "chính thức,sơ bộ,ước tính", "en": "official,preliminary,estimate"}
    assert (str(validation.sqref), validation.formula1) == ("F2:F7", f'"{statuses[language]}"')
    texts = [cell.value for row in guide.iter_rows() for cell in row if cell.value]
    assert "Cách điền biểu mẫu" in texts
    assert "How to fill in the template" in texts


@BOTH
@KINDS
def test_same_template_is_the_same_bytes(language: str, kind: FileKind) -> None:
    assert template(language, kind) == template(language, kind)


@BOTH
@KINDS
def test_example_is_accepted_and_says_that_it_is_fictitious(language: str, kind: FileKind) -> None:
    data = write_example(PLAN, CURRENT, words.of(language), kind)
    reading = read(data, f"a.{kind}")
    assert [finding.code for finding in reading.findings] == ["fictitious"]
    assert reading.verdict is Verdict.ACCEPTED
    assert [row.figure.series for row in reading.rows] == [f"{one}_office" for one in ROWS]
    assert {row.figure.status for row in reading.rows} == {Status.ESTIMATE}
    assert {row.figure.note.vi for row in reading.rows} == {FICTITIOUS}
    shares = [row.figure.value for row in reading.rows if row.share_set is not None]
    assert len(shares) == 3
    assert sum(shares) == 100


def test_example_moves_a_value_the_way_its_target_asks() -> None:
    assert invented_values(write_example(PLAN, CURRENT, words.of("en"), FileKind.CSV))[
        "literacy_office"
    ] > Decimal("97.5")
    falling = replace(PLAN.targets["literacy_2030"], direction=Direction.LESS)
    plan = replace(PLAN, targets={**PLAN.targets, "literacy_2030": falling})
    data = write_example(plan, CURRENT, words.of("en"), FileKind.CSV)
    assert invented_values(data)["literacy_office"] < Decimal("97.5")


def test_example_leaves_out_what_it_has_no_figure_to_start_from() -> None:
    current = [one for one in CURRENT if one.series not in ("literacy_office", "services_office")]
    data = write_example(PLAN, current, words.of("en"), FileKind.CSV)
    assert set(invented_values(data)) == {"per_capita_office", "population_office"}


def test_example_stays_within_the_natural_limits() -> None:
    current = (*CURRENT, figure("literacy_office", 2026, "99.9"))
    data = write_example(PLAN, current, words.of("en"), FileKind.CSV, year=2028)
    assert invented_values(data, current)["literacy_office"] == 100


def test_name_two_indicators_share_is_written_as_its_id() -> None:
    twin = replace(PLAN.indicators["clinics"], name=PLAN.indicators["literacy"].name)
    plan = replace(PLAN, indicators={**PLAN.indicators, "clinics": twin})
    data = write_template(plan, CURRENT, words.of("en"), FileKind.CSV, indicators=("literacy",))
    assert table(data, "en")[1][0] == "literacy"


def invented_values(data: bytes, current: Sequence[Figure] = CURRENT) -> Mapping[str, Decimal]:
    reading = read(data, current=current)
    return {row.figure.series: row.figure.value for row in reading.rows}
