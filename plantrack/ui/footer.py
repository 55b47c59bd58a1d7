"""The line below every page."""

from __future__ import annotations

import streamlit as st

from plantrack import __version__
from plantrack.opening import Opened
from plantrack.words import Say


def draw_footer(say: Say, opened: Opened) -> None:
    """Draw the program's version and the plan's fingerprint."""
    with st.container(key="frame_footer"):
        st.caption(
            say(
                "Plantrack {version} · plan definition {digest} · all times in {time_zone}",
                version=__version__,
                digest=opened.plan.digest[:8],
                time_zone=opened.plan.time_zone,
            )
        )
