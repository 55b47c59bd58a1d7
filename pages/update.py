"""A yearly update: file or template, findings, decisions, comparison, record."""

import streamlit as st

from plantrack.ui import frame
from plantrack.ui.update import (
    changes,
    consent,
    draft,
    edits,
    findings,
    found_table,
    keeping,
    questions,
    recording,
    target_set,
    target_set_templates,
    templates,
    upload,
)

view = frame.open_page("update")
st.header(view.say("Update the yearly figures"), anchor=False)
recording.draw_done(view)

if view.as_of:
    st.info(view.say("An earlier revision is shown: switch to the newest one to update."))
else:
    given = upload.ask_file(view)
    if given is None:
        templates.draw_templates(view)
        target_set_templates.draw_set_templates(view)
    else:
        update = draft.update(view, given)
        if update.read.target_set is not None:
            target_set.draw(view, given, update)
            st.stop()
        findings.draw_findings(view, given, update.decided)
        found_table.draw_tables(view, update.decided)
        questions.ask_questions(view, given, update)
        edits.draw_edits(view, given, update)
        update = consent.ask_consent(view, given, update)
        keeping.keep(view, given, update)
        keeping.draw_kept(view, given, update)
        if not update.rows:
            recording.draw_answer()
        else:
            changes.draw_comparison(view, draft.compared(view, update))
            if recording.on_a_copy(view, given):
                recording.draw_copy(view, update.rows)
            else:
                recording.draw_recording(view, given, update)
                keeping.keep(view, given, update)
