"""Every publication with publisher, date, address and licence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

from plantrack.exports.workbook.book import FIRST_ROW, Book
from plantrack.exports.workbook.tables import Cell, write_table
from plantrack.model import Source
from plantrack.words.publication import published, stated


def write_sources(book: Book) -> None:
    """Write the publications of the plan and those stated with uploads; addresses as text."""
    say, sources = book.say, book.material.sources
    title = say.many("{count} publication", "{count} publications", len(sources))
    sheet = book.sheet(say("Sources"), title)
    write_table(book, sheet, FIRST_ROW, _columns(book), sources.values())


def _columns(book: Book) -> list[tuple[str, Callable[[Source], Cell]]]:
    say = book.say
    figures = Counter(one.origin for one in book.material.figures)
    return [
        (say("Publication"), lambda one: one.title),
        (say("Publisher"), lambda one: stated(one.publisher, say)),
        (say("Published"), lambda one: day_or_words(book, one.published)),
        (say("Address"), lambda one: one.url),
        (say("Licence"), lambda one: stated(one.licence, say)),
        (say("Figures taken from it"), lambda one: figures[one.id]),
        (say("Note"), lambda one: say.text(one.note)),
    ]


def day_or_words(book: Book, stored: str) -> Cell:
    """Return a whole date as one; what is less, or not certain, in words."""
    try:
        return date.fromisoformat(stored)
    except ValueError:
        return stated(published(stored, book.say), book.say)
