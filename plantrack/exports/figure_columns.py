"""What is told of a figure in a file: its columns, in words, with what plan and publication say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from plantrack.model import Figure, Source
from plantrack.plan import Plan
from plantrack.words import Say, mark
from plantrack.words.publication import stated
from plantrack.words.terms import price_basis_word, qualifier_word, status_word, use_word

VALUE: Final = "Value"  # the heading of the one column that is a number


class FigureRow:
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


COLUMNS: Final[tuple[tuple[str, Callable[[FigureRow], str]], ...]] = (
    (mark("Indicator"), FigureRow.indicator_name),
    (mark("Series"), lambda row: row.figure.series),
    (mark("Compiler"), FigureRow.compiler),
    (mark("Province or area"), FigureRow.place),
    (mark("First day"), lambda row: row.figure.period.start.isoformat()),
    (mark("Last day"), lambda row: row.figure.period.end.isoformat()),
    (mark("Value"), lambda row: str(row.figure.value)),
    (mark("Unit"), FigureRow.unit),
    (mark("Price basis"), FigureRow.price_basis),
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
