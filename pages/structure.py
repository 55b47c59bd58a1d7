"""The structure page."""

import streamlit as st

from plantrack.ui import frame
from plantrack.ui.literal import literal

view = frame.open_page("structure")
say = view.say

st.header(say(view.page.title))
st.write(literal(say.text(view.target_set.name)))
