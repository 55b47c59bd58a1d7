"""What is missing, every figure with its origin, and the method."""

from plantrack.ui import frame
from plantrack.ui.scores import scores
from plantrack.ui.sources import sources

view = frame.open_page("sources")
sources.draw(view, scores(view))
