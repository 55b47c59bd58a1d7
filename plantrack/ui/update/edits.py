"""Correcting rows or leaving them out, on the review: each row with its own two buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import streamlit as st

from plantrack.intake.edits import Edit
from plantrack.intake.findings import sentence
from plantrack.intake.matching import folded
from plantrack.intake.rules import AcceptedRow
from plantrack.ui.errors import in_callback
from plantrack.ui.literal import literal
from plantrack.ui.update.consent import told_row
from plantrack.ui.update.draft import Draft
from plantrack.ui.update.edit_fields import LONGEST_REASON, Line, ask, leave_out, opened, turn
from plantrack.ui.update.edit_words import told_cell, told_edit
from plantrack.ui.view import View
from plantrack.update.blocked import BlockedCell, blocked_cells
from plantrack.update.decisions import one_line
from plantrack.update.recording import Update

AT_ONCE: Final = 8  # lines shown before one has to be looked for


def draw_edits(view: View, draft: Draft, update: Update) -> None:
    """Draw what was decided about rows, then every row that can be decided about."""
    blocked = [one for one in blocked_cells(update.read) if one.cell not in draft.edits]
    rows = [one for one in update.read.rows if one.cell not in draft.edits]
    if not (blocked or rows or draft.edits):
        return
    say, key = view.say, draft.key("edit_begun")
    begun = bool(blocked or draft.edits or opened(draft) or st.session_state.get(key))
    st.session_state[key] = begun  # from then on it stays open: undoing must not close it
    title = say("Correct rows or leave them out")
    with st.expander(title, icon=":material/edit:", expanded=begun):
        told = say(
            "The file stays as it is: what was read, what is recorded in its place and the reason "
            "are kept with the revision. Every check is made again."
        )
        st.caption(told)
        for edit in list(draft.edits.values()):
            _draw_made(view, draft, edit, update)
        warned_first = sorted(rows, key=lambda row: not row.needs_tick)
        lines = [Line(view, draft, cell) for cell in blocked]
        _draw_lines([*lines, *(Line(view, draft, row) for row in warned_first)])


def _draw_made(view: View, draft: Draft, edit: Edit, update: Update) -> None:
    say, key = view.say, draft.key(f"edit_why_{edit.cell}")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/edit_note: {literal(told_edit(view, edit, update.read))}")
        if edit.drop:
            st.session_state.setdefault(key, edit.reason)
            st.text_input(
                say("Reason (kept with the revision)"),
                key=key,
                placeholder=say("Reason (may stay empty)"),
                max_chars=LONGEST_REASON,
                label_visibility="collapsed",
                on_change=in_callback(_give_reason),
                args=(draft, edit, key),
                width=320,
            )
        st.button(
            say("Undo"),
            key=draft.key(f"edit_undo_{edit.cell}"),
            icon=":material/undo:",
            on_click=_undo,
            args=(draft, edit.cell),
        )


def _undo(draft: Draft, cell: str) -> None:
    draft.edits.pop(cell, None)


def _give_reason(draft: Draft, edit: Edit, key: str) -> None:
    if edit.cell in draft.edits:
        draft.edits[edit.cell] = replace(edit, reason=one_line(st.session_state[key]))


def _draw_lines(lines: Sequence[Line]) -> None:
    """Draw the first lines, or those looked for; the one that stands open always."""
    if not lines:
        return
    view, draft = lines[0].view, lines[0].draft
    found = lines
    if len(lines) > AT_ONCE:
        asked = st.text_input(
            view.say("Find a row"),
            key=draft.key("edit_find"),
            placeholder=view.say("Part of a name, a year or a cell"),
            icon=":material/search:",
            width=480,
        )
        parts = folded(asked or "").split()
        found = [line for line in lines if all(part in folded(_told(line)) for part in parts)]
    shown = list(found[:AT_ONCE])
    shown += [one for one in lines if one.cell == opened(draft) and one not in shown]
    for line in shown:
        _draw_line(line)
    left_off = len(found) - AT_ONCE
    if left_off > 0:
        told = view.say.many(
            "{count} more row: look for it above.",
            "{count} more rows: look for one above.",
            left_off,
        )
        st.caption(told)
    elif not found:
        st.caption(view.say("No row has these words."))


def _told(line: Line) -> str:
    about = line.about
    return (
        told_row(line.view, about)
        if isinstance(about, AcceptedRow)
        else told_cell(line.view, about)
    )


def _draw_line(line: Line) -> None:
    say, about = line.view.say, line.about
    with st.container(horizontal=True, vertical_alignment="center"):
        mark = ":material/block: " if isinstance(about, BlockedCell) else ""
        mark = (
            ":material/warning: " if isinstance(about, AcceptedRow) and about.needs_tick else mark
        )
        st.markdown(f"{mark}{literal(_told(line))}")
        st.button(
            say("Correct"),
            key=line.key("open"),
            icon=":material/edit:",
            on_click=in_callback(turn),
            args=(line,),
        )
        if isinstance(about, AcceptedRow) or about.holds_value:
            st.button(
                say("Leave out"),
                key=line.key("drop"),
                icon=":material/playlist_remove:",
                on_click=in_callback(leave_out),
                args=(line,),
            )
    if opened(line.draft) == line.cell:
        if isinstance(about, BlockedCell):
            st.caption(literal(sentence(about.finding, say)))
        ask(line)
