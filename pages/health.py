"""For whoever runs the program: the last backup, its check, what the doctor finds."""

from plantrack.ui import frame, health

view = frame.open_page("health")
health.draw(view)
