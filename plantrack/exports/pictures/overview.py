"""The charts of the overview as pictures: every target, or those a reader chose."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from plantrack.charts.gaps import gap_chart
from plantrack.charts.look import Caption
from plantrack.charts.rates import rate_chart
from plantrack.charts.tables import gap_table, rate_table
from plantrack.deck.footnotes import basis_of, publications, titled
from plantrack.exports.material import Material
from plantrack.exports.pictures.picture import Picture
from plantrack.scorecard import Scorecard, TargetRow
from plantrack.scorecard.telling.provenance import method
from plantrack.scorecard.telling.slower import (
    distances_shown,
    late_sentence,
    paces_shown,
    slower_sentence,
)
from plantrack.words import Say


def overview_pictures(material: Material, card: Scorecard) -> tuple[Picture, Picture]:
    """Return how far each target of `card` has come, and the pace it has and needs."""
    say, rows = material.say, card.ordered
    picture = partial(
        Picture,
        basis=" ".join(part for part in (methods(rows, say), basis_of(rows, say)) if part),
        sources=titled(publications(rows, material.sources), say),
        footer=material.footer,
        language=material.language,
        made=material.day,
    )
    far, fast = say("How far each target has come."), say("Yearly change, achieved and required.")
    late, slower = late_sentence(card, say), slower_sentence(card, say)
    distance, pace = distances_shown(card, say), paces_shown(card, say)
    return (
        picture(
            name="overview_distance",
            topic=far.rstrip("."),
            title=late,
            alt=distance,
            table=tuple(gap_table(rows, say)),
            drawing=lambda look: gap_chart(rows, say, caption=Caption("", distance), look=look),
        ),
        picture(
            name="overview_pace",
            topic=fast.rstrip("."),
            title=slower,
            alt=pace,
            table=tuple(rate_table(rows, say)),
            drawing=lambda look: rate_chart(rows, say, caption=Caption("", pace), look=look),
        ),
    )


def methods(rows: Sequence[TargetRow], say: Say) -> str:
    """Return how the standings of several targets are found; one target's basis says its own."""
    if len(rows) < 2:
        return ""
    found = dict.fromkeys(method(row, say) for row in rows)
    return say("Method: {methods}.", methods="; ".join(found))
