"""The numbers of the method page hold, and the glossary says what the pages say."""

from __future__ import annotations

import csv
import math
import re

import pytest

from plantrack import words
from plantrack.words import terms
from plantrack.words.catalogues import CATALOGUES
from tests.documents import ROOT, rows, section, text


def test_every_worked_example_of_the_method_is_one_the_tests_compute() -> None:
    with (ROOT / "tests/worked_examples.csv").open(encoding="utf-8-sig", newline="") as file:
        computed = {row["sentence_en"] for row in csv.DictReader(file)}
    quoted = re.findall(r"^\s*> (.+)$", text("docs/method.md"), re.MULTILINE)
    assert len(quoted) > 50
    assert [sentence for sentence in quoted if sentence not in computed] == []


_EQUATION = re.compile(r"((?:ln)?[(\d][\d. ()×÷+−^²ln]*) = (−?\d[\d.]*\d|\d)( %)?")


def equations() -> list[tuple[str, str, bool]]:
    """Each "150 ÷ 57.83 = 2.5938" of the method, and whether the result is in percent."""
    document = text("docs/method.md")
    return [(left, right, bool(unit)) for left, right, unit in _EQUATION.findall(document)]


@pytest.mark.parametrize(("left", "right", "percent"), equations(), ids=lambda part: str(part))
def test_the_arithmetic_of_the_method_is_right(left: str, right: str, percent: bool) -> None:
    written = left
    for sign, operator in (("×", "*"), ("÷", "/"), ("−", "-"), ("²", "**2"), ("^", "**")):
        written = written.replace(sign, operator)
    value = eval(written, {"__builtins__": {}}, {"ln": math.log})  # noqa: S307  # digits and signs
    result = right.replace("−", "-")
    half_unit = 0.5 * 10 ** -len(result.partition(".")[2])
    assert value * (100 if percent else 1) == pytest.approx(float(result), abs=half_unit * 1.001)


def test_the_method_has_arithmetic_to_check() -> None:
    assert len(equations()) >= 15


def test_the_glossary_translates_the_words_of_the_seeds_as_the_pages_do() -> None:
    document = text("docs/glossary.md")
    told = dict(re.findall(r"^\| `(\w+)` \| (.+ \| .+) \|$", document, re.MULTILINE))
    tables = (
        terms.STANDINGS, terms.STATUSES, terms.QUALIFIERS, terms.USES, terms.MEASURES,
        terms.PRICE_BASES, terms.DIRECTIONS, terms.FORMS, terms.REVISION_KINDS,
    )  # fmt: skip
    vietnamese = words.of("vi")
    expected = {
        one.value: f"{english} | {vietnamese(english)}"
        for table in tables
        for one, english in table.items()
    }
    assert {key: told.get(key) for key in expected} == expected


def test_each_term_of_the_glossary_is_said_on_the_pages() -> None:
    catalogues = "\n".join(file.read_text("utf-8") for file in CATALOGUES.glob("*.po")).lower()
    listed = rows(section(text("docs/glossary.md"), "## Terms"))
    assert len(listed) > 20
    assert [row[:2] for row in listed if row[1].lower() not in catalogues] == []
