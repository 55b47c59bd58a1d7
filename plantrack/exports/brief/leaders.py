"""The page for leaders: one sheet, whatever the plan; what has no room is said to be left out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from plantrack.charts.gap_lines import gap_lines
from plantrack.charts.gaps import gap_chart
from plantrack.charts.look import Caption, Look
from plantrack.deck.footnotes import publications
from plantrack.deck.source_slides import method_slide
from plantrack.exports.brief.rows import Data, counts, score_headings, score_rows
from plantrack.exports.brief.setting import drawing, pages, pdf
from plantrack.exports.brief.unknown import unknown
from plantrack.exports.drawing import Drawing
from plantrack.exports.files import Report
from plantrack.exports.material import Material
from plantrack.plan import STANDING_METHOD
from plantrack.scorecard import TargetRow
from plantrack.scorecard.telling import headline
from plantrack.scorecard.telling.sensitivity import method_name
from plantrack.scorecard.telling.slower import distances_shown, late_sentence
from plantrack.words import capitalised

_TEMPLATE: Final = "leaders"
_ROOM: Final = Look(width=860, height=1)  # a height sets the rows of a drawing closer
_MOST_DRAWN: Final = 6
_LEAST_DRAWN: Final = 3  # fewer only where even these leave no room for the table
_LARGE, _LONG, _SMALL = 14, 190, 12  # points of the headline, letters of a long one


class _Page:
    """The page of a material with so many targets drawn and so many in its table."""

    def __init__(self, material: Material) -> None:
        self.material, self.say, self.card = material, material.say, material.card
        lines = gap_lines(self.card.ordered, self.say)
        self.measured = tuple(line.row for line in lines if line.position is not None)
        self.drawn = cache(self._drawn)
        self.head = self._head()

    def data(self, drawn: int, listed: int) -> Data:
        rows = self.card.ordered[:listed]
        return {
            **self.head,
            "drawing": self.drawn(drawn) if drawn else None,
            "drawn": self._of_all(drawn),
            "rows": score_rows(rows, self.say, whole=False),
            "left": self._left(self.card.ordered[listed:]),
        }

    def fits(self, drawn: int, listed: int) -> bool:
        return pages(_TEMPLATE, self.data(drawn, listed), self.material) == 1

    def _head(self) -> Data:
        say, card, told = self.say, self.card, headline(self.card, self.say)
        deck = self.material.deck
        return {
            "title": say("Brief for leaders: {plan}", plan=deck.plan),
            "plan": deck.plan,
            "set": deck.target_set,
            "figures": deck.figures,
            "headline": told,
            "size": _LARGE if len(told) <= _LONG else _SMALL,
            "counts": counts(card, say),
            "late": late_sentence(card, say),
            "alt": distances_shown(card, say) if card.rows else "",
            "asked": say("Targets, worst first"),
            "headings": score_headings(say),
            "unknown-title": say("What is not known"),
            "unknown": unknown(card, say),
            "basis": self._basis(),
            "method": method_line(self.material),
        }

    def _drawn(self, count: int) -> Drawing:
        alt = Caption("", late_sentence(self.card, self.say))
        return drawing(gap_chart(self.measured[:count], self.say, caption=alt, look=_ROOM))

    def _of_all(self, drawn: int) -> str:
        if drawn in (0, len(self.measured)):
            return ""
        return self.say(
            "Drawn: the {drawn} most urgent of {all} targets with a path.",
            drawn=drawn,
            all=len(self.measured),
        )

    def _left(self, rows: Sequence[TargetRow]) -> str:
        if not rows:
            return ""
        return self.say.many(
            "{count} more target has no room here; the full report has it.",
            "{count} more targets have no room here; the full report has them.",
            len(rows),
        )

    def _basis(self) -> str:
        say, card, sources = self.say, self.card, self.material.sources
        method = method_slide(card, sources, say).title
        known = publications(card.ordered, sources)
        if not known:
            return method
        told = say.many(
            "Sources: {count} publication, listed in the full report.",
            "Sources: {count} publications, listed in the full report.",
            len(known),
        )
        return f"{method} {told}"


def method_line(material: Material) -> str:
    """Return which method the standings follow, for the foot of a page."""
    say = material.say
    return capitalised(say("method: {method}", method=method_name(STANDING_METHOD, say)))


def pdf_file(material: Material, report: Report) -> bytes:
    """Return the page for leaders as PDF."""
    page = _Page(material)
    drawn, listed = _room(page, report)
    content = pdf(_TEMPLATE, page.data(drawn, listed), material)
    report(1.0)
    return content


def _room(page: _Page, report: Report) -> tuple[int, int]:
    """Return how many targets are drawn and listed: all listed if that fits, then the most drawn.

    Names too long for even one row leave the page without drawing and table.
    """
    all_rows, most = len(page.card.rows), min(_MOST_DRAWN, len(page.measured))
    least = min(_LEAST_DRAWN, most)
    for drawn in range(most, least - 1, -1):
        if page.fits(drawn, all_rows):
            return drawn, all_rows
        report(0.5 * (most - drawn + 1) / (most - least + 1))
    for drawn in (least, 0):
        listed = _most_listed(page, drawn, all_rows)
        if listed:
            return drawn, listed
    return 0, 0


def _most_listed(page: _Page, drawn: int, most: int) -> int:
    """Return the largest number of rows that fit beside a drawing; 0 where none does."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if page.fits(drawn, middle) else (low, middle - 1)
    return low
