"""A rank target among its peers: who stands where, how it moved, and what a better place takes."""

from __future__ import annotations

from html import escape

import streamlit as st

from plantrack.charts.look import Caption
from plantrack.charts.peers import Peers, peers_of, version_name
from plantrack.charts.ranking import ranking_bars, ranking_table
from plantrack.scorecard import RankVersion, TargetRow
from plantrack.scorecard.telling import takeaway
from plantrack.scorecard.telling.places import place_of
from plantrack.ui.scores import HALF, draw_chart, look, scores
from plantrack.ui.tables import EMPTY, Heading, html_table
from plantrack.ui.taking import taken
from plantrack.ui.view import View


def draw_peers(view: View, row: TargetRow) -> None:
    """Draw the peers in each version of their set, the borders in force first."""
    if row.ranking is None or not row.ranking.versions:
        return
    values = scores(view).values
    versions = row.ranking.versions[::-1]
    shown = [(one, peers_of(row, values, one)) for one in versions]
    with st.container(key="charts_peers"):
        columns = st.columns(len(shown), gap="large")
    newest = True
    for column, (version, peers) in zip(columns, shown, strict=True):
        if peers is not None and peers.ordered:
            with column:
                _draw_bars(view, row, version, peers, newest=newest)
            newest = False
    _draw_places(view, shown)


def _draw_bars(
    view: View, row: TargetRow, version: RankVersion, peers: Peers, *, newest: bool
) -> None:
    say = view.say
    latest = version.latest
    place = place_of(latest, say) if latest is not None else ""
    title = say("{year}: {place}", year=peers.year, place=place)
    caption = Caption(title, f"{takeaway(row, say)} {title}")
    draw_chart(
        view,
        "peers",
        lambda: ranking_bars(peers, say, caption=caption, look=look(view, HALF)),
        lambda: ranking_table(peers, say),
        row.target.id,
        str(version.peers.valid_to),
    )
    taken.draw_peers(view, row, peers, newest=newest)


def _draw_places(view: View, shown: list[tuple[RankVersion, Peers | None]]) -> None:
    say = view.say
    years = sorted({place.year for version, _ in shown for place in version.places})
    headings = [Heading(say("Peers"), "name"), *(Heading(str(year), "number") for year in years)]
    rows = []
    for version, peers in shown:
        if peers is None:
            continue
        by_year = {place.year: place_of(place, say) for place in version.places}
        told = [escape(by_year[year]) if year in by_year else EMPTY for year in years]
        rows.append([escape(version_name(peers, say)), *told])
    if rows:
        st.subheader(say("The place, year by year"), anchor=False)
        st.html(html_table(say("The place, year by year"), headings, rows))
