"""One slide a target, in the order that matters: worst first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from plantrack.charts.finish import Spec
from plantrack.charts.look import Caption, Look
from plantrack.charts.native import Native
from plantrack.charts.native_bars import native_ranking
from plantrack.charts.native_path import native_path
from plantrack.charts.path import path_chart
from plantrack.charts.path_data import path_data
from plantrack.charts.peers import Peers, peers_of
from plantrack.charts.ranking import ranking_bars
from plantrack.charts.tables import TableRow, gap_table, path_table, ranking_table
from plantrack.deck.footnotes import Sources, basis_of, sources_of
from plantrack.deck.slide import Part, Slide
from plantrack.model import Standing
from plantrack.scorecard import Scorecard, TargetRow, Values
from plantrack.scorecard.telling import steps, takeaway
from plantrack.words import Say

Natives = Callable[[], tuple[Native, ...]]
Picture = tuple[Callable[[Look], Spec] | None, Natives | None, tuple[TableRow, ...]]


def target_slides(card: Scorecard, sources: Sources, say: Say) -> list[Slide]:
    """Return a slide for each target of the set.

    Those that cannot be assessed are in the usual deck only where no other target is.
    """
    assessed = any(row.standing is not Standing.NOT_ASSESSED for row in card.rows)
    found = []
    for row in card.ordered:
        drawing, native, table = _picture(row, card.values, say)
        found.append(
            Slide(
                id=f"target-{row.target.id}",
                part=Part.TARGETS,
                topic=say.text(row.indicator.name),
                title=takeaway(row, say),
                table=table,
                basis=basis_of([row], say),
                sources=sources_of([row], sources, say),
                alt=takeaway(row, say),
                drawing=drawing,
                standing=row.standing,
                shown=not assessed or row.standing is not Standing.NOT_ASSESSED,
                native=native,
                arithmetic=partial(steps, row, say, card.values),
            )
        )
    return found


def _picture(row: TargetRow, values: Values, say: Say) -> Picture:
    """The path, for a place the peers; a target with neither tells what it has in words."""
    caption = Caption("", takeaway(row, say))
    peers = _peers(row, values)
    if peers is not None:
        bars = _bars(peers, say, caption)
        return bars, lambda: (native_ranking(peers, say),), tuple(ranking_table(peers, say))
    if row.ranking is None and path_data(row, say).values:
        return (
            lambda look: path_chart(row, say, caption=caption, look=look),
            lambda: (native_path(row, say),),
            tuple(path_table(row, say)),
        )
    return None, None, _told(row, say)


def _told(row: TargetRow, say: Say) -> tuple[TableRow, ...]:
    """The row of the overview, one fact below the other."""
    (told,) = gap_table([row], say)
    heading = say("Indicator")
    name = told.pop(heading)
    return tuple({heading: fact, name: value} for fact, value in told.items() if value)


def _bars(peers: Peers, say: Say, caption: Caption) -> Callable[[Look], Spec]:
    return lambda look: ranking_bars(peers, say, caption=caption, look=look)


def _peers(row: TargetRow, values: Values) -> Peers | None:
    """The peers in the newest borders that have a place."""
    if row.ranking is None:
        return None
    found = (peers_of(row, values, version) for version in reversed(row.ranking.versions))
    return next((one for one in found if one is not None and one.ordered), None)
