"""The file a revision was made from: its name, where its figures come from, the file itself."""

from __future__ import annotations

from typing import Final

import streamlit as st

from plantrack.ledger.refusals import LedgerUnavailable
from plantrack.model import Revision, RevisionKind
from plantrack.ui.literal import literal
from plantrack.ui.view import View
from plantrack.update.recording import FILE_NAME

__all__ = ["FILE_NAME", "draw_file", "file_name"]

_SEEDS: Final = "seeds.zip"


def file_name(entry: Revision) -> str:
    """Return the name to offer the kept file under; "" for a revision without one."""
    if entry.raw_digest is None:
        return ""
    given = entry.decisions.get(FILE_NAME)
    if isinstance(given, str) and given:
        return given
    made_by_start = entry.kind in (RevisionKind.SEED, RevisionKind.PLAN)
    return _SEEDS if made_by_start else f"revision_{entry.number}"


def draw_file(view: View, entry: Revision) -> None:
    """Draw a button that gives the kept file back, byte for byte, or say why it cannot."""
    if entry.raw_digest is None:
        return
    try:
        content = view.store.raw(entry.raw_digest)
    except LedgerUnavailable as refusal:
        st.warning(literal(view.say.text(refusal.sentence)), icon=":material/warning:")
        return
    st.download_button(
        view.say("Download the file: {name}", name=literal(file_name(entry))),
        content,
        file_name(entry),
        key=f"history_file_{entry.number}",
        on_click="ignore",
        icon=":material/download:",
    )
