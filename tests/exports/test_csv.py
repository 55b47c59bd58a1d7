"""Every CSV file that leaves keeps its letters in an office program, and runs nothing."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest

from plantrack import words
from plantrack.exports.files import KINDS, made
from plantrack.exports.material import Material
from plantrack.intake.template import FileKind, write_example, write_template
from plantrack.model import LANGUAGES
from tests.exports.materials import SEEDS
from tests.exports.workbooks import HOSTILE, material, renamed

BY_KIND = [kind for kind in KINDS.values() if kind.extension == "csv"]
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")
NUMBER = re.compile(r"-[0-9]+([.,][0-9]+)?(e-?[0-9]+)?")


def files(of: Material) -> dict[str, bytes]:
    say = words.of(of.language)
    return {
        **{kind.key: made(kind, of).content for kind in BY_KIND},
        "template": write_template(of.plan, of.figures, say, FileKind.CSV),
        "example": write_example(of.plan, of.figures, say, FileKind.CSV),
    }


def rows(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    lines = io.StringIO(text, newline="")
    delimiter = max(";,", key=text.partition("\n")[0].count)
    return list(csv.reader(lines, delimiter=delimiter))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("plan", SEEDS)
def test_every_row_has_every_column(plan: str, language: str) -> None:
    for name, data in files(material(plan, language)).items():
        table = rows(data)[name == "example" :]  # whose first line says what it is
        assert len(table) > 1, name
        assert len({len(row) for row in table}) == 1, name


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_runs_as_a_formula_and_a_negative_number_stays_one(text: str) -> None:
    for name, data in files(renamed(material(), text)).items():
        for row in rows(data):
            running = [cell for cell in row if cell.startswith(RUNS)]
            assert all(NUMBER.fullmatch(cell) for cell in running), (name, running)


def test_a_target_set_without_targets_says_at_least_which_it_is() -> None:
    of = material()
    bare = replace(of, plan=replace(of.plan, targets={}, milestones=()))
    header, row = rows(made(KINDS["calculation.csv"], bare).content)
    assert dict(zip(header, row, strict=True))["target_set_id"] == of.target_set
