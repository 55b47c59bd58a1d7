"""The fields that put a row or a cell right, and what was typed into them as a decision."""

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
from plantrack.ui.errors import in_callback
from plantrack.ui.literal import literal
from plantrack.ui.update.draft import Draft
from plantrack.ui.view import View
from plantrack.update.blocked import BlockedCell
from plantrack.update.decisions import one_line
from plantrack.words.terms import status_word

LONGEST_REASON: Final = 200  # characters
_LONGEST_TEXT: Final = 200
_OF_INDICATORS: Final = frozenset({"unknown_indicator", "indicator_missing"})
_PROBLEM: Final = "update_edit_problem"
# A projection is not a reported figure: intake refuses it, so nobody can choose it here.
_STATUSES: Final = tuple(status for status in Status if status is not Status.PROJECTION)


@dataclass(frozen=True, slots=True)
class Line:
    """A row that was read, or a cell that keeps one out, with the keys of its fields."""

    view: View
    draft: Draft
    about: AcceptedRow | BlockedCell

    @property
    def cell(self) -> str:
        return self.about.cell

    def key(self, name: str) -> str:
        return self.draft.key(f"edit_{name}_{self.cell}")

    def field(self, name: str) -> str:
        return one_line(str(st.session_state.get(self.key(name)) or ""))


def opened(draft: Draft) -> str | None:
    """Return the cell whose fields stand open."""
    cell: str | None = st.session_state.get(draft.key("edit_opened"))
    return cell


def turn(line: Line) -> None:
    """Open the fields of a line, or put them away."""
    key = line.draft.key("edit_opened")
    st.session_state[key] = None if st.session_state.get(key) == line.cell else line.cell


def ask(line: Line) -> None:
    """Draw the fields; Enter in any of them decides."""
    say = line.view.say
    with st.form(line.key("form"), enter_to_submit=True):
        if isinstance(line.about, BlockedCell):
            _ask_text(line, line.about)
        else:
            _ask_figure(line, line.about)
        st.text_input(
            say("Reason (kept with the revision)"), key=line.key("reason"), max_chars=LONGEST_REASON
        )
        problem = st.session_state.pop(_PROBLEM, None)
        if isinstance(problem, str):
            st.error(literal(problem), icon=":material/error:")
        label = say("Correct the row")
        st.form_submit_button(
            label, key=line.key("correct"), on_click=in_callback(_decide), args=(line,)
        )


def _ask_figure(line: Line, row: AcceptedRow) -> None:
    say, figure = line.view.say, row.figure
    left, middle, right = st.columns(3)
    written = format(figure.value, "f").replace(".", DECIMAL_MARKS[say.language])
    left.text_input(say("Value"), written, key=line.key(f"value_{say.language}"), max_chars=40)
    middle.selectbox(
        say("Status"),
        _STATUSES,
        index=_STATUSES.index(figure.status),
        format_func=lambda one: status_word(one, say),
        key=line.key("status"),
    )
    note = say("Note beside the figure")
    right.text_input(note, figure.note.vi, key=line.key("note"), max_chars=500)


def _ask_text(line: Line, blocked: BlockedCell) -> None:
    say = line.view.say
    if blocked.finding.code in _OF_INDICATORS:
        names = {one.id: say.text(one.name) for one in line.view.plan.indicators.values()}
        st.selectbox(
            say("Indicator"),
            list(names),
            index=None,
            format_func=names.__getitem__,
            placeholder=say("Not answered yet"),
            key=line.key(f"text_{say.language}"),
        )
        return
    label = say("Number, in the file's unit") if blocked.holds_value else say("What the cell means")
    st.text_input(
        label,
        key=line.key(f"text_{say.language}"),
        placeholder=blocked.text[:_LONGEST_TEXT],
        max_chars=_LONGEST_TEXT,
    )


def _decide(line: Line) -> None:
    """Keep what was decided, or say what is missing for it."""
    say, reason = line.view.say, line.field("reason")
    if not reason:
        st.session_state[_PROBLEM] = say("Give the reason: it is kept with the revision.")
        return
    about, language = line.about, say.language
    as_text = isinstance(about, BlockedCell)
    typed = line.field(f"text_{language}" if as_text else f"value_{language}")
    if isinstance(about, BlockedCell) and not about.holds_value:
        edit = Edit(line.cell, reason, text=typed)
    else:
        number = read_number(typed, DECIMAL_MARKS[language])
        if not isinstance(number, Number):
            st.session_state[_PROBLEM] = _unread(line, typed)
            return
        value = number.value
        edit = (
            Edit(line.cell, reason, text=format(value, "f"))
            if isinstance(about, BlockedCell)
            else _corrected(line, about, value, reason)
        )
    if edit == Edit(line.cell, reason) or edit.text == "":
        st.session_state[_PROBLEM] = say("Nothing differs from what was read.")
        return
    keep(line, edit)


def _unread(line: Line, typed: str) -> str:
    say = line.view.say
    return say(
        "“{text}” cannot be read as one number: write digits, and “{mark}” before decimals.",
        text=typed,
        mark=DECIMAL_MARKS[say.language],
    )


def keep(line: Line, edit: Edit) -> None:
    """Put a decision among those made, and the fields away."""
    line.draft.edits[line.cell] = edit
    st.session_state[line.draft.key("edit_opened")] = None


def leave_out(line: Line) -> None:
    """Leave a row out at once; it can be undone, and a reason given after it."""
    text = "" if isinstance(line.about, BlockedCell) else None
    keep(line, Edit(line.cell, "", drop=True, text=text))


def _corrected(line: Line, row: AcceptedRow, value: Decimal, reason: str) -> Edit:
    """Return only what differs from the file: the rest stays as it was read."""
    figure, edit = row.figure, Edit(line.cell, reason)
    if value != figure.value:
        edit = replace(edit, value=value)
    status = st.session_state.get(line.key("status"))
    if isinstance(status, Status) and status is not figure.status:
        edit = replace(edit, status=status)
    note = line.field("note")
    return edit if note == figure.note.vi else replace(edit, note=note)
