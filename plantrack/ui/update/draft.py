"""One update on its way: the file, how to read it, what was decided about it, what it changes.

It lives in the session and not in the widgets, so that it survives another language, another
page and back; `plantrack.ui.update.keeping` carries it over a reload.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import streamlit as st

from plantrack import log
from plantrack.intake.edits import Edit
from plantrack.intake.rules import AcceptedRow, Reading
from plantrack.model import Figure
from plantrack.plan import PREFERRED
from plantrack.review import Review, review
from plantrack.ui.pressed import Pressed
from plantrack.ui.recorder import recorder
from plantrack.ui.scores import kept
from plantrack.ui.update.checking import read_in_child
from plantrack.ui.view import View
from plantrack.update.decisions import Decisions, File, one_line
from plantrack.update.matching import forget_matching, known_matching, new_answers
from plantrack.update.recording import Update, update_of

_DRAFT: Final = "update_draft"
_LONGEST_NAME: Final = 120  # characters of a file's name


@dataclass(frozen=True, slots=True)
class Draft:
    """An uploaded file; `turn` counts the session's uploads and names the draft's widgets."""

    file: File
    turn: int
    pressed: Pressed = field(default_factory=Pressed, compare=False)  # what recording it made

    @property
    def name(self) -> str:
        return self.file.name

    @property
    def content(self) -> bytes:
        return self.file.content

    @property
    def digest(self) -> str:
        return self.file.digest

    def key(self, name: str) -> str:
        """Return the key of one of the draft's widgets: another file starts without any tick."""
        return f"update_{name}_{self.turn}"

    @property
    def ticks(self) -> dict[str, bool]:
        """What was ticked, by the keys of `plantrack.update.choosing.consents`."""
        ticks: dict[str, bool] = st.session_state.setdefault(self.key("ticks"), {})
        return ticks

    @property
    def edits(self) -> dict[str, Edit]:
        """What was decided about rows, by cell."""
        edits: dict[str, Edit] = st.session_state.setdefault(self.key("edits"), {})
        return edits

    @property
    def answers(self) -> dict[str, str]:
        """The reader's answers, by question."""
        answers: dict[str, str] = st.session_state.setdefault(self.key("answers"), {})
        return answers

    def series(self, view: View) -> str:
        """The series of rows that name none: chosen for this file, else for every page."""
        chosen = st.session_state.get(self.key("series"))
        known = chosen == PREFERRED or chosen in view.plan.compilers
        return str(chosen) if known else view.series

    def decisions(self, view: View) -> Decisions:
        """Return everything decided so far."""
        ticks = frozenset(key for key, ticked in self.ticks.items() if ticked)
        edits = tuple(self.edits.values())
        return Decisions(self.series(view), dict(self.answers), edits, ticks)


def draft() -> Draft | None:
    """Return what this session is working on."""
    found = st.session_state.get(_DRAFT)
    return found if isinstance(found, Draft) else None


def start(name: str, content: bytes) -> Draft:
    """Take a file in: from now on it is what the page is about."""
    turn = st.session_state.get(f"{_DRAFT}_turn", 0) + 1
    st.session_state[f"{_DRAFT}_turn"] = turn
    begun = Draft(File(one_line(name)[-_LONGEST_NAME:], content), turn)
    st.session_state[_DRAFT] = begun
    return begun


def forget_matched(view: View, draft: Draft, made: Update) -> None:
    """Forget the matching remembered for files of this shape; what it answered is open again."""
    forget_matching(view.store, made.read.fingerprint)
    for question in () if made.known is None else made.known.used(draft.answers):
        draft.answers.pop(question)


def drop() -> None:
    """Let go of the file."""
    st.session_state.pop(_DRAFT, None)


def update(view: View, draft: Draft) -> Update:
    """Return the file as read against the figures of this view, with the decisions so far."""
    decisions = draft.decisions(view)
    place = st.empty()  # on every run, or what follows would move and forget that it was opened
    found = read_in_child(view, draft.file, decisions, place)
    known = known_matching(view.store, found)
    if not st.session_state.get(draft.key("matched")):
        st.session_state[draft.key("matched")] = True  # taken back later, an answer stays so
        more = new_answers(known, draft.answers)
        if more:
            draft.answers.update(more)
            decisions = draft.decisions(view)
            found = read_in_child(view, draft.file, decisions, place, turn=2)
    _log_check(view, draft, found)
    return update_of(draft.file, decisions, found, view.plan, view.snapshot.figures, known)


def _log_check(view: View, draft: Draft, found: Reading) -> None:
    """Once a file and revision, not on every run of the page."""
    key = (draft.turn, view.revision, draft.series(view))
    if st.session_state.get("update_checked") == key:
        return
    st.session_state["update_checked"] = key
    log.event(
        "checked",
        who=recorder(),
        file=draft.digest,
        verdict=found.verdict.value,
        rows=len(found.rows),
        findings=len(found.findings),
        revision=view.revision,
    )


def recorded_as(view: View, draft: Draft) -> int | None:
    """Return the standing revision that was recorded from this very file, the latest of them."""
    found = (
        entry.number
        for entry in reversed(view.store.history())
        if entry.raw_digest == draft.digest and entry.stands
    )
    return next(found, None)


def ticked(made: Update, ticks: Mapping[str, bool]) -> Update:
    """Return the update with these ticks: those of this run of the page."""
    given = frozenset(key for key, value in ticks.items() if value)
    return replace(made, decisions=replace(made.decisions, ticks=given))


def compared(view: View, made: Update) -> Review:
    figures = [row.figure for row in made.rows]
    plan, current, series = view.plan, view.snapshot.figures, view.series
    said = tuple((f.key, f.value, f.status, f.decimals) for f in figures)
    return kept(view, "review", lambda: review(plan, current, figures, series), said)


def with_rows(view: View, rows: Sequence[AcceptedRow]) -> tuple[Figure, ...]:
    """Return the figures as they would stand with the rows recorded."""
    after = {figure.key: figure for figure in view.snapshot.figures}
    after.update({row.figure.key: row.figure for row in rows})
    return tuple(after.values())
