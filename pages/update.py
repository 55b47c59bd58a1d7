"""A yearly update: template, file, findings, comparison, record."""

import streamlit as st

from plantrack.ui import changes, draft, findings, frame, recording, templates, upload

view = frame.open_page("update")
st.header(view.say("Update the yearly figures"), anchor=False)
recording.draw_done(view)

if view.as_of:
    st.info(view.say("An earlier revision is shown: switch to the newest one to update."))
else:
    templates.draw_templates(view)
    given = upload.ask_file(view)
    if given is not None:
        reading = draft.read(view, given)
        findings.draw_findings(view, given, reading)
        rows = findings.ask_consent(view, given, reading)
        if not rows:
            recording.draw_answer()
        else:
            changes.draw_comparison(view, draft.compared(view, given, rows))
            if recording.on_a_copy(view, given):
                recording.draw_copy(view, rows)
            else:
                recording.draw_recording(view, given, reading, rows)
