"""Stating who answers for a target: asked on its page, recorded once as a note revision."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

import streamlit as st

from plantrack import log
from plantrack.ledger.refusals import Refusal
from plantrack.scorecard import Scorecard, TargetRow
from plantrack.stewardship import Due, Explanation, Stewardship, record_notes
from plantrack.stewardship.stated import Stewards
from plantrack.ui.errors import in_callback
from plantrack.ui.literal import literal
from plantrack.ui.pressed import Pressed
from plantrack.ui.recorder import ask_recorder, recorder
from plantrack.ui.view import View
from plantrack.update.decisions import one_line

_ANSWER: Final = "steward_answer"
_YEARS_AHEAD: Final = 3
LONGEST_DEPARTMENT: Final = 120  # characters
LONGEST_EXPLANATION: Final = 1500


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a note on a target, said once above its form."""

    target: str
    sentence: str
    done: bool


@dataclass(frozen=True, slots=True)
class Work:
    """What a press of the button records: the note on one target, and whom else it names."""

    view: View
    row: TargetRow
    known: Stewards
    pressed: Pressed = field(default_factory=Pressed)

    @property
    def note(self) -> Stewardship:
        return self.known.get(self.row.target.id, Stewardship(self.row.target.id))

    def key(self, name: str) -> str:
        """A field starts anew with each target and with each note that changes what stands."""
        return f"steward_{name}_{self.row.target.id}_{self.note.revision or 0}"


def draw_answer(row: TargetRow) -> None:
    """Say what the last press did, once."""
    answer = st.session_state.get(_ANSWER)
    if not isinstance(answer, Answer):
        return
    del st.session_state[_ANSWER]
    if answer.target == row.target.id:
        told = literal(answer.sentence)
        if answer.done:
            st.success(told, icon=":material/check:")
        else:
            st.error(told, icon=":material/error:")


def draw_form(view: View, card: Scorecard, row: TargetRow, known: Stewards) -> None:
    """Draw the fields, filled with what stands, and the button that records them."""
    say, work = view.say, Work(view, row, known)
    details = st.expander(
        say("State it, or change it"), key=f"steward_form_{row.target.id}", icon=":material/edit:"
    )
    with details:
        _ask(work, card)
        ask_recorder(say)
        st.button(
            say("Record as a note"),
            key="steward_record",
            type="primary",
            icon=":material/save:",
            on_click=in_callback(_record),
            args=(work,),
        )
        st.caption(
            say("A note becomes a revision of its own; it changes no figure and no standing.")
        )


def _ask(work: Work, card: Scorecard) -> None:
    say, row, note = work.view.say, work.row, work.note
    said, due = note.explanation, note.due
    _start(work, "department", note.department)
    st.text_input(
        say("Answering department"),
        key=work.key("department"),
        max_chars=LONGEST_DEPARTMENT,
        width=480,
    )
    others = {one.target.id: say.text(one.indicator.name) for one in card.rows if one != row}
    if others:
        st.multiselect(
            say("The same department answers for these targets as well"),
            list(others),
            format_func=others.__getitem__,
            key=work.key("also"),
            placeholder=say("Choose targets"),
        )
    _start(work, "text", said.text if said is not None else "")
    st.text_area(
        say("Why the target stands where it does (may stay empty)"),
        key=work.key("text"),
        max_chars=LONGEST_EXPLANATION,
        height=120,
    )
    left, middle, right = st.columns(3)
    with left:
        _ask_day(say("Day of the explanation"), work.key("on"), said.on if said else work.view.day)
    with middle:
        _start(work, "year", due.year if due is not None else _awaited(row))
        st.selectbox(say("Next figure: of the year"), _years(row, due), key=work.key("year"))
    with right:
        _ask_day(say("Due on (may stay empty)"), work.key("due"), due.on if due else None)


def _start(work: Work, name: str, value: object) -> None:
    st.session_state.setdefault(work.key(name), value)


def _ask_day(label: str, key: str, day: date | None) -> None:
    st.session_state.setdefault(key, day)
    st.date_input(
        label,
        key=key,
        format="DD/MM/YYYY",
        min_value=date(1990, 1, 1),
        max_value=date(2100, 12, 31),
    )


def _awaited(row: TargetRow) -> int:
    """The year whose figure comes next."""
    verdict = row.assessment
    if verdict.missing_year is not None:
        return verdict.missing_year
    return verdict.latest.year + 1 if verdict.latest is not None else row.target.baseline_year


def _years(row: TargetRow, due: Due | None) -> list[int]:
    known = [_awaited(row), row.target.baseline_year, *([due.year] if due is not None else [])]
    last = max(row.target.year, max(known) + _YEARS_AHEAD)
    return list(range(min(known), last + 1))


def _record(work: Work) -> None:
    """Record once: a second press finds nothing new, or finishes what the first began."""
    view, say, by = work.view, work.view.say, recorder()
    note = _stated(work, by)
    also = st.session_state.get(work.key("also"), [])
    others = [_as_well(work, target, note.department) for target in also]
    changed = [
        one
        for one in (note, *others)
        if one.stated != work.known.get(one.target, Stewardship(one.target)).stated
    ]
    if not by or not changed:
        told = say("Nothing was recorded yet: state something new and your name, then press again.")
        _answer(work, told, done=False)
        return
    try:
        number = work.pressed.number
        if number is None:
            number = record_notes(view.store, changed, expecting=view.newest, by=by)
            work.pressed.number = number
    except Refusal as refusal:
        log.event("note_refused", who=by, reason=type(refusal).__name__, revision=view.newest)
        _answer(work, say.text(refusal.sentence), done=False)
    else:
        told = say(
            "Recorded as note revision {number}; no figure and no standing changed.", number=number
        )
        _answer(work, told, done=True)


def _stated(work: Work, by: str) -> Stewardship:
    """Return the note as the fields say; an explanation left alone stays whose it was."""
    row, view, before = work.row, work.view, work.note.explanation
    state = st.session_state
    text, on = _lines(state[work.key("text")]), state[work.key("on")]
    said = None
    if text and before is not None and (before.text, before.on) == (text, on):
        said = before
    elif text:
        said = Explanation(text, on or view.day, by, row.standing, view.revision, view.series)
    day = state[work.key("due")]
    return Stewardship(
        target=row.target.id,
        department=one_line(state[work.key("department")]),
        explanation=said,
        due=None if day is None else Due(state[work.key("year")], day),
    )


def _as_well(work: Work, target: str, department: str) -> Stewardship:
    """The department alone is shared: why a target stands and what is due is its own."""
    known = work.known.get(target, Stewardship(target))
    return replace(known, department=department)


def _lines(text: str) -> str:
    """Return a text line by line, each without characters that only steer how others show."""
    return "\n".join(one_line(line) for line in text.strip().splitlines())


def _answer(work: Work, sentence: str, *, done: bool) -> None:
    st.session_state[_ANSWER] = Answer(work.row.target.id, sentence, done)
