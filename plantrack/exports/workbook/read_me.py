"""What the workbook is: of which plan, revision and target set, and how to use it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from plantrack import __version__
from plantrack.exports.workbook.book import FIRST_ROW, Book, plain
from plantrack.exports.workbook.figures import counted
from plantrack.exports.workbook.tables import lines_of, row_height
from plantrack.plan import PREFERRED
from plantrack.scorecard import telling
from plantrack.words import mark

_LABELS: Final = 28  # characters of the first column
_TEXTS: Final = 110
_SHEETS: Final = (
    (mark("Scorecard"), mark("One row a target, worst first, with the numbers of its standing.")),
    (mark("Charts"), mark("The path of each target as a chart that can be edited, and its data.")),
    (mark("Figures"), mark("What an update can take, one figure a row, as in its template.")),
    (mark("Figures with origins"), mark("Every figure with period, status, use and publication.")),
    (mark("Targets asked for"), mark("Every target of every target set, as its document has it.")),
    (mark("Calculation"), mark("Each standing computed again by formulas beside the program.")),
    (
        mark("What is missing"),
        mark("Figures the targets wait for, were not found or are not used."),
    ),
    (mark("Sources"), mark("Every publication with publisher, date, address and licence.")),
)


def write_read_me(book: Book) -> None:
    """Write what the file is before anything it holds."""
    sheet = book.sheet(book.say("Read me"), book.material.deck.plan)
    sheet.fit_to_pages(1, 1)
    sheet.set_column(0, 0, _LABELS)
    sheet.set_column(1, 1, _TEXTS)
    bold, wrapped = book.style(bold=True, text_wrap=True), book.style(text_wrap=True)
    for line, (label, text) in enumerate(_lines(book), start=FIRST_ROW - 1):
        sheet.write_string(line, 0, plain(label), bold)
        sheet.write_string(line, 1, plain(text), wrapped)
        sheet.set_row(line, row_height(lines_of(text, _TEXTS)))


def _lines(book: Book) -> Iterator[tuple[str, str]]:
    say, material = book.say, book.material
    target_set = material.plan.target_sets[material.target_set]
    yield say("Plan"), material.deck.plan
    yield say("Target set"), material.deck.target_set
    yield say("Document"), target_set.document
    yield say("Standings"), telling.headline(material.card, say)
    yield "", telling.counts_sentence(material.card, say)
    yield say("Revision"), material.deck.figures
    yield say("Series"), _series(book)
    yield (
        say("Method"),
        say(
            "The yearly change since the baseline is divided by the yearly change the target needs "
            "from it; the ratio is held against the cut-offs of the sheet “{sheet}”.",
            sheet=say("Calculation"),
        ),
    )
    yield say("Program"), f"Plantrack {__version__}"
    yield "", ""
    for number, (name, text) in enumerate(_SHEETS):
        yield say("Sheets") if number == 0 else "", f"{say(name)}: {say(text)}"
    yield "", ""
    for number, text in enumerate(_use(book)):
        yield say("How to use it") if number == 0 else "", text
    yield from _not_carried(book)
    yield "", ""
    yield (
        say("Licence"),
        say(
            "Each publication keeps its own licence, named in the sheet “{sheet}”; the program "
            "that made this workbook is under the Apache License 2.0.",
            sheet=say("Sources"),
        ),
    )


def _use(book: Book) -> Iterator[str]:
    say = book.say
    yield say(
        "To correct figures or add new ones, change the sheet “{sheet}” and give this whole file "
        "to the page “{page}”: it finds what changed and asks before anything is recorded.",
        sheet=say("Figures"),
        page=say("Update figures"),
    )
    yield say(
        "It holds the figures of revision {number}. Where newer ones were recorded since, the "
        "page shows every difference before anything is recorded.",
        number=book.material.revision,
    )
    yield say("Every other sheet is made from the figures; what is changed there is not read.")
    yield say("Percentages stand as published: 7.0 is 7 %. The unit has its own column.")
    yield say(
        "In the sheet “{sheet}” a yearly growth is a decimal: 0.07 is 7 % a year.",
        sheet=say("Calculation"),
    )
    yield say(
        "A value of more than fifteen digits stands as a text, because a spreadsheet rounds "
        "beyond them; it is read back whole."
    )


def _series(book: Book) -> str:
    chosen = book.material.series
    if chosen == PREFERRED:
        return book.say("the series the plan prefers for each indicator")
    return book.say.text(book.material.plan.compilers[chosen].name)


def _not_carried(book: Book) -> Iterator[tuple[str, str]]:
    """Which figures the template cannot carry, so that they stand with their origins only."""
    say = book.say
    taken, reasons = counted(book)
    yield (
        "",
        say.many(
            "{count} figure stands in the sheet “{sheet}”.",
            "{count} figures stand in the sheet “{sheet}”.",
            taken,
            sheet=say("Figures"),
        ),
    )
    for reason, count in sorted(reasons.items(), key=lambda one: -one[1]):
        yield (
            "",
            say.many(
                "{count} figure stands in the sheet “{sheet}” only: {reason}.",
                "{count} figures stand in the sheet “{sheet}” only: {reason}.",
                count,
                sheet=say("Figures with origins"),
                reason=say(reason),
            ),
        )
