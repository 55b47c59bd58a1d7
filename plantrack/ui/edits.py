"""Correcting a row or leaving it out, on the review: what was read, what is recorded, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

import streamlit as st

from plantrack.intake.columns import DECIMAL_MARKS
from plantrack.intake.edits import Edit
from plantrack.intake.numbers import Number, read_number
from plantrack.intake.rules import AcceptedRow
from plantrack.model import Status
from plantrack.ui.draft import Draft
from plantrack.ui.errors import in_callback
from plantrack.ui.findings import told_row
from plantrack.ui.literal import literal
from plantrack.ui.view import View
from plantrack.update.decisions import one_line
from plantrack.update.recording import Update
from plantrack.words.terms import status_word

LONGEST_REASON: Final = 200  # characters
_PROBLEM: Final = "update_edit_problem"
# A projection is not a reported figure: intake refuses it, so nobody can choose it here.
_STATUSES: Final = tuple(status for status in Status if status is not Status.PROJECTION)


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it was read, with the keys of the fields that decide about it."""

    view: View
    draft: Draft
    read: AcceptedRow

    def key(self, name: str) -> str:
        return self.draft.key(f"edit_{name}_{self.read.cell}")

    def field(self, name: str) -> str:
        return one_line(str(st.session_state.get(self.key(name), "")))


def draw_edits(view: View, draft: Draft, update: Update) -> None:
    """Draw what was decided about rows and the fields to decide about another."""
    rows = {row.cell: row for row in update.read.rows}
    if not rows:
        return
    say = view.say
    with st.expander(
        say("Correct rows or leave them out"), icon=":material/edit:", expanded=bool(draft.edits)
    ):
        told = say(
            "The file stays as it is: what was read, what is recorded in its place and the reason "
            "are kept with the revision. Every check is made again."
        )
        st.caption(told)
        for cell in [cell for cell in draft.edits if cell in rows]:
            _draw_made(view, draft, rows[cell])
        chosen = st.selectbox(
            say("Row"),
            list(rows),
            index=None,
            format_func=lambda one: told_row(view, rows[one]),
            placeholder=say("Choose a row"),
            key=draft.key("edit_row"),
        )
        if chosen in rows:
            _ask(Row(view, draft, rows[chosen]))


def _draw_made(view: View, draft: Draft, row: AcceptedRow) -> None:
    say, edit = view.say, draft.edits[row.cell]
    what = say("left out") if edit.drop else say("corrected")
    told = say("{row}: {what} ({reason})", row=told_row(view, row), what=what, reason=edit.reason)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(literal(told), width="content")
        st.button(
            say("Undo"),
            key=draft.key(f"edit_undo_{row.cell}"),
            icon=":material/undo:",
            on_click=_undo,
            args=(draft, row.cell),
        )


def _undo(draft: Draft, cell: str) -> None:
    draft.edits.pop(cell, None)


def _ask(row: Row) -> None:
    say, figure, read = row.view.say, row.read.figure, row.draft.edits.get(row.read.cell)
    mark = DECIMAL_MARKS[say.language]
    value = figure.value if read is None or read.value is None else read.value
    status = figure.status if read is None or read.status is None else read.status
    note = figure.note.vi if read is None or read.note is None else read.note
    left, middle, right = st.columns(3)
    written = format(value, "f").replace(".", mark)
    left.text_input(say("Value"), written, key=row.key(f"value_{say.language}"), max_chars=40)
    middle.selectbox(
        say("Status"),
        _STATUSES,
        index=_STATUSES.index(status),
        format_func=lambda one: status_word(one, say),
        key=row.key("status"),
    )
    right.text_input(say("Note beside the figure"), note, key=row.key("note"), max_chars=500)
    st.text_input(
        say("Reason (kept with the revision)"), key=row.key("reason"), max_chars=LONGEST_REASON
    )
    problem = st.session_state.pop(_PROBLEM, None)
    if isinstance(problem, str):
        st.error(literal(problem), icon=":material/error:")
    with st.container(horizontal=True):
        for name, label, drop in (
            ("correct", say("Correct the row"), False),
            ("drop", say("Leave the row out"), True),
        ):
            st.button(label, key=row.key(name), on_click=in_callback(_decide), args=(row, drop))


def _decide(row: Row, drop: bool) -> None:
    """Keep what was decided, or say what is missing for it."""
    say, reason = row.view.say, row.field("reason")
    if not reason:
        st.session_state[_PROBLEM] = say("Give the reason: it is kept with the revision.")
        return
    if drop:
        _keep(row, Edit(row.read.cell, reason, drop=True))
        return
    typed = row.field(f"value_{say.language}")
    number = read_number(typed, DECIMAL_MARKS[say.language])
    if not isinstance(number, Number):
        st.session_state[_PROBLEM] = say(
            "“{text}” cannot be read as one number: write digits, and “{mark}” before decimals.",
            text=typed,
            mark=DECIMAL_MARKS[say.language],
        )
        return
    edit = _corrected(row, number.value, reason)
    if edit == Edit(row.read.cell, reason):
        st.session_state[_PROBLEM] = say("Nothing differs from what was read.")
        return
    _keep(row, edit)


def _keep(row: Row, edit: Edit) -> None:
    """Put the decision among those made, and the fields away."""
    row.draft.edits[row.read.cell] = edit
    st.session_state[row.draft.key("edit_row")] = None


def _corrected(row: Row, value: Decimal, reason: str) -> Edit:
    """Return only what differs from the file: the rest stays as it was read."""
    figure, edit = row.read.figure, Edit(row.read.cell, reason)
    if value != figure.value:
        edit = replace(edit, value=value)
    status = st.session_state.get(row.key("status"))
    if isinstance(status, Status) and status is not figure.status:
        edit = replace(edit, status=status)
    note = row.field("note")
    return edit if note == figure.note.vi else replace(edit, note=note)
