"""The language of the document, which screen readers and browsers go by."""

from __future__ import annotations

from functools import cache

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

# Streamlit serves one fixed <html lang="en">.
_SCRIPT = "export default ({data}) => { document.documentElement.lang = data.language }"


def set_document_language(language: str) -> None:
    """Set `<html lang>` to the language of the page."""
    component()(key="frame_document", data={"language": language}, height="content")


@cache
def component() -> ComponentRenderer:
    return st.components.v2.component("plantrack_document", js=_SCRIPT)
