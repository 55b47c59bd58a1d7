"""What a page says of one target first: the finding, its standing, why, and on what basis."""

from __future__ import annotations

import streamlit as st

from plantrack.scorecard import TargetRow
from plantrack.scorecard.telling import firm_sentence, marks, provenance, takeaway, why
from plantrack.ui.literal import literal
from plantrack.ui.marks import labelled_mark
from plantrack.ui.taking.sentence import draw_copy
from plantrack.ui.view import View
from plantrack.words import capitalised


def draw_finding(view: View, row: TargetRow) -> None:
    say = view.say
    st.header(literal(takeaway(row, say)), anchor=False)
    draw_copy(view, row.target.id, takeaway(row, say), row)
    st.html(labelled_mark(row.standing, say))
    lines = (capitalised(why(row, say)), firm_sentence(row, say), *marks(row, say))
    st.markdown("  \n".join(literal(line) for line in lines if line))
    st.caption(literal(provenance(row, view.revision, say)))
