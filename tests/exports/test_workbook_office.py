"""What an office program makes of the workbook: it computes the same, and saves what it was given.

One run of LibreOffice computes every formula anew; the results the program wrote beside them are
taken out first, so that none can pass for one of its own.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from plantrack import words
from plantrack.exports.material import Material
from plantrack.exports.workbook.book import Book
from plantrack.exports.workbook.calculation import write_calculation
from plantrack.exports.workbook.charts import write_charts
from plantrack.exports.workbook.missing import write_missing
from plantrack.exports.workbook.scorecard import write_scorecard
from plantrack.model import LANGUAGES
from plantrack.scorecard.telling import takeaway
from tests.exports.materials import SEEDS
from tests.exports.workbooks import (
    changed,
    material,
    opened,
    read_back,
    saved_by_office,
    workbook,
)
from tests.scorecard.cases import CASES

Sheet = list[tuple[Any, ...]]
PLANS = [(plan, language) for plan in SEEDS for language in LANGUAGES]


def every_kind(language: str) -> Material:
    """A scorecard with a row of every form, measure, standing and reason."""
    of = material("second", language)
    of.__dict__["card"] = replace(of.card, rows=tuple(CASES.values()))
    return of


def of_every_kind(language: str) -> bytes:
    book = Book(every_kind(language))
    for write in (write_scorecard, write_charts, write_missing, write_calculation):
        write(book)
    return book.closed()


def uncomputed(data: bytes) -> bytes:
    """Return a workbook without the results of its formulas."""
    return changed(data, lambda _: None)


def with_a_wrong_level(data: bytes) -> bytes:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["Calculation"]
        row = next(r for r in range(10, 40) if sheet.cell(r, 1).value == "Output per person")
        sheet.cell(row, 7).value += 1

    return changed(data, change)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    files = {
        f"{plan}_{language}": uncomputed(workbook(material(plan, language)))
        for plan, language in PLANS
    }
    files |= {f"kinds_{language}": uncomputed(of_every_kind(language)) for language in LANGUAGES}
    files["wrong"] = with_a_wrong_level(workbook(material("second", "en")))
    return saved_by_office(files, tmp_path_factory.mktemp("office"), "xlsx")


def calculation(data: bytes, language: str) -> Sheet:
    name = words.of(language)("Calculation")
    return [tuple(row) for row in opened(data, results=True)[name].iter_rows(values_only=True)]


def compared(rows: Sheet) -> list[tuple[Any, Any, Any]]:
    """Return formula, program and agreement of every check that is there."""
    head = next(n for n, row in enumerate(rows) if row[8] is not None and n > 4)
    checks = (
        (row[at], row[at + 1], row[at + 2]) for row in rows[head + 1 :] for at in range(9, 27, 3)
    )
    return [check for check in checks if check != (None, None, None)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*SEEDS, "kinds"])
def test_formulas_computed_anew_give_what_the_program_found(
    saved: Mapping[str, bytes], name: str, language: str
) -> None:
    rows = calculation(saved[f"{name}_{language}"], language)
    checks = compared(rows)
    assert len(checks) > 20
    for formula, program, told in checks:
        assert told == words.of(language)("agrees"), (formula, program)
        if isinstance(program, str):
            assert formula == program
        else:
            assert formula == pytest.approx(program, rel=1e-9, abs=1e-9)
    summary = next(row for row in rows if row[0] == words.of(language)("Formulas that agree"))
    assert (summary[1], summary[3]) == (len(checks), 0)


def test_a_level_changed_by_hand_is_told_where_it_no_longer_agrees(
    saved: Mapping[str, bytes],
) -> None:
    told = [check[2] for check in compared(calculation(saved["wrong"], "en"))]
    assert 3 <= told.count("differs") <= 6  # its gap, paces and ratio, perhaps its standing
    assert told.count("agrees") == len(told) - told.count("differs")


@pytest.mark.parametrize(("plan", "language"), PLANS)
def test_saved_by_an_office_program_it_still_changes_nothing(
    saved: Mapping[str, bytes], plan: str, language: str
) -> None:
    reading = read_back(saved[f"{plan}_{language}"], material(plan, language))
    assert not reading.rows
    codes = {finding.code for finding in reading.findings}
    assert codes == {"unchanged", "sheets_left_out", "nothing_to_record"}


def test_it_prints_with_its_charts_and_footers(tmp_path: Path) -> None:
    data = workbook(material("second", "vi"))
    (printed,) = saved_by_office({"book": data}, tmp_path, "pdf").values()
    (tmp_path / "book.pdf").write_bytes(printed)
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "book.pdf"), "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    pages = ["".join(page.split()) for page in text.split("\f")[:-1]]
    assert all("phiênbản7,02/01/2026" in page for page in pages)
    sentence = takeaway(material("second", "vi").card.ordered[0], words.of("vi"))
    assert sum("".join(sentence.split()) in page for page in pages) >= 2  # scorecard and chart
    assert "#" * 3 not in text  # no column too narrow for its numbers
    for wrong in ("#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "Err:5"):
        assert wrong not in text
