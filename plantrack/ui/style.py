"""The one block of CSS: only what native elements and the theme cannot do."""

from __future__ import annotations

from functools import cache
from typing import Final

import streamlit as st

from plantrack.ui import tokens
from plantrack.ui.components import beside
from plantrack.ui.figure_marks import figure_rules
from plantrack.ui.marks import standing_rules
from plantrack.ui.paper import paper_rules
from plantrack.ui.view import View

_STYLE: Final = """
<style>
.stApp { font-variant-numeric: tabular-nums lining-nums; }
.stMainBlockContainer { padding-inline: 1.5rem; }
/* Streamlit's own grey for small text stays under 4.5 : 1. */
.stApp [data-testid=stCaptionContainer], .stApp [data-testid=stCaptionContainer] p {
  opacity: 1; color: var(--muted); }
.st-key-frame_document { position: absolute; width: 0; overflow: hidden; }
.stApp h1, .stApp h2, .stApp h3 { text-wrap: pretty; }
.st-key-frame_identity h1 { font-size: var(--type-lead); line-height: 1.4; padding: 0 0 1rem; }
.stApp [data-testid=stTopNavLink][aria-current=page] { background: var(--band); }
.stApp [data-testid=stPageLink] a { padding-inline: 0; }
.stApp [data-testid=stPageLink] p { text-decoration: underline; text-underline-offset: 0.18em; }
/* It asks for its drawings one after the other; grey, Start would look as if it had to wait. */
.stApp .st-key-present_stage[data-stale] { opacity: 1; transition: none; }
.st-key-frame_header { padding-bottom: 0.75rem;
  border-bottom: 1px solid color-mix(in srgb, currentColor 18%, transparent); }
.st-key-frame_footer { margin-top: 3rem; }
/* Two charts beside each other need a wide screen; see `document`. */
@media (max-width: 1100px) {
  [class*=st-key-charts_] [data-testid=stHorizontalBlock] { flex-direction: column; }
  [class*=st-key-charts_] [data-testid=stColumn] { width: 100%; }
}
@media (max-width: 640px) {
  .stApp h2 { font-size: var(--type-head); }
  .stMainBlockContainer { padding-inline: 1rem; }
  .st-key-frame_choices { width: 100%; }
  .st-key-frame_choices > div { flex: 1 1 100%; min-width: 0; }
  .stApp [data-testid=stButtonGroup] > div { flex-wrap: wrap; }
  .st-key-frame_choices input { text-overflow: ellipsis; }
  .st-key-frame_language { position: fixed; top: 0.8rem; right: 1rem; z-index: 999991; }
  body:not(:has([data-testid=stExpandSidebarButton])) .st-key-frame_language { display: none; }
}
</style>
"""


@cache
def _sheet() -> str:
    named = f"<style>{tokens.rules()}</style>"
    files = beside(__file__, "tables.css", "keyboard.css", "print.css")
    return f"{named}{_STYLE}<style>{files}{standing_rules()}{figure_rules()}</style>"


def draw_style(view: View) -> None:
    """Draw the rules every page shares, and those of this page's sheets of paper."""
    st.html(_sheet())
    st.html(f"<style>{paper_rules(view)}</style>")
