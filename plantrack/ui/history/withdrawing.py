"""Taking a revision back: what it would change, who does it and why, then once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import streamlit as st

from plantrack.chronicle import Effect, State, effect, without
from plantrack.ledger.refusals import CannotWithdraw, LedgerUnavailable, StaleRevision
from plantrack.model import Revision, RevisionKind
from plantrack.opening import SEEDS_SEEN
from plantrack.stewardship import stewards_at, stewards_without
from plantrack.stewardship.stated import changes
from plantrack.stewardship.telling import change_sentences
from plantrack.ui.errors import in_callback
from plantrack.ui.history.revision_tables import standings_table
from plantrack.ui.history.revision_words import named_figures, revision_name
from plantrack.ui.literal import literal
from plantrack.ui.pressed import Pressed
from plantrack.ui.recorder import ask_recorder, recorder
from plantrack.ui.view import View

_CHOSEN: Final = "history_withdrawing"  # the revision whose withdrawal is being looked at
_ANSWER: Final = "history_answer"
_REASON: Final = "history_reason"
_FIGURES_SHOWN: Final = 6
LONGEST_REASON: Final = 500  # characters


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a withdrawal, said once above the list."""

    sentence: str
    done: bool


def draw_answer() -> None:
    """Show the answer to the last withdrawal, once."""
    answer = st.session_state.pop(_ANSWER, None)
    if not isinstance(answer, Answer):
        return
    if answer.done:
        st.success(literal(answer.sentence), icon=":material/check:")
    else:
        st.error(literal(answer.sentence), icon=":material/error:")


def can_be_withdrawn(entry: Revision) -> bool:
    """Whether to offer a withdrawal; the ledger itself decides when it is asked for."""
    read_at_start = entry.kind is RevisionKind.PLAN and SEEDS_SEEN in entry.decisions
    return entry.number > 1 and entry.stands and not read_at_start


def draw_offer(view: View, entry: Revision) -> None:
    """Draw the button that opens the confirmation of a withdrawal."""
    if view.as_of or not can_be_withdrawn(entry) or _chosen() == entry.number:
        return
    say = view.say
    restores = entry.kind is RevisionKind.WITHDRAWAL
    st.button(
        say("Take this withdrawal back …") if restores else say("Withdraw …"),
        key=f"history_withdraw_{entry.number}",
        on_click=_choose,
        args=(entry.number,),
    )


def draw_confirmation(view: View, entry: Revision) -> None:
    """Draw what withdrawing `entry` would change, and what it asks for before it is done."""
    if view.as_of or not can_be_withdrawn(entry) or _chosen() != entry.number:
        return
    say, what = view.say, revision_name(entry, view.say)
    with st.container(border=True, key="history_confirmation"):
        title = say("What withdrawing {what} would change", what=what)
        st.markdown(f"**{literal(title)}**")
        try:
            _draw_effect(view, would_change(view, entry))
        except CannotWithdraw as refusal:
            st.error(literal(say.text(refusal.sentence)), icon=":material/error:")
        _draw_notes(view, entry)
        ask_recorder(say)
        st.text_area(say("Reason"), key=_REASON, max_chars=LONGEST_REASON, height=80, width=480)
        with st.container(horizontal=True):
            st.button(
                say("Withdraw {what}", what=what),
                key="history_confirm",
                type="primary",
                on_click=in_callback(_withdraw),
                args=(view, entry, what, Pressed()),
            )
            st.button(say("Cancel"), key="history_cancel", on_click=_choose, args=(None,))


def would_change(view: View, entry: Revision) -> Effect:
    """Return what a withdrawal of `entry` would change of what stands now."""
    now = State(view.plan, view.snapshot.figures)
    then = State(view.store.plan_without(entry.number), without(view.store, entry.number))
    return effect(now, then, RevisionKind.WITHDRAWAL, view.series)


def _draw_effect(view: View, change: Effect) -> None:
    say = view.say
    if change.figures:
        items = named_figures(change, say, _FIGURES_SHOWN)
        told = say.many(
            "{count} figure would change: {items}.",
            "{count} figures would change: {items}.",
            len(change.figures),
            items=items,
        )
    else:
        told = say("No figure would change: what stands is carried by other revisions.")
    st.markdown(literal(told))
    if change.standings:
        st.html(standings_table(change, say, reasons=False))
    else:
        st.markdown(literal(say("No standing would change.")))


def _draw_notes(view: View, entry: Revision) -> None:
    """Draw what would be stated of targets otherwise than now."""
    history = view.store.history()
    now, then = stewards_at(history, view.newest), stewards_without(history, entry.number)
    for told in change_sentences(changes(now, then), view.plan, view.say):
        st.markdown(literal(told))


def _chosen() -> int | None:
    chosen = st.session_state.get(_CHOSEN)
    return chosen if isinstance(chosen, int) else None


def _choose(number: int | None) -> None:
    st.session_state[_CHOSEN] = number
    st.session_state.pop(_REASON, None)


def _withdraw(view: View, entry: Revision, what: str, pressed: Pressed) -> None:
    """Withdraw once: a second press finds the confirmation closed, or finishes the first."""
    if _chosen() != entry.number:
        return
    say, name, reason = view.say, recorder(), st.session_state.get(_REASON, "").strip()
    if not name or not reason:
        st.session_state[_ANSWER] = Answer(
            say("Nothing was withdrawn yet: give your name and the reason, then press again."),
            done=False,
        )
        return
    try:
        number = pressed.number
        if number is None:
            number = view.store.withdraw(
                entry.number, expecting=view.newest, by=name, reason=reason
            )
            pressed.number = number
    except StaleRevision as refusal:
        told = say(
            "Revision {head} arrived meanwhile. Nothing was withdrawn: look again at what would "
            "change, then press again.",
            head=refusal.head,
        )
        st.session_state[_ANSWER] = Answer(told, done=False)
    except (CannotWithdraw, LedgerUnavailable) as refusal:
        _choose(None)
        st.session_state[_ANSWER] = Answer(say.text(refusal.sentence), done=False)
    else:
        told = say(
            "Revision {number} was made: it withdraws {what}. Open pages follow by themselves.",
            number=number,
            what=what,
        )
        st.session_state[_ANSWER] = Answer(told, done=True)
        _choose(None)  # last of all: see `Pressed`
