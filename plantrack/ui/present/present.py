"""The blocks of the present page: the start, the revision kept, the slides to pick and order."""

from __future__ import annotations

import streamlit as st

from plantrack.deck import Choice, Deck, Slide, deck, read, written
from plantrack.deck.choice import LONGEST_NOTE
from plantrack.scorecard import Scorecard
from plantrack.ui import session
from plantrack.ui.errors import in_callback
from plantrack.ui.literal import literal
from plantrack.ui.present import saved_decks
from plantrack.ui.present.stage import draw_stage
from plantrack.ui.scores import kept
from plantrack.ui.view import View


def built(view: View, card: Scorecard) -> Deck:
    """Return the deck of the reader's target set and series, at the revision the page keeps."""
    sources = {**view.snapshot.sources, **view.plan.sources}
    return kept(view, "deck", lambda: deck(card, sources, view.record, view.say))


def chosen(view: View, found: Deck) -> Choice:
    """Return what the address chooses, the usual deck without a choice; says what it ignored."""
    asked = view.address.deck
    if asked is None:
        return found.usual
    choice = read(asked) or saved_decks.named(view, asked)
    if choice is None:
        told = view.say("There is no saved deck “{name}”; the usual one is shown.", name=asked)
        st.warning(literal(told), icon=":material/link_off:")
        return found.usual
    unknown = found.unknown(choice)
    if unknown:
        told = view.say.many(
            "{count} slide of this choice does not exist for this target set and was left out.",
            "{count} slides of this choice do not exist for this target set and were left out.",
            len(unknown),
        )
        st.warning(literal(told), icon=":material/link_off:")
    there = tuple(one for one in choice.slides if one not in unknown)
    return Choice(there or found.usual.slides, choice.notes)


def draw_start(view: View, found: Deck, choice: Choice) -> None:
    """Draw what will be shown, and the start; says so where there is nothing to show."""
    say, slides = view.say, found.chosen(choice)
    title = say.many("{count} slide for the meeting", "{count} slides for the meeting", len(slides))
    st.header(literal(title), anchor=False)
    if not found.slides:
        told = say("This target set has no targets, so there is nothing to show. Choose another.")
        st.info(literal(told), icon=":material/flag:")
        return
    told = say(
        "The deck builds itself: where the plan stands, the targets with the most urgent first, "
        "structure, growth, what would change it, method and sources. Below you pick, order and "
        "note. Start fills the screen."
    )
    st.markdown(literal(told))
    asked = view.address.slide
    if asked is not None and asked not in {slide.id for slide in slides}:
        told = say("The address asks for a slide that is not in this deck: {slide}.", slide=asked)
        st.warning(literal(told), icon=":material/link_off:")
    draw_stage(view, found, slides)


def draw_revision(view: View) -> None:
    """Draw which figures the slides keep to, and the way to newer ones."""
    say = view.say
    if not view.revision:
        return
    told = say(
        "The slides keep to revision {number} for the whole meeting, whatever is recorded "
        "meanwhile. The address of this page holds revision, choice and notes: keep it or send it.",
        number=view.revision,
    )
    st.caption(literal(told))
    label = say("Take these slides as a file")
    view.page_link("export", label, deck=view.address.deck, revision=view.revision)
    if view.newest > view.revision:
        with st.container(horizontal=True, vertical_alignment="center", key="present_newer"):
            told = say("Revision {number} has arrived since.", number=view.newest)
            st.info(literal(told), icon=":material/update:")
            st.button(
                say("Present revision {number} instead", number=view.newest),
                key="present_newest",
                on_click=lambda: session.choose(revision=None),
            )


def draw_choice(view: View, found: Deck, choice: Choice) -> None:
    """Draw the slides in order with what a presenter may do to each, then those left out."""
    say, slides = view.say, found.chosen(choice)
    others = [slide for slide in found.slides if slide.id not in choice.slides]
    if not found.slides:
        return
    st.subheader(say("Slides in their order"), anchor=False)
    with st.container(gap=None):
        for place, slide in enumerate(slides):
            _draw_slide(view, found, choice, slide, place)
    if others:
        st.subheader(say("Left out"), anchor=False)
        for slide in others:
            _draw_tick(found, choice, slide, literal(slide.topic))
    if choice != found.usual:
        st.button(
            say("Back to the usual deck"),
            key="present_usual",
            icon=":material/undo:",
            on_click=lambda: _choose(found, found.usual),
        )


def _draw_slide(view: View, found: Deck, choice: Choice, slide: Slide, place: int) -> None:
    say, last = view.say, len(found.chosen(choice)) - 1
    name = f"{place + 1}. {slide.topic}"
    row = st.container(
        horizontal=not view.narrow,
        vertical_alignment="center",
        gap="small",
        width="stretch" if view.narrow else 820,
        key=f"present_row_{slide.id}",
    )
    with row:
        _draw_tick(found, choice, slide, literal(name))
    with row.container(horizontal=True, width="content"):
        for label, by, there in ((say("Up"), -1, place > 0), (say("Down"), 1, place < last)):
            st.button(
                label,
                key=f"present_{'up' if by < 0 else 'down'}_{slide.id}",
                type="tertiary",
                disabled=not there,
                on_click=in_callback(_choose),
                args=(found, choice.moved(slide.id, by)),
            )
        with st.popover(say("Note ✎") if slide.note else say("Note"), type="tertiary"):
            _draw_note(view, found, choice, slide)


def _draw_tick(found: Deck, choice: Choice, slide: Slide, label: str) -> None:
    inside = slide.id in choice.slides
    key = f"present_shown_{slide.id}"
    st.session_state[key] = inside
    st.checkbox(
        label,
        key=key,
        width="stretch" if inside else "content",
        on_change=in_callback(_choose),
        args=(found, choice.without(slide.id) if inside else choice.with_slide(slide.id)),
    )


def _draw_note(view: View, found: Deck, choice: Choice, slide: Slide) -> None:
    key = f"present_note_{slide.id}"
    st.session_state[key] = slide.note
    st.text_area(
        view.say("Note on “{topic}”, shown on the slide", topic=literal(slide.topic)),
        key=key,
        max_chars=LONGEST_NOTE,
        on_change=lambda: _choose(found, choice.noted(slide.id, st.session_state[key])),
    )


def _choose(found: Deck, choice: Choice) -> None:
    """Write the choice to the address; the run that follows shows it."""
    if choice == found.usual:
        st.query_params.pop("deck", None)
    elif choice.slides:
        st.query_params["deck"] = written(choice)


def draw_saved(view: View, found: Deck, choice: Choice) -> None:
    if found.slides:
        saved_decks.draw(view, choice)
