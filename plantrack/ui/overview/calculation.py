"""The calculation file of the overview: everything needed to compute the scorecard again."""

from __future__ import annotations

from functools import partial

import streamlit as st

from plantrack.exports.files import KINDS, made
from plantrack.ui.export.material import material
from plantrack.ui.scores import kept
from plantrack.ui.view import View


def draw_files(view: View) -> None:
    """Draw the two downloads: as a table, and with every input as JSON."""
    say = view.say
    labels = {
        "calculation.csv": say("Download the calculation (CSV)"),
        "calculation.json": say("Download the calculation (JSON)"),
    }
    with st.container(horizontal=True, vertical_alignment="center"):
        for key, label in labels.items():
            file = kept(view, key, partial(made, KINDS[key], material(view)))
            st.download_button(
                label,
                file.content,
                file.name,
                file.media_type,
                key=key.replace(".", "_"),
                on_click="ignore",
                icon=":material/download:",
            )
    st.caption(
        say(
            "Every figure, rate, ratio and cut-off with plan and revision: enough to compute "
            "each standing again without this program."
        )
    )
