"""What the plan asks for: every target of every target set, the chosen set first."""

from __future__ import annotations

from collections.abc import Callable

from plantrack.exports.workbook.book import FIRST_ROW, Book
from plantrack.exports.workbook.tables import Cell, Number, own_decimals, write_table
from plantrack.model import Target, Text
from plantrack.words import Say
from plantrack.words.terms import direction_word, form_word, price_basis_word, qualifier_word


def write_targets(book: Book) -> None:
    """Write the targets as their documents state them."""
    say, plan, chosen = book.say, book.material.plan, book.material.target_set
    targets = sorted(plan.targets.values(), key=lambda one: one.target_set != chosen)
    title = say.many(
        "{count} target of all target sets", "{count} targets of all target sets", len(targets)
    )
    sheet = book.sheet(say("Targets asked for"), title)
    write_table(book, sheet, FIRST_ROW, _columns(book, say), targets)


def _columns(book: Book, say: Say) -> list[tuple[str, Callable[[Target], Cell]]]:
    plan = book.material.plan

    def bound(one: Target, low: bool) -> Cell:
        value = one.low if low else one.high
        decimals = plan.indicators[one.indicator].decimals
        return None if value is None else Number(value, own_decimals(value, min(decimals, 2)))

    def named(text: Text) -> str:
        return say.text(text)

    sets, indicators = plan.target_sets, plan.indicators
    return [
        (say("Target set"), lambda one: named(sets[one.target_set].name)),
        (say("Indicator"), lambda one: named(indicators[one.indicator].name)),
        (say("Province or area"), lambda one: named(plan.geographies[one.geography].name)),
        (say("Form of the target"), lambda one: form_word(one.form, say)),
        (say("Lower bound"), lambda one: bound(one, True)),
        (say("Upper bound"), lambda one: bound(one, False)),
        (say("Unit"), lambda one: named(plan.units[indicators[one.indicator].unit].name)),
        (say("Which way is better"), lambda one: direction_word(one.direction, say)),
        (say("First year"), lambda one: one.period.start.year),
        (say("Target year"), lambda one: one.year),
        (say("Baseline year"), lambda one: one.baseline_year),
        (say("Qualifier"), lambda one: qualifier_word(one.qualifier, say)),
        (say("Price basis"), lambda one: price_basis_word(one.price_basis, say)),
        (say("Places that count"), lambda one: one.k),
        (say("Milestones"), lambda one: _milestones(book, one)),
        (say("Document"), lambda one: sets[one.target_set].document),
        (say("Adopted"), lambda one: sets[one.target_set].adopted),
        (say("In force from"), lambda one: sets[one.target_set].in_force_from),
        (say("In force to"), lambda one: sets[one.target_set].in_force_to),
        (say("Origin"), lambda one: plan.sources[one.origin].title),
        (say("Note"), lambda one: named(one.note)),
    ]


def _milestones(book: Book, target: Target) -> str:
    """The dated milestones of a path, lower and upper bound as stated."""
    say = book.say
    stones = sorted(
        (one for one in book.material.plan.milestones if one.target == target.id),
        key=lambda one: one.year,
    )
    told = []
    for stone in stones:
        values = dict.fromkeys(one for one in (stone.low, stone.high) if one is not None)
        written = "–".join(say.number(value) for value in values)
        told.append(say("{year}: {value}", year=stone.year, value=written))
    return "; ".join(told)
