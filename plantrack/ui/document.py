"""What only the browser does: the document's language, the screen's width, steps back, the place of
the keyboard (see `keyboard.js`).
"""

from __future__ import annotations

from functools import cache
from typing import Final, Literal, cast

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from plantrack.ui.components import beside, read_later
from plantrack.words import Say

_KEY: Final = "frame_document"

Screen = Literal["phone", "tablet", "laptop", "wide"]
WIDE: Final[Screen] = "wide"

# Streamlit serves one fixed <html lang="en">, and does not know how wide a screen is. Only a
# narrower one is reported, so that a wide one costs no second run. A wide screen whose reader
# enlarges the page counts as a narrower one. `style` changes its layout at the same widths.
#
# Streamlit makes every write to the address a step of its own in the browser's history, so that
# "back" from a page whose address the frame has just completed would only undo that. Here
# completing an address takes the place of the incomplete one: one press leads one page back.
_SCRIPT: Final = """
const completes = (before, after) => before.pathname === after.pathname
  && ["lang", "set", "series"].some(key => !before.searchParams.has(key))
  && [...before.searchParams].every(([key, value]) => after.searchParams.get(key) === value)
if (!Object.hasOwn(history, "pushState")) {
  history.pushState = (state, title, address) => {
    const [before, after] = [new URL(location.href), new URL(address ?? "", location.href)]
    const write = completes(before, after) ? "replaceState" : "pushState"
    History.prototype[write].call(history, state, title, address)
  }
}
export default ({data, setStateValue}) => {
  document.documentElement.lang = data.language
  const [skip, figures] = ["[data-testid=stSkipToContent]", ".st-key-frame_identity"]
    .map((selector) => document.querySelector(selector))
  if (skip && skip.textContent !== data.skip) skip.textContent = data.skip
  figures?.setAttribute("aria-live", "polite") // a newer revision arrives by itself
  holdPlace()
  const upTo = {phone: 640, tablet: 1100, laptop: 1400}
  const asked = Object.entries(upTo).map(
    ([screen, width]) => [screen, window.matchMedia(`(max-width: ${width}px)`)])
  const tell = () => {
    const [screen] = asked.find(([_, query]) => query.matches) ?? ["wide"]
    if (screen !== data.screen) setStateValue("screen", screen)
  }
  tell()
  asked.forEach(([_, query]) => { query.onchange = tell })
  return () => asked.forEach(([_, query]) => { query.onchange = null })
}
"""


def document(say: Say) -> Screen:
    """Set `<html lang>` to the language of the page; return how much room the screen has."""
    before = st.session_state.get(_KEY)
    screen = before.get("screen") or WIDE if before is not None else WIDE
    told = component()(
        key=_KEY,
        data={
            "language": say.language,
            "screen": screen,
            "skip": say("Skip to the content"),
        },
        default={"screen": WIDE},
        on_screen_change=read_later,
        height="content",
    )
    return cast(Screen, told.screen)


@cache
def component() -> ComponentRenderer:
    script = beside(__file__, "keyboard.js") + _SCRIPT
    return st.components.v2.component("plantrack_document", js=script)
