"""The menu beside a chart: the chart as a file, and the code that shows it on another page.

A press asks the program for the file and nothing is made before. The browser holds what was
pressed until the file is there, so that no press is lost while a page is drawn anew; what fails
is told in a sentence.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from plantrack.exports.files import File
from plantrack.exports.material import Material
from plantrack.exports.pictures import Picture
from plantrack.exports.pictures.formats import FORMATS, picture_file
from plantrack.ui.components import read_later
from plantrack.ui.errors import logged
from plantrack.ui.export.material import material
from plantrack.ui.taking.component import component
from plantrack.ui.view import View
from plantrack.words import Say, mark
from plantrack.worker import Worker
from plantrack.worker.making import make_scripts

_TOLD: Final = {
    "png": mark("picture for documents and messages"),
    "svg": mark("drawing that stays sharp at any size"),
    "pdf": mark("page to print"),
    "html": mark("page that needs no network"),
    "csv": mark("the numbers, for a spreadsheet"),
}
_WIDTH: Final = 600  # pixels an embedded chart is laid out for


@dataclass(frozen=True, slots=True)
class Taken:
    """A chart a reader may take: what makes it, how its embedded form is addressed.

    `keys` are those of the address beside the choices every page shares; `height` is the room
    its embedded form takes, in pixels, at the width it is laid out for.
    """

    name: str
    picture: Callable[[Material], Picture]
    height: int
    keys: Mapping[str, str | None]


@st.fragment
def draw_menu(view: View, taken: Taken) -> None:
    """Draw the menu, and hand over the file that was asked for."""
    key = f"taking_{taken.name}"
    wanted = _wanted(key)
    data: dict[str, Any] = {
        "words": words(view.say),
        "formats": [[name, name.upper(), view.say(_TOLD[name])] for name in FORMATS],
        "embed": {
            "address": embed_address(view, taken),
            "width": _WIDTH,
            "height": taken.height,
            "title": view.say.text(view.plan.name),
        },
        "answer": None if wanted is None else answer(view, taken, wanted),
    }
    component("menu")(key=key, data=data, on_wanted_change=read_later, height="content")
    if wanted is not None:  # only now: a run broken off before has handed nothing over
        st.session_state[f"{key}_answered"] = wanted.get("turn")


def _wanted(key: str) -> Mapping[str, Any] | None:
    """What was pressed and has no answer yet.

    A state of the browser and no event: an event that comes while a run ends is lost.
    """
    told = st.session_state.get(key)
    wanted = None if told is None else told.get("wanted")
    answered = st.session_state.get(f"{key}_answered")
    return wanted if isinstance(wanted, Mapping) and wanted.get("turn") != answered else None


def embed_address(view: View, taken: Taken) -> str:
    """Return the relative address of the chart without the frame, at the newest revision."""
    changes = {"revision": None, **taken.keys, "chart": taken.name, "embed": "true"}
    return view.link(view.page.stem, **changes)


def answer(view: View, taken: Taken, wanted: Mapping[str, Any]) -> dict[str, str]:
    """Return the file that was asked for, or a sentence on why there is none."""
    told = {"turn": str(wanted.get("turn"))}
    try:
        file = made(view, taken, str(wanted.get("format")))
    except Exception as problem:  # noqa: BLE001  # the last place that can tell the reader
        reference = logged(problem, view.page.stem)
        return told | {"problem": _problem(reference, view.say)}
    content = base64.b64encode(file.content).decode()
    return told | {"name": file.name, "type": file.media_type, "content": content}


def made(view: View, taken: Taken, extension: str) -> File:
    """Return the chart as a file; raises KeyError for a format there is none of."""
    given = material(view)
    return picture_file(given, taken.picture(given), extension, scripts)


@st.cache_resource(show_spinner=False)
def scripts() -> str:
    """Return what a page draws by itself with: the same for all, made once."""
    return make_scripts(Worker())


def _problem(reference: str, say: Say) -> str:
    return say(
        "This file could not be made. Press again; if it fails again, give the reference "
        "{reference} to whoever runs this program: the log has it.",
        reference=reference,
    )


def words(say: Say) -> dict[str, str]:
    """Return what the menu itself says."""
    return {
        "open": say("Download this chart"),
        "making": say("The file is being made…"),
        "done": say("{name} has been handed to the browser.", name="{name}"),
        "late": say(
            "No answer came. The connection may be lost: reload the page, then press again."
        ),
        "embed": say("Show this chart on another web page"),
        "how": say(
            "The code shows this chart with the newest figures. Whoever runs this program decides "
            "which web sites may show it."
        ),
        "copy": say("Copy the code"),
        "copied": say("Copied"),
        "by_hand": say("Press Ctrl+C to copy what is marked."),
    }
