"""What is not there: figures the targets wait for, figures not found, figures not used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from xlsxwriter.worksheet import Worksheet

from plantrack.exports.workbook.book import FIRST_ROW, Book, plain
from plantrack.exports.workbook.sources import day_or_words
from plantrack.exports.workbook.tables import (
    Cell,
    Number,
    Row,
    own_decimals,
    set_widths,
    widths_of,
    write_cells,
)
from plantrack.model import MissingFigure, RejectedFigure
from plantrack.stewardship import wanted_figures
from plantrack.stewardship.asking import Wanted
from plantrack.stewardship.wanted_words import asked_for, needed_for, unit_of

Told = Sequence[tuple[str, Callable[[Row], Cell]]]


def write_missing(book: Book) -> None:
    """Write three tables below each other; each is there even where it is empty."""
    say, material = book.say, book.material
    wanted = wanted_figures(material.card.ordered, material.stewards)
    title = say.many(
        "{count} figure is needed before every target can be assessed",
        "{count} figures are needed before every target can be assessed",
        len(wanted),
    )
    sheet = book.sheet(say("What is missing"), title)
    rejected, missing = material.plan.rejected, material.plan.missing
    tables = (
        _table(say("Figures the targets wait for"), _wanted(book), wanted),
        _table(say("Figures looked for and not found"), _missing(book), missing),
        _table(say("Published figures that are not used"), _rejected(book), rejected),
    )
    _write(book, sheet, tables)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of a sheet that has several."""

    name: str
    headings: list[str]
    rows: list[list[Cell]]


def _table(name: str, columns: Told[Row], rows: Iterable[Row]) -> _Table:
    cells = [[tell(row) for _, tell in columns] for row in rows]
    return _Table(name, [heading for heading, _ in columns], cells)


def _write(book: Book, sheet: Worksheet, tables: Sequence[_Table]) -> None:
    """Write the tables below each other, in columns that fit them all."""
    each = [widths_of(book, one.headings, one.rows) for one in tables]
    widths = [max(column) for column in zip_longest(*each, fillvalue=0)]
    set_widths(sheet, widths)
    top, bold = FIRST_ROW - 1, book.style(bold=True, font_size=12)
    for one in tables:
        sheet.write_string(top, 0, plain(one.name), bold)
        top = write_cells(book, sheet, top + 1, one.headings, one.rows, widths) + 1


def _wanted(book: Book) -> Told[Wanted]:
    say = book.say
    return [
        (say("Figure needed"), lambda one: asked_for(one, say)),
        (say("Year"), lambda one: one.year),
        (say("Every later year too"), lambda one: say("yes") if one.onwards else say("no")),
        (say("Unit"), lambda one: unit_of(one, say)),
        (say("What it is needed for"), lambda one: needed_for(one, say)),
        (say("Looked for in vain"), lambda one: say("yes") if one.looked_for else say("no")),
        (say("Answering department"), lambda one: one.department),
        (say("Due on"), lambda one: one.due),
    ]


def _which(book: Book) -> Told[MissingFigure | RejectedFigure]:
    """The columns that say which figure a line is about."""
    say = book.say
    return [
        (say("Indicator"), lambda one: _indicator(book, one)),
        (say("First day"), lambda one: one.period.start),
        (say("Last day"), lambda one: one.period.end),
        (say("Province or area"), lambda one: _place(book, one)),
    ]


def _missing(book: Book) -> Told[MissingFigure]:
    say = book.say
    return [
        *_which(book),
        (say("Why it is missing, and whom to ask"), lambda one: say.text(one.reason)),
        (say("Where it was looked for"), lambda one: _origin(book, one)),
    ]


def _rejected(book: Book) -> Told[RejectedFigure]:
    say = book.say
    return [
        *_which(book),
        (say("Why it is not used"), lambda one: say.text(one.reason)),
        (say("Origin"), lambda one: _origin(book, one)),
        (say("Value as printed"), lambda one: Number(one.value, own_decimals(one.value, 0))),
        (say("Published"), lambda one: _published(book, one)),
    ]


def _indicator(book: Book, one: MissingFigure | RejectedFigure) -> str:
    plan = book.material.plan
    return book.say.text(plan.indicators[plan.series[one.series].indicator].name)


def _place(book: Book, one: MissingFigure | RejectedFigure) -> str:
    return book.say.text(book.material.plan.geographies[one.geography].name)


def _origin(book: Book, one: MissingFigure | RejectedFigure) -> str:
    source = book.material.sources.get(one.origin)
    return one.origin if source is None else source.title


def _published(book: Book, one: RejectedFigure) -> Cell:
    source = book.material.sources.get(one.origin)
    return None if source is None else day_or_words(book, source.published)
