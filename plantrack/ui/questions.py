"""What a file leaves open, asked once; a row stays out until its question is answered."""

from __future__ import annotations

from typing import Final

import streamlit as st

from plantrack.intake.questions import Question, meaning
from plantrack.ui.draft import Draft
from plantrack.ui.errors import in_callback
from plantrack.ui.literal import literal
from plantrack.ui.view import View
from plantrack.update.recording import Update

_ASKED: Final = "question"


def ask_questions(view: View, draft: Draft, update: Update) -> None:
    """Draw every question of the reading with its possible answers, answered ones too."""
    if not update.read.questions:
        return
    title = view.say("What the file leaves open")
    st.markdown(f"**{title}**")
    for question in update.read.questions:
        _ask(view, draft, question)


def _ask(view: View, draft: Draft, question: Question) -> None:
    say = view.say
    choices = {choice.value: meaning(choice, say) for choice in question.choices}
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
