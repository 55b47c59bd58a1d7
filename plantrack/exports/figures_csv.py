"""Figures with their origins as a CSV file a spreadsheet opens: one row a figure."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from plantrack.exports.cells import inert
from plantrack.exports.files import Report
from plantrack.exports.material import Material
from plantrack.intake.columns import DECIMAL_MARKS, DELIMITERS
from plantrack.model import Figure, Source
from plantrack.plan import Plan
from plantrack.words import Say, mark
from plantrack.words.publication import stated
from plantrack.words.terms import price_basis_word, qualifier_word, status_word, use_word


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
    writer.writerow(say(heading) for heading, _ in _COLUMNS)
    for figure in figures:
        row = _Row(plan, sources.get(figure.origin), figure, say)
        writer.writerow(
            [*(inert(told(row)) for _, told in _COLUMNS[:_VALUE]), _value(figure, say)]
            + [inert(told(row)) for _, told in _COLUMNS[_VALUE + 1 :]]
        )
    return text.getvalue().encode("utf-8-sig")


def csv_file(material: Material, report: Report) -> bytes:
    """Return every figure that stood, as `figures_csv` writes them."""
    content = figures_csv(material.plan, material.sources, material.figures, material.say)
    report(1.0)
    return content


def _value(figure: Figure, say: Say) -> str:
    return f"{figure.value.normalize():f}".replace(".", DECIMAL_MARKS[say.language])


class _Row:
    """A figure with what the plan and its publication say about it."""

    def __init__(self, plan: Plan, source: Source | None, figure: Figure, say: Say) -> None:
        self.figure, self.source, self.say, self.plan = figure, source, say, plan
        self.series = plan.series.get(figure.series)
        self.indicator = plan.indicators[self.series.indicator] if self.series else None

    def indicator_name(self) -> str:
        return self.say.text(self.indicator.name) if self.indicator else ""

    def compiler(self) -> str:
        return self.say.text(self.plan.compilers[self.series.compiler].name) if self.series else ""

    def place(self) -> str:
        place = self.plan.geographies.get(self.figure.geography)
        return self.say.text(place.name) if place else self.figure.geography

    def unit(self) -> str:
        return self.say.text(self.plan.units[self.indicator.unit].name) if self.indicator else ""

    def price_basis(self) -> str:
        return price_basis_word(self.series.price_basis, self.say) if self.series else ""

    def published(self, part: Callable[[Source], str]) -> str:
        return stated(part(self.source), self.say) if self.source else self.figure.origin


_COLUMNS: Final[tuple[tuple[str, Callable[[_Row], str]], ...]] = (
    (mark("Indicator"), _Row.indicator_name),
    (mark("Series"), lambda row: row.figure.series),
    (mark("Compiler"), _Row.compiler),
    (mark("Province or area"), _Row.place),
    (mark("First day"), lambda row: row.figure.period.start.isoformat()),
    (mark("Last day"), lambda row: row.figure.period.end.isoformat()),
    (mark("Value"), lambda row: str(row.figure.value)),
    (mark("Unit"), _Row.unit),
    (mark("Price basis"), _Row.price_basis),
    (mark("Status"), lambda row: status_word(row.figure.status, row.say)),
    (mark("Qualifier"), lambda row: qualifier_word(row.figure.qualifier, row.say)),
    (mark("Use"), lambda row: use_word(row.figure.use, row.say)),
    (mark("Origin"), lambda row: row.published(lambda source: source.title)),
    (mark("Publisher"), lambda row: row.published(lambda source: source.publisher)),
    (mark("Published"), lambda row: row.published(lambda source: source.published)),
    (mark("Place in the publication"), lambda row: row.figure.locator),
    (mark("Address"), lambda row: row.source.url if row.source else ""),
    (mark("Licence"), lambda row: row.published(lambda source: source.licence)),
    (mark("Revision"), lambda row: str(row.figure.revision or "")),
    (mark("Note"), lambda row: row.say.text(row.figure.note)),
)
_VALUE: Final = next(place for place, (name, _) in enumerate(_COLUMNS) if name == "Value")
