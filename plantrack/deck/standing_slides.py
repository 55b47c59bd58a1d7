"""Where the plan stands: all targets on one scale, then their pace."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plantrack.charts.gap_lines import gap_lines
from plantrack.charts.gaps import gap_chart
from plantrack.charts.look import Caption
from plantrack.charts.native_bars import native_gaps, native_rates
from plantrack.charts.rate_lines import groups, rate_line
from plantrack.charts.rates import rate_chart
from plantrack.charts.tables import gap_table, rate_table
from plantrack.deck.arithmetic import paces_told, ways_told
from plantrack.deck.footnotes import Sources, basis_of, sources_of
from plantrack.deck.slide import Part, Slide
from plantrack.model import Standing
from plantrack.scorecard import Scorecard, TargetRow
from plantrack.scorecard.telling import counts_sentence, headline
from plantrack.scorecard.telling.slower import late_sentence, paces_shown, slower_sentence
from plantrack.words import Say
from plantrack.words.terms import standing_word

MOST = 6  # targets on a slide: with more, the words would be too small for the last row

Rows = tuple[TargetRow, ...]


def standing_slides(card: Scorecard, sources: Sources, say: Say) -> list[Slide]:
    """Return the slides of all targets: first those with a way to measure, worst first."""
    measured = tuple(line.row for line in gap_lines(card.ordered, say) if line.position is not None)
    others = tuple(row for row in card.ordered if row not in measured)
    known = any(row.assessment.latest is not None for row in card.rows)
    opening = counts_sentence(card, say) if known else headline(card, say)
    titled = [(late_sentence(card, say), page) for page in pages(measured)]
    titled += [(_unmeasured(others, say), page) for page in pages(others)]
    return [
        _distances(number, opening if number == 1 else title, page, card, sources, say)
        for number, (title, page) in enumerate(titled, start=1)
    ]


def pages(rows: Rows) -> list[Rows]:
    """Return the rows in as few slides as hold them, as evenly as possible."""
    count = -(-len(rows) // MOST)
    size = -(-len(rows) // count) if count else 1
    return [rows[start : start + size] for start in range(0, len(rows), size)]


def _unmeasured(rows: Sequence[TargetRow], say: Say) -> str:
    counted = Counter(row.standing for row in rows)
    told = [
        say("{count} {standing}", count=count, standing=standing_word(standing, say))
        for standing, count in sorted(counted.items(), key=lambda one: one[0].value)
    ]
    return say.many(
        "{count} target has no distance to measure: {standings}.",
        "{count} targets have no distance to measure: {standings}.",
        len(rows),
        standings=", ".join(told),
    )


def _distances(
    number: int, title: str, rows: Rows, card: Scorecard, sources: Sources, say: Say
) -> Slide:
    topic = say("Where the plan stands")
    alt = " ".join((say("How far each target has come."), title, late_sentence(card, say)))
    return Slide(
        id="standing" if number == 1 else f"standing-{number}",
        part=Part.STANDING,
        topic=_numbered(topic, number, say),
        title=title,
        table=tuple(gap_table(rows, say)),
        basis=basis_of(rows, say),
        sources=sources_of(rows, sources, say),
        alt=alt,
        drawing=lambda look: gap_chart(rows, say, caption=Caption("", alt), look=look),
        native=lambda: (native_gaps(rows, say),),
        arithmetic=lambda: ways_told(rows, card.values, say),
    )


def pace_slides(card: Scorecard, sources: Sources, say: Say) -> list[Slide]:
    """Return the slides of the yearly change achieved and required, of targets with a standing."""
    paced = tuple(
        row
        for row in card.ordered
        if row.standing is not Standing.NOT_ASSESSED and rate_line(row) is not None
    )
    return [
        _paces(number, page, card, sources, say)
        for number, page in enumerate(_by_unit(paced, say), start=1)
    ]


def _by_unit(rows: Rows, say: Say) -> list[Rows]:
    """The rows unit by unit; each unit needs an axis, which takes the room of a row."""
    found: list[Rows] = []
    axes = 0
    for group in groups(rows, say):
        for page in pages(tuple(line.row for line in group.lines)):
            if found and len(found[-1]) + len(page) + axes < MOST + 1:
                found[-1] = (*found[-1], *page)
                axes += 1
            else:
                found.append(page)
                axes = 1
    return found


def _paces(number: int, rows: Rows, card: Scorecard, sources: Sources, say: Say) -> Slide:
    title, alt = slower_sentence(card, say), paces_shown(card, say)
    return Slide(
        id="pace" if number == 1 else f"pace-{number}",
        part=Part.STANDING,
        topic=_numbered(say("Pace achieved and required"), number, say),
        title=title,
        table=tuple(rate_table(rows, say)),
        basis=basis_of(rows, say),
        sources=sources_of(rows, sources, say),
        alt=alt,
        drawing=lambda look: rate_chart(rows, say, caption=Caption("", alt), look=look),
        native=lambda: native_rates(rows, say),
        arithmetic=lambda: paces_told(rows, say),
    )


def _numbered(topic: str, number: int, say: Say) -> str:
    return topic if number == 1 else say("{topic} ({number})", topic=topic, number=number)
