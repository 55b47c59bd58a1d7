"""A yearly update: template, file, findings, comparison, record."""

import streamlit as st

from plantrack.ui import draft, frame, update

view = frame.open_page("update")
st.header(view.say("Update the yearly figures"), anchor=False)
update.draw_outcome(view)

if view.as_of:
    st.info(view.say("An earlier revision is shown: switch to the newest one to update."))
else:
    update.draw_templates(view)
    upload = update.ask_draft(view)
    if upload is not None:
        reading = draft.read(view, upload)
        update.draw_findings(view, reading)
        rows = update.ask_consent(view, reading)
        if rows:
            update.draw_comparison(view, rows)
            if update.on_a_copy(view):
                update.draw_copy(view, rows)
            else:
                update.draw_recording(view, upload, reading, rows)
