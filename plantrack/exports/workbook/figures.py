"""The figures twice: as the update template has them, and each with all that is known of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from plantrack.exports.figure_columns import COLUMNS, VALUE, FigureRow
from plantrack.exports.workbook.book import FIRST_ROW, Book, plain
from plantrack.exports.workbook.tables import Cell, Columns, Number, own_decimals, write_table
from plantrack.intake.columns import Column
from plantrack.intake.template_rows import TemplateRow
from plantrack.intake.template_workbook import write_rows
from plantrack.intake.vocabulary import Vocabulary
from plantrack.model import Figure, Qualifier, Status, Use
from plantrack.words import mark

OTHER_PLACE: Final = mark("of another place: an update takes figures of the plan's own place")
NOT_ONE_YEAR: Final = mark("not of one calendar year")
PROJECTION: Final = mark("a projection, which an update does not take")
NOT_USED: Final = mark("not used for a standing")
QUALIFIED: Final = mark("a word of its publication stands before the number")
UNKNOWN: Final = mark("of a series the plan does not have any more")


def write_figures(book: Book) -> None:
    """Write what an update can take, in the form of its template."""
    say, plan = book.say, book.material.plan
    sheet = book.figures_sheet(say("Figures"))
    rows = [_as_template(one, book) for one in _ordered(book) if not left_out(one, book)]
    write_rows(book.writer, sheet, 0, rows, Vocabulary(plan), say)
    sheet.autofilter(0, 0, max(len(rows), 1), len(Column) - 1)


def _as_template(figure: Figure, book: Book) -> TemplateRow:
    plan = book.material.plan
    series = plan.series[figure.series]
    indicator = plan.indicators[series.indicator]
    stated = figure.status if figure.status is not Status.NOT_STATED else None
    return TemplateRow(
        indicator,
        series,
        plan.units[indicator.unit],
        figure.period.last_year,
        figure.value,
        stated,
        plain(book.say.text(figure.note)),
        _decimals(figure, book),
    )


def left_out(figure: Figure, book: Book) -> str:
    """Return why an update cannot take a figure as it is; empty where it can.

    Taken without its word or its use it would say something else than its publication.
    """
    if figure.series not in book.material.plan.series:
        return UNKNOWN
    if figure.geography != book.material.plan.geography:
        return OTHER_PLACE
    if figure.period.year is None:
        return NOT_ONE_YEAR
    if figure.status is Status.PROJECTION:
        return PROJECTION
    if figure.use is not Use.FIGURE:
        return NOT_USED
    return QUALIFIED if figure.qualifier is not Qualifier.EXACT else ""


def counted(book: Book) -> tuple[int, Mapping[str, int]]:
    """Return how many figures the template can carry, and how many not, by the reason."""
    reasons = Counter(left_out(one, book) for one in book.material.figures)
    taken = reasons.pop("", 0)
    return taken, reasons


def write_origins(book: Book) -> None:
    """Write every figure with its origin, and whether an update can take it."""
    say, material = book.say, book.material
    title = say.many("{count} figure", "{count} figures", len(material.figures))
    sheet = book.sheet(say("Figures with origins"), title)

    def in_figures(row: FigureRow) -> Cell:
        reason = left_out(row.figure, book)
        return say("no: {reason}", reason=say(reason)) if reason else say("yes")

    own: Columns[FigureRow] = [
        (say("In the sheet “{sheet}”", sheet=say("Figures")), in_figures),
    ]
    rows = [
        FigureRow(material.plan, material.sources.get(one.origin), one, say)
        for one in _ordered(book)
    ]
    columns = [*_origin_columns(book), *own]
    write_table(book, sheet, FIRST_ROW, columns, rows, compact=True)


def _origin_columns(book: Book) -> Columns[FigureRow]:
    """The columns of the file of figures; what is a number or a day there is one here."""
    typed: Mapping[str, Callable[[FigureRow], Cell]] = {
        "First day": lambda row: row.figure.period.start,
        "Last day": lambda row: row.figure.period.end,
        VALUE: lambda row: Number(row.figure.value, _decimals(row.figure, book)),
        "Published": _published,
        "Revision": lambda row: row.figure.revision,
    }
    return [(book.say(heading), typed.get(heading, told)) for heading, told in COLUMNS]


def _published(row: FigureRow) -> Cell:
    """A whole date is one; what is less, or not certain, stays as it is stated."""
    stated = row.published(lambda source: source.published)
    try:
        return date.fromisoformat(stated)
    except ValueError:
        return stated


def _decimals(figure: Figure, book: Book) -> int:
    """As many as its origin prints, and never fewer than its value has."""
    plan = book.material.plan
    series = plan.series.get(figure.series)
    usual = 0 if series is None else plan.indicators[series.indicator].decimals
    return own_decimals(figure.value, usual if figure.decimals is None else figure.decimals)


def _ordered(book: Book) -> Sequence[Figure]:
    """The plan's own place first, then in the order of the plan, oldest year first."""
    plan = book.material.plan
    places = {one: rank for rank, one in enumerate(plan.geographies)}
    indicators = {one: rank for rank, one in enumerate(plan.indicators)}
    series = {one: rank for rank, one in enumerate(plan.series)}

    def order(one: Figure) -> tuple[object, ...]:
        known = plan.series.get(one.series)
        return (
            one.geography != plan.geography,
            indicators[known.indicator] if known else len(indicators),
            series.get(one.series, len(series)),
            places.get(one.geography, len(places)),
            one.period,
        )

    return sorted(book.material.figures, key=order)
