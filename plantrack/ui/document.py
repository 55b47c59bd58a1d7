"""What only the browser can do or tell: the language of the document, the width of the screen."""

from __future__ import annotations

from functools import cache
from typing import Final

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

_KEY: Final = "frame_document"

# Streamlit serves one fixed <html lang="en">, and does not know how wide a screen is. Only a
# narrow one is reported, so that a wide one costs no second run.
_SCRIPT: Final = """
export default ({data, setStateValue}) => {
  document.documentElement.lang = data.language
  const narrow = window.matchMedia("(max-width: 640px)")
  const tell = () => { if (narrow.matches !== data.narrow) setStateValue("narrow", narrow.matches) }
  tell()
  narrow.onchange = tell
  return () => { narrow.onchange = null }
}
"""


def document(language: str) -> bool:
    """Set `<html lang>` to the language of the page; return whether the screen is narrow."""
    before = st.session_state.get(_KEY)
    narrow = bool(before.get("narrow")) if before is not None else False
    told = component()(
        key=_KEY,
        data={"language": language, "narrow": narrow},
        default={"narrow": False},
        on_narrow_change=_nothing,
        height="content",
    )
    return bool(told.narrow)


def _nothing() -> None:
    """A state without a callback is not kept; the run that follows reads it."""


@cache
def component() -> ComponentRenderer:
    return st.components.v2.component("plantrack_document", js=_SCRIPT)
