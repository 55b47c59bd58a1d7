"""Open pages follow the ledger: two integers compared every few seconds."""

from __future__ import annotations

from typing import Final

import streamlit as st

from plantrack.ui.view import View

SECONDS_BETWEEN_LOOKS: Final = 5


@st.fragment(run_every=SECONDS_BETWEEN_LOOKS)
def follow(view: View) -> None:
    """Show a newer revision as soon as it is there, or offer it where someone is at work."""
    newest = view.store.revision()
    if newest == view.revision:
        return
    if view.page.follows:
        st.rerun()
    with st.container(key="frame_newer", horizontal=True, vertical_alignment="center"):
        st.info(
            view.say("Revision {number} arrived while this page was open.", number=newest),
            icon=":material/update:",
        )
        if st.button(view.say("Show it"), key="frame_show_newer"):
            st.rerun()
