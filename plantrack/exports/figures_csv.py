"""Figures with their origins as a CSV file a spreadsheet opens: one row a figure."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Final

from plantrack.exports.cells import inert
from plantrack.exports.figure_columns import COLUMNS, VALUE, FigureRow
from plantrack.exports.files import Report
from plantrack.exports.material import Material
from plantrack.intake.columns import DECIMAL_MARKS, DELIMITERS
from plantrack.model import Figure, Source
from plantrack.plan import Plan
from plantrack.words import Say

_VALUE: Final = next(place for place, (name, _) in enumerate(COLUMNS) if name == VALUE)


def figures_csv(
    plan: Plan, sources: Mapping[str, Source], figures: Sequence[Figure], say: Say
) -> bytes:
    """Return the figures as UTF-8 with a byte order mark, one row each, in the given order.

    Values carry the decimal mark of the language and no thousands mark; columns are separated
    as spreadsheets of that language expect. Text that would run as a formula is prefixed with
    an apostrophe; a negative value is a number and stays one.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=DELIMITERS[say.language], lineterminator="\r\n")
    writer.writerow(say(heading) for heading, _ in COLUMNS)
    for figure in figures:
        row = FigureRow(plan, sources.get(figure.origin), figure, say)
        writer.writerow(
            [*(inert(told(row)) for _, told in COLUMNS[:_VALUE]), _value(figure, say)]
            + [inert(told(row)) for _, told in COLUMNS[_VALUE + 1 :]]
        )
    return text.getvalue().encode("utf-8-sig")


def csv_file(material: Material, report: Report) -> bytes:
    """Return every figure that stood, as `figures_csv` writes them."""
    content = figures_csv(material.plan, material.sources, material.figures, material.say)
    report(1.0)
    return content


def _value(figure: Figure, say: Say) -> str:
    return f"{figure.value.normalize():f}".replace(".", DECIMAL_MARKS[say.language])
