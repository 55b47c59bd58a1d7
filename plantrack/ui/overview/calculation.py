"""The calculation file of the overview: everything needed to compute the scorecard again."""

from __future__ import annotations

import streamlit as st

from plantrack.exports.calculation import Stand, calculation_json
from plantrack.exports.calculation_table import calculation_csv
from plantrack.scorecard import Scorecard
from plantrack.ui.scores import kept
from plantrack.ui.target.stewardship import stewards
from plantrack.ui.view import View


def draw_files(view: View, card: Scorecard) -> None:
    """Draw the two downloads: as a table, and with every input as JSON."""
    say = view.say
    made_at = view.record.made_at if view.record is not None else None
    stand = Stand(view.revision, made_at, stewards(view))
    name = f"{view.plan.id}_{card.target_set}_{card.choice}_{view.revision}"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            say("Download the calculation (CSV)"),
            kept(view, "calculation_csv", lambda: calculation_csv(card, stand)),
            f"{name}.csv",
            "text/csv",
            key="calculation_csv",
            on_click="ignore",
            icon=":material/download:",
        )
        st.download_button(
            say("Download the calculation (JSON)"),
            kept(view, "calculation_json", lambda: calculation_json(card, stand)),
            f"{name}.json",
            "application/json",
            key="calculation_json",
            on_click="ignore",
            icon=":material/download:",
        )
    st.caption(
        say(
            "Every figure, rate, ratio and cut-off with plan and revision: enough to compute "
            "each standing again without this program."
        )
    )
