"""The line below every page."""

from __future__ import annotations

import streamlit as st

from plantrack import __version__
from plantrack.plan import Plan
from plantrack.words import Say


def draw_footer(say: Say, plan: Plan) -> None:
    """Draw the program's version and the plan's fingerprint."""
    with st.container(key="frame_footer"):
        st.caption(
            say(
                "Plantrack {version} · plan definition {digest} · all times in {time_zone}",
                version=__version__,
                digest=plan.digest[:8],
                time_zone=plan.time_zone,
            )
        )
