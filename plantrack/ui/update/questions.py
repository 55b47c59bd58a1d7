"""What a file leaves open, asked once; a row stays out until its question is answered."""

from __future__ import annotations

from typing import Final

import streamlit as st

from plantrack.intake.questions import Question, meaning
from plantrack.ui.errors import in_callback
from plantrack.ui.literal import literal
from plantrack.ui.recorder import stated_name
from plantrack.ui.update.draft import Draft, forget_matched
from plantrack.ui.view import View
from plantrack.update.recording import Update

_ASKED: Final = "question"
_LABEL: Final = "label:"


def ask_questions(view: View, draft: Draft, update: Update) -> None:
    """Draw every question of the reading with its possible answers, answered ones too."""
    if not update.read.questions:
        return
    title = view.say("What the file leaves open")
    st.markdown(f"**{title}**")
    _draw_matched(view, draft, update)
    for question in update.read.questions:
        _ask(view, draft, question)


def _draw_matched(view: View, draft: Draft, update: Update) -> None:
    """Say which answers were confirmed on an earlier file, by whom, and offer to forget them."""
    asked, known = {one.id for one in update.read.questions}, update.known
    used = [] if known is None else [one for one in known.used(draft.answers) if one in asked]
    if known is None or not used:
        return
    say = view.say
    told = say.many(
        "{count} answer is matched as on {moment} by {who}, for a file of the same shape. Change "
        "what no longer holds.",
        "{count} answers are matched as on {moment} by {who}, for a file of the same shape. "
        "Change what no longer holds.",
        len(used),
        moment=say.moment(known.at, view.plan.time_zone),
        who=stated_name(known.by, say),
    )
    with st.container(horizontal=True, vertical_alignment="center", key="update_matched"):
        st.markdown(f":material/history: {literal(told)}")
        st.button(
            say("Forget this matching"),
            key="update_forget_matching",
            icon=":material/link_off:",
            on_click=in_callback(_forget),
            args=(view, draft, update),
        )


def _forget(view: View, draft: Draft, update: Update) -> None:
    for question in update.read.questions:
        st.session_state.pop(draft.key(f"{_ASKED}_{question.id}"), None)
    forget_matched(view, draft, update)


def _choices(view: View, question: Question) -> dict[str, str]:
    """Return what can be answered; what a label means can be any indicator of the plan."""
    say = view.say
    choices = {choice.value: meaning(choice, say) for choice in question.choices}
    if question.id.startswith(_LABEL):
        others = {one.id: say.text(one.name) for one in view.plan.indicators.values()}
        choices = {**choices, **{key: name for key, name in others.items() if key not in choices}}
    return choices


def _ask(view: View, draft: Draft, question: Question) -> None:
    say, choices = view.say, _choices(view, question)
    key = draft.key(f"{_ASKED}_{question.id}")
    given = question.answer if question.answer in choices else None
    st.session_state.setdefault(key, given)
    st.selectbox(
        literal(question.sentence(say)),
        list(choices),
        index=None,
        format_func=choices.__getitem__,
        placeholder=say("Not answered yet"),
        key=key,
        on_change=in_callback(_answer),
        args=(draft, question.id, key),
    )


def _answer(draft: Draft, question: str, key: str) -> None:
    """Take an answer in, or take it back; the file is read again with it."""
    answer = st.session_state[key]
    if answer is None:
        draft.answers.pop(question, None)
    else:
        draft.answers[question] = str(answer)
