"""The last step of an update: on a copy, or for real, once, against what was looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from plantrack import log
from plantrack.intake.rules import AcceptedRow
from plantrack.ledger.refusals import Refusal
from plantrack.scorecard import scorecard
from plantrack.scorecard.telling import counts_sentence, headline
from plantrack.ui.errors import in_callback
from plantrack.ui.history.revision_sets import set_recorded
from plantrack.ui.literal import literal
from plantrack.ui.overview.score_table import score_table
from plantrack.ui.recorder import ask_recorder, recorder
from plantrack.ui.update import draft as drafts
from plantrack.ui.update import keeping
from plantrack.ui.update.draft import Draft
from plantrack.ui.update.meanwhile import look_again
from plantrack.ui.update.origin import ask_origin, forget_origin, stated_origin
from plantrack.ui.view import View
from plantrack.update.decisions import one_line
from plantrack.update.recording import Update, record

_DONE: Final = "update_done"
_ANSWER: Final = "update_answer"
LONGEST_NOTE: Final = 500  # characters


@dataclass(frozen=True, slots=True)
class Work:
    """What a press of the button records: exactly what the comparison beside it shows."""

    view: View
    draft: Draft
    update: Update


def draw_done(view: View) -> None:
    """Say what the last recording did, until another file is given or it is withdrawn."""
    settle()
    done = st.session_state.get(_DONE)
    if not isinstance(done, int):
        return
    say = view.say
    found = [e for e in view.store.history() if e.number == done and e.stands]
    if not found:
        st.session_state.pop(_DONE)
        return
    told = say("Recorded as revision {number}. Open pages follow by themselves.", number=done)
    with st.container(key="update_done"):
        st.success(told, icon=":material/check:")
        with st.container(horizontal=True):
            new_set = set_recorded(found[0])
            view.page_link("overview", say("See where the plan stands now"))
            if new_set is not None and new_set in view.plan.target_sets:
                view.page_link("overview", say("See it under the new target set"), set=new_set)
            view.page_link("history", say("See what changed, or withdraw it"))


def draw_answer() -> None:
    """Say why the last press recorded nothing."""
    answer = st.session_state.get(_ANSWER)
    if isinstance(answer, str):
        st.error(literal(answer), icon=":material/error:")


def forget_answers() -> None:
    for key in (_DONE, _ANSWER):
        st.session_state.pop(key, None)


def on_a_copy(view: View, draft: Draft) -> bool:
    """Ask whether to try on a copy, which never touches the ledger, or to record."""
    say = view.say
    st.subheader(say("4. Try it on a copy, or record it"), anchor=False)
    choices = {
        True: say("Try on a copy: nothing is recorded"),
        False: say("Record in the ledger"),
    }
    kept = draft.key("copy")
    # A control of its own for each language: the browser keeps the label that was chosen, which
    # no longer exists when the back button brings the other language.
    key = f"{kept}_{say.language}"
    st.session_state.setdefault(key, st.session_state.get(kept, True))
    chosen = st.segmented_control(
        say("What to do with it"),
        list(choices),
        format_func=choices.__getitem__,
        required=True,
        key=key,
        label_visibility="collapsed",
    )
    st.session_state[kept] = chosen is not False
    return chosen is not False


def draw_copy(view: View, rows: Sequence[AcceptedRow]) -> None:
    """Draw the overview as it would read with the rows recorded."""
    say = view.say
    figures = drafts.with_rows(view, rows)
    card = scorecard(view.plan, figures, view.target_set.id, view.series)
    told = say(
        "A copy: nothing below is recorded. The ledger stays at revision {number}, and the links "
        "lead to what stands there.",
        number=view.revision,
    )
    st.info(told, icon=":material/content_copy:")
    st.markdown(f"**{literal(headline(card, say))}**")
    st.markdown(literal(counts_sentence(card, say)))
    st.html(score_table(card.ordered, say, lambda row: view.link("target", target=row.target.id)))


def draw_recording(view: View, draft: Draft, update: Update) -> None:
    """Ask for the origin, who records and a note, and record once."""
    say = view.say
    if any(finding.code == "fictitious" for finding in update.read.findings):
        told = say(
            "The file says that its values are fictitious. Once recorded they count as figures on "
            "every page until the revision is withdrawn."
        )
        st.warning(told, icon=":material/science:")
    ask_origin(view)
    ask_recorder(say)
    ask_note(view, draft)
    if look_again(view, draft):
        draw_answer()
        st.button(
            say.many("Record {count} figure", "Record {count} figures", len(update.rows)),
            type="primary",
            icon=":material/save:",
            on_click=in_callback(_record),
            args=(Work(view, draft, update),),
            key="update_record",
        )


def ask_note(view: View, draft: Draft) -> None:
    """Ask for the recorder's own words."""
    key = draft.key("note")
    st.session_state.setdefault(key, st.session_state.get(f"{key}_kept", ""))
    label = view.say("Note (what this update is; may stay empty)")
    st.session_state[f"{key}_kept"] = st.text_input(label, key=key, max_chars=LONGEST_NOTE)


def _record(work: Work) -> None:
    """Record once: a second press finds the file gone, or finishes what the first began."""
    draft = drafts.draft()
    if draft is None or draft.turn != work.draft.turn:
        return
    if draft.pressed.number is None:
        draft.pressed.number = _recorded(work, draft)
    settle()


def _recorded(work: Work, draft: Draft) -> int | None:
    """Return the revision made, None where nothing was recorded, which is said."""
    say, by, source = work.view.say, recorder(), stated_origin()
    if source is None or not by:
        told = say(
            "Nothing was recorded yet: give the origin (title, publisher, date of publication; an "
            "address begins with https://) and your name, then press again."
        )
        refuse(told)
        return None
    note = one_line(st.session_state.get(draft.key("note"), ""))
    try:
        view = work.view
        return record(view.store, work.update, source, expecting=view.revision, by=by, note=note)
    except Refusal as refusal:
        log.event(
            "record_refused",
            who=by,
            file=draft.digest,
            reason=type(refusal).__name__,
            revision=work.view.revision,
        )
        refuse(say.text(refusal.sentence))
        return None


def refuse(answer: str) -> None:
    """Say above the button why the last press recorded nothing."""
    st.session_state[_ANSWER] = answer


def settle() -> None:
    """Let go of a file that was recorded, last of all: this is where a press can be broken off."""
    draft = drafts.draft()
    if draft is None or draft.pressed.number is None:
        return
    forget_answers()
    forget_origin()
    st.session_state[_DONE] = draft.pressed.number
    keeping.end()
    drafts.drop()
