"""How sure the standing is: published methods side by side, and what would change it."""

from __future__ import annotations

from html import escape

import streamlit as st

from plantrack.model import Standing
from plantrack.plan import Plan
from plantrack.scorecard import TargetRow
from plantrack.scorecard.published import Grade
from plantrack.scorecard.sensitivity import Sensitivity, sensitivity
from plantrack.scorecard.telling.sensitivity import (
    method_name,
    summary,
    told_cutoffs,
    told_grade,
    what_if,
)
from plantrack.ui.literal import literal
from plantrack.ui.marks import labelled_mark
from plantrack.ui.scores import kept, scores
from plantrack.ui.tables import EMPTY, Heading, html_table, small
from plantrack.ui.view import View
from plantrack.words import Say


def draw_sensitivity(view: View, row: TargetRow) -> None:
    """Draw the same figures under every method of the plan; nothing where none has a say."""
    say, values = view.say, scores(view).values
    found = kept(view, "sensitivity", lambda: sensitivity(row, values), row.target.id)
    spoken = any(grade.outcome is not None for grade in found.grades)
    if not found.grades or (row.standing is Standing.NOT_ASSESSED and not spoken):
        return  # the finding has said why nothing can be assessed
    st.subheader(say("How sure is this standing?"), anchor=False)
    st.markdown(literal(summary(found, say)))
    if spoken:
        st.html(methods_table(found, say))
    told = what_if(found, say)
    if told:
        st.markdown("\n".join(f"- {literal(one)}" for one in told))


def methods_table(found: Sensitivity, say: Say) -> str:
    """Return one row a method: what it compares, with which cut-offs, and what it says."""
    headings = [
        Heading(say("Method"), "name"),
        Heading(say("What it compares"), "wide"),
        Heading(say("Cut-offs")),
        Heading(say("Standing it would give"), "standing"),
    ]
    rows = [
        [
            escape(method_name(grade.method, say)) + small(_origin(found.row.plan, grade)),
            escape(told_grade(found.row, grade, say)),
            escape(told_cutoffs(grade, say)),
            EMPTY if grade.standing is None else labelled_mark(grade.standing, say),
        ]
        for grade in found.grades
    ]
    return html_table(say("The same figures under published methods"), headings, rows)


def _origin(plan: Plan, grade: Grade) -> str:
    """Where the cut-offs of a method are published."""
    origins = dict.fromkeys(one.origin for one in plan.cutoffs(grade.method))
    return "; ".join(plan.sources[origin].title for origin in origins)
