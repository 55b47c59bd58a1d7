"""The yearly template of a plan, empty or as an example of a later year with invented values."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from plantrack.intake.columns import (
    DECIMAL_MARKS,
    DELIMITERS,
    FICTITIOUS,
    FORMULA_STARTS,
    HEADERS,
    Column,
)
from plantrack.intake.example import invented
from plantrack.intake.past import Past
from plantrack.intake.template_rows import TemplateRow, template_rows
from plantrack.intake.template_workbook import write_workbook
from plantrack.intake.vocabulary import Vocabulary
from plantrack.model import Figure
from plantrack.plan import PREFERRED, Plan
from plantrack.words import Say
from plantrack.words.terms import status_word


class FileKind(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"


def write_template(
    plan: Plan,
    current: Sequence[Figure],
    say: Say,
    kind: FileKind,
    *,
    indicators: Sequence[str] | None = None,
    year: int | None = None,
    series_choice: str = PREFERRED,
) -> bytes:
    """Return the template to fill in, with headers in the language of `say`.

    It lists `indicators` (default: those of the plan's default target set), one row each, in the
    series of `series_choice`, for `year` (default: the year after the latest figure). Computed
    indicators and those without such a series are left out.
    """
    vocabulary, past = Vocabulary(plan), Past(plan, current)
    rows = template_rows(vocabulary, past, indicators, year, series_choice)
    return _written(rows, vocabulary, say, kind, fictitious=False)


def write_example(
    plan: Plan,
    current: Sequence[Figure],
    say: Say,
    kind: FileKind,
    *,
    indicators: Sequence[str] | None = None,
    year: int | None = None,
    series_choice: str = PREFERRED,
) -> bytes:
    """Return the same file filled with values invented from the latest figures.

    Marked fictitious in its first line, its sheet name and every note. Rows without a figure to
    start from are left out.
    """
    vocabulary, past = Vocabulary(plan), Past(plan, current)
    rows = template_rows(vocabulary, past, indicators, year, series_choice)
    filled = [replace(row, note=FICTITIOUS) for row in invented(plan, past, rows)]
    return _written(filled, vocabulary, say, kind, fictitious=True)


def _written(
    rows: Sequence[TemplateRow],
    vocabulary: Vocabulary,
    say: Say,
    kind: FileKind,
    *,
    fictitious: bool,
) -> bytes:
    if kind is FileKind.XLSX:
        return write_workbook(rows, vocabulary, say, fictitious=fictitious)
    return _write_csv(rows, vocabulary, say, fictitious=fictitious)


def _write_csv(
    rows: Sequence[TemplateRow], vocabulary: Vocabulary, say: Say, *, fictitious: bool
) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=DELIMITERS[say.language], lineterminator="\r\n")
    if fictitious:
        writer.writerow([f"# {FICTITIOUS}"])
    writer.writerow([say.text(HEADERS[column]) for column in Column])
    for row in rows:
        writer.writerow([harmless(text) for text in _texts(row, vocabulary, say)])
    return text.getvalue().encode("utf-8-sig")


def _texts(row: TemplateRow, vocabulary: Vocabulary, say: Say) -> list[str]:
    mark = DECIMAL_MARKS[say.language]
    value = "" if row.value is None else format(row.value, "f").replace(".", mark)
    return [
        vocabulary.indicator_label(row.indicator, say),
        vocabulary.series_label(row.series, say),
        str(row.year),
        value,
        say.text(row.unit.name),
        "" if row.status is None else status_word(row.status, say),
        row.note,
    ]


def harmless(text: str) -> str:
    """A negative number stays one; any other text a spreadsheet would compute is quoted."""
    is_number = text.lstrip("-").replace(",", "").replace(".", "").isdigit()
    return f"'{text}" if text.startswith(FORMULA_STARTS) and not is_number else text
