"""Decisions about rows in words: as read → as edited, and why."""

from __future__ import annotations

from plantrack.intake.edits import NO_REASON, Edit
from plantrack.intake.repairs import REPAIRS, written
from plantrack.intake.rules import AcceptedRow, Reading
from plantrack.ui.figure_words import figure_name, with_unit
from plantrack.ui.update.consent import told_row
from plantrack.ui.view import View
from plantrack.update.blocked import BlockedCell
from plantrack.words import Say
from plantrack.words.figures import written_period, written_value
from plantrack.words.terms import status_word


def told_cell(view: View, blocked: BlockedCell) -> str:
    """Return "Poverty rate, 2025: “10,2x” (cell D2)"."""
    where = view.say("“{text}” (cell {cell})", text=blocked.text or "…", cell=blocked.cell)
    around = ", ".join(blocked.around)
    return view.say("{row}: {what}", row=around, what=where) if around else where


def told_edit(view: View, edit: Edit, reading: Reading) -> str:
    """Return what a row said, what is recorded in its place, and the reason."""
    say, reason = view.say, edit.reason or view.say(NO_REASON)
    row = next((one for one in reading.rows if one.cell == edit.cell), None)
    if edit.text is not None:
        read = _text_read(edit, reading)
        if not edit.text:
            what = say("“{text}” (cell {cell})", text=read, cell=edit.cell)
            return say("{row}: left out ({reason})", row=what, reason=reason)
        after = say("“{read}” → “{edited}”", read=read, edited=_told_text(edit.text, say))
        return say("Cell {cell}: {what} ({reason})", cell=edit.cell, what=after, reason=reason)
    if row is None:
        return say("Cell {cell}: {what} ({reason})", cell=edit.cell, what="…", reason=reason)
    if edit.drop:
        return say("{row}: left out ({reason})", row=told_row(view, row), reason=reason)
    return say(
        "{indicator}, {period}: {what} (cell {cell}; {reason})",
        indicator=figure_name(view.plan, row.figure, say),
        period=written_period(row.figure.period, say),
        what="; ".join(_changes(view, edit, row)),
        cell=edit.cell,
        reason=reason,
    )


def _told_text(text: str, say: Say) -> str:
    typed = written(text)
    return typed if isinstance(typed, str) else say.number(typed)


def _text_read(edit: Edit, reading: Reading) -> str:
    said = (f for f in reading.findings if f.code in REPAIRS and f.place.cell == edit.cell)
    return next((str(one.values["read"]) for one in said), "")


def _changes(view: View, edit: Edit, row: AcceptedRow) -> list[str]:
    say, figure, told = view.say, row.figure, []
    if edit.value is not None:
        edited = with_unit(view.plan, figure, say.number(edit.value), say)
        told.append(f"{written_value(view.plan, figure, say)} → {edited}")
    if edit.status is not None:
        told.append(f"{status_word(figure.status, say)} → {status_word(edit.status, say)}")
    if edit.note is not None:
        told.append(
            say("“{read}” → “{edited}”", read=figure.note.vi or "…", edited=edit.note or "…")
        )
    return told
