"""A target set given on the update page: findings, the sets side by side, ticks, and recording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

import streamlit as st

from plantrack import log
from plantrack.intake.findings import Severity, remedy, sentence
from plantrack.ledger.refusals import Refusal
from plantrack.ui.errors import in_callback
from plantrack.ui.literal import literal
from plantrack.ui.recorder import ask_recorder, recorder
from plantrack.ui.scores import kept
from plantrack.ui.update import draft as drafts
from plantrack.ui.update import findings, keeping, questions, recording
from plantrack.ui.update.draft import Draft
from plantrack.ui.update.meanwhile import look_again
from plantrack.ui.update.target_set_table import draw_beside
from plantrack.ui.update.target_set_words import (
    flips_sentence,
    place_sentence,
    told_flip,
    told_tick,
)
from plantrack.ui.view import View
from plantrack.update.decisions import one_line
from plantrack.update.recording import Update
from plantrack.update.set_comparison import Beside, SetComparison, compared_set
from plantrack.update.set_recording import SetUpdate, record_set

_NAMED: Final = 6  # flips named below the sentence; the table has all of them


@dataclass(frozen=True, slots=True)
class Work:
    """What a press of the button records: exactly what was looked at."""

    view: View
    draft: Draft
    update: SetUpdate


def draw(view: View, draft: Draft, update: Update) -> None:
    """Draw a file that holds a target set, from what was found to the button that records it."""
    findings.draw_findings(view, draft, update.read)
    questions.ask_questions(view, draft, update)
    keeping.keep(view, draft, update)
    keeping.draw_kept(view, draft, update)
    found = update.read.target_set
    if found is None or found.recorded is None:
        recording.draw_answer()
        return
    made = _compared(view, draft, update)
    _draw_comparison(view, made.comparison)
    made = replace(made, ticks=_ask_ticks(view, draft, made))
    _draw_recording(view, draft, made)
    keeping.keep(view, draft, update)


def _compared(view: View, draft: Draft, update: Update) -> SetUpdate:
    plan, figures, series = view.plan, view.snapshot.figures, view.series
    day = datetime.now(ZoneInfo(plan.time_zone)).date()
    reading = update.read
    about = (draft.digest, tuple(sorted(draft.answers.items())), day)
    comparison = kept(
        view, "set_comparison", lambda: compared_set(plan, figures, reading, day, series), *about
    )
    return SetUpdate(
        draft.file, reading, comparison, dict(draft.answers), (), draft.series(view), day
    )


def _draw_comparison(view: View, found: SetComparison) -> None:
    say = view.say
    st.subheader(say("4. What the new set asks, beside the sets in force"), anchor=False)
    st.markdown(f"**{literal(flips_sentence(found, say))}**")
    named = [told_flip(one, say) for one in found.flipping[:_NAMED]]
    more = len(found.flipping) - _NAMED
    if more > 0:
        named.append(say.many("{count} more below", "{count} more below", more))
    if named:
        st.markdown("\n".join(f"- {literal(told)}" for told in named))
    st.markdown(literal(place_sentence(found, say)))
    draw_beside(view, found)


def _ask_ticks(view: View, draft: Draft, made: SetUpdate) -> tuple[str, ...]:
    """Ask for a tick of its own on every flip, opposite direction and warning; return the given."""
    say, asked = view.say, made.comparison.asked_ticks
    if not asked:
        return ()
    title = say("Does the document really say so?")
    st.markdown(f":material/warning: **{literal(title)}**")
    st.caption(say("Each needs its own tick. The set is recorded whole or not at all."))
    return tuple(key for key, one in asked.items() if _ask_tick(view, draft, made, key, one))


def _ask_tick(view: View, draft: Draft, made: SetUpdate, key: str, one: Beside) -> bool:
    """The tick outlives its widget, which Streamlit forgets with the page."""
    say, name = view.say, draft.key(f"tick_{key}")
    st.session_state.setdefault(name, draft.ticks.get(key, False))
    draft.ticks[key] = st.checkbox(literal(told_tick(one, say)), key=name)
    for told in _warnings(made, one, view):
        st.caption(literal(told))
    return draft.ticks[key]


def _warnings(made: SetUpdate, one: Beside, view: View) -> list[str]:
    found = made.reading.target_set
    rows: Mapping[str, object] = {} if found is None else found.rows
    place, say = rows.get(one.asked.target.id), view.say
    return [
        f"{sentence(finding, say)} {remedy(finding, say)}"
        for finding in made.reading.findings
        if finding.severity is Severity.WARNS and (finding.place.sheet, finding.place.row) == place
    ]


def _draw_recording(view: View, draft: Draft, made: SetUpdate) -> None:
    say = view.say
    st.subheader(say("5. Record the target set"), anchor=False)
    if any(finding.code == "fictitious" for finding in made.reading.findings):
        told = say(
            "The file says that its targets are fictitious. Once recorded the set is offered on "
            "every page until the revision is withdrawn."
        )
        st.warning(told, icon=":material/science:")
    ask_recorder(say)
    recording.ask_note(view, draft)
    if look_again(view, draft):
        recording.draw_answer()
        st.button(
            say("Record the target set"),
            type="primary",
            icon=":material/save:",
            on_click=in_callback(_record),
            args=(Work(view, draft, made),),
            key="update_record_set",
            disabled=not made.agreed,
        )
        if not made.agreed:
            st.caption(say("Every target above needs its tick first."))


def _record(work: Work) -> None:
    """Record once: a second press finds the file gone, or finishes what the first began."""
    draft = drafts.draft()
    if draft is None or draft.turn != work.draft.turn:
        return
    if draft.pressed.number is None:
        draft.pressed.number = _recorded(work, draft)
    recording.settle()


def _recorded(work: Work, draft: Draft) -> int | None:
    """Return the revision made, None where nothing was recorded, which is said."""
    view, say, by = work.view, work.view.say, recorder()
    if not by:
        recording.refuse(say("Nothing was recorded yet: give your name, then press again."))
        return None
    note = one_line(st.session_state.get(draft.key("note"), ""))
    try:
        return record_set(view.store, work.update, expecting=view.revision, by=by, note=note)
    except Refusal as refusal:
        reason = type(refusal).__name__
        log.event("record_refused", who=by, file=draft.digest, reason=reason)
        recording.refuse(say.text(refusal.sentence))
        return None
