"""How standings are found, and the publications everything rests on."""

from __future__ import annotations

from plantrack.charts.tables import TableRow
from plantrack.deck.footnotes import Sources, publications, titled
from plantrack.deck.slide import Part, Slide
from plantrack.plan import STANDING_METHOD
from plantrack.scorecard import Scorecard
from plantrack.scorecard.rows import cutoffs
from plantrack.scorecard.telling.standings import written_cutoff
from plantrack.words import Say, capitalised
from plantrack.words.publication import published
from plantrack.words.terms import standing_word

_MOST = 7  # publications on the slide


def method_slide(card: Scorecard, sources: Sources, say: Say) -> Slide:
    """Return the cut-offs of the standing in force."""
    title = say(
        "A standing compares the yearly change achieved since the baseline with the yearly change "
        "required to reach the target."
    )
    found = dict.fromkeys(one.origin for one in card.plan.cutoffs(STANDING_METHOD))
    known = [sources[one] for one in found if one in sources]
    return Slide(
        id="method",
        part=Part.SOURCES,
        topic=say("Method"),
        title=title,
        table=tuple(_cutoffs(card, say)),
        basis=say(
            "The figure of the target year alone decides once it exists. Places among peers and "
            "targets without a figure after the baseline have no pace."
        ),
        sources=titled(known, say),
        alt=title,
    )


def _cutoffs(card: Scorecard, say: Say) -> list[TableRow]:
    found = []
    for one in cutoffs(card.plan):
        told = (
            say("lower: the opposite way")
            if one.from_ratio is None
            else say("from {ratio}", ratio=written_cutoff(one.from_ratio, say))
        )
        found.append(
            {
                say("Achieved ÷ required"): told,
                say("Standing"): capitalised(standing_word(one.standing, say)),
            }
        )
    return found


def sources_slide(card: Scorecard, sources: Sources, revision: int, say: Say) -> Slide:
    """Return the publications behind the newest figures, the baselines and the targets."""
    known = publications(card.ordered, sources)
    title = say.many(
        "The figures and targets shown rest on {count} publication; revision {revision} of the "
        "data holds them.",
        "The figures and targets shown rest on {count} publications; revision {revision} of the "
        "data holds them.",
        len(known),
        revision=revision,
    )
    more = len(known) - _MOST
    return Slide(
        id="sources",
        part=Part.SOURCES,
        topic=say("Sources"),
        title=title,
        table=tuple(
            {
                say("Publication"): one.title,
                say("Publisher"): one.publisher,
                say("Published"): published(one.published, say),
            }
            for one in known[:_MOST]
        ),
        basis=say.many(
            "{count} more stands on the page “Sources and method”.",
            "{count} more stand on the page “Sources and method”.",
            more,
        )
        if more > 0
        else "",
        sources="",
        alt=title,
    )
