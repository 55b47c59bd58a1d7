"""The parts of a page a reader takes something from: run by the browser, in one style."""

from __future__ import annotations

from functools import cache

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from plantrack.ui.components import beside


@cache
def component(name: str) -> ComponentRenderer:
    """Return the part that the script `name` beside this module runs; made once."""
    return st.components.v2.component(
        f"plantrack_{name}",
        html=f'<div class="taking {name}"></div>',
        css=beside(__file__, "taking.css"),
        js=beside(__file__, "copying.js", f"{name}.js"),
    )
