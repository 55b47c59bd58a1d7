"""The template of a target set and an invented one, offered beside those of figures."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

import streamlit as st

from plantrack.intake.targets.template import write_set_example, write_set_template
from plantrack.intake.targets.template_rows import fictitious_set
from plantrack.intake.template import FileKind
from plantrack.ui.scores import kept
from plantrack.ui.update.templates import MIME
from plantrack.ui.view import View


def draw_set_templates(view: View) -> None:
    """Draw the downloads for a new target set, one click away: it comes once in some years."""
    say, plan, figures = view.say, view.plan, view.snapshot.figures
    offered = st.expander(
        say("A new target set instead"),
        key="update_set_templates",
        icon=":material/flag:",
        on_change="rerun",
    )
    if not offered.open:
        return
    with offered:
        told = say(
            "A document with its targets: form, values, years and baseline. Give the filled-in "
            "file below like one of figures; it is recognised. Sets that stand stay as they are."
        )
        st.write(told)
        day = datetime.now(ZoneInfo(plan.time_zone)).date()
        make = partial(fictitious_set, plan, figures, say, day, view.series)
        with st.container(horizontal=True):
            for kind in FileKind:
                st.download_button(
                    say("Template of a target set ({kind})", kind=kind.value.upper()),
                    partial(write_set_template, plan, say, kind),
                    file_name=f"{plan.id}_target_set_{say.language}.{kind.value}",
                    mime=MIME[kind],
                    icon=":material/download:",
                    on_click="ignore",
                    key=f"update_set_template_{kind.value}",
                )
        if not kept(view, "fictitious_set", make, day).rows:
            return
        with st.container(horizontal=True):
            for kind in FileKind:
                st.download_button(
                    say("Example of a target set, fictitious ({kind})", kind=kind.value.upper()),
                    partial(write_set_example, plan, figures, say, kind, day, view.series),
                    file_name=f"{plan.id}_target_set_fictitious_{say.language}.{kind.value}",
                    mime=MIME[kind],
                    icon=":material/science:",
                    on_click="ignore",
                    key=f"update_set_example_{kind.value}",
                )
