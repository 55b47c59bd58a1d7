"""The stage: the slides as the browser gets them. It changes slides by itself, with no request.

A drawing takes a tenth of a second and more, a deck twenty of them, so they are sent as they
are made: the stage asks for more until it has them all.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import cache, partial
from typing import Any, Final

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from plantrack.charts.palette import palette
from plantrack.charts.render import svg
from plantrack.deck import Deck, Slide
from plantrack.deck.rooms import room
from plantrack.model import LANGUAGES
from plantrack.ui import session
from plantrack.ui.components import beside
from plantrack.ui.marks import labelled_svg
from plantrack.ui.paper import light_drawings
from plantrack.ui.scores import kept
from plantrack.ui.tables import plain_table
from plantrack.ui.view import View
from plantrack.words import Say

KEY: Final = "present_stage"
_THEME: Final = "present_theme"
_TURNED: Final = "present_language_turned"
_SHOWN: Final = "present_slide_shown"
_SECONDS_A_RUN: Final = 0.5
_COLOURS: Final = ("background", "text", "muted", "grey", "grid", "track", "band", "main")


@st.fragment
def draw_stage(view: View, deck: Deck, slides: tuple[Slide, ...]) -> None:
    """Draw the start and hand the slides to the browser, the one asked for first."""
    theme = st.session_state.get(_THEME, view.theme)
    colours = asdict(palette(theme))
    component()(
        key=KEY,
        data={
            "language": view.say.language,
            "theme": theme,
            "colours": {name: colours[name] for name in _COLOURS},
            "frame": [deck.target_set, deck.plan],
            "figures": deck.figures,
            "words": words(view.say, len(slides)),
            "slides": told(view, slides, theme),
        },
        on_more_change=_more,
        on_theme_change=_theme,
        on_language_change=_language,
        height="content",
    )
    if st.session_state.pop(_TURNED, False):
        st.rerun()  # of the whole page: every word changes


def _more() -> None:
    _told("more")


def _theme() -> None:
    asked = _told("theme")
    if asked in ("light", "dark"):
        st.session_state[_THEME] = asked


def _language() -> None:
    asked = _told("language")
    if asked in LANGUAGES:
        session.choose(language=asked)
        st.session_state[_TURNED] = True


def _told(what: str) -> str | None:
    """What the stage asks for; it tells which slide it shows, and that one is drawn first."""
    asked = st.session_state[KEY].get(what)
    if not isinstance(asked, Mapping):
        return None
    st.session_state[_SHOWN] = asked.get("slide")
    return str(asked.get("value"))


def told(view: View, slides: Sequence[Slide], theme: str) -> list[dict[str, Any]]:
    """Return the slides as plain values; one that `waits` comes with its drawing later."""
    drawn = dict(_drawn(view, slides, theme))
    return [
        {
            "id": slide.id,
            "topic": slide.topic,
            "title": slide.title,
            "standing": ""
            if slide.standing is None
            else labelled_svg(slide.standing, view.say, theme),
            "drawing": drawn.get(slide.id, ""),
            "waits": slide.drawing is not None and slide.id not in drawn,
            "alt": slide.alt,
            "table": plain_table(slide.title, slide.table),
            "note": slide.note,
            "foot": slide.footnote,
        }
        for slide in slides
    ]


def _drawn(view: View, slides: Sequence[Slide], theme: str) -> Iterator[tuple[str, str]]:
    """Yield drawings for as long as a run may take; those made before take no time."""
    began = time.monotonic()
    for slide in (one for one in _asked_first(view, slides) if one.drawing is not None):
        make = partial(_svg, slide, view, theme)
        yield slide.id, kept(view, "slide", make, slide.id, theme)
        if time.monotonic() - began > _SECONDS_A_RUN:
            return


def _svg(slide: Slide, view: View, theme: str) -> str:
    if slide.drawing is None:
        raise ValueError(f"{slide.id} has no drawing")
    return svg(slide.drawing(room(view.screen, theme)))


def _asked_first(view: View, slides: Sequence[Slide]) -> list[Slide]:
    """The slide shown, at first the one the address names, what follows it, then the others."""
    ids = [slide.id for slide in slides]
    shown = st.session_state.get(_SHOWN) or view.address.slide
    start = ids.index(shown) if shown in ids else 0
    return [*slides[start:], *slides[:start]]


def words(say: Say, count: int) -> dict[str, Any]:
    """Return what the stage itself says."""
    other = next(language for language in LANGUAGES if language != say.language)
    return {
        "begin": say.many("Start ({count} slide)", "Start ({count} slides)", count),
        "resume": say("Continue at slide {number}", number="{number}"),
        "keys": [
            [["→", "Page Down"], say("next")],
            [["←", "Page Up"], say("back")],
            [["G"], say("all slides")],
            [["T"], say("the numbers as a table")],
            [["D"], say("dark or light")],
            [["F"], say("full screen")],
            [["Esc"], say("leave")],
            [[], say("Swipe left for the next slide, right to go back.")],
        ],
        "dialog": say("Slides"),
        "note": say("Note"),
        "waiting": say("The drawing is being made…"),
        "list": say("All slides"),
        "other": other.upper(),
        "back": say("Back (left arrow)"),
        "next": say("Next (right arrow)"),
        "table": say("The numbers of this chart as a table (T)"),
        "theme": say("Dark or light (D)"),
        "language": say("Tiếng Việt or English (L)"),
        "full": say("Full screen (F)"),
        "leave": say("Leave (Esc)"),
    }


@cache
def component() -> ComponentRenderer:
    return st.components.v2.component(
        "plantrack_stage",
        html='<div class="stage"></div>',
        css=beside(__file__, "stage.css", "sheets.css") + "\n".join(light_drawings(".sheets.dark")),
        js=beside(__file__, "sheets.js", "stage.js"),
    )
