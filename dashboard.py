"""The dashboards: `streamlit run dashboard.py`, or `python -m plantrack serve`."""

from plantrack.ui import frame

frame.run()
