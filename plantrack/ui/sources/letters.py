"""The missing figures as a letter ready to send: what it says, to copy or to download."""

from __future__ import annotations

import streamlit as st

from plantrack import words
from plantrack.exports.letter_document import letter_docx
from plantrack.model import LANGUAGES
from plantrack.plan import PREFERRED
from plantrack.scorecard import Scorecard, scorecard
from plantrack.stewardship import Wanted, wanted_figures
from plantrack.stewardship.letter import Letter, Sender, letter, letter_text
from plantrack.ui.literal import literal
from plantrack.ui.scores import kept
from plantrack.ui.target.stewardship import stewards
from plantrack.ui.view import View
from plantrack.update.decisions import one_line

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EVERYONE = ""
_DEPARTMENT = "letter_department"
LONGEST_LINE = 160  # characters


def draw_letter(view: View) -> None:
    """Draw the letter that asks for the missing figures; nothing where none is missing.

    The plan's preferred series is asked for, whatever series the reader looks at.
    """
    say = view.say
    every = st.session_state.get("letter_sets", False) is True
    sets, wanted = _wanted(view, every=every)
    others = _wanted(view, every=True)[1]
    if not others:
        return
    st.subheader(say("The missing figures as a letter"), anchor=False)
    if len(view.plan.target_sets) > 1:
        st.checkbox(say("Also for the targets of the other target sets"), key="letter_sets")
    if not wanted:
        st.markdown(say("No figure is missing for the standings of this target set."))
        return
    language, department = _choices(view, wanted)
    chosen = tuple(one for one in wanted if department in (_EVERYONE, one.department))
    _draw_unanswered(view, chosen)
    sender = _sender(view)
    written = letter(view.plan, chosen, sender, sets, words.of(language))
    _draw_written(view, written)


def _wanted(view: View, *, every: bool) -> tuple[tuple[str, ...], tuple[Wanted, ...]]:
    """Return the target sets with a figure missing, that in use first, and the figures."""

    def make() -> tuple[tuple[str, ...], tuple[Wanted, ...]]:
        own = view.target_set.id
        sets = [own, *(one for one in view.plan.target_sets if one != own and every)]
        found = wanted_figures((row for one in sets for row in _card(view, one).rows), known)
        served = {row.target.target_set for one in found for row, _ in one.serves}
        return tuple(one for one in sets if one in served), found

    known = stewards(view)
    return kept(view, "wanted", make, every)


def _card(view: View, target_set: str) -> Scorecard:
    plan, figures = view.plan, view.snapshot.figures
    return kept(
        view,
        "scorecard_preferred",
        lambda: scorecard(plan, figures, target_set, PREFERRED),
        target_set,
    )


def _choices(view: View, wanted: tuple[Wanted, ...]) -> tuple[str, str]:
    """Ask for the language of the letter, and for one department where several are stated."""
    say = view.say
    departments = list(dict.fromkeys(one.department for one in wanted if one.department))
    left, right = st.columns(2)
    with left:
        language = st.segmented_control(
            say("Language of the letter"),
            LANGUAGES,
            format_func={"vi": "Tiếng Việt", "en": "English"}.__getitem__,
            default=say.language,
            required=True,
            key=f"letter_language_{say.language}",
        )
    if not departments:
        return str(language), _EVERYONE
    choices = [_EVERYONE, *departments]
    if st.session_state.get(_DEPARTMENT) not in choices:
        st.session_state[_DEPARTMENT] = _EVERYONE  # withdrawn, or asked for nothing any more
    with right:
        department = st.selectbox(
            say("Addressed to"),
            choices,
            format_func=lambda one: one or say("All departments, one after another"),
            key=_DEPARTMENT,
        )
    return str(language), str(department)


def _draw_unanswered(view: View, wanted: tuple[Wanted, ...]) -> None:
    """Say where no department is stated, and that the page of the target takes it."""
    say, count = view.say, sum(not one.department for one in wanted)
    if count:
        told = say.many(
            "For {count} figure no department is stated, and the letter leaves its name open: "
            "state it on the page of the target. The table above says whom the documents point to.",
            "For {count} figures no department is stated, and the letter leaves its name open: "
            "state it on the targets' pages. The table above says whom the documents point to.",
            count,
        )
        st.caption(literal(told))


def _sender(view: View) -> Sender:
    say = view.say
    first, second = st.columns(2)
    third, fourth = st.columns(2)
    with first:
        office = st.text_input(
            say("Office that writes"), key="letter_office", max_chars=LONGEST_LINE
        )
    with second:
        above = st.text_input(
            say("The body it belongs to (may stay empty)"),
            key="letter_above",
            max_chars=LONGEST_LINE,
        )
    with third:
        place = st.text_input(
            say("Place the letter is dated from"), key="letter_place", max_chars=LONGEST_LINE
        )
    with fourth:
        day = st.date_input(
            say("Reply by (may stay empty)"), value=None, format="DD/MM/YYYY", key="letter_by"
        )
    return Sender(one_line(office), one_line(above), one_line(place), day)


def _draw_written(view: View, written: Letter) -> None:
    say, text = view.say, letter_text(written)
    name = f"{view.plan.id}_letter_{written.language}_{view.revision}"
    with st.container(horizontal=True):
        st.download_button(
            say("Download the letter (Word)"),
            letter_docx(written),
            f"{name}.docx",
            _WORD,
            key="letter_word",
            on_click="ignore",
            icon=":material/download:",
        )
        st.download_button(
            say("Download the letter (text)"),
            text.encode("utf-8-sig"),
            f"{name}.txt",
            "text/plain",
            key="letter_text",
            on_click="ignore",
            icon=":material/download:",
        )
    with st.expander(say("The letter as text, to copy"), icon=":material/content_copy:"):
        st.code(text, language=None, wrap_lines=True)
