"""For whoever has no file yet: the template to fill in, and an example that is clearly invented."""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from plantrack.intake.example import invented
from plantrack.intake.past import Past
from plantrack.intake.template import FileKind, write_example, write_template
from plantrack.intake.template_rows import template_rows
from plantrack.intake.vocabulary import Vocabulary
from plantrack.ui.view import View

MIME: Final = {
    FileKind.CSV: "text/csv",
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def draw_templates(view: View) -> None:
    """Draw the downloads in the reader's language and choice of series."""
    say = view.say
    st.subheader(say("No file yet? Take the template and fill it in"), anchor=False)
    st.write(
        say(
            "One row per indicator and year. Headers in Vietnamese mean a decimal comma, headers "
            "in English a decimal point."
        )
    )
    rows, examples = offered(view)
    if not rows:
        told = say(
            "The chosen series has none of the indicators of this plan's targets: choose another "
            "series above to get a template."
        )
        st.info(told, icon=":material/info:")
        return
    with st.container(horizontal=True):
        for kind in FileKind:
            _offer(view, kind, fictitious=False)
    if not examples:
        told = say(
            "There is no example for the chosen series: it has no earlier figure to start from."
        )
        st.caption(told)
        return
    told = say(
        "The example is filled in with invented figures of the next year, marked so in the file. "
        "Try it on a copy: it never touches the ledger."
    )
    st.caption(told)
    with st.container(horizontal=True):
        for kind in FileKind:
            _offer(view, kind, fictitious=True)


def offered(view: View) -> tuple[int, int]:
    """Return how many rows the template has, and how many the example."""
    vocabulary = Vocabulary(view.plan)
    past = Past(view.plan, view.snapshot.figures)
    rows = template_rows(vocabulary, past, None, None, view.series)
    return len(rows), len(invented(view.plan, past, rows))


def _offer(view: View, kind: FileKind, *, fictitious: bool) -> None:
    say, plan, figures = view.say, view.plan, view.snapshot.figures
    if fictitious:
        label = say("Example of a later year, fictitious ({kind})", kind=kind.value.upper())
        write, name, icon = write_example, "example_fictitious", ":material/science:"
    else:
        label = say("Template ({kind})", kind=kind.value.upper())
        write, name, icon = write_template, "template", ":material/download:"
    st.download_button(
        label,
        partial(write, plan, figures, say, kind, series_choice=view.series),
        file_name=f"{plan.id}_{name}_{say.language}.{kind.value}",
        mime=MIME[kind],
        icon=icon,
        on_click="ignore",
        key=f"update_{name}_{kind.value}",
    )
