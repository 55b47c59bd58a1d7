"""What is missing, every figure with its origin, and the method."""

from plantrack.ui import frame, sources
from plantrack.ui.scores import scores

view = frame.open_page("sources")
sources.draw(view, scores(view))
