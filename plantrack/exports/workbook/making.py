"""The sheets of the workbook, in their order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from plantrack.exports.files import Report
from plantrack.exports.material import Material
from plantrack.exports.workbook.book import Book
from plantrack.exports.workbook.calculation import write_calculation
from plantrack.exports.workbook.charts import write_charts
from plantrack.exports.workbook.figures import write_figures, write_origins
from plantrack.exports.workbook.missing import write_missing
from plantrack.exports.workbook.read_me import write_read_me
from plantrack.exports.workbook.scorecard import write_scorecard
from plantrack.exports.workbook.sources import write_sources
from plantrack.exports.workbook.targets import write_targets

_SHEETS: Final[tuple[Callable[[Book], None], ...]] = (
    write_read_me,
    write_scorecard,
    write_charts,
    write_figures,
    write_origins,
    write_targets,
    write_calculation,
    write_missing,
    write_sources,
)


def xlsx_file(material: Material, report: Report) -> bytes:
    """Return the workbook of a material; the same material gives the same bytes."""
    book = Book(material)
    for number, write in enumerate(_SHEETS, start=1):
        write(book)
        report(number / (len(_SHEETS) + 1))
    content = book.closed()
    report(1.0)
    return content
