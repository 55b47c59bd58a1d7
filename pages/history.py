"""What each revision changed, who made it, and taking one back."""

import streamlit as st

from plantrack.ui import frame
from plantrack.ui.history import history

view = frame.open_page("history")
revisions = history.revisions(view)

st.header(history.title(view, revisions), anchor=False)
history.draw(view, revisions)
